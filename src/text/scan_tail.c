/* What stands around a date: day of the week, time, zone. */
#include "scan.h"

/* 月 火 水 木 金 土 日 祝, and 曜日 behind it. */
static bool scan_weekday_kanji(struct scan *s) {
    static const int32_t days[] = {0x6708, 0x706B, 0x6C34, 0x6728, 0x91D1, 0x571F, 0x65E5, 0x795D};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        if (!scan_char(s, days[i]))
            continue;
        if (scan_char(s, 0x66DC)) /* 曜 */
            scan_char(s, 0x65E5); /* 日 */
        return true;
    }
    return false;
}

static bool scan_weekday(struct scan *s) {
    size_t start = s->at;
    bool has_bracket = scan_char(s, '(');
    bool found = scan_weekday_kanji(s) || scan_weekday_name(s);
    if (found && (!has_bracket || scan_char(s, ')')))
        return true;
    s->at = start;
    return false;
}

/* (日本標準時), [Asia/Tokyo]: a zone's name in words. */
static void skip_bracket(struct scan *s) {
    if (!scan_char(s, '(') && !scan_char(s, '['))
        return;
    while (!scan_at_end(s) && !scan_char(s, ')') && !scan_char(s, ']'))
        s->at++;
}

void scan_leading_weekday(struct scan *s) {
    if (!scan_weekday(s)) {
        s->at = s->begin;
        return;
    }
    bool is_apart = s->text.items[s->at - 1] == ')' || s->text.items[s->at - 1] == 0x65E5;
    is_apart |= scan_char(s, ',');
    is_apart |= scan_char(s, ' ');
    if (is_apart && !scan_at_end(s)) /* "月1日" begins with no day of the week */
        s->begin = s->at;
    s->at = s->begin;
}

/* The time of day behind a date, and what joins it to the date: T, "at", or a sign. */
static bool scan_joined_clock(struct scan *s) {
    if (scan_char(s, 't')) {
        size_t start = s->at;
        if (scan_compact_clock(s))
            return true;
        s->at = start;
        return scan_clock(s);
    }
    if (scan_char(s, '-')) /* 2026-03-30-08.15.00.000000 */
        return scan_dotted_clock(s);
    if (!scan_text(s, "at "))
        scan_char(s, ':'); /* 30/Mar/2026:08:15:00 */
    return scan_clock(s);
}

bool scan_tail(struct scan *s) {
    scan_spaces(s);
    scan_char(s, ',');
    scan_spaces(s);
    if (scan_weekday(s)) {
        scan_spaces(s);
        scan_char(s, ',');
        scan_spaces(s);
    }
    if (scan_at_end(s))
        return true;
    size_t start = s->at;
    bool has_clock = scan_joined_clock(s);
    if (!has_clock)
        s->at = start;
    scan_spaces(s);
    if (scan_zone(s, has_clock)) {
        scan_spaces(s);
        skip_bracket(s); /* +0900 (JST) */
    }
    return scan_at_end(s);
}
