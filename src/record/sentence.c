/* Sentences that outlive the catalogue row they were made of: the templates come along. */
#include "tenko/record.h"

struct sentence sentence_of(enum message_id message, const struct span args[SENTENCE_ARGS]) {
    struct sentence s = {0};
    if (message == MSG_NONE)
        return s;
    s.code = span_of(message_name(message));
    s.template[LANG_JA] = message_span(message, LANG_JA);
    s.template[LANG_EN] = message_span(message, LANG_EN);
    for (size_t i = 0; args && i < SENTENCE_ARGS; i++)
        s.args[i] = args[i];
    return s;
}

void sentence_write(const struct sentence *s, enum language lang, struct strbuf *out) {
    const char *p = s->template[lang].p, *end = p + s->template[lang].n;
    const char *plain = p; /* start of the text not yet appended */
    while (p < end) {
        if (end - p >= 3 && p[0] == '{' && p[1] >= '0' && p[1] <= '9' && p[2] == '}') {
            strbuf_add(out, plain, (size_t)(p - plain));
            size_t which = (size_t)(p[1] - '0');
            if (which < SENTENCE_ARGS)
                strbuf_add_span(out, message_argument(s->args[which], lang));
            plain = p += 3;
        } else {
            p++;
        }
    }
    if (end > plain)
        strbuf_add(out, plain, (size_t)(end - plain));
}
