/*
 * A report as a whole: the files that have every exception first, then the others side by side, the
 * manifest when all are known. Then it waits, aside, until it is put in place.
 */
#include "addressees.h"
#include "csv_cells.h"
#include "reporters.h"
#include "tally.h"
#include "tenko/parallel.h"

#include <stdlib.h>

struct task {
    const struct reporter *reporter;
    struct written_files written;
    bool ok;
    struct error error;
};

struct writing {
    const struct view *view;
    unsigned formats;
    int dir;
    struct task tasks[REPORTERS];
    struct open_writer writers[REPORTERS]; /* of the tasks that have one; they come first */
    size_t task_count, writer_count;
};

static void write_list(const struct list *list, const struct view *view, struct sink *out) {
    struct csv_cells csv;
    csv_cells_bom(out);
    csv_cells_init(&csv, out);
    list_write(list, view, &csv.cells);
}

static bool write_file(const struct writing *w, const struct reporter *r,
                       struct written_files *written, struct error *err) {
    struct output out;
    if (!output_open(&out, w->dir, w->view->directory, "", r->file, err))
        return false;
    if (r->list)
        write_list(r->list, w->view, &out.sink);
    else
        r->write(w->view, &out.sink);
    return output_close(&out, written, err);
}

/* The tasks whose files have every exception, or the others. */
static void add_tasks(struct writing *w, bool with_exceptions) {
    for (size_t i = 0; i < REPORTERS; i++) {
        const struct reporter *r = &reporters[i];
        bool is_wanted = (!r->format || w->formats & reporter_format(r->format)) &&
                         (!r->needs_ledger || w->view->record->head.has_ledger);
        if (is_wanted && (r->exceptions != NULL) == with_exceptions)
            w->tasks[w->task_count++].reporter = r;
    }
}

static void write_exceptions(struct writing *w) {
    for (size_t i = 0; i < w->writer_count; i++) {
        struct task *task = &w->tasks[i];
        const struct exceptions_writer *writer = task->reporter->exceptions;
        void *file = writer->open(w->view, w->dir, &task->error);
        w->writers[i] = (struct open_writer){writer, file};
    }
    rendering_run(w->view, w->writers, w->writer_count);
}

static void run_task(void *context, size_t index) {
    struct writing *w = context;
    struct task *task = &w->tasks[index];
    if (index >= w->writer_count) {
        task->ok = write_file(w, task->reporter, &task->written, &task->error);
        return;
    }
    const struct open_writer *open = &w->writers[index];
    task->ok = open->file && open->writer->close(open->file, &task->written, &task->error);
}

static int by_name(const void *a, const void *b) {
    const struct written_file *x = a, *y = b;
    return strcmp(x->name, y->name);
}

/* All files but the manifest, on several threads; the first failure in the order of tasks counts.
 */
static bool write_all(struct writing *w, struct written_files *written, struct error *err) {
    add_tasks(w, true);
    w->writer_count = w->task_count;
    add_tasks(w, false);
    write_exceptions(w);
    parallel_run(w->task_count, w->view->threads, run_task, w);
    bool ok = true;
    for (size_t i = 0; i < w->task_count; i++) {
        struct task *task = &w->tasks[i];
        if (ok && !task->ok)
            *err = task->error;
        ok = ok && task->ok;
        for (size_t k = 0; k < task->written.count; k++)
            vec_push(written, task->written.items[k]);
        vec_release(&task->written);
    }
    if (written->count)
        qsort(written->items, written->count, sizeof *written->items, by_name);
    return ok;
}

static bool write_manifest(const struct writing *w, const struct written_files *written,
                           char sha256[DIGEST_HEX_SIZE], struct error *err) {
    struct output out;
    struct written_files own = {0};
    if (!output_open(&out, w->dir, w->view->directory, "", MANIFEST_FILE, err))
        return false;
    write_manifest_json(w->view, written, &out.sink);
    bool ok = output_close(&out, &own, err);
    if (ok)
        memcpy(sha256, own.items[0].sha256, DIGEST_HEX_SIZE);
    written_files_release(&own);
    return ok;
}

/* One walk over the exceptions counts them and finds who gets them. */
static void survey(const struct run_record *r, struct tally *tally, struct addressees *addressees,
                   enum language lang) {
    struct exception_record e;
    tally_init(tally, r);
    addressees_init(addressees, r->exception_count);
    for (size_t i = 0; i < r->exception_count; i++) {
        r->rows->exception(r->from, i, &e);
        tally_add(tally, &e);
        if (!r->rules[e.rule].is_notice)
            addressees_add(addressees, i, e.addressee);
    }
    addressees_finish(addressees, lang);
}

bool report_stage(struct staged_report *out, const struct run_record *record,
                  const struct report_options *options, struct error *err) {
    struct report_directory *dir;
    struct tally tally;
    struct addressees addressees;
    struct written_files written = {0};
    if (!directory_begin(&dir, options->directory, record->head.run, err))
        return false;
    survey(record, &tally, &addressees, options->language);
    struct view view = {.record = record,
                        .language = options->language,
                        .threads = options->threads,
                        .waits_for_disk = options->waits_for_disk,
                        .directory = options->directory,
                        .tally = &tally,
                        .addressees = options->formats & FORMAT_DEPARTMENTS ? &addressees : NULL};
    struct writing w = {.view = &view, .formats = options->formats, .dir = directory_fd(dir)};
    bool ok = write_all(&w, &written, err) &&
              write_manifest(&w, &written, out->manifest_sha256, err) &&
              (!options->waits_for_disk || directory_sync(dir, err));
    written_files_release(&written);
    addressees_release(&addressees);
    tally_release(&tally);
    if (!ok) {
        directory_abandon(dir);
        return false;
    }
    out->directory = dir;
    return true;
}

bool report_commit(struct staged_report *staged, struct error *err) {
    bool ok = directory_commit(staged->directory, err);
    staged->directory = NULL;
    return ok;
}

void report_abandon(struct staged_report *staged) {
    directory_abandon(staged->directory);
    staged->directory = NULL;
}

bool report_write(const struct run_record *record, const struct report_options *options,
                  struct error *err) {
    struct staged_report staged;
    return report_stage(&staged, record, options, err) && report_commit(&staged, err);
}
