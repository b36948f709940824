/*
 * The catalogue: every sentence that Tenko says, in Japanese and English, from one X-macro a room
 * (include/tenko/messages/ROOM.def). A row is
 *     MESSAGE(MSG_NAME, "english with {0} and {1}", "日本語で {0} と {1}")
 * No locale is consulted.
 */
#ifndef TENKO_MESSAGE_H
#define TENKO_MESSAGE_H

#include "tenko/date.h"
#include "tenko/strbuf.h"

enum language { LANG_JA = 0, LANG_EN = 1 };

enum message_id {
    MSG_NONE = 0,
#define MESSAGE(id, en, ja) id,
#include "tenko/messages/all.def"
#undef MESSAGE
    MESSAGE_COUNT
};

/* "ja" or "en"; false if it is neither. */
bool language_parse(struct span text, enum language *out);

/* The template itself. */
const char *message_template(enum message_id id, enum language lang);
struct span message_span(enum message_id id, enum language lang);
/* The enum's name in lower case with hyphens and without MSG_ ("bad-date"): the stable word for
 * files. */
const char *message_name(enum message_id id);
/* An argument may hold a text in both languages, Japanese first: "職員番号" MESSAGE_EITHER "person
 * ID". (A noncharacter, U+FDD0: no text has it.) */
#define MESSAGE_EITHER "\xEF\xB7\x90"
/* The language's part of such an argument, or the whole of any other. */
struct span message_argument(struct span argument, enum language lang);
/* Appends the template with {0}…{9} replaced by args; a missing argument is left out. */
void message_format(struct strbuf *out, enum message_id id, enum language lang,
                    const struct span *args, size_t count);

/* A day as the language writes it: "2026年3月31日", "2026-03-31"; "" as date_format gives it.
 * Returns how many bytes that are, without NUL. */
#define DATE_SAID_SIZE 24
size_t date_say(date d, enum language lang, char out[DATE_SAID_SIZE]);

#endif
