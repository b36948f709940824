/*
 * Whose account is it: the steps of CONTRACT section 4, a table of small functions in their order.
 * The first that decides ends it. A key that fits several people decides too: ambiguous, with all
 * of them as candidates, and nothing below is tried. Everybody in the rosters can be a holder,
 * whatever their state: that a holder has left is for the rules to say.
 */
#include "decide.h"

/* What a step came to. */
struct verdict {
    struct holding holding;
    struct index_span candidates;
};

typedef bool step_function(struct matching *k, account_ref index, const struct account *a,
                           struct verdict *v);

static bool link_to(struct verdict *v, enum match_step step, person_ref person,
                    bool zeros_dropped) {
    v->holding.person = person;
    v->holding.outcome = OUTCOME_LINKED;
    v->holding.step = (uint8_t)step;
    v->holding.zeros_dropped = zeros_dropped;
    return true;
}

static bool leave_open(struct verdict *v, enum match_step step, struct index_span candidates,
                       bool zeros_dropped) {
    v->candidates = candidates;
    v->holding.outcome = OUTCOME_AMBIGUOUS;
    v->holding.step = (uint8_t)step;
    v->holding.zeros_dropped = zeros_dropped;
    return true;
}

/* The sentences of a step that looks for a key; MSG_NONE: the step does not say this. */
struct sentences {
    enum message_id none, one, zeros, several;
};

/* Looks at what a key found. Arguments of the sentences: raw text, key, who. */
static bool settle(struct matching *k, struct verdict *v, enum match_step step,
                   const struct sentences *say, struct index_span found, bool by_bare,
                   str_id text) {
    if (found.count == 0)
        return false;
    enum message_id what = found.count > 1 ? say->several : by_bare ? say->zeros : say->one;
    trace_add(k, step, what, true, trace_raw(k, text),
              trace_key(k, by_bare ? FOLD_ID_BARE : FOLD_ID, text), trace_people(k, found),
              no_span);
    if (found.count > 1)
        return leave_open(v, step, found, by_bare);
    return link_to(v, step, (person_ref){found.items[0]}, by_bare);
}

static void say_none(struct matching *k, enum match_step step, const struct sentences *say,
                     bool decided, str_id text) {
    if (!k->trace)
        return;
    trace_add(k, step, say->none, decided, trace_raw(k, text), trace_key(k, FOLD_ID, text),
              trace_key(k, FOLD_ID_BARE, text), no_span);
}

/* --- People of the account's name --- */

/* Two ascending lists as one, each person once. */
static struct index_span merge(struct people *out, struct index_span a, struct index_span b) {
    uint32_t i = 0, k = 0;
    out->count = 0;
    while (i < a.count || k < b.count) {
        bool take_a = k == b.count || (i < a.count && a.items[i] <= b.items[k]);
        uint32_t person = take_a ? a.items[i++] : b.items[k++];
        if (out->count == 0 || out->items[out->count - 1] != person)
            vec_push(out, person);
    }
    return (struct index_span){out->items, (uint32_t)out->count};
}

/* Who has this name or former name, in either order of Latin words: k->same_name, ascending. */
static struct index_span find_same_name(struct matching *k, const struct account *a) {
    struct index_span straight =
        key_index_get(&k->m->by_name, fold_cache_key(k->cache, FOLD_NAME, a->name));
    struct index_span unordered =
        key_index_get(&k->m->by_name, fold_cache_unordered(k->cache, a->name));
    if (unordered.count == 0 || unordered.items == straight.items)
        return straight;
    if (straight.count == 0)
        return unordered;
    return merge(&k->same_name, straight, unordered);
}

/* Nobody holds it; who has the same name is listed, never linked. */
static bool nobody(struct matching *k, const struct account *a, struct verdict *v) {
    v->holding.outcome = OUTCOME_NOBODY;
    v->candidates = find_same_name(k, a);
    trace_add(k, STEP_NONE, v->candidates.count ? MSG_TRACE_NOBODY_SAME_NAME : MSG_TRACE_NOBODY,
              v->holding.step == STEP_NONE, trace_raw(k, a->name), trace_people(k, v->candidates),
              no_span, no_span);
    return true;
}

/* --- The steps --- */

static bool by_link(struct matching *k, account_ref index, const struct account *a,
                    struct verdict *v) {
    const struct account_link *link = model_link(k->m, k->system, index);
    (void)a;
    if (!link) {
        trace_add(k, STEP_LINK, MSG_TRACE_LINK_NONE, false, no_span, no_span, no_span, no_span);
        return false;
    }
    struct span line = trace_number(k, link->origin.line);
    if (!link->is_never) {
        trace_add(k, STEP_LINK, MSG_TRACE_LINK, true, line, trace_person(k, link->person), no_span,
                  no_span);
        return link_to(v, STEP_LINK, link->person, false);
    }
    trace_add(k, STEP_LINK, MSG_TRACE_LINK_NEVER, true, line, no_span, no_span, no_span);
    v->holding.outcome = OUTCOME_NOBODY;
    v->holding.step = STEP_LINK;
    return true;
}

static bool by_person_id(struct matching *k, account_ref index, const struct account *a,
                         struct verdict *v) {
    static const struct sentences say = {MSG_TRACE_PERSON_ID_NONE, MSG_TRACE_PERSON_ID,
                                         MSG_TRACE_PERSON_ID_ZEROS, MSG_TRACE_PERSON_ID_SEVERAL};
    person_ref person;
    struct index_span found;
    bool by_bare;
    (void)index;
    if (key_is_none(fold_cache_key(k->cache, FOLD_ID, a->person_id))) {
        trace_add(k, STEP_PERSON_ID, MSG_TRACE_PERSON_ID_EMPTY, false, no_span, no_span, no_span,
                  no_span);
        return false;
    }
    fold_cache_find_person(k->cache, a->person_id, &person, &found, &by_bare);
    if (settle(k, v, STEP_PERSON_ID, &say, found, by_bare, a->person_id))
        return true;
    say_none(k, STEP_PERSON_ID, &say, true, a->person_id);
    v->holding.step = STEP_PERSON_ID;
    return nobody(k, a, v);
}

static bool by_email(struct matching *k, account_ref index, const struct account *a,
                     struct verdict *v) {
    static const struct sentences say = {MSG_TRACE_EMAIL_NONE, MSG_TRACE_EMAIL, MSG_TRACE_EMAIL,
                                         MSG_TRACE_EMAIL_SEVERAL};
    key_id key = fold_cache_key(k->cache, FOLD_ID, a->email);
    (void)index;
    if (key_is_none(key)) {
        trace_add(k, STEP_EMAIL, MSG_TRACE_EMAIL_EMPTY, false, no_span, no_span, no_span, no_span);
        return false;
    }
    if (settle(k, v, STEP_EMAIL, &say, key_index_get(&k->m->by_email, key), false, a->email))
        return true;
    say_none(k, STEP_EMAIL, &say, false, a->email);
    return false;
}

static bool by_login(struct matching *k, account_ref index, const struct account *a,
                     struct verdict *v) {
    static const struct sentences say = {MSG_TRACE_LOGIN_NONE, MSG_TRACE_LOGIN, MSG_TRACE_LOGIN,
                                         MSG_TRACE_LOGIN_SEVERAL};
    key_id key = fold_cache_key(k->cache, FOLD_ID, a->user_id);
    (void)index;
    if (settle(k, v, STEP_LOGIN, &say, key_index_get(&k->m->by_login, key), false, a->user_id))
        return true;
    say_none(k, STEP_LOGIN, &say, false, a->user_id);
    return false;
}

static bool by_user_id(struct matching *k, account_ref index, const struct account *a,
                       struct verdict *v) {
    static const struct sentences say = {MSG_TRACE_USER_ID_NONE, MSG_TRACE_USER_ID,
                                         MSG_TRACE_USER_ID_ZEROS, MSG_TRACE_USER_ID_SEVERAL};
    person_ref person;
    struct index_span found;
    bool by_bare;
    (void)index;
    fold_cache_find_person(k->cache, a->user_id, &person, &found, &by_bare);
    if (settle(k, v, STEP_USER_ID, &say, found, by_bare, a->user_id))
        return true;
    say_none(k, STEP_USER_ID, &say, false, a->user_id);
    return false;
}

/* The folded user ID without the template's literal parts, or nothing where it does not fit. */
static struct span captured(const struct matching *k, struct span user_id) {
    struct span before = strbuf_span(&k->before), after = strbuf_span(&k->after);
    if (user_id.n <= before.n + after.n ||
        (before.n && memcmp(user_id.p, before.p, before.n) != 0) ||
        (after.n && memcmp(user_id.p + user_id.n - after.n, after.p, after.n) != 0))
        return no_span;
    return (struct span){user_id.p + before.n, user_id.n - before.n - after.n};
}

static bool by_template(struct matching *k, account_ref index, const struct account *a,
                        struct verdict *v) {
    person_ref person;
    struct index_span found;
    bool by_bare;
    (void)index;
    if (!k->has_template)
        return false;
    struct span template =
        span_of(k->m->plan->systems.items[k->system.n].system.person_id_template);
    fold_text(FOLD_ID, source_text(k->source, a->user_id), &k->folded);
    struct span person_id = captured(k, strbuf_span(&k->folded));
    if (person_id.n == 0) {
        trace_add(k, STEP_TEMPLATE, MSG_TRACE_TEMPLATE_NO_FIT, false, trace_raw(k, a->user_id),
                  template, no_span, no_span);
        return false;
    }
    enum found result = model_find_person(k->m, person_id, &person, &found, &by_bare);
    enum message_id what = result == FOUND_NONE  ? MSG_TRACE_TEMPLATE_NONE
                           : result == FOUND_ONE ? MSG_TRACE_TEMPLATE
                                                 : MSG_TRACE_TEMPLATE_SEVERAL;
    trace_add(k, STEP_TEMPLATE, what, result != FOUND_NONE, trace_raw(k, a->user_id), template,
              trace_copy(k, person_id), trace_people(k, found));
    if (result == FOUND_NONE)
        return false;
    return result == FOUND_ONE ? link_to(v, STEP_TEMPLATE, person, by_bare)
                               : leave_open(v, STEP_TEMPLATE, found, by_bare);
}

enum { DEPARTMENTS_ROOM = 256 }; /* departments that share one name */
enum { PEOPLE_AHEAD = 16 }; /* of one name, who stand anywhere: fetched while others are seen */

/* Of those with the account's name the ones in its department: k->fitting. */
static struct index_span find_fitting(struct matching *k, const struct account *a) {
    uint32_t departments[DEPARTMENTS_ROOM];
    size_t count = model_departments(k->m, fold_cache_key(k->cache, FOLD_ID, a->department_code),
                                     fold_cache_key(k->cache, FOLD_WORD, a->department),
                                     departments, DEPARTMENTS_ROOM);
    struct index_span same_name = find_same_name(k, a);
    k->fitting.count = 0;
    for (uint32_t i = 0; count && i < same_name.count; i++) {
        const struct person *p = &k->m->people.items[same_name.items[i]];
        if (same_name.count - i > PEOPLE_AHEAD)
            __builtin_prefetch(&k->m->people.items[same_name.items[i + PEOPLE_AHEAD]].post_count);
        if (model_person_in(k->m, p, departments, count))
            vec_push(&k->fitting, same_name.items[i]);
    }
    return (struct index_span){k->fitting.items, (uint32_t)k->fitting.count};
}

static bool by_name_and_department(struct matching *k, account_ref index, const struct account *a,
                                   struct verdict *v) {
    enum match_step step = STEP_NAME_DEPARTMENT;
    (void)index;
    if (!k->m->plan->accepts_probable) {
        trace_add(k, step, MSG_TRACE_NAME_OFF, false, no_span, no_span, no_span, no_span);
        return false;
    }
    if (str_is_none(a->name) || (str_is_none(a->department) && str_is_none(a->department_code))) {
        trace_add(k, step, MSG_TRACE_NAME_EMPTY, false, no_span, no_span, no_span, no_span);
        return false;
    }
    struct index_span found = find_fitting(k, a);
    str_id department = !str_is_none(a->department) ? a->department : a->department_code;
    enum message_id what = found.count == 0   ? MSG_TRACE_NAME_NONE
                           : found.count == 1 ? MSG_TRACE_NAME
                                              : MSG_TRACE_NAME_SEVERAL;
    trace_add(k, step, what, found.count > 0, trace_raw(k, a->name),
              trace_key(k, FOLD_NAME, a->name), trace_raw(k, department), trace_people(k, found));
    if (found.count == 0)
        return false;
    return found.count == 1 ? link_to(v, step, (person_ref){found.items[0]}, false)
                            : leave_open(v, step, found, false);
}

static bool by_nothing(struct matching *k, account_ref index, const struct account *a,
                       struct verdict *v) {
    (void)index;
    return nobody(k, a, v);
}

/* Shared and service accounts: an owner or none, never a holder. */
static bool by_owner(struct matching *k, account_ref index, const struct account *a,
                     struct verdict *v) {
    static const struct sentences say = {MSG_TRACE_OWNER_NONE, MSG_TRACE_OWNER,
                                         MSG_TRACE_OWNER_ZEROS, MSG_TRACE_OWNER_SEVERAL};
    person_ref person;
    struct index_span found;
    bool by_bare;
    (void)index;
    if (key_is_none(fold_cache_key(k->cache, FOLD_ID, a->owner))) {
        trace_add(k, STEP_OWNER, MSG_TRACE_OWNER_EMPTY, true, no_span, no_span, no_span, no_span);
    } else {
        fold_cache_find_person(k->cache, a->owner, &person, &found, &by_bare);
        if (!settle(k, v, STEP_OWNER, &say, found, by_bare, a->owner))
            say_none(k, STEP_OWNER, &say, true, a->owner);
    }
    v->holding.outcome = OUTCOME_OWNED;
    return true;
}

static step_function *const holder_steps[] = {
    by_link,     by_person_id,           by_email,   by_login, by_user_id,
    by_template, by_name_and_department, by_nothing,
};
static step_function *const owner_steps[] = {by_owner};

void matching_decide(struct matching *k, account_ref account, struct holding *out,
                     struct index_span *candidates) {
    const struct account *a = &k->source->accounts.items[account.n];
    bool has_owner = a->kind == KIND_SHARED || a->kind == KIND_SERVICE;
    step_function *const *step = has_owner ? owner_steps : holder_steps;
    struct verdict v = {.holding = {.person = NOBODY}};
    while (!(*step)(k, account, a, &v)) /* the last of each table always decides */
        step++;
    *out = v.holding;
    *candidates = v.candidates;
}

/* --- The template --- */

/* Literal parts are folded as user IDs are; "{person_id}" itself folds to itself. */
static void fold_template(struct matching *k, const char *template) {
    static const char hole[] = "{person_id}";
    const char *at = strstr(template, hole);
    if (!at)
        return;
    k->has_template = true;
    fold_text(FOLD_ID, (struct span){template, (size_t)(at - template)}, &k->before);
    fold_text(FOLD_ID, span_of(at + strlen(hole)), &k->after);
}

void matching_init(struct matching *k, const struct model *m, system_ref system,
                   struct fold_cache *cache) {
    memset(k, 0, sizeof *k);
    k->m = m;
    k->source = &m->systems[system.n];
    k->cache = cache;
    k->system = system;
    const char *template = m->plan->systems.items[system.n].system.person_id_template;
    if (template)
        fold_template(k, template);
}

void matching_release(struct matching *k) {
    strbuf_release(&k->before);
    strbuf_release(&k->after);
    strbuf_release(&k->folded);
    vec_release(&k->same_name);
    vec_release(&k->fitting);
}
