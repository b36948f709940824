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

/* --- Departments --- */

/* The last part of 総務部 > 人事課, 総務部->人事課, 総務部／人事課, /市民部/市民課, A\B; of
 * the DN OU=人事課,OU=総務部 the first OU. False where the text is no path. */
bool path_last_part(struct span text, struct span *out);
/* The last part of one whose parts stand apart by blanks alone (財務部 税務課); weaker than the
 * others: only where nothing else is known. */
bool path_last_word(struct span text, struct span *out);
/* "0201 税務課" → 0201 and 税務課; also 0201:税務課, [0201]税務課, 0201_税務課, 税務課（0201）. */
bool code_and_name(struct span text, struct span *code, struct span *name);

#endif
