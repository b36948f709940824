/*
 * A cell → a day. Nearly all cells are YYYY-MM-DD or YYYY/MM/DD and never reach the scanner. The
 * others are told apart by what they begin with:
 *
 *     令和 令 r      an era            june mon    an English date
 *     digits then    年 → Japanese, a sign → three parts, a letter → English, nothing → a code
 *
 * What cannot be told is refused with a reason, never guessed.
 */
#include "date_parts.h"
#include "date_words.h"

#include "tenko/zone.h"

#define KANJI_YEAR  0x5E74
#define KANJI_MONTH 0x6708

static enum date_result read_numeric(struct scan *s, const struct date_style *style, date *out) {
    if (scan_char(s, 0x897F) && !scan_char(s, 0x66A6)) /* 西暦 */
        return DATE_UNREADABLE;
    scan_spaces(s);
    struct number n = scan_number(s);
    if (n.digits == 0)
        return read_english(s, style, out);
    size_t end = s->at;
    scan_spaces(s);
    int32_t next = scan_peek(s);
    if (next == KANJI_YEAR || next == KANJI_MONTH)
        return read_japanese(s, n, style, out);
    s->at = end;
    if (next == 'w' && n.digits == 4)
        return read_iso_week(s, n.value, out);
    if (next >= 'a' && next <= 'z' && n.digits <= 4)
        return read_english(s, style, out);
    int32_t sign = n.digits < 8 ? scan_sign(s) : 0;
    if (sign)
        return read_parts(s, n, sign, style, out);
    int32_t first = s->text.items[s->begin];
    return first <= '9' ? read_code(s, n, style, out) : DATE_UNREADABLE;
}

/* A day with a time and a zone behind it is an instant. */
static enum date_result place_in_zone(const struct scan *s, const struct date_style *style,
                                      enum date_result result, date *out) {
    const struct moment *m = &s->moment;
    bool is_read = result == DATE_READ || result == DATE_OUT_OF_ERA;
    bool has_zone = m->has_zone || style->has_offset;
    if (is_read && !has_zone && style->is_midnight_end && m->has_clock && m->seconds == 0)
        *out -= 1;
    if (!is_read || !m->has_clock || !has_zone || !style->zone)
        return result;
    int32_t offset = m->has_zone ? m->offset : style->offset;
    int64_t instant = (int64_t)*out * SECONDS_PER_DAY + m->seconds - offset;
    read_instant(instant, style, out); /* a day of a year that was read is near enough */
    return result;
}

enum date_result date_parse(struct span text, const struct date_style *style, date *out) {
    if (date_parse_plain(text, style, out))
        return DATE_READ;
    *out = DATE_NONE;
    if (text.n == 0)
        return DATE_EMPTY;
    struct scan s;
    enum date_result result = DATE_UNREADABLE;
    if (scan_init(&s, text)) {
        if (scan_is_no_date(&s)) {
            result = DATE_EMPTY;
        } else {
            scan_leading_weekday(&s);
            if (!try_era(&s, out, &result) && !try_json_date(&s, style, out, &result))
                result = read_numeric(&s, style, out);
            result = place_in_zone(&s, style, result, out);
        }
    }
    scan_release(&s);
    return result;
}
