/* Identifiers, codes and department names as spreadsheets and exports leave them. */
#ifndef TENKO_IDENTIFIER_H
#define TENKO_IDENTIFIER_H

#include "tenko/strbuf.h"

#include <stdint.h>

/*
 * Does the cell stand for nothing (nan, NULL, (null), #N/A, #REF!, System.Object[], None, なし,
 * \N, undefined, a dash)? Width, case and spaces around it do not matter.
 */
bool is_placeholder(struct span text);

enum id_state {
    ID_SOUND,      /* as written, or only freed of ="…" and ' */
    ID_REPAIRED,   /* 1235.0 → 1235, 12,345 → 12345: worth an issue */
    ID_SCIENTIFIC, /* 1.23457E+05: the digits are lost; *out is empty */
    ID_MONTH_DAY,  /* 1月2日, 5-Jan: likewise */
};

/* What a spreadsheet has made of an identifier, undone where that is certain: *out points into
 * `text` or into *scratch. */
enum id_state id_repair(struct span text, struct strbuf *scratch, struct span *out);

/* --- Distinguished names (RFC 4514, and what X.500 and older tools write) --- */

/* Is it a DN: attribute=value, of an attribute that DNs begin with (cn, uid, ou …)? */
bool is_dn(struct span text);
/* The value of the first part, unescaped: "CN=Yamada\, Taro,OU=…" → "Yamada, Taro". */
bool dn_first_value(struct span dn, struct strbuf *out);
/* The value of the first part with this attribute (no case): the first OU. */
bool dn_value_of(struct span dn, const char *attribute, struct strbuf *out);
/* The next DN of a cell that holds several, cut at ; | and line ends, never at commas; *cell moves
 * behind it. False at the end. */
bool dn_next(struct span *cell, struct span *out);

/* --- Departments --- */

/* The last part of 総務部 > 人事課, 総務部->人事課, 総務部／人事課, /市民部/市民課, A\B; of a DN
 * its first OU is taken by dn_value_of. False where the text is no path. */
bool path_last_part(struct span text, struct span *out);
/* The last part of one whose parts stand apart by blanks alone (財務部 税務課); weaker than the
 * others: only where nothing else is known. */
bool path_last_word(struct span text, struct span *out);
/* "0201 税務課" → 0201 and 税務課; also 0201:税務課, [0201]税務課, 0201_税務課, 税務課（0201）. */
bool code_and_name(struct span text, struct span *code, struct span *name);

#endif
