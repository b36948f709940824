/* The first rows of a file as they stand there, for what no header tells. */
#ifndef CLI_FIRST_ROWS_H
#define CLI_FIRST_ROWS_H

#include "tenko/memory.h"

#include <stdint.h>

struct first_row {
    uint32_t line, count;
    struct span *cells; /* trimmed of blanks */
};

struct first_rows {
    struct arena arena;
    VEC(struct first_row) items;
};

/* An unreadable file gives no rows, or those before the fault. */
void first_rows_read(struct first_rows *out, const char *path);
void first_rows_release(struct first_rows *rows);

/* The row that looks most like a header: the first of the fullest ones. NULL if there is none, or
 * if a cell of it looks like somebody's data. */
const struct first_row *first_rows_header(const struct first_rows *rows);
/* Is the column below the header at `line` one of ticks alone, with at least one given? */
bool first_rows_are_ticked(const struct first_rows *rows, uint32_t line, struct span header);

#endif
