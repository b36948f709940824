/*
 * Our own Markdown as man(7), so that a page of docs/ and its manual page are one text: headings,
 * paragraphs, lists, tables (each row a tag with what is said of it), code and links.
 */
#ifndef TENKO_MAN_MARKDOWN_H
#define TENKO_MAN_MARKDOWN_H

#include "roff.h"

/* The whole text; its first heading (#) is left out, since it is the page's name. */
void markdown_to_roff(struct strbuf *out, struct span text);

/* What stands under "# heading" up to the next "# "; empty where there is no such heading. */
struct span markdown_chapter(struct span text, const char *heading);

#endif
