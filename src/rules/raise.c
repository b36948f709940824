/*
 * Evidence and exceptions. A rule says its facts into the judge's scratch; raising copies them into
 * the findings' arena and adds who and where. A fact without a value keeps its key, so that the
 * evidence of a rule always has the same keys in the same order.
 */
#include "engine.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static struct evidence *say(struct judge *j, const char *key, enum evidence_type type) {
    assert(j->fact_count < MAX_FACTS);
    struct evidence *fact = &j->facts[j->fact_count++];
    *fact = (struct evidence){.key = key, .type = type};
    return fact;
}

void say_text(struct judge *j, const char *key, struct span text) {
    say(j, key, EVIDENCE_TEXT)->text = text;
}

void say_date(struct judge *j, const char *key, date day) {
    say(j, key, EVIDENCE_DATE)->day = day;
}

void say_number(struct judge *j, const char *key, int64_t number) {
    say(j, key, EVIDENCE_NUMBER)->number = number;
}

void say_days(struct judge *j, const char *key, date since) {
    if (!date_is_known(since))
        say_text(j, key, SPAN(""));
    else
        say_number(j, key, (int64_t)j->day - since);
}

static size_t listed_of(size_t count) {
    return count < TEXTS_LISTED ? count : TEXTS_LISTED;
}

struct span *list_room(struct judge *j, size_t count) {
    return arena_array(j->arena, listed_of(count), sizeof(struct span));
}

void say_texts(struct judge *j, const char *key, const struct span *items, size_t count) {
    struct evidence *fact = say(j, key, EVIDENCE_TEXTS);
    fact->texts.items = items;
    fact->texts.count = (uint32_t)listed_of(count);
    fact->texts.left_out = (uint32_t)(count - fact->texts.count);
}

void say_all_texts(struct judge *j, const char *key, const struct span *items, size_t count) {
    struct evidence *fact = say(j, key, EVIDENCE_TEXTS);
    fact->texts.items = items;
    fact->texts.count = (uint32_t)count;
    fact->texts.left_out = 0;
}

void say_threshold(struct judge *j) {
    say_number(j, "threshold", j->days[j->rule->threshold]);
}

void say_matched_by(struct judge *j, const struct account_case *c) {
    say_text(j, "matched_by", span_of(match_step_name((enum match_step)c->h->step)));
}

struct span place_of(struct judge *j, const struct source *source, struct span dn, uint32_t line) {
    if (dn.n)
        return dn;
    if (!source)
        return SPAN("");
    struct span file = span_of(source->display);
    size_t room = file.n + 12;
    char *text = arena_alloc(j->arena, room);
    int n = snprintf(text, room, "%.*s:%" PRIu32, (int)file.n, file.n ? file.p : "", line);
    return (struct span){text, (size_t)n};
}

static struct span person_place(struct judge *j, const struct person *p) {
    return place_of(j, &j->m->rosters[p->roster], model_text(j->m, p->origin.dn), p->origin.line);
}

void say_roster_line(struct judge *j, const struct person *p) {
    say_text(j, "roster_line", p ? person_place(j, p) : SPAN(""));
}

/* Puts the ID where it belongs among the first `count`, of which the last may fall off. */
static uint32_t list_id(struct span *ids, uint32_t count, struct span id) {
    uint32_t at = count;
    while (at > 0 && person_id_compare(id, ids[at - 1]) < 0)
        at--;
    if (at == TEXTS_LISTED)
        return count;
    uint32_t kept = count < TEXTS_LISTED ? count : TEXTS_LISTED - 1;
    memmove(ids + at + 1, ids + at, (kept - at) * sizeof *ids);
    ids[at] = id;
    return kept + 1;
}

/* The first in order of person_id, whatever the order of the rosters. */
static struct candidate_memo list_candidates(struct judge *j, const struct system_case *in,
                                             uint32_t first, uint32_t count) {
    uint32_t listed = 0, room = (uint32_t)listed_of(count);
    uint32_t looked_at = j->m->people_in_id_order ? room : count;
    struct span *ids = list_room(j, count);
    for (uint32_t i = 0; i < looked_at; i++) {
        uint32_t person = in->matches->candidates.items[first + i];
        listed = list_id(ids, listed, model_text(j->m, j->m->people.items[person].person_id));
    }
    return (struct candidate_memo){first, count, listed, ids};
}

void say_candidates(struct judge *j, const struct account_case *c) {
    uint32_t first = c->h->candidates, count = c->h->candidate_count;
    struct candidate_memo *memo = &c->in->candidates[first % CANDIDATE_MEMO_SIZE];
    if (count > 0 && (memo->candidates != first || memo->count != count))
        *memo = list_candidates(j, c->in, first, count);
    struct evidence *fact = say(j, "candidates", EVIDENCE_TEXTS);
    fact->texts.items = memo->ids;
    fact->texts.count = count > 0 ? memo->listed : 0;
    fact->texts.left_out = count - fact->texts.count;
    say_number(j, "candidate_count", count);
}

void say_roles(struct judge *j, const char *key, const struct account_case *c) {
    struct span *roles = arena_array(j->arena, c->a->role_count, sizeof *roles);
    for (uint32_t i = 0; i < c->a->role_count; i++)
        roles[i] = source_text(j->source, j->source->lists.items[c->a->roles + i]);
    say_all_texts(j, key, roles, c->a->role_count);
}

static str_id post_value(const struct post *post, enum field field) {
    switch (field) {
    case FIELD_job_type:
        return post->job_type;
    case FIELD_position:
        return post->position;
    case FIELD_employment:
        return post->employment;
    default:
        return !str_is_none(post->department) ? post->department : post->department_code;
    }
}

static int id_order(const void *left, const void *right) {
    const str_id *a = left, *b = right;
    return (a->n > b->n) - (a->n < b->n);
}

/* How many different ones there are. */
static size_t count_distinct(str_id *ids, size_t count) {
    size_t kept = 0;
    if (count)
        qsort(ids, count, sizeof *ids, id_order);
    for (size_t i = 0; i < count; i++)
        kept += i == 0 || ids[i].n != ids[i - 1].n;
    return kept;
}

static bool is_among(struct span text, const struct span *items, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (span_equal(items[i], text))
            return true;
    return false;
}

void say_posts(struct judge *j, const char *key, const struct person *p, enum field field) {
    struct span *values = list_room(j, p->post_count);
    VEC(str_id) others = {0}; /* beyond those listed: texts of one pool, equal where the ids are */
    size_t count = 0;
    for (uint32_t i = 0; i < p->post_count; i++) {
        str_id id = post_value(&j->m->posts.items[p->posts + i], field);
        struct span value = model_text(j->m, id);
        if (!value.n || is_among(value, values, count))
            continue;
        if (count < TEXTS_LISTED)
            values[count++] = value;
        else
            vec_push(&others, id);
    }
    say_texts(j, key, values, count + count_distinct(others.items, others.count));
    vec_release(&others);
}

static struct span person_department(const struct model *m, const struct person *p) {
    if (!p || !p->post_count)
        return SPAN("");
    return model_text(m, post_value(&m->posts.items[p->posts], FIELD_department));
}

static void fill_person(struct judge *j, struct exception *e, const struct person *p) {
    e->person = (person_ref){(uint32_t)(p - j->m->people.items)};
    e->person_id = model_text(j->m, p->person_id);
    e->name = model_text(j->m, p->name);
    e->department = person_department(j->m, p);
}

static enum target_kind target_kind_of(enum record record) {
    switch (record) {
    case RECORD_PERSON:
        return TARGET_ROSTER;
    case RECORD_SEAT:
        return TARGET_LICENSE;
    case RECORD_DEVICE:
        return TARGET_DEVICES;
    default:
        return TARGET_SYSTEM;
    }
}

static system_ref system_of(const struct judge *j) {
    bool is_one = j->plan->record == RECORD_ACCOUNT;
    return is_one ? (system_ref){model_place_in_kind(j->m, j->input)} : NO_SYSTEM;
}

struct exception_subject {
    enum subject_kind kind;
    struct span text;
};

/* The exception with everything that does not depend on its scope. Severity, waivers and dates of
 * the ledger come with findings_finish. */
static struct exception *raise_about(struct judge *j, struct span target,
                                     struct exception_subject subject_of, const struct span *more,
                                     size_t more_count) {
    struct span subject = subject_of.text;
    enum subject_kind kind = subject_of.kind;
    enum { OWN_PARTS = 4, MOST_MORE = 4 };
    struct span parts[OWN_PARTS + MOST_MORE] = {span_of(j->rule->name), target, subject,
                                                span_of(subject_kind_name(kind))};
    assert(more_count <= MOST_MORE);
    for (size_t i = 0; i < more_count; i++)
        parts[OWN_PARTS + i] = more[i];
    struct evidence *facts = arena_array(j->arena, j->fact_count, sizeof *facts);
    if (j->fact_count)
        memcpy(facts, j->facts, j->fact_count * sizeof *facts);
    struct exception e = {
        .id = digest_id(parts, OWN_PARTS + more_count) & ~(uint64_t)15,
        .rule = j->rule,
        .target_kind = target_kind_of(j->plan->record),
        .target = target,
        .subject = subject,
        .subject_kind = kind,
        .person = NOBODY,
        .evidence = facts,
        .evidence_count = j->fact_count,
        .source = j->source,
        .input = j->input,
        .system = system_of(j),
        .other_system = NO_SYSTEM,
        .account = NO_ACCOUNT,
        .action = j->rule->action,
    };
    j->fact_count = 0;
    struct raised *raised = &j->findings->work->raised[j->input];
    vec_push(&raised->items, e);
    return &raised->items.items[raised->items.count - 1];
}

static struct exception *raise(struct judge *j, enum subject_kind kind, struct span subject,
                               const struct span *more, size_t more_count) {
    return raise_about(j, input_target(j->plan), (struct exception_subject){kind, subject}, more,
                       more_count);
}

static void fill_account(struct judge *j, const struct account_case *c, struct exception *e) {
    e->account = c->account;
    e->origin = c->a->origin;
    if (c->p) {
        fill_person(j, e, c->p);
    } else {
        e->person_id = source_text(j->source, c->a->person_id);
        e->name = source_text(j->source, c->a->name);
    }
    e->own_department = source_text(
        j->source, !str_is_none(c->a->department) ? c->a->department : c->a->department_code);
}

void raise_account_to(struct judge *j, const struct account_case *c, enum action action) {
    struct exception *e = raise(j, SUBJECT_USER_ID, source_text(j->source, c->a->user_id), NULL, 0);
    fill_account(j, c, e);
    e->action = action;
}

void raise_account(struct judge *j, const struct account_case *c) {
    raise_account_to(j, c, j->rule->action);
}

void raise_change(struct judge *j, const struct change_case *c) {
    if (c->now) {
        raise_account(j, c->now);
        return;
    }
    struct exception *e = raise(j, SUBJECT_USER_ID, c->past->user_id, NULL, 0);
    e->person_id = c->past->person_id;
    e->name = c->past->name;
}

void raise_person(struct judge *j, const struct person *p) {
    struct exception *e = raise(j, SUBJECT_PERSON_ID, model_text(j->m, p->person_id), NULL, 0);
    fill_person(j, e, p);
    /* Nothing in the system shows what is missing there: the roster's row does. The DN of a person
     * is a text of the model, an origin's one of its source: only the line is common to both. */
    e->source = &j->m->rosters[p->roster];
    e->origin = (struct origin){.line = p->origin.line};
    if (!str_is_none(p->origin.dn))
        e->origin.dn = strpool_find(&e->source->text, model_text(j->m, p->origin.dn));
}

void raise_in_roster(struct judge *j, const struct person *p, struct origin origin) {
    struct exception *e = raise(j, SUBJECT_PERSON_ID, model_text(j->m, p->person_id), NULL, 0);
    fill_person(j, e, p);
    e->origin = origin;
}

void raise_conflict(struct judge *j, const struct conflict_case *c, const struct span *parts,
                    size_t count) {
    const struct person *p = &j->m->people.items[c->person.n];
    account_ref account = c->a.hits[0].account;
    struct exception *e = raise(j, SUBJECT_PERSON_ID, model_text(j->m, p->person_id), parts, count);
    fill_person(j, e, p);
    e->account = account;
    e->other_system = c->b.system;
    e->origin = j->source->accounts.items[account.n].origin;
}

void raise_seats(struct judge *j, const struct held_seat *first) {
    struct exception *e = raise(j, first->subject_kind, first->subject, NULL, 0);
    e->origin = first->seat->origin;
    if (is_somebody(first->person))
        fill_person(j, e, &j->m->people.items[first->person.n]);
    else
        e->person_id = source_text(j->source, first->seat->person_id);
    e->own_department = first->device_department;
}

void raise_input(struct judge *j) {
    struct exception *e = raise(j, SUBJECT_NONE, SPAN(""), NULL, 0);
    if (j->source->is_missing)
        e->source = NULL;
}

void raise_product(struct judge *j, struct span product, struct origin origin) {
    raise_about(j, product, (struct exception_subject){SUBJECT_NONE, SPAN("")}, NULL, 0)->origin =
        origin;
}

void raise_device(struct judge *j, const struct device_case *c, const struct person *p) {
    struct exception *e =
        raise(j, SUBJECT_DEVICE_ID, source_text(j->source, c->device->device_id), NULL, 0);
    if (p)
        fill_person(j, e, p);
    else
        e->person_id = source_text(j->source, c->device->person_id);
    e->origin = c->device->origin;
    e->own_department = source_text(j->source, c->device->department);
}

static const char *const action_names[] = {
#define ACTION(id, name) [ACTION_##id] = (name),
    ACTION_TABLE
#undef ACTION
};

const char *action_name(enum action a) {
    return action_names[a];
}
