/* What can be told of a header by itself. */
#include "reading.h"

bool header_is(struct span header, const char *wanted, struct strbuf *a, struct strbuf *b) {
    struct span exact = trimmed(span_of(wanted));
    if (span_equal(trimmed(header), exact))
        return true;
    fold_text(FOLD_HEADER, header, a);
    fold_text(FOLD_HEADER, exact, b);
    return a->n > 0 && span_equal(strbuf_span(a), strbuf_span(b));
}

bool has_no_header(const struct reading *r) {
    const char *header = source_option(&r->input->source, "header");
    return header && strcmp(header, "none") == 0;
}

/* A date, a number, an address or a DN: what stands in lists, not above them. */
static bool looks_like_value(struct span text) {
    size_t digits = 0, others = 0;
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        bool is_wide = i + 2 < text.n && c == 0xEF && (unsigned char)text.p[i + 1] == 0xBC &&
                       (unsigned char)text.p[i + 2] >= 0x90 && (unsigned char)text.p[i + 2] <= 0x99;
        bool is_digit = (c >= '0' && c <= '9') || is_wide;
        digits += is_digit;
        others += !is_digit && !strchr("-+/.,:() ", (char)c);
        i += is_wide ? 2 : 0;
        if (c == '@' || (c == '=' && i > 0 && i + 1 < text.n)) /* an address, a DN */
            return true;
    }
    return digits >= 3 || (digits > 0 && others == 0) ||
           memmem(text.p, text.n, "＠", strlen("＠")) != NULL;
}

bool headers_look_like_values(const struct reading *r) {
    for (size_t i = 0; i < r->headers.count && !has_no_header(r); i++) {
        if (looks_like_value(r->headers.items[i]))
            return true;
    }
    return false;
}
