/*
 * One sheet an addressee, as CSV and as a workbook. All are written under hidden names first; when
 * the ledger has the review they take their places, and never the place of a file that is there:
 * people fill sheets in where they lie.
 */
#include "review_internal.h"

#include "tenko/csvout.h"
#include "tenko/ending.h"
#include "tenko/fold.h"
#include "tenko/removal.h"
#include "tenko/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- Who gets which rows --- */

/* The population's rows, addressee by addressee, each with its rows in their order. */
struct group_of_rows {
    struct span addressee;
    uint32_t id, count, first; /* first: in order */
};
struct groups {
    uint32_t *order;                 /* of the rows */
    VEC(struct group_of_rows) items; /* by name */
};

static int by_name(const void *a, const void *b) {
    return span_compare(((const struct group_of_rows *)a)->addressee,
                        ((const struct group_of_rows *)b)->addressee);
}

static void groups_make(struct groups *g, const struct population *p) {
    uint32_t ids = strpool_count(&p->texts), next = 0;
    struct group_of_rows *of_id = memory_zeroed(ids, sizeof *of_id);
    for (size_t i = 0; i < p->rows.count; i++)
        of_id[p->rows.items[i].addressee.n].count++;
    for (uint32_t id = 0; id < ids; id++)
        if (of_id[id].count)
            vec_push(&g->items, ((struct group_of_rows){population_text(p, (str_id){id}), id,
                                                        of_id[id].count, 0}));
    if (g->items.count)
        qsort(g->items.items, g->items.count, sizeof *g->items.items, by_name);
    for (size_t i = 0; i < g->items.count; i++) {
        g->items.items[i].first = of_id[g->items.items[i].id].first = next;
        next += g->items.items[i].count;
    }
    g->order = memory_alloc((p->rows.count + 1) * sizeof *g->order);
    for (size_t i = 0; i < p->rows.count; i++)
        g->order[of_id[p->rows.items[i].addressee.n].first++] = (uint32_t)i;
    free(of_id);
}

static void groups_release(struct groups *g) {
    free(g->order);
    vec_release(&g->items);
}

/* --- One sheet --- */

static char *temporary_name(const char *name) {
    struct strbuf text = {0};
    strbuf_addf(&text, ".%s.tenko", name);
    return text.p;
}

static void write_csv(const struct sheet *sheet, struct sink *out) {
    struct csvout csv = {.out = out, .is_crlf = true, .is_spreadsheet_safe = true};
    struct strbuf text = {0};
    sink_text(out, "\xEF\xBB\xBF");
    const enum sheet_column *column;
    for (column = sheet->columns; *column != NO_SHEET_COLUMN; column++)
        csvout_text(&csv, message_template(sheet_heading(*column), sheet->language));
    csvout_end_row(&csv);
    for (size_t i = 0; i < sheet->count; i++) {
        const struct frozen_row *row = &sheet->population->rows.items[sheet->order[i]];
        struct account_record a;
        sheet->record->rows->account(sheet->record->from, row->account, &a);
        for (column = sheet->columns; *column != NO_SHEET_COLUMN; column++) {
            sheet_cell(sheet, row, &a, *column, &text);
            csvout_cell(&csv, strbuf_span(&text));
        }
        csvout_end_row(&csv);
    }
    strbuf_release(&text);
}

static bool write_csv_file(const struct sheets *out, const struct sheet *sheet,
                           const char *temporary, struct error *err) {
    struct sink file;
    unlinkat(out->dir, temporary, 0); /* of a run that was killed */
    int error = sink_create(&file, out->dir, temporary);
    if (!error) {
        file.no_fsync = true;
        write_csv(sheet, &file);
        error = sink_close(&file, NULL);
    }
    return !error || review_failed(err, error, out->directory, temporary);
}

/* A file there that a killed run left is removed with it. */
static char *scratch_path(const struct sheets *out) {
    struct strbuf path = {0};
    strbuf_addf(&path, "%s/.workbooks.tenko", out->directory);
    return path.p;
}

static void remove_scratch(void *path) {
    removal_of(AT_FDCWD, path);
}

static bool write_workbook_file(const struct sheets *out, const struct sheet *sheet,
                                const char *temporary, struct error *err) {
    struct strbuf path = {0};
    char *scratch = scratch_path(out);
    unlinkat(out->dir, temporary, 0);
    strbuf_addf(&path, "%s/%s", out->directory, temporary);
    remove_scratch(scratch);
    ending_add(remove_scratch, scratch);
    bool ok = mkdir(scratch, 0700) == 0 || review_failed(err, errno, scratch, "");
    ok = ok && sheet_write_workbook(sheet, path.p, scratch, err);
    remove_scratch(scratch);
    ending_drop(scratch);
    free(scratch);
    if (ok && fchmodat(out->dir, temporary, 0600, 0) != 0)
        ok = review_failed(err, errno, out->directory, temporary);
    strbuf_release(&path);
    return ok;
}

/* Excel's sheets end at 1,048,576 rows; more than that are in the CSV alone. */
enum { MOST_WORKBOOK_ROWS = 1000000 };

/* Of a ledger that is gone, or somebody else's: it would be taken for the sheet of this review. */
static bool stands_there(const struct sheets *out, const char *name, enum message_id message,
                         struct error *err) {
    struct strbuf path = {0};
    strbuf_addf(&path, "%s/%s", out->directory, name);
    error_set(err, FAULT_OUTPUT, message, path.p, 0, NULL);
    strbuf_release(&path);
    return false;
}

static bool write_sheet(struct sheets *out, const struct sheet *sheet, struct span stem,
                        struct error *err) {
    static const char *const endings[] = {".csv", ".xlsx"};
    bool ok = true;
    for (int i = 0; ok && i < 2; i++) {
        struct strbuf name = {0};
        strbuf_addf(&name, "%.*s%s", (int)stem.n, stem.p, endings[i]);
        bool is_there = faccessat(out->dir, name.p, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
        if (is_there && !out->fills_up) {
            ok = stands_there(out, name.p, MSG_REVIEW_SHEET_STANDS, err);
            strbuf_release(&name);
            break;
        }
        if (is_there || (i == 1 && (out->is_csv_only || sheet->count > MOST_WORKBOOK_ROWS))) {
            strbuf_release(&name);
            continue;
        }
        struct sheet_file file = {name.p, temporary_name(name.p)};
        ending_add_file(out->dir, file.temporary);
        vec_push(&out->files, file);
        ok = i == 0 ? write_csv_file(out, sheet, file.temporary, err)
                    : write_workbook_file(out, sheet, file.temporary, err);
    }
    return ok;
}

/* --- All of them --- */

static bool open_directory(struct sheets *out, const struct review_act *act, struct error *err) {
    *out = (struct sheets){.dir = -1,
                           .directory = act->directory,
                           .is_csv_only = act->is_csv_only,
                           .fills_up = out->fills_up};
    if (mkdir(act->directory, 0700) != 0 && errno != EEXIST)
        return review_failed(err, errno, act->directory, "");
    out->dir = open(act->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return out->dir >= 0 || review_failed(err, errno, act->directory, "");
}

static void name_sheet(struct strbuf *stem, const struct review_head *head, struct span addressee,
                       struct file_names *taken, enum language lang) {
    struct strbuf plain = {0};
    if (!addressee.n)
        addressee = message_span(MSG_TERM_NO_ADDRESSEE, lang);
    file_name_unique(addressee, taken, &plain);
    strbuf_clear(stem);
    strbuf_addf(stem, "%" PRIu64 "-%s", head->review, plain.p);
    strbuf_release(&plain);
}

/* The accounts whose holder a link could settle, of all addressees, as REVIEW-links. */
static bool write_links(struct sheets *out, struct sheet *sheet, struct error *err) {
    const struct population *p = sheet->population;
    VEC(uint32_t) order = {0};
    struct strbuf stem = {0};
    bool ok = true;
    for (uint32_t i = 0; i < p->rows.count; i++)
        if (p->rows.items[i].wants_link)
            vec_push(&order, i);
    if (order.count) {
        struct staff *staff = staff_index(p->record);
        sheet->staff = staff;
        sheet->order = order.items;
        sheet->count = order.count;
        sheet->addressee = SPAN("");
        sheet->columns = link_columns;
        strbuf_addf(&stem, "%" PRIu64 "-links", sheet->head->review);
        ok = write_sheet(out, sheet, strbuf_span(&stem), err);
        staff_free(staff);
    }
    strbuf_release(&stem);
    vec_release(&order);
    return ok;
}

static bool write_groups(struct sheets *out, struct sheet *sheet, const struct groups *groups,
                         struct error *err) {
    struct file_names taken = {0};
    struct strbuf stem = {0};
    bool ok = true;
    file_name_unique(SPAN("links"), &taken, &stem); /* the sheet of links */
    for (size_t i = 0; ok && i < groups->items.count; i++) {
        const struct group_of_rows *g = &groups->items.items[i];
        sheet->order = groups->order + g->first;
        sheet->count = g->count;
        sheet->addressee = g->addressee;
        name_sheet(&stem, sheet->head, g->addressee, &taken, sheet->language);
        ok = write_sheet(out, sheet, strbuf_span(&stem), err);
    }
    strbuf_release(&stem);
    file_names_release(&taken);
    return ok;
}

bool sheets_write(struct sheets *out, const struct population *p, const struct review_head *head,
                  const struct review_act *act, struct error *err) {
    if (!open_directory(out, act, err))
        return false;
    struct groups groups = {0};
    struct sheet sheet = {.population = p,
                          .record = p->record,
                          .head = head,
                          .language = act->language,
                          .columns = review_columns};
    groups_make(&groups, p);
    bool ok = write_groups(out, &sheet, &groups, err) && write_links(out, &sheet, err);
    groups_release(&groups);
    return ok;
}

/* The last file: where it has not taken its place it is removed. */
static void drop_last(struct sheets *sheets) {
    struct sheet_file *file = &sheets->files.items[--sheets->files.count];
    unlinkat(sheets->dir, file->temporary, 0);
    ending_drop_file(file->temporary);
    free(file->temporary);
    free(file->name);
}

bool sheets_commit(struct sheets *sheets, struct error *err) {
    while (sheets->files.count) {
        const struct sheet_file *file = &sheets->files.items[sheets->files.count - 1];
        bool ok =
            renameat2(sheets->dir, file->temporary, sheets->dir, file->name, RENAME_NOREPLACE) == 0;
        if (!ok && errno == EEXIST && !sheets->fills_up)
            return stands_there(sheets, file->name, MSG_REVIEW_SHEET_CAME, err);
        if (!ok && errno != EEXIST &&
            renameat(sheets->dir, file->temporary, sheets->dir, file->name) != 0)
            return review_failed(err, errno, sheets->directory, file->name);
        drop_last(sheets);
    }
    fsync(sheets->dir);
    return true;
}

void sheets_release(struct sheets *sheets) {
    while (sheets->files.count)
        drop_last(sheets);
    vec_release(&sheets->files);
    if (sheets->dir >= 0)
        close(sheets->dir);
    sheets->dir = -1;
}
