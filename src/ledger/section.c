#include "section.h"

#include "ranges.h"
#include "tenko/parallel.h"

#include <stdlib.h>

enum { CHUNK_ROWS = SECTION_CHUNK_ROWS, WINDOW_CHUNKS = 32 };

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

static void encode_chunk(struct chunk *c) {
    const struct row_feed *feed = &c->section->feed;
    void *row = memory_alloc(feed->table->row_size);
    strbuf_clear(&c->texts);
    for (size_t i = 0; i < c->count; i++) {
        size_t from = c->texts.n;
        memset(row, 0, feed->table->row_size);
        feed->fetch(feed->context, c->first + i, row, &c->lines[i]);
        codec_write(feed->table, row, &c->texts);
        c->ends[i] = c->texts.n;
        c->digests[i] = row_digest_of((struct span){c->texts.p + from, c->texts.n - from});
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

/* New states, in the order of their rows: each gets the id behind the largest there is. */
struct state_writer {
    struct query *insert;
    int64_t next_id;
};

static int64_t write_state(struct state_writer *w, struct section *section, struct span text,
                           struct row_digest digest) {
    if (!section->new_digests.count)
        section->first_new = w->next_id;
    vec_push(&section->new_digests, digest);
    query_lend_text(w->insert, 1, text);
    query_run(w->insert);
    return w->next_id++;
}

static void take_chunk(const struct chunk *c, struct state_writer *w) {
    struct section *section = c->section;
    for (size_t i = 0; i < c->count; i++) {
        size_t from = i ? c->ends[i - 1] : 0;
        int64_t id = known_rows_claim(&section->known, c->digests[i]);
        if (!id)
            id = write_state(w, section, (struct span){c->texts.p + from, c->ends[i] - from},
                             c->digests[i]);
        section->ids[c->first + i] = id;
        add_line(section, c->lines[i]);
    }
    digest_add(section->sha, c->sha256, DIGEST_HEX_SIZE - 1);
}

static void begin_section(struct section *section, int64_t next_id) {
    section->next_id = next_id;
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

struct section_window {
    struct chunk chunks[WINDOW_CHUNKS];
    size_t used;
};

/* Two windows: the chunks of one are encoded while those of the other, encoded before, are taken.
 */
struct encoding {
    struct section *sections;
    size_t count, at, row; /* the next row */
    struct section_window *ahead, *behind;
    struct state_writer writer;
};

/* The next chunks of the sections. */
static void lay_out(struct encoding *e) {
    struct section_window *w = e->ahead;
    w->used = 0;
    while (w->used < WINDOW_CHUNKS && e->at < e->count) {
        size_t left = e->sections[e->at].row_count - e->row;
        if (left == 0) {
            e->at++;
            e->row = 0;
            continue;
        }
        struct chunk *c = &w->chunks[w->used++];
        c->section = &e->sections[e->at];
        c->first = e->row;
        c->count = left < CHUNK_ROWS ? left : CHUNK_ROWS;
        e->row += c->count;
    }
}

/* Task 0 takes what was encoded before, alone: its order counts, and it alone speaks to the store.
 * The others encode a chunk each. */
static void encode_or_take(void *context, size_t index) {
    struct encoding *e = context;
    if (index > 0) {
        encode_chunk(&e->ahead->chunks[index - 1]);
        return;
    }
    for (size_t i = 0; i < e->behind->used; i++)
        take_chunk(&e->behind->chunks[i], &e->writer);
}

static struct section_window *window_new(void) {
    return memory_zeroed(1, sizeof(struct section_window));
}

static void window_free(struct section_window *w) {
    for (size_t i = 0; i < WINDOW_CHUNKS; i++)
        strbuf_release(&w->chunks[i].texts);
    free(w);
}

static int64_t next_state(struct store *s) {
    struct query *q = store_query(s, "SELECT coalesce(max(id), 0) + 1 FROM state");
    int64_t next = query_next(q) ? query_number(q, 0) : 1;
    query_end(q);
    return next;
}

void sections_encode(struct section *sections, size_t count, struct store *s, unsigned threads) {
    struct encoding e = {
        .sections = sections,
        .count = count,
        .ahead = window_new(),
        .behind = window_new(),
        .writer = {store_query(s, "INSERT INTO state(body) VALUES(?1)"), next_state(s)}};
    for (size_t i = 0; i < count; i++)
        begin_section(&sections[i], e.writer.next_id);
    do {
        lay_out(&e);
        parallel_run(1 + e.ahead->used, threads, encode_or_take, &e);
        struct section_window *encoded = e.ahead;
        e.ahead = e.behind;
        e.behind = encoded;
    } while (e.behind->used > 0);
    for (size_t i = 0; i < count; i++)
        finish_section(&sections[i]);
    window_free(e.ahead);
    window_free(e.behind);
    query_end(e.writer.insert);
}

/* --- Writing --- */

static void write_digests(const struct section *section, struct store *s) {
    if (!section->new_digests.count)
        return;
    struct query *q = store_query(s, "INSERT INTO block(first, rows, digests) VALUES(?1, ?2, ?3)");
    query_bind_number(q, 1, section->first_new);
    query_bind_number(q, 2, (int64_t)section->new_digests.count);
    query_bind_bytes(q, 3,
                     (struct span){(const char *)section->new_digests.items,
                                   section->new_digests.count * sizeof(struct row_digest)});
    query_run(q);
    query_end(q);
}

void section_write(struct section *section, struct store *s, uint64_t run) {
    struct strbuf ranges = {0};
    write_digests(section, s);
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
    vec_release(&section->new_digests);
    strbuf_release(&section->lines);
    digest_free(section->sha);
}
