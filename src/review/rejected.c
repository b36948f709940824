#include "rejected.h"

#include "tenko/csvout.h"
#include "tenko/ending.h"
#include "tenko/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct rejected_file {
    uint64_t review;
    struct strbuf rows;
};

static struct rejected_file *file_of(struct rejected *r, uint64_t review) {
    for (size_t i = 0; i < r->files.count; i++)
        if (r->files.items[i].review == review)
            return &r->files.items[i];
    vec_push(&r->files, ((struct rejected_file){.review = review}));
    return &r->files.items[r->files.count - 1];
}

void rejected_add(struct rejected *r, uint64_t review, const struct answers *a,
                  const struct error *why) {
    struct sink out;
    struct strbuf reason = {0};
    struct error plain = *why;
    sink_to_memory(&out, &file_of(r, review)->rows);
    struct csvout csv = {.out = &out, .is_crlf = true, .is_spreadsheet_safe = true};
    for (int c = 0; c < SHEET_COLUMN_COUNT; c++)
        csvout_cell(&csv, answers_cell(a, (enum sheet_column)c));
    plain.file[0] = '\0';
    plain.line = 0;
    error_format(&plain, r->act->language, &reason);
    csvout_cell(&csv, strbuf_span(&reason));
    csvout_text(&csv, a->path);
    csvout_number(&csv, why->line);
    csvout_end_row(&csv);
    strbuf_release(&reason);
}

static int write_file(int dir, const char *name, const struct rejected_file *f,
                      enum language lang) {
    static const enum message_id more[] = {MSG_HEAD_PROBLEM, MSG_HEAD_FILE, MSG_HEAD_LINE};
    struct sink out;
    unlinkat(dir, name, 0);
    int error = sink_create(&out, dir, name);
    if (error)
        return error;
    struct csvout csv = {.out = &out, .is_crlf = true, .is_spreadsheet_safe = true};
    sink_text(&out, "\xEF\xBB\xBF");
    for (int c = 0; c < SHEET_COLUMN_COUNT; c++)
        csvout_text(&csv, message_template(sheet_heading((enum sheet_column)c), lang));
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        csvout_text(&csv, message_template(more[i], lang));
    csvout_end_row(&csv);
    sink_span(&out, strbuf_span(&f->rows));
    return sink_close(&out, NULL);
}

/* A name that no file has: rejected-N-old.csv, rejected-N-old-2.csv … */
static void free_name(int dir, uint64_t review, char old[64]) {
    snprintf(old, 64, "rejected-%" PRIu64 "-old.csv", review);
    for (unsigned i = 2; faccessat(dir, old, F_OK, AT_SYMLINK_NOFOLLOW) == 0; i++)
        snprintf(old, 64, "rejected-%" PRIu64 "-old-%u.csv", review, i);
}

/* What stood there may hold somebody's corrections, or rows that nobody was sent yet: it stays,
 * under another name. */
static int swap_in(int dir, const char *temporary, const char *name, uint64_t review) {
    char old[64];
    free_name(dir, review, old);
    if (renameat(dir, name, dir, old) != 0 && errno != ENOENT)
        return errno;
    return renameat(dir, temporary, dir, name) == 0 ? 0 : errno;
}

bool rejected_write(struct rejected *r, struct error *err) {
    if (!r->files.count)
        return true;
    if (mkdir(r->act->directory, 0700) != 0 && errno != EEXIST)
        return review_failed(err, errno, r->act->directory, "");
    int dir = open(r->act->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (dir < 0)
        return review_failed(err, errno, r->act->directory, "");
    int error = 0;
    char name[64] = "", temporary[96] = "";
    for (size_t i = 0; !error && i < r->files.count; i++) {
        snprintf(name, sizeof name, "rejected-%" PRIu64 ".csv", r->files.items[i].review);
        snprintf(temporary, sizeof temporary, ".%s.tenko", name);
        ending_add_file(dir, temporary);
        error = write_file(dir, temporary, &r->files.items[i], r->act->language);
        if (!error)
            error = swap_in(dir, temporary, name, r->files.items[i].review);
        if (error)
            unlinkat(dir, temporary, 0);
        ending_drop_file(temporary);
    }
    close(dir);
    return !error || review_failed(err, error, r->act->directory, name);
}

void rejected_release(struct rejected *r) {
    for (size_t i = 0; i < r->files.count; i++)
        strbuf_release(&r->files.items[i].rows);
    vec_release(&r->files);
}
