/* The short cut for the cells that most columns hold, without the scanner. */
#include "tenko/zone.h"

/* Years in which no vendor puts its word for "none". */
#define FIRST_PLAIN_YEAR 1980
#define LAST_PLAIN_YEAR  2090

static int digit_at(struct span text, size_t i) {
    return i < text.n && text.p[i] >= '0' && text.p[i] <= '9' ? text.p[i] - '0' : -1;
}

/* One or two digits; *i moves behind them. −1 if there is none. */
static int small_number(struct span text, size_t *i) {
    int value = digit_at(text, *i);
    if (value < 0)
        return -1;
    ++*i;
    int next = digit_at(text, *i);
    if (next < 0)
        return value;
    ++*i;
    return value * 10 + next;
}

static bool is_at(struct span text, size_t i, char c) {
    return i < text.n && text.p[i] == c;
}

/* " 9:30", "T09:30:15.000Z" from i on: a time of day that needs no second look. */
static bool is_time(struct span text, size_t i, int32_t *seconds, bool *is_utc) {
    if (text.p[i] != ' ' && text.p[i] != 'T')
        return false;
    i++;
    int hour = small_number(text, &i), second = 0;
    if (hour < 0 || hour > 23 || !is_at(text, i++, ':'))
        return false;
    int minute = small_number(text, &i);
    if (minute < 0 || minute > 59)
        return false;
    if (is_at(text, i, ':')) {
        i++;
        second = small_number(text, &i);
        if (second < 0 || second > 59)
            return false;
        if (is_at(text, i, '.')) {
            do
                i++;
            while (digit_at(text, i) >= 0);
        }
    }
    *seconds = hour * 3600 + minute * 60 + second;
    *is_utc = is_at(text, i, 'Z');
    return i + *is_utc == text.n;
}

bool date_parse_plain(struct span text, const struct date_style *style, date *out) {
    if (style->is_midnight_end)
        return false;
    if (text.n < 8 || (text.p[4] != '-' && text.p[4] != '/'))
        return false;
    int year = 0;
    for (size_t k = 0; k < 4; k++) {
        int digit = digit_at(text, k);
        if (digit < 0)
            return false;
        year = year * 10 + digit;
    }
    size_t i = 5;
    int month = small_number(text, &i);
    if (!is_at(text, i, text.p[4]))
        return false;
    i++;
    int day = small_number(text, &i);
    int32_t seconds = 0;
    bool is_utc = false;
    bool has_time = i < text.n;
    if (year < FIRST_PLAIN_YEAR || year > LAST_PLAIN_YEAR || month < 1 || day < 1 ||
        (has_time && !is_time(text, i, &seconds, &is_utc)))
        return false;
    date d = date_from_civil(year, month, day);
    if (d == DATE_NONE)
        return false;
    int32_t offset = has_time && !is_utc && style->has_offset ? style->offset : 0;
    int64_t instant = (int64_t)d * SECONDS_PER_DAY + seconds - offset;
    if ((is_utc || (has_time && style->has_offset)) && style->zone)
        d = style->is_end ? zone_last_day(style->zone, instant) : zone_day(style->zone, instant);
    *out = d;
    return true;
}
