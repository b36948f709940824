/* What tenko_man writes: a page is a text made of tables and of the chapters of texts.md. */
#ifndef TENKO_MAN_PAGES_H
#define TENKO_MAN_PAGES_H

#include "cli.h"
#include "roff.h"

/* man/texts.md in one language: what no table says. */
struct man_texts {
    enum language language;
    struct span all;
};
/* Appends the chapter of that heading. The program ends with a message where there is none. */
void man_texts_add(struct strbuf *out, const struct man_texts *t, const char *heading);

/* command_pages.c: tenko(1) and tenko-COMMAND(1). */
void page_tenko(struct strbuf *out, const struct man_texts *t);
void page_command(struct strbuf *out, const struct man_texts *t, const struct command *c);

/* key_pages.c: what may stand in tenko.yaml, as an outline. */
void page_add_keys(struct strbuf *out, enum language language);

/* NAME(SECTION) of other pages, by commas, under SEE ALSO. */
void page_see_also(struct strbuf *out, enum language language, const char *pages);

#endif
