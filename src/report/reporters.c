/*
 * The reporter table, and a report as a whole: the files that have every exception first, then the
 * others side by side, the manifest when all are known, then the swap.
 */
#include "reporters.h"

#include "rendering.h"
#include "tenko/nearest.h"
#include "tenko/parallel.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

const struct reporter reporters[] = {
    {"csv", "exceptions.csv", NULL, &exceptions_csv},
    {"jsonl", "exceptions.jsonl", NULL, &exceptions_jsonl},
    {"departments", "departments/", NULL, &exceptions_by_department},
    {"csv", "licenses.csv", write_licenses_csv, NULL},
    {"csv", "systems.csv", write_systems_csv, NULL},
    {"csv", "issues.csv", write_issues_csv, NULL},
    {NULL, "summary.json", write_summary_json, NULL},
    {NULL, MANIFEST_FILE, write_manifest_json, NULL}, /* last: it lists the others */
};
const size_t reporter_count = sizeof reporters / sizeof *reporters;

enum { REPORTERS = sizeof reporters / sizeof *reporters, MANIFEST = REPORTERS - 1 };

/* --- --format --- */

static const struct {
    const char *name;
    unsigned bit;
} format_bits[] = {
    {"csv", FORMAT_CSV},
    {"jsonl", FORMAT_JSONL},
    {"html", FORMAT_HTML},
    {"xlsx", FORMAT_XLSX},
    {"departments", FORMAT_DEPARTMENTS},
};

static unsigned format_bit(const char *name) {
    for (size_t i = 0; i < sizeof format_bits / sizeof *format_bits; i++)
        if (strcmp(format_bits[i].name, name) == 0)
            return format_bits[i].bit;
    return 0;
}

/* Names of the formats that some reporter writes, in the table's order. */
static size_t known_formats(const char *names[static REPORTERS], struct strbuf *list) {
    size_t count = 0;
    unsigned seen = 0;
    for (size_t i = 0; i < reporter_count; i++) {
        const char *name = reporters[i].format;
        if (!name || (seen & format_bit(name)))
            continue;
        seen |= format_bit(name);
        strbuf_add_item(list, ", ", span_of(name));
        names[count++] = name;
    }
    return count;
}

static bool format_refused(const char *word, const char *const *names, size_t count,
                           const char *list, struct error *err) {
    if (!*word)
        return error_set(err, FAULT_USAGE, MSG_REPORT_FORMAT_EMPTY, NULL, 0, list, NULL);
    const char *nearest = nearest_word(word, names, count);
    return error_set(err, FAULT_USAGE,
                     nearest ? MSG_REPORT_FORMAT_NEAREST : MSG_REPORT_FORMAT_UNKNOWN, NULL, 0, word,
                     list, nearest, NULL);
}

bool report_formats_parse(const char *list, unsigned *out, struct error *err) {
    const char *names[REPORTERS];
    struct strbuf known = {0};
    size_t count = known_formats(names, &known);
    unsigned bits = 0;
    bool ok = true;
    for (size_t i = 0; !list && i < count; i++)
        bits |= format_bit(names[i]);
    for (const char *p = list; ok && p;) {
        const char *comma = strchr(p, ',');
        size_t n = comma ? (size_t)(comma - p) : strlen(p);
        for (; n && *p == ' '; n--)
            p++;
        while (n && p[n - 1] == ' ')
            n--;
        char *word = memory_copy_text((struct span){p, n});
        size_t i = 0;
        while (i < count && strcmp(names[i], word) != 0)
            i++;
        if (i < count)
            bits |= format_bit(names[i]);
        else
            ok = format_refused(word, names, count, known.p, err);
        free(word);
        p = comma ? comma + 1 : NULL;
    }
    strbuf_release(&known);
    if (ok)
        *out = bits;
    return ok;
}

/* --- Writing --- */

struct task {
    const struct reporter *reporter;
    struct written_files written;
    bool ok;
    struct error error;
};

struct run {
    const struct view *view;
    unsigned formats;
    int dir;
    struct task *tasks;
    struct open_writer *writers; /* of the tasks that have one; they come first */
    size_t task_count, writer_count;
};

static bool write_file(const struct run *run, const struct reporter *r,
                       struct written_files *written, struct error *err) {
    struct output out;
    if (!output_open(&out, run->dir, run->view->rendering->directory, "", r->file, err))
        return false;
    r->write(run->view, &out.sink);
    return output_close(&out, written, err);
}

/* The tasks whose files have every exception, or the others; the manifest is none of them. */
static void add_tasks(struct run *run, bool with_exceptions) {
    for (size_t i = 0; i < MANIFEST; i++) {
        const struct reporter *r = &reporters[i];
        bool is_wanted = !r->format || run->formats & format_bit(r->format);
        if (is_wanted && (r->exceptions != NULL) == with_exceptions)
            run->tasks[run->task_count++].reporter = r;
    }
}

static void write_exceptions(struct run *run) {
    for (size_t i = 0; i < run->writer_count; i++) {
        struct task *task = &run->tasks[i];
        const struct exceptions_writer *writer = task->reporter->exceptions;
        void *file = writer->open(run->view, run->dir, &task->error);
        run->writers[i] = (struct open_writer){writer, file};
    }
    rendering_run(run->view, run->formats, run->writers, run->writer_count);
}

static void run_task(void *context, size_t index) {
    const struct run *run = context;
    struct task *task = &run->tasks[index];
    if (index >= run->writer_count) {
        task->ok = write_file(run, task->reporter, &task->written, &task->error);
        return;
    }
    const struct open_writer *w = &run->writers[index];
    task->ok = w->file && w->writer->close(w->file, &task->written, &task->error);
}

static int by_name(const void *a, const void *b) {
    const struct written_file *x = a, *y = b;
    return strcmp(x->name, y->name);
}

/* All files but the manifest, on several threads; the first failure in the order of tasks counts.
 */
static bool write_all(struct run *run, struct written_files *written, struct error *err) {
    add_tasks(run, true);
    run->writer_count = run->task_count;
    add_tasks(run, false);
    write_exceptions(run);
    parallel_run(run->task_count, run->view->threads, run_task, run);
    bool ok = true;
    for (size_t i = 0; i < run->task_count; i++) {
        struct task *task = &run->tasks[i];
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

bool report_write(const struct view *view, const char *directory, unsigned formats,
                  struct error *err) {
    struct report_directory dir;
    if (!directory_begin(&dir, directory, err))
        return false;
    struct rendering rendering = {.directory = directory};
    struct view shared = *view;
    shared.rendering = &rendering;
    struct task tasks[REPORTERS] = {0};
    struct open_writer writers[REPORTERS];
    struct run run = {
        .view = &shared, .formats = formats, .dir = dir.dir, .tasks = tasks, .writers = writers};
    struct written_files manifest = {0};
    bool ok = write_all(&run, &rendering.written, err) &&
              write_file(&run, &reporters[MANIFEST], &manifest, err);
    written_files_release(&manifest);
    written_files_release(&rendering.written);
    if (!ok) {
        directory_abandon(&dir);
        return false;
    }
    return directory_commit(&dir, view->waits_for_disk, err);
}
