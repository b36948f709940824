/* Patterns of user IDs, roles, products: * is any text, ? one character. */
#ifndef TENKO_GLOB_H
#define TENKO_GLOB_H

#include "tenko/span.h"

/* Does `text` match a glob of * and ? (both compared under FOLD_ID)? */
bool glob_match(struct span pattern, struct span text);
/* The same of two FOLD_ID keys, letters in either case: for one text and many globs. */
bool glob_match_keys(struct span pattern_key, struct span text_key);
bool glob_has_signs(struct span text); /* a * or ? */

#endif
