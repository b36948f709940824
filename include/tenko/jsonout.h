/*
 * Writes JSON (RFC 8259) into a sink, compact, in the order of the calls. Strings are UTF-8;
 * U+0000…U+001F, " and \ are escaped, a byte that is not UTF-8 becomes U+FFFD.
 * Commas come by themselves. Depth is at most 32.
 */
#ifndef TENKO_JSONOUT_H
#define TENKO_JSONOUT_H

#include "tenko/sink.h"

struct jsonout {
    struct sink *out;
    uint32_t has_items; /* a bit per depth */
    unsigned depth;
    bool after_key;
    unsigned indent; /* spaces per level; 0 = compact, one line */
};

void jsonout_begin_object(struct jsonout *j);
void jsonout_end_object(struct jsonout *j);
void jsonout_begin_array(struct jsonout *j);
void jsonout_end_array(struct jsonout *j);
void jsonout_key(struct jsonout *j, const char *key);      /* plain ASCII, not escaped */
void jsonout_key_text(struct jsonout *j, struct span key); /* any UTF-8, escaped */
void jsonout_string(struct jsonout *j, struct span text);
void jsonout_number(struct jsonout *j, int64_t value);
void jsonout_decimal(struct jsonout *j, double value, int digits); /* locale-free */
void jsonout_bool(struct jsonout *j, bool value);
void jsonout_null(struct jsonout *j);
/* Text, or null when empty. */
void jsonout_string_or_null(struct jsonout *j, struct span text);

/* The string with its quotes, as jsonout_string writes it. */
void jsonout_write_string(struct sink *out, struct span text);
void jsonout_add_string(struct strbuf *out, struct span text);

#endif
