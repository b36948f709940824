/*
 * The catalogue: one table of sentences in both languages, built from the rooms' X-macros, and the
 * one function that puts arguments into them. A template's placeholder is {0}…{9}; any other brace
 * is text.
 */
#include "tenko/message.h"

#include <threads.h>

static const struct {
    const char *identifier;
    const char *text[2]; /* by enum language */
} catalogue[MESSAGE_COUNT] = {
    [MSG_NONE] = {"MSG_NONE", {"", ""}},
#define MESSAGE(id, en, ja) [id] = {#id, {[LANG_JA] = (ja), [LANG_EN] = (en)}},
#include "tenko/messages/all.def"
#undef MESSAGE
};

#define NAME_BYTES 64

#define MESSAGE(id, en, ja)                                                                        \
    _Static_assert(sizeof #id - sizeof "MSG_" < NAME_BYTES, "message name too long");
#include "tenko/messages/all.def"
#undef MESSAGE

static char names[MESSAGE_COUNT][NAME_BYTES];
static once_flag names_once = ONCE_FLAG_INIT;

static void fill_names(void) {
    for (size_t i = 0; i < MESSAGE_COUNT; i++) {
        const char *from = catalogue[i].identifier + sizeof "MSG_" - 1;
        for (size_t k = 0; from[k]; k++) {
            char c = from[k];
            if (c == '_')
                c = '-';
            else if (c >= 'A' && c <= 'Z')
                c = (char)(c - 'A' + 'a');
            names[i][k] = c;
        }
    }
}

bool language_parse(struct span text, enum language *out) {
    if (span_equal(text, SPAN("ja")))
        *out = LANG_JA;
    else if (span_equal(text, SPAN("en")))
        *out = LANG_EN;
    else
        return false;
    return true;
}

const char *message_template(enum message_id id, enum language lang) {
    return catalogue[id].text[lang];
}

const char *message_name(enum message_id id) {
    call_once(&names_once, fill_names);
    return names[id];
}

struct span message_argument(struct span argument, enum language lang) {
    const size_t n = sizeof MESSAGE_EITHER - 1;
    const char *either = argument.n ? memmem(argument.p, argument.n, MESSAGE_EITHER, n) : NULL;
    if (!either)
        return argument;
    size_t first = (size_t)(either - argument.p);
    return lang == LANG_JA ? (struct span){argument.p, first}
                           : (struct span){either + n, argument.n - first - n};
}

void message_format(struct strbuf *out, enum message_id id, enum language lang,
                    const struct span *args, size_t count) {
    const char *text = message_template(id, lang);
    const char *plain = text; /* start of the text not yet appended */
    while (*text) {
        if (text[0] == '{' && text[1] >= '0' && text[1] <= '9' && text[2] == '}') {
            strbuf_add(out, plain, (size_t)(text - plain));
            size_t which = (size_t)(text[1] - '0');
            if (which < count)
                strbuf_add_span(out, message_argument(args[which], lang));
            text += 3;
            plain = text;
        } else {
            text++;
        }
    }
    strbuf_add(out, plain, (size_t)(text - plain));
}

static char *add_number(char *out, int value) {
    char digits[8];
    int n = 0;
    do
        digits[n++] = (char)('0' + value % 10);
    while ((value /= 10) > 0);
    while (n > 0)
        *out++ = digits[--n];
    return out;
}

static char *add_sign(char *out, const char *sign) {
    size_t n = strlen(sign);
    memcpy(out, sign, n);
    return out + n;
}

void date_say(date d, enum language lang, char out[DATE_SAID_SIZE]) {
    int year, month, day;
    date_format(d, out);
    if (lang != LANG_JA || !*out)
        return;
    date_to_civil(d, &year, &month, &day);
    out = add_sign(add_number(out, year), "年");
    out = add_sign(add_number(out, month), "月");
    out = add_sign(add_number(out, day), "日");
    *out = '\0';
}
