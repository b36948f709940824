/*
 * The texts that rows of accounts show and that no row can make while it is fetched: roles and
 * candidates are lists of spans, and a department's code is looked up once for all accounts.
 */
#include "record_rows.h"

#include "tenko/parallel.h"

#include <stdlib.h>

static struct span *list_texts(const struct source *s) {
    struct span *texts = memory_alloc((s->lists.count + 1) * sizeof *texts);
    for (size_t i = 0; i < s->lists.count; i++)
        texts[i] = source_text(s, s->lists.items[i]);
    return texts;
}

static struct span *candidate_ids(const struct model *m, const struct matches *matches) {
    struct span *ids = memory_alloc((matches->candidates.count + 1) * sizeof *ids);
    for (size_t i = 0; i < matches->candidates.count; i++)
        ids[i] = model_text(m, m->people.items[matches->candidates.items[i]].person_id);
    return ids;
}

/* Up to the last id that is a department: most are among the first texts of a list. */
static struct span *department_names(const struct model *m, const struct source *s) {
    uint32_t last = 0;
    for (size_t i = 0; i < s->accounts.count; i++) {
        uint32_t written = run_account_department(&s->accounts.items[i]).n;
        last = written > last ? written : last;
    }
    struct span *names = memory_zeroed((size_t)last + 1, sizeof *names);
    for (size_t i = 0; i < s->accounts.count; i++) {
        str_id written = run_account_department(&s->accounts.items[i]);
        if (!str_is_none(written) && !names[written.n].n)
            names[written.n] = run_department_written(m, source_text(s, written));
    }
    return names;
}

static void build(void *context, size_t system) {
    struct run_rows *rows = context;
    const struct run *run = rows->run;
    size_t input = run->model.inputs.first[INPUT_SYSTEM] + system;
    const struct source *s = &run->model.systems[system];
    rows->list_texts[input] = list_texts(s);
    rows->candidate_ids[input] = candidate_ids(&run->model, &run->matches[system]);
    rows->department_names[input] = department_names(&run->model, s);
}

static void name_rosters(struct run_rows *rows) {
    const struct model *m = &rows->run->model;
    if (m->person_rosters.count <= m->people.count)
        return;
    rows->person_rosters = memory_alloc(m->person_rosters.count * sizeof *rows->person_rosters);
    for (size_t i = 0; i < m->person_rosters.count; i++)
        rows->person_rosters[i] = span_of(m->rosters[m->person_rosters.items[i]].plan->name);
}

static void name_posts(struct run_rows *rows) {
    const struct model *m = &rows->run->model;
    if (m->posts.count <= m->people.count)
        return;
    rows->post_departments = memory_alloc(m->posts.count * sizeof *rows->post_departments);
    for (size_t i = 0; i < m->posts.count; i++)
        rows->post_departments[i] = run_post_department(m, &m->posts.items[i]);
}

void run_texts_build(struct run_rows *rows, unsigned threads) {
    struct span ***all[] = {&rows->list_texts, &rows->candidate_ids, &rows->department_names};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        *all[i] = memory_zeroed(rows->run->model.inputs.count, sizeof(struct span *));
    parallel_run(rows->run->plan.systems.count, threads, build, rows);
    name_rosters(rows);
    name_posts(rows);
}

void run_texts_release(struct run_rows *rows) {
    struct span **all[] = {rows->list_texts, rows->candidate_ids, rows->department_names};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        for (size_t k = 0; all[i] && k < rows->run->model.inputs.count; k++)
            free(all[i][k]);
        free(all[i]);
    }
    free(rows->person_rosters);
    free(rows->post_departments);
}
