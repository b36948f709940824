/*
 * Headers among the entries. Some products write the names of the fields in a second language under
 * the header; a list may have a header though it is said to have none; and a list may be written
 * downwards, each entry over several rows (ユーザーID, sato / 氏名, 佐藤花子 / …), which read as
 * usual would give accounts called 氏名 and 状態.
 */
#include "mapping.h"
#include "words.h"

static bool may_mean(struct reading *r, struct span text, enum field field) {
    struct meaning meanings[MEANINGS_MAX];
    size_t count = text.n ? header_meanings(r->record, text, &r->scratch, meanings) : 0;
    for (size_t i = 0; i < count; i++) {
        if (meanings[i].field == field || field == FIELD_NONE)
            return true;
    }
    return false;
}

/* --- a row of labels --- */

static bool has_digit(struct span text) {
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] >= '0' && text.p[i] <= '9')
            return true;
    }
    return false;
}

/* More than the one plain word that an account may be called, or that may be a state. */
static bool is_evident(struct span text) {
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        if (c == ' ' || c == '_' || c >= 0x80)
            return true;
    }
    return false;
}

/* Does the cell stand there as a value: a date or a number under a date, a known word of state? */
static bool is_value(struct reading *r, const struct task *task, struct span text) {
    uint8_t value = 0;
    if (task->store == STORE_DATE || task->store == STORE_LEAVE || task->store == STORE_EFFECTIVE)
        return has_digit(text);
    return task->store == STORE_WORD &&
           word_value(r->record, task->field, task->flags, text, &value);
}

bool is_row_of_labels(struct reading *r, const struct row *row) {
    size_t labels = 0;
    bool is_sure = false, has_key = false;
    for (size_t i = 0; i < r->tasks.count; i++) {
        const struct task *task = &r->tasks.items[i];
        struct span text = cell_text(row, task->column);
        if (text.n == 0)
            continue;
        if (is_value(r, task, text))
            return false;
        if (!may_mean(r, text, task->field))
            continue;
        labels++;
        is_sure |= is_evident(text);
        has_key |= task->is_key;
    }
    return has_key && labels >= (is_sure ? 2 : 3);
}

/* --- a list that is written downwards --- */

bool is_written_downwards(const struct mapping *m, uint32_t key) {
    enum { LEAST = 2 };
    struct reading *r = m->r;
    size_t rows = 0, labels = 0;
    for (uint32_t i = 0; i < r->headers.count; i++) {
        if (i != key && m->counts[i])
            return false;
    }
    for (size_t i = r->next_ahead; i < r->ahead.count; i++) {
        struct span text = cell_text(&r->ahead.items[i], key);
        rows += text.n > 0;
        labels += may_mean(r, text, FIELD_NONE);
    }
    return labels >= LEAST && labels * 2 > rows;
}
