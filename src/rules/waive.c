/*
 * Waivers: rule, target and subject must be equal under their keys, never by part. A waived
 * exception stays in the list. The seal has marked what is past its valid_until; a waiver that
 * names no rule is an input issue, since it would silently do nothing.
 */
#include "engine.h"

#include "tenko/nearest.h"

#include <stdlib.h>

struct waiver_entry {
    size_t rule;
    key_id target, subject;
    const struct waiver *waiver;
    bool is_used;
};

struct register_of_waivers {
    struct waiver_entry *entries; /* sorted */
    size_t count;
    bool *has_rule; /* [rule_count]: most rules have no waiver at all */
};

static int entry_order(const void *left, const void *right) {
    const struct waiver_entry *a = left, *b = right;
    if (a->rule != b->rule)
        return a->rule < b->rule ? -1 : 1;
    if (a->target.n != b->target.n)
        return a->target.n < b->target.n ? -1 : 1;
    if (a->subject.n != b->subject.n)
        return a->subject.n < b->subject.n ? -1 : 1;
    /* Of several waivers for one exception the first in the file counts. */
    return (a->waiver && b->waiver) ? (a->waiver > b->waiver) - (a->waiver < b->waiver) : 0;
}

static int key_order(const void *left, const void *right) {
    const struct waiver_entry *a = left, *b = right;
    struct waiver_entry x = *a, y = *b;
    x.waiver = y.waiver = NULL;
    return entry_order(&x, &y);
}

static void report_unknown(struct findings *f, const struct model *m, const struct waiver *w) {
    const char *names[64];
    size_t count = rule_count < 64 ? rule_count : 64;
    for (size_t i = 0; i < count; i++)
        names[i] = rules[i].name;
    struct span written = model_text(m, w->rule);
    char *word = memory_copy_text(written);
    const char *nearest = nearest_word(word, names, count);
    struct finding_issue found = {
        .source = m->table_of[RECORD_WAIVER],
        .issue = {.line = w->origin.line,
                  .column = SPAN("rule"),
                  .value = written,
                  .problem = nearest ? MSG_RULES_WAIVER_NEAREST : MSG_RULES_WAIVER_RULE,
                  .done = MSG_RULES_WAIVER_IGNORED,
                  .args = {written, span_of(nearest)}}};
    vec_push(&f->issues, found);
    free(word);
}

/* By its heading in either language: 退職者のアカウント. */
static const struct rule *rule_of_title(struct span written) {
    struct strbuf wanted = {0}, title = {0};
    const struct rule *found = NULL;
    fold_text(FOLD_WORD, written, &wanted);
    for (size_t i = 0; i < 2 * rule_count && wanted.n && !found; i++) {
        const struct rule *r = &rules[i / 2];
        fold_text(FOLD_WORD, span_of(i % 2 ? r->title_en : r->title_ja), &title);
        if (span_equal(strbuf_span(&wanted), strbuf_span(&title)))
            found = r;
    }
    strbuf_release(&wanted);
    strbuf_release(&title);
    return found;
}

static void report(struct findings *f, const struct model *m, const struct waiver *w,
                   enum message_id problem) {
    struct finding_issue found = {.source = m->table_of[RECORD_WAIVER],
                                  .issue = {.line = w->origin.line,
                                            .column = SPAN("rule"),
                                            .value = model_text(m, w->rule),
                                            .problem = problem,
                                            .done = MSG_RULES_WAIVER_IGNORED}};
    vec_push(&f->issues, found);
}

static void register_init(struct register_of_waivers *r, struct findings *f,
                          const struct model *m) {
    struct strbuf name = {0};
    *r = (struct register_of_waivers){0};
    r->entries = memory_zeroed(m->waivers.count + 1, sizeof *r->entries);
    r->has_rule = memory_zeroed(rule_count + 1, sizeof *r->has_rule);
    for (size_t i = 0; i < m->waivers.count; i++) {
        const struct waiver *w = &m->waivers.items[i];
        strbuf_clear(&name);
        fold_text(FOLD_ID, model_text(m, w->rule), &name);
        const struct rule *rule = name.n ? rule_find(name.p) : NULL;
        if (!rule)
            rule = rule_of_title(model_text(m, w->rule));
        if (!rule) {
            report_unknown(f, m, w);
        } else if (!w->is_expired) {
            size_t index = rule_index(rule);
            r->has_rule[index] = true;
            r->entries[r->count++] =
                (struct waiver_entry){index, w->target_key, w->subject_key, w, false};
        }
    }
    qsort(r->entries, r->count, sizeof *r->entries, entry_order);
    strbuf_release(&name);
}

static const struct waiver *waiver_for(const struct register_of_waivers *r, const struct model *m,
                                       const struct exception *exception) {
    struct waiver_entry wanted = {.rule = rule_index(exception->rule)};
    if (!r->has_rule[wanted.rule])
        return NULL;
    wanted.target = model_key(m, FOLD_ID, exception->target);
    wanted.subject = model_key(m, FOLD_ID, exception->subject);
    struct waiver_entry *hit =
        bsearch(&wanted, r->entries, r->count, sizeof *r->entries, key_order);
    if (!hit)
        return NULL;
    while (hit > r->entries && key_order(hit - 1, &wanted) == 0)
        hit--;
    /* Others for the same exception are not told to fit nothing. */
    for (struct waiver_entry *e = hit; e < r->entries + r->count && key_order(e, &wanted) == 0; e++)
        e->is_used = true;
    return hit->waiver;
}

void waive(struct findings *f, const struct model *m) {
    struct register_of_waivers r;
    if (!m->waivers.count)
        return;
    register_init(&r, f, m);
    for (size_t i = 0; r.count && i < f->exceptions.count; i++) {
        struct exception *e = &f->exceptions.items[i];
        e->waiver = waiver_for(&r, m, e);
    }
    for (size_t i = 0; i < r.count; i++)
        if (!r.entries[i].is_used)
            report(f, m, r.entries[i].waiver, MSG_RULES_WAIVER_FITS_NOTHING);
    free(r.entries);
    free(r.has_rule);
}
