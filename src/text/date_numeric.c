/* Three numbers with signs between them, and which of them is the month. */
#include "date_parts.h"

/* a, a sign, b, and no third part: a day without its year, or a serial with a fraction. */
static enum date_result read_two_parts(struct scan *s, struct number a, int32_t sign,
                                       struct number b, date *out) {
    if (sign == '.' && scan_at_end(s)) {
        if (a.value == 0 && b.value == 0)
            return DATE_EMPTY;
        bool is_day = a.digits <= 2 && b.digits <= 2 && can_be_month_and_day(a.value, b.value);
        bool is_year = a.digits == 4 && looks_like_year(a.value);
        if (!is_day && !is_year && s->text.items[s->begin] != '0' && a.digits <= 6)
            return read_serial(a.value, out);
    }
    if (sign == '-' && a.digits == 4 && b.digits == 3 && looks_like_year(a.value))
        return scan_tail(s) ? read_day_of_year(a.value, b.value, out) : DATE_UNREADABLE;
    if (a.digits > 2 || b.digits > 2 || !can_be_month_and_day(a.value, b.value) || !scan_tail(s))
        return DATE_UNREADABLE;
    return DATE_NO_YEAR;
}

static enum date_order order_proven(int a, int b) {
    if (a > 12 && a <= 31 && b >= 1 && b <= 12)
        return DATE_ORDER_DMY;
    if (b > 12 && b <= 31 && a >= 1 && a <= 12)
        return DATE_ORDER_MDY;
    return DATE_ORDER_UNKNOWN;
}

static enum date_result read_year_last(int a, int b, int year, enum date_order order, date *out) {
    if (order == DATE_ORDER_UNKNOWN)
        order = order_proven(a, b);
    if (order == DATE_ORDER_UNKNOWN && a != b && a >= 1 && a <= 12 && b >= 1 && b <= 12)
        return is_no_day(year, a, b) ? DATE_EMPTY : DATE_AMBIGUOUS;
    return order == DATE_ORDER_MDY ? read_day(year, a, b, out) : read_day(year, b, a, out);
}

/* yy/mm/dd, unless the column is known to put the year last. */
static enum date_result read_short_parts(const struct number p[3], enum date_order order,
                                         const struct date_style *style, date *out) {
    if (style->era)
        return read_two_digit_year(p[0], p[1].value, p[2].value, style, out);
    switch (order) {
    case DATE_ORDER_DMY:
        return read_two_digit_year(p[2], p[1].value, p[0].value, style, out);
    case DATE_ORDER_MDY:
        return read_two_digit_year(p[2], p[0].value, p[1].value, style, out);
    case DATE_ORDER_UNKNOWN:
        break;
    }
    bool is_readable = style->two_digit_from > 0 && p[0].digits == 2 && p[2].digits == 2;
    if (style->is_open && is_readable)
        return DATE_AMBIGUOUS;
    return read_two_digit_year(p[0], p[1].value, p[2].value, style, out);
}

int32_t scan_sign(struct scan *s) {
    size_t start = s->at;
    scan_spaces(s);
    int32_t c = scan_peek(s);
    if (c == '-' || c == '/' || c == '.') {
        s->at++;
        scan_spaces(s);
        return c;
    }
    s->at = start;
    return 0;
}

static bool scan_third_part(struct scan *s, int32_t sign, struct number *third) {
    size_t start = s->at;
    if (scan_sign(s) == sign && (*third = scan_digits(s)).digits)
        return true;
    s->at = start;
    return false;
}

enum date_result read_parts(struct scan *s, struct number a, int32_t sign,
                            const struct date_style *style, date *out) {
    struct number p[3] = {a, scan_digits(s), {0, 0}};
    if (p[1].digits == 0 && sign == '-' && a.digits == 4 && scan_peek(s) == 'w')
        return read_iso_week(s, a.value, out);
    if (p[1].digits == 0)
        return read_english(s, style, out);
    if (!scan_third_part(s, sign, &p[2]))
        return read_two_parts(s, p[0], sign, p[1], out);
    if (sign == '.') /* 2026. 3. 31. */
        scan_char(s, '.');
    if (p[1].digits > 2 || !scan_tail(s))
        return DATE_UNREADABLE;
    enum date_order order = sign == '.' ? style->dot_order : style->order;
    if (p[0].digits == 4 && p[2].digits <= 2)
        return read_day(p[0].value, p[1].value, p[2].value, out);
    if (p[0].digits <= 2 && p[2].digits == 4)
        return read_year_last(p[0].value, p[1].value, p[2].value, order, out);
    if (p[0].digits <= 2 && p[2].digits <= 2)
        return read_short_parts(p, order, style, out);
    return DATE_UNREADABLE;
}

struct date_proof date_order_proven_by(struct span text) {
    struct scan s;
    struct date_proof proof = {DATE_ORDER_UNKNOWN, false};
    struct number third;
    if (scan_init(&s, text)) {
        scan_leading_weekday(&s);
        struct number a = scan_digits(&s);
        int32_t sign = scan_sign(&s);
        struct number b = scan_digits(&s);
        if (sign && a.digits >= 1 && a.digits <= 2 && b.digits >= 1 && b.digits <= 2 &&
            scan_third_part(&s, sign, &third) && third.digits == 4 && scan_tail(&s))
            proof = (struct date_proof){order_proven(a.value, b.value), sign == '.'};
    }
    scan_release(&s);
    return proof;
}
