/* The word that a typing error most likely meant. */
#ifndef TENKO_NEAREST_H
#define TENKO_NEAREST_H

#include <stddef.h>

/* The candidate with the smallest edit distance to `word` (ties: the first), or NULL where none is
 * near enough (more than a third of the word's letters, at least 2, would have to change). */
const char *nearest_word(const char *word, const char *const *candidates, size_t count);

#endif
