/*
 * Rendering is most of a report's work, and a large report is larger than the model. So exceptions
 * go in windows of a few parts: while the writers take one window, each as a task of its own, the
 * parts of the next are rendered by whoever is free. Two windows of memory are used over and over.
 */
#include "rendering.h"

#include "tenko/parallel.h"

#include <stdlib.h>

enum { PARTS = 8, WINDOW = PARTS * RENDERED_MOST };

struct window {
    struct rendered parts[PARTS];
    size_t count; /* of the parts in use */
};

struct work {
    const struct view *view;
    const struct open_writer *writers;
    size_t writer_count;
    bool with_rows, with_lines;
    struct window windows[2];
    const struct window *taken; /* NULL in the first turn */
    struct window *rendered;
};

struct span rendered_row(const struct rendered *part, size_t i) {
    size_t from = i ? part->row_ends[i - 1] : 0;
    return (struct span){part->rows.p + from, part->row_ends[i] - from};
}

static void render(const struct work *w, struct rendered *part) {
    struct strbuf message = {0};
    struct sink rows, lines;
    strbuf_clear(&part->rows);
    strbuf_clear(&part->lines);
    sink_to_memory(&rows, &part->rows);
    sink_to_memory(&lines, &part->lines);
    struct csvout csv = {.out = &rows, .is_crlf = true, .is_spreadsheet_safe = true};
    for (size_t i = 0; i < part->count; i++) {
        size_t index = part->first + i;
        strbuf_clear(&message);
        exception_message(&w->view->findings->exceptions.items[index], w->view->language, &message);
        if (w->with_rows)
            exceptions_csv_row(w->view, index, strbuf_span(&message), &csv);
        part->row_ends[i] = part->rows.n;
        if (w->with_lines)
            exceptions_jsonl_line(w->view, index, strbuf_span(&message), &lines);
    }
    strbuf_release(&message);
}

static void take(const struct open_writer *w, const struct window *window) {
    for (size_t i = 0; w->file && i < window->count; i++)
        w->writer->take(w->file, &window->parts[i]);
}

/* First the writers, which are few and slow, then the parts. */
static void run_task(void *context, size_t index) {
    struct work *w = context;
    size_t takers = w->taken ? w->writer_count : 0;
    if (index < takers)
        take(&w->writers[index], w->taken);
    else
        render(w, &w->rendered->parts[index - takers]);
}

/* The parts of the exceptions from `first` on; none behind the last. */
static void lay_out(struct window *window, size_t first, size_t end) {
    window->count = 0;
    for (; window->count < PARTS && first < end; first += RENDERED_MOST) {
        struct rendered *part = &window->parts[window->count++];
        part->first = first;
        part->count = end - first < RENDERED_MOST ? end - first : RENDERED_MOST;
    }
}

void rendering_run(const struct view *view, unsigned formats, const struct open_writer *writers,
                   size_t writer_count) {
    struct work *w = memory_zeroed(1, sizeof *w);
    size_t end = view->findings->exceptions.count;
    *w = (struct work){.view = view,
                       .writers = writers,
                       .writer_count = writer_count,
                       .with_rows = formats & (FORMAT_CSV | FORMAT_DEPARTMENTS),
                       .with_lines = formats & FORMAT_JSONL};
    for (size_t turn = 0; turn == 0 || w->taken->count; turn++) {
        w->rendered = &w->windows[turn % 2];
        lay_out(w->rendered, turn * WINDOW, end);
        size_t takers = w->taken ? writer_count : 0;
        parallel_run(takers + w->rendered->count, view->threads, run_task, w);
        w->taken = w->rendered;
    }
    for (size_t i = 0; i < 2 * PARTS; i++) {
        strbuf_release(&w->windows[i / PARTS].parts[i % PARTS].rows);
        strbuf_release(&w->windows[i / PARTS].parts[i % PARTS].lines);
    }
    free(w);
}

struct output *exceptions_file_open(const struct view *view, int dirfd, const char *name,
                                    struct error *err) {
    struct output *out = memory_alloc(sizeof *out);
    if (output_open(out, dirfd, view->rendering->directory, "", name, err)) {
        out->hints_disk = view->waits_for_disk;
        return out;
    }
    free(out);
    return NULL;
}

bool exceptions_file_close(void *file, struct written_files *written, struct error *err) {
    bool ok = output_close(file, written, err);
    free(file);
    return ok;
}

struct csvout report_csv_begin(struct sink *out) {
    sink_text(out, "\xEF\xBB\xBF");
    return (struct csvout){.out = out, .is_crlf = true, .is_spreadsheet_safe = true};
}
