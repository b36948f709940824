#include "section.h"

#include "ranges.h"
#include "tenko/parallel.h"

#include <stdlib.h>
#include <xxhash.h>

enum { CHUNK_ROWS = SECTION_CHUNK_ROWS, WINDOW_CHUNKS = 32 };

/* --- What an earlier section had --- */

static void load_digests(struct known_rows *out, struct store *s, const struct range *ranges,
                         size_t count) {
    struct query *q = store_query(
        s, "SELECT first, rows, digests FROM block WHERE first + rows > ?1 AND first < ?2 "
           "AND first >= (SELECT max(first) FROM block WHERE first <= ?1) ORDER BY first");
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t from = ranges[i].first, end = from + ranges[i].count;
        query_bind_number(q, 1, from);
        query_bind_number(q, 2, end);
        for (int64_t id = from; query_next(q);) {
            int64_t first = query_number(q, 0), block_end = first + query_number(q, 1);
            struct span digests = query_text(q, 2);
            for (; id < end && id < block_end; id++, at++) {
                size_t offset = (size_t)(id - first) * sizeof(struct row_digest);
                if (offset + sizeof(struct row_digest) <= digests.n)
                    memcpy(&out->digests[at], digests.p + offset, sizeof(struct row_digest));
                out->ids[at] = id;
            }
        }
        query_reset(q);
    }
    query_end(q);
    out->count = at;
}

bool known_rows_load(struct known_rows *out, struct store *s, const struct section *section,
                     date day, struct error *err) {
    char digits[11] = "";
    *out = (struct known_rows){.as_of = DATE_NONE};
    struct query *q = store_query(
        s, "SELECT run, ranges, rows, as_of FROM section JOIN run USING (run) "
           "WHERE kind = ?1 AND name = ?2 AND purged IS NULL "
           "ORDER BY as_of < ?3 DESC, CASE WHEN as_of < ?3 THEN as_of END DESC, run DESC LIMIT 1");
    if (day != DATE_NONE)
        date_format(day, digits);
    query_bind_text(q, 1, span_of(section->feed.table->kind));
    query_bind_text(q, 2, section->name);
    query_bind_text(q, 3, span_of(digits));
    if (query_next(q)) {
        VEC(struct range) ranges = {0};
        out->is_there = true;
        out->run = (uint64_t)query_number(q, 0);
        out->as_of = codec_day(query_text(q, 3));
        if (!ranges_parse(query_text(q, 1), &ranges.items, &ranges.count)) {
            query_end(q);
            return error_set(err, FAULT_OUTPUT, MSG_STORE_DAMAGED, store_path(s), 0, NULL);
        }
        size_t rows = ranges_total(ranges.items, ranges.count);
        out->digests = memory_zeroed(rows + 1, sizeof *out->digests);
        out->ids = memory_zeroed(rows + 1, sizeof *out->ids);
        out->is_claimed = memory_zeroed(rows + 1, sizeof *out->is_claimed);
        load_digests(out, s, ranges.items, ranges.count);
        free(ranges.items);
    }
    query_end(q);
    return store_ok(s, err);
}

void known_rows_release(struct known_rows *known) {
    free(known->digests);
    free(known->ids);
    free(known->is_claimed);
    free(known->buckets);
    *known = (struct known_rows){0};
}

static void index_known(struct known_rows *known) {
    uint32_t size = 16;
    while (size < known->count * 2)
        size *= 2;
    known->mask = size - 1;
    known->buckets = memory_zeroed(size, sizeof *known->buckets);
    for (size_t i = known->count; i-- > 0;) {
        uint32_t slot = (uint32_t)known->digests[i].low & known->mask;
        while (known->buckets[slot])
            slot = (slot + 1) & known->mask;
        known->buckets[slot] = (uint32_t)i + 1;
    }
}

static bool same(struct row_digest a, struct row_digest b) {
    return a.low == b.low && a.high == b.high;
}

static int64_t claim(struct section *section, size_t i) {
    section->cursor = i + 1;
    section->known.is_claimed[i] = true;
    return section->known.ids[i];
}

/* The id of an unchanged row, or 0. Most rows stand where they stood. */
static int64_t find_known(struct section *section, struct row_digest digest) {
    struct known_rows *known = &section->known;
    if (section->cursor < known->count && same(known->digests[section->cursor], digest))
        return claim(section, section->cursor);
    if (known->count == 0)
        return 0;
    if (!known->buckets)
        index_known(known);
    int64_t id = 0;
    for (uint32_t slot = (uint32_t)digest.low & known->mask; known->buckets[slot];
         slot = (slot + 1) & known->mask) {
        size_t i = known->buckets[slot] - 1;
        if (!same(known->digests[i], digest))
            continue;
        if (!known->is_claimed[i])
            return claim(section, i);
        id = known->ids[i]; /* of two rows of one text, now three */
    }
    return id;
}

/* --- Encoding --- */

struct chunk {
    struct section *section;
    size_t first, count;
    struct strbuf texts;
    size_t ends[CHUNK_ROWS];
    struct row_digest digests[CHUNK_ROWS];
    uint32_t lines[CHUNK_ROWS];
    char sha256[DIGEST_HEX_SIZE];
};

void section_chunk_hash(struct span texts, const size_t *ends, size_t count,
                        char hex[DIGEST_HEX_SIZE]) {
    struct digest *sha = digest_new();
    digest_add(sha, texts.p, texts.n);
    digest_add(sha, ends, count * sizeof *ends);
    digest_finish(sha, hex);
}

static void encode_chunk(void *context, size_t index) {
    struct chunk *c = &((struct chunk *)context)[index];
    const struct row_feed *feed = &c->section->feed;
    void *row = memory_alloc(feed->table->row_size);
    strbuf_clear(&c->texts);
    for (size_t i = 0; i < c->count; i++) {
        size_t from = c->texts.n;
        memset(row, 0, feed->table->row_size);
        feed->fetch(feed->context, c->first + i, row, &c->lines[i]);
        codec_write(feed->table, row, &c->texts);
        c->ends[i] = c->texts.n;
        XXH128_hash_t hash = XXH3_128bits(c->texts.p + from, c->texts.n - from);
        c->digests[i] = (struct row_digest){hash.low64, hash.high64};
    }
    section_chunk_hash(strbuf_span(&c->texts), c->ends, c->count, c->sha256);
    free(row);
}

static void end_line_run(struct section *section) {
    if (section->run_length)
        strbuf_addf(&section->lines, "%s[%u,%u]", section->lines.n > 1 ? "," : "",
                    (unsigned)section->run_start, (unsigned)section->run_length);
    section->run_length = 0;
}

static void add_line(struct section *section, uint32_t line) {
    if (section->run_length && line == section->run_start + section->run_length) {
        section->run_length++;
        return;
    }
    end_line_run(section);
    section->run_start = line;
    section->run_length = 1;
}

static void take_chunk(const struct chunk *c) {
    struct section *section = c->section;
    for (size_t i = 0; i < c->count; i++) {
        size_t from = i ? c->ends[i - 1] : 0;
        int64_t id = find_known(section, c->digests[i]);
        section->ids[c->first + i] = id;
        add_line(section, c->lines[i]);
        if (id)
            continue;
        strbuf_add(&section->fresh, c->texts.p + from, c->ends[i] - from);
        vec_push(&section->fresh_ends, section->fresh.n);
        vec_push(&section->fresh_digests, c->digests[i]);
    }
    digest_add(section->sha, c->sha256, DIGEST_HEX_SIZE - 1);
}

static void begin_section(struct section *section) {
    section->ids = memory_zeroed(section->row_count + 1, sizeof *section->ids);
    section->sha = digest_new();
    strbuf_add_char(&section->lines, '[');
}

static void finish_section(struct section *section) {
    end_line_run(section);
    strbuf_add_char(&section->lines, ']');
    digest_add(section->sha, section->lines.p, section->lines.n);
    digest_finish(section->sha, section->sha256);
    section->sha = NULL;
}

/* The next chunks of the sections from (*at, *row) on. */
static size_t lay_out(struct chunk *window, struct section *sections, size_t count, size_t *at,
                      size_t *row) {
    size_t used = 0;
    while (used < WINDOW_CHUNKS && *at < count) {
        size_t left = sections[*at].row_count - *row;
        if (left == 0) {
            ++*at;
            *row = 0;
            continue;
        }
        struct chunk *c = &window[used++];
        c->section = &sections[*at];
        c->first = *row;
        c->count = left < CHUNK_ROWS ? left : CHUNK_ROWS;
        *row += c->count;
    }
    return used;
}

void sections_encode(struct section *sections, size_t count, unsigned threads) {
    struct chunk *window = memory_zeroed(WINDOW_CHUNKS, sizeof *window);
    size_t at = 0, row = 0;
    for (size_t i = 0; i < count; i++)
        begin_section(&sections[i]);
    for (size_t used; (used = lay_out(window, sections, count, &at, &row)) > 0;) {
        parallel_run(used, threads, encode_chunk, window);
        for (size_t i = 0; i < used; i++)
            take_chunk(&window[i]);
    }
    for (size_t i = 0; i < count; i++)
        finish_section(&sections[i]);
    for (size_t i = 0; i < WINDOW_CHUNKS; i++)
        strbuf_release(&window[i].texts);
    free(window);
}

/* --- Writing --- */

int64_t store_next_state(struct store *s) {
    struct query *q = store_query(s, "SELECT coalesce(max(id), 0) + 1 FROM state");
    int64_t next = query_next(q) ? query_number(q, 0) : 1;
    query_end(q);
    return next;
}

static void write_states(struct section *section, struct store *s, int64_t first) {
    struct query *q = store_query(s, "INSERT INTO state(id, body) VALUES(?1, ?2)");
    for (size_t i = 0; i < section->fresh_ends.count; i++) {
        size_t from = i ? section->fresh_ends.items[i - 1] : 0;
        query_bind_number(q, 1, first + (int64_t)i);
        query_lend_text(
            q, 2, (struct span){section->fresh.p + from, section->fresh_ends.items[i] - from});
        query_run(q);
    }
    query_end(q);
    if (!section->fresh_ends.count)
        return;
    q = store_query(s, "INSERT INTO block(first, rows, digests) VALUES(?1, ?2, ?3)");
    query_bind_number(q, 1, first);
    query_bind_number(q, 2, (int64_t)section->fresh_ends.count);
    query_bind_bytes(q, 3,
                     (struct span){(const char *)section->fresh_digests.items,
                                   section->fresh_digests.count * sizeof(struct row_digest)});
    query_run(q);
    query_end(q);
}

static void number_new_rows(struct section *section, int64_t first) {
    for (size_t i = 0; i < section->row_count; i++)
        if (!section->ids[i])
            section->ids[i] = first++;
}

void section_write(struct section *section, struct store *s, uint64_t run) {
    int64_t first = store_next_state(s);
    struct strbuf ranges = {0};
    write_states(section, s, first);
    number_new_rows(section, first);
    ranges_format(section->ids, section->row_count, &ranges);
    struct query *q =
        store_query(s, "INSERT INTO section(run, kind, input, name, rows, ranges, lines, sha256) "
                       "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    query_bind_number(q, 1, (int64_t)run);
    query_bind_text(q, 2, span_of(section->feed.table->kind));
    query_bind_number(q, 3, section->input);
    query_bind_text(q, 4, section->name);
    query_bind_number(q, 5, (int64_t)section->row_count);
    query_bind_text(q, 6, strbuf_span(&ranges));
    query_bind_text(q, 7, strbuf_span(&section->lines));
    query_bind_text(q, 8, span_of(section->sha256));
    query_run(q);
    query_end(q);
    strbuf_release(&ranges);
}

void section_release(struct section *section) {
    known_rows_release(&section->known);
    free(section->ids);
    strbuf_release(&section->fresh);
    vec_release(&section->fresh_ends);
    vec_release(&section->fresh_digests);
    strbuf_release(&section->lines);
    digest_free(section->sha);
}
