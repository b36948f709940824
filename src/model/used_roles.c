/*
 * Which roles the accounts of a system have. Asked by rows of policy, one by one: the distinct
 * roles of a system are folded when the first of its rows asks.
 */
#include "seal.h"

#include <stdlib.h>

static void note_role(struct strpool *roles, struct span text, struct strbuf *folded) {
    fold_text(FOLD_WORD, text, folded);
    strpool_intern(roles, strbuf_span(folded));
}

static void read_roles(struct strpool *roles, const struct source *s) {
    uint8_t *seen = memory_zeroed(strpool_count(&s->text) + 1, 1);
    struct strbuf folded = {0};
    for (size_t i = 0; i < s->accounts.count; i++) {
        const struct account *a = &s->accounts.items[i];
        for (uint32_t k = 0; k < a->role_count; k++) {
            str_id role = s->lists.items[a->roles + k];
            if (seen[role.n]++)
                continue;
            note_role(roles, source_text(s, role), &folded);
            str_id other = source_role_alias(s, role);
            if (!str_is_none(other))
                note_role(roles, source_text(s, other), &folded);
        }
    }
    strbuf_release(&folded);
    free(seen);
}

static bool fits_one(const struct strpool *roles, struct span glob) {
    for (uint32_t i = 1; i < strpool_count(roles); i++) {
        if (glob_match(glob, strpool_text(roles, (str_id){i})))
            return true;
    }
    return false;
}

bool used_roles_has(struct used_roles *u, const struct source *s, struct span role) {
    if (!u->is_read)
        read_roles(&u->roles, s);
    u->is_read = true;
    if (glob_has_signs(role) && fits_one(&u->roles, role))
        return true;
    struct strbuf folded = {0};
    fold_text(FOLD_WORD, role, &folded);
    bool has = !str_is_none(strpool_find(&u->roles, strbuf_span(&folded)));
    strbuf_release(&folded);
    return has;
}

void used_roles_release(struct used_roles *u) {
    strpool_release(&u->roles);
}
