/*
 * Cells that hold a person's name, and what beside it. The keys under which two names are one are
 * FOLD_NAME, FOLD_KANA and FOLD_ROMAJI (tenko/fold.h); all of them leave remarks and honorifics
 * out by themselves.
 */
#ifndef TENKO_NAME_H
#define TENKO_NAME_H

#include "tenko/span.h"
#include "tenko/strbuf.h"

#include <stdbool.h>

/* Parts of a cell, as written; empty where there is none. They point into the cell. */
struct name_cell {
    struct span name; /* 佐藤 花子 of "【再任用】佐藤 花子（旧姓 山田）/ Hanako Sato" */
    struct span other;  /* Hanako Sato: a second spelling behind a stroke */
    struct span former; /* 山田: of （旧姓…）, (née …), (formerly …), 旧姓… */
    struct span remark; /* 再任用: what else stands in brackets, the first of it */
};

void name_split(struct span cell, struct name_cell *out);

/*
 * Is `name` how `present` was called before, where the roster tells only the former family name
 * (佐藤花子, 山田 → 山田花子; Hanako Sato, Yamada → Yamada, Hanako)? All three as written.
 */
bool name_is_former(struct span name, struct span present, struct span former);

/* How else a list may have put a name together. */
enum name_form {
    NAME_TURNED,           /* ジョン・スミス → スミス ジョン */
    NAME_WITHOUT_INITIALS, /* John A. Smith → John Smith */
    NAME_WITHOUT_FIRST, /* 総務課 佐藤 花子 → 佐藤 花子: a section, a post or a number */
    NAME_WITHOUT_LAST, /* 佐藤花子 係長 → 佐藤花子 */
    NAME_FORMS
};

/* The name (as written) in that form; false, and *out left as it may be, if it has none. */
bool name_in_form(struct span name, enum name_form form, struct strbuf *out);

#endif
