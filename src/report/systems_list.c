/* The columns of systems.csv: coverage. One row for each roster, system, license and the devices.
 */
#include "inputs.h"
#include "list.h"
#include "tally.h"
#include "terms.h"

static void kind(struct list_row *row, struct cells *c) {
    cells_term(c, row, input_kind_term(row->input->kind));
}

static void owner(struct list_row *row, struct cells *c) {
    strbuf_clear(&row->text);
    input_owners(row->input, &row->text);
    cells_text(c, strbuf_span(&row->text));
}

static void manager(struct list_row *row, struct cells *c) {
    strbuf_clear(&row->text);
    input_manager(row->input, &row->text);
    cells_text(c, strbuf_span(&row->text));
}

static void delivered(struct list_row *row, struct cells *c) {
    cells_term(c, row, row->input->is_delivered ? MSG_TERM_DELIVERED : MSG_TERM_NO_LIST);
}

/* A number that only a delivered list of the right kind has. */
static void count_cell(struct list_row *row, struct cells *c, bool has, uint64_t value) {
    if (has && row->input->is_delivered)
        cells_number(c, (int64_t)value);
    else
        cells_text(c, SPAN(""));
}

#define ANY_COUNT(member)                                                                          \
    static void member(struct list_row *row, struct cells *c) {                                    \
        count_cell(row, c, true, row->input->member);                                              \
    }
#define SYSTEM_COUNT(member)                                                                       \
    static void member(struct list_row *row, struct cells *c) {                                    \
        count_cell(row, c, row->input->kind == INPUT_SYSTEM, row->input->system.member);           \
    }
ANY_COUNT(rows_read)
ANY_COUNT(accepted)
ANY_COUNT(rejected)
ANY_COUNT(not_yet)
SYSTEM_COUNT(accounts)
SYSTEM_COUNT(enabled)
SYSTEM_COUNT(expired)
SYSTEM_COUNT(matched)
SYSTEM_COUNT(unmatched)
SYSTEM_COUNT(ambiguous)
SYSTEM_COUNT(shared)
SYSTEM_COUNT(privileged)

static void people(struct list_row *row, struct cells *c) {
    count_cell(row, c, row->input->kind == INPUT_ROSTER, row->input->people);
}

static void exceptions(struct list_row *row, struct cells *c) {
    cells_number(c, (int64_t)row->view->tally->by_input[row->index]);
}

static void evaluated(struct list_row *row, struct cells *c) {
    strbuf_clear(&row->text);
    input_rules_evaluated(row->view->record, row->input, &row->text);
    cells_text(c, strbuf_span(&row->text));
}

static void not_evaluated(struct list_row *row, struct cells *c) {
    strbuf_clear(&row->text);
    input_rules_not_evaluated(row->view->record, row->input, row->view->language, &row->text);
    cells_text(c, strbuf_span(&row->text));
}

static const struct column columns[] = {
    {MSG_HEAD_KIND, kind, 0},
    {MSG_HEAD_INPUT_NAME, list_input_text, LIST_INPUT(name)},
    {MSG_HEAD_OWNER, owner, 0},
    {MSG_HEAD_MANAGER, manager, 0},
    {MSG_HEAD_DELIVERED, delivered, 0},
    {MSG_HEAD_FILE, list_input_text, LIST_INPUT(file)},
    {MSG_HEAD_ENCODING, list_input_text, LIST_INPUT(encoding)},
    {MSG_HEAD_EXPORTED_ON, list_input_day, LIST_INPUT(exported_on)},
    {MSG_HEAD_EXPORTED_BY, list_input_text, LIST_INPUT(exported_by)},
    {MSG_HEAD_ROWS_READ, rows_read, 0},
    {MSG_HEAD_ACCEPTED, accepted, 0},
    {MSG_HEAD_REJECTED, rejected, 0},
    {MSG_HEAD_NOT_YET, not_yet, 0},
    {MSG_HEAD_PEOPLE, people, 0},
    {MSG_HEAD_ACCOUNTS, accounts, 0},
    {MSG_HEAD_ENABLED, enabled, 0},
    {MSG_HEAD_EXPIRED, expired, 0},
    {MSG_HEAD_MATCHED, matched, 0},
    {MSG_HEAD_UNMATCHED, unmatched, 0},
    {MSG_HEAD_AMBIGUOUS, ambiguous, 0},
    {MSG_HEAD_SHARED, shared, 0},
    {MSG_HEAD_PRIVILEGED, privileged, 0},
    {MSG_HEAD_EXCEPTIONS, exceptions, 0},
    {MSG_HEAD_EVALUATED, evaluated, 0},
    {MSG_HEAD_NOT_EVALUATED, not_evaluated, 0},
};

static size_t count(const struct view *view) {
    return view->record->first_input[INPUT_TABLE];
}

static void fetch(struct list_row *row) {
    row->input = &row->view->record->inputs[row->index];
}

const struct list systems_list = {
    "systems", MSG_SHEET_SYSTEMS, columns, sizeof columns / sizeof *columns, count,
    fetch,     &systems_layout};
