/* DNs part by part. Private to the text room. */
#ifndef TEXT_DN_H
#define TEXT_DN_H

#include "tenko/dn.h"

/* attribute=value, both as written, without the spaces around them. */
struct dn_part {
    struct span type, value;
    bool is_joined; /* by a + to the part behind it: both are one level of the directory */
};

/* Cuts the next part off *dn; false where there is none, or it is no part. */
bool dn_next_part(struct span *dn, struct dn_part *out);
/* Appends the bytes that a value as written stands for. */
void dn_unescape(struct span value, struct strbuf *out);
#endif
