/*
 * States against their hashes: each block against its seal, then each section against its own hash,
 * which is of its ranges and of the seals (form 2), or of the texts (form 1, of version 1). Where
 * something does not fit, the rows are read one by one and held against the digests kept with them,
 * so that the very row is named, with the first run that shows it.
 */
#include "ledger_internal.h"

#include "old_blocks.h"
#include "old_hash.h"
#include "tenko/strpool.h"

#include <stdlib.h>

struct state_check {
    struct ledger_check *check;
    struct store *store;
    struct block_list blocks;
    bool *is_bad;        /* by block: it does not fit its seal */
    bool *is_told;       /* … and a row of it was named */
    uint64_t *first_run; /* … that shows a state of it */
    bool has_bad, has_unsealed;
    struct states *states;
    size_t most;            /* that a section can have */
    struct query *block;    /* digests, body */
    struct block_rows rows; /* of the block at hand */
    struct strbuf room;
};

/* --- Blocks --- */

/* None are kept of a block that version 1 did not know. */
static bool fits_old_digests(const struct block_rows *rows, struct span digests) {
    bool fits = true;
    for (size_t i = 0; digests.n && fits && i < rows->items.count; i++)
        fits = block_row_is_dropped(rows->items.items[i]) ||
               old_digest_fits(rows->items.items[i], digests, i);
    return fits;
}

static bool fits_seal(const struct state_block *b, struct state_check *v, struct digest *sha,
                      const struct query *q) {
    unsigned char seal[DIGEST_SIZE];
    struct span kept = query_text(q, 2), digests = query_text(q, 3);
    if (!block_split(&v->rows, query_text(q, 4)) || v->rows.items.count != b->rows ||
        (b->is_sealed ? digests.n != b->rows * sizeof(uint64_t) : kept.n > 0))
        return false;
    if (!b->is_sealed) /* of version 1: its sections are of the texts */
        return fits_old_digests(&v->rows, digests);
    block_seal(sha, digests, query_text(q, 4), seal);
    return memcmp(seal, b->seal, sizeof seal) == 0;
}

static void check_blocks(struct state_check *v) {
    VEC(bool) bad = {0};
    struct digest *sha = digest_new();
    struct query *q = store_query(v->store, "SELECT first, rows, sha256, digests, body FROM seal "
                                            "LEFT JOIN block USING (first) ORDER BY first");
    int64_t end = INT64_MIN;
    while (query_next(q)) {
        struct state_block b = block_of_columns(q, 0);
        vec_push(&bad, b.first < end || !fits_seal(&b, v, sha, q));
        v->has_bad |= bad.items[bad.count - 1];
        v->has_unsealed |= !b.is_sealed;
        vec_push(&v->blocks.items, b);
        end = block_end(&b);
    }
    query_end(q);
    digest_free(sha);
    v->is_bad = bad.items;
    v->is_told = memory_zeroed(bad.count + 1, sizeof *v->is_told);
    v->first_run = memory_zeroed(bad.count + 1, sizeof *v->first_run);
}

/* --- Naming --- */

static void name_block(struct state_check *v, uint64_t run, const struct state_block *b) {
    char number[24];
    snprintf(number, sizeof number, "%lld", (long long)b->first);
    fault_add(v->check, run, "block", span_of(number), MSG_LEDGER_BLOCK_CHANGED);
}

/* Of a section so many rows are named; where there are more, the section is, too. */
enum { MOST_NAMED = 1000 };

/* A section, and what of it was named. */
struct section_check {
    uint64_t run;
    int64_t form;
    const struct codec_table *table;
    struct ids ids;
    size_t named;
};

static void name_state(struct state_check *v, struct section_check *section, int64_t id,
                       bool is_there) {
    char number[24];
    snprintf(number, sizeof number, "%lld", (long long)id);
    fault_add(v->check, section->run, "state", span_of(number),
              is_there ? MSG_LEDGER_STATE_CHANGED : MSG_LEDGER_STATE_MISSING);
    section->named++;
}

static bool is_enough(const struct section_check *section) {
    return section->named >= MOST_NAMED;
}

/* Is the row the one whose digest was kept? */
static bool fits_digest(struct state_check *v, const struct section_check *section,
                        const struct state_block *b, size_t i, struct span digests) {
    uint64_t kept;
    struct span row = v->rows.items.items[i];
    if ((i + 1) * sizeof kept > digests.n || block_row_is_dropped(row))
        return false;
    memcpy(&kept, digests.p + i * sizeof kept, sizeof kept);
    return kept == stored_row_digest(section->table, row, &v->room) ||
           (!b->is_sealed && old_digest_fits(row, digests, i));
}

/* The states from `from` to `to` of a block. */
static void name_rows(struct state_check *v, struct section_check *section,
                      const struct state_block *b, int64_t from, int64_t to) {
    query_bind_number(v->block, 1, b->first);
    bool is_there = query_next(v->block);
    struct span digests = is_there ? query_text(v->block, 0) : (struct span){0};
    v->rows.items.count = 0;
    if (is_there)
        (void)block_split(&v->rows, query_text(v->block, 1));
    for (int64_t id = from; id < to && !is_enough(section); id++) {
        size_t i = (size_t)(id - b->first);
        bool is_row = i < v->rows.items.count;
        if (!is_row || !fits_digest(v, section, b, i, digests))
            name_state(v, section, id, is_row);
    }
    query_reset(v->block);
}

/* Of blocks that do not fit, and that nothing was said of (`all`: of every block), the section's
 * rows that are others than were stored; and rows that no block has. */
static void name_section(struct state_check *v, struct section_check *section, bool all) {
    for (size_t i = 0; i < section->ids.items.count; i++) {
        int64_t id = section->ids.items.items[i].first;
        int64_t end = id + section->ids.items.items[i].count;
        while (id < end && !is_enough(section)) {
            const struct state_block *b = block_list_from(&v->blocks, id);
            int64_t from = b && b->first > id ? b->first : id;
            for (; id < end && (!b || id < from) && !is_enough(section); id++)
                name_state(v, section, id, false);
            if (!b || id < from || id >= end)
                break;
            int64_t stop = block_end(b) < end ? block_end(b) : end;
            size_t place = (size_t)(b - v->blocks.items.items), before = section->named;
            if (all || v->is_bad[place])
                name_rows(v, section, b, id, stop);
            v->is_told[place] |= section->named > before;
            id = stop;
        }
    }
}

/* --- Sections --- */

/* A section row: kind, input, name, rows, ranges, lines, sha256, run, form. */
static bool fits_hash(struct state_check *v, const struct query *q, const struct range *ranges,
                      size_t count, const struct ids *ids) {
    char hex[DIGEST_HEX_SIZE];
    size_t total = ranges_total(ranges, count);
    if (total != (size_t)query_number(q, 3) || total > v->most)
        return false;
    int64_t form = query_number(q, 8);
    if (form == 1)
        old_section_hash(v->states, ranges, count, query_text(q, 5), hex);
    else if (form == 2)
        section_seal(&(struct sealed_section){query_text(q, 4), query_text(q, 5), ids, v->states},
                     &v->blocks, hex);
    else
        return false;
    return span_equal(span_of(hex), query_text(q, 6));
}

/* Notes the run beside each block that does not fit and has states of the section. A run of today
 * seals every block that it has states of. */
static bool meets_bad_block(struct state_check *v, const struct section_check *section) {
    bool is_met = false;
    size_t r = 0;
    bool is_needed = v->has_bad || (v->has_unsealed && section->form == 2);
    for (size_t i = 0; is_needed && i < v->blocks.items.count; i++) {
        const struct state_block *b = &v->blocks.items.items[i];
        r = ids_from(&section->ids, r, b->first);
        if (r == section->ids.items.count || section->ids.items.items[r].first >= block_end(b))
            continue;
        v->is_bad[i] |= !b->is_sealed && section->form == 2;
        if (!v->is_bad[i])
            continue;
        is_met = true;
        if (!v->first_run[i])
            v->first_run[i] = section->run;
    }
    return is_met;
}

static void check_section(struct state_check *v, const struct query *q) {
    struct section_check section = {.run = (uint64_t)query_number(q, 7),
                                    .form = query_number(q, 8),
                                    .table = codec_table_of(query_text(q, 0))};
    struct range *ranges;
    size_t count;
    struct strbuf key = {0};
    strbuf_add_span(&key, query_text(q, 0));
    strbuf_addf(&key, "/%lld", (long long)query_number(q, 1));
    bool is_list = ranges_parse(query_text(q, 4), &ranges, &count) && section.table;
    for (size_t i = 0; is_list && i < count; i++)
        vec_push(&section.ids.items, ranges[i]);
    ids_unite(&section.ids);
    bool fits = is_list && fits_hash(v, q, ranges, count, &section.ids);
    if (is_list && (meets_bad_block(v, &section) || !fits))
        name_section(v, &section, !fits);
    if (!fits && (!section.named || is_enough(&section)))
        fault_add(v->check, section.run, "section", strbuf_span(&key), MSG_LEDGER_SECTION_CHANGED);
    ids_release(&section.ids);
    free(ranges);
    strbuf_release(&key);
}

/* A section that is, states and all, one that was checked in an earlier run. */
static bool is_repeated(struct strpool *checked, const struct query *q) {
    struct strbuf all = {0};
    for (int i = 3; i <= 6; i++) {
        strbuf_add_span(&all, query_text(q, i));
        strbuf_add_char(&all, '|');
    }
    strbuf_add_span(&all, query_text(q, 8));
    uint32_t before = strpool_count(checked);
    strpool_intern(checked, strbuf_span(&all));
    strbuf_release(&all);
    return strpool_count(checked) == before;
}

static void check_all(struct state_check *v) {
    struct strpool checked = {0};
    struct query *q =
        store_query(v->store, "SELECT kind, input, name, rows, ranges, lines, sha256, "
                              "run, form FROM section WHERE purged IS NULL "
                              "ORDER BY run, kind, input");
    while (query_next(q))
        if (!is_repeated(&checked, q))
            check_section(v, q);
    query_end(q);
    strpool_release(&checked);
}

/* What a purge let go is as the purge left it: its run, kind and number of sections are those of
 * the purge's entry, and nothing of it is there. Its form is that of the run's other sections. */
static void check_purged(struct ledger_check *check, struct store *s) {
    faults_of_query(
        check, s, "section", MSG_LEDGER_NOT_PURGED,
        "SELECT s.run, s.kind || '/' || s.input FROM section s LEFT JOIN purge p "
        "ON p.purge = s.purged LEFT JOIN entry e ON e.kind = 'purge' AND e.number = p.purge "
        "LEFT JOIN run r ON r.run = s.run WHERE s.purged IS NOT NULL AND (e.entry IS NULL "
        "OR s.run >= e.run OR r.as_of >= p.before "
        "OR s.kind NOT IN ('account', 'person', 'seat', 'device', 'issue'))");
    faults_of_query(check, s, "section", MSG_LEDGER_SECTION_CHANGED,
                    "SELECT run, kind || '/' || input FROM section s WHERE purged IS NOT NULL "
                    "AND (ranges IS NOT '[]' OR lines IS NOT '[]' OR form IS NOT (SELECT form "
                    "FROM section WHERE run = s.run AND kind = 'rule' AND input = -1))");
    faults_of_query(check, s, "purge", MSG_LEDGER_PURGE_CHANGED,
                    "SELECT e.run, p.purge FROM purge p LEFT JOIN entry e ON e.kind = 'purge' "
                    "AND e.number = p.purge WHERE p.sections <> "
                    "(SELECT count(*) FROM section WHERE purged = p.purge)");
}

void verify_sections(struct ledger_check *check, struct store *s) {
    struct state_check v = {
        .check = check,
        .store = s,
        .states = states_open(s),
        .most = states_most(s),
        .block = store_query(
            s, "SELECT digests, body FROM seal LEFT JOIN block USING (first) WHERE first = ?1")};
    check_blocks(&v);
    check_all(&v);
    for (size_t i = 0; i < v.blocks.items.count; i++)
        if (v.is_bad[i] && !v.is_told[i])
            name_block(&v, v.first_run[i], &v.blocks.items.items[i]);
    faults_of_query(check, s, "block", MSG_LEDGER_BLOCK_CHANGED,
                    "SELECT 0, first FROM block WHERE first NOT IN (SELECT first FROM seal)");
    check_purged(check, s);
    states_close(v.states);
    query_end(v.block);
    vec_release(&v.blocks.items);
    free(v.is_bad);
    free(v.is_told);
    free(v.first_run);
    vec_release(&v.rows.items);
    strbuf_release(&v.room);
}
