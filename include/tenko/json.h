/*
 * Writes JSON (RFC 8259) into a sink, compact, in the order of the calls. Strings are UTF-8;
 * U+0000…U+001F, " and \ are escaped, a byte that is not UTF-8 becomes U+FFFD.
 * Commas come by themselves. Depth is at most 32.
 */
#ifndef TENKO_JSON_H
#define TENKO_JSON_H

#include "tenko/sink.h"

struct json {
    struct sink *out;
    uint32_t has_items; /* a bit per depth */
    unsigned depth;
    unsigned indent; /* spaces per level; 0 = compact, one line */
};

void json_begin_object(struct json *j);
void json_end_object(struct json *j);
void json_begin_array(struct json *j);
void json_end_array(struct json *j);
void json_key(struct json *j, const char *key); /* plain ASCII, not escaped */
void json_string(struct json *j, struct span text);
void json_number(struct json *j, int64_t value);
void json_decimal(struct json *j, double value, int digits); /* locale-free */
void json_bool(struct json *j, bool value);
void json_null(struct json *j);
/* Text, or null when empty. */
void json_string_or_null(struct json *j, struct span text);

/* The string with its quotes, as json_string writes it. */
void json_write_string(struct sink *out, struct span text);

#endif
