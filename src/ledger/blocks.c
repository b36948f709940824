#include "blocks.h"

/* What a block may begin with. Nothing is counted from another number, which somebody edited. */
static bool is_number(int64_t first) {
    return first >= 0 && first < INT64_MAX / 2;
}

struct state_block block_of_columns(const struct query *q, int column) {
    int64_t first = query_number(q, column);
    struct state_block b = {.first = is_number(first) ? first
                                     : first < 0      ? 0
                                                      : INT64_MAX / 2,
                            .rows = is_number(first) ? (uint32_t)query_number(q, column + 1) : 0};
    struct span seal = query_text(q, column + 2);
    b.is_sealed = seal.n == sizeof b.seal;
    if (b.is_sealed)
        memcpy(b.seal, seal.p, sizeof b.seal);
    return b;
}

/* The last block that begins at the state or before; the first, where none does. */
static size_t place_of(const struct block_list *list, int64_t id) {
    size_t low = 0, high = list->items.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (list->items.items[middle].first <= id)
            low = middle;
        else
            high = middle;
    }
    return low;
}

const struct state_block *block_list_from(const struct block_list *list, int64_t id) {
    size_t place = place_of(list, id);
    while (place < list->items.count && block_end(&list->items.items[place]) <= id)
        place++;
    return place < list->items.count ? &list->items.items[place] : NULL;
}

const struct state_block *block_list_find(const struct block_list *list, int64_t id) {
    const struct state_block *b = block_list_from(list, id);
    return b && b->first <= id ? b : NULL;
}

/* --- Texts --- */

bool block_split(struct block_rows *out, struct span body) {
    out->items.count = 0;
    if (body.n < 2 || body.p[0] != '[' || body.p[body.n - 1] != ']')
        return false;
    const char *row = body.p + 1, *end = body.p + body.n - 1;
    while (row < end) {
        const char *line_end = memchr(row, '\n', (size_t)(end - row));
        if (line_end && line_end[-1] != ',')
            return false;
        const char *stop = line_end ? line_end - 1 : end;
        vec_push(&out->items, ((struct span){row, (size_t)(stop - row)}));
        row = line_end ? line_end + 1 : end;
    }
    return true;
}

void block_seal(struct digest *sha, struct span digests, struct span body,
                unsigned char seal[DIGEST_SIZE]) {
    digest_add(sha, digests.p, digests.n);
    digest_add(sha, body.p, body.n);
    digest_take(sha, seal);
}

/* --- States by number --- */

struct states {
    struct query *block;
    int64_t first;
    struct block_rows rows; /* of the block at hand, whose text is the statement's */
};

struct states *states_open(struct store *s) {
    struct states *states = memory_zeroed(1, sizeof *states);
    states->block = store_query(
        s, "SELECT first, body FROM block WHERE first <= ?1 ORDER BY first DESC LIMIT 1");
    return states;
}

static void read_block(struct states *states, int64_t id) {
    struct query *q = states->block;
    states->rows.items.count = 0;
    query_reset(q);
    query_bind_number(q, 1, id);
    if (!query_next(q))
        return;
    int64_t first = query_number(q, 0);
    states->first = is_number(first) ? first : 0;
    if (!is_number(first) || !block_split(&states->rows, query_text(q, 1)))
        states->rows.items.count = 0;
}

bool states_get(struct states *states, int64_t id, struct span *text) {
    const struct block_rows *rows = &states->rows;
    if (id < states->first || id - states->first >= (int64_t)rows->items.count)
        read_block(states, id);
    if (id < states->first || id - states->first >= (int64_t)rows->items.count)
        return false;
    *text = rows->items.items[id - states->first];
    return !block_row_is_dropped(*text);
}

void states_close(struct states *states) {
    query_end(states->block);
    vec_release(&states->rows.items);
    free(states);
}

/* A state has some bytes, but rows of one text may have one state. */
enum { MOST_PER_BYTE = 16 };

static size_t number_of(struct store *s, const char *sql) {
    struct query *q = store_query(s, sql);
    size_t number = query_next(q) ? (size_t)query_number(q, 0) : 0;
    query_end(q);
    return number;
}

size_t states_most(struct store *s) {
    return number_of(s, "PRAGMA page_count") * number_of(s, "PRAGMA page_size") * MOST_PER_BYTE;
}

/* --- Sections over blocks --- */

/* A hash in the making, and one beside it. */
struct sealing {
    const struct sealed_section *section;
    struct digest *sha, *part;
};

/* Of the ranges from the i-th on, which is the first that does not end before the block. */
static void hash_part(struct sealing *x, const struct state_block *b, size_t i,
                      unsigned char out[DIGEST_SIZE]) {
    const struct ids *ids = x->section->ids;
    for (; i < ids->items.count && ids->items.items[i].first < block_end(b); i++) {
        int64_t id = ids->items.items[i].first, end = id + ids->items.items[i].count;
        id = id > b->first ? id : b->first;
        for (; id < end && id < block_end(b); id++) {
            struct span text;
            if (!states_get(x->section->states, id, &text))
                continue;
            digest_add(x->part, text.p, text.n);
            digest_add(x->part, "\n", 1);
        }
    }
    digest_take(x->part, out);
}

static void add_block(struct sealing *x, const struct state_block *b, size_t range) {
    const struct range *r = &x->section->ids->items.items[range];
    unsigned char first[8], hash[DIGEST_SIZE];
    for (int i = 0; i < 8; i++)
        first[i] = (unsigned char)((uint64_t)b->first >> 8 * i);
    digest_add(x->sha, first, sizeof first);
    bool has_all = r->first <= b->first && r->first + r->count >= block_end(b);
    if (!has_all)
        hash_part(x, b, range, hash);
    digest_add(x->sha, has_all ? b->seal : hash, sizeof hash);
}

void section_seal(const struct sealed_section *section, const struct block_list *blocks,
                  char hex[DIGEST_HEX_SIZE]) {
    struct sealing x = {section, digest_new(), digest_new()};
    const struct ids *ids = section->ids;
    digest_add(x.sha, section->ranges.p, section->ranges.n);
    digest_add(x.sha, "\n", 1);
    digest_add(x.sha, section->lines.p, section->lines.n);
    digest_add(x.sha, "\n", 1);
    size_t b = ids->items.count ? place_of(blocks, ids->items.items[0].first) : 0;
    for (size_t i = 0; b < blocks->items.count && i < ids->items.count; b++) {
        const struct state_block *block = &blocks->items.items[b];
        i = ids_from(ids, i, block->first);
        if (i < ids->items.count && ids->items.items[i].first < block_end(block))
            add_block(&x, block, i);
    }
    digest_finish(x.sha, hex);
    digest_free(x.part);
}
