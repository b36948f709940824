/*
 * One key for every writing of a DN. Usual values are plain ASCII and only put in lower case;
 * others are folded as a directory compares them (NFKC, no case, single spaces).
 *
 *     UID = \61 , 2.5.4.11="Sales  Team"; dc=X   →   uid=a,ou=sales team,dc=x
 */
#include "dn.h"

#include "code_points.h"

#include "tenko/encoding.h"
#include "tenko/memory.h"

#include <stdlib.h>
#include <strings.h>

static void add_lower(struct span text, struct strbuf *out) {
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        strbuf_add_char(out, c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c);
    }
}

/* Has a value, as written, no escape, no other letters than ASCII, no second space? */
static bool is_plain(struct span value) {
    for (size_t i = 0; i < value.n; i++) {
        unsigned char c = (unsigned char)value.p[i];
        if (c >= 0x80 || c < 0x20 || strchr("\\\"#,+;=<>", c) ||
            (c == ' ' && i + 1 < value.n && value.p[i + 1] == ' '))
            return false;
    }
    return true;
}

static void push(void *context, int32_t c) {
    code_points_push(context, is_space(c) ? ' ' : c);
}

/* Replaces the text by its NFKC without case; bytes that are no text stay as they are. */
static void fold(struct strbuf *text) {
    struct code_points folded;
    if (utf8_valid_prefix(strbuf_span(text)) < text->n)
        return;
    code_points_init(&folded);
    code_points_decompose(strbuf_span(text), push, &folded);
    code_points_compose(&folded);
    strbuf_clear(text);
    for (size_t i = 0; i < folded.count; i++)
        utf8_add(text, folded.items[i]);
    code_points_release(&folded);
}

/* Of spaces in a row one counts; those at the ends were escaped, and stay so. */
static void add_escaped(struct span value, struct strbuf *out) {
    for (size_t i = 0; i < value.n; i++) {
        char c = value.p[i];
        bool is_inner = i > 0 && i + 1 < value.n;
        if (c == ' ' && is_inner && value.p[i - 1] == ' ' && i > 1)
            continue;
        if ((c == ' ' && !is_inner) || (c != '\0' && c != ' ' && strchr(",=+;\\\"<>#", c)))
            strbuf_add_char(out, '\\');
        strbuf_add_char(out, c);
    }
}

static void add_part(const struct dn_part *part, struct strbuf *out) {
    struct strbuf value = {0};
    add_lower(dn_usual_type(part->type), out);
    strbuf_add_char(out, '=');
    if (is_plain(part->value)) {
        add_lower(part->value, out);
        return;
    }
    dn_unescape(part->value, &value);
    fold(&value);
    add_escaped(strbuf_span(&value), out);
    strbuf_release(&value);
}

static int by_bytes(const void *a, const void *b) {
    return span_compare(*(const struct span *)a, *(const struct span *)b);
}

/* The parts of one level, which stand from `start` on with a + behind each, in one order. */
static void sort_level(struct strbuf *out, size_t start) {
    struct strbuf level = {0};
    VEC(struct span) parts = {0};
    strbuf_add(&level, out->p + start, out->n - start);
    for (size_t i = 0, begin = 0; i < level.n; i++) {
        if (level.p[i] == '\\') {
            i++;
        } else if (level.p[i] == '+') {
            vec_push(&parts, ((struct span){level.p + begin, i - begin}));
            begin = i + 1;
        }
    }
    if (parts.count)
        qsort(parts.items, parts.count, sizeof *parts.items, by_bytes);
    out->n = start;
    for (size_t i = 0; i < parts.count; i++) {
        if (i)
            strbuf_add_char(out, '+');
        strbuf_add_span(out, parts.items[i]);
    }
    vec_release(&parts);
    strbuf_release(&level);
}

void dn_key(struct span dn, struct strbuf *out) {
    struct dn_part part;
    size_t begin = out->n, level = begin;
    bool is_joined = false;
    while (dn.n && dn_next_part(&dn, &part)) {
        add_part(&part, out);
        if (is_joined || part.is_joined)
            strbuf_add_char(out, '+');
        if (is_joined && !part.is_joined)
            sort_level(out, level);
        is_joined = part.is_joined;
        if (!is_joined)
            strbuf_add_char(out, ',');
        level = is_joined ? level : out->n;
    }
    if (dn.n == 0 && out->n > begin)
        out->p[--out->n] = '\0';
    add_lower(dn, out); /* what is no part */
}
