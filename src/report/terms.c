/* One table for each. */
#include "terms.h"

#include "tenko/id_look.h"

enum message_id severity_term(enum severity s) {
    static const enum message_id terms[SEVERITY_COUNT] = {
        [SEVERITY_CRITICAL] = MSG_TERM_CRITICAL, [SEVERITY_HIGH] = MSG_TERM_HIGH,
        [SEVERITY_MEDIUM] = MSG_TERM_MEDIUM,     [SEVERITY_LOW] = MSG_TERM_LOW,
        [SEVERITY_INFO] = MSG_TERM_INFO,
    };
    return terms[s];
}

enum message_id lifecycle_term(enum lifecycle l) {
    static const enum message_id terms[] = {
        [LIFE_NEW] = MSG_TERM_STATUS_NEW,
        [LIFE_OPEN] = MSG_TERM_STATUS_OPEN,
        [LIFE_REOPENED] = MSG_TERM_STATUS_REOPENED,
        [LIFE_RESOLVED] = MSG_TERM_STATUS_RESOLVED,
    };
    return terms[l];
}

enum message_id target_kind_term(enum target_kind k) {
    static const enum message_id terms[] = {
        [TARGET_SYSTEM] = MSG_TERM_SYSTEM,
        [TARGET_LICENSE] = MSG_TERM_LICENSE,
        [TARGET_ROSTER] = MSG_TERM_ROSTER,
        [TARGET_DEVICES] = MSG_TERM_DEVICES,
    };
    return terms[k];
}

enum message_id input_kind_term(enum input_kind k) {
    static const enum message_id terms[INPUT_KIND_COUNT] = {
        [INPUT_ROSTER] = MSG_TERM_ROSTER,   [INPUT_SYSTEM] = MSG_TERM_SYSTEM,
        [INPUT_LICENSE] = MSG_TERM_LICENSE, [INPUT_DEVICES] = MSG_TERM_DEVICES,
        [INPUT_TABLE] = MSG_TERM_TABLE,
    };
    return terms[k];
}

struct word_term {
    struct span word;
    enum message_id term;
};

static struct span term_of(const struct word_term *terms, size_t count, struct span word,
                           enum language lang) {
    for (size_t i = 0; i < count; i++)
        if (span_equal(terms[i].word, word))
            return message_span(terms[i].term, lang);
    return word;
}

struct span action_term(struct span action, enum language lang) {
    static const struct word_term terms[] = {
        {SPAN_IN("disable"), MSG_TERM_ACTION_DISABLE},
        {SPAN_IN("delete"), MSG_TERM_ACTION_DELETE},
        {SPAN_IN("change"), MSG_TERM_ACTION_CHANGE},
        {SPAN_IN("reassign"), MSG_TERM_ACTION_REASSIGN},
        {SPAN_IN("confirm"), MSG_TERM_ACTION_CONFIRM},
        {SPAN_IN("reclaim"), MSG_TERM_ACTION_RECLAIM},
        {SPAN_IN("return"), MSG_TERM_ACTION_RETURN},
        {SPAN_IN("register"), MSG_TERM_ACTION_REGISTER},
        {SPAN_IN("none"), MSG_TERM_ACTION_NONE},
    };
    return term_of(terms, sizeof terms / sizeof *terms, action, lang);
}

struct span decision_term(struct span decision, enum language lang) {
    static const struct word_term terms[] = {
        {SPAN_IN("keep"), MSG_TERM_DECISION_KEEP},
        {SPAN_IN("delete"), MSG_TERM_DECISION_DELETE},
        {SPAN_IN("disable"), MSG_TERM_DECISION_DISABLE},
        {SPAN_IN("change"), MSG_TERM_DECISION_CHANGE},
        {SPAN_IN("not-ours"), MSG_TERM_DECISION_NOT_OURS},
    };
    return term_of(terms, sizeof terms / sizeof *terms, decision, lang);
}

#define TERM_OF(terms, word, lang) term_of(terms, sizeof(terms) / sizeof *(terms), word, lang)

struct span kind_term(struct span account_kind, enum language lang) {
    static const struct word_term terms[] = {
        {SPAN_IN("personal"), MSG_TERM_KIND_PERSONAL},
        {SPAN_IN("shared"), MSG_TERM_KIND_SHARED},
        {SPAN_IN("service"), MSG_TERM_KIND_SERVICE},
        {SPAN_IN("external"), MSG_TERM_KIND_EXTERNAL},
        {SPAN_IN("admin"), MSG_TERM_KIND_ADMIN},
    };
    return TERM_OF(terms, account_kind, lang);
}

struct span state_term(struct span person_state, enum language lang) {
    static const struct word_term terms[] = {
        {SPAN_IN("active"), MSG_TERM_STATE_ACTIVE},
        {SPAN_IN("leave"), MSG_TERM_STATE_LEAVE},
        {SPAN_IN("left"), MSG_TERM_STATE_LEFT},
        {SPAN_IN("future"), MSG_TERM_STATE_FUTURE},
    };
    return TERM_OF(terms, person_state, lang);
}

struct span matched_by_term(struct span step, enum language lang) {
    static const struct word_term terms[] = {
        {SPAN_IN("person_id"), MSG_TERM_MATCHED_PERSON_ID},
        {SPAN_IN("email"), MSG_TERM_MATCHED_EMAIL},
        {SPAN_IN("login"), MSG_TERM_MATCHED_LOGIN},
        {SPAN_IN("user_id"), MSG_TERM_MATCHED_USER_ID},
        {SPAN_IN("template"), MSG_TERM_MATCHED_TEMPLATE},
        {SPAN_IN("name+department"), MSG_TERM_MATCHED_NAME_DEPARTMENT},
        {SPAN_IN("name"), MSG_TERM_MATCHED_NAME},
        {SPAN_IN("link"), MSG_TERM_MATCHED_LINK},
        {SPAN_IN("owner"), MSG_TERM_MATCHED_OWNER},
    };
    return TERM_OF(terms, step, lang);
}

struct span seat_term(struct span verdict, enum language lang) {
    static const struct word_term terms[] = {
        {SPAN_IN("active"), MSG_TERM_SEAT_ACTIVE},
        {SPAN_IN("never_used"), MSG_TERM_SEAT_NEVER_USED},
        {SPAN_IN("idle"), MSG_TERM_SEAT_IDLE},
        {SPAN_IN("usage_unknown"), MSG_TERM_SEAT_USAGE_UNKNOWN},
        {SPAN_IN("leaver"), MSG_TERM_SEAT_LEAVER},
        {SPAN_IN("unknown_holder"), MSG_TERM_SEAT_UNKNOWN_HOLDER},
        {SPAN_IN("unassigned"), MSG_TERM_SEAT_UNASSIGNED},
    };
    return TERM_OF(terms, verdict, lang);
}

struct span look_term(struct span look, enum language lang) {
    for (int i = LOOKS_PERSONAL + 1; i < ID_LOOK_COUNT; i++)
        if (span_equal(span_of(id_look_word((enum id_look)i)), look))
            return message_span(id_look_title((enum id_look)i), lang);
    return look;
}

struct span word_term(struct span word, enum language lang) {
    static const struct word_term terms[] = {
        {SPAN_IN("yes"), MSG_TERM_YES},
        {SPAN_IN("no"), MSG_TERM_NO},
        {SPAN_IN("enabled"), MSG_TERM_LEFT_ENABLED},
        {SPAN_IN("disabled"), MSG_TERM_LEFT_DISABLED},
        {SPAN_IN("active"), MSG_TERM_STATE_ACTIVE},
        {SPAN_IN("leave"), MSG_TERM_STATE_LEAVE},
        {SPAN_IN("left"), MSG_TERM_STATE_LEFT},
        {SPAN_IN("future"), MSG_TERM_STATE_FUTURE},
    };
    return TERM_OF(terms, word, lang);
}
