/* Words for "no date". Private to the text room. */
#ifndef TEXT_DATE_WORDS_H
#define TEXT_DATE_WORDS_H

#include "scan.h"

/* The whole cell is empty, a dash, or a word for none in either language. */
bool scan_is_no_date(const struct scan *s);

#endif
