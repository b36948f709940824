/*
 * A shared string is <si><t>…</t></si>, or runs of different look <si><r><t>…</t></r>…</si>, which
 * are joined. Runs of furigana, <rPh><t>…</t></rPh>, stand among them and are not text.
 */
#include "xlsx_strings.h"

#include "xlsx_xml.h"

#include "tenko/encoding.h"

#include <inttypes.h>
#include <stdio.h>

/* ---- _xHHHH_ ---- */

#define ESCAPE_BYTES 7u

static int hex_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The code unit of "_x000D_" at p, or −1. */
static int32_t escaped_unit(const char *p, size_t n) {
    int32_t unit = 0;
    if (n < ESCAPE_BYTES || p[0] != '_' || p[1] != 'x' || p[6] != '_')
        return -1;
    for (int i = 2; i < 6; i++) {
        int digit = hex_value(p[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

void strings_unescape(struct strbuf *text, size_t from) {
    if (text->n - from < ESCAPE_BYTES)
        return;
    char *p = memmem(text->p + from, text->n - from, "_x", 2);
    if (!p)
        return;
    char *to = p, *end = text->p + text->n;
    while (p < end) {
        int32_t unit = escaped_unit(p, (size_t)(end - p));
        if (unit < 0 || (unit >= 0xD800 && unit < 0xE000)) { /* half a character: as it stands */
            *to++ = *p++;
            continue;
        }
        if (unit) /* never longer than its escape; nothing for NUL */
            to += utf8_put(to, (uint16_t)unit);
        p += ESCAPE_BYTES;
    }
    text->n = (size_t)(to - text->p);
    *to = '\0';
}

/* ---- the part ---- */

const struct strings_limits strings_usual_limits = {.texts = (size_t)64 << 20,
                                                    .bytes = (size_t)1 << 30};

struct collector {
    struct strings *out;
    const struct strings_limits *limits;
    size_t start; /* of the string in hand */
    uint32_t phonetic;
    bool is_text;
};

static void on_start(struct xml *x, const char *name, const char **attributes) {
    struct collector *c = x->context;
    (void)attributes;
    if (strcmp(name, "si") == 0)
        c->start = c->out->text.n;
    else if (strcmp(name, "rPh") == 0)
        c->phonetic++;
    else
        c->is_text = c->phonetic == 0 && strcmp(name, "t") == 0;
}

static void on_end(struct xml *x, const char *name) {
    struct collector *c = x->context;
    c->is_text = false;
    if (strcmp(name, "rPh") == 0)
        c->phonetic--;
    if (strcmp(name, "si") != 0)
        return;
    strings_unescape(&c->out->text, c->start);
    if (c->out->ends.count >= c->limits->texts)
        xml_limit(x, "67,108,864 texts");
    else
        vec_push(&c->out->ends, (uint32_t)c->out->text.n);
}

static void on_text(struct xml *x, const char *p, size_t n) {
    struct collector *c = x->context;
    if (!c->is_text)
        return;
    if (c->out->text.n + n > c->limits->bytes)
        xml_limit(x, "1 GiB");
    else
        strbuf_add(&c->out->text, p, n);
}

bool strings_read(struct strings *out, const struct package *p, const char *part,
                  const struct strings_limits *limits, struct error *err) {
    static const struct xml_handlers handlers = {on_start, on_end, on_text};
    struct collector c = {.out = out, .limits = limits};
    *out = (struct strings){0};
    strbuf_reserve(&out->text, 0);
    struct xml xml;
    if (!xml_open(&xml, p, part, PART_MAX_BYTES, err))
        return false;
    xml_listen(&xml, &handlers, &c);
    bool ok = xml_read(&xml, err) == XML_AT_END;
    xml_close(&xml);
    out->has_private_use = utf8_has_private_use(strbuf_span(&out->text));
    return ok;
}

void strings_release(struct strings *s) {
    strbuf_release(&s->text);
    vec_release(&s->ends);
}
