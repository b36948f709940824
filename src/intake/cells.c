/*
 * One cell → its place in the record under construction. Identifiers that Excel has broken are
 * not guessed at; words and lists are understood once for each distinct cell.
 */
#include "reading.h"
#include "words.h"

#include "tenko/identifier.h"
#include "tenko/name.h"

#include <stdio.h>

/* --- text --- */

/* Bytes of the space or invisible character that begins at p, or 0. */
static size_t space_at(const unsigned char *p, size_t left) {
    if (*p <= 0x20)
        return 1;
    if (left >= 2 && p[0] == 0xC2 && p[1] == 0xA0)
        return 2;
    if (left < 3)
        return 0;
    bool is_space = (p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x80) || /* U+3000 */
                    (p[0] == 0xE2 && p[1] == 0x80 && p[2] == 0x8B) || /* U+200B */
                    (p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF);   /* U+FEFF */
    return is_space ? 3 : 0;
}

static struct span trim_slowly(struct span text) {
    const unsigned char *p = (const unsigned char *)text.p;
    size_t n = text.n, skip;
    while (n > 0 && (skip = space_at(p, n)) > 0) {
        p += skip;
        n -= skip;
    }
    while (n > 0) {
        size_t back = 1;
        while (back < n && back < 3 && (p[n - back] & 0xC0) == 0x80)
            back++;
        if (space_at(p + n - back, back) != back)
            break;
        n -= back;
    }
    return (struct span){(const char *)p, n};
}

/* Without spaces of every width and invisible characters at both ends. */
struct span trimmed(struct span text) {
    if (text.n == 0)
        return text;
    unsigned char first = (unsigned char)text.p[0], last = (unsigned char)text.p[text.n - 1];
    if (first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80)
        return text;
    return trim_slowly(text);
}

str_id *text_at(void *record, uint16_t offset) {
    return (str_id *)(void *)((char *)record + offset);
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static size_t digits_at(struct span text, size_t from) {
    size_t n = 0;
    while (from + n < text.n && is_digit(text.p[from + n]))
        n++;
    return n;
}

/* 1.23457E+05 */
static bool is_scientific(struct span text) {
    size_t i = digits_at(text, 0);
    if (i == 0 || i == text.n)
        return false;
    if (text.p[i] == '.')
        i += 1 + digits_at(text, i + 1);
    if (i + 2 >= text.n || (text.p[i] != 'E' && text.p[i] != 'e') || text.p[i + 1] != '+')
        return false;
    size_t n = digits_at(text, i + 2);
    return n > 0 && i + 2 + n == text.n;
}

/* 1月2日, 2-Jan */
static bool is_month_day(struct span text) {
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    size_t a = digits_at(text, 0);
    if (a == 0 || a > 2)
        return false;
    if (text.n == a + 4 && text.p[a] == '-') {
        for (size_t m = 0; m < 36; m += 3) {
            if (memcmp(text.p + a + 1, months + m, 3) == 0)
                return true;
        }
        return false;
    }
    if (text.n < a + 7 || memcmp(text.p + a, "月", 3) != 0)
        return false;
    size_t b = digits_at(text, a + 3);
    return b > 0 && b <= 2 && text.n == a + b + 6 && memcmp(text.p + a + 3 + b, "日", 3) == 0;
}

/* What Excel has done to an identifier, or MSG_NONE. Text that it was told to keep is as typed. */
enum message_id id_hazard(const struct cell *cell, struct span text) {
    if (text.n < 4 || !is_digit(text.p[0]) || cell->flags & CELL_EXCEL_TEXT)
        return MSG_NONE;
    char last = text.p[text.n - 1];
    if (is_digit(last))
        return memchr(text.p, '+', text.n) && is_scientific(text) ? MSG_ID_SCIENTIFIC : MSG_NONE;
    return is_month_day(text) ? MSG_ID_MONTH_DAY : MSG_NONE;
}

/* A cell that stands for nothing: "-", なし, NULL, #N/A, the name of a type. In policy/links "-"
 * has a meaning. */
bool is_none(enum record record, struct span text) {
    enum { LONGEST = 80 };
    bool may_be = record == RECORD_PERSON || record == RECORD_ACCOUNT || record == RECORD_SEAT ||
                  record == RECORD_DEVICE || record == RECORD_DEPARTMENT;
    if (!may_be || text.n > LONGEST || text.n == 0 || is_digit(text.p[text.n - 1]))
        return false;
    return is_placeholder(text);
}

/* Is the cell the name of a type ("System.Object[]"), which an export wrote for a list? */
bool is_lost_list(struct span text) {
    static const char *const begins[] = {"System.", "Microsoft.", "[object "};
    for (size_t i = 0; i < sizeof begins / sizeof begins[0]; i++) {
        size_t n = strlen(begins[i]);
        if (text.n > n && memcmp(text.p, begins[i], n) == 0)
            return is_placeholder(text);
    }
    return false;
}

void mark_unread(struct reading *r, union any_record *record, enum field field) {
    add_field(&r->source->unread, field);
    if (r->record == RECORD_PERSON)
        add_field(&record->person.unread, field);
    else if (r->record == RECORD_ACCOUNT)
        add_field(&record->account.unread, field);
    else if (r->record == RECORD_SEAT)
        add_field(&record->seat.unread, field);
    else if (r->record == RECORD_DEVICE)
        add_field(&record->device.unread, field);
}

/* Can a spreadsheet have changed it? Numbers and words without signs it leaves alone, or nobody
 * can tell. */
static bool may_be_mangled(const struct cell *cell, struct span text) {
    unsigned char first = (unsigned char)text.p[0];
    if (cell->flags & CELL_EXCEL_TEXT || text.n < 2)
        return false;
    if ((first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z'))
        return false;
    return digits_at(text, 0) < text.n;
}

/* The identifier as it was before a spreadsheet; empty where it is lost. Both are issues. */
struct span repaired_id(struct reading *r, const struct task *task, const struct cell *cell,
                        struct span text) {
    struct span whole = text;
    if (!may_be_mangled(cell, text))
        return text;
    switch (id_repair(text, &r->scratch, &whole)) {
    case ID_SOUND:
        return whole;
    case ID_REPAIRED: {
        struct issue *issue = issue_add(r, task, text, MSG_ID_REPAIRED, MSG_DONE_DATE_READ);
        issue->args[1] = source_text(r->source, strpool_intern(&r->source->text, whole));
        return issue->args[1];
    }
    case ID_SCIENTIFIC:
        issue_add(r, task, text, MSG_ID_SCIENTIFIC, MSG_DONE_CELL_EMPTY);
        break;
    case ID_MONTH_DAY:
        issue_add(r, task, text, MSG_ID_MONTH_DAY, MSG_DONE_CELL_EMPTY);
        break;
    }
    mark_unread(r, &r->current, task->field);
    return (struct span){"", 0};
}

static void read_id(struct reading *r, const struct task *task, const struct cell *cell,
                    struct span text) {
    if (text.n == 0 || is_none(r->record, text))
        return;
    *text_at(&r->current, task->offset) =
        strpool_intern(&r->source->text, repaired_id(r, task, cell, text));
}

/* --- names in parts --- */

/* Letters of East Asia stand without a space between family and given name. */
static bool is_latin(struct span text) {
    for (size_t i = 0; i < text.n; i++) {
        if ((unsigned char)text.p[i] >= 0xE2)
            return false;
    }
    return true;
}

static str_id joined(struct reading *r, struct span family, struct span given) {
    strbuf_clear(&r->scratch);
    strbuf_add_span(&r->scratch, family);
    if (family.n && given.n && is_latin(family) && is_latin(given))
        strbuf_add_char(&r->scratch, ' ');
    strbuf_add_span(&r->scratch, given);
    return strpool_intern(&r->source->text, strbuf_span(&r->scratch));
}

static void join_into(struct reading *r, uint16_t offset, struct span family, struct span given) {
    str_id *whole = text_at(&r->current, offset);
    if (str_is_none(*whole) && offset != 0 && (family.n || given.n))
        *whole = joined(r, family, given);
}

/* What the other name does not say is as in the name: (山田, –) of 青木 春奈 is 山田 春奈. */
static void join_other_name(struct reading *r, struct span family, struct span given) {
    if (family.n == 0 && given.n == 0)
        return;
    if (family.n == 0)
        family = r->parts[PART_FAMILY];
    if (given.n == 0)
        given = r->parts[PART_GIVEN];
    if (family.n && given.n)
        gather(r, FIELD_other_name, joined(r, family, given));
}

/* May the cell hold more than a name: a bracket, a stroke, 旧姓? */
static bool may_be_parted(struct span name) {
    static const char *const signs[] = {"（", "［", "【", "〔", "／", "旧"};
    if (name.n == 0 || memchr(name.p, '(', name.n) || memchr(name.p, '[', name.n) ||
        memchr(name.p, '/', name.n))
        return name.n > 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (memmem(name.p, name.n, signs[i], strlen(signs[i])))
            return true;
    }
    return false;
}

/* 佐藤 花子（旧姓 山田）/ Hanako Sato: the former name and the second spelling are names too. */
void read_name_cell(struct reading *r) {
    struct name_cell parts;
    if (r->record != RECORD_PERSON)
        return;
    struct person_row *p = &r->current.person;
    struct span name = source_text(r->source, p->name);
    if (!may_be_parted(name))
        return;
    name_split(name, &parts);
    if (parts.former.n && str_is_none(p->former_name))
        p->former_name = strpool_intern(&r->source->text, parts.former);
    if (parts.other.n)
        gather(r, FIELD_other_name, strpool_intern(&r->source->text, parts.other));
}

/* A name given in parts, where the whole was not given. */
void join_parts(struct reading *r) {
    join_into(r, field_offset(r->record, FIELD_name), r->parts[PART_FAMILY], r->parts[PART_GIVEN]);
    join_into(r, field_offset(r->record, FIELD_kana), r->parts[PART_FAMILY_KANA],
              r->parts[PART_GIVEN_KANA]);
    join_other_name(r, r->parts[PART_OTHER_FAMILY], r->parts[PART_OTHER_GIVEN]);
}

/* --- words --- */

/* The day on which an account was switched off. A day to come, or none, says nothing. */
static void read_switched_off(struct reading *r, const struct task *task, struct span text) {
    date day = DATE_NONE;
    if (text.n == 0 || is_none(r->record, text))
        return;
    enum date_result result = date_parse(text, &r->input->date_style, &day);
    (void)task;
    if (result == DATE_EMPTY || (date_is_known(day) && day > r->plan->as_of))
        return;
    r->current.account.status = ACCOUNT_DISABLED;
}

enum { DAY_BYTES = 8 }; /* of 20260331; a shorter number is a code */

/* A column "deactivated" or 停止 may hold the day instead of a yes. */
static bool tells_day_of_switching_off(const struct reading *r, const struct task *task,
                                       struct span text) {
    const unsigned both = HEADER_STATE | HEADER_INVERTED;
    date day = DATE_NONE;
    return task->field == FIELD_status && (task->flags & both) == both && text.n >= DAY_BYTES &&
           date_parse(text, &r->input->date_style, &day) == DATE_READ;
}

static struct seen_word understand(struct reading *r, const struct task *task, struct span text) {
    struct seen_word word = {0};
    for (size_t i = 0; i < r->input->values.count; i++) {
        const struct value_choice *choice = &r->input->values.items[i];
        if (choice->field != task->field)
            continue;
        fold_text(FOLD_WORD, text, &r->scratch);
        fold_text(FOLD_WORD, span_of(choice->word), &r->more_scratch);
        if (span_equal(strbuf_span(&r->scratch), strbuf_span(&r->more_scratch))) {
            word.is_known = canonical_value(r->record, task->field, choice->canonical, &word.value);
            return word;
        }
    }
    word.is_known = word_value(r->record, task->field, task->flags, text, &word.value);
    return word;
}

static enum message_id done_for_unknown(enum record record, enum field field) {
    switch (field) {
    case FIELD_kind:
        return MSG_DONE_KIND_PERSONAL;
    case FIELD_privileged:
    case FIELD_mfa:
        return MSG_DONE_ANSWER_UNKNOWN;
    default:
        break;
    }
    if (record == RECORD_ACCOUNT)
        return MSG_DONE_STATUS_ENABLED;
    if (record == RECORD_REQUEST)
        return MSG_DONE_REQUEST_IGNORED;
    return record == RECORD_SEAT ? MSG_DONE_SEAT_ASSIGNED : MSG_DONE_STATUS_NONE;
}

void store_word(struct reading *r, enum field field, uint8_t value) {
    if (r->record == RECORD_PERSON && field == FIELD_post_kind)
        r->current.person.post_kind = (enum post_kind)value;
    else if (r->record == RECORD_PERSON)
        r->current.person.status = (enum person_status)value;
    else if (r->record == RECORD_SEAT)
        r->current.seat.status = (enum seat_status)value;
    else if (r->record == RECORD_DEVICE)
        r->current.device.is_returned = value == DEVICE_RETURNED;
    else if (r->record == RECORD_REQUEST)
        r->current.request.action = (enum request_action)value;
    else if (field == FIELD_status && value == ACCOUNT_DISABLED)
        r->current.account.status = value; /* one column that says off is enough */
    else if (field == FIELD_status)
        return;
    else if (field == FIELD_kind)
        r->current.account.kind = value == KIND_PERSONAL ? KIND_SAID_PERSONAL : value;
    else if (field == FIELD_privileged)
        r->current.account.privileged = value;
    else
        r->current.account.mfa = value;
}

static void read_word(struct reading *r, struct task *task, struct span text) {
    if (task->field == FIELD_status && (task->flags & HEADER_STATE) &&
        (task->flags & HEADER_FILLED)) {
        read_switched_off(r, task, text);
        return;
    }
    /* An empty mark is a "no"; other empty words leave what the record begins with. */
    if (text.n == 0 && task->field == FIELD_privileged)
        store_word(r, task->field, ANSWER_NO);
    if (text.n == 0)
        return;
    if (waits_as_cross(r, task, text))
        return;
    str_id id = strpool_intern(&task->seen, text);
    while (task->words.count < id.n)
        vec_push(&task->words, ((struct seen_word){0})); /* id 0 is never looked up */
    if (task->words.count == id.n) {
        vec_push(&task->words, understand(r, task, text));
        note_answer(task, text);
    }
    struct seen_word word = task->words.items[id.n];
    bool is_answer = task->field == FIELD_privileged || task->field == FIELD_mfa;
    if (is_answer && (!word.is_known || word.value == ANSWER_UNKNOWN))
        mark_unread(r, &r->current, task->field);
    if (word.is_known) {
        store_word(r, task->field, word.value);
        return;
    }
    if (tells_day_of_switching_off(r, task, text)) {
        read_switched_off(r, task, text);
        return;
    }
    struct issue *issue =
        issue_add(r, task, text, MSG_WORD_UNKNOWN, done_for_unknown(r->record, task->field));
    issue->args[1] = span_of(fields[task->field].name);
}

/* A field of one value takes the first of a directory's. */
static struct span first_of_list(const struct cell *cell, struct span text) {
    const char *end = cell->flags & CELL_LIST ? memchr(text.p, '\n', text.n) : NULL;
    return end ? (struct span){text.p, (size_t)(end - text.p)} : text;
}

void read_cell(struct reading *r, struct task *task, const struct cell *cell, struct span text) {
    if (task->store != STORE_LIST && task->store != STORE_MANY) {
        if (cell->flags & CELL_LIST && (r->record == RECORD_PERSON || r->record == RECORD_ACCOUNT))
            read_further_values(r, task, text);
        text = first_of_list(cell, text);
    }
    switch (task->store) {
    case STORE_ID:
        read_id(r, task, cell, text);
        break;
    case STORE_TEXT:
        *text_at(&r->current, task->offset) = strpool_intern(&r->source->text, text);
        break;
    case STORE_PART:
        r->parts[task->part] = text;
        break;
    case STORE_WORD:
        read_word(r, task, text);
        break;
    case STORE_LIST:
        read_list(r, task, cell, text);
        break;
    case STORE_TICK:
        read_tick(r, task, text);
        break;
    case STORE_FURTHER:
        read_further(r, task, text);
        break;
    case STORE_MANY:
        read_many(r, task, cell, text);
        break;
    case STORE_DATE:
    case STORE_EFFECTIVE:
        read_date(r, task, text);
        break;
    }
}
