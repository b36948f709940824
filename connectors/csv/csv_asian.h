/*
 * Whether bytes that are neither UTF-8 nor CP932 are a list in another encoding of East Asia, which
 * reads the whole of them: 佐藤 of EUC-JP is ｺｴﾆ｣ as CP932, and other names are no characters.
 */
#ifndef TENKO_CSV_ASIAN_H
#define TENKO_CSV_ASIAN_H

#include "tenko/span.h"

#include <stdbool.h>

enum { ASIAN_NAMES_MAX = 48 };

/* Their names ("euc-jp, gb18030") into out, empty if there is none: what one of them reads, others
 * may read too. `is_all`: the bytes end with the file, else they may end in a character. */
void csv_asian_names(struct span bytes, bool is_all, char out[ASIAN_NAMES_MAX]);

#endif
