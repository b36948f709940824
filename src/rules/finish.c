/*
 * The findings as a whole: made before judging, finished after it. Finishing joins what the threads
 * raised, drops what was raised twice, and sorts by severity, rule, target, subject.
 *
 * Sorting compares integers nearly always: severity, the rule's rank by name and the target's rank
 * by name are packed into one number, the first eight bytes of the subject into another; only equal
 * prefixes look at the texts. The order is total and does not depend on threads.
 */
#include "engine.h"

#include "tenko/parallel.h"

#include <stdlib.h>

void findings_init(struct findings *f, const struct model *m) {
    size_t systems = m->plan->systems.count, licenses = m->plan->licenses.count;
    memset(f, 0, sizeof *f);
    f->input_count = model_judged_count(m);
    f->arena_count = f->input_count + 1;
    f->arenas = memory_zeroed(f->arena_count, sizeof *f->arenas);
    f->coverage = memory_zeroed(f->input_count * rule_count + 1, sizeof *f->coverage);
    f->licenses = memory_zeroed(licenses + 1, sizeof *f->licenses);
    f->seats = memory_zeroed(licenses + 1, sizeof *f->seats);
    f->license_count = licenses;
    f->systems = memory_zeroed(systems + 1, sizeof *f->systems);
    f->by_rule = memory_zeroed(rule_count + 1, sizeof *f->by_rule);
    f->work = memory_zeroed(1, sizeof *f->work);
    f->work->raised = memory_zeroed(f->input_count + 1, sizeof *f->work->raised);
    f->work->hits = memory_zeroed(systems + 1, sizeof *f->work->hits);
    f->work->conflict_roles = conflict_roles_new(m);
    f->work->input_count = f->input_count;
    f->work->system_count = systems;
    coverage_compute(f, m);
}

static void work_free(struct findings_work *work) {
    if (!work)
        return;
    for (size_t i = 0; i < work->input_count; i++)
        vec_release(&work->raised[i].items);
    for (size_t i = 0; i < work->system_count; i++)
        vec_release(&work->hits[i].items);
    free(work->hits);
    conflict_roles_free(work->conflict_roles);
    free(work->raised);
    free(work);
}

void findings_release(struct findings *f) {
    work_free(f->work);
    for (size_t i = 0; i < f->arena_count; i++)
        arena_release(&f->arenas[i]);
    free(f->arenas);
    vec_release(&f->exceptions);
    vec_release(&f->issues);
    free(f->coverage);
    for (size_t i = 0; i < f->license_count; i++)
        vec_release(&f->seats[i].items);
    free(f->seats);
    free(f->licenses);
    free(f->systems);
    free(f->by_rule);
    memset(f, 0, sizeof *f);
}

/* --- Ranks: where a name stands among the others --- */

struct named {
    struct span name;
    uint32_t index;
};

static int name_order(const void *left, const void *right) {
    const struct named *a = left, *b = right;
    int order = span_compare(a->name, b->name);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

/* Equal names get equal ranks. */
static uint32_t *ranks(struct named *names, size_t count) {
    uint32_t *rank = memory_zeroed(count + 1, sizeof *rank);
    if (count)
        qsort(names, count, sizeof *names, name_order);
    for (size_t i = 1; i < count; i++) {
        bool is_same = span_equal(names[i].name, names[i - 1].name);
        rank[names[i].index] = rank[names[i - 1].index] + !is_same;
    }
    return rank;
}

static uint32_t *rule_ranks(void) {
    struct named *names = memory_zeroed(rule_count + 1, sizeof *names);
    for (size_t i = 0; i < rule_count; i++)
        names[i] = (struct named){span_of(rules[i].name), (uint32_t)i};
    uint32_t *rank = ranks(names, rule_count);
    free(names);
    return rank;
}

/* A product of a list, which is no input's name. */
static bool is_own_target(const struct exception *e, struct span of_input) {
    return e->target.p != of_input.p;
}

/* By input; behind them, in the order in which they were raised, targets that are no input, those
 * of input i from own[i] on. */
static uint32_t *target_ranks(const struct findings *f, const struct model *m, uint32_t *own) {
    VEC(struct named) names = {0};
    uint32_t next = 0;
    for (; next < f->input_count; next++)
        vec_push(&names, ((struct named){input_target(m->inputs.items[next].plan), next}));
    for (size_t input = 0; input < f->input_count; input++) {
        struct span name = input_target(m->inputs.items[input].plan);
        const struct raised *raised = &f->work->raised[input];
        own[input] = next;
        for (size_t i = 0; i < raised->items.count; i++) {
            const struct exception *e = &raised->items.items[i];
            if (is_own_target(e, name))
                vec_push(&names, ((struct named){e->target, next++}));
        }
    }
    uint32_t *rank = ranks(names.items, names.count);
    vec_release(&names);
    return rank;
}

/* --- Sorting --- */

struct sort_key {
    uint64_t group;  /* severity, rule, target */
    uint64_t prefix; /* of the subject, big endian */
    const struct exception *e;
};

static uint64_t prefix_of(struct span text) {
    uint64_t prefix = 0;
    for (size_t i = 0; i < 8; i++)
        prefix = prefix << 8 | (i < text.n ? (unsigned char)text.p[i] : 0);
    return prefix;
}

static int key_order(const void *left, const void *right) {
    const struct sort_key *a = left, *b = right;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    if (a->prefix != b->prefix)
        return a->prefix < b->prefix ? -1 : 1;
    int order = span_compare(a->e->subject, b->e->subject);
    if (order)
        return order;
    if (a->e->origin.line != b->e->origin.line)
        return a->e->origin.line < b->e->origin.line ? -1 : 1;
    if (a->e->id != b->e->id)
        return a->e->id < b->e->id ? -1 : 1;
    return (a->e > b->e) - (a->e < b->e); /* of one input: as raised */
}

#define CHUNKS 8

struct sorting {
    struct sort_key *keys, *merged;
    size_t count, chunk; /* keys in a sorted run */
};

static void sort_chunk(void *context, size_t index) {
    const struct sorting *s = context;
    size_t from = index * s->chunk;
    if (from < s->count) {
        size_t n = s->count - from < s->chunk ? s->count - from : s->chunk;
        qsort(s->keys + from, n, sizeof *s->keys, key_order);
    }
}

/* Joins runs 2i and 2i + 1; on a tie the earlier run first. */
static void merge_pair(void *context, size_t index) {
    const struct sorting *s = context;
    size_t a = 2 * index * s->chunk, out = a;
    if (a >= s->count)
        return;
    size_t b = a + s->chunk < s->count ? a + s->chunk : s->count;
    size_t a_end = b, b_end = b + s->chunk < s->count ? b + s->chunk : s->count;
    while (a < a_end && b < b_end) {
        bool is_b = key_order(&s->keys[b], &s->keys[a]) < 0;
        s->merged[out++] = is_b ? s->keys[b++] : s->keys[a++];
    }
    while (a < a_end)
        s->merged[out++] = s->keys[a++];
    while (b < b_end)
        s->merged[out++] = s->keys[b++];
}

static struct sort_key *sort_keys(struct sort_key *keys, size_t count, unsigned threads) {
    struct sorting s = {.keys = keys, .count = count, .chunk = count / CHUNKS + 1};
    s.merged = memory_zeroed(count + 1, sizeof *s.merged);
    parallel_run(CHUNKS, threads, sort_chunk, &s);
    for (size_t runs = CHUNKS; runs > 1; runs /= 2) {
        parallel_run(runs / 2, threads, merge_pair, &s);
        struct sort_key *swap = s.keys;
        s.keys = s.merged;
        s.merged = swap;
        s.chunk *= 2;
    }
    free(s.merged);
    return s.keys;
}

/* What the threads raised, input by input, in one array. */
struct bringing {
    struct findings *f;
    const struct model *m;
    struct sort_key *keys;
    size_t *first; /* by input: where its exceptions go */
    uint32_t *own; /* by input: place in target_rank of its first target that is no input */
    uint32_t *rule_rank, *target_rank;
};

static void bring_input(void *context, size_t input) {
    const struct bringing *b = context;
    struct raised *raised = &b->f->work->raised[input];
    struct span name = input_target(b->m->inputs.items[input].plan);
    size_t own = b->own[input], at = b->first[input];
    for (size_t i = 0; i < raised->items.count; i++, at++) {
        struct exception *e = &b->f->exceptions.items[at];
        *e = raised->items.items[i];
        e->severity = rule_severity(b->m->plan, e->rule);
        uint64_t rank = (uint64_t)e->severity << 40 |
                        (uint64_t)b->rule_rank[rule_index(e->rule)] << 32 |
                        b->target_rank[is_own_target(e, name) ? own++ : input];
        b->keys[at] = (struct sort_key){rank, prefix_of(e->subject), e};
    }
    vec_release(&raised->items);
}

/* Puts each exception where its key stands, along the circles in which they change places: a copy
 * of all of them would be the largest piece of a run. */
static void arrange(struct exception *items, struct sort_key *keys, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct exception first = items[i];
        size_t to = i, from;
        while ((from = (size_t)(keys[to].e - items)) != i) {
            items[to] = items[from];
            keys[to].e = &items[to];
            to = from;
        }
        items[to] = first;
        keys[to].e = &items[to];
    }
}

static void sort_exceptions(struct findings *f, const struct model *m, unsigned threads) {
    struct bringing b = {.f = f, .m = m, .rule_rank = rule_ranks()};
    b.first = memory_zeroed(f->input_count + 1, sizeof *b.first);
    b.own = memory_zeroed(f->input_count + 1, sizeof *b.own);
    b.target_rank = target_ranks(f, m, b.own);
    for (size_t i = 0; i < f->input_count; i++)
        b.first[i + 1] = b.first[i] + f->work->raised[i].items.count;
    size_t count = b.first[f->input_count];
    b.keys = memory_zeroed(count + 1, sizeof *b.keys);
    vec_reserve(&f->exceptions, count + 1);
    f->exceptions.count = count;
    parallel_run(f->input_count, threads, bring_input, &b);
    b.keys = sort_keys(b.keys, count, threads);
    arrange(f->exceptions.items, b.keys, count);
    free(b.keys);
    free(b.first);
    free(b.own);
    free(b.rule_rank);
    free(b.target_rank);
}

static bool is_same_subject(const struct exception *a, const struct exception *b) {
    return a->rule == b->rule && span_equal(a->subject, b->subject) &&
           span_equal(a->target, b->target);
}

struct numbered_id {
    uint64_t id;
    size_t at;
};

static int id_order(const void *left, const void *right) {
    const struct numbered_id *a = left, *b = right;
    if (a->id != b->id)
        return a->id < b->id ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

/* Exceptions of one subject: of those with one ID the first is kept. Returns how many are. */
static size_t keep_first(struct exception *items, size_t count) {
    size_t kept = 0;
    struct numbered_id *ids = memory_zeroed(count, sizeof *ids);
    bool *is_repeated = memory_zeroed(count, sizeof *is_repeated);
    for (size_t i = 0; i < count; i++)
        ids[i] = (struct numbered_id){items[i].id, i};
    qsort(ids, count, sizeof *ids, id_order);
    for (size_t i = 1; i < count; i++)
        is_repeated[ids[i].at] = ids[i].id == ids[i - 1].id;
    for (size_t i = 0; i < count; i++)
        if (!is_repeated[i])
            items[kept++] = items[i];
    free(ids);
    free(is_repeated);
    return kept;
}

/* Those of one subject are neighbours. */
static void drop_repeats(struct findings *f) {
    struct exception *items = f->exceptions.items;
    size_t kept = 0;
    for (size_t from = 0, to; from < f->exceptions.count; from = to) {
        for (to = from + 1; to < f->exceptions.count && is_same_subject(&items[to], &items[from]);)
            to++;
        size_t count = to - from > 1 ? keep_first(&items[from], to - from) : 1;
        if (kept != from)
            memmove(&items[kept], &items[from], count * sizeof *items);
        kept += count;
    }
    f->exceptions.count = kept;
}

static void count_exceptions(struct findings *f) {
    for (size_t i = 0; i < f->exceptions.count; i++) {
        const struct exception *e = &f->exceptions.items[i];
        if (e->waiver) {
            f->waived++;
            continue;
        }
        f->by_severity[e->severity]++;
        f->by_rule[rule_index(e->rule)]++;
    }
}

/* A list that hides its holders is said once, not seat by seat. */
static void report_concealed(struct findings *f, const struct model *m) {
    for (size_t i = 0; i < f->license_count; i++) {
        if (f->seats[i].concealed)
            vec_push(&f->issues,
                     ((struct finding_issue){.source = &m->licenses[i],
                                             .issue = {.problem = MSG_RULES_CONCEALED,
                                                       .done = MSG_RULES_CONCEALED_DONE}}));
    }
}

void findings_finish(struct findings *f, const struct model *m, unsigned threads) {
    sort_exceptions(f, m, threads);
    drop_repeats(f);
    work_free(f->work);
    f->work = NULL;
    waive(f, m);
    report_concealed(f, m);
    count_exceptions(f);
}
