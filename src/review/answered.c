/*
 * What a row that came back says: which row was sent, what is decided of it and by whom, or why it
 * is refused.
 */
#include "importing.h"

#include "tenko/fold.h"

#include <stdlib.h>

static bool parse_number(struct span text, uint64_t *out) {
    struct strbuf key = {0};
    *out = 0;
    fold_text(FOLD_ID, text, &key);
    size_t i = key.n && key.p[0] == '\'' ? 1 : 0;
    size_t from = i;
    for (; i < key.n && i - from < 18 && key.p[i] >= '0' && key.p[i] <= '9'; i++)
        *out = *out * 10 + (uint64_t)(key.p[i] - '0');
    bool is_number = i > from && (i == key.n || strcmp(key.p + i, ".0") == 0);
    strbuf_release(&key);
    return is_number;
}

static bool parse_id(struct span text, uint64_t *out) {
    struct strbuf key = {0};
    fold_text(FOLD_ID, text, &key);
    const char *p = key.n ? key.p : "";
    p += *p == '\'';
    char *end;
    bool is_id = *p == 'r' && strlen(p) == REVIEW_ID_SIZE - 1 &&
                 strspn(p + 1, "0123456789abcdef") == REVIEW_ID_SIZE - 2;
    *out = is_id ? strtoull(p + 1, &end, 16) : 0;
    strbuf_release(&key);
    return is_id;
}

static bool find_sent(struct importing *x, uint64_t id, uint64_t review, struct sent_line *out) {
    bool is_there;
    query_bind_number(x->row, 1, (int64_t)id);
    do
        is_there = query_next(x->row);
    while (is_there && review && (uint64_t)query_number(x->row, 0) != review);
    if (!is_there)
        return false;
    *out = (struct sent_line){.review = (uint64_t)query_number(x->row, 0),
                              .row = (uint64_t)query_number(x->row, 1),
                              .system = query_text(x->row, 2),
                              .user_id = query_text(x->row, 3),
                              .person_id = query_text(x->row, 4),
                              .name = query_text(x->row, 5),
                              .addressee = query_text(x->row, 6),
                              .manager = query_text(x->row, 7),
                              .first = (uint64_t)query_number(x->row, 8)};
    return true;
}

enum message_id importing_identify(struct importing *x, const struct answers *a,
                                   struct sent_line *sent, uint64_t *review) {
    uint64_t id;
    if (!parse_number(answers_cell(a, SHEET_REVIEW), review))
        return MSG_REVIEW_BAD_REVIEW;
    if (!parse_id(answers_cell(a, SHEET_ID), &id))
        return MSG_REVIEW_UNKNOWN_ID;
    if (!find_sent(x, id, *review, sent)) {
        query_reset(x->row);
        if (!find_sent(x, id, 0, sent))
            return MSG_REVIEW_UNKNOWN_ID;
        *review = sent->review;
        return MSG_REVIEW_OTHER_REVIEW;
    }
    if (sent->first != x->last.first)
        return MSG_REVIEW_REPLACED;
    if (!same_word(answers_cell(a, SHEET_SYSTEM), sent->system))
        return MSG_REVIEW_CHANGED_SYSTEM;
    if (!same_id(answers_cell(a, SHEET_USER_ID), sent->user_id))
        return MSG_REVIEW_CHANGED_USER_ID;
    return MSG_NONE;
}

/* --- What was answered --- */

void importing_find_unwaived(struct importing *x) {
    const struct run_record *r = loaded_record(x->run);
    for (size_t i = 0; i < r->exception_count; i++) {
        struct exception_record e;
        r->rows->exception(r->from, i, &e);
        struct span rule = r->rules[e.rule].name;
        if (e.is_waived || e.target_kind != TARGET_SYSTEM ||
            (!span_equal(rule, SPAN("leaver-account")) && !span_equal(rule, SPAN("leaver-login"))))
            continue;
        strbuf_clear(&x->text);
        strbuf_add_span(&x->text, e.target);
        strbuf_add_char(&x->text, '\x1f');
        strbuf_add_span(&x->text, e.subject);
        strpool_intern(&x->unwaived, strbuf_span(&x->text));
    }
}

static const char *decision_of(struct span text, bool (*is_same)(struct span, struct span)) {
    for (int i = 0; decision_key(i); i++)
        for (int lang = 0; lang < LANGUAGES; lang++)
            if (is_same(text, message_span(decision_word(i), (enum language)lang)))
                return decision_key(i);
    return NULL;
}

static bool same_heading(struct span a, struct span b) {
    struct strbuf x = {0}, y = {0};
    fold_text(FOLD_HEADER, a, &x);
    fold_text(FOLD_HEADER, b, &y);
    bool is_same = x.n && span_equal(strbuf_span(&x), strbuf_span(&y));
    strbuf_release(&x);
    strbuf_release(&y);
    return is_same;
}

/* Most cells come out of the list; the others are folded. */
static const char *parse_decision(struct span text) {
    const char *found = decision_of(text, span_equal);
    return found ? found : decision_of(text, same_heading);
}

static bool is_unwaived(struct importing *x, const struct sent_line *sent) {
    strbuf_clear(&x->text);
    strbuf_add_span(&x->text, sent->system);
    strbuf_add_char(&x->text, '\x1f');
    strbuf_add_span(&x->text, sent->user_id);
    return !str_is_none(strpool_find(&x->unwaived, strbuf_span(&x->text)));
}

enum message_id importing_read_answer(struct importing *x, const struct answers *a,
                                      const struct sent_line *sent, struct answer *out) {
    struct date_style style = {0};
    *out = (struct answer){.comment = answers_cell(a, SHEET_COMMENT),
                           .reviewer = answers_cell(a, SHEET_REVIEWER)};
    if (!answers_cell(a, SHEET_DECISION).n)
        return MSG_REVIEW_NO_DECISION;
    out->what = parse_decision(answers_cell(a, SHEET_DECISION));
    if (!out->what)
        return MSG_REVIEW_BAD_DECISION;
    if (!out->reviewer.n)
        return MSG_REVIEW_NO_REVIEWER;
    struct span day = answers_cell(a, SHEET_REVIEWED_ON);
    if (!day.n)
        return MSG_REVIEW_NO_DATE;
    enum date_result result = date_parse(day, &style, &out->reviewed_on);
    if (result != DATE_READ && result != DATE_OUT_OF_ERA)
        return MSG_REVIEW_BAD_DATE;
    if (staff_is_holder(x->staff, out->reviewer, sent->person_id, sent->name))
        return MSG_REVIEW_OWN_ACCOUNT;
    if (strcmp(out->what, "keep") == 0 && is_unwaived(x, sent))
        return MSG_REVIEW_KEEP_LEAVER;
    return MSG_NONE;
}

bool importing_read_person(const struct importing *x, struct span cell, struct span *out) {
    bool by_number;
    if (cell.n && cell.p[0] == '\'')
        cell = (struct span){cell.p + 1, cell.n - 1};
    *out = SPAN("-");
    if (span_equal(cell, SPAN("-")) || span_equal(cell, SPAN("－")))
        return true;
    uint32_t person = staff_find(x->staff, cell, &by_number);
    if (person == NO_ROW || !by_number)
        return false;
    const struct run_record *r = loaded_record(x->run);
    struct person_record p;
    r->rows->person(r->from, person, &p);
    *out = p.person_id;
    return true;
}
