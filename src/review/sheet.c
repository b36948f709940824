/* The columns of a review sheet, in their order, and what stands in them. */
#include "review_internal.h"

#include <inttypes.h>
#include <stddef.h>

const enum sheet_column review_columns[] = {
    SHEET_REVIEW,        SHEET_ID,
    SHEET_SYSTEM,        SHEET_USER_ID,
    SHEET_KIND,          SHEET_PERSON_ID,
    SHEET_NAME,          SHEET_STATE,
    SHEET_DEPARTMENT,    SHEET_ACCOUNT_DEPARTMENT,
    SHEET_ROLES,         SHEET_ENABLED,
    SHEET_PRIVILEGED,    SHEET_CREATED_ON,
    SHEET_LAST_LOGIN_ON, SHEET_PASSWORD_CHANGED_ON,
    SHEET_EXPIRES_ON,    SHEET_CHANGE,
    SHEET_COLLEAGUES,    SHEET_EXCEPTIONS,
    SHEET_DECISION,      SHEET_COMMENT,
    SHEET_REVIEWER,      SHEET_REVIEWED_ON,
    NO_SHEET_COLUMN,
};
const enum sheet_column link_columns[] = {
    SHEET_REVIEW,
    SHEET_ID,
    SHEET_SYSTEM,
    SHEET_USER_ID,
    SHEET_KIND,
    SHEET_NAME,
    SHEET_ACCOUNT_DEPARTMENT,
    SHEET_ENABLED,
    SHEET_LAST_LOGIN_ON,
    SHEET_EXCEPTIONS,
    SHEET_CANDIDATES,
    SHEET_LINK,
    SHEET_COMMENT,
    SHEET_REVIEWER,
    SHEET_REVIEWED_ON,
    NO_SHEET_COLUMN,
};

bool account_wants_link(const struct account_record *a) {
    return a->person == NO_ROW && !span_equal(a->kind, SPAN("shared")) &&
           !span_equal(a->kind, SPAN("service"));
}

static const struct {
    const char *key;
    enum message_id word;
} decisions[] = {
    {"keep", MSG_TERM_DECISION_KEEP},         {"delete", MSG_TERM_DECISION_DELETE},
    {"disable", MSG_TERM_DECISION_DISABLE},   {"change", MSG_TERM_DECISION_CHANGE},
    {"not-ours", MSG_TERM_DECISION_NOT_OURS},
};

const char *decision_key(int which) {
    return which < (int)(sizeof decisions / sizeof *decisions) ? decisions[which].key : NULL;
}

enum message_id decision_word(int which) {
    return decision_key(which) ? decisions[which].word : MSG_NONE;
}

/* --- Cells --- */

/* What a cell is made of. */
struct sheet_row {
    const struct sheet *sheet;
    const struct frozen_row *frozen;
    const struct account_record *account;
    const void *member; /* of the account: what the column shows, where it is one */
};

static void text(const struct sheet_row *row, struct strbuf *out) {
    strbuf_add_span(out, *(const struct span *)row->member);
}

/* A stable word of the record as people say it. */
static void word(const struct sheet_row *row, struct strbuf *out) {
    struct span key = *(const struct span *)row->member;
    enum message_id term = review_state_term(key);
    strbuf_add_span(out, term == MSG_NONE ? key : message_span(term, row->sheet->language));
}

static void yes_or_no(const struct sheet_row *row, struct strbuf *out) {
    enum message_id term = *(const bool *)row->member ? MSG_TERM_YES : MSG_TERM_NO;
    strbuf_add_span(out, message_span(term, row->sheet->language));
}

static void day(const struct sheet_row *row, struct strbuf *out) {
    char iso[11];
    date_format(*(const date *)row->member, iso);
    strbuf_add_text(out, iso);
}

static void review(const struct sheet_row *row, struct strbuf *out) {
    strbuf_addf(out, "%" PRIu64, row->sheet->head->review);
}

static void id(const struct sheet_row *row, struct strbuf *out) {
    char digits[REVIEW_ID_SIZE];
    review_id_format(row->frozen->id, digits);
    strbuf_add_text(out, digits);
}

static void system_name(const struct sheet_row *row, struct strbuf *out) {
    strbuf_add_span(out, row->sheet->record->inputs[row->account->input].name);
}

/* Who is the holder, where somebody else is: nobody, or several. */
static void holder_state(const struct sheet_row *row, struct strbuf *out) {
    if (span_equal(row->account->outcome, SPAN("ambiguous")))
        strbuf_add_span(out, message_span(MSG_REVIEW_STATE_SEVERAL, row->sheet->language));
    else if (row->account->person == NO_ROW)
        strbuf_add_span(out, message_span(MSG_REVIEW_STATE_NOBODY, row->sheet->language));
    else
        word(row, out);
}

static void roles(const struct sheet_row *row, struct strbuf *out) {
    for (uint32_t i = 0; i < row->account->role_count; i++)
        strbuf_add_item(out, ", ", row->account->roles[i]);
}

static void change(const struct sheet_row *row, struct strbuf *out) {
    strbuf_add_span(out, population_text(row->sheet->population, row->frozen->change));
}

static void colleagues(const struct sheet_row *row, struct strbuf *out) {
    colleagues_write(row->sheet->population->colleagues, row->account, row->sheet->language, out);
}

static void candidates(const struct sheet_row *row, struct strbuf *out) {
    candidates_write(row->sheet->staff, row->account, row->sheet->language, out);
}

static void exceptions(const struct sheet_row *row, struct strbuf *out) {
    const struct run_record *r = row->sheet->record;
    const struct account_record *a = row->account;
    enum language lang = row->sheet->language;
    for (uint32_t i = 0; i < a->exception_count; i++) {
        struct exception_record e;
        r->rows->exception(r->from, a->exceptions[i], &e);
        if (i)
            strbuf_add_text(out, "; ");
        if (r->rules[e.rule].title[lang].n) {
            strbuf_add_span(out, r->rules[e.rule].title[lang]);
            strbuf_add_text(out, ": ");
        }
        exception_record_message(r, &e, lang, out);
        if (e.is_waived)
            strbuf_add_text(out, message_template(MSG_REVIEW_WAIVED, lang));
    }
}

/* --- Columns --- */

#define MEMBER(name) offsetof(struct account_record, name)

static const struct {
    enum message_id heading;
    int width;                                                /* in a workbook, characters */
    void (*write)(const struct sheet_row *, struct strbuf *); /* NULL: to be filled in */
    size_t member;
} columns[SHEET_ALL_COLUMNS] = {
    [SHEET_REVIEW] = {MSG_REVIEW_HEAD_REVIEW, 8, review, 0},
    [SHEET_ID] = {MSG_REVIEW_HEAD_ID, 18, id, 0},
    [SHEET_SYSTEM] = {MSG_REVIEW_HEAD_SYSTEM, 18, system_name, 0},
    [SHEET_USER_ID] = {MSG_REVIEW_HEAD_USER_ID, 16, text, MEMBER(user_id)},
    [SHEET_KIND] = {MSG_REVIEW_HEAD_KIND, 8, word, MEMBER(kind)},
    [SHEET_PERSON_ID] = {MSG_HEAD_PERSON_ID, 12, text, MEMBER(person_id)},
    [SHEET_NAME] = {MSG_HEAD_NAME, 14, text, MEMBER(name)},
    [SHEET_STATE] = {MSG_REVIEW_HEAD_STATE, 10, holder_state, MEMBER(state)},
    [SHEET_DEPARTMENT] = {MSG_HEAD_DEPARTMENT, 16, text, MEMBER(department)},
    [SHEET_ACCOUNT_DEPARTMENT] = {MSG_REVIEW_HEAD_ACCOUNT_DEPARTMENT, 16, text,
                                  MEMBER(account_department)},
    [SHEET_ROLES] = {MSG_REVIEW_HEAD_ROLES, 20, roles, 0},
    [SHEET_ENABLED] = {MSG_REVIEW_HEAD_ENABLED, 6, yes_or_no, MEMBER(is_enabled)},
    [SHEET_PRIVILEGED] = {MSG_REVIEW_HEAD_PRIVILEGED, 6, yes_or_no, MEMBER(is_privileged)},
    [SHEET_CREATED_ON] = {MSG_REVIEW_HEAD_CREATED_ON, 11, day, MEMBER(created_on)},
    [SHEET_LAST_LOGIN_ON] = {MSG_REVIEW_HEAD_LAST_LOGIN_ON, 11, day, MEMBER(last_login_on)},
    [SHEET_PASSWORD_CHANGED_ON] = {MSG_REVIEW_HEAD_PASSWORD_CHANGED_ON, 11, day,
                                   MEMBER(password_changed_on)},
    [SHEET_EXPIRES_ON] = {MSG_REVIEW_HEAD_EXPIRES_ON, 11, day, MEMBER(expires_on)},
    [SHEET_CHANGE] = {MSG_REVIEW_HEAD_CHANGE, 20, change, 0},
    [SHEET_COLLEAGUES] = {MSG_REVIEW_HEAD_COLLEAGUES, 22, colleagues, 0},
    [SHEET_EXCEPTIONS] = {MSG_REVIEW_HEAD_EXCEPTIONS, 30, exceptions, 0},
    [SHEET_DECISION] = {MSG_HEAD_DECISION, 10, NULL, 0},
    [SHEET_COMMENT] = {MSG_REVIEW_HEAD_COMMENT, 24, NULL, 0},
    [SHEET_REVIEWER] = {MSG_HEAD_REVIEWER, 14, NULL, 0},
    [SHEET_REVIEWED_ON] = {MSG_HEAD_REVIEWED_ON, 12, NULL, 0},
    [SHEET_CANDIDATES] = {MSG_REVIEW_HEAD_CANDIDATES, 20, candidates, 0},
    [SHEET_LINK] = {MSG_HEAD_PERSON_ID, 12, NULL, 0},
};

enum message_id sheet_heading(enum sheet_column c) {
    return columns[c].heading;
}

int sheet_width(enum sheet_column c) {
    return columns[c].width;
}

bool sheet_is_filled(enum sheet_column c) {
    return !columns[c].write;
}

void sheet_cell(const struct sheet *sheet, const struct frozen_row *frozen,
                const struct account_record *a, enum sheet_column c, struct strbuf *out) {
    strbuf_clear(out);
    if (columns[c].write)
        columns[c].write(&(struct sheet_row){sheet, frozen, a, (const char *)a + columns[c].member},
                         out);
}
