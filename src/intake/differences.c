/*
 * What rows of one account say differently: an input issue for each field, and the first row wins.
 * Dates are compared when the whole column is known, where a cell of it waits for that.
 */
#include "reading.h"

#include <stdio.h>

void report_difference(struct reading *r, const struct task *task, uint32_t first,
                       struct origin origin, struct span value) {
    const struct account *a = &r->source->accounts.items[first];
    struct issue *issue =
        issue_add_at(r, origin, task->header, value, MSG_ACCOUNT_DIFFERS, MSG_DONE_FIRST_ROW_WINS);
    char line[16];
    snprintf(line, sizeof line, "%u", a->origin.line);
    issue->args[0] = source_text(r->source, a->user_id);
    issue->args[1] = !str_is_none(a->origin.dn) ? source_text(r->source, a->origin.dn)
                                                : arena_copy(&r->source->arena, span_of(line));
}

static enum fold fold_of(enum field field) {
    switch (fields[field].type) {
    case TYPE_ID:
    case TYPE_IDS:
        return FOLD_ID;
    case TYPE_ADDRESSES:
        return FOLD_ID;
    case TYPE_NAME:
    case TYPE_NAMES:
        return FOLD_NAME;
    case TYPE_KANA:
        return FOLD_KANA;
    default:
        return FOLD_WORD;
    }
}

static bool same_text(struct reading *r, enum fold fold, str_id a, str_id b) {
    if (str_equal(a, b))
        return true;
    fold_text(fold, source_text(r->source, a), &r->scratch);
    fold_text(fold, source_text(r->source, b), &r->more_scratch);
    return span_equal(strbuf_span(&r->scratch), strbuf_span(&r->more_scratch));
}

static struct span member(struct reading *r, const struct account *a, uint32_t i) {
    fold_text(FOLD_ID, source_text(r->source, r->source->lists.items[a->members + i]), &r->scratch);
    return strbuf_span(&r->scratch);
}

/* The same people in any order, or nobody said. */
static bool same_members(struct reading *r, const struct account *a, const struct account *b) {
    struct strpool known = {0};
    bool is_same = b->member_count == 0 || a->member_count == b->member_count;
    for (uint32_t i = 0; is_same && i < a->member_count; i++)
        strpool_intern(&known, member(r, a, i));
    for (uint32_t i = 0; is_same && i < b->member_count; i++)
        is_same = !str_is_none(strpool_find(&known, member(r, b, i)));
    strpool_release(&known);
    return is_same;
}

static bool same_word(const struct account *a, const struct account *b, enum field field) {
    switch (field) {
    case FIELD_status: /* enabled and privileged if any row is */
        return true;
    case FIELD_kind:
        return b->kind == KIND_PERSONAL || a->kind == b->kind;
    case FIELD_privileged:
        return true;
    default:
        return b->mfa == ANSWER_UNKNOWN || a->mfa == b->mfa;
    }
}

/* Where dates of the column still wait for their order, this one is compared later, too. */
static bool same_date(struct reading *r, const struct task *task, uint32_t first) {
    date day = *date_at(&r->current, task->offset);
    if (day == DATE_NONE && task->pending == 0)
        return true;
    if (task->pending == 0)
        return *date_at(&r->source->accounts.items[first], task->offset) == day;
    uint32_t index = (uint32_t)(task - r->tasks.items);
    for (size_t i = r->pending_before; i < r->pending.count; i++) {
        if (r->pending.items[i].task == index)
            return true;
    }
    struct pending_date later = {.task = index, .origin = r->current.origin, .day = day};
    vec_push(&r->pending, later);
    return true;
}

static bool is_same(struct reading *r, const struct task *task, uint32_t first) {
    struct account *a = &r->source->accounts.items[first], *b = &r->current.account;
    uint16_t offset = task->offset;
    switch (task->store) {
    case STORE_DATE:
        return same_date(r, task, first);
    case STORE_WORD:
        return same_word(a, b, task->field);
    case STORE_LIST:
        return task->field != FIELD_members || same_members(r, a, b);
    case STORE_MANY: /* united */
    case STORE_TICK:
    case STORE_FURTHER:
        return true;
    case STORE_PART: /* the joined name is compared, with its first part */
        if (task->part != PART_FAMILY && task->part != PART_FAMILY_KANA)
            return true;
        offset = field_offset(r->record, task->part == PART_FAMILY ? FIELD_name : FIELD_kana);
        break;
    default:
        break;
    }
    return str_is_none(*text_at(b, offset)) ||
           same_text(r, fold_of(task->field), *text_at(a, offset), *text_at(b, offset));
}

static struct span shown_value(struct reading *r, const struct task *task, char iso[11]) {
    struct account *b = &r->current.account;
    switch (task->store) {
    case STORE_DATE:
        date_format(*date_at(b, task->offset), iso);
        return span_of(iso);
    case STORE_ID:
    case STORE_TEXT:
        return source_text(r->source, *text_at(b, task->offset));
    case STORE_PART:
        return r->parts[task->part];
    default:
        return cell_text(r->row, task->column);
    }
}

/* Several columns may be one field, which is compared once. */
static bool is_first_of_field(const struct reading *r, const struct task *task) {
    return task_of(r, task->field) == task;
}

void report_differences(struct reading *r, uint32_t first) {
    for (size_t i = r->key_tasks; i < r->tasks.count; i++) {
        const struct task *task = &r->tasks.items[i];
        char iso[11];
        if (is_first_of_field(r, task) && !is_same(r, task, first))
            report_difference(r, task, first, r->current.origin, shown_value(r, task, iso));
    }
}
