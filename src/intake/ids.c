/*
 * Identifiers as spreadsheets leave them. What is certain is undone, what has lost its digits is
 * never guessed: a row whose key is so is rejected, and elsewhere the cell counts as empty.
 */
#include "reading.h"

#include "tenko/identifier.h"

/* Can a spreadsheet have changed it? Numbers and words without signs it leaves alone, or nobody
 * can tell; text that it was told to keep is as typed. */
static bool may_be_mangled(const struct cell *cell, struct span text) {
    unsigned char first = (unsigned char)text.p[0];
    if (cell->flags & CELL_EXCEL_TEXT || text.n < 2)
        return false;
    if ((first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z'))
        return false;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9')
            return true;
    }
    return false;
}

static enum message_id damage_of(enum id_state state) {
    switch (state) {
    case ID_SCIENTIFIC:
        return MSG_ID_SCIENTIFIC;
    case ID_MONTH_DAY:
        return MSG_ID_MONTH_DAY;
    case ID_SOUND:
    case ID_REPAIRED:
        break;
    }
    return MSG_NONE;
}

enum message_id id_damage(struct reading *r, const struct cell *cell, struct span text) {
    struct span whole;
    return may_be_mangled(cell, text) ? damage_of(id_repair(text, &r->scratch, &whole)) : MSG_NONE;
}

struct span repaired_id(struct reading *r, const struct task *task, const struct cell *cell,
                        struct span text) {
    struct span whole;
    if (!may_be_mangled(cell, text))
        return text;
    enum id_state state = id_repair(text, &r->scratch, &whole);
    if (state == ID_REPAIRED) {
        struct issue *issue = issue_add(r, task, text, MSG_ID_REPAIRED, MSG_DONE_DATE_READ);
        issue->args[1] = source_text(r->source, strpool_intern(&r->source->text, whole));
        return issue->args[1];
    }
    if (state != ID_SOUND) {
        issue_add(r, task, text, damage_of(state), MSG_DONE_CELL_EMPTY);
        mark_unread(r, &r->current, task->field);
    }
    return whole;
}
