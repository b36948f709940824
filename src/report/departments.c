/* departments/: a CSV for each addressee, to be sent out. */
#include "addressees.h"
#include "folder.h"
#include "writers.h"

#include <stdlib.h>

struct departments {
    const struct addressees *addressees;
    struct folder folder;
};

static void *open_files(const struct view *view, int dirfd, struct error *err) {
    const struct addressees *a = view->addressees;
    struct departments *d = memory_zeroed(1, sizeof *d);
    d->addressees = a;
    if (!folder_create(&d->folder, dirfd, view->directory, "departments/", err)) {
        free(d);
        return NULL;
    }
    struct strbuf headings = {0};
    struct sink out;
    sink_to_memory(&out, &headings);
    exceptions_csv_begin(view, &out);
    folder_files(&d->folder, a->items.count);
    for (size_t i = 0; i < a->items.count; i++) {
        folder_name(&d->folder, i, a->items.items[i].stem, ".csv");
        folder_add(&d->folder, i, strbuf_span(&headings));
    }
    strbuf_release(&headings);
    return d;
}

static void take_rows(void *file, const struct rendered *part) {
    struct departments *d = file;
    for (size_t i = 0; i < part->count; i++) {
        uint32_t to = d->addressees->of_exception[part->first + i];
        if (to != NO_ADDRESSEE)
            folder_add(&d->folder, to, rendered_one(part, i));
    }
}

static bool close_files(void *file, struct written_files *written, struct error *err) {
    struct departments *d = file;
    bool ok = folder_close(&d->folder, written, err);
    free(d);
    return ok;
}

const struct exceptions_writer exceptions_by_addressee = {exception_csv_row, open_files, take_rows,
                                                          close_files};
