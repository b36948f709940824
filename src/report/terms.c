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
    const char *word;
    enum message_id term;
};

static struct span term_of(const struct word_term *terms, size_t count, struct span word,
                           enum language lang) {
    for (size_t i = 0; i < count; i++)
        if (span_equal(span_of(terms[i].word), word))
            return span_of(message_template(terms[i].term, lang));
    return word;
}

struct span action_term(struct span action, enum language lang) {
    static const struct word_term terms[] = {
        {"disable", MSG_TERM_ACTION_DISABLE}, {"delete", MSG_TERM_ACTION_DELETE},
        {"change", MSG_TERM_ACTION_CHANGE},   {"reassign", MSG_TERM_ACTION_REASSIGN},
        {"confirm", MSG_TERM_ACTION_CONFIRM}, {"reclaim", MSG_TERM_ACTION_RECLAIM},
        {"return", MSG_TERM_ACTION_RETURN},   {"register", MSG_TERM_ACTION_REGISTER},
        {"none", MSG_TERM_ACTION_NONE},
    };
    return term_of(terms, sizeof terms / sizeof *terms, action, lang);
}

struct span decision_term(struct span decision, enum language lang) {
    static const struct word_term terms[] = {
        {"keep", MSG_TERM_DECISION_KEEP},         {"delete", MSG_TERM_DECISION_DELETE},
        {"disable", MSG_TERM_DECISION_DISABLE},   {"change", MSG_TERM_DECISION_CHANGE},
        {"not-ours", MSG_TERM_DECISION_NOT_OURS},
    };
    return term_of(terms, sizeof terms / sizeof *terms, decision, lang);
}

#define TERM_OF(terms, word, lang) term_of(terms, sizeof(terms) / sizeof *(terms), word, lang)

struct span kind_term(struct span account_kind, enum language lang) {
    static const struct word_term terms[] = {
        {"personal", MSG_TERM_KIND_PERSONAL}, {"shared", MSG_TERM_KIND_SHARED},
        {"service", MSG_TERM_KIND_SERVICE},   {"external", MSG_TERM_KIND_EXTERNAL},
        {"admin", MSG_TERM_KIND_ADMIN},
    };
    return TERM_OF(terms, account_kind, lang);
}

struct span state_term(struct span person_state, enum language lang) {
    static const struct word_term terms[] = {
        {"active", MSG_TERM_STATE_ACTIVE},
        {"leave", MSG_TERM_STATE_LEAVE},
        {"left", MSG_TERM_STATE_LEFT},
        {"future", MSG_TERM_STATE_FUTURE},
    };
    return TERM_OF(terms, person_state, lang);
}

struct span matched_by_term(struct span step, enum language lang) {
    static const struct word_term terms[] = {
        {"person_id", MSG_TERM_MATCHED_PERSON_ID},
        {"email", MSG_TERM_MATCHED_EMAIL},
        {"login", MSG_TERM_MATCHED_LOGIN},
        {"user_id", MSG_TERM_MATCHED_USER_ID},
        {"template", MSG_TERM_MATCHED_TEMPLATE},
        {"name+department", MSG_TERM_MATCHED_NAME_DEPARTMENT},
        {"name", MSG_TERM_MATCHED_NAME},
        {"link", MSG_TERM_MATCHED_LINK},
        {"owner", MSG_TERM_MATCHED_OWNER},
    };
    return TERM_OF(terms, step, lang);
}

struct span seat_term(struct span verdict, enum language lang) {
    static const struct word_term terms[] = {
        {"active", MSG_TERM_SEAT_ACTIVE},
        {"never_used", MSG_TERM_SEAT_NEVER_USED},
        {"idle", MSG_TERM_SEAT_IDLE},
        {"usage_unknown", MSG_TERM_SEAT_USAGE_UNKNOWN},
        {"leaver", MSG_TERM_SEAT_LEAVER},
        {"unknown_holder", MSG_TERM_SEAT_UNKNOWN_HOLDER},
        {"unassigned", MSG_TERM_SEAT_UNASSIGNED},
    };
    return TERM_OF(terms, verdict, lang);
}

struct span look_term(struct span look, enum language lang) {
    for (int i = LOOKS_PERSONAL + 1; i < ID_LOOK_COUNT; i++)
        if (span_equal(span_of(id_look_word((enum id_look)i)), look))
            return span_of(message_template(id_look_title((enum id_look)i), lang));
    return look;
}

struct span word_term(struct span word, enum language lang) {
    static const struct word_term terms[] = {
        {"yes", MSG_TERM_YES},
        {"no", MSG_TERM_NO},
        {"enabled", MSG_TERM_LEFT_ENABLED},
        {"disabled", MSG_TERM_LEFT_DISABLED},
        {"active", MSG_TERM_STATE_ACTIVE},
        {"leave", MSG_TERM_STATE_LEAVE},
        {"left", MSG_TERM_STATE_LEFT},
        {"future", MSG_TERM_STATE_FUTURE},
    };
    return TERM_OF(terms, word, lang);
}
