/* The scanner of date cells: characters, numbers, names; no idea of what a date is. */
#include "scan.h"

/* A date with everything around it is shorter. */
#define CELL_BYTES_MAX 160

static void scan_push(void *context, int32_t c) {
    struct scan *s = context;
    if (is_space(c))
        c = ' ';
    else if (is_invisible(c))
        return;
    else if (is_hyphen(c))
        c = '-';
    else if (c == 0x30FB || c == 0x00B7) /* ・ · */
        c = '.';
    else if (c == 0x2044 || c == 0x2215) /* ⁄ ∕ */
        c = '/';
    if (c == ' ' && (s->text.count == 0 || s->text.items[s->text.count - 1] == ' '))
        return;
    code_points_push(&s->text, c);
}

/* Fills the scan from ASCII; false, and nothing done, if the cell holds anything else. */
static bool scan_init_ascii(struct scan *s, struct span cell) {
    unsigned char all = 0;
    for (size_t i = 0; i < cell.n; i++)
        all |= (unsigned char)cell.p[i];
    if (all >= 0x80)
        return false;
    for (size_t i = 0; i < cell.n; i++) {
        unsigned char c = (unsigned char)cell.p[i];
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            if (s->text.count && s->text.items[s->text.count - 1] != ' ')
                code_points_push(&s->text, ' ');
        } else if (c > ' ' && c != 0x7F) {
            code_points_push(&s->text, c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
    }
    return true;
}

bool scan_init(struct scan *s, struct span cell) {
    code_points_init(&s->text);
    s->at = s->begin = 0;
    s->moment = (struct moment){0};
    if (cell.n > CELL_BYTES_MAX)
        return false;
    if (!scan_init_ascii(s, cell)) {
        code_points_decompose(cell, scan_push, s);
        code_points_compose(&s->text);
    }
    while (s->text.count && s->text.items[s->text.count - 1] == ' ')
        s->text.count--;
    if (scan_char(s, '\'')) { /* a spreadsheet's mark for "text" */
        scan_spaces(s);
        s->begin = s->at;
    }
    return true;
}

void scan_release(struct scan *s) {
    code_points_release(&s->text);
}

int32_t scan_peek(const struct scan *s) {
    return s->at < s->text.count ? s->text.items[s->at] : 0;
}

bool scan_at_end(const struct scan *s) {
    return s->at >= s->text.count;
}

bool scan_char(struct scan *s, int32_t c) {
    if (scan_at_end(s) || s->text.items[s->at] != c)
        return false;
    s->at++;
    return true;
}

bool scan_text(struct scan *s, const char *ascii) {
    size_t start = s->at;
    for (; *ascii; ascii++) {
        if (!scan_char(s, (unsigned char)*ascii)) {
            s->at = start;
            return false;
        }
    }
    return true;
}

void scan_spaces(struct scan *s) {
    scan_char(s, ' ');
}

struct number scan_digits(struct scan *s) {
    struct number n = {0, 0};
    for (int32_t c; (c = scan_peek(s)) >= '0' && c <= '9'; s->at++, n.digits++) {
        if (n.digits >= 9)
            n.value = -1;
        else
            n.value = n.value * 10 + (c - '0');
    }
    return n;
}

/* 〇 … 九 as 0 … 9, 十 as 10, anything else −1. */
static int kanji_digit(int32_t c) {
    static const int32_t digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                     0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
    for (int i = 0; i <= 10; i++) {
        if (digits[i] == c)
            return i;
    }
    return -1;
}

static struct number scan_kanji_number(struct scan *s) {
    int tens = -1, ones = 0, digits = 0;
    for (int d; digits < 4 && (d = kanji_digit(scan_peek(s))) >= 0; s->at++, digits++) {
        if (d < 10)
            ones = ones * 10 + d;
        else if (tens < 0)
            tens = digits ? ones : 1, ones = 0;
        else
            return (struct number){-1, 1};
    }
    if (tens < 0)
        return (struct number){ones, digits};
    int value = tens * 10 + ones;
    return (struct number){value, value < 100 ? 2 : 3};
}

struct number scan_number(struct scan *s) {
    if (scan_char(s, 0x5143)) /* 元 */
        return (struct number){1, 1};
    struct number n = scan_digits(s);
    return n.digits ? n : scan_kanji_number(s);
}

static bool is_letter(int32_t c) {
    return c >= 'a' && c <= 'z';
}

/* The 1-based entry of `names` that the letters here begin (at least three of them), or 0. */
static int scan_name(struct scan *s, const char *const *names, int count) {
    size_t letters = 0;
    while (s->at + letters < s->text.count && is_letter(s->text.items[s->at + letters]))
        letters++;
    for (int i = 0; i < count && letters >= 3; i++) {
        size_t k = 0;
        while (k < letters && names[i][k] && names[i][k] == (char)s->text.items[s->at + k])
            k++;
        if (k < letters)
            continue;
        s->at += letters;
        scan_char(s, '.');
        return i + 1;
    }
    return 0;
}

int scan_month_name(struct scan *s) {
    static const char *const months[] = {"january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december"};
    return scan_name(s, months, 12);
}

bool scan_weekday_name(struct scan *s) {
    static const char *const days[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};
    return scan_name(s, days, 7) != 0;
}
