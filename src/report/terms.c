/* One table for each enum. */
#include "terms.h"

enum message_id severity_term(enum severity s) {
    static const enum message_id terms[SEVERITY_COUNT] = {
        [SEVERITY_CRITICAL] = MSG_TERM_CRITICAL, [SEVERITY_HIGH] = MSG_TERM_HIGH,
        [SEVERITY_MEDIUM] = MSG_TERM_MEDIUM,     [SEVERITY_LOW] = MSG_TERM_LOW,
        [SEVERITY_INFO] = MSG_TERM_INFO,
    };
    return terms[s];
}

enum message_id action_term(enum action a) {
    static const enum message_id terms[] = {
#define ACTION(id, name) [ACTION_##id] = MSG_TERM_ACTION_##id,
        ACTION_TABLE
#undef ACTION
    };
    return terms[a];
}

enum message_id status_term(enum exception_status s) {
    static const enum message_id terms[] = {
        [EXCEPTION_NEW] = MSG_TERM_STATUS_NEW,
        [EXCEPTION_OPEN] = MSG_TERM_STATUS_OPEN,
        [EXCEPTION_REOPENED] = MSG_TERM_STATUS_REOPENED,
        [EXCEPTION_WAIVED] = MSG_TERM_STATUS_WAIVED,
    };
    return terms[s];
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

struct span term(const struct view *view, enum message_id id) {
    return span_of(message_template(id, view->language));
}

struct span exception_id_text(const struct exception *e, char out[ID_DIGITS + 1]) {
    uint64_t id = e->id;
    for (int i = ID_DIGITS; i-- > 0; id >>= 4)
        out[i] = "0123456789abcdef"[id & 15];
    out[ID_DIGITS] = '\0';
    return (struct span){out, ID_DIGITS};
}

struct span date_text(date d, char out[11]) {
    date_format(d, out);
    return span_of(out);
}
