/* Times of day and zones behind a date. */
#include "scan.h"

#define HOUR 3600

enum half_of_day { HALF_UNKNOWN, HALF_MORNING, HALF_AFTERNOON };

static enum half_of_day scan_half_of_day(struct scan *s) {
    size_t start = s->at;
    if (scan_char(s, 0x5348)) { /* 午 */
        if (scan_char(s, 0x524D))
            return HALF_MORNING;
        if (scan_char(s, 0x5F8C))
            return HALF_AFTERNOON;
        s->at = start;
    }
    if (scan_text(s, "am") || scan_text(s, "a.m.") || scan_text(s, "a. m."))
        return HALF_MORNING;
    bool is_afternoon = scan_text(s, "pm") || scan_text(s, "p.m.") || scan_text(s, "p. m.");
    return is_afternoon ? HALF_AFTERNOON : HALF_UNKNOWN;
}

static bool scan_two_digits(struct scan *s, int max, int *out) {
    struct number n = scan_digits(s);
    *out = n.value;
    return n.digits >= 1 && n.digits <= 2 && n.value <= max;
}

static void skip_fraction(struct scan *s) {
    if (scan_char(s, '.') || scan_char(s, ',') || scan_char(s, ':'))
        scan_digits(s);
}

static bool keep_clock(struct scan *s, int hours, int minutes, int seconds) {
    s->moment.has_clock = true;
    s->moment.seconds = hours * HOUR + minutes * 60 + seconds;
    return true;
}

bool scan_compact_clock(struct scan *s) {
    struct number n = scan_digits(s);
    if (n.digits == 4)
        n.value *= 100;
    else if (n.digits != 6)
        return false;
    int hours = n.value / 10000, minutes = n.value / 100 % 100, seconds = n.value % 100;
    if (hours > 24 || minutes > 59 || seconds > 60)
        return false;
    skip_fraction(s);
    return keep_clock(s, hours, minutes, seconds);
}

bool scan_dotted_clock(struct scan *s) {
    int hours, minutes, seconds;
    if (!scan_two_digits(s, 24, &hours) || !scan_char(s, '.') ||
        !scan_two_digits(s, 59, &minutes) || !scan_char(s, '.') ||
        !scan_two_digits(s, 60, &seconds))
        return false;
    skip_fraction(s);
    return keep_clock(s, hours, minutes, seconds);
}

/* 10時30分00秒, behind its hours */
static bool scan_kanji_clock(struct scan *s, int hours) {
    int minutes = 0, seconds = 0;
    scan_spaces(s);
    size_t start = s->at;
    if (scan_two_digits(s, 59, &minutes) && scan_char(s, 0x5206)) { /* 分 */
        scan_spaces(s);
        start = s->at;
        if (scan_two_digits(s, 60, &seconds) && scan_char(s, 0x79D2)) /* 秒 */
            return keep_clock(s, hours, minutes, seconds);
        seconds = 0;
    } else {
        minutes = 0;
    }
    s->at = start;
    return keep_clock(s, hours, minutes, seconds);
}

/* 10:30, 10:30:00.5, 10時30分, 10.30.00 */
static bool scan_split_clock(struct scan *s) {
    size_t start = s->at;
    int hours, minutes, seconds = 0;
    if (!scan_two_digits(s, 24, &hours))
        return false;
    if (scan_char(s, 0x6642)) /* 時 */
        return scan_kanji_clock(s, hours);
    if (scan_peek(s) == '.') {
        s->at = start;
        return scan_dotted_clock(s);
    }
    if (!scan_char(s, ':') || !scan_two_digits(s, 59, &minutes))
        return false;
    if (scan_char(s, ':')) {
        if (!scan_two_digits(s, 60, &seconds))
            return false;
        skip_fraction(s);
    }
    return keep_clock(s, hours, minutes, seconds);
}

/* Twelve o'clock begins its half of the day; 15:05 PM is what it says. */
static void move_to_half(struct moment *moment, enum half_of_day half) {
    bool is_twelve = moment->seconds / HOUR == 12;
    if (half == HALF_MORNING && is_twelve)
        moment->seconds -= 12 * HOUR;
    if (half == HALF_AFTERNOON && moment->seconds < 12 * HOUR)
        moment->seconds += 12 * HOUR;
}

bool scan_clock(struct scan *s) {
    enum half_of_day half = scan_half_of_day(s);
    scan_spaces(s);
    if (!scan_split_clock(s))
        return false;
    size_t start = s->at;
    scan_spaces(s);
    enum half_of_day behind = scan_half_of_day(s);
    if (behind == HALF_UNKNOWN)
        s->at = start;
    move_to_half(&s->moment, half != HALF_UNKNOWN ? half : behind);
    return true;
}

/* --- zones --- */

/* Names that mean one offset to those who write them; a name that means several is not read. */
static const struct {
    const char *name;
    int minutes;
} zones[] = {
    {"z", 0},       {"utc", 0},          {"gmt", 0},    {"ut", 0},     {"wet", 0},
    {"jst", 540},   {"kst", 540},        {"est", -300}, {"edt", -240}, {"cst", -360},
    {"cdt", -300},  {"mst", -420},       {"mdt", -360}, {"pst", -480}, {"pdt", -420},
    {"akst", -540}, {"akdt", -480},      {"hst", -600}, {"bst", 60},   {"west", 60},
    {"cet", 60},    {"cest", 120},       {"mez", 60},   {"mesz", 120}, {"eet", 120},
    {"eest", 180},  {"msk", 180},        {"sgt", 480},  {"hkt", 480},  {"awst", 480},
    {"aest", 600},  {"aedt", 660},       {"acst", 570}, {"acdt", 630}, {"nzst", 720},
    {"nzdt", 780},  {"asia/tokyo", 540},
};

/* The place in `zones` of the word here, or -1. */
static int scan_zone_name(struct scan *s) {
    size_t start = s->at;
    for (int32_t c; ((c = scan_peek(s)) >= 'a' && c <= 'z') || c == '/';)
        s->at++;
    size_t n = s->at - start;
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        size_t k = 0;
        while (k < n && zones[i].name[k] && zones[i].name[k] == s->text.items[start + k])
            k++;
        if (n && k == n && !zones[i].name[k])
            return (int)i;
    }
    s->at = start;
    return -1;
}

static bool scan_offset(struct scan *s, bool may_be_hours) {
    int sign = scan_char(s, '-') ? -1 : scan_char(s, '+') ? 1 : 0;
    struct number n = sign ? scan_digits(s) : (struct number){0, 0};
    int hours = n.value, minutes = 0;
    if (n.digits == 4) {
        hours = n.value / 100;
        minutes = n.value % 100;
    } else if (n.digits >= 1 && n.digits <= 2 && scan_char(s, ':')) {
        if (!scan_two_digits(s, 59, &minutes))
            return false;
    } else if (n.digits < 1 || n.digits > 2 || !may_be_hours) {
        return false;
    }
    if (hours > 15 || minutes > 59)
        return false;
    s->moment.offset = sign * (hours * HOUR + minutes * 60);
    return true;
}

bool scan_zone(struct scan *s, bool may_be_hours) {
    size_t start = s->at;
    bool has_bracket = scan_char(s, '(');
    int named = scan_zone_name(s);
    bool found = named >= 0;
    if (found) {
        size_t end = s->at;
        s->moment.offset = zones[named].minutes * 60;
        if (zones[named].minutes == 0 && !scan_offset(s, true)) /* GMT+9 */
            s->at = end;
    } else {
        found = scan_offset(s, may_be_hours);
    }
    if (found && (!has_bracket || scan_char(s, ')'))) {
        s->moment.has_zone = true;
        return true;
    }
    s->at = start;
    s->moment.offset = 0;
    return false;
}
