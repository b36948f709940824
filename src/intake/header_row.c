/*
 * Which row is the header? Exports begin with titles, dates and notes. The first row that has
 * every configured header and a key field, and at least two headers that we know, is it at once;
 * otherwise the best of the first rows. Rows read ahead are kept and served again. A list may also
 * be said to have none (`header: none`).
 */
#include "reading.h"

#include <stdio.h>
#include <stdlib.h>

enum { ROWS_AHEAD = 30 };

struct score {
    uint32_t configured, recognised, filled;
    bool has_key;
};

/* Fields that a cell may mean as a header: what the configuration says, else the synonyms. */
static field_set claims(struct reading *r, struct span text, uint32_t *configured) {
    field_set set = {{0}};
    for (size_t i = 0; i < r->input->columns.count; i++) {
        const struct column_choice *choice = &r->input->columns.items[i];
        if (header_is(text, choice->header, &r->scratch, &r->more_scratch)) {
            add_field(&set, choice->field);
            ++*configured;
        }
    }
    struct meaning meanings[MEANINGS_MAX];
    size_t count = !has_no_field(set) ? 0 : header_meanings(r->record, text, &r->scratch, meanings);
    for (size_t i = 0; i < count; i++)
        add_field(&set, meanings[i].field);
    return set;
}

static struct score score_row(struct reading *r, const struct row *row) {
    struct score score = {0};
    field_set claimed = {{0}};
    for (uint32_t i = 0; i < row->count && row->problem == MSG_NONE; i++) {
        struct span text = trimmed((struct span){row->cells[i].p, row->cells[i].n});
        field_set of_cell = text.n ? claims(r, text, &score.configured) : (field_set){{0}};
        claimed = fields_united(claimed, of_cell);
        score.filled += text.n > 0;
        score.recognised += !has_no_field(of_cell);
    }
    /* An address serves as user ID where there is none. */
    if (r->record == RECORD_ACCOUNT && knows_field(claimed, FIELD_email))
        add_field(&claimed, FIELD_user_id);
    score.has_key = has_key_fields(r->record, claimed);
    return score;
}

static bool is_better(struct score a, struct score b) {
    if (a.configured != b.configured)
        return a.configured > b.configured;
    if (a.has_key != b.has_key)
        return a.has_key;
    if (a.recognised != b.recognised)
        return a.recognised > b.recognised;
    return a.recognised == 0 && a.filled > b.filled;
}

/* --- lists without a header --- */

/* As many columns as most of the first rows have, or as the configuration speaks of. */
static uint32_t width_of_rows(const struct reading *r) {
    uint32_t width = 1, most = 0;
    for (size_t i = 0; i < r->ahead.count; i++) {
        uint32_t count = r->ahead.items[i].count, rows = 0;
        for (size_t k = 0; k < r->ahead.count; k++)
            rows += r->ahead.items[k].count == count;
        if (rows > most) {
            most = rows;
            width = count;
        }
    }
    for (size_t i = 0; i < r->input->columns.count; i++) {
        long position = strtol(r->input->columns.items[i].header, NULL, 10);
        for (size_t k = 0; k < r->ahead.count; k++)
            if (position > (long)width && position <= (long)r->ahead.items[k].count)
                width = (uint32_t)position;
    }
    return width;
}

/* The positions 1, 2 … stand for headers. */
static void number_columns(struct reading *r, struct row *header) {
    uint32_t width = width_of_rows(r);
    struct cell *cells = arena_array(&r->peeked, width, sizeof *cells);
    for (uint32_t i = 0; i < width; i++) {
        char number[16];
        int n = snprintf(number, sizeof number, "%u", i + 1);
        cells[i] = (struct cell){arena_copy(&r->peeked, span_of(number)).p, (uint32_t)n, 0};
    }
    *header = (struct row){.cells = cells, .count = width};
    r->next_ahead = 0;
}

/* --- a header of two rows --- */

/* Merged cells leave blanks: a title of several columns stands above the first of them only, one of
 * both rows in the upper one only. */
struct title_rows {
    const struct row *upper, *lower;
};

static struct span title_text(const struct row *row, uint32_t column) {
    if (column >= row->count)
        return SPAN("");
    return trimmed((struct span){row->cells[column].p, row->cells[column].n});
}

/* The title above a column: its own, or that of a column to the left. */
static struct span title_above(const struct title_rows *rows, uint32_t column) {
    struct span own = title_text(rows->upper, column);
    if (!title_text(rows->lower, column).n)
        return own;
    while (!own.n && column > 0)
        own = title_text(rows->upper, --column);
    return own;
}

static bool is_claimed(struct reading *r, struct span text) {
    uint32_t configured = 0;
    return text.n && !has_no_field(claims(r, text, &configured));
}

/* 名称 under 所属 is no name, and メール under 上司 not the holder's. */
static bool needs_title(struct reading *r, struct span title, struct span item) {
    static const char *const general[] = {"名称", "名",     "名前", "コード", "番号",
                                          "id",   "区分",   "種別", "状態",   "name",
                                          "code", "number", "type", "status"};
    fold_text(FOLD_HEADER, title, &r->scratch);
    if (header_is_of_others(strbuf_span(&r->scratch)))
        return true;
    for (size_t i = 0; i < sizeof general / sizeof general[0]; i++) {
        if (header_is(item, general[i], &r->scratch, &r->more_scratch))
            return true;
    }
    return false;
}

/* The item alone where it says enough (職員番号 under 職員); else with its title (退職 + 年月日).
 */
static struct span joined_title(struct reading *r, const struct title_rows *rows, uint32_t column) {
    struct span title = title_above(rows, column), item = title_text(rows->lower, column);
    bool is_enough = title.n && item.n && is_claimed(r, item);
    bool is_doubted = is_enough && needs_title(r, title, item);
    if (!title.n || !item.n || (is_enough && !is_doubted))
        return item.n ? item : title;
    struct strbuf both = {0};
    strbuf_add_span(&both, title);
    strbuf_add_span(&both, item);
    struct span joined = arena_copy(&r->peeked, strbuf_span(&both));
    strbuf_release(&both);
    fold_text(FOLD_HEADER, title, &r->scratch);
    if (is_doubted && !header_is_of_others(strbuf_span(&r->scratch)) && !is_claimed(r, joined))
        return item;
    return joined;
}

static struct row join_rows(struct reading *r, const struct title_rows *rows) {
    uint32_t count =
        rows->upper->count > rows->lower->count ? rows->upper->count : rows->lower->count;
    struct cell *cells = arena_array(&r->peeked, count, sizeof *cells);
    for (uint32_t i = 0; i < count; i++) {
        struct span text = joined_title(r, rows, i);
        cells[i] = (struct cell){text.p, (uint32_t)text.n, 0};
    }
    return (struct row){.line = rows->lower->line, .cells = cells, .count = count};
}

static bool has_digit(struct span text) {
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] >= '0' && text.p[i] <= '9')
            return true;
    return false;
}

/* What stands below a title that means something is an item that does, alone or with it, or
 * nothing. An entry's number is none. */
static bool may_be_titles(struct reading *r, const struct title_rows *rows) {
    for (uint32_t i = 0; i < rows->upper->count; i++) {
        struct span item = title_text(rows->lower, i);
        if (!item.n || is_claimed(r, item) || !is_claimed(r, title_text(rows->upper, i)))
            continue;
        if (has_digit(item) || !is_claimed(r, joined_title(r, rows, i)))
            return false;
    }
    return true;
}

/* Do the two rows together mean more than either: every field that `alone` has, and further ones?
 */
static bool are_one_header(struct reading *r, const struct title_rows *rows, struct score alone,
                           struct row *joined) {
    if (rows->upper->problem != MSG_NONE || rows->lower->problem != MSG_NONE ||
        !may_be_titles(r, rows))
        return false;
    *joined = join_rows(r, rows);
    struct score both = score_row(r, joined);
    return both.configured >= alone.configured && both.has_key >= alone.has_key &&
           both.recognised > alone.recognised;
}

/* *header and the row behind it become one header if they are; so does the row before it. */
static void join_titles(struct reading *r, size_t at, struct score best, struct row *header) {
    struct row joined;
    const struct row *rows = r->ahead.items;
    if (at + 1 < r->ahead.count &&
        are_one_header(r, &(struct title_rows){&rows[at], &rows[at + 1]}, best, &joined)) {
        *header = joined;
        r->next_ahead = at + 2;
    } else if (at > 0 &&
               are_one_header(r, &(struct title_rows){&rows[at - 1], &rows[at]}, best, &joined)) {
        *header = joined;
    }
}

/* --- the header --- */

bool find_header(struct reading *r, struct row *header, struct error *err) {
    struct score best = {0};
    size_t best_row = 0;
    for (size_t i = 0; i < ROWS_AHEAD; i++) {
        if (!read_ahead(r, i + 1, err))
            return false;
        if (r->is_at_end)
            break;
        if (has_no_header(r))
            continue;
        struct score score = score_row(r, &r->ahead.items[i]);
        if (i == 0 || is_better(score, best)) {
            best = score;
            best_row = i;
        }
        if (score.has_key && score.recognised >= 2 && score.configured >= r->input->columns.count)
            break;
    }
    if (r->ahead.count == 0)
        return error_set(err, FAULT_INPUT, MSG_HEADER_NO_ROWS, r->source->display, 0,
                         r->source->display, NULL);
    if (has_no_header(r)) {
        number_columns(r, header);
        return true;
    }
    *header = r->ahead.items[best_row];
    if (header->problem != MSG_NONE) /* no row could be used, not even as a header */
        return error_set(err, FAULT_INPUT, header->problem, r->source->display, header->line, NULL);
    r->next_ahead = best_row + 1;
    if (!read_ahead(r, 1, err))
        return false;
    join_titles(r, best_row, best, header);
    r->rows_above = r->next_ahead;
    return true;
}
