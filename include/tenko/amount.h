/* Amounts and counts as text. */
#ifndef TENKO_AMOUNT_H
#define TENKO_AMOUNT_H

#include "tenko/span.h"

#include <stdint.h>

/* 684.5 and 12,000: digits with commas and up to two decimals → hundredths. False: something else
 * stands there. */
bool amount_parse(struct span text, int64_t *cents);

#endif
