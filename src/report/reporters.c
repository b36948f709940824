/*
 * The reporter table, and a report as a whole: shared texts first, then every file side by side,
 * the manifest when all others are known, then the swap.
 */
#include "reporters.h"

#include "rendering.h"
#include "tenko/nearest.h"
#include "tenko/parallel.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

const struct reporter reporters[] = {
    {"csv", "exceptions.csv", write_exceptions_csv, NULL},
    {"jsonl", "exceptions.jsonl", write_exceptions_jsonl, NULL},
    {"departments", "departments/", NULL, write_departments},
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
        if (count)
            strbuf_add_text(list, ", ");
        strbuf_add_text(list, name);
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
    int dir;
    struct task *tasks;
};

static bool write_file(const struct run *run, const struct reporter *r,
                       struct written_files *written, struct error *err) {
    struct output out;
    if (!output_open(&out, run->dir, run->view->rendering->directory, "", r->file, err))
        return false;
    r->write(run->view, &out.sink);
    return output_close(&out, written, err);
}

static bool write_folder(const struct run *run, const struct reporter *r,
                         struct written_files *written, struct error *err) {
    const char *directory = run->view->rendering->directory;
    int fd = -1;
    if (mkdirat(run->dir, r->file, 0700) != 0 || fchmodat(run->dir, r->file, 0700, 0) != 0 ||
        (fd = openat(run->dir, r->file, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0)
        return output_failed(err, errno, directory, r->file, "");
    bool ok = r->write_folder(run->view, fd, written, err);
    close(fd);
    return ok;
}

static void run_task(void *context, size_t index) {
    const struct run *run = context;
    struct task *task = &run->tasks[index];
    const struct reporter *r = task->reporter;
    task->ok = (r->write ? write_file : write_folder)(run, r, &task->written, &task->error);
}

static int by_name(const void *a, const void *b) {
    const struct written_file *x = a, *y = b;
    return strcmp(x->name, y->name);
}

/* All files but the manifest, on several threads; the first failure in the table's order counts. */
static bool write_all(const struct run *run, unsigned formats, struct written_files *written,
                      struct error *err) {
    size_t count = 0;
    for (size_t i = 0; i < MANIFEST; i++)
        if (!reporters[i].format || (formats & format_bit(reporters[i].format)))
            run->tasks[count++].reporter = &reporters[i];
    parallel_run(count, run->view->threads, run_task, (void *)run);
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
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
    struct rendering rendering;
    struct view shared = *view;
    rendering_init(&rendering, view, formats);
    rendering.directory = directory;
    shared.rendering = &rendering;
    struct run run = {&shared, dir.dir, memory_zeroed(REPORTERS, sizeof *run.tasks)};
    struct written_files manifest = {0};
    bool ok = write_all(&run, formats, &rendering.written, err) &&
              write_file(&run, &reporters[MANIFEST], &manifest, err);
    free(run.tasks);
    written_files_release(&manifest);
    rendering_release(&rendering);
    if (!ok) {
        directory_abandon(&dir);
        return false;
    }
    return directory_commit(&dir, err);
}
