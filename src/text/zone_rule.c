/* POSIX TZ strings, as they stand at the end of a TZif file. */
#include "zone_rule.h"

#include "tenko/date.h"

#define DAY  INT64_C(86400)
#define HOUR 3600

struct cursor {
    const char *p, *end;
};

static bool take(struct cursor *c, char wanted) {
    if (c->p == c->end || *c->p != wanted)
        return false;
    c->p++;
    return true;
}

static bool take_number(struct cursor *c, int max, int *out) {
    const char *start = c->p;
    int value = 0;
    for (; c->p < c->end && *c->p >= '0' && *c->p <= '9' && value <= max; c->p++)
        value = value * 10 + (*c->p - '0');
    *out = value;
    return c->p > start && value <= max;
}

/* JST, or <+09> */
static bool take_name(struct cursor *c) {
    const char *start = c->p;
    if (take(c, '<')) {
        while (c->p < c->end && *c->p != '>')
            c->p++;
        return take(c, '>');
    }
    while (c->p < c->end && ((*c->p >= 'A' && *c->p <= 'Z') || (*c->p >= 'a' && *c->p <= 'z')))
        c->p++;
    return c->p - start >= 3;
}

/* [+-]h[:m[:s]] in seconds; RFC 8536 lets a change stand up to 167 hours away. */
static bool take_time(struct cursor *c, int32_t *out) {
    bool is_negative = take(c, '-');
    if (!is_negative)
        take(c, '+');
    int hours, minutes = 0, seconds = 0;
    if (!take_number(c, 167, &hours) || (take(c, ':') && !take_number(c, 59, &minutes)) ||
        (take(c, ':') && !take_number(c, 59, &seconds)))
        return false;
    *out = hours * HOUR + minutes * 60 + seconds;
    if (is_negative)
        *out = -*out;
    return true;
}

static bool take_change(struct cursor *c, struct zone_change *out) {
    *out = (struct zone_change){.seconds = 2 * HOUR};
    bool ok;
    if (take(c, 'M')) {
        out->kind = CHANGE_BY_WEEKDAY;
        ok = take_number(c, 12, &out->month) && out->month > 0 && take(c, '.') &&
             take_number(c, 5, &out->week) && out->week > 0 && take(c, '.') &&
             take_number(c, 6, &out->weekday);
    } else {
        out->kind = take(c, 'J') ? CHANGE_BY_DAY_WITHOUT_LEAP : CHANGE_BY_DAY;
        ok = take_number(c, 365, &out->day);
        if (out->kind == CHANGE_BY_DAY_WITHOUT_LEAP)
            ok = ok && --out->day >= 0;
    }
    return ok && (!take(c, '/') || take_time(c, &out->seconds));
}

bool zone_rule_parse(struct span text, struct zone_rule *out) {
    struct cursor c = {text.p, text.p + text.n};
    int32_t west;
    *out = (struct zone_rule){0};
    if (!take_name(&c) || !take_time(&c, &west))
        return false;
    out->standard = out->summer = -west;
    if (c.p == c.end)
        return true;
    out->has_summer = true;
    out->summer = out->standard + HOUR;
    if (!take_name(&c))
        return false;
    if (c.p < c.end && *c.p != ',') {
        if (!take_time(&c, &west))
            return false;
        out->summer = -west;
    }
    return take(&c, ',') && take_change(&c, &out->begins) && take(&c, ',') &&
           take_change(&c, &out->ends) && c.p == c.end;
}

static int64_t change_day(const struct zone_change *change, int year) {
    date first = date_from_civil(year, 1, 1);
    if (change->kind == CHANGE_BY_DAY)
        return first + change->day;
    if (change->kind == CHANGE_BY_DAY_WITHOUT_LEAP) {
        bool is_leap = date_from_civil(year, 2, 29) != DATE_NONE;
        return first + change->day + (is_leap && change->day >= 59);
    }
    first = date_from_civil(year, change->month, 1);
    int weekday = (int)(((int64_t)first % 7 + 11) % 7); /* 1970-01-01 was a Thursday */
    int day = 1 + (change->weekday - weekday + 7) % 7 + (change->week - 1) * 7;
    while (date_from_civil(year, change->month, day) == DATE_NONE)
        day -= 7;
    return first + day - 1;
}

int32_t zone_rule_offset(const struct zone_rule *rule, int64_t instant) {
    if (!rule->has_summer)
        return rule->standard;
    int64_t local = instant + rule->standard;
    int64_t day = local / DAY - (local % DAY < 0);
    if (day < date_from_civil(1, 1, 1) || day > date_from_civil(9998, 12, 31))
        return rule->standard;
    int year, month, day_of_month;
    date_to_civil((date)day, &year, &month, &day_of_month);
    int64_t begins = change_day(&rule->begins, year) * DAY + rule->begins.seconds - rule->standard;
    int64_t ends = change_day(&rule->ends, year) * DAY + rule->ends.seconds - rule->summer;
    bool is_summer =
        begins < ends ? instant >= begins && instant < ends : instant >= begins || instant < ends;
    return is_summer ? rule->summer : rule->standard;
}
