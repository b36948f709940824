/* A department's name as a file name that Windows and Unix take, and that nobody else has. */
#ifndef TENKO_FILE_NAME_H
#define TENKO_FILE_NAME_H

#include "tenko/strbuf.h"
#include "tenko/strpool.h"

/* Replaces *out with the name, without an extension. Never empty. */
void file_name_safe(struct span text, struct strbuf *out);

/* Names that are taken, folded: file systems may ignore case, width or composition. {0} to begin
 * with. */
struct file_names {
    struct strpool taken;
    VEC(uint32_t) next; /* by the id of a name: the number that its next namesake tries */
};
/* The same, and unlike every name that is taken by "-2", "-3" … where needed. Takes it. */
void file_name_unique(struct span text, struct file_names *names, struct strbuf *out);
void file_names_release(struct file_names *names);

#endif
