/*
 * Ticks. SAP, Notes and paper forms tick with X and leave the rest blank; beside ○ or a word for
 * yes X is a no. Which it is, only the whole column tells: the cells wait until it is read.
 */
#include "reading.h"
#include "words.h"

static bool is_cross(struct span text) {
    return span_equal(text, SPAN("x")) || span_equal(text, SPAN("X")) ||
           span_equal(text, SPAN("ｘ")) || span_equal(text, SPAN("Ｘ"));
}

static bool is_check_mark(struct span text) {
    return span_equal(text, SPAN("レ")) || span_equal(text, SPAN("ﾚ"));
}

/* A sign that a pen makes. */
static bool is_mark(struct span text) {
    static const char *const marks[] = {"○", "〇", "◯", "●", "◎", "✓", "✔", "☑"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (span_equal(text, span_of(marks[i])))
            return true;
    return is_check_mark(text);
}

static bool is_yes_or_no(const struct task *task) {
    return task->store == STORE_TICK || task->field == FIELD_privileged ||
           task->field == FIELD_mfa || task->flags & (HEADER_FLAG | HEADER_INVERTED | HEADER_STATE);
}

void note_answer(struct task *task, struct span text) {
    bool is_yes = false;
    if (is_yes_or_no(task) && text.n) {
        task->has_mark |= is_mark(text);
        task->has_word |= !is_mark(text);
    }
    if (!is_yes_or_no(task) || is_check_mark(text) || !answer_of(text, &is_yes))
        return;
    task->has_yes |= is_yes;
    task->has_no |= !is_yes;
}

bool waits_as_cross(struct reading *r, struct task *task, struct span text) {
    if (!is_cross(text) || !is_yes_or_no(task))
        return false;
    vec_push(&r->crosses, ((struct cross){0, (uint32_t)(task - r->tasks.items)}));
    return true;
}

void read_tick(struct reading *r, struct task *task, struct span text) {
    bool is_yes = false;
    if (text.n == 0 || waits_as_cross(r, task, text))
        return;
    if (answer_of(text, &is_yes)) {
        note_answer(task, text);
        if (is_yes)
            gather(r, FIELD_role, strpool_intern(&r->source->text, task->header));
        return;
    }
    mark_unread(r, &r->current, FIELD_role);
    struct issue *issue = issue_add(r, task, text, MSG_WORD_UNKNOWN, MSG_DONE_ANSWER_UNKNOWN);
    issue->args[1] = task->header;
}

/* A word of the record that is laid down already. */
static void store_later(struct reading *r, const struct task *task, uint32_t record, bool is_yes) {
    struct span word = is_yes ? SPAN("yes") : SPAN("no");
    uint8_t value = 0;
    if (!word_value(r->record, task->field, task->flags, word, &value))
        return;
    if (r->record == RECORD_ACCOUNT) {
        r->current.account = r->source->accounts.items[record];
        store_word(r, task->field, value);
        r->source->accounts.items[record] = r->current.account;
    } else if (r->record == RECORD_PERSON) {
        r->current.person = r->source->people.items[record];
        store_word(r, task->field, value);
        r->source->people.items[record] = r->current.person;
    } else if (r->record == RECORD_SEAT) {
        r->current.seat = r->source->seats.items[record];
        store_word(r, task->field, value);
        r->source->seats.items[record] = r->current.seat;
    }
}

/* A column that holds ticks and nothing else leaves blank what is not so. */
static bool holds_ticks_alone(const struct reading *r, uint32_t index) {
    const struct task *task = &r->tasks.items[index];
    if (task->has_word || task->has_no)
        return false;
    for (size_t i = 0; i < r->crosses.count && !task->has_mark; i++)
        if (r->crosses.items[i].task == index)
            return true;
    return task->has_mark;
}

static void settle_blanks(struct reading *r) {
    for (uint32_t t = 0; t < r->tasks.count; t++) {
        const struct task *task = &r->tasks.items[t];
        if (r->record != RECORD_ACCOUNT || task->field != FIELD_mfa ||
            task->flags & HEADER_INVERTED || !holds_ticks_alone(r, t))
            continue;
        for (size_t i = 0; i < r->source->accounts.count; i++) {
            struct account *a = &r->source->accounts.items[i];
            if (a->mfa == ANSWER_UNKNOWN && !knows_field(a->unread, FIELD_mfa))
                a->mfa = ANSWER_NO;
        }
    }
}

void settle_crosses(struct reading *r) {
    for (size_t i = 0; i < r->crosses.count; i++) {
        struct cross cross = r->crosses.items[i];
        const struct task *task = &r->tasks.items[cross.task];
        bool is_yes = !task->has_yes && !task->has_no;
        if (task->store != STORE_TICK)
            store_later(r, task, cross.record, is_yes);
        else if (is_yes)
            give_role(r, cross.record, strpool_intern(&r->source->text, task->header));
    }
    settle_blanks(r);
}
