/*
 * Every member and every group is a node, interned under one key: its dn_key, "=" and a user ID,
 * "#" and a gidNumber, "$" and a relative ID, "!" and one that is well known (no DN begins so).
 * From a node a chain of links leads to the groups that it is in, 8 bytes a membership. The groups
 * of an entry are what can be reached from its nodes; a node that was met carries the number of the
 * walk, so circles end.
 */
#include "ldap_groups.h"

#include "ldap_schema.h"
#include "tenko/dn.h"
#include "tenko/strpool.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#define GROUP_FILTER                                                                               \
    "(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=posixGroup)"         \
    "(objectClass=group))"
#define MAX_SID_PARTS 15

/* Groups that everybody is in by default say nothing of anybody; what they are in does. */
static const struct well_known {
    const char *rid, *name;
    bool is_default;
} well_known[] = {
    {"512", "Domain Admins", false},
    {"513", "Domain Users", true},
    {"514", "Domain Guests", true},
    {"515", "Domain Computers", true},
    {"516", "Domain Controllers", false},
    {"518", "Schema Admins", false},
    {"519", "Enterprise Admins", false},
    {"520", "Group Policy Creator Owners", false},
    {"521", "Read-only Domain Controllers", true},
    {"545", "Users", true},
    {"546", "Guests", true},
};

struct node {
    uint32_t first; /* of its links, 0 = none */
    uint32_t text;  /* offset in `texts`, as a group; 0 = no group's name is known */
    uint32_t walk;  /* the last one that met it */
    bool is_read, is_default;
};

struct dir_groups {
    struct dir_session *lazy; /* NULL: all groups were read at once */
    struct strpool keys;      /* of nodes: the node's index */
    VEC(struct node) nodes;
    VEC(struct link {
        uint32_t group;
        uint32_t next;
    })
    links;              /* [0] is unused */
    VEC(char *) texts;  /* owned; [0] is unused */
    VEC(uint32_t) open; /* of the present walk: nodes whose links are still to be followed */
    VEC(uint32_t) found;
    size_t next, count, unread;
    uint32_t walk;
    uint64_t unknown_primary;
    struct strbuf key;
};

static uint32_t index_of(str_id id) {
    return id.n;
}

/* The node with this key; it is made if it is new. */
static uint32_t node_of(struct dir_groups *g, struct span key) {
    uint32_t node = index_of(strpool_intern(&g->keys, key));
    while (g->nodes.count <= node)
        vec_push(&g->nodes, (struct node){0});
    return node;
}

/* The node with this key, or 0. */
static uint32_t find_node(const struct dir_groups *g, struct span key) {
    uint32_t node = index_of(strpool_find(&g->keys, key));
    return node < g->nodes.count ? node : 0;
}

static struct span key_of_dn(struct dir_groups *g, struct span dn) {
    strbuf_clear(&g->key);
    dn_key(dn, &g->key);
    return strbuf_span(&g->key);
}

static struct span key_of(struct dir_groups *g, char mark, struct span value) {
    strbuf_clear(&g->key);
    strbuf_add_char(&g->key, mark);
    strbuf_add_span(&g->key, value);
    return strbuf_span(&g->key);
}

static void add_link(struct dir_groups *g, uint32_t member, uint32_t group) {
    struct link made = {group, g->nodes.items[member].first};
    g->nodes.items[member].first = (uint32_t)g->links.count;
    vec_push(&g->links, made);
}

static void name_group(struct dir_groups *g, uint32_t node, struct span text) {
    if (g->nodes.items[node].text)
        return;
    g->nodes.items[node].text = (uint32_t)g->texts.count;
    vec_push(&g->texts, memory_copy_text(text));
}

static uint32_t group_of_dn(struct dir_groups *g, struct span dn) {
    uint32_t node = node_of(g, key_of_dn(g, dn));
    name_group(g, node, dn);
    return node;
}

/* The last part of a security identifier, as text; false if the bytes are none. */
static bool relative_id(struct span sid, char text[16]) {
    const unsigned char *b = (const unsigned char *)sid.p;
    if (sid.n < 12 || b[0] != 1 || b[1] == 0 || b[1] > MAX_SID_PARTS ||
        sid.n != 8 + (size_t)b[1] * 4)
        return false;
    const unsigned char *last = b + sid.n - 4;
    uint32_t id = (uint32_t)last[0] | (uint32_t)last[1] << 8 | (uint32_t)last[2] << 16 |
                  (uint32_t)last[3] << 24;
    snprintf(text, 16, "%u", id);
    return true;
}

static bool is_default_rid(const char *rid) {
    for (size_t i = 0; i < sizeof well_known / sizeof *well_known; i++)
        if (strcmp(well_known[i].rid, rid) == 0)
            return well_known[i].is_default;
    return false;
}

static void add_members(struct dir_groups *g, const struct dir_entry *entry, uint32_t group) {
    static const char *const by_dn[] = {"member", "uniqueMember"};
    for (size_t i = 0; i < 2; i++) {
        const struct dir_attribute *a = dir_entry_find(entry, by_dn[i]);
        for (size_t v = 0; a && v < a->count; v++)
            add_link(g, node_of(g, key_of_dn(g, a->values[v])), group);
    }
    const struct dir_attribute *a = dir_entry_find(entry, "memberUid");
    for (size_t v = 0; a && v < a->count; v++)
        add_link(g, node_of(g, key_of(g, '=', a->values[v])), group);
}

static void add_group(struct dir_groups *g, const struct dir_entry *entry) {
    char rid[16];
    uint32_t group = group_of_dn(g, entry->dn);
    g->nodes.items[group].is_read = true;
    g->count++;
    add_members(g, entry, group);
    const struct dir_attribute *a = dir_entry_find(entry, "memberOf");
    for (size_t v = 0; a && v < a->count; v++)
        add_link(g, group, group_of_dn(g, a->values[v]));
    a = dir_entry_find(entry, "gidNumber");
    if (a && a->count)
        add_link(g, node_of(g, key_of(g, '#', a->values[0])), group);
    a = dir_entry_find(entry, "objectSid");
    if (a && a->count && relative_id(a->values[0], rid)) {
        add_link(g, node_of(g, key_of(g, '$', span_of(rid))), group);
        g->nodes.items[group].is_default = is_default_rid(rid);
    }
}

static struct dir_groups *new_groups(void) {
    struct dir_groups *g = memory_zeroed(1, sizeof *g);
    vec_push(&g->links, ((struct link){0}));
    vec_push(&g->texts, (char *)NULL);
    return g;
}

bool dir_groups_read(struct dir_groups **out, struct dir_session *s,
                     const struct ldap_settings *settings, const char *base, unsigned what,
                     struct error *err) {
    static const char *const attributes[] = {"memberOf",     "gidNumber", "objectSid", "member",
                                             "uniqueMember", "memberUid", NULL};
    static const char *const upward[] = {"memberOf", "gidNumber", "objectSid", NULL};
    struct dir_query query = {
        .base = base,
        .filter = settings->group_filter ? settings->group_filter : GROUP_FILTER,
        .scope = 2, /* all below */
        .attributes = what & GROUPS_BY_MEMBERS ? attributes : upward,
        .page_size = settings->page_size,
    };
    struct dir_search *search;
    if (!dir_search_open(&search, s, &query, err))
        return false;
    struct dir_groups *g = new_groups();
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

struct dir_groups *dir_groups_lazy(struct dir_session *s) {
    struct dir_groups *g = new_groups();
    g->lazy = s;
    return g;
}

void dir_groups_free(struct dir_groups *g) {
    if (!g)
        return;
    for (size_t i = 1; i < g->texts.count; i++)
        free(g->texts.items[i]);
    strpool_release(&g->keys);
    vec_release(&g->nodes);
    vec_release(&g->links);
    vec_release(&g->texts);
    vec_release(&g->open);
    vec_release(&g->found);
    strbuf_release(&g->key);
    free(g);
}

/* Asks for the one group. What a group is in that is not there, or may not be seen, is not known.
 */
static void fetch(struct dir_groups *g, uint32_t group) {
    static const char *const attributes[] = {"memberOf", "gidNumber", NULL};
    struct dir_query query = {.base = g->texts.items[g->nodes.items[group].text],
                              .filter = "(objectClass=*)",
                              .attributes = attributes};
    struct dir_search *search;
    struct dir_entry entry;
    struct error ignored;
    if (!dir_search_open(&search, g->lazy, &query, &ignored))
        return;
    if (dir_search_next(search, &entry, &ignored) == NEXT_ROW)
        add_group(g, &entry);
    dir_search_close(search);
}

static void meet(struct dir_groups *g, uint32_t node, bool is_group) {
    struct node *n = &g->nodes.items[node];
    if (n->walk == g->walk)
        return;
    n->walk = g->walk;
    if (is_group && !n->is_read && g->lazy)
        fetch(g, node);
    n = &g->nodes.items[node];
    if (is_group && !n->is_read) {
        n->is_read = true; /* counted once */
        g->unread += !n->text || !ldap_is_no_role(span_of(g->texts.items[n->text]));
    }
    if (is_group && n->text && !n->is_default)
        vec_push(&g->found, node);
    vec_push(&g->open, node);
}

static void follow(struct dir_groups *g) {
    while (g->open.count) {
        uint32_t node = g->open.items[--g->open.count];
        for (uint32_t at = g->nodes.items[node].first; at; at = g->links.items[at].next)
            meet(g, g->links.items[at].group, true);
    }
}

/* The group of a primary number: from the groups, or by what its number always means. */
static void meet_primary(struct dir_groups *g, char mark, struct span number) {
    uint32_t node = number.n ? find_node(g, key_of(g, mark, number)) : 0;
    if (number.n == 0)
        return;
    if (node && g->nodes.items[node].first) {
        meet(g, node, false);
        return;
    }
    for (size_t i = 0; mark == '$' && i < sizeof well_known / sizeof *well_known; i++) {
        const struct well_known *known = &well_known[i];
        if (!span_equal(number, span_of(known->rid)))
            continue;
        if (known->is_default)
            return;
        node = node_of(g, key_of(g, '!', span_of(known->rid)));
        g->nodes.items[node].is_read = true;
        name_group(g, node, span_of(known->name));
        meet(g, node, true);
        return;
    }
    g->unknown_primary++;
}

void dir_groups_of(struct dir_groups *g, const struct dir_belonging *entry) {
    g->walk++;
    g->next = g->found.count = g->open.count = 0;
    for (size_t i = 0; i < entry->member_of_count; i++)
        meet(g, group_of_dn(g, entry->member_of[i]), true);
    uint32_t own = find_node(g, key_of_dn(g, entry->dn));
    if (own)
        meet(g, own, false);
    for (size_t i = 0; i < entry->uid_count; i++) {
        uint32_t uid = find_node(g, key_of(g, '=', entry->uids[i]));
        if (uid)
            meet(g, uid, false);
    }
    meet_primary(g, '#', entry->gid);
    meet_primary(g, '$', entry->rid);
    follow(g);
}

bool dir_groups_next(struct dir_groups *g, struct span *group) {
    if (g->next == g->found.count)
        return false;
    uint32_t node = g->found.items[g->next++];
    *group = span_of(g->texts.items[g->nodes.items[node].text]);
    return true;
}

size_t dir_groups_count(const struct dir_groups *g) {
    return g->count;
}

size_t dir_groups_unread(const struct dir_groups *g) {
    return g->unread;
}

uint64_t dir_groups_unknown_primary(const struct dir_groups *g) {
    return g->unknown_primary;
}
