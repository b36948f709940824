/*
 * A million accounts are two hundred megabytes: rows are rendered by whoever is free, in windows of
 * a few parts, while one thread hashes and writes the window before (as in rendering.c). Parts of
 * all systems stand in one order, so that many small systems are no slower than a large one.
 */
#include "inventory.h"

#include "csv_cells.h"
#include "list.h"
#include "stems.h"
#include "tenko/parallel.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PARTS = 8, PART_ROWS = 1024 };

/* Rows of one system; a system without accounts has one part without rows. */
struct part {
    uint32_t system; /* among the systems */
    bool is_first, is_last;
    size_t first, end;
    struct strbuf text;
};

struct inventory_window {
    struct part parts[PARTS];
    size_t count;
};

struct inventory {
    const struct view *view;
    int dir;
    struct inventory_window windows[2];
    const struct inventory_window *taken; /* NULL in the first turn */
    struct inventory_window *rendered;
    size_t next_system, next_row; /* where the next part begins */
    struct output file;           /* of the system at hand */
    struct strbuf name;
    bool is_open, has_failed;
    struct written_files *written;
    struct error *err;
};

/* --- Rendering --- */

static void render(const struct inventory *v, struct part *part) {
    struct csv_cells csv;
    struct sink out;
    strbuf_clear(&part->text);
    sink_to_memory(&out, &part->text);
    csv_cells_init(&csv, &out, v->view->language);
    if (part->is_first) {
        csv_cells_bom(&out);
        list_headings(&inventory_list, v->view->language, &csv.cells);
    }
    list_rows(&inventory_list, v->view, part->first, part->end, &csv.cells);
}

/* The accounts of a system as rows of the record. */
static void range_of(const struct run_record *r, size_t system, size_t *first, size_t *end) {
    size_t input = r->first_input[INPUT_SYSTEM] + system;
    *first = r->first_account ? r->first_account[input] : 0;
    *end = r->first_account ? r->first_account[input + 1] : 0;
}

/* The next parts; none behind the last system. */
static void lay_out(struct inventory *v, struct inventory_window *window) {
    const struct run_record *r = v->view->record;
    window->count = 0;
    while (window->count < PARTS && v->next_system < v->view->systems->count) {
        size_t first, end;
        if (!r->inputs[r->first_input[INPUT_SYSTEM] + v->next_system].is_delivered) {
            v->next_system++; /* an empty file would say that it has no accounts */
            continue;
        }
        range_of(r, v->next_system, &first, &end);
        size_t from = first + v->next_row, to = end - from < PART_ROWS ? end : from + PART_ROWS;
        struct part *part = &window->parts[window->count++];
        struct strbuf text = part->text;
        *part =
            (struct part){(uint32_t)v->next_system, v->next_row == 0, to == end, from, to, text};
        v->next_row = part->is_last ? 0 : v->next_row + PART_ROWS;
        v->next_system += part->is_last;
    }
}

/* --- Writing --- */

static void take_part(struct inventory *v, const struct part *part) {
    if (part->is_first) {
        strbuf_clear(&v->name);
        strbuf_addf(&v->name, "%s.csv", v->view->systems->items[part->system]);
        v->is_open =
            output_open(&v->file, v->dir, v->view->directory, INVENTORY_FOLDER, v->name.p, v->err);
        v->file.hints_disk = v->view->waits_for_disk;
    }
    if (v->is_open) {
        sink_span(&v->file.sink, strbuf_span(&part->text));
        v->has_failed = part->is_last && !output_close(&v->file, v->written, v->err);
        v->is_open = !part->is_last;
    } else {
        v->has_failed = true;
    }
}

static void take(struct inventory *v) {
    for (size_t i = 0; i < v->taken->count && !v->has_failed; i++)
        take_part(v, &v->taken->parts[i]);
}

static void run_task(void *context, size_t index) {
    struct inventory *v = context;
    if (v->taken && index == 0)
        take(v);
    else
        render(v, &v->rendered->parts[index - (v->taken != NULL)]);
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
    for (size_t i = 0; i < (size_t)2 * PARTS; i++)
        strbuf_release(&v->windows[i / PARTS].parts[i % PARTS].text);
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
    for (size_t turn = 0; !v->has_failed && (turn == 0 || v->taken->count); turn++) {
        v->rendered = &v->windows[turn % 2];
        lay_out(v, v->rendered);
        parallel_run(v->rendered->count + (v->taken != NULL), view->threads, run_task, v);
        v->taken = v->rendered;
    }
    bool ok = !v->has_failed;
    release(v);
    return ok;
}
