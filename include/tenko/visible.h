/*
 * The one way from a text to a terminal. What could move the cursor, change colours, ring, hide or
 * turn text around becomes an escape that shows: \x1b, \u202e. Whoever wrote the text: a cell, a
 * header, a file name, the configuration, a server.
 */
#ifndef TENKO_VISIBLE_H
#define TENKO_VISIBLE_H

#include "tenko/strbuf.h"

/* Appends the text with control characters (C0 and DEL, C1), bidirectional controls, line and
 * paragraph separators and bytes that are no UTF-8 as escapes. */
void visible_add(struct strbuf *out, struct span text);

#endif
