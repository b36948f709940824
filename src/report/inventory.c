/*
 * A million accounts are two hundred megabytes: rows are rendered in parts by whoever is free, and
 * hashed and written in their order (as in rendering.c). Parts of all systems stand in one order,
 * so that many small systems are no slower than a large one.
 */
#include "inventory.h"

#include "csv_cells.h"
#include "list.h"
#include "stems.h"
#include "tenko/pipeline.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PART_ROWS = 512 };

/* Rows of one system; a system without accounts has one part without rows. */
struct part {
    uint32_t system; /* among the systems */
    bool is_first, is_last;
    size_t first, end;
};

struct inventory {
    const struct view *view;
    int dir;
    VEC(struct part) parts;
    struct strbuf texts[PIPELINE_SLOTS];
    struct output file; /* of the system at hand */
    struct strbuf name;
    bool is_open, has_failed;
    struct written_files *written;
    struct error *err;
};

/* --- Rendering --- */

static void render(void *context, size_t item) {
    struct inventory *v = context;
    const struct part *part = &v->parts.items[item];
    struct strbuf *text = &v->texts[item % PIPELINE_SLOTS];
    struct csv_cells csv;
    struct sink out;
    strbuf_clear(text);
    sink_to_memory(&out, text);
    csv_cells_init(&csv, &out, v->view->language);
    if (part->is_first) {
        csv_cells_bom(&out);
        list_headings(&inventory_list, v->view->language, &csv.cells);
    }
    list_rows(&inventory_list, v->view, part->first, part->end, &csv.cells);
}

static void lay_out_system(struct inventory *v, size_t system) {
    const struct run_record *r = v->view->record;
    size_t input = r->first_input[INPUT_SYSTEM] + system;
    if (!r->inputs[input].is_delivered)
        return; /* an empty file would say that it has no accounts */
    size_t first = r->first_account ? r->first_account[input] : 0;
    size_t end = r->first_account ? r->first_account[input + 1] : 0;
    size_t from = first, to;
    do {
        to = end - from < PART_ROWS ? end : from + PART_ROWS;
        struct part part = {(uint32_t)system, from == first, to == end, from, to};
        vec_push(&v->parts, part);
        from = to;
    } while (to < end);
}

/* --- Writing --- */

static void take(void *context, size_t taker, size_t item) {
    struct inventory *v = context;
    const struct part *part = &v->parts.items[item];
    (void)taker;
    if (v->has_failed)
        return;
    if (part->is_first) {
        strbuf_clear(&v->name);
        strbuf_addf(&v->name, "%s.csv", v->view->systems->items[part->system]);
        v->is_open =
            output_open(&v->file, v->dir, v->view->directory, INVENTORY_FOLDER, v->name.p, v->err);
        v->file.sink.hints_disk = v->view->waits_for_disk;
    }
    if (v->is_open) {
        sink_span(&v->file.sink, strbuf_span(&v->texts[item % PIPELINE_SLOTS]));
        v->has_failed = part->is_last && !output_close(&v->file, v->written, v->err);
        v->is_open = !part->is_last;
    } else {
        v->has_failed = true;
    }
}

static bool make_folder(struct inventory *v, int dirfd) {
    if (mkdirat(dirfd, INVENTORY_FOLDER, 0700) == 0 &&
        fchmodat(dirfd, INVENTORY_FOLDER, 0700, 0) == 0)
        v->dir = openat(dirfd, INVENTORY_FOLDER, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return v->dir >= 0 || output_failed(v->err, errno, v->view->directory, INVENTORY_FOLDER, "");
}

static void release(struct inventory *v) {
    if (v->is_open && sink_close(&v->file.sink, NULL) != 0)
        v->has_failed = true;
    for (size_t i = 0; i < PIPELINE_SLOTS; i++)
        strbuf_release(&v->texts[i]);
    vec_release(&v->parts);
    strbuf_release(&v->name);
    close(v->dir);
    free(v);
}

bool inventory_write(const struct view *view, int dirfd, struct written_files *written,
                     struct error *err) {
    struct inventory *v = memory_zeroed(1, sizeof *v);
    *v = (struct inventory){.view = view, .dir = -1, .written = written, .err = err};
    if (!make_folder(v, dirfd)) {
        free(v);
        return false;
    }
    for (size_t i = 0; i < view->systems->count; i++)
        lay_out_system(v, i);
    const struct pipeline line = {v->parts.count, 1, render, take, v};
    pipeline_run(&line, view->threads);
    bool ok = !v->has_failed;
    release(v);
    return ok;
}
