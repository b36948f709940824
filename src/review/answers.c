#include "answers.h"

#include "tenko/fold.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_ROWS_ABOVE = 200, MOST_SHEETS = 50 };

static struct span trimmed(struct span text) {
    while (text.n && (unsigned char)text.p[0] <= ' ')
        text = (struct span){text.p + 1, text.n - 1};
    while (text.n && (unsigned char)text.p[text.n - 1] <= ' ')
        text.n--;
    return text;
}

static struct span cell_at(const struct row *row, uint32_t i) {
    if (i >= row->count)
        return (struct span){0};
    return trimmed((struct span){row->cells[i].p, row->cells[i].n});
}

static bool is_heading(struct span text, enum message_id heading, struct strbuf *scratch) {
    struct strbuf wanted = {0};
    bool is_it = false;
    fold_text(FOLD_HEADER, text, scratch);
    for (int lang = 0; lang < LANGUAGES && !is_it; lang++) {
        fold_text(FOLD_HEADER, message_span(heading, (enum language)lang), &wanted);
        is_it = scratch->n && span_equal(strbuf_span(scratch), strbuf_span(&wanted));
    }
    strbuf_release(&wanted);
    return is_it;
}

/* On the sheet of links person_id is filled in. The other sheets have it too, of the holder: one
 * that has lost its decisions must not link each account to whom it has. */
static bool is_head_of_links(const struct answers *a) {
    static const enum sheet_column others[] = {SHEET_STATE,  SHEET_DEPARTMENT, SHEET_ROLES,
                                               SHEET_CHANGE, SHEET_COLLEAGUES, SHEET_DECISION};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (a->column_of[others[i]] != NO_COLUMN)
            return false;
    return a->column_of[SHEET_PERSON_ID] != NO_COLUMN;
}

/* Is this row the head? Then column_of is filled. */
static bool take_head(struct answers *a) {
    static const enum sheet_column needed[] = {SHEET_REVIEW, SHEET_ID, SHEET_SYSTEM, SHEET_USER_ID};
    for (int c = 0; c < SHEET_COLUMN_COUNT; c++)
        a->column_of[c] = NO_COLUMN;
    if (a->row.count < sizeof needed / sizeof *needed)
        return false;
    for (uint32_t i = 0; i < a->row.count; i++)
        for (int c = 0; c < SHEET_COLUMN_COUNT; c++)
            if (a->column_of[c] == NO_COLUMN &&
                is_heading(cell_at(&a->row, i), sheet_heading((enum sheet_column)c), &a->scratch)) {
                a->column_of[c] = i;
                break;
            }
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (a->column_of[needed[i]] == NO_COLUMN)
            return false;
    bool has_answers = a->column_of[SHEET_DECISION] != NO_COLUMN &&
                       a->column_of[SHEET_REVIEWER] != NO_COLUMN &&
                       a->column_of[SHEET_REVIEWED_ON] != NO_COLUMN;
    a->is_links = !has_answers && is_head_of_links(a);
    return has_answers || a->is_links;
}

/* "団体名 | みなと市" above the table. */
static void note_organization(struct answers *a) {
    for (uint32_t i = 0; i + 1 < a->row.count; i++) {
        if (!is_heading(cell_at(&a->row, i), MSG_REVIEW_ORGANIZATION, &a->scratch))
            continue;
        for (uint32_t k = i + 1; k < a->row.count && !a->organization.n; k++)
            strbuf_add_span(&a->organization, cell_at(&a->row, k));
        return;
    }
}

static bool find_head(struct answers *a, struct error *err) {
    for (int rows = 0; !a->has_head && rows < MOST_ROWS_ABOVE; rows++) {
        enum next next = a->spec.connector->next(a->reader, &a->row, err);
        if (next == NEXT_FAILED)
            return false;
        if (next == NEXT_END)
            break;
        a->has_head = take_head(a);
        if (!a->has_head)
            note_organization(a);
    }
    return true;
}

/* People put sheets of their own before ours: a covering letter, a summary. */
static bool try_other_sheets(struct answers *a, struct error *err) {
    struct error no_such_sheet;
    bool ok = true;
    vec_push(&a->spec.options, ((struct option_value){"sheet", a->sheet, 0}));
    for (int number = 2; ok && !a->has_head && number <= MOST_SHEETS; number++) {
        snprintf(a->sheet, sizeof a->sheet, "%d", number);
        a->spec.connector->close(a->reader);
        a->reader = NULL;
        strbuf_clear(&a->organization);
        if (!a->spec.connector->open(&a->reader, &a->spec, &no_such_sheet))
            break;
        ok = find_head(a, err);
    }
    return ok;
}

bool answers_open(struct answers *a, const char *path, struct error *err) {
    *a = (struct answers){.path = path, .spec = {.base_dir = "", .config_file = ""}};
    vec_push(&a->spec.options, ((struct option_value){"path", path, 0}));
    source_find_connector(&a->spec);
    if (!a->spec.connector->open(&a->reader, &a->spec, err) || !find_head(a, err))
        return false;
    bool is_workbook = strcmp(a->spec.connector->name, "xlsx") == 0;
    return a->has_head || !is_workbook || try_other_sheets(a, err);
}

static bool is_empty(const struct row *row) {
    for (uint32_t i = 0; i < row->count; i++)
        if (cell_at(row, i).n)
            return false;
    return true;
}

enum next answers_next(struct answers *a, struct error *err) {
    enum next next;
    do
        next = a->spec.connector->next(a->reader, &a->row, err);
    while (next == NEXT_ROW && is_empty(&a->row) && a->row.problem == MSG_NONE);
    return next;
}

struct span answers_cell(const struct answers *a, enum sheet_column c) {
    return a->column_of[c] == NO_COLUMN ? (struct span){0} : cell_at(&a->row, a->column_of[c]);
}

void answers_close(struct answers *a) {
    a->spec.connector->close(a->reader);
    vec_release(&a->spec.options);
    strbuf_release(&a->scratch);
    strbuf_release(&a->organization);
}
