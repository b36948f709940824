/* Whose an account could be, and why: what of the account is what of the person. */
#include "review_internal.h"

/* The step at which several people fitted, where nothing below tells why this one did. */
static enum message_id step_term(struct span step) {
    static const struct {
        const char *step;
        enum message_id term;
    } terms[] = {{"person_id", MSG_TERM_MATCHED_PERSON_ID},
                 {"email", MSG_TERM_MATCHED_EMAIL},
                 {"login", MSG_TERM_MATCHED_LOGIN},
                 {"user_id", MSG_TERM_MATCHED_USER_ID},
                 {"template", MSG_TERM_MATCHED_TEMPLATE},
                 {"name+department", MSG_TERM_MATCHED_NAME_DEPARTMENT}};
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        if (span_equal(step, span_of(terms[i].step)))
            return terms[i].term;
    return MSG_TERM_MATCHED_NAME; /* in one of its spellings: former, kana, romaji */
}

static void add_term(struct strbuf *out, enum message_id term, enum language lang) {
    strbuf_add_item(out, lang == LANG_JA ? "、" : ", ", message_span(term, lang));
}

static void add_reasons(struct strbuf *out, const struct account_record *a,
                        const struct person_record *p, enum language lang) {
    bool is_namesake = same_name(a->name, p->name);
    bool is_colleague = a->account_department.n && same_word(a->account_department, p->department);
    if (is_namesake)
        add_term(out, is_colleague ? MSG_TERM_MATCHED_NAME_DEPARTMENT : MSG_TERM_MATCHED_NAME,
                 lang);
    if (p->email.n && same_word(a->user_id, p->email))
        add_term(out, MSG_TERM_MATCHED_EMAIL, lang);
    if (p->login.n && same_word(a->user_id, p->login))
        add_term(out, MSG_TERM_MATCHED_LOGIN, lang);
    if (same_id(a->user_id, p->person_id))
        add_term(out, MSG_TERM_MATCHED_USER_ID, lang);
    if (!out->n)
        add_term(out, step_term(a->matched_by), lang);
}

static void add_person(struct strbuf *out, const struct person_record *p, enum language lang) {
    const char *state = message_template(review_state_term(p->state), lang);
    char left_on[11];
    date_format(p->left_on, left_on);
    strbuf_addf(out, "%.*s %.*s", (int)p->person_id.n, p->person_id.p, (int)p->name.n,
                p->name.n ? p->name.p : "");
    strbuf_add_text(out, lang == LANG_JA ? "（" : " (");
    strbuf_add_span(out, p->department);
    if (p->department.n)
        strbuf_add_text(out, lang == LANG_JA ? "、" : ", ");
    strbuf_add_text(out, state);
    if (*left_on && span_equal(p->state, SPAN("left")))
        strbuf_addf(out, " %s", left_on);
    strbuf_add_text(out, lang == LANG_JA ? "）" : ")");
}

void candidates_write(const struct staff *staff, const struct account_record *a, enum language lang,
                      struct strbuf *out) {
    struct strbuf why = {0};
    for (uint32_t i = 0; i < a->candidate_count; i++) {
        struct person_record p;
        if (i)
            strbuf_add_text(out, "; ");
        if (!staff_person(staff, a->candidates[i], &p)) {
            strbuf_add_span(out, a->candidates[i]); /* several people of one number */
            continue;
        }
        add_person(out, &p, lang);
        strbuf_clear(&why);
        add_reasons(&why, a, &p, lang);
        const struct span args[] = {strbuf_span(&why)};
        strbuf_add_text(out, lang == LANG_JA ? " " : ": ");
        message_format(out, MSG_FACT_MATCHED_BY, lang, args, 1);
    }
    strbuf_release(&why);
}
