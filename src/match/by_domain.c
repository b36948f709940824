/*
 * User IDs with the domain of a directory before them: CITY\yamada is compared as yamada, where all
 * such IDs of the list are of one domain. With a slash (city/yamada) only where every ID of the
 * list begins so, since a slash also divides other things. A list of several domains may hold two
 * people of one login: there who has it is a candidate and no more.
 */
#include "decide.h"

#include <strings.h>

/* The authorities of Windows, which are no domains and have no people. */
static bool is_authority(struct span domain) {
    static const char *const names[] = {
        "nt authority", "nt service",     "nt virtual machine", "builtin",
        "iis apppool",  "window manager", "font driver host",   "."};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == domain.n && strncasecmp(names[i], domain.p, domain.n) == 0)
            return true;
    return false;
}

/* Splits at the only sign in the ID. False: it has no such sign with something on both sides. */
static bool split(struct span id, char sign, struct span *domain, struct span *behind) {
    const char *at = id.n ? memchr(id.p, sign, id.n) : NULL;
    if (!at || at == id.p || at + 1 == id.p + id.n)
        return false;
    *domain = (struct span){id.p, (size_t)(at - id.p)};
    *behind = (struct span){at + 1, id.n - domain->n - 1};
    return !memchr(behind->p, sign, behind->n);
}

static bool is_same_domain(struct span a, struct span b) {
    return a.n == b.n && strncasecmp(a.p, b.p, a.n) == 0;
}

/* Is there one domain before this sign? With `all`: and before every ID. */
static bool has_one_domain(const struct matching *k, char sign, bool all) {
    struct span first = no_span, domain, behind;
    for (uint32_t i = 0; i < k->source->accounts.count; i++) {
        struct span id = source_text(k->source, k->source->accounts.items[i].user_id);
        if (!split(id, sign, &domain, &behind)) {
            if (all)
                return false;
        } else if (!is_authority(domain)) {
            if (!first.p)
                first = domain;
            else if (!is_same_domain(first, domain))
                return false;
        }
    }
    return first.p != NULL;
}

/* Looked for at the first ID that has the sign. */
static bool list_has_one_domain(struct matching *k, char sign) {
    enum domains *known = sign == '\\' ? &k->backslash : &k->slash;
    if (*known == DOMAINS_NOT_COUNTED)
        *known = has_one_domain(k, sign, sign != '\\') ? DOMAINS_ONE : DOMAINS_OTHER;
    return *known == DOMAINS_ONE;
}

/* The folded ID behind a domain, or nothing. */
static struct span behind_domain(struct matching *k, const struct account *a, char sign) {
    struct span domain, behind;
    if (!split(source_text(k->source, a->user_id), sign, &domain, &behind) || is_authority(domain))
        return no_span;
    fold_text(FOLD_ID, behind, &k->folded);
    return strbuf_span(&k->folded);
}

struct step_result step_domain(struct matching *k, const struct subject *of) {
    static const struct wording say_login = {MSG_TRACE_DOMAIN_NONE, MSG_TRACE_DOMAIN_LOGIN,
                                             MSG_TRACE_DOMAIN_LOGIN, MSG_TRACE_DOMAIN_SEVERAL};
    static const struct wording say = {MSG_TRACE_DOMAIN_NONE, MSG_TRACE_DOMAIN, MSG_TRACE_DOMAIN,
                                       MSG_TRACE_DOMAIN_SEVERAL};
    struct step_result result = {.step = STEP_LOGIN, .person = NOBODY, .text = of->a->user_id};
    char sign = '\\';
    result.id = behind_domain(k, of->a, sign);
    if (result.id.n == 0)
        result.id = behind_domain(k, of->a, sign = '/');
    if (result.id.n == 0)
        return result;
    if (!list_has_one_domain(k, sign)) {
        result.sentence = sign == '\\' ? MSG_TRACE_DOMAINS : MSG_NONE;
        return result;
    }
    key_id key = model_find_key(k->m, result.id);
    settle(k, of->a, &say_login, people_of_system(k, key_index_get(&k->m->by_login, key)), &result);
    if (result.verdict != GOES_ON)
        return result;
    result.step = STEP_USER_ID;
    settle_number(k, of->a, &say, model_find_people(k->m, result.id), &result);
    return result;
}

struct index_span people_behind_domain(struct matching *k, const struct account *a) {
    struct span id = behind_domain(k, a, '\\');
    if (id.n == 0)
        return (struct index_span){NULL, 0};
    return people_of_system(k, key_index_get(&k->m->by_login, model_find_key(k->m, id)));
}
