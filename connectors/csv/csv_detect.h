/* What the beginning of a file gives away. Pure functions of a span. */
#ifndef TENKO_CSV_DETECT_H
#define TENKO_CSV_DETECT_H

#include "tenko/encoding.h"
#include "tenko/message.h"

/* Why these bytes, the first of a file in this encoding, are no delimited text, or MSG_NONE.
 * *arg is the message's argument, if it has one. */
enum message_id csv_sniff(struct span head, enum encoding encoding, const char **arg);

/* The X of a line `sep=X`, as Excel reads and some products write it, else 0. */
char csv_separator_line(struct span line);

#endif
