#include "chunk.h"

#include <stdlib.h>

/* A block while its rows are written. */
struct draft {
    struct chunk *chunk;
    struct digest *sha;
    size_t body; /* where it begins */
    size_t row;  /* its first one among the new rows */
    uint32_t rows;
};

static void end_block(struct draft *d, size_t end) {
    struct chunk *c = d->chunk;
    struct new_block block = {.rows = d->rows, .end = end};
    block_seal(d->sha, chunk_block_digests(c, d->row, d->rows),
               (struct span){c->bodies.p + d->body, end - d->body}, block.seal);
    vec_push(&c->blocks, block);
    d->body = end;
    d->row += d->rows;
    d->rows = 0;
}

/* Behind the row that begins at `from`; where the block is full without it, it begins the next one:
 * the two bytes between rows are as many as those between bodies. */
static void add_row(struct draft *d, size_t from, uint64_t digest) {
    struct chunk *c = d->chunk;
    size_t bytes = c->bodies.n + 1 - d->body;
    if (d->rows && (bytes > BLOCK_BYTES || d->rows == BLOCK_ROWS)) {
        c->bodies.p[from - 2] = ']';
        c->bodies.p[from - 1] = '[';
        end_block(d, from - 1);
    }
    c->new_digests[d->row + d->rows++] = digest;
}

void chunk_encode(struct chunk *c) {
    const struct row_feed *feed = &c->section->feed;
    struct draft d = {.chunk = c, .sha = digest_new()};
    struct strbuf room = {0};
    void *row = memory_alloc(feed->table->row_size);
    size_t place = c->first;
    strbuf_clear(&c->bodies);
    c->blocks.count = 0;
    for (size_t i = 0; i < c->count; i++) {
        feed->fetch(feed->context, c->first + i, row, &c->lines[i]);
        uint64_t said = codec_said(feed->table, row);
        c->digests[i] = codec_digest(feed->table, row, said, &room);
        c->is_new[i] = !known_rows_have(&c->section->known, c->digests[i], &place);
        if (!c->is_new[i])
            continue;
        strbuf_add(&c->bodies, d.rows ? ",\n" : "[", d.rows ? 2 : 1);
        size_t from = c->bodies.n;
        codec_write(feed->table, row, said, &c->bodies);
        add_row(&d, from, c->digests[i]);
    }
    if (d.rows) {
        strbuf_add_char(&c->bodies, ']');
        end_block(&d, c->bodies.n);
    }
    free(row);
    strbuf_release(&room);
    digest_free(d.sha);
}

struct span chunk_block_body(const struct chunk *c, size_t i) {
    size_t from = i ? c->blocks.items[i - 1].end : 0;
    return (struct span){c->bodies.p + from, c->blocks.items[i].end - from};
}

struct span chunk_block_digests(const struct chunk *c, size_t row, uint32_t rows) {
    return (struct span){(const char *)(c->new_digests + row), rows * sizeof *c->new_digests};
}

void chunk_release(struct chunk *c) {
    strbuf_release(&c->bodies);
    vec_release(&c->blocks);
}
