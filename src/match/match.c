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

static void keep_candidates(struct matches *out, struct holding *h, struct person_span people) {
    h->candidates = (uint32_t)out->candidates.count;
    h->candidate_count = people.count < UINT16_MAX ? (uint16_t)people.count : UINT16_MAX;
    for (uint32_t i = 0; i < h->candidate_count; i++)
        vec_push(&out->candidates, people.people[i]);
}

void match_system(struct matches *out, const struct model *m, uint32_t system,
                  struct keyring *ring) {
    const struct source *s = &m->systems[system];
    struct matching k;
    memset(out, 0, sizeof *out);
    vec_reserve(&out->holdings, s->accounts.count);
    matching_init(&k, m, system, ring);
    for (uint32_t i = 0; i < s->accounts.count; i++) {
        struct holding holding;
        struct person_span candidates;
        matching_decide(&k, i, &holding, &candidates);
        keep_candidates(out, &holding, candidates);
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
