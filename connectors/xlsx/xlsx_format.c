/* The codes of formats, and the table of cell styles. */
#include "xlsx_format.h"

#include "xlsx_xml.h"

#include <strings.h>

/* ---- a code ---- */

struct format_scan {
    bool has_date, has_month, has_time, has_elapsed; /* has_month: or minutes */
    bool is_other; /* decimals, thousands, percent, a condition: no leading zeros to show */
    unsigned zeros;
    struct strbuf digits;
};

static size_t character_bytes(const char *p) {
    size_t n = *p ? 1 : 0;
    while (n && ((unsigned char)p[n] & 0xC0) == 0x80)
        n++;
    return n;
}

/* [h], [mm]: a duration; [$-411], [Red]: nothing; [<10]: a condition. Returns its length. */
static size_t scan_bracket(struct format_scan *s, const char *p) {
    const char *close = strchr(p, ']');
    if (!close)
        return strlen(p);
    size_t n = (size_t)(close - p) - 1;
    if (n > 0 && (strspn(p + 1, "hH") == n || strspn(p + 1, "mM") == n || strspn(p + 1, "sS") == n))
        s->has_elapsed = true;
    if (p[1] == '<' || p[1] == '>' || p[1] == '=')
        s->is_other = true;
    return n + 2;
}

/* "…", \c, _c (a space as wide as c), *c (filled up with c), […]; 0 if p begins none. */
static size_t scan_literal(struct format_scan *s, const char *p) {
    const char *close;
    size_t n;
    switch (*p) {
    case '"':
        close = strchr(p + 1, '"');
        n = close ? (size_t)(close - p) - 1 : strlen(p + 1);
        strbuf_add(&s->digits, p + 1, n);
        return close ? n + 2 : n + 1;
    case '\\':
        n = character_bytes(p + 1);
        strbuf_add(&s->digits, p + 1, n);
        return n + 1;
    case '_':
    case '*':
        return 1 + character_bytes(p + 1);
    case '[':
        return scan_bracket(s, p);
    default:
        return 0;
    }
}

/* A word that is no date although it has a date's letters; 0 if p begins none. */
static size_t scan_word(const char *p) {
    static const struct span words[] = {{"General", 7}, {"G/", 2}, {"AM/PM", 5}, {"A/P", 3}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncasecmp(p, words[i].p, words[i].n) == 0)
            return words[i].n;
    return 0;
}

static void scan_sign(struct format_scan *s, const char *p) {
    switch (*p | ((*p >= 'A' && *p <= 'Z') ? 0x20 : 0)) {
    case 'e': /* the year of an era, unless it is 0.0E+00 */
        if (p[1] == '+' || p[1] == '-')
            s->is_other = true;
        else
            s->has_date = true;
        break;
    case 'y':
    case 'd':
    case 'g': /* the era */
    case 'r': /* era and year, as LibreOffice writes it */
    case 'a': /* the day of the week */
        s->has_date = true;
        break;
    case 'm':
        s->has_month = true;
        break;
    case 'h':
    case 's':
        s->has_time = true;
        break;
    case '0':
        s->zeros++;
        strbuf_add_char(&s->digits, DIGIT_ZERO);
        break;
    case '#':
    case '?':
        strbuf_add_char(&s->digits, DIGIT_OPTIONAL);
        break;
    case '.':
    case ',':
    case '%':
    case '/':
    case '@':
        s->is_other = true;
        break;
    default:
        strbuf_add_char(&s->digits, *p);
    }
}

struct number_format format_of_code(const char *code) {
    struct format_scan s = {0};
    while (*code && *code != ';') { /* what stands behind is for negative numbers and zero */
        size_t n = scan_literal(&s, code);
        if (n == 0) {
            n = scan_word(code);
            s.is_other |= n > 0;
        }
        if (n == 0) {
            scan_sign(&s, code);
            n = 1;
        }
        code += n;
    }
    struct number_format format = {0};
    bool has_time = s.has_time || s.has_elapsed;
    if (s.has_elapsed)
        format.shows = SHOWS_ELAPSED;
    else if (s.has_date || s.has_month || has_time)
        format.shows = (s.has_date || (s.has_month && !has_time) ? SHOWS_DATE : 0) |
                       (has_time ? SHOWS_TIME : 0);
    else if (s.zeros > 1 && !s.is_other) /* one zero is any number's */
        format.digits = memory_copy_text(strbuf_span(&s.digits));
    strbuf_release(&s.digits);
    return format;
}

/* ---- built-in formats, which no file spells out (ECMA-376, 18.8.30) ---- */

static unsigned built_in(uint32_t id) {
    static const struct {
        uint32_t first, last;
        unsigned shows;
    } rows[] = {
        {14, 17, SHOWS_DATE}, {18, 21, SHOWS_TIME}, {22, 22, SHOWS_DATE | SHOWS_TIME},
        {27, 31, SHOWS_DATE}, {32, 33, SHOWS_TIME}, /* of Japanese Excel, as are those below */
        {34, 36, SHOWS_DATE}, {45, 45, SHOWS_TIME}, {46, 46, SHOWS_ELAPSED},
        {47, 47, SHOWS_TIME}, {50, 58, SHOWS_DATE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (id >= rows[i].first && id <= rows[i].last)
            return rows[i].shows;
    return 0;
}

/* ---- the part ---- */

#define STYLES_MAX 100000u /* Excel allows 65,490 */
#define CUSTOM_MAX 5000u   /* … and about 250 */

struct styles {
    struct formats *out;
    VEC(struct custom {
        uint32_t id;
        struct number_format format;
    })
    custom;
    bool in_cell_styles;
};

static uint32_t number_of(const char *text) {
    return text ? (uint32_t)strtoul(text, NULL, 10) : 0;
}

static char *copy_or_null(const char *text) {
    return text ? memory_copy_text(span_of(text)) : NULL;
}

static struct number_format format_of_id(const struct styles *s, uint32_t id) {
    for (size_t i = 0; i < s->custom.count; i++)
        if (s->custom.items[i].id == id)
            return (struct number_format){s->custom.items[i].format.shows,
                                          copy_or_null(s->custom.items[i].format.digits)};
    return (struct number_format){built_in(id), NULL};
}

static void on_start(struct xml *x, const char *name, const char **attributes) {
    struct styles *s = x->context;
    const char *code = xml_attribute(attributes, "formatCode");
    const char *id = xml_attribute(attributes, "numFmtId");
    bool is_format = strcmp(name, "numFmt") == 0 && code && id;
    bool is_style = s->in_cell_styles && strcmp(name, "xf") == 0;
    if ((is_format && s->custom.count == CUSTOM_MAX) ||
        (is_style && s->out->styles.count == STYLES_MAX))
        xml_limit(x, "100,000 styles or 5,000 formats");
    else if (is_format)
        vec_push(&s->custom, ((struct custom){number_of(id), format_of_code(code)}));
    else if (is_style)
        vec_push(&s->out->styles, format_of_id(s, number_of(id)));
    else if (strcmp(name, "cellXfs") == 0)
        s->in_cell_styles = true;
}

static void on_end(struct xml *x, const char *name) {
    struct styles *s = x->context;
    if (strcmp(name, "cellXfs") == 0)
        s->in_cell_styles = false;
}

bool formats_read(struct formats *out, const struct package *p, const char *part,
                  struct error *err) {
    static const struct xml_handlers handlers = {on_start, on_end, NULL};
    struct styles s = {.out = out};
    *out = (struct formats){0};
    bool ok = xml_read_all(p, part, &handlers, &s, err);
    for (size_t i = 0; i < s.custom.count; i++)
        free(s.custom.items[i].format.digits);
    vec_release(&s.custom);
    return ok;
}

void formats_release(struct formats *f) {
    for (size_t i = 0; i < f->styles.count; i++)
        free(f->styles.items[i].digits);
    vec_release(&f->styles);
}
