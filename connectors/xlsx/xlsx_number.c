/*
 * Numbers → text. A workbook knows numbers as doubles of 15 digits, written as their writer likes:
 * 1235, 1235.0, 1.235E3. What a person typed is the shortest text of the same value.
 */
#include "xlsx_format.h"

#include "tenko/date.h"

#include <math.h>
#include <stdio.h>

#define RAW_MAX_BYTES 64u
#define INTEGER_END   1e15 /* more digits than a cell's number has */
#define SECONDS_A_DAY 86400
#define LAST_DAY      2958465 /* 9999-12-31 */
#define DAYS_OF_1904  1462
#define LEAP_DAY      60 /* 1900-02-29, which never was */
#define TEXT_BYTES    32

static bool is_integer_text(struct span raw) {
    size_t i = raw.n > 0 && raw.p[0] == '-';
    for (; i < raw.n; i++)
        if (raw.p[i] < '0' || raw.p[i] > '9')
            return false;
    return raw.n > 0;
}

/* False for what no spreadsheet writes as a number. */
static bool parse_number(struct span raw, double *out) {
    char text[RAW_MAX_BYTES + 1], *end;
    if (raw.n == 0 || raw.n > RAW_MAX_BYTES)
        return false;
    for (size_t i = 0; i < raw.n; i++)
        if (!strchr("0123456789+-.eE", raw.p[i]))
            return false;
    memcpy(text, raw.p, raw.n);
    text[raw.n] = '\0';
    *out = strtod(text, &end);
    return *end == '\0' && isfinite(*out);
}

static bool is_short_integer(double value) {
    return fabs(value) < INTEGER_END && value == floor(value);
}

static void write_plain(struct strbuf *out, struct span raw, double value) {
    char text[TEXT_BYTES];
    if (is_integer_text(raw)) {
        strbuf_add_span(out, raw);
        return;
    }
    if (is_short_integer(value))
        snprintf(text, sizeof text, "%.0f", value == 0 ? 0.0 : value);
    else
        snprintf(text, sizeof text, "%.15g", value);
    if (strchr(text, 'e'))
        strbuf_add_span(out, raw);
    else
        strbuf_add_text(out, text);
}

/* ---- leading zeros ---- */

/* The last placeholders take the last digits; the first takes all that are left. */
static void write_digits(struct strbuf *out, double value, const char *template) {
    char text[TEXT_BYTES];
    int n = snprintf(text, sizeof text, "%.0f", value);
    int places = 0, at = 0;
    for (const char *p = template; *p; p++)
        places += *p == DIGIT_ZERO || *p == DIGIT_OPTIONAL;
    for (; *template; template ++) {
        if (*template != DIGIT_ZERO && *template != DIGIT_OPTIONAL) {
            strbuf_add_char(out, *template);
            continue;
        }
        while (n - at > places)
            strbuf_add_char(out, text[at++]);
        if (n - at == places)
            strbuf_add_char(out, text[at++]);
        else if (*template == DIGIT_ZERO)
            strbuf_add_char(out, '0');
        places--;
    }
}

/* ---- dates ---- */

static void write_day(struct strbuf *out, int64_t day, bool is_1904) {
    char text[11];
    if (!is_1904 && day == 0) {
        strbuf_add_text(out, "1900-01-00");
        return;
    }
    if (!is_1904 && day == LEAP_DAY) {
        strbuf_add_text(out, "1900-02-29");
        return;
    }
    date first = is_1904          ? date_from_civil(1904, 1, 1)
                 : day < LEAP_DAY ? date_from_civil(1899, 12, 31)
                                  : date_from_civil(1899, 12, 30);
    date_format(first + (date)day, text);
    strbuf_add_text(out, text);
}

static void write_clock(struct strbuf *out, int64_t seconds) {
    strbuf_addf(out, "%02d:%02d:%02d", (int)(seconds / 3600), (int)(seconds / 60 % 60),
                (int)(seconds % 60));
}

/* A time alone is one only on day 0; with a day behind it, it is an instant of that day. */
static bool write_date(struct strbuf *out, double value, unsigned shows, bool is_1904) {
    if (value < 0 || value >= LAST_DAY + 1 - (is_1904 ? DAYS_OF_1904 : 0))
        return false;
    int64_t seconds = llround(value * SECONDS_A_DAY), day = seconds / SECONDS_A_DAY;
    if (shows & SHOWS_ELAPSED) {
        write_clock(out, seconds);
        return true;
    }
    bool has_day = shows & SHOWS_DATE || day > 0;
    if (has_day)
        write_day(out, day, is_1904);
    if (has_day && shows & SHOWS_TIME)
        strbuf_add_char(out, ' ');
    if (shows & SHOWS_TIME)
        write_clock(out, seconds % SECONDS_A_DAY);
    return true;
}

void format_write(struct strbuf *out, struct span raw, const struct number_format *format,
                  bool is_1904) {
    double value;
    if (!parse_number(raw, &value)) {
        strbuf_add_span(out, raw);
        return;
    }
    if (format && format->shows && write_date(out, value, format->shows, is_1904))
        return;
    if (format && format->digits && value >= 0 && is_short_integer(value))
        write_digits(out, value, format->digits);
    else
        write_plain(out, raw, value);
}
