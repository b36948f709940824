/* One source after intake: who owns what, and its accounts by user ID. */
#include "tenko/model.h"

void source_drop_rows(struct source *s) {
    strpool_release(&s->text);
    vec_release(&s->lists);
    vec_release(&s->people);
    vec_release(&s->accounts);
    vec_release(&s->seats);
    vec_release(&s->account_of_user_key);
}

void source_release(struct source *s) {
    source_drop_rows(s);
    arena_release(&s->arena);
    source_facts_release(&s->facts);
    vec_release(&s->issues);
    vec_release(&s->columns);
    vec_release(&s->unused_headers);
    vec_release(&s->devices);
    vec_release(&s->departments);
    vec_release(&s->roles);
    vec_release(&s->conflicts);
    vec_release(&s->approvals);
    vec_release(&s->links);
    vec_release(&s->waivers);
    vec_release(&s->products);
    vec_release(&s->shared);
    vec_release(&s->incidents);
    vec_release(&s->requests);
    vec_release(&s->system_entries);
    vec_release(&s->license_entries);
    vec_release(&s->account_of_exact_id);
    vec_release(&s->role_aliases);
    memset(s, 0, sizeof *s);
}

account_ref source_find_account(const struct source *s, struct span user_id) {
    str_id exact = s->account_of_exact_id.count ? strpool_find(&s->text, user_id) : STR_NONE;
    if (exact.n < s->account_of_exact_id.count && is_account(s->account_of_exact_id.items[exact.n]))
        return s->account_of_exact_id.items[exact.n];
    struct strbuf key = {0};
    fold_text(FOLD_ID, user_id, &key);
    str_id id = strpool_find(&s->text, strbuf_span(&key));
    strbuf_release(&key);
    bool is_known = !str_is_none(id) && id.n < s->account_of_user_key.count;
    return is_known ? s->account_of_user_key.items[id.n] : NO_ACCOUNT;
}

str_id source_role_alias(const struct source *s, str_id role) {
    size_t low = 0, high = s->role_aliases.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->role_aliases.items[middle].role.n < role.n)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_there = low < s->role_aliases.count && str_equal(s->role_aliases.items[low].role, role);
    return is_there ? s->role_aliases.items[low].other : STR_NONE;
}

bool account_is_enabled(const struct account *a, date as_of) {
    return a->status == ACCOUNT_ENABLED &&
           (!date_is_known(a->expires_on) || a->expires_on >= as_of);
}
