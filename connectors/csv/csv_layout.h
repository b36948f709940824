/* How the cells of a text are told apart, as set or as its beginning proves it. */
#ifndef TENKO_CSV_LAYOUT_H
#define TENKO_CSV_LAYOUT_H

#include "tenko/span.h"

#include <stdint.h>

#define DELIMITER_MAX_BYTES 15
#define SIGN_NONE           '\x7F'

struct csv_layout {
    char delimiter[DELIMITER_MAX_BYTES + 1]; /* "" = not known yet */
    /* The sign around cells, and the one that makes the next character plain; 0 = not known yet,
     * SIGN_NONE = there is none. */
    char quote, escape;
    /* What rows have, as far as the beginning shows: most of them, and the first that has as many
     * (the header, below any title); 0 = nothing was seen. */
    uint32_t usual_cells, header_cells;
};

/* Completes the layout from `sample`, the beginning of a text in UTF-8. `is_all`: nothing follows.
 * A delimiter that nothing proves stays "", and the signs are then those of most files. */
void csv_find_layout(struct csv_layout *layout, struct span sample, bool is_all);

#endif
