/*
 * One cell → its place in the record under construction. Names may come in parts; words are
 * understood once for each distinct cell.
 */
#include "reading.h"
#include "words.h"

#include "tenko/name.h"

/* The cell's text, or what was made of it. */
static str_id intern_cell(struct reading *r, const struct task *task, struct span text) {
    const struct strpool_key *key = &task->key;
    return text.p == key->text.p && text.n == key->text.n
               ? strpool_intern_key(&r->source->text, *key)
               : strpool_intern(&r->source->text, text);
}

static void read_id(struct reading *r, const struct task *task, const struct cell *cell,
                    struct span text) {
    if (text.n == 0 || is_none(r->record, text))
        return;
    struct span id = repaired_id(r, task, cell, text);
    if (!is_none(r->record, id)) /* ="-" with a blank behind it */
        *text_at(&r->current, task->offset) = intern_cell(r, task, id);
}

/* --- names in parts --- */

/* Letters of East Asia stand without a space between family and given name. Their bytes begin
 * above those of ’ and of every letter that has accents. */
static bool is_latin(struct span text) {
    for (size_t i = 0; i < text.n; i++) {
        if ((unsigned char)text.p[i] >= 0xE3)
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

static bool begins_wide_sign(struct span text) {
    static const char *const signs[] = {"（", "［", "【", "〔", "／", "旧"};
    enum { SIGN_BYTES = 3 };
    for (size_t i = 0; text.n >= SIGN_BYTES && i < sizeof signs / sizeof *signs; i++) {
        if (memcmp(text.p, signs[i], SIGN_BYTES) == 0)
            return true;
    }
    return false;
}

/* May the cell hold more than a name: a bracket, a stroke, 旧姓? */
static bool may_be_parted(struct span name) {
    for (size_t i = 0; i < name.n; i++) {
        switch ((unsigned char)name.p[i]) {
        case '(':
        case '[':
        case '/':
            return true;
        case 0xE3: /* the first bytes of the wide signs */
        case 0xE6:
        case 0xEF:
            if (begins_wide_sign((struct span){name.p + i, name.n - i}))
                return true;
            break;
        }
    }
    return false;
}

static str_id kept(struct reading *r, struct span text) {
    return strpool_intern(&r->source->text, text);
}

/* 佐藤 花子 旧姓山田: without a bracket, so that it would be read as part of the name. */
static bool is_followed_by_former(struct span cell, struct span name) {
    struct span rest =
        trimmed((struct span){name.p + name.n, (size_t)(cell.p + cell.n - name.p) - name.n});
    return rest.n > strlen("旧姓") && memcmp(rest.p, "旧姓", strlen("旧姓")) == 0;
}

/* 佐藤 花子（旧姓 山田）/ Hanako Sato */
static void read_person_name(struct reading *r, struct span cell, const struct name_cell *parts) {
    struct person_row *p = &r->current.person;
    if (parts->former.n && str_is_none(p->former_name))
        p->former_name = kept(r, parts->former);
    if (parts->former.n && parts->name.n && is_followed_by_former(cell, parts->name))
        p->name = kept(r, parts->name);
    if (parts->other.n)
        gather(r, FIELD_other_name, kept(r, parts->other));
}

static bool is_kana_name(struct span text) {
    for (size_t i = 0; i + 2 < text.n; i += 3) {
        unsigned char a = (unsigned char)text.p[i], b = (unsigned char)text.p[i + 1];
        bool is_wide = a == 0xE3 && b <= 0x83, is_half = a == 0xEF && b >= 0xBD;
        if (!is_wide && !is_half)
            return false;
    }
    return text.n > 0;
}

/* 佐藤 花子／サトウ ハナコ: a second spelling is no part of the name. */
static void read_account_name(struct reading *r, const struct name_cell *parts) {
    struct account *a = &r->current.account;
    bool is_spelling =
        is_latin(parts->other) != is_latin(parts->name) || is_kana_name(parts->other);
    if (parts->other.n == 0 || parts->name.n == 0 || !is_spelling)
        return;
    a->name = kept(r, parts->name);
    if (str_is_none(a->kana))
        a->kana = kept(r, parts->other);
}

/* No more than a name? Each text is looked at once. */
static bool is_whole_name(struct reading *r, str_id id) {
    enum { BITS = 64 };
    while (r->whole_names.count <= id.n / BITS)
        vec_push(&r->whole_names, 0);
    uint64_t *known = &r->whole_names.items[id.n / BITS], bit = (uint64_t)1 << id.n % BITS;
    if (!(*known & bit) && !may_be_parted(source_text(r->source, id)))
        *known |= bit;
    return *known & bit;
}

void read_name_cell(struct reading *r) {
    struct name_cell parts;
    if (r->record != RECORD_PERSON && r->record != RECORD_ACCOUNT)
        return;
    bool is_person = r->record == RECORD_PERSON;
    str_id id = is_person ? r->current.person.name : r->current.account.name;
    if (is_whole_name(r, id))
        return;
    struct span name = source_text(r->source, id);
    name_split(name, &parts);
    if (is_person)
        read_person_name(r, name, &parts);
    else
        read_account_name(r, &parts);
}

void join_parts(struct reading *r) {
    join_into(r, field_offset(r->record, FIELD_name), r->parts[PART_FAMILY], r->parts[PART_GIVEN]);
    join_into(r, field_offset(r->record, FIELD_kana), r->parts[PART_FAMILY_KANA],
              r->parts[PART_GIVEN_KANA]);
    join_other_name(r, r->parts[PART_OTHER_FAMILY], r->parts[PART_OTHER_GIVEN]);
}

/* --- words --- */

/* The day on which an account was switched off, or a seat given back. A day to come, or none, says
 * nothing. */
static void read_switched_off(struct reading *r, const struct task *task, struct span text) {
    date day = DATE_NONE;
    if (text.n == 0 || is_none(r->record, text))
        return;
    enum date_result result = date_parse(text, &r->input->date_style, &day);
    (void)task;
    if (result == DATE_EMPTY || (date_is_known(day) && day > r->plan->as_of))
        return;
    store_word(r, FIELD_status,
               r->record == RECORD_SEAT ? (uint8_t)SEAT_CANCELLED : (uint8_t)ACCOUNT_DISABLED);
}

enum { DAY_BYTES = 8 }; /* of 20260331; a shorter number is a code */

/* A column "deactivated" or 停止 may hold the day instead of a yes; so may "activated". */
static bool tells_day_of_switching(const struct reading *r, const struct task *task,
                                   struct span text) {
    date day = DATE_NONE;
    return task->field == FIELD_status && task->flags & HEADER_STATE && text.n >= DAY_BYTES &&
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
    struct word_column column = {r->record, task->field, task->flags, task->header};
    word.is_known = legend_value(&column, text, &word.value) ||
                    word_value(r->record, task->field, task->flags, text, &word.value);
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

/* 削除 = *: in a list that can be read back by its product, what is not to be changed. */
static bool leaves_as_is(const struct task *task, struct span text) {
    return task->field == FIELD_status && task->flags & HEADER_INVERTED &&
           span_equal(text, SPAN("*"));
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
    if (text.n == 0 || leaves_as_is(task, text))
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
    if (r->record != RECORD_PERSON && tells_day_of_switching(r, task, text)) {
        if (task->flags & HEADER_INVERTED)
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

/* The number of a day, counted from 1904, as one that counts from 1900: 44651 is 46113. */
static struct span since_1900(struct reading *r, const struct cell *cell, struct span text) {
    enum { DAYS_BETWEEN = 1462, DIGITS = 5 };
    int day = 0;
    size_t n = 0;
    if (!(cell->flags & CELL_SINCE_1904))
        return text;
    for (; n < text.n && text.p[n] >= '0' && text.p[n] <= '9' && n <= DIGITS; n++)
        day = day * 10 + text.p[n] - '0';
    if (day == 0 || n > DIGITS || (n < text.n && text.p[n] != '.'))
        return text;
    struct strbuf number = {0};
    strbuf_addf(&number, "%d", day + DAYS_BETWEEN);
    strbuf_add(&number, text.p + n, text.n - n);
    str_id id = strpool_intern(&r->source->text, strbuf_span(&number));
    strbuf_release(&number);
    return source_text(r->source, id);
}

/* The connector says that it could not read what stands there: unknown, not empty. */
static void leave_unread(struct reading *r, const struct task *task) {
    mark_unread(r, &r->current, task->field);
    if (fields[task->field].type == TYPE_DATE)
        leave_date_unread(r, task);
}

static struct span readable(struct reading *r, struct span text) {
    struct span decoded =
        text.n > 2 && text.p[1] == '\'' ? from_csvde_hex(text, &r->scratch) : text;
    return decoded.p == text.p ? text
                               : source_text(r->source, strpool_intern(&r->source->text, decoded));
}

/* 総務課;市民課: no department is called so. The others count like those of further columns. */
static struct span first_department(struct reading *r, const struct task *task, struct span text) {
    const char *end = text.n ? memchr(text.p, ';', text.n) : NULL;
    if (!end)
        return text;
    read_further_values(r, task, text, ';');
    return trimmed((struct span){text.p, (size_t)(end - text.p)});
}

void read_cell(struct reading *r, struct task *task, const struct cell *cell, struct span text) {
    if (cell->flags & CELL_UNREAD) {
        leave_unread(r, task);
        return;
    }
    text = readable(r, text);
    if (task->store != STORE_LIST && task->store != STORE_MANY) {
        if (cell->flags & CELL_LIST && task->is_department)
            read_further_values(r, task, text, '\n');
        text = first_of_list(cell, text);
        if (task->is_department)
            text = first_department(r, task, text);
    }
    switch (task->store) {
    case STORE_ID:
        read_id(r, task, cell, text);
        break;
    case STORE_TEXT:
        *text_at(&r->current, task->offset) = intern_cell(r, task, text);
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
    case STORE_LEAVE:
    case STORE_EFFECTIVE:
        read_date(r, task, since_1900(r, cell, text));
        break;
    }
}
