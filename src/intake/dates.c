/*
 * Date columns. Plain dates (2026-03-31, 2026/3/31, with or without a time) are read on the spot,
 * others once for each distinct cell. A cell that leaves open what it is waits until the file is
 * read: 3/4/2025, because any cell of the file (31/3/2025) may prove the order; 5080315,
 * 1260331 and 1774833300, which are dates only where the whole column is such. What stays open is
 * unknown.
 */
#include "reading.h"

#include "tenko/period.h"

enum { SEEN_MAX = 65536 };

/* What could not be read is not empty. */
static date day_or_unknown(enum date_result result, date day) {
    bool is_read = result == DATE_READ || result == DATE_OUT_OF_ERA || result == DATE_EMPTY;
    return is_read ? day : DATE_UNKNOWN;
}

/* How the column's cells are read, as far as one cell tells. */
static struct date_style style_of(const struct reading *r, const struct task *task) {
    bool is_end = r->record == RECORD_ACCOUNT && task->field == FIELD_expires_on;
    return (struct date_style){
        .two_digit_from = r->input->date_style.two_digit_from,
        .is_open = r->record != RECORD_WAIVER, /* whose rows are rejected at once */
        .code = task->hint.is_unix_days      ? DATE_CODE_DAYS
                : task->flags & HEADER_TICKS ? DATE_CODE_EPOCH
                                             : DATE_CODE_NONE,
        .is_end = is_end,
        .is_midnight_end = is_end && task->hint.is_midnight_end,
        .has_offset = task->hint.has_offset,
        .offset = task->hint.offset,
        .era = task->hint.era,
        .zone = r->plan->zone,
    };
}

/* 2 … 31 are days of a month, whose year and month stand in other columns, and no days of 1900. */
static bool is_day_of_month(struct span text) {
    int number = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.n > 2 || text.p[i] < '0' || text.p[i] > '9')
            return false;
        number = number * 10 + text.p[i] - '0';
    }
    return number >= 2 && number <= 31;
}

static struct seen_date look_at(const struct date_style *style, struct span text) {
    date day = DATE_NONE;
    if (is_day_of_month(text))
        return (struct seen_date){.day = DATE_UNKNOWN, .result = DATE_UNREADABLE};
    enum date_result result = date_parse(text, style, &day);
    return (struct seen_date){.day = day_or_unknown(result, day), .result = (uint8_t)result};
}

/* What the cell says of its column. */
static void learn(struct task *task, struct span text, struct seen_date seen) {
    struct date_proof proof = date_order_proven_by(text);
    task->has_dmy |= proof.order == DATE_ORDER_DMY && !proof.is_by_dots;
    task->has_mdy |= proof.order == DATE_ORDER_MDY && !proof.is_by_dots;
    task->has_dotted_dmy |= proof.order == DATE_ORDER_DMY && proof.is_by_dots;
    task->has_dotted_mdy |= proof.order == DATE_ORDER_MDY && proof.is_by_dots;
    task->has_epoch |= seen.result == DATE_EPOCH_CODE;
    task->has_era |= seen.result == DATE_ERA_CODE;
    task->has_century |= seen.result == DATE_CENTURY_CODE;
    task->has_other |= seen.result == DATE_READ || seen.result == DATE_OUT_OF_ERA ||
                       seen.result == DATE_AMBIGUOUS || seen.result == DATE_IMPOSSIBLE;
}

static struct seen_date understand(struct reading *r, struct task *task, struct span text) {
    str_id id = strpool_find(&task->seen, text);
    if (str_is_none(id)) {
        struct date_style style = style_of(r, task);
        struct seen_date seen = look_at(&style, text);
        learn(task, text, seen);
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
    case DATE_EPOCH_CODE:
    case DATE_ERA_CODE:
    case DATE_CENTURY_CODE:
        return MSG_DATE_MIXED;
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
    bool is_first = !date_is_known(*place), is_known = date_is_known(day);
    if (task->flags & HEADER_NEWEST     ? day > *place
        : task->flags & HEADER_EARLIEST ? is_first ? day > *place : is_known && day < *place
                                        : true)
        *place = day;
}

/* The rest of the file may tell which is the month, or that numbers are dates. */
static bool waits_for_column(const struct reading *r, const struct task *task,
                             struct seen_date seen) {
    if (r->record == RECORD_WAIVER)
        return false;
    bool is_code = seen.result == DATE_EPOCH_CODE || seen.result == DATE_ERA_CODE ||
                   seen.result == DATE_CENTURY_CODE;
    return seen.result == DATE_AMBIGUOUS || (is_code && !task->has_other);
}

/* The day of a period that the task is about. */
static struct span day_of_period(struct reading *r, const struct task *task, struct span text) {
    struct period period = period_of(text, &r->more_scratch);
    return task->flags & HEADER_FIRST_DAY ? period.first : period.last;
}

static date *place_of(struct reading *r, const struct task *task) {
    if (task->store == STORE_EFFECTIVE)
        return &r->effective;
    if (task->store != STORE_LEAVE)
        return date_at(&r->current, task->offset);
    struct leave_spell *spell = &r->leaves[task->number - FIRST_LEAVE];
    return task->field == FIELD_leave_from ? &spell->from : &spell->to;
}

/* How well a leave tells where the person is on the day: one that holds it, one that could not be
 * read, the latest of those before it, the next. */
static int64_t weight_of(struct leave_spell s, date day) {
    if (s.from == DATE_NONE && s.to == DATE_NONE)
        return INT64_MIN;
    bool has_begun = !date_is_known(s.from) || s.from <= day;
    bool is_open = !date_is_known(s.to) || s.to >= day;
    bool is_read = s.from != DATE_UNKNOWN && s.to != DATE_UNKNOWN;
    if (has_begun && is_open)
        return is_read ? INT64_MAX : INT64_MAX - 1;
    int64_t from = date_is_known(s.from) ? s.from : s.to;
    return has_begun ? from : INT64_MIN + 1 + (INT32_MAX - from);
}

void choose_leave(struct reading *r) {
    if (r->record != RECORD_PERSON)
        return;
    struct person_row *p = &r->current.person;
    struct leave_spell best = {p->leave_from, p->leave_to};
    for (size_t i = 0; i < LEAVES; i++) {
        if (weight_of(r->leaves[i], r->plan->as_of) > weight_of(best, r->plan->as_of))
            best = r->leaves[i];
    }
    p->leave_from = best.from;
    p->leave_to = best.to;
}

void read_date(struct reading *r, struct task *task, struct span text) {
    if (task->flags & (HEADER_FIRST_DAY | HEADER_LAST_DAY))
        text = day_of_period(r, task, text);
    if (text.n == 0)
        return;
    date *place = place_of(r, task);
    struct date_style style = style_of(r, task);
    date day;
    if (date_parse_plain(text, &style, &day)) {
        task->has_other = true;
        keep_date(task, place, day);
        return;
    }
    struct seen_date seen = understand(r, task, text);
    if (task->store != STORE_LEAVE && waits_for_column(r, task, seen)) {
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

/* A date that the connector could not read. */
void leave_date_unread(struct reading *r, const struct task *task) {
    keep_date(task, place_of(r, task), DATE_UNKNOWN);
    if (r->record == RECORD_WAIVER) /* without its end it would count for ever */
        r->is_unusable = true;
}

/* --- when the whole column is known --- */

/* The one order that was proven, or none. */
static enum date_order one_of(bool has_dmy, bool has_mdy) {
    if (has_dmy == has_mdy)
        return DATE_ORDER_UNKNOWN;
    return has_dmy ? DATE_ORDER_DMY : DATE_ORDER_MDY;
}

/* What the columns of the file prove together. */
static enum date_order order_of_file(const struct reading *r) {
    bool has_dmy = false, has_mdy = false;
    for (size_t i = 0; i < r->tasks.count; i++) {
        has_dmy |= r->tasks.items[i].has_dmy;
        has_mdy |= r->tasks.items[i].has_mdy;
    }
    return one_of(has_dmy, has_mdy);
}

/* A column proves its own order, else any column of the file does, else it is set. With dots the
 * day comes first, unless the column proves the other. */
static struct date_style settled_style(const struct reading *r, const struct task *task) {
    struct date_style style = style_of(r, task);
    style.is_open = false;
    style.order = one_of(task->has_dmy, task->has_mdy);
    if (style.order == DATE_ORDER_UNKNOWN && !task->has_dmy)
        style.order = order_of_file(r);
    if (style.order == DATE_ORDER_UNKNOWN)
        style.order = r->input->date_style.order;
    style.dot_order =
        task->has_dotted_mdy && !task->has_dotted_dmy ? DATE_ORDER_MDY : DATE_ORDER_DMY;
    if (!task->has_other && task->has_epoch + task->has_era + task->has_century == 1)
        style.code = task->has_epoch ? DATE_CODE_EPOCH
                     : task->has_era ? DATE_CODE_ERA
                                     : DATE_CODE_CENTURY;
    return style;
}

static void compare_repeat(struct reading *r, const struct pending_date *p, date day) {
    const struct task *task = &r->tasks.items[p->task];
    date *first = date_at(record_at(r, p->record), task->offset);
    if (!date_is_known(*first) && (*first == DATE_NONE || day != DATE_NONE)) {
        *first = day; /* empty or unreadable there, and here it is said */
        return;
    }
    if (*first == day || day == DATE_NONE)
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
    struct date_style style = settled_style(r, task);
    struct seen_date seen = look_at(&style, text);
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
