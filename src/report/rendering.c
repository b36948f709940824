/*
 * Rendering is most of a report's work, and a large report is larger than the model. So exceptions
 * go in windows of a few parts: while the writers take one window, each as a task of its own, the
 * parts of the next are rendered by whoever is free. Two windows of memory are used over and over.
 */
#include "rendering.h"

#include "tenko/memory.h"
#include "tenko/parallel.h"

#include <stdlib.h>

enum { PARTS = 8, WINDOW = PARTS * RENDERED_MOST };

/* One part in every form. */
struct forms_of_part {
    struct rendered forms[WRITERS_MOST];
};

struct window {
    struct forms_of_part parts[PARTS];
    size_t count; /* of the parts in use */
};

struct work {
    const struct view *view;
    const struct open_writer *writers;
    size_t writer_count;
    exception_form *forms[WRITERS_MOST]; /* each once */
    size_t form_count;
    size_t form_of_writer[WRITERS_MOST];
    struct window windows[2];
    const struct window *taken; /* NULL in the first turn */
    struct window *rendered;
};

struct span rendered_one(const struct rendered *part, size_t i) {
    size_t from = i ? part->ends[i - 1] : 0;
    return (struct span){part->text.p + from, part->ends[i] - from};
}

static void render(const struct work *w, struct forms_of_part *part) {
    struct list_row row;
    struct sink sinks[WRITERS_MOST];
    list_row_init(&row, w->view);
    for (size_t f = 0; f < w->form_count; f++) {
        strbuf_clear(&part->forms[f].text);
        sink_to_memory(&sinks[f], &part->forms[f].text);
    }
    for (size_t i = 0; i < part->forms[0].count; i++) {
        row.index = part->forms[0].first + i;
        exceptions_list.fetch(&row);
        for (size_t f = 0; f < w->form_count; f++) {
            w->forms[f](&row, &sinks[f]);
            part->forms[f].ends[i] = part->forms[f].text.n;
        }
    }
    list_row_release(&row);
}

static void take(const struct work *w, size_t writer) {
    const struct open_writer *open = &w->writers[writer];
    size_t form = w->form_of_writer[writer];
    for (size_t i = 0; open->file && i < w->taken->count; i++)
        open->writer->take(open->file, &w->taken->parts[i].forms[form]);
}

/* First the writers, which are few and slow, then the parts. */
static void run_task(void *context, size_t index) {
    struct work *w = context;
    size_t takers = w->taken ? w->writer_count : 0;
    if (index < takers)
        take(w, index);
    else
        render(w, &w->rendered->parts[index - takers]);
}

/* The parts of the exceptions from `first` on; none behind the last. */
static void lay_out(const struct work *w, struct window *window, size_t first, size_t end) {
    window->count = 0;
    for (; window->count < PARTS && first < end; first += RENDERED_MOST) {
        struct forms_of_part *part = &window->parts[window->count++];
        for (size_t f = 0; f < w->form_count; f++) {
            part->forms[f].first = first;
            part->forms[f].count = end - first < RENDERED_MOST ? end - first : RENDERED_MOST;
        }
    }
}

static void collect_forms(struct work *w) {
    for (size_t i = 0; i < w->writer_count; i++) {
        size_t f = 0;
        while (f < w->form_count && w->forms[f] != w->writers[i].writer->form)
            f++;
        if (f == w->form_count)
            w->forms[w->form_count++] = w->writers[i].writer->form;
        w->form_of_writer[i] = f;
    }
}

void rendering_run(const struct view *view, const struct open_writer *writers,
                   size_t writer_count) {
    if (!writer_count)
        return;
    struct work *w = memory_zeroed(1, sizeof *w);
    *w = (struct work){.view = view, .writers = writers, .writer_count = writer_count};
    collect_forms(w);
    for (size_t turn = 0; turn == 0 || w->taken->count; turn++) {
        w->rendered = &w->windows[turn % 2];
        lay_out(w, w->rendered, turn * WINDOW, view->record->exception_count);
        size_t takers = w->taken ? writer_count : 0;
        parallel_run(takers + w->rendered->count, view->threads, run_task, w);
        w->taken = w->rendered;
    }
    for (size_t i = 0; i < (size_t)2 * PARTS; i++)
        for (size_t f = 0; f < w->form_count; f++)
            strbuf_release(&w->windows[i / PARTS].parts[i % PARTS].forms[f].text);
    free(w);
}

struct output *exceptions_file_open(const struct view *view, int dirfd, const char *name,
                                    struct error *err) {
    struct output *out = memory_alloc(sizeof *out);
    if (output_open(out, dirfd, view->directory, "", name, err)) {
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
