/*
 * A report as a whole: the files that have every exception first, then the others side by side, the
 * manifest when all are known. Then it waits, aside, until it is put in place.
 */
#include "addressees.h"
#include "csv_cells.h"
#include "leavers.h"
#include "reclaim.h"
#include "reporters.h"
#include "seats.h"
#include "shares.h"
#include "stems.h"
#include "tally.h"
#include "tenko/parallel.h"

#include <stdatomic.h>
#include <stdlib.h>

struct report_task {
    const struct reporter *reporter;
    size_t workbook;
    struct written_files written;
    bool ok;
    struct error error;
};

/* What the caller has to do beside. */
struct aside {
    const struct report_beside *beside;
    bool is_known; /* `known` was done */
    bool ok;       /* what was done was done well */
    struct error error;
};

static void do_begun(struct aside *a) {
    const struct report_beside *b = a->beside;
    a->ok = !b->begun || b->begun(b->context, &a->error);
}

static void do_known(struct aside *a) {
    const struct report_beside *b = a->beside;
    if (a->is_known || !a->ok)
        return;
    a->is_known = true;
    a->ok = !b->known || b->known(b->context, &a->error);
}

struct writing {
    const struct view *view;
    unsigned formats;
    struct aside *aside;
    int dir;
    VEC(struct report_task) tasks;
    struct open_writer writers[REPORTERS]; /* of the tasks that have one; they come first */
    size_t writer_count;
    atomic_size_t tasks_left;
};

static void write_list(const struct list *list, const struct view *view, struct sink *out) {
    struct csv_cells csv;
    csv_cells_bom(out);
    csv_cells_init(&csv, out, view->language);
    list_write(list, view, &csv.cells);
}

static bool write_file(const struct writing *w, const struct reporter *r,
                       struct written_files *written, struct error *err) {
    struct output out;
    if (!output_open(&out, w->dir, w->view->directory, "", r->file, err))
        return false;
    out.sink.hints_disk = w->view->waits_for_disk;
    if (r->list)
        write_list(r->list, w->view, &out.sink);
    else
        r->write(w->view, &out.sink);
    return output_close(&out, written, err);
}

static bool is_wanted(const struct writing *w, const struct reporter *r) {
    return (!r->format || w->formats & reporter_format(r->format)) &&
           (!r->needs_ledger || w->view->record->head.has_ledger);
}

static void add_task(struct writing *w, const struct reporter *r, size_t workbook) {
    struct report_task task = {.reporter = r, .workbook = workbook};
    vec_push(&w->tasks, task);
}

/* Files that have every exception first, then workbooks, which take long, then the others. */
static void add_tasks(struct writing *w) {
    for (size_t i = 0; i < REPORTERS; i++)
        if (reporters[i].exceptions && is_wanted(w, &reporters[i]))
            add_task(w, &reporters[i], 0);
    w->writer_count = w->tasks.count;
    for (size_t i = 0; i < REPORTERS; i++) {
        const struct workbooks *books = reporters[i].workbooks;
        size_t count = books && is_wanted(w, &reporters[i]) ? books->count(w->view) : 0;
        for (size_t k = 0; k < count; k++)
            add_task(w, &reporters[i], k);
    }
    for (size_t i = 0; i < REPORTERS; i++)
        if ((reporters[i].list || reporters[i].write) && is_wanted(w, &reporters[i]))
            add_task(w, &reporters[i], 0);
}

static void write_exceptions(struct writing *w) {
    for (size_t i = 0; i < w->writer_count; i++) {
        struct report_task *task = &w->tasks.items[i];
        const struct exceptions_writer *writer = task->reporter->exceptions;
        void *file = writer->open(w->view, w->dir, &task->error);
        w->writers[i] = (struct open_writer){writer, file};
    }
    rendering_run(w->view, w->writers, w->writer_count);
}

static void exceptions_or_aside(void *context, size_t task) {
    struct writing *w = context;
    if (task == 0)
        write_exceptions(w);
    else
        do_known(w->aside);
}

static bool write_alone(struct writing *w, struct written_files *written, struct error *err) {
    for (size_t i = 0; i < REPORTERS; i++)
        if (reporters[i].write_alone && is_wanted(w, &reporters[i]) &&
            !reporters[i].write_alone(w->view, w->dir, written, err))
            return false;
    return true;
}

static void run_task(struct writing *w, size_t index) {
    struct report_task *task = &w->tasks.items[index];
    const struct reporter *r = task->reporter;
    if (r->workbooks) {
        task->ok =
            r->workbooks->write(w->view, w->dir, task->workbook, &task->written, &task->error);
        return;
    }
    if (index >= w->writer_count) {
        task->ok = write_file(w, r, &task->written, &task->error);
        return;
    }
    const struct open_writer *open = &w->writers[index];
    task->ok = open->file && open->writer->close(open->file, &task->written, &task->error);
}

static void task_or_aside(void *context, size_t index) {
    struct writing *w = context;
    const struct report_beside *b = w->aside->beside;
    if (index == w->tasks.count) {
        if (w->aside->ok && b->files)
            b->files(b->context);
        return;
    }
    run_task(w, index);
    if (atomic_fetch_sub(&w->tasks_left, 1) == 1 && b->rows_done)
        b->rows_done(b->context);
}

static int by_name(const void *a, const void *b) {
    const struct written_file *x = a, *y = b;
    return strcmp(x->name, y->name);
}

/* What the tasks wrote; the first failure in their order counts. */
static bool collect(struct writing *w, struct written_files *written, struct error *err) {
    bool ok = true;
    for (size_t i = 0; i < w->tasks.count; i++) {
        struct report_task *task = &w->tasks.items[i];
        if (ok && !task->ok)
            *err = task->error;
        ok = ok && task->ok;
        for (size_t k = 0; k < task->written.count; k++)
            vec_push(written, task->written.items[k]);
        vec_release(&task->written);
    }
    vec_release(&w->tasks);
    return ok;
}

/* All files but the manifest, on several threads. */
static bool write_all(struct writing *w, struct written_files *written, struct error *err) {
    struct error alone;
    add_tasks(w);
    parallel_run(2, w->view->threads, exceptions_or_aside, w);
    bool ok_alone = write_alone(w, written, &alone);
    w->tasks_left = w->tasks.count;
    parallel_run(w->tasks.count + 1, w->view->threads, task_or_aside, w);
    bool ok = collect(w, written, err);
    if (ok && !ok_alone)
        *err = alone;
    if (!w->aside->ok)
        *err = w->aside->error;
    if (written->count)
        qsort(written->items, written->count, sizeof *written->items, by_name);
    return ok && ok_alone && w->aside->ok;
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
static void count_exceptions(const struct run_record *r, struct tally *tally,
                             struct addressees *addressees, enum language lang) {
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

/* What the lists and several files need to know of the whole. */
struct survey {
    struct tally tally;
    struct addressees addressees;
    struct leavers leavers;
    struct seats seats;
    struct reclaim reclaim;
    struct shares shares;
    struct stems systems;
};

static void survey_init(struct survey *s, const struct run_record *r,
                        const struct report_options *options) {
    count_exceptions(r, &s->tally, &s->addressees, options->language);
    if (options->formats & (FORMAT_CSV | FORMAT_XLSX))
        leavers_init(&s->leavers, r, options->threads);
    seats_init(&s->seats, r);
    if (options->formats & (FORMAT_HTML | FORMAT_XLSX)) {
        reclaim_init(&s->reclaim, r);
        shares_init(&s->shares, r);
    }
    stems_init(&s->systems, r);
}

static void survey_release(struct survey *s) {
    tally_release(&s->tally);
    addressees_release(&s->addressees);
    leavers_release(&s->leavers);
    seats_release(&s->seats);
    reclaim_release(&s->reclaim);
    shares_release(&s->shares);
    stems_release(&s->systems);
}

static struct view view_of(const struct survey *s, const struct run_record *record,
                           const struct report_options *options) {
    unsigned formats = options->formats;
    return (struct view){.record = record,
                         .language = options->language,
                         .threads = options->threads,
                         .waits_for_disk = options->waits_for_disk,
                         .directory = options->directory,
                         .tally = &s->tally,
                         .addressees = formats & FORMAT_DEPARTMENTS ? &s->addressees : NULL,
                         .leavers = &s->leavers,
                         .seats = &s->seats,
                         .reclaim = &s->reclaim,
                         .shares = &s->shares,
                         .systems = formats & FORMAT_INVENTORY ? &s->systems : NULL};
}

/* An earlier report is read as a whole, to see that it is as it was written, while the record is
 * surveyed. */
struct beginning {
    const struct run_record *record;
    const struct report_options *options;
    struct survey survey;
    struct report_directory *dir; /* NULL: it failed */
    struct error *err;
    struct aside aside;
};

enum { BEGIN_ASIDE, BEGIN_DIRECTORY, BEGIN_SURVEY, BEGIN_TASKS };

static void begin_one(void *context, size_t task) {
    struct beginning *b = context;
    const struct report_options *o = b->options;
    switch (task) {
    case BEGIN_ASIDE: /* takes longest */
        do_begun(&b->aside);
        if (o->formats & FORMAT_HTML)
            do_known(&b->aside);
        break;
    case BEGIN_DIRECTORY:
        if (!directory_begin(&b->dir, o, b->record->head.run, b->err))
            b->dir = NULL;
        break;
    case BEGIN_SURVEY:
        survey_init(&b->survey, b->record, o);
        break;
    }
}

/* What has begun ends where a part of it failed; the directory's failure counts before. The page
 * says from its begin on what is known when all beside is done; of the other files that have every
 * exception none does, and that can be done while they are written. */
static bool begin(struct beginning *b) {
    parallel_run(BEGIN_TASKS, b->options->threads, begin_one, b);
    if (b->dir && b->aside.ok)
        return true;
    if (b->dir) {
        *b->err = b->aside.error;
        directory_abandon(b->dir);
    }
    survey_release(&b->survey);
    return false;
}

bool report_stage(struct staged_report *out, const struct run_record *record,
                  const struct report_options *options, struct error *err) {
    struct beginning begun = {
        .record = record, .options = options, .err = err, .aside.beside = &options->beside};
    struct written_files written = {0};
    if (!begin(&begun))
        return false;
    struct report_directory *dir = begun.dir;
    struct view view = view_of(&begun.survey, record, options);
    struct writing w = {.view = &view,
                        .formats = options->formats,
                        .aside = &begun.aside,
                        .dir = directory_fd(dir)};
    bool ok = write_all(&w, &written, err) &&
              write_manifest(&w, &written, out->manifest_sha256, err) &&
              directory_check(dir, err) && (!options->waits_for_disk || directory_sync(dir, err));
    written_files_release(&written);
    survey_release(&begun.survey);
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

bool report_finish(const char *directory, struct span manifest_sha256,
                   const struct report_listener *listener, struct error *err) {
    return directory_finish(directory, manifest_sha256, listener, err);
}

bool report_write(const struct run_record *record, const struct report_options *options,
                  struct error *err) {
    struct staged_report staged;
    return report_stage(&staged, record, options, err) && report_commit(&staged, err);
}
