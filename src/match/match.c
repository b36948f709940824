/* All accounts of a system: a holding each, and the counts that safety stops and reports need. */
#include "decide.h"

const char *match_step_name(enum match_step step) {
    static const char *const names[] = {
        [STEP_NONE] = "none",           [STEP_LINK] = "link",
        [STEP_PERSON_ID] = "person_id", [STEP_EMAIL] = "email",
        [STEP_LOGIN] = "login",         [STEP_USER_ID] = "user_id",
        [STEP_TEMPLATE] = "template",   [STEP_NAME_DEPARTMENT] = "name+department",
        [STEP_OWNER] = "owner",
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

/* Where people were kept last, by the first of them: hundreds may have one name, and so may many
 * accounts that nobody holds. */
enum { KEPT = 1024 };
struct kept {
    uint32_t candidates, count;   /* count 0 = free */
    const uint32_t *of_the_model; /* the model's own list of them, if it is one */
};

static bool is_kept(const struct matches *out, const struct kept *kept, struct index_span people,
                    uint32_t count) {
    return kept->count == count && (kept->of_the_model == people.items ||
                                    memcmp(out->candidates.items + kept->candidates, people.items,
                                           count * sizeof *people.items) == 0);
}

static void keep_candidates(struct matches *out, const struct matching *k, struct kept *kept,
                            struct holding *h, struct index_span people) {
    uint32_t count = people.count < UINT16_MAX ? people.count : UINT16_MAX;
    h->candidate_count = (uint16_t)count;
    if (count == 0)
        return;
    struct kept *same = &kept[people.items[0] % KEPT];
    if (!is_kept(out, same, people, count)) {
        bool is_model = people.items != k->same_name.items && people.items != k->fitting.items;
        *same =
            (struct kept){(uint32_t)out->candidates.count, count, is_model ? people.items : NULL};
        vec_reserve(&out->candidates, out->candidates.count + count);
        for (uint32_t i = 0; i < count; i++)
            vec_push(&out->candidates, people.items[i]);
    }
    h->candidates = same->candidates;
}

void match_system(struct matches *out, const struct model *m, system_ref system,
                  struct fold_cache *cache) {
    const struct source *s = &m->systems[system.n];
    struct matching k;
    struct kept kept[KEPT] = {0};
    memset(out, 0, sizeof *out);
    vec_reserve(&out->holdings, s->accounts.count);
    matching_init(&k, m, system, cache);
    for (uint32_t i = 0; i < s->accounts.count; i++) {
        if (s->accounts.count - i > PREFETCH_AHEAD)
            fold_cache_prefetch(cache, s->accounts.items[i + PREFETCH_AHEAD].person_id);
        struct holding holding;
        struct index_span candidates;
        matching_decide(&k, (account_ref){i}, &holding, &candidates);
        keep_candidates(out, &k, kept, &holding, candidates);
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
