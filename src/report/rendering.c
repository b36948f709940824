/*
 * Rendering is most of a report's work, and a large report is larger than the model. So exceptions
 * go in parts through a pipeline: parts are rendered by whoever is free, and each writer takes them
 * one after the other. A few parts' memory is used over and over.
 */
#include "rendering.h"

#include "tenko/memory.h"
#include "tenko/pipeline.h"

#include <stdlib.h>

_Static_assert(WRITERS_MOST <= PIPELINE_TAKERS_MOST, "a writer takes from the pipeline");

/* One part in every form. */
struct forms_of_part {
    struct rendered forms[WRITERS_MOST];
};

struct work {
    const struct view *view;
    const struct open_writer *writers;
    size_t writer_count;
    exception_form *forms[WRITERS_MOST]; /* each once */
    size_t form_count;
    size_t form_of_writer[WRITERS_MOST];
    struct forms_of_part parts[PIPELINE_SLOTS];
};

struct span rendered_one(const struct rendered *part, size_t i) {
    size_t from = i ? part->ends[i - 1] : 0;
    return (struct span){part->text.p + from, part->ends[i] - from};
}

static void lay_out(const struct work *w, struct forms_of_part *part, size_t item) {
    size_t first = item * RENDERED_MOST, left = w->view->record->exception_count - first;
    for (size_t f = 0; f < w->form_count; f++) {
        part->forms[f].first = first;
        part->forms[f].count = left < RENDERED_MOST ? left : RENDERED_MOST;
        strbuf_clear(&part->forms[f].text);
    }
}

static void render(void *context, size_t item) {
    struct work *w = context;
    struct forms_of_part *part = &w->parts[item % PIPELINE_SLOTS];
    struct list_row row;
    struct sink sinks[WRITERS_MOST];
    lay_out(w, part, item);
    list_row_init(&row, w->view);
    for (size_t f = 0; f < w->form_count; f++)
        sink_to_memory(&sinks[f], &part->forms[f].text);
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

static void take(void *context, size_t writer, size_t item) {
    struct work *w = context;
    const struct open_writer *open = &w->writers[writer];
    if (open->file)
        open->writer->take(open->file,
                           &w->parts[item % PIPELINE_SLOTS].forms[w->form_of_writer[writer]]);
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
    size_t items = (view->record->exception_count + RENDERED_MOST - 1) / RENDERED_MOST;
    const struct pipeline line = {items, writer_count, render, take, w};
    pipeline_run(&line, view->threads);
    for (size_t i = 0; i < PIPELINE_SLOTS; i++)
        for (size_t f = 0; f < w->form_count; f++)
            strbuf_release(&w->parts[i].forms[f].text);
    free(w);
}

struct output *exceptions_file_open(const struct view *view, int dirfd, const char *name,
                                    struct error *err) {
    struct output *out = memory_alloc(sizeof *out);
    if (output_open(out, dirfd, view->directory, "", name, err)) {
        out->sink.hints_disk = view->waits_for_disk;
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
