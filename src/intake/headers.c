/*
 * Headers → fields → tasks. What the configuration names (`columns`) comes first, then the synonyms
 * (claims.c), then what follows from both: half a name is none, and in a list without user IDs the
 * address is one.
 */
#include "mapping.h"

#include "tenko/nearest.h"

#include <stdlib.h>

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
        lay_down_tasks(&m);
    free(m.counts);
    free(m.meanings);
    free(m.is_used);
    vec_release(&m.claims);
    return ok;
}
