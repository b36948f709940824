/*
 * Claims → tasks: where each cell of a row goes, keys first, so that a row that is to be rejected
 * is not read further.
 */
#include "mapping.h"

/* The place where a cell's value goes. */
static enum store store_of(enum record record, const struct meaning *meaning) {
    enum field field = meaning->field;
    if (field == FIELD_other_name && meaning->flags & (HEADER_FAMILY | HEADER_GIVEN))
        return STORE_PART;
    if (field == FIELD_role && meaning->flags & HEADER_TICKED)
        return STORE_TICK;
    if (meaning->number > 1 && is_leave(field))
        return STORE_LEAVE;
    if (meaning->number > 1 && field != FIELD_role && field != FIELD_product && !is_many(field))
        return STORE_FURTHER;
    switch (field) {
    case FIELD_family_name:
    case FIELD_given_name:
    case FIELD_family_kana:
    case FIELD_given_kana:
        return STORE_PART;
    case FIELD_effective_on:
        return STORE_EFFECTIVE;
    case FIELD_role:
        return record == RECORD_ACCOUNT ? STORE_LIST : STORE_TEXT;
    case FIELD_product:
        return record == RECORD_SEAT ? STORE_LIST : STORE_TEXT;
    default:
        break;
    }
    switch (fields[field].type) {
    case TYPE_ID:
        return STORE_ID;
    case TYPE_IDS:
    case TYPE_TEXTS:
        return field == FIELD_login ? STORE_MANY : STORE_LIST;
    case TYPE_NAMES:
    case TYPE_ADDRESSES:
        return STORE_MANY;
    case TYPE_DATE:
        return STORE_DATE;
    case TYPE_WORD:
        return STORE_WORD;
    case TYPE_NAME:
    case TYPE_KANA:
    case TYPE_TEXT:
        break;
    }
    return STORE_TEXT;
}

static uint8_t part_of(enum field field, unsigned flags) {
    switch (field) {
    case FIELD_other_name:
        return flags & HEADER_FAMILY ? PART_OTHER_FAMILY : PART_OTHER_GIVEN;
    case FIELD_family_name:
        return PART_FAMILY;
    case FIELD_given_name:
        return PART_GIVEN;
    case FIELD_family_kana:
        return PART_FAMILY_KANA;
    default:
        return PART_GIVEN_KANA;
    }
}

/* May a cell hold several departments, any of which counts? */
static bool has_departments(enum record record, enum field field) {
    bool is_department = field == FIELD_department || field == FIELD_department_code;
    return is_department && (record == RECORD_PERSON || record == RECORD_ACCOUNT);
}

static void add_task(struct mapping *m, const struct claim *c, bool is_key) {
    struct reading *r = m->r;
    enum field field = c->meaning.field;
    struct task task = {
        .column = c->column,
        .field = field,
        .store = store_of(r->record, &c->meaning),
        .offset = field_offset(r->record, field),
        .flags = c->meaning.flags,
        .number = c->meaning.number,
        .part = part_of(field, c->meaning.flags),
        .is_key = is_key,
        .is_department = has_departments(r->record, field),
        .header = r->headers.items[c->column],
        .hint = header_hint_of(r->headers.items[c->column]),
    };
    vec_push(&r->tasks, task);
    vec_push(&r->source->columns, ((struct column_map){c->column, field, task.header}));
}

static void add_tasks(struct mapping *m, bool wants_keys) {
    for (uint32_t column = 0; column < m->r->headers.count; column++) {
        for (size_t i = 0; i < m->claims.count; i++) {
            const struct claim *c = &m->claims.items[i];
            bool is_key = is_key_field(m->r->record, c->meaning.field);
            if (c->column == column && is_key == wants_keys)
                add_task(m, c, is_key);
        }
    }
}

/* Several columns of one list: what a row has in them is put together. */
static void mark_lists_of_many(struct reading *r) {
    for (size_t i = 0; i < r->tasks.count; i++) {
        for (size_t k = 0; k < r->tasks.count; k++) {
            enum field field = r->tasks.items[i].field;
            if (k != i && r->tasks.items[k].field == field &&
                (field == FIELD_role || field == FIELD_product))
                r->tasks.items[i].is_one_of_many = true;
        }
    }
}

/* A running number beside the rows says nothing about anybody. */
static bool is_row_number(struct span header) {
    static const char *const words[] = {"no", "項番", "番号", "連番", "通番", "行番号", "行"};
    struct strbuf folded = {0};
    bool is = false;
    fold_text(FOLD_HEADER, header, &folded);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        is |= span_equal(strbuf_span(&folded), span_of(words[i]));
    is |= folded.n == 0; /* # */
    strbuf_release(&folded);
    return is;
}

/* In policy/roles a condition that is not understood would silently allow everybody. */
static void doubt_condition(const struct mapping *m, struct span header) {
    if (m->r->record != RECORD_ROLE || header_field(RECORD_LINK, header) == FIELD_note ||
        is_row_number(header))
        return;
    struct origin origin = {.line = m->line};
    issue_add_at(m->r, origin, header, header, MSG_HEADER_UNKNOWN, MSG_DONE_COLUMN_IGNORED);
}

void lay_down_tasks(struct mapping *m) {
    struct reading *r = m->r;
    add_tasks(m, true);
    r->key_tasks = r->tasks.count;
    add_tasks(m, false);
    mark_lists_of_many(r);
    for (uint32_t i = 0; i < r->headers.count; i++) {
        if (m->is_used[i] || r->headers.items[i].n == 0)
            continue;
        vec_push(&r->source->unused_headers, r->headers.items[i]);
        doubt_condition(m, r->headers.items[i]);
    }
    r->source->known = m->claimed;
}
