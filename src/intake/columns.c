/*
 * A header is judged by its column, too, and by the headers beside it. Numbers that only count, and
 * GUIDs, are no logins where another column holds some; EXPIRY_DATE beside ACCOUNT_STATUS is
 * Oracle's, the password's; End Date beside Hire Date is the person's; User Name is a login in one
 * product and a name in the next; 名前 beside 姓 is the other half of it.
 */
#include "mapping.h"
#include "words.h"

#include <ctype.h>

enum { ROWS_JUDGED = 40 };

/* What the cells of a column look like, as far as they were read ahead. */
struct profile {
    size_t filled;
    bool is_ascending; /* whole numbers, each greater than the one before */
    bool is_counting;  /* 1, 2, 3 … */
    bool is_internal;  /* whole numbers from a few to many digits, as databases give them out */
    bool is_logins;    /* ASCII without blanks, each with a letter */
    bool has_login;
    bool is_addresses;
    bool is_guids; /* 8f1c2d3e-0a1b-4c2d-9e3f-1a2b3c4d5e6f */
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

static bool is_guid(struct span text) {
    static const char form[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    if (text.n != sizeof form - 1)
        return false;
    for (size_t i = 0; i < text.n; i++) {
        if (form[i] == '-' ? text.p[i] != '-' : !isxdigit((unsigned char)text.p[i]))
            return false;
    }
    return true;
}

static struct profile profile_of(const struct reading *r, uint32_t column) {
    struct profile p = {0, true, true, true, true, false, true, true};
    int64_t before = -1;
    size_t shortest = SIZE_MAX, longest = 0;
    for (size_t i = r->next_ahead; i < r->ahead.count; i++) {
        const struct row *row = &r->ahead.items[i];
        struct span text = cell_text(row, column);
        bool is_remark = row->count == 1 && r->headers.count > 1;
        if (text.n == 0 || is_remark || is_none(r->record, text))
            continue;
        int64_t number = number_of(text);
        p.is_counting &= p.filled ? number == before + 1 : number == 1;
        p.is_ascending &= number > before;
        p.is_internal &= number >= 0;
        shortest = text.n < shortest ? text.n : shortest;
        longest = text.n > longest ? text.n : longest;
        p.is_logins &= is_login(text);
        p.has_login |= is_login(text);
        p.is_addresses &= memchr(text.p, '@', text.n) != NULL;
        p.is_guids &= is_guid(text);
        before = number;
        p.filled++;
    }
    if (p.filled < 2)
        return (struct profile){0};
    p.is_internal &= longest >= shortest + 2; /* employees have numbers of one length */
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
        if (meaning_of(m, i, FIELD_user_id) && other.is_logins && !other.is_guids)
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
        if ((p.is_ascending || p.is_internal || p.is_guids) && has_logins_beside(m, i, &p))
            drop_meaning(m, i, FIELD_user_id);
    }
}

/* --- names --- */

/* Is there another column that may be the field, more clearly than with `rank`? */
static bool has_beside(struct mapping *m, uint32_t column, enum field field, unsigned rank) {
    for (uint32_t i = 0; i < m->r->headers.count; i++) {
        const struct meaning *other = i == column ? NULL : meaning_of(m, i, field);
        if (other && other->rank < rank)
            return true;
    }
    return false;
}

/* User, User Name: logins are no name, and names are no user ID where something else may be. */
static void judge_user_names(struct mapping *m) {
    for (uint32_t i = 0; i < m->r->headers.count; i++) {
        const struct meaning *name = meaning_of(m, i, FIELD_name);
        const struct meaning *id = meaning_of(m, i, FIELD_user_id);
        if (!id || (m->r->record == RECORD_ACCOUNT && !name))
            continue;
        struct profile p = profile_of(m->r, i);
        bool has_other =
            has_beside(m, i, FIELD_user_id, UINT8_MAX) || has_beside(m, i, FIELD_email, UINT8_MAX);
        if (p.filled && (p.is_logins || p.is_addresses))
            drop_meaning(m, i, FIELD_name);
        else if (p.filled && !p.has_login && !p.is_ascending && has_other)
            drop_meaning(m, i, FIELD_user_id);
    }
}

/* Does a cell of the column begin with that of the other, as 佐藤 花子 does with 佐藤? */
static bool repeats_column(const struct reading *r, uint32_t column, uint32_t other) {
    for (size_t i = r->next_ahead; i < r->ahead.count; i++) {
        struct span whole = cell_text(&r->ahead.items[i], column);
        struct span part = cell_text(&r->ahead.items[i], other);
        if (part.n && whole.n > part.n && memcmp(whole.p, part.p, part.n) == 0)
            return true;
    }
    return false;
}

/* 名前 beside 姓, カナ（名） beside カナ（姓）: the given name, where no other column is. */
static void judge_half(struct mapping *m, enum field whole, enum field family, enum field given) {
    for (uint32_t i = 0; i < m->r->headers.count; i++) {
        const struct meaning *half = meaning_of(m, i, given);
        if (!half || !meaning_of(m, i, whole) || has_beside(m, i, given, half->rank))
            continue;
        for (uint32_t k = 0; k < m->r->headers.count; k++) {
            if (k == i || !meaning_of(m, k, family) || meaning_of(m, k, whole))
                continue;
            if (!repeats_column(m->r, i, k))
                drop_meaning(m, i, whole);
            break;
        }
    }
}

/* --- codes beside their names --- */

/* Every cell a short code (0, 2, A1): nothing that says by itself what it means. */
static bool holds_codes(const struct reading *r, uint32_t column) {
    enum { CODE_BYTES = 6 };
    size_t filled = 0;
    for (size_t i = r->next_ahead; i < r->ahead.count; i++) {
        struct span text = cell_text(&r->ahead.items[i], column);
        bool has_digit = false;
        for (size_t k = 0; k < text.n; k++) {
            char c = text.p[k];
            has_digit |= c >= '0' && c <= '9';
            if (text.n > CODE_BYTES || (unsigned char)c <= ' ' || (unsigned char)c >= 0x7F)
                return false;
        }
        if (text.n && !has_digit)
            return false;
        filled += text.n > 0;
    }
    return filled > 0;
}

/* Is the header the other one and a word for its text: 在籍区分名 of 在籍区分? */
static bool is_name_of(struct mapping *m, uint32_t name, uint32_t code) {
    static const char *const endings[] = {"名",   "名称", "名漢字",      "略称", "内容",
                                          "name", "desc", "description", "text", "label"};
    fold_text(FOLD_HEADER, m->r->headers.items[code], &m->r->scratch);
    fold_text(FOLD_HEADER, m->r->headers.items[name], &m->r->more_scratch);
    struct span base = strbuf_span(&m->r->scratch), whole = strbuf_span(&m->r->more_scratch);
    if (base.n == 0 || whole.n <= base.n || memcmp(whole.p, base.p, base.n) != 0)
        return false;
    struct span rest = {whole.p + base.n, whole.n - base.n};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (span_equal(rest, span_of(endings[i])))
            return true;
    }
    return false;
}

/* 在籍区分 (2) beside 在籍区分名 (退職): the name tells. */
static void judge_codes(struct mapping *m) {
    static const enum field named[] = {FIELD_status,   FIELD_kind,       FIELD_post_kind,
                                       FIELD_job_type, FIELD_employment, FIELD_position,
                                       FIELD_role,     FIELD_department};
    for (uint32_t i = 0; i < m->r->headers.count; i++) {
        if (m->counts[i] == 0 || m->is_used[i] || !holds_codes(m->r, i))
            continue;
        for (uint32_t k = 0; k < m->r->headers.count; k++) {
            if (k == i || holds_codes(m->r, k) || !is_name_of(m, k, i))
                continue;
            for (size_t f = 0; f < sizeof named / sizeof named[0]; f++) {
                if (meaning_of(m, k, named[f]))
                    drop_meaning(m, i, named[f]);
            }
        }
    }
}

/* --- roles and privilege --- */

static bool header_folds_to(struct mapping *m, uint32_t column, const char *folded) {
    fold_text(FOLD_HEADER, m->r->headers.items[column], &m->r->scratch);
    return span_equal(strbuf_span(&m->r->scratch), span_of(folded));
}

static bool has_header(struct mapping *m, const char *folded) {
    for (uint32_t i = 0; i < m->r->headers.count; i++) {
        if (header_folds_to(m, i, folded))
            return true;
    }
    return false;
}

/* PROFILE beside ACCOUNT_STATUS is Oracle's, of passwords. Beside a role it is Salesforce's, which
 * gives rights as roles do. */
static void judge_profiles(struct mapping *m) {
    static const char *const words[] = {"profile", "profilename", "プロファイル"};
    bool is_of_passwords = has_header(m, "accountstatus");
    for (uint32_t i = 0; i < m->r->headers.count; i++) {
        struct meaning *role = meaning_of(m, i, FIELD_role);
        bool is_profile = false;
        for (size_t w = 0; role && w < sizeof words / sizeof words[0]; w++)
            is_profile |= header_folds_to(m, i, words[w]);
        if (is_profile && is_of_passwords)
            drop_meaning(m, i, FIELD_role);
        else if (is_profile && has_beside(m, i, FIELD_role, 2))
            role->number = 2;
    }
}

static bool has_answers(const struct mapping *m, uint32_t column, enum field field) {
    uint8_t value = 0;
    for (size_t i = m->r->next_ahead; i < m->r->ahead.count; i++) {
        struct span text = cell_text(&m->r->ahead.items[i], column);
        if (text.n && word_value(m->r->record, field, 0, text, &value))
            return true;
    }
    return false;
}

/* Of two columns, 管理者 with a name and テナント管理者 with a tick, the one with answers tells. */
static void judge_privilege(struct mapping *m) {
    bool has = false;
    for (uint32_t i = 0; i < m->r->headers.count && !has; i++)
        has = meaning_of(m, i, FIELD_privileged) && has_answers(m, i, FIELD_privileged);
    for (uint32_t i = 0; has && i < m->r->headers.count; i++) {
        if (meaning_of(m, i, FIELD_privileged) && !has_answers(m, i, FIELD_privileged))
            drop_meaning(m, i, FIELD_privileged);
    }
}

/* --- the end of an account --- */

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
        if (header_folds_to(m, i, folded))
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

/* The serial number in a list of licenses with their holders is the license's, and no device. */
static void judge_serials(struct mapping *m) {
    enum { SERIAL_RANK = 5 }; /* synonyms.c */
    for (uint32_t i = 0; i < m->r->headers.count; i++) {
        const struct meaning *serial = meaning_of(m, i, FIELD_device_id);
        bool has_holder = has_beside(m, i, FIELD_person_id, UINT8_MAX) ||
                          has_beside(m, i, FIELD_user_id, UINT8_MAX);
        if (serial && serial->rank == SERIAL_RANK && has_holder)
            drop_meaning(m, i, FIELD_device_id);
    }
}

static bool names(const struct mapping *m, const char *word) {
    for (uint32_t i = 0; i < m->r->headers.count; i++) {
        struct span header = m->r->headers.items[i];
        if (memmem(header.p, header.n, word, strlen(word)))
            return true;
    }
    return false;
}

/* 派遣終了日 is the end of a temporary worker; in a list of staff with their state it is the day on
 * which they come back from another office. */
static void judge_dispatch(struct mapping *m) {
    static const char word[] = "派遣";
    if (names(m, "派遣元") || names(m, "派遣会社") || names(m, "派遣社員"))
        return;
    for (uint32_t i = 0; i < m->r->headers.count; i++) {
        struct span header = m->r->headers.items[i];
        if (header.n < sizeof word - 1 || memcmp(header.p, word, sizeof word - 1) != 0 ||
            !has_beside(m, i, FIELD_status, UINT8_MAX))
            continue;
        drop_meaning(m, i, FIELD_left_on);
        drop_meaning(m, i, FIELD_hired_on);
    }
}

/* 退職 over ticks says whether, not when. */
static void judge_leaving(struct mapping *m) {
    for (uint32_t i = 0; i < m->r->headers.count; i++) {
        struct meaning *leaving = meaning_of(m, i, FIELD_left_on);
        bool has_yes = false, has_other = false;
        for (size_t k = m->r->next_ahead; leaving && k < m->r->ahead.count; k++) {
            struct span text = cell_text(&m->r->ahead.items[k], i);
            bool is_yes = false, is_answer = text.n && answer_of(text, &is_yes);
            has_yes |= is_answer && is_yes;
            has_other |= text.n && !is_answer && !is_none(m->r->record, text);
        }
        if (has_yes && !has_other)
            *leaving = (struct meaning){FIELD_status, leaving->rank, HEADER_INVERTED, 0};
    }
}

bool judge_columns(struct mapping *m, struct error *err) {
    enum record record = m->r->record;
    if (record != RECORD_ACCOUNT && record != RECORD_SEAT && record != RECORD_PERSON)
        return true;
    if (!read_ahead(m->r, ROWS_JUDGED, err))
        return false;
    judge_codes(m);
    judge_half(m, FIELD_name, FIELD_family_name, FIELD_given_name);
    judge_half(m, FIELD_kana, FIELD_family_kana, FIELD_given_kana);
    if (record == RECORD_PERSON) {
        judge_leaving(m);
        judge_dispatch(m);
        return true;
    }
    if (record == RECORD_SEAT)
        judge_serials(m);
    judge_counters(m);
    judge_user_names(m);
    if (record == RECORD_ACCOUNT) {
        judge_expiry(m);
        judge_profiles(m);
        judge_privilege(m);
    }
    return true;
}
