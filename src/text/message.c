/*
 * The catalogue: one table of sentences in both languages, built from the rooms' X-macros, and the
 * one function that puts arguments into them. A template's placeholder is {0}…{9}; any other brace
 * is text.
 */
#include "tenko/message.h"

#include <threads.h>

static const struct {
    const char *identifier;
    struct span text[2]; /* by enum language */
} catalogue[MESSAGE_COUNT] = {
    [MSG_NONE] = {"MSG_NONE", {SPAN_IN(""), SPAN_IN("")}},
#define MESSAGE(id, en, ja) [id] = {#id, {[LANG_JA] = SPAN_IN(ja), [LANG_EN] = SPAN_IN(en)}},
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
    return catalogue[id].text[lang].p;
}

struct span message_span(enum message_id id, enum language lang) {
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

static char *add_pair(char *out, int value) {
    out[0] = (char)('0' + value / 10);
    out[1] = (char)('0' + value % 10);
    return out + 2;
}

/* Up to four digits, and the sign behind them. */
static char *add_part(char *out, int value, const char sign[static sizeof "年"]) {
    if (value >= 1000)
        out = add_pair(out, value / 100);
    else if (value >= 100)
        *out++ = (char)('0' + value / 100);
    if (value >= 10)
        out = add_pair(out, value % 100);
    else
        *out++ = (char)('0' + value);
    memcpy(out, sign, sizeof "年" - 1);
    return out + sizeof "年" - 1;
}

size_t date_say(date d, enum language lang, char out[DATE_SAID_SIZE]) {
    int year, month, day;
    if (lang != LANG_JA) {
        date_format(d, out);
        return strlen(out);
    }
    char *end = out;
    date_to_civil(d, &year, &month, &day);
    if (year >= 0 && year <= 9999) {
        end = add_part(end, year, "年");
        end = add_part(end, month, "月");
        end = add_part(end, day, "日");
    }
    *end = '\0';
    return (size_t)(end - out);
}
