#include "section.h"

#include "chunk.h"
#include "ranges.h"
#include "tenko/pipeline.h"

#include <stdlib.h>

/* --- Taking what was encoded --- */

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

/* New states, in the order of their rows: each gets the id behind the largest there is. */
struct block_writer {
    struct query *body, *seal; /* NULL: the store is only read, and what is new is not kept */
    int64_t next_id;
};

static void write_block(struct block_writer *w, const struct state_block *b, struct span digests,
                        struct span body) {
    if (!w->body)
        return;
    query_bind_number(w->seal, 1, b->first);
    query_bind_number(w->seal, 2, b->rows);
    query_bind_bytes(w->seal, 3, (struct span){(const char *)b->seal, sizeof b->seal});
    query_bind_bytes(w->seal, 4, digests);
    query_run(w->seal);
    query_bind_number(w->body, 1, b->first);
    query_lend_text(w->body, 2, body);
    query_run(w->body);
}

static void write_blocks(const struct chunk *c, struct block_writer *w) {
    int64_t first = w->next_id;
    for (size_t i = 0, row = 0; i < c->blocks.count; row += c->blocks.items[i++].rows) {
        const struct new_block *b = &c->blocks.items[i];
        struct state_block block = {
            .first = first + (int64_t)row, .rows = b->rows, .is_sealed = true};
        memcpy(block.seal, b->seal, sizeof block.seal);
        vec_push(&c->section->new_blocks.items, block);
        write_block(w, &block, chunk_block_digests(c, row, b->rows), chunk_block_body(c, i));
    }
}

static void take_chunk(const struct chunk *c, struct block_writer *w) {
    struct section *section = c->section;
    write_blocks(c, w);
    for (size_t i = 0; i < c->count; i++) {
        section->ids[c->first + i] =
            c->is_new[i] ? w->next_id++ : known_rows_claim(&section->known, c->digests[i]);
        add_line(section, c->lines[i]);
    }
}

static void begin_section(struct section *section, int64_t next_id) {
    section->next_id = next_id;
    section->ids = memory_zeroed(section->row_count + 1, sizeof *section->ids);
    strbuf_add_char(&section->lines, '[');
}

static void finish_section(struct section *section) {
    end_line_run(section);
    strbuf_add_char(&section->lines, ']');
}

/* --- Encoding --- */

struct encoding {
    struct section *sections;
    struct store *store;
    size_t *first_chunk; /* of each section; one more: of all */
    size_t count;
    struct chunk *slots[PIPELINE_SLOTS];
    struct block_writer writer;
};

/* The section whose rows the chunk has: the last that begins at it or before. */
static size_t section_of(const struct encoding *e, size_t chunk) {
    size_t low = 0, high = e->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (e->first_chunk[middle] <= chunk)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void make_chunk(void *context, size_t item) {
    struct encoding *e = context;
    size_t at = section_of(e, item);
    struct chunk *c = e->slots[item % PIPELINE_SLOTS];
    c->section = &e->sections[at];
    c->first = (item - e->first_chunk[at]) * CHUNK_ROWS;
    size_t left = c->section->row_count - c->first;
    c->count = left < CHUNK_ROWS ? left : CHUNK_ROWS;
    chunk_encode(c);
}

/* The only one that speaks to the store. */
static void take_next(void *context, size_t taker, size_t item) {
    enum { CHUNKS_HINTED = 16 };
    struct encoding *e = context;
    (void)taker;
    take_chunk(e->slots[item % PIPELINE_SLOTS], &e->writer);
    if (item % CHUNKS_HINTED == CHUNKS_HINTED - 1)
        store_hint_disk(e->store);
}

static void begin_encoding(struct encoding *e) {
    e->first_chunk = memory_zeroed(e->count + 1, sizeof *e->first_chunk);
    for (size_t i = 0; i < e->count; i++) {
        size_t chunks = (e->sections[i].row_count + CHUNK_ROWS - 1) / CHUNK_ROWS;
        e->first_chunk[i + 1] = e->first_chunk[i] + chunks;
        begin_section(&e->sections[i], e->writer.next_id);
    }
    for (size_t i = 0; i < PIPELINE_SLOTS; i++)
        e->slots[i] = memory_zeroed(1, sizeof *e->slots[i]);
}

static void end_encoding(struct encoding *e) {
    for (size_t i = 0; i < e->count; i++)
        finish_section(&e->sections[i]);
    for (size_t i = 0; i < PIPELINE_SLOTS; i++) {
        chunk_release(e->slots[i]);
        free(e->slots[i]);
    }
    free(e->first_chunk);
}

/* Behind the last block; a number that no block begins with (block_of_columns) counts for none. */
static int64_t next_state(struct store *s) {
    struct query *q = store_query(
        s, "SELECT first + rows FROM seal WHERE first < 1 << 62 ORDER BY first DESC LIMIT 1");
    int64_t next = query_next(q) ? query_number(q, 0) : 1;
    query_end(q);
    return next;
}

void sections_encode(struct section *sections, size_t count, struct store *s, unsigned threads) {
    struct encoding e = {
        .sections = sections, .store = s, .count = count, .writer = {.next_id = next_state(s)}};
    if (!store_is_read(s)) {
        e.writer.body = store_query(s, "INSERT INTO block(first, body) VALUES(?1, ?2)");
        e.writer.seal = store_query(s, "INSERT INTO seal(first, rows, sha256, digests) "
                                       "VALUES(?1, ?2, ?3, ?4)");
    }
    begin_encoding(&e);
    const struct pipeline line = {e.first_chunk[count], 1, make_chunk, take_next, &e};
    pipeline_run(&line, threads);
    store_hint_disk(s);
    end_encoding(&e);
    query_end(e.writer.body);
    query_end(e.writer.seal);
}

/* --- Writing --- */

/* Known states have smaller numbers than new ones, so the blocks of both are in order. */
static void seal_section(const struct section *section, struct store *s, struct span ranges,
                         char sha256[DIGEST_HEX_SIZE]) {
    struct block_list all = {0};
    struct ids ids = {0};
    struct states *states = states_open(s);
    size_t known = section->known.blocks.items.count, fresh = section->new_blocks.items.count;
    vec_reserve(&all.items, known + fresh + 1);
    for (size_t i = 0; i < known; i++)
        vec_push(&all.items, section->known.blocks.items.items[i]);
    for (size_t i = 0; i < fresh; i++)
        vec_push(&all.items, section->new_blocks.items.items[i]);
    ids_add_numbers(&ids, section->ids, section->row_count);
    ids_unite(&ids);
    section_seal(&(struct sealed_section){ranges, strbuf_span(&section->lines), &ids, states}, &all,
                 sha256);
    states_close(states);
    ids_release(&ids);
    vec_release(&all.items);
}

void section_write(struct section *section, struct store *s, uint64_t run) {
    struct strbuf ranges = {0};
    char sha256[DIGEST_HEX_SIZE];
    ranges_format(section->ids, section->row_count, &ranges);
    seal_section(section, s, strbuf_span(&ranges), sha256);
    struct query *q = store_query(
        s, "INSERT INTO section(run, kind, input, name, rows, ranges, lines, sha256, form) "
           "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 2)");
    query_bind_number(q, 1, (int64_t)run);
    query_bind_text(q, 2, span_of(section->feed.table->kind));
    query_bind_number(q, 3, section->input);
    query_bind_text(q, 4, section->name);
    query_bind_number(q, 5, (int64_t)section->row_count);
    query_bind_text(q, 6, strbuf_span(&ranges));
    query_bind_text(q, 7, strbuf_span(&section->lines));
    query_bind_text(q, 8, span_of(sha256));
    query_run(q);
    query_end(q);
    strbuf_release(&ranges);
}

void section_release(struct section *section) {
    known_rows_release(&section->known);
    free(section->ids);
    vec_release(&section->new_blocks.items);
    strbuf_release(&section->lines);
}
