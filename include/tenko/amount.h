/* Amounts and counts as text. */
#ifndef TENKO_AMOUNT_H
#define TENKO_AMOUNT_H

#include "tenko/span.h"

#include <stdint.h>

/* 684.5 and 12,000: digits with commas before each three of them, and up to two decimals →
 * hundredths. False: something else stands there, and *cents is untouched. */
bool amount_parse(struct span text, int64_t *cents);

#endif
