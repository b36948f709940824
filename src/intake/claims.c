/*
 * Which column feeds which field, by the synonyms: strongest rank first, so that a weak header
 * (username) feeds its field only where no stronger one does, and may still serve its second
 * meaning. Two headers of one rank for one field are an error: guessing would be worse.
 */
#include "mapping.h"

void list_headers(const struct reading *r, struct strbuf *out) {
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

void claim(struct mapping *m, uint32_t column, struct meaning meaning) {
    vec_push(&m->claims, ((struct claim){column, meaning}));
    m->is_used[column] = true;
    add_field(&m->claimed, meaning.field);
}

bool claimed_twice(struct mapping *m, enum field field, uint32_t a, uint32_t b, struct error *err) {
    struct strbuf list = {0};
    list_headers(m->r, &list);
    error_set(err, FAULT_INPUT, MSG_HEADER_TWICE, m->r->source->display, m->line,
              fields[field].name, m->r->headers.items[a].p, m->r->headers.items[b].p, list.p, NULL);
    strbuf_release(&list);
    return false;
}

bool is_claimed(const struct mapping *m, enum field field) {
    return knows_field(m->claimed, field);
}

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

bool claim_recognised(struct mapping *m, struct error *err) {
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
