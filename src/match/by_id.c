/* The steps by what identifies a person: links, numbers, addresses, logins, templates, owners. */
#include "decide.h"

#include "tenko/address.h"

static bool is_empty(struct matching *k, str_id id) {
    return key_is_none(fold_cache_key(k->cache, FOLD_ID, id));
}

/* --- 1. policy/links --- */

struct step_result step_link(struct matching *k, const struct subject *of) {
    struct step_result result = {.step = STEP_LINK, .person = NOBODY};
    const struct account_link *link = k->has_links ? model_link(k->m, k->system, of->index) : NULL;
    if (!link) {
        result.sentence = MSG_TRACE_LINK_NONE;
        return result;
    }
    result.line = link->origin.line;
    result.person = link->person;
    result.verdict = link->is_never ? NOT_HELD : LINKS;
    result.sentence = link->is_never ? MSG_TRACE_LINK_NEVER : MSG_TRACE_LINK;
    return result;
}

/* --- 2. the person_id, and every other ID that may be one --- */

/* Of several people the ones whose name agrees with the account's; where it has no name, all. */
static struct index_span whose_name_agrees(struct matching *k, const struct account *a,
                                           struct index_span people) {
    struct index_span agreeing = people_of_system(k, people);
    struct index_list kept = {0};
    for (uint32_t i = 0; i < agreeing.count; i++)
        if (model_names_agree(k->m, k->cache, a, &k->m->people.items[agreeing.items[i]]) ==
            NAMES_AGREE)
            vec_push(&kept, agreeing.items[i]);
    if (kept.count == 0) {
        vec_release(&kept);
        return agreeing;
    }
    fitting_start(k);
    fitting_add(k, (struct index_span){kept.items, (uint32_t)kept.count});
    vec_release(&kept);
    return fitting_span(k);
}

/* Somebody whose number is equal only without zeros is meant only if the names agree, where the
 * account has one: a counter 7 is not the employee 0007. */
static bool may_be_of(struct matching *k, const struct account *a, struct index_span people) {
    for (uint32_t i = 0; i < people.count; i++)
        if (model_names_agree(k->m, k->cache, a, &k->m->people.items[people.items[i]]) !=
            NAMES_DIFFER)
            return true;
    return false;
}

static bool has_name(const struct account *a) {
    return !str_is_none(a->name) || !str_is_none(a->kana);
}

static bool is_one_number(const struct matching *k, struct index_span people) {
    const struct person *all = k->m->people.items;
    for (uint32_t i = 1; i < people.count; i++)
        if (!key_equal(all[people.items[i]].id_key, all[people.items[0]].id_key))
            return false;
    return true;
}

/* Two people of one number: the name tells. 01234 and 001234 stay as they are where 1234 is asked.
 */
static struct index_span people_of_number(struct matching *k, const struct account *a,
                                          struct people_found found) {
    if (found.people.count > 1 && is_one_number(k, found.people) && has_name(a))
        return whose_name_agrees(k, a, found.people);
    return people_of_system(k, found.people);
}

struct step_result step_person_id(struct matching *k, const struct subject *of) {
    static const struct wording say = {MSG_TRACE_PERSON_ID_NONE, MSG_TRACE_PERSON_ID,
                                       MSG_TRACE_PERSON_ID_ZEROS, MSG_TRACE_PERSON_ID_SEVERAL};
    struct step_result result = {.step = STEP_PERSON_ID, .person = NOBODY};
    if (is_empty(k, of->a->person_id)) {
        result.sentence = MSG_TRACE_PERSON_ID_EMPTY;
        return result;
    }
    struct people_found found = fold_cache_find_people(k->cache, of->a->person_id);
    result.text = of->a->person_id;
    result.zeros_dropped = found.by_bare;
    settle(k, of->a, &say, people_of_number(k, of->a, found), &result);
    if (result.verdict == GOES_ON)
        result.verdict = NOT_HELD;
    return result;
}

/* --- 3. addresses --- */

static bool is_wrapped(struct span id) {
    static const char signs[] = ":\\|<";
    for (const char *sign = signs; *sign; sign++)
        if (memchr(id.p, *sign, id.n))
            return true;
    return false;
}

static bool only_address(struct span id, struct span *address) {
    struct span further;
    return address_next(&id, address) && !address_next(&id, &further);
}

/* Does the user ID hold an address, its own or a guest's? Then it is in *address, without what
 * products write around it (mailto:a@x, user:a@x, AzureAD\a@x, i:0#.f|membership|a@x). */
static bool is_address(struct matching *k, const struct account *a, struct span *address) {
    struct span raw = source_text(k->source, a->user_id), bare;
    if (!memchr(raw.p, '@', raw.n))
        return false;
    if (is_wrapped(raw) && only_address(raw, &bare))
        raw = bare;
    fold_text(FOLD_ID, raw, &k->folded);
    *address = address_of_guest(strbuf_span(&k->folded), &k->address) ? strbuf_span(&k->address)
                                                                      : strbuf_span(&k->folded);
    return true;
}

struct step_result step_email(struct matching *k, const struct subject *of) {
    static const struct wording say = {MSG_TRACE_EMAIL_NONE, MSG_TRACE_EMAIL, MSG_TRACE_EMAIL,
                                       MSG_TRACE_EMAIL_SEVERAL};
    static const struct wording say_id = {MSG_TRACE_USER_ADDRESS_NONE, MSG_TRACE_USER_ADDRESS,
                                          MSG_TRACE_USER_ADDRESS, MSG_TRACE_USER_ADDRESS_SEVERAL};
    const struct account *a = of->a;
    struct step_result result = {.step = STEP_EMAIL, .person = NOBODY, .text = a->email};
    struct span address;
    fitting_start(k);
    for (uint32_t i = 0; i < a->emails.count; i++) {
        str_id text = k->source->lists.items[a->emails.first + i];
        struct index_span found =
            key_index_get(&k->m->by_email, fold_cache_key(k->cache, FOLD_ID, text));
        if (found.count && k->fitting.count == 0)
            result.text = text;
        fitting_add(k, found);
    }
    if (k->fitting.count == 0 && is_address(k, a, &address)) {
        result.text = a->user_id;
        result.id = address;
        fitting_add(k, key_index_get(&k->m->by_email, model_find_key(k->m, address)));
        settle(k, a, &say_id, fitting_span(k), &result);
    } else if (a->emails.count == 0) {
        result.sentence = MSG_TRACE_EMAIL_EMPTY;
    } else {
        settle(k, a, &say, fitting_span(k), &result);
    }
    return result;
}

/* --- 4. the user ID --- */

/* The folded text without the template's literal parts, or nothing where it does not fit. */
static struct span captured(const struct template *t, struct span text) {
    struct span before = strbuf_span(&t->before), after = strbuf_span(&t->after);
    if (text.n <= before.n + after.n || (before.n && memcmp(text.p, before.p, before.n) != 0) ||
        (after.n && memcmp(text.p + text.n - after.n, after.p, after.n) != 0))
        return no_span;
    return (struct span){text.p + before.n, text.n - before.n - after.n};
}

/* The ID within the user ID of an administrator, or nothing where no template fits. */
static struct span id_within(struct matching *k, const struct account *a) {
    if (a->kind != KIND_ADMIN || k->kinds.count == 0)
        return no_span;
    fold_text(FOLD_ID, source_text(k->source, a->user_id), &k->folded);
    for (size_t i = 0; i < k->kinds.count; i++) {
        struct span id = captured(&k->kinds.items[i], strbuf_span(&k->folded));
        if (id.n)
            return id;
    }
    return no_span;
}

struct step_result step_login(struct matching *k, const struct subject *of) {
    static const struct wording say = {MSG_TRACE_LOGIN_NONE, MSG_TRACE_LOGIN, MSG_TRACE_LOGIN,
                                       MSG_TRACE_LOGIN_SEVERAL};
    static const struct wording say_within = {MSG_TRACE_WITHIN_NONE, MSG_TRACE_WITHIN_LOGIN,
                                              MSG_TRACE_WITHIN_LOGIN, MSG_TRACE_WITHIN_SEVERAL};
    struct step_result result = {.step = STEP_LOGIN, .person = NOBODY, .text = of->a->user_id};
    result.id = id_within(k, of->a);
    key_id key = result.id.n ? model_find_key(k->m, result.id)
                             : fold_cache_key(k->cache, FOLD_ID, of->a->user_id);
    struct index_span found = people_of_system(k, key_index_get(&k->m->by_login, key));
    settle(k, of->a, result.id.n ? &say_within : &say, found, &result);
    return result;
}

void settle_number(struct matching *k, const struct account *a, const struct wording *say,
                   struct people_found found, struct step_result *result) {
    struct index_span people = people_of_number(k, a, found);
    result->zeros_dropped = found.by_bare;
    if (found.by_bare && people.count && has_name(a)) {
        if (!may_be_of(k, a, people)) {
            result->people = people;
            result->sentence = MSG_TRACE_ZEROS_OTHER_NAME;
            result->zeros_dropped = false;
            return;
        }
    }
    settle(k, a, say, people, result);
    if (result->verdict == GOES_ON)
        result->zeros_dropped = false;
}

struct step_result step_user_id(struct matching *k, const struct subject *of) {
    static const struct wording say = {MSG_TRACE_USER_ID_NONE, MSG_TRACE_USER_ID,
                                       MSG_TRACE_USER_ID_ZEROS, MSG_TRACE_USER_ID_SEVERAL};
    static const struct wording say_within = {MSG_TRACE_WITHIN_NONE, MSG_TRACE_WITHIN,
                                              MSG_TRACE_WITHIN, MSG_TRACE_WITHIN_SEVERAL};
    struct step_result result = {.step = STEP_USER_ID, .person = NOBODY, .text = of->a->user_id};
    result.id = id_within(k, of->a);
    if (result.id.n)
        settle_number(k, of->a, &say_within, model_find_people(k->m, result.id), &result);
    else
        settle_number(k, of->a, &say, fold_cache_find_people(k->cache, of->a->user_id), &result);
    return result;
}

/* The user ID as templates see it: folded, of an administrator the ID within. */
static struct span folded_user_id(struct matching *k, const struct account *a) {
    struct span within = id_within(k, a);
    if (within.n)
        return within;
    fold_text(FOLD_ID, source_text(k->source, a->user_id), &k->folded);
    return strbuf_span(&k->folded);
}

struct step_result step_template(struct matching *k, const struct subject *of) {
    static const struct wording say = {MSG_TRACE_TEMPLATE_NONE, MSG_TRACE_TEMPLATE,
                                       MSG_TRACE_TEMPLATE, MSG_TRACE_TEMPLATE_SEVERAL};
    struct step_result result = {.step = STEP_TEMPLATE, .person = NOBODY, .text = of->a->user_id};
    if (!k->person_id.text)
        return result;
    result.template = k->person_id.text;
    result.id = captured(&k->person_id, folded_user_id(k, of->a));
    if (result.id.n == 0)
        result.sentence = MSG_TRACE_TEMPLATE_NO_FIT;
    else
        settle_number(k, of->a, &say, model_find_people(k->m, result.id), &result);
    return result;
}

struct step_result step_email_template(struct matching *k, const struct subject *of) {
    static const struct wording say = {MSG_TRACE_MADE_ADDRESS_NONE, MSG_TRACE_MADE_ADDRESS,
                                       MSG_TRACE_MADE_ADDRESS, MSG_TRACE_MADE_ADDRESS_SEVERAL};
    struct step_result result = {.step = STEP_TEMPLATE, .person = NOBODY, .text = of->a->user_id};
    if (!k->email.text)
        return result;
    struct span user_id = folded_user_id(k, of->a);
    strbuf_clear(&k->address);
    strbuf_add_span(&k->address, strbuf_span(&k->email.before));
    strbuf_add_span(&k->address, user_id);
    strbuf_add_span(&k->address, strbuf_span(&k->email.after));
    result.template = k->email.text;
    result.id = strbuf_span(&k->address);
    struct index_span found = key_index_get(&k->m->by_email, model_find_key(k->m, result.id));
    settle(k, of->a, &say, people_of_system(k, found), &result);
    return result;
}

/* --- Shared and service accounts: an owner or none, never a holder --- */

struct step_result step_owner(struct matching *k, const struct subject *of) {
    static const struct wording say = {MSG_TRACE_OWNER_NONE, MSG_TRACE_OWNER, MSG_TRACE_OWNER_ZEROS,
                                       MSG_TRACE_OWNER_SEVERAL};
    struct step_result result = {.step = STEP_OWNER, .person = NOBODY, .text = of->a->owner};
    if (is_empty(k, of->a->owner)) {
        result.sentence = MSG_TRACE_OWNER_EMPTY;
    } else {
        struct people_found found = fold_cache_find_people(k->cache, of->a->owner);
        result.zeros_dropped = found.by_bare;
        settle(k, of->a, &say, found.people, &result);
        if (result.verdict == GOES_ON)
            result.zeros_dropped = false;
    }
    result.verdict = OWNS;
    return result;
}
