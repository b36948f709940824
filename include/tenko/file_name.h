/* A department's name as a file name that Windows and Unix take, and that nobody else has. */
#ifndef TENKO_FILE_NAME_H
#define TENKO_FILE_NAME_H

#include "tenko/strbuf.h"
#include "tenko/strpool.h"

/* Replaces *out with the name, without an extension. Never empty. */
void file_name_safe(struct span text, struct strbuf *out);

/* The same, and unlike every name already in `taken` (folded: file systems may ignore case, width
 * or composition) by "-2", "-3" … where needed. Adds it to `taken`. */
void file_name_unique(struct span text, struct strpool *taken, struct strbuf *out);

#endif
