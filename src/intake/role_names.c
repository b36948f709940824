/*
 * Roles that are DNs. A group is known by its own name (CN=Domain Admins,… is Domain Admins) as
 * long as one group of the source has it; where groups in two places share a name, each keeps its
 * DN. The other of the two is kept as well: configuration and policy may use either.
 */
#include "reading.h"

#include "tenko/dn.h"
#include "tenko/encoding.h"

#include <stdlib.h>

struct dn_role {
    str_id role;       /* the DN, in source->text */
    uint32_t name, dn; /* in names, in dns */
};

struct name {
    str_id text;    /* in source->text */
    uint32_t dn;    /* in dns */
    bool is_shared; /* by another DN */
};

struct naming {
    struct reading *r;
    struct strpool folded, dns; /* names (FOLD_WORD) and DNs (dn_key) */
    VEC(struct dn_role) roles;
    VEC(struct name) names;    /* by id in folded; [0] is unused */
    VEC(str_id) first_written; /* by id in dns: a DN's first writing; [0] is unused */
    uint8_t *seen;             /* by role */
};

/* False if the text is no DN, or its name no text. */
static bool read_name(struct naming *n, struct span dn) {
    struct strbuf *name = &n->r->scratch;
    if (!memchr(dn.p, '=', dn.n) || !dn_is_dn(dn))
        return false;
    strbuf_clear(name);
    return dn_name(dn, name) && utf8_valid_prefix(strbuf_span(name)) == name->n &&
           !memchr(name->p, 0, name->n);
}

static void note_role(struct naming *n, str_id role) {
    struct source *s = n->r->source;
    struct span dn = source_text(s, role);
    if (n->seen[role.n]++ || !read_name(n, dn))
        return;
    str_id text = strpool_intern(&s->text, strbuf_span(&n->r->scratch));
    fold_text(FOLD_WORD, source_text(s, text), &n->r->more_scratch);
    uint32_t name = strpool_intern(&n->folded, strbuf_span(&n->r->more_scratch)).n;
    strbuf_clear(&n->r->more_scratch);
    dn_key(source_text(s, role), &n->r->more_scratch);
    uint32_t key = strpool_intern(&n->dns, strbuf_span(&n->r->more_scratch)).n;
    while (n->names.count <= name)
        vec_push(&n->names, ((struct name){text, key, false}));
    n->names.items[name].is_shared |= n->names.items[name].dn != key;
    while (n->first_written.count <= key)
        vec_push(&n->first_written, role);
    vec_push(&n->roles, ((struct dn_role){role, name, key}));
}

static int by_role(const void *a, const void *b) {
    const struct role_alias *x = a, *y = b;
    return (x->role.n > y->role.n) - (x->role.n < y->role.n);
}

/* What each role is shown as: by its id, STR_NONE = as it is. */
static str_id *choose(struct naming *n, uint32_t count) {
    str_id *shown = memory_zeroed(count, sizeof *shown);
    for (size_t i = 0; i < n->roles.count; i++) {
        str_id role = n->roles.items[i].role;
        const struct name *name = &n->names.items[n->roles.items[i].name];
        struct role_alias alias = {role, name->text};
        shown[role.n] = n->first_written.items[n->roles.items[i].dn];
        if (!name->is_shared) {
            shown[role.n] = name->text;
            alias = (struct role_alias){name->text, role};
        }
        vec_push(&n->r->source->role_aliases, alias);
    }
    return shown;
}

/* A group that several attributes or writings give to an account is one role. */
static void rename_roles(struct source *s, const str_id *shown, size_t count) {
    size_t *had_by = memory_zeroed(count, sizeof *had_by); /* by role: the last account + 1 */
    for (size_t i = 0; i < s->accounts.count; i++) {
        struct account *a = &s->accounts.items[i];
        uint16_t kept = 0;
        for (uint32_t k = 0; k < a->role_count; k++) {
            str_id role = s->lists.items[a->roles + k];
            if (!str_is_none(shown[role.n]))
                role = shown[role.n];
            if (had_by[role.n] != i + 1)
                s->lists.items[a->roles + kept++] = role;
            had_by[role.n] = i + 1;
        }
        a->role_count = kept;
    }
    free(had_by);
}

void name_roles(struct reading *r) {
    struct source *s = r->source;
    uint32_t count = strpool_count(&s->text);
    struct naming n = {.r = r, .seen = memory_zeroed(count, 1)};
    for (size_t i = 0; i < s->accounts.count; i++)
        for (uint32_t k = 0; k < s->accounts.items[i].role_count; k++)
            note_role(&n, s->lists.items[s->accounts.items[i].roles + k]);
    if (n.roles.count) {
        size_t texts = strpool_count(&s->text);
        str_id *shown = choose(&n, (uint32_t)texts);
        rename_roles(s, shown, texts);
        free(shown);
        qsort(s->role_aliases.items, s->role_aliases.count, sizeof *s->role_aliases.items, by_role);
    }
    free(n.seen);
    strpool_release(&n.folded);
    strpool_release(&n.dns);
    vec_release(&n.roles);
    vec_release(&n.names);
    vec_release(&n.first_written);
}
