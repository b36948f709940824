/*
 * Safe file names. Windows forbids \ / : * ? " < > | and control characters, device names before
 * the first dot, dots and spaces at the end; Unix shows a leading dot as hidden; a name has 255
 * bytes. Characters that do not show could disguise a name and are dropped.
 */
#include "tenko/file_name.h"

#include "tenko/fold.h"

#include <strings.h>

enum { MAX_BYTES = 200 }; /* leaves room for "-12345.xlsx" in 255 */

static bool is_forbidden(unsigned char c) {
    return c < 0x20 || c == 0x7F || strchr("\\/:*?\"<>|", c) != NULL;
}

/* U+200B–200F, 202A–202E, 2060–2069 and FEFF: zero width and direction marks. */
static bool is_invisible(const unsigned char *p, size_t left) {
    if (left < 3)
        return false;
    if (p[0] == 0xE2 && p[1] == 0x80)
        return (p[2] >= 0x8B && p[2] <= 0x8F) || (p[2] >= 0xAA && p[2] <= 0xAE);
    if (p[0] == 0xE2 && p[1] == 0x81)
        return p[2] >= 0xA0 && p[2] <= 0xA9;
    return p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF;
}

static bool is_device(struct span stem) {
    static const char *const names[] = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"};
    while (stem.n && stem.p[stem.n - 1] == ' ')
        stem.n--;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == stem.n && strncasecmp(names[i], stem.p, stem.n) == 0)
            return true;
    if (stem.n < 4 || (strncasecmp(stem.p, "COM", 3) != 0 && strncasecmp(stem.p, "LPT", 3) != 0))
        return false;
    struct span digit = {stem.p + 3, stem.n - 3};
    if (digit.n == 1)
        return digit.p[0] >= '0' && digit.p[0] <= '9';
    /* Windows takes superscript digits for digits. */
    return span_equal(digit, SPAN("¹")) || span_equal(digit, SPAN("²")) ||
           span_equal(digit, SPAN("³"));
}

static void cut(struct strbuf *name, size_t n) {
    while (n > 0 && ((unsigned char)name->p[n] & 0xC0) == 0x80)
        n--;
    name->n = n;
    name->p[n] = '\0';
}

static void trim_end(struct strbuf *name) {
    while (name->n && (name->p[name->n - 1] == '.' || name->p[name->n - 1] == ' '))
        name->p[--name->n] = '\0';
}

void file_name_safe(struct span text, struct strbuf *out) {
    strbuf_clear(out);
    strbuf_reserve(out, text.n + 2);
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        if (is_invisible((const unsigned char *)text.p + i, text.n - i))
            i += 2;
        else if (c == ' ' && out->n == 0)
            continue;
        else
            strbuf_add_char(out, is_forbidden(c) || (c == '.' && out->n == 0) ? '_' : (char)c);
    }
    if (out->n > MAX_BYTES)
        cut(out, MAX_BYTES);
    trim_end(out);
    struct span whole = strbuf_span(out);
    const char *dot = whole.n ? memchr(whole.p, '.', whole.n) : NULL;
    struct span stem = {whole.p, dot ? (size_t)(dot - whole.p) : whole.n};
    if (out->n == 0 || is_device(stem)) {
        struct strbuf guarded = {0};
        strbuf_add_char(&guarded, '_');
        strbuf_add_span(&guarded, whole);
        strbuf_release(out);
        *out = guarded;
    }
}

/* The place of a taken name's number; a name that was free is taken now and has none. */
static uint32_t *number_of(struct file_names *names, struct span folded) {
    str_id id = strpool_find(&names->taken, folded);
    if (str_is_none(id)) {
        strpool_intern(&names->taken, folded);
        return NULL;
    }
    while (names->next.count <= id.n)
        vec_push(&names->next, 2);
    return &names->next.items[id.n];
}

void file_name_unique(struct span text, struct file_names *names, struct strbuf *out) {
    struct strbuf key = {0};
    file_name_safe(text, out);
    size_t plain = out->n;
    fold_text(FOLD_WORD, strbuf_span(out), &key);
    uint32_t *number = number_of(names, strbuf_span(&key));
    for (uint32_t n = number ? *number : 0; number; n++) {
        out->n = plain;
        strbuf_addf(out, "-%u", (unsigned)n);
        fold_text(FOLD_WORD, strbuf_span(out), &key);
        if (str_is_none(strpool_find(&names->taken, strbuf_span(&key)))) {
            *number = n + 1;
            strpool_intern(&names->taken, strbuf_span(&key));
            break;
        }
    }
    strbuf_release(&key);
}

void file_names_release(struct file_names *names) {
    strpool_release(&names->taken);
    vec_release(&names->next);
}
