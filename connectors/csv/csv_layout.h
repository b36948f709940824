/* How the cells of a text are told apart, as set or as its beginning proves it. */
#ifndef TENKO_CSV_LAYOUT_H
#define TENKO_CSV_LAYOUT_H

#include "tenko/span.h"

#include <stdint.h>
#include <string.h>

#define DELIMITER_MAX_BYTES 15
#define SIGN_NONE           '\xFE' /* a byte that no text in UTF-8 has */

struct csv_layout {
    char delimiter[DELIMITER_MAX_BYTES + 1]; /* "" = not known yet */
    /* The sign around cells, and the one that makes the next character plain; 0 = not known yet,
     * SIGN_NONE = there is none. */
    char quote, escape;
    bool is_spaced; /* a space behind a delimiter is part of it */
    /* What rows have, as far as the beginning shows: most of them, and the first that has as many
     * (the header, below any title); 0 = nothing was seen. */
    uint32_t usual_cells, header_cells;
};

/* Completes the layout from `sample`, the beginning of a text in UTF-8. `is_all`: nothing follows.
 * A delimiter that nothing proves stays "", and the signs are then those of most files. */
void csv_find_layout(struct csv_layout *layout, struct span sample, bool is_all);

/* Is the character behind an escape sign meant as it is? Before letters and digits the sign is a
 * character itself: C:\\users, DOMAIN\\user, \\N. */
static inline bool csv_is_plain_next(const struct csv_layout *l, char next) {
    unsigned char c = (unsigned char)next, low = c | 0x20;
    bool is_letter = (c >= '0' && c <= '9') || (low >= 'a' && low <= 'z') || c >= 0x80;
    return !is_letter || next == l->delimiter[0] || next == l->quote;
}

/* Where the next cell begins, in a line that has a delimiter at `at`. */
static inline size_t csv_behind_delimiter(const struct csv_layout *l, struct span line, size_t at) {
    at += strlen(l->delimiter);
    return at + (l->is_spaced && at < line.n && line.p[at] == ' ');
}

#endif
