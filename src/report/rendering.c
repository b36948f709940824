/*
 * Sentences, CSV rows and JSON lines in chunks, each chunk one task with texts of its own: making
 * them is most of a report's work, and so no file waits for another. The spans are set when a chunk
 * is whole, since its texts move while they grow.
 */
#include "rendering.h"

#include "tenko/parallel.h"

#include <stdlib.h>

enum {
    CHUNK = 512,
    MESSAGE_BYTES = 256,
    ROW_BYTES = 512,
    LINE_BYTES = 768 /* usual, not limits */
};

struct rendered_chunk {
    struct strbuf messages, rows, lines;
};

struct work {
    struct rendering *rendering;
    const struct view *view;
    bool with_lines;
};

static void settle(struct span *spans, size_t from, size_t to, const struct strbuf *text) {
    size_t at = 0;
    for (size_t i = from; i < to; i++) {
        spans[i].p = strbuf_span(text).p + at;
        at += spans[i].n;
    }
}

static void render_messages(const struct work *w, size_t from, size_t to, struct strbuf *text) {
    struct span *messages = w->rendering->messages;
    strbuf_reserve(text, (to - from) * MESSAGE_BYTES);
    for (size_t i = from; i < to; i++) {
        size_t before = text->n;
        exception_message(&w->view->findings->exceptions.items[i], w->view->language, text);
        messages[i].n = text->n - before;
    }
    settle(messages, from, to, text);
}

static void render_rows(const struct work *w, size_t from, size_t to, struct strbuf *text) {
    struct rendering *r = w->rendering;
    struct sink sink;
    strbuf_reserve(text, (to - from) * ROW_BYTES);
    sink_to_memory(&sink, text);
    struct csvout csv = {.out = &sink, .is_crlf = true, .is_spreadsheet_safe = true};
    for (size_t i = from; i < to; i++) {
        size_t before = text->n;
        exceptions_csv_row(w->view, i, r->messages[i], &csv);
        r->rows[i].n = text->n - before;
    }
    settle(r->rows, from, to, text);
}

static void render_lines(const struct work *w, size_t from, size_t to, struct strbuf *text) {
    struct sink sink;
    strbuf_reserve(text, (to - from) * LINE_BYTES);
    sink_to_memory(&sink, text);
    for (size_t i = from; i < to; i++)
        exceptions_jsonl_line(w->view, i, w->rendering->messages[i], &sink);
}

static void render_chunk(void *context, size_t index) {
    const struct work *w = context;
    struct rendered_chunk *chunk = &w->rendering->chunks[index];
    size_t count = w->view->findings->exceptions.count;
    size_t from = index * CHUNK;
    size_t to = count - from < CHUNK ? count : from + CHUNK;
    render_messages(w, from, to, &chunk->messages);
    if (w->rendering->rows)
        render_rows(w, from, to, &chunk->rows);
    if (w->with_lines)
        render_lines(w, from, to, &chunk->lines);
}

void rendering_init(struct rendering *r, const struct view *view, unsigned formats) {
    size_t count = view->findings->exceptions.count;
    *r = (struct rendering){.chunk_count = (count + CHUNK - 1) / CHUNK};
    r->messages = memory_zeroed(count + 1, sizeof *r->messages);
    if (formats & (FORMAT_CSV | FORMAT_DEPARTMENTS))
        r->rows = memory_zeroed(count + 1, sizeof *r->rows);
    r->chunks = memory_zeroed(r->chunk_count + 1, sizeof *r->chunks);
    struct work work = {r, view, formats & FORMAT_JSONL};
    parallel_run(r->chunk_count, view->threads, render_chunk, &work);
}

void rendering_release(struct rendering *r) {
    for (size_t i = 0; i < r->chunk_count; i++) {
        strbuf_release(&r->chunks[i].messages);
        strbuf_release(&r->chunks[i].rows);
        strbuf_release(&r->chunks[i].lines);
    }
    free(r->chunks);
    free(r->messages);
    free(r->rows);
    written_files_release(&r->written);
    *r = (struct rendering){0};
}

void rendering_write_lines(const struct rendering *r, struct sink *out) {
    for (size_t i = 0; i < r->chunk_count; i++)
        sink_span(out, strbuf_span(&r->chunks[i].lines));
}

struct csvout report_csv_begin(struct sink *out) {
    sink_text(out, "\xEF\xBB\xBF");
    return (struct csvout){.out = out, .is_crlf = true, .is_spreadsheet_safe = true};
}
