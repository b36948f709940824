/*
 * A header is judged by its column, too, and by the headers beside it. Numbers that only count are
 * no logins where another column holds some; EXPIRY_DATE beside ACCOUNT_STATUS is Oracle's, the
 * password's; End Date beside Hire Date is the person's.
 */
#include "mapping.h"

enum { ROWS_JUDGED = 40 };

/* What the cells of a column look like, as far as they were read ahead. */
struct profile {
    size_t filled;
    bool is_ascending; /* whole numbers, each greater than the one before */
    bool is_counting;  /* 1, 2, 3 … */
    bool is_logins;    /* ASCII without blanks, each with a letter */
    bool is_addresses;
};

/* The number of a cell that is one, without leading zeros; else −1. */
static int64_t number_of(struct span text) {
    int64_t number = 0;
    if (text.n == 0 || text.n > 15 || (text.p[0] == '0' && text.n > 1))
        return -1;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9')
            return -1;
        number = number * 10 + (text.p[i] - '0');
    }
    return number;
}

static bool is_login(struct span text) {
    bool has_letter = false;
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        if (c <= 0x20 || c >= 0x7F)
            return false;
        has_letter |= (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }
    return has_letter;
}

static struct profile profile_of(const struct reading *r, uint32_t column) {
    struct profile p = {0, true, true, true, true};
    int64_t before = -1;
    for (size_t i = r->next_ahead; i < r->ahead.count; i++) {
        struct span text = cell_text(&r->ahead.items[i], column);
        if (text.n == 0 || is_none(r->record, text))
            continue;
        int64_t number = number_of(text);
        p.is_counting &= p.filled ? number == before + 1 : number == 1;
        p.is_ascending &= number > before;
        p.is_logins &= is_login(text);
        p.is_addresses &= memchr(text.p, '@', text.n) != NULL;
        before = number;
        p.filled++;
    }
    if (p.filled < 2)
        return (struct profile){0};
    return p;
}

static struct meaning *meaning_of(struct mapping *m, uint32_t column, enum field field) {
    for (size_t k = 0; k < m->counts[column]; k++) {
        if (m->meanings[column][k].field == field)
            return &m->meanings[column][k];
    }
    return NULL;
}

static void drop_meaning(struct mapping *m, uint32_t column, enum field field) {
    struct meaning *meaning = meaning_of(m, column, field);
    size_t at = meaning ? (size_t)(meaning - m->meanings[column]) : 0;
    if (meaning)
        memmove(meaning, meaning + 1, (--m->counts[column] - at) * sizeof *meaning);
}

/* Is there a column that holds logins better than this counter? */
static bool has_logins_beside(struct mapping *m, uint32_t counter, const struct profile *p) {
    for (uint32_t i = 0; i < m->r->headers.count; i++) {
        if (i == counter || m->is_used[i])
            continue;
        struct profile other = profile_of(m->r, i);
        if (meaning_of(m, i, FIELD_user_id) && other.is_logins)
            return true;
        if (meaning_of(m, i, FIELD_email) && other.is_addresses && p->is_counting)
            return true;
    }
    return false;
}

static void judge_counters(struct mapping *m) {
    for (uint32_t i = 0; i < m->r->headers.count; i++) {
        if (!meaning_of(m, i, FIELD_user_id))
            continue;
        struct profile p = profile_of(m->r, i);
        if (p.is_ascending && has_logins_beside(m, i, &p))
            drop_meaning(m, i, FIELD_user_id);
    }
}

static bool has_header(struct mapping *m, const char *folded) {
    for (uint32_t i = 0; i < m->r->headers.count; i++) {
        fold_text(FOLD_HEADER, m->r->headers.items[i], &m->r->scratch);
        if (span_equal(strbuf_span(&m->r->scratch), span_of(folded)))
            return true;
    }
    return false;
}

/* Does a column of an account list tell of a person's employment? */
static bool tells_of_employment(struct mapping *m) {
    struct meaning meanings[MEANINGS_MAX];
    for (uint32_t i = 0; i < m->r->headers.count; i++) {
        size_t count =
            header_meanings(RECORD_PERSON, m->r->headers.items[i], &m->r->scratch, meanings);
        bool is_persons =
            count && (meanings[0].field == FIELD_hired_on || meanings[0].field == FIELD_employment);
        if (is_persons && m->counts[i] == 0)
            return true;
    }
    return false;
}

static void drop_expiry(struct mapping *m, const char *folded) {
    for (uint32_t i = 0; i < m->r->headers.count; i++) {
        fold_text(FOLD_HEADER, m->r->headers.items[i], &m->r->scratch);
        if (span_equal(strbuf_span(&m->r->scratch), span_of(folded)))
            drop_meaning(m, i, FIELD_expires_on);
    }
}

static void judge_expiry(struct mapping *m) {
    static const char *const of_persons[] = {"enddate", "終了日", "終了年月日"};
    if (has_header(m, "accountstatus"))
        drop_expiry(m, "expirydate");
    if (!tells_of_employment(m))
        return;
    for (size_t i = 0; i < sizeof of_persons / sizeof of_persons[0]; i++)
        drop_expiry(m, of_persons[i]);
}

bool judge_columns(struct mapping *m, struct error *err) {
    if (m->r->record != RECORD_ACCOUNT && m->r->record != RECORD_SEAT)
        return true;
    if (!read_ahead(m->r, ROWS_JUDGED, err))
        return false;
    judge_counters(m);
    if (m->r->record == RECORD_ACCOUNT)
        judge_expiry(m);
    return true;
}
