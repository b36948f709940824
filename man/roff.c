/* man(7), as both groff and mandoc read it. */
#include "roff.h"

#include <stdio.h>

static void add_upper(struct strbuf *out, const char *text) {
    for (const char *p = text; *p; p++)
        strbuf_add_char(out, *p >= 'a' && *p <= 'z' ? (char)(*p - 'a' + 'A') : *p);
}

void roff_end_line(struct strbuf *out) {
    if (out->n && out->p[out->n - 1] != '\n')
        strbuf_add_char(out, '\n');
}

/* The length of the Japanese letter or sign that the text begins with; 0: it is something else. */
static size_t wide_letter(struct span text) {
    return text.n >= 3 && ((unsigned char)*text.p & 0xF0) == 0xE0 && (unsigned char)*text.p >= 0xE3
               ? 3
               : 0;
}

static bool is_one_of(struct span letter, const char *letters) {
    return memmem(letters, strlen(letters), letter.p, letter.n) != NULL;
}

/* Formatters break lines at spaces, and Japanese has none: a line may end between two letters, but
 * not before a sign that closes nor behind one that opens. */
static bool may_break(struct span letter, struct span rest) {
    static const char closing[] =
        "、。，．・：；？！ー）」』】〕〉》々～％ぁぃぅぇぉっゃゅょァィゥェォッャュョ";
    static const char opening[] = "（「『【〔〈《";
    static const char ending[] = "、。）」』】";
    struct span next = {rest.p, wide_letter(rest)};
    if (!next.n)
        return is_one_of(letter, ending);
    return !is_one_of(next, closing) && !is_one_of(letter, opening);
}

static void add_sign(struct strbuf *out, char c) {
    static const char *const escaped[128] = {['\\'] = "\\e",  ['-'] = "\\-",   ['\''] = "\\(aq",
                                             ['`'] = "\\(ga", ['^'] = "\\(ha", ['~'] = "\\(ti"};
    bool begins_line = !out->n || out->p[out->n - 1] == '\n';
    if (begins_line && c == '.')
        strbuf_add_text(out, "\\&");
    if ((unsigned char)c < 128 && escaped[(unsigned char)c])
        strbuf_add_text(out, escaped[(unsigned char)c]);
    else
        strbuf_add_char(out, c);
}

void roff_text(struct strbuf *out, struct span text) {
    while (text.n) {
        size_t n = wide_letter(text);
        if (n)
            strbuf_add(out, text.p, n);
        else
            add_sign(out, *text.p);
        struct span letter = {text.p, n};
        n = n ? n : 1;
        text = (struct span){text.p + n, text.n - n};
        if (letter.n && may_break(letter, text))
            strbuf_add_text(out, "\\:");
    }
}

static void in_font(struct strbuf *out, char font, struct span text) {
    strbuf_addf(out, "\\f%c", font);
    roff_text(out, text);
    strbuf_add_text(out, "\\fR");
}

void roff_literal(struct strbuf *out, struct span text) {
    in_font(out, 'B', text);
}

void roff_placeholder(struct strbuf *out, struct span text) {
    in_font(out, 'I', text);
}

void roff_section(struct strbuf *out, const char *heading) {
    roff_end_line(out);
    strbuf_add_text(out, ".SH ");
    roff_text(out, span_of(heading));
    strbuf_add_char(out, '\n');
}

/* A heading begins a paragraph by itself. */
static bool follows_heading(const struct strbuf *out) {
    size_t start = out->n - 1;
    while (start && out->p[start - 1] != '\n')
        start--;
    return strncmp(out->p + start, ".SH ", 4) == 0 || strncmp(out->p + start, ".SS ", 4) == 0;
}

void roff_paragraph(struct strbuf *out) {
    roff_end_line(out);
    if (!follows_heading(out))
        strbuf_add_text(out, ".PP\n");
}

void roff_lines(struct strbuf *out, struct span text) {
    roff_paragraph(out);
    strbuf_add_text(out, ".RS 4\n.nf\n");
    while (text.n) {
        const char *end = memchr(text.p, '\n', text.n);
        size_t n = end ? (size_t)(end - text.p) : text.n;
        if (n)
            roff_text(out, (struct span){text.p, n});
        else
            strbuf_add_text(out, "\\&");
        strbuf_add_char(out, '\n');
        n += end != NULL;
        text = (struct span){text.p + n, text.n - n};
    }
    strbuf_add_text(out, ".fi\n.RE\n");
}

void roff_tag(struct strbuf *out) {
    roff_end_line(out);
    strbuf_add_text(out, ".TP\n");
}

void roff_tag_end(struct strbuf *out) {
    roff_end_line(out);
}

void roff_page(struct strbuf *out, const struct roff_head *head) {
    bool is_japanese = head->language == LANG_JA;
    strbuf_add_text(out, "'\\\" -*- coding: UTF-8 -*-\n.TH ");
    add_upper(out, head->name);
    strbuf_addf(out, " %d %s \"Tenko %s\" \"%s\"\n", head->section, TENKO_RELEASED, TENKO_VERSION,
                is_japanese ? "Tenko の手引き" : "Tenko Manual");
    /* Nothing is hyphenated or spread. */
    strbuf_add_text(out, ".nh\n.ad l\n");
    roff_section(out, is_japanese ? "名前" : "NAME");
    roff_text(out, span_of(head->name));
    strbuf_add_text(out, " \\- ");
    roff_text(out, span_of(head->summary));
    strbuf_add_char(out, '\n');
}
