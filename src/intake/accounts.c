/*
 * Accounts: rows for one user ID are one account. Their roles are united; whatever else differs is
 * an input issue, and the first row wins. Kinds by glob and privileged roles are decided at the
 * end, once for each account.
 */
#include "reading.h"

#include <stdlib.h>

/* --- one account for each user ID --- */

/* The text id of the FOLD_ID of a user ID; most are lower-case ASCII and their own key. */
static str_id user_key(struct reading *r, str_id user_id) {
    struct span text = source_text(r->source, user_id);
    size_t i = 0;
    while (i < text.n && (unsigned char)(text.p[i] - 0x21) < 0x5E &&
           (unsigned char)(text.p[i] - 'A') > 'Z' - 'A')
        i++;
    if (i == text.n)
        return user_id;
    fold_text(FOLD_ID, text, &r->scratch);
    return strpool_intern(&r->source->text, strbuf_span(&r->scratch));
}

static uint32_t role_key(struct reading *r, str_id role) {
    while (r->role_key_of_text.count <= role.n)
        vec_push(&r->role_key_of_text, 0);
    uint32_t *key = &r->role_key_of_text.items[role.n];
    if (*key == 0) {
        fold_text(FOLD_WORD, source_text(r->source, role), &r->scratch);
        *key = strpool_intern(&r->role_keys, strbuf_span(&r->scratch)).n;
    }
    return *key;
}

static bool has_role(struct reading *r, const struct account *a, str_id role) {
    uint32_t key = role_key(r, role);
    for (uint32_t i = 0; i < a->role_count; i++) {
        str_id own = r->source->lists.items[a->roles + i];
        if (str_equal(own, role) || role_key(r, own) == key)
            return true;
    }
    return false;
}

enum { ROOM_CUT = UINT16_MAX + 1 }; /* more roles were ignored, and that was reported */

static uint32_t *role_room(struct reading *r, uint32_t account) {
    while (r->role_rooms.count <= account)
        vec_push(&r->role_rooms, 0);
    return &r->role_rooms.items[account];
}

/* A slice may be shared with other accounts: it grows at the end of the lists, or moves there. One
 * that moves again gets room to double: rows of many users may stand in turn. */
static void add_role(struct reading *r, struct account *a, uint32_t *room, str_id role) {
    struct source *s = r->source;
    if (a->role_count < *room) {
        s->lists.items[a->roles + a->role_count++] = role;
        return;
    }
    uint32_t spare = 0;
    if (a->roles + a->role_count != s->lists.count) {
        uint32_t first = (uint32_t)s->lists.count;
        for (uint32_t i = 0; i < a->role_count; i++)
            lists_push(s, s->lists.items[a->roles + i]);
        a->roles = first;
        spare = *room ? a->role_count : 0;
        *room = a->role_count + 1 + spare;
    }
    lists_push(s, role);
    a->role_count++;
    for (uint32_t i = 0; i < spare; i++)
        lists_push(s, STR_NONE);
}

static void unite_roles(struct reading *r, uint32_t first) {
    struct account *a = &r->source->accounts.items[first];
    if (r->current.account.role_count == 0)
        return;
    uint32_t *room = role_room(r, first);
    for (uint32_t i = 0; i < r->current.account.role_count && *room != ROOM_CUT; i++) {
        str_id role = r->source->lists.items[r->current.account.roles + i];
        if (has_role(r, a, role))
            continue;
        if (a->role_count < LIST_MAX) {
            add_role(r, a, room, role);
            continue;
        }
        report_cut(r, task_of(r, FIELD_role), source_text(r->source, role));
        *room = ROOM_CUT;
    }
}

static bool has_email(struct reading *r, const struct account *a, str_id email) {
    for (uint32_t i = 0; i < a->emails.count; i++) {
        if (str_equal(r->source->lists.items[a->emails.first + i], email))
            return true;
    }
    return false;
}

/* Addresses that only this row has are behind those of the earlier rows. */
static void unite_emails(struct reading *r, uint32_t first) {
    struct source *s = r->source;
    struct account *a = &s->accounts.items[first];
    struct texts more = r->current.account.emails;
    uint32_t begin = (uint32_t)s->lists.count;
    for (uint32_t i = 0; i < more.count; i++) {
        str_id email = s->lists.items[more.first + i];
        if (has_email(r, a, email))
            continue;
        for (uint32_t k = 0; k < a->emails.count && a->emails.first != begin; k++)
            lists_push(s, s->lists.items[a->emails.first + k]);
        lists_push(s, email);
        a->emails = (struct texts){begin, (uint32_t)s->lists.count - begin};
        a->email = s->lists.items[begin];
    }
}

/* What earlier rows left empty this one says, and what could not be read there; enabled and
 * privileged if any row is. */
static void complete_account(struct reading *r, uint32_t first) {
    struct account *a = &r->source->accounts.items[first], *b = &r->current.account;
    a->unread = fields_united(a->unread, b->unread);
    for (int f = 0; f < FIELD_COUNT; f++) {
        uint16_t offset = field_offset(RECORD_ACCOUNT, (enum field)f);
        if (offset == 0)
            continue;
        if (fields[f].type == TYPE_DATE) {
            date *day = date_at(a, offset), other = *date_at(b, offset);
            if (*day == DATE_NONE || (*day == DATE_UNKNOWN && other != DATE_NONE))
                *day = other;
            continue;
        }
        if (str_is_none(*text_at(a, offset)))
            *text_at(a, offset) = *text_at(b, offset);
        if (!str_is_none(*text_at(a, offset))) /* one of the rows could be read */
            remove_field(&a->unread, (enum field)f);
    }
    if (b->status == ACCOUNT_ENABLED)
        a->status = ACCOUNT_ENABLED;
    if (b->privileged == ANSWER_YES || a->privileged == ANSWER_UNKNOWN)
        a->privileged = b->privileged;
    if (a->mfa == ANSWER_UNKNOWN)
        a->mfa = b->mfa;
    if (a->kind == KIND_PERSONAL) /* nothing was said */
        a->kind = b->kind;
    if (a->member_count == 0) {
        a->members = b->members;
        a->member_count = b->member_count;
    }
}

static void repeat_account(struct reading *r, uint32_t first) {
    complete_account(r, first);
    unite_roles(r, first);
    unite_emails(r, first);
    report_differences(r, first);
}

void give_role(struct reading *r, uint32_t account, str_id role) {
    struct account *a = &r->source->accounts.items[account];
    uint32_t *room = role_room(r, account);
    if (*room != ROOM_CUT && a->role_count < LIST_MAX && !has_role(r, a, role))
        add_role(r, a, room, role);
}

static bool is_ascii(struct span text) {
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] & 0x80)
            return false;
    }
    return true;
}

/* Of IDs that differ only in case each is an account. `first` has the same folded ID; returns the
 * account with this very ID, or NO_INDEX: it is a new one. */
static uint32_t with_exact_id(struct reading *r, uint32_t first) {
    str_id id = r->current.account.user_id, other = r->source->accounts.items[first].user_id;
    if (str_equal(id, other) || !is_ascii(source_text(r->source, id)) ||
        !is_ascii(source_text(r->source, other)))
        return first;
    struct source *s = r->source;
    while (s->account_of_exact_id.count <= id.n)
        vec_push(&s->account_of_exact_id, NO_ACCOUNT);
    account_ref *exact = &s->account_of_exact_id.items[id.n];
    if (is_account(*exact))
        return exact->n;
    exact->n = (uint32_t)s->accounts.count;
    return NO_INDEX;
}

void store_account(struct reading *r) {
    struct source *s = r->source;
    str_id key = user_key(r, r->current.account.user_id);
    while (s->account_of_user_key.count <= key.n)
        vec_push(&s->account_of_user_key, NO_ACCOUNT);
    account_ref first = s->account_of_user_key.items[key.n];
    uint32_t index = is_account(first) ? with_exact_id(r, first.n) : NO_INDEX;
    if (index != NO_INDEX) {
        repeat_account(r, index);
        waiting_belong_to(r, index, true);
        return;
    }
    index = (uint32_t)s->accounts.count;
    if (!is_account(first))
        s->account_of_user_key.items[key.n] = (account_ref){index};
    vec_push(&s->accounts, r->current.account);
    waiting_belong_to(r, index, false);
}

/* --- when all rows are read --- */

static void settle_kinds(struct reading *r) {
    for (size_t i = 0; i < r->source->accounts.count; i++) {
        struct account *a = &r->source->accounts.items[i];
        if (a->kind == KIND_SAID_PERSONAL)
            a->kind = KIND_PERSONAL;
    }
}

static void apply_globs(struct reading *r) {
    const struct system_plan *system = &r->input->system;
    for (size_t i = 0; i < r->source->accounts.count && system->glob_count; i++) {
        struct account *a = &r->source->accounts.items[i];
        fold_text(FOLD_ID, source_text(r->source, a->user_id), &r->scratch);
        for (size_t g = 0; g < system->glob_count && a->kind == KIND_PERSONAL; g++)
            if (glob_match_keys(span_of(system->globs[g].key), strbuf_span(&r->scratch)))
                a->kind = (uint8_t)system->globs[g].kind;
    }
}

static bool is_privileged_name(struct reading *r, str_id name) {
    const struct word_list *wanted = &r->input->system.privileged_roles;
    if (str_is_none(name))
        return false;
    fold_text(FOLD_WORD, source_text(r->source, name), &r->scratch);
    for (size_t i = 0; i < wanted->count; i++) {
        fold_text(FOLD_WORD, span_of(wanted->items[i]), &r->more_scratch);
        if (!span_equal(strbuf_span(&r->scratch), strbuf_span(&r->more_scratch)))
            continue;
        while (r->role_is_seen.count <= i)
            vec_push(&r->role_is_seen, false);
        r->role_is_seen.items[i] = true;
        return true;
    }
    return false;
}

static bool is_privileged_role(struct reading *r, str_id role) {
    return is_privileged_name(r, role) || is_privileged_name(r, source_role_alias(r->source, role));
}

static void apply_privileged_roles(struct reading *r) {
    struct source *s = r->source;
    uint8_t *known = memory_zeroed(strpool_count(&s->text), 1); /* by role; 1 = no, 2 = yes */
    for (size_t i = 0; i < s->accounts.count; i++) {
        struct account *a = &s->accounts.items[i];
        for (uint32_t k = 0; k < a->role_count; k++) {
            str_id role = s->lists.items[a->roles + k];
            if (known[role.n] == 0)
                known[role.n] = is_privileged_role(r, role) ? 2 : 1;
            if (known[role.n] == 2)
                a->privileged = ANSWER_YES;
        }
        if (a->privileged == ANSWER_UNKNOWN && !knows_field(s->known, FIELD_privileged))
            a->privileged = ANSWER_NO;
    }
    free(known);
}

/* Where the export has lost every role, the list has none: nothing is judged by them. */
static void forget_lost_roles(struct reading *r) {
    if (!knows_field(r->source->unread, FIELD_role))
        return;
    for (size_t i = 0; i < r->source->accounts.count; i++) {
        if (r->source->accounts.items[i].role_count)
            return;
    }
    remove_field(&r->source->known, FIELD_role);
}

void finish_accounts(struct reading *r) {
    forget_lost_roles(r);
    if (knows_field(r->source->known, FIELD_kind))
        settle_kinds(r);
    if (r->input->system.glob_count)
        apply_globs(r);
    if (knows_field(r->source->known, FIELD_role))
        name_roles(r);
    if (r->input->system.privileged_roles.count && knows_field(r->source->known, FIELD_role))
        apply_privileged_roles(r);
}
