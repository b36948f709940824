/* The columns of leavers.csv (退職者等の確認). */
#include "list.h"
#include "terms.h"

static void reason(struct list_row *row, struct cells *c) {
    static const enum message_id terms[] = {[LEAVER_LEFT] = MSG_TERM_STATE_LEFT,
                                            [LEAVER_LEAVING] = MSG_TERM_REASON_LEAVING,
                                            [LEAVER_ON_LEAVE] = MSG_TERM_STATE_LEAVE};
    cells_term(c, row, terms[row->leaver.reason]);
}

static void target(struct list_row *row, struct cells *c) {
    cells_text(c, row->leaver.target->name);
}

static void target_kind(struct list_row *row, struct cells *c) {
    cells_term(c, row, input_kind_term(row->leaver.target->kind));
}

static void state(struct list_row *row, struct cells *c) {
    static const enum message_id terms[] = {[LEFT_NONE] = MSG_TERM_LEFT_NONE,
                                            [LEFT_DISABLED] = MSG_TERM_LEFT_DISABLED,
                                            [LEFT_ENABLED] = MSG_TERM_LEFT_ENABLED,
                                            [LEFT_NOT_DELIVERED] = MSG_TERM_LEFT_NOT_DELIVERED,
                                            [LEFT_NOT_PROVABLE] = MSG_TERM_LEFT_NOT_PROVABLE};
    static const enum severity marks[] = {[LEFT_NONE] = SEVERITY_LOW,
                                          [LEFT_DISABLED] = SEVERITY_LOW,
                                          [LEFT_ENABLED] = SEVERITY_HIGH,
                                          [LEFT_NOT_DELIVERED] = SEVERITY_INFO,
                                          [LEFT_NOT_PROVABLE] = SEVERITY_MEDIUM};
    enum remainder s = row->leaver.state;
    cells_mark(c, message_span(terms[s], row->view->language), marks[s]);
}

static void subjects(struct list_row *row, struct cells *c) {
    strbuf_clear(&row->text);
    for (size_t i = 0; i < row->leaver.hit_count; i++)
        if (leavers_names(&row->leaver, &row->leaver.hits[i]))
            strbuf_add_item(&row->text, ", ", row->leaver.hits[i].subject);
    cells_text(c, strbuf_span(&row->text));
}

static void list_date(struct list_row *row, struct cells *c) {
    cells_date(c, row->leaver.target->exported_on);
}

static const struct column columns[] = {
    {MSG_HEAD_PERSON_ID, list_text, LIST_ROW(leaver.person.person_id)},
    {MSG_HEAD_NAME, list_text, LIST_ROW(leaver.person.name)},
    {MSG_HEAD_DEPARTMENT, list_text, LIST_ROW(leaver.person.department)},
    {MSG_HEAD_REASON, reason, 0},
    {MSG_HEAD_FROM, list_day, LIST_ROW(leaver.from)},
    {MSG_HEAD_TO, list_day, LIST_ROW(leaver.to)},
    {MSG_HEAD_TARGET_KIND, target_kind, 0},
    {MSG_HEAD_TARGET, target, 0},
    {MSG_HEAD_LEAVER_STATE, state, 0},
    {MSG_HEAD_SUBJECTS, subjects, 0},
    {MSG_HEAD_LAST_LOGIN_ON, list_day, LIST_ROW(leaver.last_login_on)},
    {MSG_HEAD_LIST_DATE, list_date, 0},
};

static size_t count(const struct view *view) {
    return view->leavers->row_count;
}

static void fetch(struct list_row *row) {
    leavers_row(row->view->leavers, row->index, &row->leaver);
}

const struct list leavers_list = {
    "leavers", MSG_SHEET_LEAVERS, columns, sizeof columns / sizeof *columns, count,
    fetch,     &leavers_layout};
