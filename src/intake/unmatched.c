/*
 * Nothing that is configured matches nothing in silence: a glob, a privileged role or a word under
 * `values` that fits nothing in the list is an input issue, for a typing error would switch a rule
 * off.
 */
#include "reading.h"

static void report(struct reading *r, struct span what, struct span text) {
    struct issue *issue =
        issue_add_at(r, (struct origin){0}, what, text, MSG_FITS_NOTHING, MSG_DONE_WITHOUT_EFFECT);
    issue->args[1] = what;
}

static bool is_same_word(struct reading *r, struct span a, struct span b) {
    fold_text(FOLD_WORD, a, &r->scratch);
    fold_text(FOLD_WORD, b, &r->more_scratch);
    return span_equal(strbuf_span(&r->scratch), strbuf_span(&r->more_scratch));
}

static bool is_seen(struct reading *r, const struct value_choice *choice) {
    for (size_t i = 0; i < r->tasks.count; i++) {
        const struct task *task = &r->tasks.items[i];
        for (uint32_t k = 1; task->field == choice->field && k < strpool_count(&task->seen); k++) {
            if (is_same_word(r, strpool_text(&task->seen, (str_id){k}), span_of(choice->word)))
                return true;
        }
    }
    return false;
}

static void judge_values(struct reading *r) {
    for (size_t i = 0; i < r->input->values.count; i++) {
        const struct value_choice *choice = &r->input->values.items[i];
        if (!is_seen(r, choice))
            report(r, span_of(fields[choice->field].name), span_of(choice->word));
    }
}

static void judge_globs(struct reading *r) {
    const struct system_plan *system = &r->input->system;
    bool *fits = memory_zeroed(system->glob_count, sizeof *fits);
    size_t left = system->glob_count;
    for (size_t i = 0; i < r->source->accounts.count && left; i++) {
        fold_text(FOLD_ID, source_text(r->source, r->source->accounts.items[i].user_id),
                  &r->scratch);
        for (size_t g = 0; g < system->glob_count; g++)
            if (!fits[g] &&
                glob_match_keys(span_of(system->globs[g].key), strbuf_span(&r->scratch))) {
                fits[g] = true;
                left--;
            }
    }
    for (size_t g = 0; g < system->glob_count; g++)
        if (!fits[g])
            report(r, SPAN("kinds"), span_of(system->globs[g].glob));
    free(fits);
}

/* "k{person_id}" fits what begins and ends as it does. */
static void judge_template(struct reading *r) {
    const char *template = r->input->system.person_id_template;
    const char *place = template ? strchr(template, '{') : NULL;
    const char *end = place ? strchr(place, '}') : NULL;
    if (!end)
        return;
    struct strbuf glob = {0};
    strbuf_add_span(&glob, (struct span){template, (size_t)(place - template)});
    strbuf_add_char(&glob, '*');
    strbuf_add_text(&glob, end + 1);
    bool fits = false;
    for (size_t i = 0; i < r->source->accounts.count && !fits; i++)
        fits = glob_match(strbuf_span(&glob),
                          source_text(r->source, r->source->accounts.items[i].user_id));
    if (!fits)
        report(r, SPAN("person_id_from_user_id"), span_of(template));
    strbuf_release(&glob);
}

/* Rows of other products are no seats of this license. */
static void judge_product(struct reading *r) {
    const char *product = r->input->license.product;
    if (product && knows_field(r->source->known, FIELD_product) && r->source->seats.count == 0)
        report(r, SPAN("product"), span_of(product));
}

void judge_unmatched(struct reading *r) {
    const struct word_list *roles = &r->input->system.privileged_roles;
    if (r->source->rows_accepted == 0)
        return;
    judge_values(r);
    if (r->record == RECORD_SEAT)
        judge_product(r);
    if (r->record != RECORD_ACCOUNT)
        return;
    judge_globs(r);
    judge_template(r);
    for (size_t i = 0; i < roles->count && knows_field(r->source->known, FIELD_role); i++) {
        if (i >= r->role_is_seen.count || !r->role_is_seen.items[i])
            report(r, SPAN("privileged_roles"), span_of(roles->items[i]));
    }
}
