/*
 * Date columns. Plain dates (2026-03-31, 2026/3/31, with or without a time) are read on the spot,
 * others once for each distinct cell. Where 3/4/2025 leaves open which is the month, the cell
 * waits: another cell of the column (31/3/2025) may prove the order.
 */
#include "reading.h"

enum { SEEN_MAX = 65536 };

date *date_at(void *record, uint16_t offset) {
    return (date *)(void *)((char *)record + offset);
}

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

/* " 9:30", "T09:30:15.000Z": a time of day that needs no second look. */
static bool is_time(struct span text, size_t i) {
    if (text.p[i] != ' ' && text.p[i] != 'T')
        return false;
    i++;
    int hour = small_number(text, &i);
    if (hour < 0 || hour > 23 || i >= text.n || text.p[i++] != ':')
        return false;
    int minute = small_number(text, &i);
    if (minute < 0 || minute > 59)
        return false;
    if (i < text.n && text.p[i] == ':') {
        i++;
        int second = small_number(text, &i);
        if (second < 0 || second > 59)
            return false;
    }
    return i == text.n || (i + 1 == text.n && text.p[i] == 'Z');
}

/* Years in which no vendor puts its word for "none". */
static bool read_plain(struct span text, date *out) {
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
    if (i >= text.n || text.p[i] != text.p[4])
        return false;
    i++;
    int day = small_number(text, &i);
    if (year < 1980 || year > 2090 || month < 1 || day < 1 || (i < text.n && !is_time(text, i)))
        return false;
    *out = date_from_civil(year, month, day);
    return *out != DATE_NONE;
}

/* Seconds since 1970, or 100 ns since 1601 (Windows); 0 and the largest number are "none". */
static bool read_ticks(struct span text, date *out) {
    uint64_t ticks = 0;
    for (size_t i = 0; i < text.n; i++) {
        int digit = digit_at(text, i);
        if (digit < 0 || i >= 19)
            return false;
        ticks = ticks * 10 + (uint64_t)digit;
    }
    const uint64_t day_seconds = 86400, until_1970 = 134774;
    if (ticks == 0 || ticks == INT64_MAX)
        *out = DATE_NONE;
    else if (text.n >= 17)
        *out = (date)((int64_t)(ticks / 10000000 / day_seconds) - (int64_t)until_1970);
    else if (text.n == 9 || text.n == 10)
        *out = (date)(ticks / day_seconds);
    else
        return false;
    return true;
}

/* What could not be read is not empty. */
static date day_or_unknown(enum date_result result, date day) {
    bool is_read = result == DATE_READ || result == DATE_OUT_OF_ERA || result == DATE_EMPTY;
    return is_read ? day : DATE_UNKNOWN;
}

static struct seen_date look_at(const struct reading *r, const struct task *task,
                                struct span text) {
    struct seen_date seen = {.day = DATE_NONE};
    date day = DATE_NONE;
    if (task->flags & HEADER_TICKS && read_ticks(text, &day)) {
        seen.result = day == DATE_NONE ? DATE_EMPTY : DATE_READ;
        seen.day = day;
        return seen;
    }
    seen.result = (uint8_t)date_parse(text, &r->input->date_style, &day);
    seen.day = day_or_unknown((enum date_result)seen.result, day);
    seen.proves = (uint8_t)date_order_proven_by(text);
    return seen;
}

static struct seen_date understand(struct reading *r, struct task *task, struct span text) {
    str_id id = strpool_find(&task->seen, text);
    if (str_is_none(id)) {
        struct seen_date seen = look_at(r, task, text);
        task->has_dmy |= seen.proves == DATE_ORDER_DMY;
        task->has_mdy |= seen.proves == DATE_ORDER_MDY;
        if (strpool_count(&task->seen) > SEEN_MAX)
            return seen;
        id = strpool_intern(&task->seen, text);
        while (task->dates.count <= id.n)
            vec_push(&task->dates, seen);
    }
    return task->dates.items[id.n];
}

static enum message_id problem_of(enum date_result result) {
    switch (result) {
    case DATE_OUT_OF_ERA:
        return MSG_DATE_OUT_OF_ERA;
    case DATE_IMPOSSIBLE:
        return MSG_DATE_IMPOSSIBLE;
    case DATE_AMBIGUOUS:
        return MSG_DATE_AMBIGUOUS;
    case DATE_TWO_DIGITS:
        return MSG_DATE_TWO_DIGITS;
    case DATE_NO_YEAR:
        return MSG_DATE_NO_YEAR;
    case DATE_UNREADABLE:
        return MSG_DATE_UNREADABLE;
    case DATE_READ:
    case DATE_EMPTY:
        break;
    }
    return MSG_NONE;
}

static void report_date(struct reading *r, const struct task *task, struct origin origin,
                        struct span text, struct seen_date seen) {
    enum message_id problem = problem_of((enum date_result)seen.result);
    if (problem == MSG_NONE)
        return;
    bool is_read = seen.result == DATE_OUT_OF_ERA;
    /* Without its end a waiver would count for ever. */
    if (!is_read && r->record == RECORD_WAIVER)
        r->is_unusable = true;
    enum message_id done = is_read          ? MSG_DONE_DATE_READ
                           : r->is_unusable ? MSG_DONE_ROW_REJECTED
                                            : MSG_DONE_DATE_UNKNOWN;
    struct issue *issue = issue_add_at(r, origin, task->header, text, problem, done);
    if (is_read) {
        char iso[11];
        date_format(seen.day, iso);
        issue->args[1] = arena_copy(&r->source->arena, span_of(iso));
    }
}

static void keep_date(const struct task *task, date *place, date day) {
    if (!(task->flags & HEADER_NEWEST) || day > *place)
        *place = day;
}

void read_date(struct reading *r, struct task *task, struct span text) {
    if (text.n == 0)
        return;
    date *place =
        task->store == STORE_EFFECTIVE ? &r->effective : date_at(&r->current, task->offset);
    date day;
    if (read_plain(text, &day)) {
        keep_date(task, place, day);
        return;
    }
    struct seen_date seen = understand(r, task, text);
    if (seen.result == DATE_AMBIGUOUS && r->record != RECORD_WAIVER) {
        struct pending_date pending = {
            .task = (uint32_t)(task - r->tasks.items),
            .origin = r->current.origin,
            .raw = strpool_intern(&r->source->text, text),
            .day = DATE_NONE,
        };
        vec_push(&r->pending, pending);
        task->pending++;
        return;
    }
    keep_date(task, place, seen.day);
    report_date(r, task, r->current.origin, text, seen);
}

/* --- when the whole column is known --- */

static struct date_style proven_style(const struct reading *r, const struct task *task) {
    struct date_style style = r->input->date_style;
    if (style.order == DATE_ORDER_UNKNOWN && task->has_dmy != task->has_mdy)
        style.order = task->has_dmy ? DATE_ORDER_DMY : DATE_ORDER_MDY;
    return style;
}

static void compare_repeat(struct reading *r, const struct pending_date *p, date day) {
    const struct task *task = &r->tasks.items[p->task];
    if (*date_at(record_at(r, p->record), task->offset) == day)
        return;
    char iso[11];
    date_format(day, iso);
    struct span value = !str_is_none(p->raw) ? source_text(r->source, p->raw) : span_of(iso);
    report_difference(r, task, p->record, p->origin, value);
}

static date settle(struct reading *r, const struct pending_date *p) {
    const struct task *task = &r->tasks.items[p->task];
    if (str_is_none(p->raw))
        return p->day;
    struct span text = source_text(r->source, p->raw);
    struct date_style style = proven_style(r, task);
    struct seen_date seen = {.day = DATE_NONE};
    date day = DATE_NONE;
    seen.result = (uint8_t)date_parse(text, &style, &day);
    seen.day = day_or_unknown((enum date_result)seen.result, day);
    report_date(r, task, p->origin, text, seen);
    return seen.day;
}

/* First what rows said of new records, then what repeated rows are compared with. */
void settle_dates(struct reading *r) {
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < r->pending.count; i++) {
            struct pending_date *p = &r->pending.items[i];
            const struct task *task = &r->tasks.items[p->task];
            if (p->is_repeat != (pass == 1))
                continue;
            date day = settle(r, p);
            if (p->is_repeat)
                compare_repeat(r, p, day);
            else if (task->store == STORE_EFFECTIVE)
                r->effective_on.items[p->record] = day;
            else
                keep_date(task, date_at(record_at(r, p->record), task->offset), day);
        }
    }
}
