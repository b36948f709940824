/*
 * How many of the holder's colleagues hold a role: of the people of the same department with an
 * account in the system. Every person counts once, however many accounts; two passes over the
 * accounts and a few look-ups for each, whatever the sizes of departments.
 */
#include "review_internal.h"

#include <stdlib.h>

struct colleagues {
    uint32_t system;        /* at hand */
    struct strpool keys;    /* of counts */
    struct strpool members; /* of the system at hand, key and person: counted already */
    VEC(uint32_t) counts;   /* by id in `keys` */
    struct strbuf key;
};

/* "system 0x1f department [0x1f role]" */
static void write_key(const struct account_record *a, const struct span *role, struct strbuf *out) {
    strbuf_clear(out);
    strbuf_add(out, &a->input, sizeof a->input);
    strbuf_add_span(out, a->department);
    if (role) {
        strbuf_add_char(out, '\x1f');
        strbuf_add_span(out, *role);
    }
}

static void count_once(struct colleagues *c, uint32_t person) {
    struct strbuf *key = &c->key;
    uint32_t id = strpool_intern(&c->keys, strbuf_span(key)).n;
    while (c->counts.count <= id)
        vec_push(&c->counts, 0);
    uint32_t before = strpool_count(&c->members);
    strbuf_add_char(key, '\x1e');
    strbuf_add(key, &person, sizeof person);
    strpool_intern(&c->members, strbuf_span(key));
    c->counts.items[id] += strpool_count(&c->members) != before;
}

struct colleagues *colleagues_new(void) {
    struct colleagues *c = memory_zeroed(1, sizeof *c);
    c->system = NO_ROW;
    return c;
}

void colleagues_add(struct colleagues *c, const struct account_record *a) {
    if (a->input != c->system)
        strpool_release(&c->members);
    c->system = a->input;
    if (a->person == NO_ROW || !a->department.n)
        return;
    write_key(a, NULL, &c->key);
    count_once(c, a->person);
    for (uint32_t k = 0; k < a->role_count; k++) {
        write_key(a, &a->roles[k], &c->key);
        count_once(c, a->person);
    }
}

static uint32_t count_of(const struct colleagues *c, const struct strbuf *key) {
    uint32_t id = strpool_find(&c->keys, strbuf_span(key)).n;
    return id && id < c->counts.count ? c->counts.items[id] : 0;
}

void colleagues_write(const struct colleagues *c, const struct account_record *a,
                      enum language lang, struct strbuf *out) {
    struct strbuf key = {0};
    char holding[16], all[16];
    if (a->person == NO_ROW || !a->department.n)
        return;
    write_key(a, NULL, &key);
    uint32_t people = count_of(c, &key);
    snprintf(all, sizeof all, "%u", people ? people - 1 : 0); /* but not oneself */
    for (uint32_t k = 0; k < a->role_count; k++) {
        write_key(a, &a->roles[k], &key);
        uint32_t holders = count_of(c, &key);
        snprintf(holding, sizeof holding, "%u", holders ? holders - 1 : 0);
        const struct span args[] = {a->roles[k], span_of(holding), span_of(all)};
        if (k)
            strbuf_add_text(out, "; ");
        message_format(out, MSG_REVIEW_COLLEAGUES, lang, args, 3);
    }
    strbuf_release(&key);
}

void colleagues_free(struct colleagues *c) {
    if (!c)
        return;
    strpool_release(&c->keys);
    strpool_release(&c->members);
    strbuf_release(&c->key);
    vec_release(&c->counts);
    free(c);
}
