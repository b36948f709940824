/*
 * What is odd about a list of accounts as a whole, while every row of it may be right: expiry dates
 * that shut out most of those in use (the zero point of a clock, read as a day?), and last logins
 * that most lack. Of a directory the latter may be a missing right, and it is not judged by them.
 */
#include "seal.h"

#include <stdio.h>

struct in_use_counts {
    uint64_t in_use;        /* by their status */
    uint64_t expired;       /* of them, off by expires_on alone */
    uint64_t without_login; /* of the enabled; one that could not be read is none of them */
};

static struct in_use_counts count_in_use(const struct source *s, date as_of) {
    struct in_use_counts t = {0};
    for (size_t i = 0; i < s->accounts.count; i++) {
        const struct account *a = &s->accounts.items[i];
        if (a->status != ACCOUNT_ENABLED)
            continue;
        t.in_use++;
        if (!account_is_enabled(a, as_of))
            t.expired++;
        else
            t.without_login += a->last_login_on == DATE_NONE;
    }
    return t;
}

static bool is_most(uint64_t part, uint64_t whole) {
    return part > whole - part;
}

static struct span source_number(struct source *s, uint64_t number) {
    char text[24];
    snprintf(text, sizeof text, "%llu", (unsigned long long)number);
    return arena_copy(&s->arena, span_of(text));
}

static void add_issue(struct source *s, enum field field, uint64_t part, uint64_t whole) {
    const struct origin nowhere = {0};
    struct span some = source_number(s, part), all = source_number(s, whole);
    bool is_expiry = field == FIELD_expires_on;
    source_add_issue(s, &nowhere,
                     &(struct join_issue){field,
                                          some,
                                          is_expiry ? MSG_MOST_EXPIRED : MSG_MOST_WITHOUT_LOGIN,
                                          is_expiry ? MSG_MOST_EXPIRED_OFF : MSG_MOST_JUDGED,
                                          {some, all}});
}

void seal_odd_list(struct model *m, system_ref system) {
    struct source *s = &m->systems[system.n];
    struct in_use_counts t = count_in_use(s, m->plan->as_of);
    uint64_t enabled = t.in_use - t.expired;
    if (is_most(t.expired, t.in_use))
        add_issue(s, FIELD_expires_on, t.expired, t.in_use);
    if (!knows_field(s->known, FIELD_last_login_on) || !is_most(t.without_login, enabled))
        return;
    if (s->facts.is_directory)
        s->logins_mostly_absent = true; /* the coverage says it */
    else
        add_issue(s, FIELD_last_login_on, t.without_login, enabled);
}
