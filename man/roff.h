/* The few requests of man(7) that the manual pages are made of. */
#ifndef TENKO_MAN_ROFF_H
#define TENKO_MAN_ROFF_H

#include "tenko/message.h"

/* One page: the name in capitals and the section stand in its title line, name and summary under
 * NAME. */
struct roff_head {
    const char *name; /* "tenko-run" */
    int section;
    const char *summary;
    enum language language;
};
void roff_page(struct strbuf *out, const struct roff_head *head);

/* Text with every sign escaped that means something to roff; Japanese may be broken into lines. */
void roff_text(struct strbuf *out, struct span text);
/* Words to be typed as they stand, and words that stand for others. */
void roff_literal(struct strbuf *out, struct span text);
void roff_placeholder(struct strbuf *out, struct span text);

/* Each begins on a line of its own. */
void roff_section(struct strbuf *out, const char *heading);
void roff_paragraph(struct strbuf *out);
/* Lines shown as they are; the text ends with a newline. */
void roff_lines(struct strbuf *out, struct span text);
/* A tag and, indented below it, what follows: tag, roff_tag_end, text. */
void roff_tag(struct strbuf *out);
void roff_tag_end(struct strbuf *out);

/* A newline, unless a line has just begun. */
void roff_end_line(struct strbuf *out);

#endif
