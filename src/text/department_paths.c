/* Department names with their parents before them, or their code beside them. */
#include "code_points.h"

#include "tenko/dn.h"
#include "tenko/identifier.h"

static struct span trim(struct span text) {
    const unsigned char *p = (const unsigned char *)text.p, *end = p + text.n;
    while (p < end) {
        const unsigned char *next = p;
        int32_t c = utf8_next(&next, end);
        if (!is_space(c) && !is_invisible(c))
            break;
        p = next;
    }
    const unsigned char *stop = p;
    for (const unsigned char *q = p; q < end;) {
        int32_t c = utf8_next(&q, end);
        if (!is_space(c) && !is_invisible(c))
            stop = q;
    }
    return (struct span){(const char *)p, (size_t)(stop - p)};
}

/* Between the parts of a path. Of -> the > cuts, and the - goes with its edges. */
static bool is_path_sign(int32_t c) {
    switch (c) {
    case '>':
    case '/':
    case '\\':
    case '|':
    case 0x00A5: /* ¥, \ on Japanese keyboards */
    case 0x00BB: /* » › */
    case 0x203A:
    case 0x2192: /* → */
    case 0x21D2: /* ⇒ */
    case 0x226B: /* ≫ */
    case 0x25B6: /* ▶ ▷ */
    case 0x25B7:
    case 0xFF0F: /* ／ */
    case 0xFF1E: /* ＞ */
    case 0xFF3C: /* ＼ */
    case 0xFF5C: /* ｜ */
    case 0xFFE5: /* ￥ */
        return true;
    default:
        return false;
    }
}

/* Without the shaft of an arrow or a stroke that stands alone at the end. */
static struct span without_shaft(struct span part) {
    part = trim(part);
    while (part.n && (part.p[part.n - 1] == '-' || part.p[part.n - 1] == '='))
        part = trim((struct span){part.p, part.n - 1});
    return part;
}

/* Where in `text` a " - " stands last; text.n if nowhere. */
static size_t last_spaced_hyphen(struct span text) {
    for (size_t i = text.n; i-- > 1;) {
        if (text.p[i] == '-' && i + 1 < text.n && text.p[i - 1] == ' ' && text.p[i + 1] == ' ')
            return i;
    }
    return text.n;
}

bool path_last_part(struct span text, struct span *out) {
    text = trim(text);
    if (dn_begins(text) && dn_value_of(text, "ou", out))
        return out->n > 0 && !memchr(out->p, '\\', out->n);
    const unsigned char *p = (const unsigned char *)text.p, *end = p + text.n, *start = p;
    struct span last = {NULL, 0};
    bool is_path = false;
    while (p < end) {
        const unsigned char *at = p;
        if (!is_path_sign(utf8_next(&p, end)))
            continue;
        struct span part = without_shaft((struct span){(const char *)start, (size_t)(at - start)});
        if (part.n)
            last = part;
        is_path = true;
        start = p;
    }
    struct span rest = trim((struct span){(const char *)start, (size_t)(end - start)});
    size_t hyphen = last_spaced_hyphen(rest);
    if (hyphen < rest.n) {
        is_path = true;
        rest = trim((struct span){rest.p + hyphen + 1, rest.n - hyphen - 1});
    }
    *out = rest.n ? rest : last;
    return is_path && out->n > 0;
}

bool path_last_word(struct span text, struct span *out) {
    text = trim(text);
    const unsigned char *p = (const unsigned char *)text.p, *end = p + text.n, *start = p;
    while (p < end) {
        if (is_space(utf8_next(&p, end)))
            start = p;
    }
    *out = (struct span){(const char *)start, (size_t)(end - start)};
    return out->n > 0 && out->n < text.n;
}

/* --- code and name --- */

static bool is_code_character(int32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFF01 - '!';
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
}

static bool is_digit_sign(int32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/* The code that text begins with: letters, digits and hyphens, a digit among them. */
static struct span code_at_start(struct span text, size_t *digits) {
    const unsigned char *p = (const unsigned char *)text.p, *end = p + text.n, *stop = p;
    *digits = 0;
    while (p < end) {
        int32_t c = utf8_next(&p, end);
        if (!is_code_character(c))
            break;
        *digits += is_digit_sign(c);
        stop = p;
    }
    size_t n = *digits ? (size_t)(stop - (const unsigned char *)text.p) : 0;
    return (struct span){text.p, n};
}

static bool is_code(struct span text) {
    size_t digits;
    return text.n && code_at_start(text, &digits).n == text.n;
}

static bool is_bracket(int32_t c) {
    return c == '(' || c == ')' || c == '[' || c == ']' || c == 0xFF08 || c == 0xFF09 ||
           c == 0x3010 || c == 0x3011 || c == 0x3014 || c == 0x3015;
}

/* Signs at both ends that only part code and name. */
static struct span without_signs(struct span text) {
    for (;;) {
        text = trim(text);
        const unsigned char *p = (const unsigned char *)text.p, *end = p + text.n;
        if (text.n == 0)
            return text;
        int32_t c = utf8_next(&p, end);
        if (!(c == ':' || c == '_' || c == '-' || c == '.' || c == 0xFF1A || is_bracket(c)))
            return text;
        text = (struct span){(const char *)p, (size_t)(end - p)};
    }
}

/* 税務課（0201） */
static bool code_behind(struct span text, struct span *code, struct span *name) {
    const unsigned char *p = (const unsigned char *)text.p, *end = p + text.n;
    const unsigned char *open = NULL, *inside = NULL, *close = NULL, *behind = NULL;
    while (p < end) {
        const unsigned char *at = p;
        if (!is_bracket(utf8_next(&p, end)))
            continue;
        if (!open) {
            open = at;
            inside = p;
        } else {
            close = at;
            behind = p;
        }
    }
    if (!close || behind != end || open == (const unsigned char *)text.p)
        return false;
    *code = trim((struct span){(const char *)inside, (size_t)(close - inside)});
    *name = trim((struct span){text.p, (size_t)(open - (const unsigned char *)text.p)});
    return is_code(*code);
}

bool code_and_name(struct span text, struct span *code, struct span *name) {
    size_t digits;
    text = trim(text);
    if (code_behind(text, code, name))
        return true;
    struct span start = without_signs(text);
    *code = code_at_start(start, &digits);
    while (code->n && code->p[code->n - 1] == '-')
        code->n--;
    if (code->n == 0)
        return false;
    struct span rest = {code->p + code->n, start.n - code->n};
    *name = without_signs(rest);
    bool is_parted = name->p > rest.p; /* 0201税務課 without anything between: three digits */
    return name->n > 0 && !is_code(*name) && (is_parted || digits >= 3);
}
