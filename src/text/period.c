/*
 * A cell that holds a period: R7.4.1～R8.3.31, 2025-04-01 - 2026-03-31,
 * 令和7年4月1日から8年3月31日まで, 自 … 至 …. A hyphen parts it only where a day stands on both
 * sides.
 */
#include "tenko/period.h"

#include "tenko/date.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { PERIOD_MAX = 128 }; /* bytes; a longer cell is no period */

static bool begins(struct span text, const char *word) {
    size_t n = strlen(word);
    return text.n >= n && memcmp(text.p, word, n) == 0;
}

static struct span without_blanks(struct span text) {
    static const char wide[] = "　";
    enum { N = sizeof wide - 1 };
    for (;;) {
        if (text.n && (unsigned char)text.p[0] <= ' ')
            text = (struct span){text.p + 1, text.n - 1};
        else if (begins(text, wide))
            text = (struct span){text.p + N, text.n - N};
        else if (text.n && (unsigned char)text.p[text.n - 1] <= ' ')
            text.n--;
        else if (text.n >= N && memcmp(text.p + text.n - N, wide, N) == 0)
            text.n -= N;
        else
            return text;
    }
}

/* The day without 自 before it or まで behind it. */
static struct span bare_day(struct span text) {
    static const char *const behind[] = {"まで", "迄", "より", "から"};
    text = without_blanks(text);
    if (begins(text, "自") || begins(text, "至"))
        text = (struct span){text.p + strlen("自"), text.n - strlen("自")};
    for (size_t i = 0; i < COUNT(behind); i++) {
        size_t n = strlen(behind[i]);
        if (text.n >= n && memcmp(text.p + text.n - n, behind[i], n) == 0)
            text.n -= n;
    }
    return without_blanks(text);
}

static bool is_day(struct span text) {
    struct date_style style = {
        .two_digit_from = 1950, .order = DATE_ORDER_MDY, .dot_order = DATE_ORDER_DMY};
    date day;
    return text.n && date_parse(text, &style, &day) != DATE_UNREADABLE && date_is_known(day);
}

/* Bytes of the sign that parts a period at text's begin; 0 = none. */
static size_t sign_at(struct span text) {
    static const char *const signs[] = {"～",   "〜", "~", "∼",  "から",
                                        "より", "→",  "⇒", "至", " to "};
    for (size_t i = 0; i < COUNT(signs); i++) {
        if (begins(text, signs[i]))
            return strlen(signs[i]);
    }
    return 0;
}

static size_t hyphen_at(struct span text) {
    static const char *const hyphens[] = {"-", "－", "−", "‐", "–", "—", "―", "ー", "ｰ"};
    for (size_t i = 0; i < COUNT(hyphens); i++) {
        if (begins(text, hyphens[i]))
            return strlen(hyphens[i]);
    }
    return 0;
}

static bool cut(struct span text, struct period *out) {
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < text.n; i++) {
            struct span rest = {text.p + i, text.n - i};
            size_t n = pass ? hyphen_at(rest) : sign_at(rest);
            if (n == 0)
                continue;
            struct span first = bare_day((struct span){text.p, i});
            struct span last = bare_day((struct span){rest.p + n, rest.n - n});
            if (pass == 0 ? i > 0 || !begins(rest, "至") : is_day(first) && is_day(last)) {
                *out = (struct period){first, last};
                return true;
            }
        }
    }
    return false;
}

/* 令和7年4月1日から8年3月31日: the last day is of the first one's era. */
static struct span with_era(struct period p, struct strbuf *composed) {
    size_t era = 0, digits = 0;
    while (era < p.first.n && !(p.first.p[era] >= '0' && p.first.p[era] <= '9'))
        era++;
    while (digits < p.last.n && p.last.p[digits] >= '0' && p.last.p[digits] <= '9')
        digits++;
    char *first_year = memmem(p.first.p, era, "元", strlen("元"));
    if (first_year)
        era = (size_t)(first_year - p.first.p);
    if (era == 0 || digits == 0 || digits > 2)
        return p.last;
    strbuf_clear(composed);
    strbuf_add(composed, p.first.p, era);
    strbuf_add_span(composed, p.last);
    return is_day(strbuf_span(composed)) ? strbuf_span(composed) : p.last;
}

struct period period_of(struct span text, struct strbuf *composed) {
    struct period p;
    text = without_blanks(text);
    if (text.n > PERIOD_MAX || !cut(text, &p))
        return (struct period){{"", 0}, bare_day(text)};
    p.last = with_era(p, composed);
    return p;
}
