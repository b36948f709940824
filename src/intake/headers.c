/*
 * Headers → fields → tasks. What the configuration names (`columns`) comes first. Then the
 * synonyms, strongest rank first, so that a weak header (username) feeds its field only where no
 * stronger one does, and may still serve its second meaning. Two headers of one rank for one field
 * are an error: guessing would be worse.
 */
#include "mapping.h"

#include "tenko/nearest.h"

#include <stdlib.h>

/* All headers for a message: "職員番号, 氏名"; but nobody's data. */
static void list_headers(const struct reading *r, struct strbuf *out) {
    if (headers_look_like_values(r)) {
        strbuf_add_text(out, "…");
        return;
    }
    for (size_t i = 0; i < r->headers.count; i++) {
        if (r->headers.items[i].n)
            strbuf_add_item(out, ", ", r->headers.items[i]);
    }
    if (out->n == 0)
        strbuf_add_text(out, "-");
}

static void claim(struct mapping *m, uint32_t column, struct meaning meaning) {
    vec_push(&m->claims, ((struct claim){column, meaning}));
    m->is_used[column] = true;
    add_field(&m->claimed, meaning.field);
}

static bool claimed_twice(struct mapping *m, enum field field, uint32_t a, uint32_t b,
                          struct error *err) {
    struct strbuf list = {0};
    list_headers(m->r, &list);
    error_set(err, FAULT_INPUT, MSG_HEADER_TWICE, m->r->source->display, m->line,
              fields[field].name, m->r->headers.items[a].p, m->r->headers.items[b].p, list.p, NULL);
    strbuf_release(&list);
    return false;
}

/* --- what the configuration names --- */

static bool no_such_header(struct mapping *m, const struct column_choice *choice,
                           struct error *err) {
    struct reading *r = m->r;
    const char **texts = memory_zeroed(r->headers.count + 1, sizeof *texts);
    for (size_t i = 0; i < r->headers.count; i++)
        texts[i] = r->headers.items[i].p;
    bool is_secret = headers_look_like_values(r);
    const char *nearest = is_secret ? NULL : nearest_word(choice->header, texts, r->headers.count);
    struct strbuf list = {0};
    list_headers(r, &list);
    error_set(err, FAULT_USAGE,
              is_secret ? MSG_COLUMN_NOT_FOUND_VALUES
              : nearest ? MSG_COLUMN_NOT_FOUND_NEAREST
                        : MSG_COLUMN_NOT_FOUND,
              r->input->source.config_file, choice->line, choice->header, r->source->display,
              list.p, nearest ? nearest : "", NULL);
    strbuf_release(&list);
    free(texts);
    return false;
}

/* The column with this header: as written, else folded. Two of them are an error. */
static bool find_named(struct mapping *m, const struct column_choice *choice, uint32_t *column,
                       struct error *err) {
    struct reading *r = m->r;
    struct span wanted = trimmed(span_of(choice->header));
    uint32_t found = UINT32_MAX;
    for (int pass = 0; pass < 2 && found == UINT32_MAX; pass++) {
        for (uint32_t i = 0; i < r->headers.count; i++) {
            struct span header = r->headers.items[i];
            bool fits = pass == 0
                            ? span_equal(header, wanted)
                            : header_is(header, choice->header, &r->scratch, &r->more_scratch);
            if (!fits || header.n == 0)
                continue;
            if (found != UINT32_MAX)
                return claimed_twice(m, choice->field, found, i, err);
            found = i;
        }
    }
    if (found == UINT32_MAX)
        return no_such_header(m, choice, err);
    *column = found;
    return true;
}

/* role_columns: each of these headers is a role. */
static bool claim_role_columns(struct mapping *m, struct error *err) {
    const struct input_plan *input = m->r->input;
    for (size_t i = 0; i < input->system.role_columns.count; i++) {
        struct column_choice choice = {.field = FIELD_role,
                                       .header = input->system.role_columns.items[i],
                                       .line = input->line};
        uint32_t column = 0;
        if (!find_named(m, &choice, &column, err))
            return false;
        claim(m, column, (struct meaning){FIELD_role, 1, HEADER_TICKED, 0});
    }
    return true;
}

static bool is_claimed(const struct mapping *m, enum field field) {
    return knows_field(m->claimed, field);
}

static bool claim_named(struct mapping *m, struct error *err) {
    const struct input_plan *input = m->r->input;
    for (size_t i = 0; i < input->columns.count; i++) {
        const struct column_choice *choice = &input->columns.items[i];
        uint32_t column = 0;
        if (!find_named(m, choice, &column, err))
            return false;
        struct meaning meaning = {choice->field, 1, 0, 0};
        /* A header that says the opposite of the field does so, named or not. */
        for (size_t k = 0; k < m->counts[column]; k++) {
            if (m->meanings[column][k].field == choice->field)
                meaning.flags = m->meanings[column][k].flags;
        }
        claim(m, column, meaning);
    }
    return true;
}

/* --- what the synonyms say --- */

static bool is_day_of_period(const struct meaning *meaning) {
    return fields[meaning->field].type == TYPE_DATE &&
           meaning->flags & (HEADER_FIRST_DAY | HEADER_LAST_DAY);
}

/* Is the column used up? One of periods feeds two fields. */
static bool is_spent(const struct mapping *m, uint32_t column, const struct meaning *meaning) {
    if (!m->is_used[column] || !is_day_of_period(meaning))
        return m->is_used[column];
    for (size_t i = 0; i < m->claims.count; i++) {
        const struct claim *c = &m->claims.items[i];
        if (c->column == column && !is_day_of_period(&c->meaning))
            return true;
    }
    return false;
}

static const struct meaning *meaning_at(const struct mapping *m, uint32_t column, enum field field,
                                        unsigned rank) {
    for (size_t k = 0; k < m->counts[column]; k++) {
        const struct meaning *meaning = &m->meanings[column][k];
        if (meaning->field == field && meaning->rank == rank && !is_spent(m, column, meaning))
            return meaning;
    }
    return NULL;
}

/* Fields that every column which means them feeds. */
static bool is_many(enum field field) {
    return fields[field].type == TYPE_NAMES || fields[field].type == TYPE_ADDRESSES ||
           field == FIELD_login;
}

static bool is_leave(enum field field) {
    return field == FIELD_leave_from || field == FIELD_leave_to;
}

/* Guessed from headers of which several fit: nothing. */
static bool is_doubtful(const struct mapping *m, enum field field, unsigned rank) {
    uint32_t fitting = 0;
    for (uint32_t column = 0; column < m->r->headers.count; column++) {
        const struct meaning *meaning = meaning_at(m, column, field, rank);
        fitting += meaning && !(meaning->flags & (HEADER_NEWEST | HEADER_STATE));
    }
    return rank > RANK_DERIVED && fitting > 1 && !is_many(field);
}

static bool claim_field(struct mapping *m, enum field field, unsigned rank, struct error *err) {
    uint32_t first = UINT32_MAX;
    if (is_doubtful(m, field, rank))
        return true;
    for (uint32_t column = 0; column < m->r->headers.count; column++) {
        const struct meaning *meaning = meaning_at(m, column, field, rank);
        if (!meaning || meaning->flags & HEADER_STATE || (meaning->number > 1 && !is_many(field)))
            continue;
        bool is_one_of_several = fields[field].type == TYPE_DATE
                                     ? meaning->flags & (HEADER_NEWEST | HEADER_EARLIEST)
                                     : meaning->flags & HEADER_NEWEST;
        if (first != UINT32_MAX && is_leave(field))
            continue; /* claim_further_leaves */
        if (first != UINT32_MAX && !is_one_of_several && !is_many(field))
            return claimed_twice(m, field, first, column, err);
        first = column;
        claim(m, column, *meaning);
    }
    return true;
}

/* The column that tells the state of an account, and every column that may say that it is
 * off. Where the configuration names one, it alone counts. */
static bool claim_states(struct mapping *m, struct error *err) {
    if (m->r->record != RECORD_ACCOUNT || is_claimed(m, FIELD_status))
        return true;
    for (unsigned rank = 1; rank <= RANK_DERIVED + 1 && !is_claimed(m, FIELD_status);
         rank += RANK_NOTE) {
        if (!claim_field(m, FIELD_status, rank, err))
            return false;
    }
    for (uint32_t column = 0; column < m->r->headers.count; column++) {
        for (size_t k = 0; k < m->counts[column] && !m->is_used[column]; k++) {
            struct meaning meaning = m->meanings[column][k];
            if (meaning.field == FIELD_status && meaning.flags & HEADER_STATE)
                claim(m, column, meaning);
        }
    }
    return true;
}

/* Every column of the field that adds to what others say, unless the configuration names one. */
static void claim_further(struct mapping *m, enum field field, field_set named) {
    for (uint32_t column = 0; column < m->r->headers.count && !knows_field(named, field);
         column++) {
        for (size_t k = 0; k < m->counts[column] && !m->is_used[column]; k++) {
            struct meaning meaning = m->meanings[column][k];
            if (meaning.field == field && meaning.flags & HEADER_STATE)
                claim(m, column, meaning);
        }
    }
}

/* 部署2, 役職3: what a further post has, or a further department or role of an account. */
static void claim_numbered(struct mapping *m) {
    static const field_set of_person =
        FIELDS(department_code, department, job_type, position, employment);
    static const field_set of_account = FIELDS(department_code, department, role);
    static const field_set of_seat = FIELDS(product);
    field_set further = m->r->record == RECORD_PERSON    ? of_person
                        : m->r->record == RECORD_ACCOUNT ? of_account
                        : m->r->record == RECORD_SEAT    ? of_seat
                                                         : (field_set){{0}};
    for (uint32_t column = 0; column < m->r->headers.count; column++) {
        for (size_t k = 0; k < m->counts[column] && !m->is_used[column]; k++) {
            struct meaning meaning = m->meanings[column][k];
            if (meaning.number > 1 && knows_field(further, meaning.field))
                claim(m, column, meaning);
        }
    }
}

/* Is the unused column a day of a leave? Not the day of return. */
static bool means_leave(const struct mapping *m, uint32_t column, enum field field,
                        struct meaning *out) {
    enum { RANK_OF_RETURN = 7 }; /* synonyms.c */
    for (size_t i = 0; i < m->claims.count; i++) {
        if (m->claims.items[i].column == column && m->claims.items[i].meaning.field == field)
            return false;
    }
    for (size_t k = 0; k < m->counts[column]; k++) {
        *out = m->meanings[column][k];
        if (out->field == field && out->rank % RANK_NOTE < RANK_OF_RETURN)
            return !is_spent(m, column, out);
    }
    return false;
}

/* 産休 beside 育休: further leaves of a row, told apart by their number. */
static void claim_further_leaves(struct mapping *m, field_set named) {
    static const enum field days[] = {FIELD_leave_from, FIELD_leave_to};
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        uint8_t number = 2;
        for (uint32_t column = 0; column < m->r->headers.count; column++) {
            struct meaning meaning;
            if (!knows_field(named, days[i]) && number < FIRST_LEAVE + LEAVES &&
                means_leave(m, column, days[i], &meaning)) {
                meaning.number = number++;
                claim(m, column, meaning);
            }
        }
    }
}

static bool claim_recognised(struct mapping *m, struct error *err) {
    const field_set named = m->claimed;
    if (!claim_states(m, err))
        return false;
    for (unsigned rank = 1; rank <= RANK_LAST; rank++) {
        field_set before = m->claimed;
        for (int f = 0; f < FIELD_COUNT; f++) {
            if ((!knows_field(before, (enum field)f) || is_many((enum field)f)) &&
                !claim_field(m, (enum field)f, rank, err))
                return false;
        }
    }
    claim_numbered(m);
    if (m->r->record == RECORD_ACCOUNT) /* is_bot, is_guest: not a person's */
        claim_further(m, FIELD_kind, named);
    else if (m->r->record == RECORD_SEAT || m->r->record == RECORD_PERSON)
        claim_further(m, FIELD_status, named); /* 返却日: no seat any more; 休職フラグ: on leave */
    if (m->r->record == RECORD_PERSON)
        claim_further_leaves(m, named);
    return true;
}

/* --- what follows from it --- */

static void drop_claims(struct mapping *m, enum field field) {
    size_t kept = 0;
    for (size_t i = 0; i < m->claims.count; i++) {
        struct claim c = m->claims.items[i];
        if (c.meaning.field == field)
            m->is_used[c.column] = false;
        else
            m->claims.items[kept++] = c;
    }
    m->claims.count = kept;
    remove_field(&m->claimed, field);
}

/* A preferred name where there is no other is the name. */
static void promote_other_name(struct mapping *m) {
    for (size_t i = 0; i < m->claims.count; i++) {
        struct meaning *meaning = &m->claims.items[i].meaning;
        bool is_part = meaning->flags & (HEADER_FAMILY | HEADER_GIVEN);
        if (meaning->field != FIELD_other_name || is_part || is_claimed(m, FIELD_name) ||
            is_claimed(m, FIELD_family_name))
            continue;
        meaning->field = FIELD_name;
        add_field(&m->claimed, FIELD_name);
    }
}

/* Half a name is no name to compare with. */
static void complete_names(struct mapping *m) {
    promote_other_name(m);
    if (!is_claimed(m, FIELD_family_name) && !is_claimed(m, FIELD_name))
        drop_claims(m, FIELD_given_name);
    if (!is_claimed(m, FIELD_family_kana) && !is_claimed(m, FIELD_kana))
        drop_claims(m, FIELD_given_kana);
    if (is_claimed(m, FIELD_family_name))
        add_field(&m->claimed, FIELD_name);
    if (is_claimed(m, FIELD_family_kana))
        add_field(&m->claimed, FIELD_kana);
}

/* A roster in a system's place: it has days of employment, and nothing that only accounts have. */
static bool looks_like_roster(const struct mapping *m) {
    static const field_set of_accounts =
        FIELDS(role, kind, privileged, created_on, last_login_on, password_changed_on, mfa);
    if (!is_claimed(m, FIELD_person_id) || has_field_of(m->claimed, of_accounts))
        return false;
    for (uint32_t column = 0; column < m->r->headers.count; column++) {
        struct meaning meanings[MEANINGS_MAX];
        size_t n =
            header_meanings(RECORD_PERSON, m->r->headers.items[column], &m->r->scratch, meanings);
        if (n && !m->is_used[column] &&
            (meanings[0].field == FIELD_hired_on || meanings[0].field == FIELD_left_on))
            return true;
    }
    return false;
}

/* Words for those who administer: what has them in it tells of roles. */
static bool is_role_of_admins(struct span folded) {
    static const char *const words[] = {"admin",    "administrator", "owner",      "primaryowner",
                                        "coadmin",  "co-admin",      "teamadmin",  "workspaceowner",
                                        "orgowner", "orgadmin",      "superadmin", "primary owner",
                                        "管理者",   "オーナー"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (span_equal(folded, span_of(words[i])))
            return true;
    }
    return false;
}

static bool names_admins(const struct mapping *m, uint32_t column) {
    for (size_t i = m->r->next_ahead; i < m->r->ahead.count; i++) {
        fold_text(FOLD_WORD, cell_text(&m->r->ahead.items[i], column), &m->r->scratch);
        if (is_role_of_admins(strbuf_span(&m->r->scratch)))
            return true;
    }
    return false;
}

/* Chat and file services write Member, Admin and Deactivated into one column: where no other tells
 * the roles, this one does. */
static void state_as_role(struct mapping *m) {
    if (m->r->record != RECORD_ACCOUNT || is_claimed(m, FIELD_role) ||
        is_claimed(m, FIELD_privileged))
        return;
    for (size_t i = 0; i < m->claims.count; i++) {
        const struct claim *c = &m->claims.items[i];
        bool may_be = c->meaning.field == FIELD_status || c->meaning.field == FIELD_kind;
        if (!may_be || c->meaning.flags & HEADER_STATE || !names_admins(m, c->column))
            continue;
        claim(m, c->column, (struct meaning){FIELD_role, 1, 0, 0});
        return;
    }
}

/* In a list without user IDs the address is what people log in with. */
static void email_as_user_id(struct mapping *m) {
    if (m->r->record != RECORD_ACCOUNT || is_claimed(m, FIELD_user_id) || looks_like_roster(m))
        return;
    for (size_t i = 0; i < m->claims.count; i++) {
        if (m->claims.items[i].meaning.field == FIELD_email) {
            claim(m, m->claims.items[i].column, (struct meaning){FIELD_user_id, 1, 0, 0});
            return;
        }
    }
}

/* Nothing but a key was recognised, and it may be one of many rows that name a field each. */
static bool check_direction(const struct mapping *m, struct error *err) {
    const struct reading *r = m->r;
    if (m->claims.count == 0 || r->input->columns.count || has_no_header(r) ||
        !is_written_downwards(m, m->claims.items[0].column))
        return true;
    return error_set(err, FAULT_INPUT, MSG_HEADER_DOWNWARDS, r->source->display, m->line, NULL);
}

static bool check_keys(const struct mapping *m, struct error *err) {
    if (has_key_fields(m->r->record, m->claimed))
        return check_direction(m, err);
    const char *missing = "person_id";
    for (int f = FIELD_COUNT - 1; f >= 0; f--) {
        if (fields[f].required & 1u << m->r->record && !knows_field(m->claimed, (enum field)f))
            missing = fields[f].name;
    }
    struct strbuf list = {0};
    list_headers(m->r, &list);
    enum message_id message = has_no_header(m->r)              ? MSG_HEADER_NONE_KEY_MISSING
                              : headers_look_like_values(m->r) ? MSG_HEADER_IS_VALUES
                                                               : MSG_HEADER_KEY_MISSING;
    error_set(err, FAULT_INPUT, message, m->r->source->display, m->line, missing, list.p, NULL);
    strbuf_release(&list);
    return false;
}

/* --- tasks --- */

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

/* Keys first: a row that is to be rejected is not read further. */
static void lay_down(struct mapping *m) {
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

static void keep_headers(struct reading *r, const struct row *row) {
    for (uint32_t i = 0; i < row->count; i++) {
        struct span text = trimmed((struct span){row->cells[i].p, row->cells[i].n});
        vec_push(&r->headers, arena_copy(&r->source->arena, text));
        if (text.n)
            r->width = i + 1;
    }
}

bool map_headers(struct reading *r, const struct row *header, struct error *err) {
    keep_headers(r, header);
    size_t n = r->headers.count + 1;
    struct mapping m = {
        .r = r,
        .line = header->line,
        .counts = memory_zeroed(n, sizeof *m.counts),
        .meanings = memory_zeroed(n, sizeof *m.meanings),
        .is_used = memory_zeroed(n, sizeof *m.is_used),
    };
    r->source->header_line = header->line;
    for (size_t i = 0; i < r->headers.count; i++)
        m.counts[i] = header_meanings(r->record, r->headers.items[i], &r->scratch, m.meanings[i]);
    bool ok = claim_named(&m, err) && claim_role_columns(&m, err) && judge_columns(&m, err) &&
              claim_recognised(&m, err);
    if (ok) {
        complete_names(&m);
        state_as_role(&m);
        email_as_user_id(&m);
        ok = check_keys(&m, err);
    }
    if (ok)
        lay_down(&m);
    free(m.counts);
    free(m.meanings);
    free(m.is_used);
    vec_release(&m.claims);
    return ok;
}
