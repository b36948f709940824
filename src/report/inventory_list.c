/* The columns of inventory/ (棚卸表): every account with its holder and what was found. */
#include "list.h"
#include "terms.h"

static void system_name(struct list_row *row, struct cells *c) {
    cells_text(c, row->view->record->inputs[row->account.input].name);
}

static void kind(struct list_row *row, struct cells *c) {
    cells_text(c, kind_term(row->account.kind, row->view->language));
}

static void state(struct list_row *row, struct cells *c) {
    cells_text(c, state_term(row->account.state, row->view->language));
}

static void roles(struct list_row *row, struct cells *c) {
    const struct account_record *a = &row->account;
    if (a->role_count == 1) {
        cells_text(c, a->roles[0]);
        return;
    }
    strbuf_clear(&row->text);
    for (uint32_t i = 0; i < a->role_count; i++)
        strbuf_add_item(&row->text, ", ", a->roles[i]);
    cells_text(c, strbuf_span(&row->text));
}

static void enabled(struct list_row *row, struct cells *c) {
    cells_term(c, row, row->account.is_enabled ? MSG_TERM_YES : MSG_TERM_NO);
}

static void privileged(struct list_row *row, struct cells *c) {
    cells_term(c, row, row->account.is_privileged ? MSG_TERM_YES : MSG_TERM_NO);
}

static void matched_by(struct list_row *row, struct cells *c) {
    cells_text(c, matched_by_term(row->account.matched_by, row->view->language));
}

static void verdict(struct list_row *row, struct cells *c) {
    if (row->account.exception_count)
        cells_text(c, strbuf_span(&row->message));
    else
        cells_term(c, row, MSG_TERM_NO_PROBLEM);
}

static void exceptions(struct list_row *row, struct cells *c) {
    cells_text(c, strbuf_span(&row->ids));
}

static void line(struct list_row *row, struct cells *c) {
    cells_line(c, &row->account.place);
}

static const struct column columns[] = {
    {MSG_HEAD_SYSTEM, system_name, 0},
    {MSG_HEAD_USER_ID, list_text, LIST_ROW(account.user_id)},
    {MSG_HEAD_ACCOUNT_KIND, kind, 0},
    {MSG_HEAD_PERSON_ID, list_text, LIST_ROW(account.person_id)},
    {MSG_HEAD_NAME, list_text, LIST_ROW(account.name)},
    {MSG_HEAD_STATE, state, 0},
    {MSG_HEAD_DEPARTMENT, list_text, LIST_ROW(account.department)},
    {MSG_HEAD_ACCOUNT_DEPARTMENT, list_text, LIST_ROW(account.account_department)},
    {MSG_HEAD_ROLES, roles, 0},
    {MSG_HEAD_ENABLED, enabled, 0},
    {MSG_HEAD_PRIVILEGED, privileged, 0},
    {MSG_HEAD_CREATED_ON, list_day, LIST_ROW(account.created_on)},
    {MSG_HEAD_LAST_LOGIN_ON, list_day, LIST_ROW(account.last_login_on)},
    {MSG_HEAD_PASSWORD_CHANGED_ON, list_day, LIST_ROW(account.password_changed_on)},
    {MSG_HEAD_EXPIRES_ON, list_day, LIST_ROW(account.expires_on)},
    {MSG_HEAD_MATCHED_BY, matched_by, 0},
    {MSG_HEAD_VERDICT, verdict, 0},
    {MSG_HEAD_EXCEPTION_IDS, exceptions, 0},
    {MSG_HEAD_FILE, list_text, LIST_ROW(account.place.file)},
    {MSG_HEAD_LINE, line, 0},
};

static size_t count(const struct view *view) {
    return view->record->account_count;
}

/* Titles and ids of what was raised. */
static void fetch_raised(struct list_row *row) {
    const struct run_record *r = row->view->record;
    struct exception_record e;
    char id[EXCEPTION_ID_SIZE];
    for (uint32_t i = 0; i < row->account.exception_count; i++) {
        r->rows->exception(r->from, row->account.exceptions[i], &e);
        exception_id_format(e.id, id);
        strbuf_add_item(&row->message, row->view->language == LANG_JA ? "、" : ", ",
                        r->rules[e.rule].title[row->view->language]);
        strbuf_add_item(&row->ids, ", ", span_of(id));
    }
}

static void fetch(struct list_row *row) {
    const struct run_record *r = row->view->record;
    r->rows->account(r->from, row->index, &row->account);
    strbuf_clear(&row->message);
    strbuf_clear(&row->ids);
    fetch_raised(row);
}

const struct list inventory_list = {
    "inventory", MSG_SHEET_INVENTORY, columns, sizeof columns / sizeof *columns, count,
    fetch,       &inventory_layout};
