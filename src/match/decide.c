/*
 * Whose account is it: the steps in their order (enum match_step), and what they all work with.
 * The first that decides ends it. A key that fits several people decides too, unless one of them is
 * meant: ambiguous, with all of them as candidates, and nothing below is tried. Everybody in the
 * rosters can be a holder, whatever their state: that a holder has left is for the rules to say.
 */
#include "decide.h"

#include <stdlib.h>

static step_function *const holder_steps[] = {
    step_link,     step_person_id,      step_email,  step_login,           step_user_id,
    step_template, step_email_template, step_domain, step_name_department, step_name,
    step_nobody,
};
static step_function *const owner_steps[] = {step_owner};

step_function *const *matching_steps(const struct account *a) {
    bool has_owner = a->kind == KIND_SHARED || a->kind == KIND_SERVICE;
    return has_owner ? owner_steps : holder_steps;
}

/* Literal parts are folded as user IDs are. */
static void template_init(struct template *t, const char *text, const char *place) {
    const char *at = text ? strstr(text, place) : NULL;
    if (!at)
        return;
    t->text = text;
    fold_text(FOLD_ID, (struct span){text, (size_t)(at - text)}, &t->before);
    fold_text(FOLD_ID, span_of(at + strlen(place)), &t->after);
}

static void template_release(struct template *t) {
    strbuf_release(&t->before);
    strbuf_release(&t->after);
}

static void add_kind_templates(struct matching *k) {
    for (size_t i = 0; i < k->plan->glob_count; i++) {
        const struct kind_glob *glob = &k->plan->globs[i];
        if (glob->kind != KIND_ADMIN || !glob->template)
            continue;
        struct template t = {0};
        bool is_login = strstr(glob->template, "{login}") != NULL;
        template_init(&t, glob->template, is_login ? "{login}" : "{person_id}");
        vec_push(&k->kinds, t);
    }
}

void matching_init(struct matching *k, const struct model *m, system_ref system,
                   struct fold_cache *cache) {
    memset(k, 0, sizeof *k);
    k->m = m;
    k->source = &m->systems[system.n];
    k->plan = &m->plan->systems.items[system.n].system;
    k->cache = cache;
    k->system = system;
    k->has_links = m->table_of[RECORD_LINK] != NULL;
    k->holds_roster = m->of_system[system.n].holds_roster;
    template_init(&k->person_id, k->plan->person_id_template, "{person_id}");
    template_init(&k->email, k->plan->email_template, "{user_id}");
    add_kind_templates(k);
}

void matching_release(struct matching *k) {
    template_release(&k->person_id);
    template_release(&k->email);
    for (size_t i = 0; i < k->kinds.count; i++)
        template_release(&k->kinds.items[i]);
    vec_release(&k->kinds);
    strbuf_release(&k->folded);
    strbuf_release(&k->address);
    vec_release(&k->fitting);
    free(k->seen);
    crowds_free(k->crowds);
}
