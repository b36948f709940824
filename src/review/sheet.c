/* The columns of a review sheet, in their order, and what stands in them. */
#include "review_internal.h"

#include <inttypes.h>
#include <stdio.h>

enum { FILLED = 1 };

static const struct {
    enum message_id heading;
    unsigned flags;
} columns[SHEET_ALL_COLUMNS] = {
    [SHEET_REVIEW] = {MSG_REVIEW_HEAD_REVIEW, 0},
    [SHEET_ID] = {MSG_REVIEW_HEAD_ID, 0},
    [SHEET_SYSTEM] = {MSG_REVIEW_HEAD_SYSTEM, 0},
    [SHEET_USER_ID] = {MSG_REVIEW_HEAD_USER_ID, 0},
    [SHEET_KIND] = {MSG_REVIEW_HEAD_KIND, 0},
    [SHEET_PERSON_ID] = {MSG_HEAD_PERSON_ID, 0},
    [SHEET_NAME] = {MSG_HEAD_NAME, 0},
    [SHEET_STATE] = {MSG_REVIEW_HEAD_STATE, 0},
    [SHEET_DEPARTMENT] = {MSG_HEAD_DEPARTMENT, 0},
    [SHEET_ACCOUNT_DEPARTMENT] = {MSG_REVIEW_HEAD_ACCOUNT_DEPARTMENT, 0},
    [SHEET_ROLES] = {MSG_REVIEW_HEAD_ROLES, 0},
    [SHEET_ENABLED] = {MSG_REVIEW_HEAD_ENABLED, 0},
    [SHEET_PRIVILEGED] = {MSG_REVIEW_HEAD_PRIVILEGED, 0},
    [SHEET_CREATED_ON] = {MSG_REVIEW_HEAD_CREATED_ON, 0},
    [SHEET_LAST_LOGIN_ON] = {MSG_REVIEW_HEAD_LAST_LOGIN_ON, 0},
    [SHEET_PASSWORD_CHANGED_ON] = {MSG_REVIEW_HEAD_PASSWORD_CHANGED_ON, 0},
    [SHEET_EXPIRES_ON] = {MSG_REVIEW_HEAD_EXPIRES_ON, 0},
    [SHEET_CHANGE] = {MSG_REVIEW_HEAD_CHANGE, 0},
    [SHEET_COLLEAGUES] = {MSG_REVIEW_HEAD_COLLEAGUES, 0},
    [SHEET_EXCEPTIONS] = {MSG_REVIEW_HEAD_EXCEPTIONS, 0},
    [SHEET_DECISION] = {MSG_HEAD_DECISION, FILLED},
    [SHEET_COMMENT] = {MSG_REVIEW_HEAD_COMMENT, FILLED},
    [SHEET_REVIEWER] = {MSG_HEAD_REVIEWER, FILLED},
    [SHEET_REVIEWED_ON] = {MSG_HEAD_REVIEWED_ON, FILLED},
    [SHEET_CANDIDATES] = {MSG_REVIEW_HEAD_CANDIDATES, 0},
    [SHEET_LINK] = {MSG_HEAD_PERSON_ID, FILLED},
};

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

enum message_id sheet_heading(enum sheet_column c) {
    return columns[c].heading;
}

bool sheet_is_filled(enum sheet_column c) {
    return columns[c].flags & FILLED;
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

/* A stable word of the record as people say it. */
static void add_word(struct strbuf *out, struct span word, enum language lang) {
    enum message_id term = review_state_term(word);
    if (term != MSG_NONE)
        strbuf_add_text(out, message_template(term, lang));
    else
        strbuf_add_span(out, word);
}

static void add_yes(struct strbuf *out, bool is_so, enum language lang) {
    strbuf_add_text(out, message_template(is_so ? MSG_TERM_YES : MSG_TERM_NO, lang));
}

static void add_day(struct strbuf *out, date day) {
    char iso[11];
    date_format(day, iso);
    strbuf_add_text(out, iso);
}

/* Who is the holder, where somebody else is: nobody, or several. */
static void add_holder_state(struct strbuf *out, const struct account_record *a,
                             enum language lang) {
    if (span_equal(a->outcome, SPAN("ambiguous")))
        strbuf_add_text(out, message_template(MSG_REVIEW_STATE_SEVERAL, lang));
    else if (a->person == NO_ROW)
        strbuf_add_text(out, message_template(MSG_REVIEW_STATE_NOBODY, lang));
    else
        add_word(out, a->state, lang);
}

static void add_exceptions(struct strbuf *out, const struct run_record *r,
                           const struct account_record *a, enum language lang) {
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

static void add_roles(struct strbuf *out, const struct account_record *a) {
    for (uint32_t i = 0; i < a->role_count; i++)
        strbuf_add_item(out, ", ", a->roles[i]);
}

/* A case a column. NOLINTNEXTLINE(readability-function-size) */
void sheet_cell(const struct sheet *sheet, const struct frozen_row *row,
                const struct account_record *a, enum sheet_column c, struct strbuf *out) {
    char id[REVIEW_ID_SIZE];
    enum language lang = sheet->language;
    strbuf_clear(out);
    switch (c) {
    case SHEET_REVIEW:
        strbuf_addf(out, "%" PRIu64, sheet->head->review);
        return;
    case SHEET_ID:
        review_id_format(row->id, id);
        strbuf_add_text(out, id);
        return;
    case SHEET_SYSTEM:
        strbuf_add_span(out, sheet->record->inputs[a->input].name);
        return;
    case SHEET_USER_ID:
        strbuf_add_span(out, a->user_id);
        return;
    case SHEET_KIND:
        add_word(out, a->kind, lang);
        return;
    case SHEET_PERSON_ID:
        strbuf_add_span(out, a->person_id);
        return;
    case SHEET_NAME:
        strbuf_add_span(out, a->name);
        return;
    case SHEET_STATE:
        add_holder_state(out, a, lang);
        return;
    case SHEET_DEPARTMENT:
        strbuf_add_span(out, a->department);
        return;
    case SHEET_ACCOUNT_DEPARTMENT:
        strbuf_add_span(out, a->account_department);
        return;
    case SHEET_ROLES:
        add_roles(out, a);
        return;
    case SHEET_ENABLED:
        add_yes(out, a->is_enabled, lang);
        return;
    case SHEET_PRIVILEGED:
        add_yes(out, a->is_privileged, lang);
        return;
    case SHEET_CREATED_ON:
        add_day(out, a->created_on);
        return;
    case SHEET_LAST_LOGIN_ON:
        add_day(out, a->last_login_on);
        return;
    case SHEET_PASSWORD_CHANGED_ON:
        add_day(out, a->password_changed_on);
        return;
    case SHEET_EXPIRES_ON:
        add_day(out, a->expires_on);
        return;
    case SHEET_CHANGE:
        strbuf_add_span(out, population_text(sheet->population, row->change));
        return;
    case SHEET_COLLEAGUES:
        colleagues_write(sheet->population->colleagues, a, lang, out);
        return;
    case SHEET_CANDIDATES:
        candidates_write(sheet->staff, a, lang, out);
        return;
    case SHEET_EXCEPTIONS:
        add_exceptions(out, sheet->record, a, lang);
        return;
    default:
        return; /* to be filled in */
    }
}
