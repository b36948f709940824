/*
 * Groups. Members are interned under one key each (dn_key, or the user ID behind a "=", which no
 * DN begins with); from a member's key a chain of links leads to its groups. That is 8 bytes a
 * membership, read once before the people.
 */
#include "ldap_groups.h"

#include "ldap_decode.h"
#include "tenko/strpool.h"

#include <stdlib.h>

#define GROUP_FILTER                                                                               \
    "(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=posixGroup)"         \
    "(objectClass=group))"

struct dir_groups {
    struct strpool members, names;
    VEC(uint32_t) first; /* by member: its first link, 0 = none */
    VEC(struct link {
        str_id group;
        uint32_t next;
    })
    links; /* [0] is unused */
    size_t count;
    struct strbuf key;
};

static struct span key_of_dn(struct dir_groups *g, struct span dn) {
    strbuf_clear(&g->key);
    dn_key(dn, &g->key);
    return strbuf_span(&g->key);
}

static struct span key_of_uid(struct dir_groups *g, struct span uid) {
    strbuf_clear(&g->key);
    strbuf_add_char(&g->key, '=');
    strbuf_add_span(&g->key, uid);
    return strbuf_span(&g->key);
}

static void add_member(struct dir_groups *g, struct span key, str_id group) {
    str_id member = strpool_intern(&g->members, key);
    while (g->first.count <= member.n)
        vec_push(&g->first, 0u);
    uint32_t link = (uint32_t)g->links.count;
    struct link made = {group, g->first.items[member.n]};
    vec_push(&g->links, made);
    g->first.items[member.n] = link;
}

static void add_group(struct dir_groups *g, const struct dir_entry *entry) {
    struct strbuf name = {0};
    if (decode_dn(entry->dn, NULL, &name) == DECODED_VALUE) {
        str_id group = strpool_intern(&g->names, strbuf_span(&name));
        static const char *const by_dn[] = {"member", "uniqueMember"};
        g->count++;
        for (size_t i = 0; i < 2; i++) {
            const struct dir_attribute *a = dir_entry_find(entry, by_dn[i]);
            for (size_t v = 0; a && v < a->count; v++)
                add_member(g, key_of_dn(g, a->values[v]), group);
        }
        const struct dir_attribute *a = dir_entry_find(entry, "memberUid");
        for (size_t v = 0; a && v < a->count; v++)
            add_member(g, key_of_uid(g, a->values[v]), group);
    }
    strbuf_release(&name);
}

bool dir_groups_read(struct dir_groups **out, struct dir_session *s,
                     const struct ldap_settings *settings, struct error *err) {
    static const char *const attributes[] = {"member", "uniqueMember", "memberUid", NULL};
    struct dir_query query = {
        .base = settings->group_base,
        .filter = settings->group_filter ? settings->group_filter : GROUP_FILTER,
        .scope = 2, /* all below */
        .attributes = attributes,
        .page_size = settings->page_size,
    };
    struct dir_search *search;
    if (!dir_search_open(&search, s, &query, err))
        return false;
    struct dir_groups *g = memory_zeroed(1, sizeof *g);
    vec_push(&g->links, ((struct link){STR_NONE, 0}));
    struct dir_entry entry;
    enum next next;
    while ((next = dir_search_next(search, &entry, err)) == NEXT_ROW)
        add_group(g, &entry);
    dir_search_close(search);
    if (next == NEXT_END)
        *out = g;
    else
        dir_groups_free(g);
    return next == NEXT_END;
}

void dir_groups_free(struct dir_groups *g) {
    if (!g)
        return;
    strpool_release(&g->members);
    strpool_release(&g->names);
    vec_release(&g->first);
    vec_release(&g->links);
    strbuf_release(&g->key);
    free(g);
}

static uint32_t first_link(const struct dir_groups *g, struct span key) {
    str_id member = strpool_find(&g->members, key);
    return !str_is_none(member) && member.n < g->first.count ? g->first.items[member.n] : 0;
}

void dir_groups_of(struct dir_groups *g, struct span dn, struct span uid,
                   struct dir_membership *out) {
    out->by_dn = dn.n ? first_link(g, key_of_dn(g, dn)) : 0;
    out->by_uid = uid.n ? first_link(g, key_of_uid(g, uid)) : 0;
}

bool dir_groups_next(const struct dir_groups *g, struct dir_membership *at, struct span *name) {
    uint32_t *chain = at->by_dn ? &at->by_dn : &at->by_uid;
    if (!*chain)
        return false;
    const struct link *link = &g->links.items[*chain];
    *name = strpool_text(&g->names, link->group);
    *chain = link->next;
    return true;
}

size_t dir_groups_count(const struct dir_groups *g) {
    return g->count;
}
