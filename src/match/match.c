/* All accounts of a system: a holding each, and the counts that safety stops and reports need. */
#include "decide.h"

const char *match_step_name(enum match_step step) {
    static const char *const names[] = {
        [STEP_NONE] = "none",           [STEP_LINK] = "link",
        [STEP_PERSON_ID] = "person_id", [STEP_EMAIL] = "email",
        [STEP_LOGIN] = "login",         [STEP_USER_ID] = "user_id",
        [STEP_TEMPLATE] = "template",   [STEP_NAME_DEPARTMENT] = "name+department",
        [STEP_NAME] = "name",           [STEP_OWNER] = "owner",
    };
    return names[step];
}

static void count_holding(struct matches *out, const struct holding *h, uint8_t kind) {
    if (h->outcome == OUTCOME_OWNED)
        return;
    out->matched += h->outcome == OUTCOME_LINKED;
    out->unmatched += h->outcome == OUTCOME_NOBODY;
    out->ambiguous += h->outcome == OUTCOME_AMBIGUOUS;
    out->personal += kind == KIND_PERSONAL;
    out->personal_unmatched += kind == KIND_PERSONAL && h->outcome == OUTCOME_NOBODY;
}

/* Accounts whose person IDs are fetched while others are looked up. */
enum { PREFETCH_AHEAD = 16 };

/* Where candidates were kept last, by the first of them: hundreds may have one name, and so may
 * many accounts that nobody holds. */
enum { CACHED = 1024 };
struct candidate_cache {
    uint32_t candidates, count;   /* count 0 = free */
    const uint32_t *of_the_model; /* the model's own list of them, if it is one */
};

static bool is_cached(const struct matches *out, const struct candidate_cache *cached,
                      struct index_span people, uint32_t count) {
    return cached->count == count && (cached->of_the_model == people.items ||
                                      memcmp(out->candidates.items + cached->candidates,
                                             people.items, count * sizeof *people.items) == 0);
}

static void keep_candidates(struct matches *out, const struct matching *k,
                            struct candidate_cache *cached, struct holding *h,
                            struct index_span people) {
    uint32_t count = people.count < UINT16_MAX ? people.count : UINT16_MAX;
    h->candidate_count = (uint16_t)count;
    if (count == 0)
        return;
    struct candidate_cache *same = &cached[people.items[0] % CACHED];
    if (!is_cached(out, same, people, count)) {
        bool is_model = people.items != k->fitting.items;
        *same = (struct candidate_cache){(uint32_t)out->candidates.count, count,
                                         is_model ? people.items : NULL};
        vec_reserve(&out->candidates, out->candidates.count + count);
        for (uint32_t i = 0; i < count; i++)
            vec_push(&out->candidates, people.items[i]);
    }
    h->candidates = same->candidates;
}

static enum outcome outcome_of(enum verdict verdict) {
    static const enum outcome outcomes[] = {[GOES_ON] = OUTCOME_NOBODY,
                                            [LINKS] = OUTCOME_LINKED,
                                            [LEFT_OPEN] = OUTCOME_AMBIGUOUS,
                                            [NOT_HELD] = OUTCOME_NOBODY,
                                            [OWNS] = OUTCOME_OWNED};
    return outcomes[verdict];
}

/* Who else fits, or only has the same name: a link to nobody names no candidates. */
static struct index_span candidates_of(struct matching *k, const struct account *a,
                                       const struct step_result *result) {
    if (result->verdict == LEFT_OPEN || (result->verdict == OWNS && result->people.count > 1))
        return result->people;
    if (result->verdict != NOT_HELD || result->step == STEP_LINK)
        return (struct index_span){NULL, 0};
    struct index_span same_name = people_of_same_name(k, a);
    return same_name.count ? same_name : people_behind_domain(k, a);
}

static struct holding decide(struct matching *k, account_ref account,
                             struct index_span *candidates) {
    const struct subject of = {account, &k->source->accounts.items[account.n]};
    step_function *const *step = matching_steps(of.a);
    struct step_result result;
    do
        result = (*step++)(k, &of);
    while (result.verdict == GOES_ON);
    *candidates = candidates_of(k, of.a, &result);
    bool is_unowned = result.verdict == OWNS && result.people.count == 0;
    return (struct holding){.person = result.person,
                            .outcome = (uint8_t)outcome_of(result.verdict),
                            .step = (uint8_t)(is_unowned ? STEP_NONE : result.step),
                            .zeros_dropped = result.zeros_dropped};
}

void match_system(struct matches *out, const struct model *m, system_ref system,
                  struct fold_cache *cache) {
    const struct source *s = &m->systems[system.n];
    struct matching k;
    struct candidate_cache cached[CACHED] = {0};
    memset(out, 0, sizeof *out);
    vec_reserve(&out->holdings, s->accounts.count);
    matching_init(&k, m, system, cache);
    for (uint32_t i = 0; i < s->accounts.count; i++) {
        if (s->accounts.count - i > PREFETCH_AHEAD)
            fold_cache_prefetch(cache, s->accounts.items[i + PREFETCH_AHEAD].person_id);
        struct index_span candidates;
        struct holding holding = decide(&k, (account_ref){i}, &candidates);
        keep_candidates(out, &k, cached, &holding, candidates);
        count_holding(out, &holding, s->accounts.items[i].kind);
        vec_push(&out->holdings, holding);
    }
    matching_release(&k);
}

void matches_release(struct matches *matches) {
    vec_release(&matches->holdings);
    vec_release(&matches->candidates);
    memset(matches, 0, sizeof *matches);
}
