/*
 * departments/: a CSV for each department that has open exceptions, to be sent out. Departments
 * that are one under FOLD_WORD get one file; exceptions of none go to a file of their own.
 */
#include "file_name.h"
#include "rendering.h"
#include "reporters.h"
#include "tenko/fold.h"
#include "terms.h"

#include <stdlib.h>

struct group {
    struct span name; /* as first written; empty = no department */
    VEC(uint32_t) exceptions;
};

struct groups {
    VEC(struct group) list;
    struct strpool raw, folded;
    VEC(uint32_t) group_of_raw;    /* by id in raw */
    VEC(uint32_t) group_of_folded; /* by id in folded */
};

#define NO_GROUP UINT32_MAX

static uint32_t *slot(uint32_t **items, size_t *count, size_t *capacity, str_id id) {
    while (*count <= id) {
        if (*count == *capacity)
            *items = vec_grow(*items, capacity, *count + 1, sizeof **items);
        (*items)[(*count)++] = NO_GROUP;
    }
    return &(*items)[id];
}
#define SLOT(v, id) slot(&(v).items, &(v).count, &(v).capacity, (id))

static uint32_t group_of(struct groups *g, struct span department) {
    uint32_t *known = SLOT(g->group_of_raw, strpool_intern(&g->raw, department));
    if (*known != NO_GROUP)
        return *known;
    struct strbuf key = {0};
    fold_text(FOLD_WORD, department, &key);
    uint32_t *group = SLOT(g->group_of_folded, strpool_intern(&g->folded, strbuf_span(&key)));
    strbuf_release(&key);
    if (*group == NO_GROUP) {
        struct group new_group = {.name = department};
        *group = (uint32_t)g->list.count;
        vec_push(&g->list, new_group);
    }
    return *known = *group;
}

static int by_name(const void *a, const void *b) {
    const struct group *x = a, *y = b;
    return span_compare(x->name, y->name);
}

static void groups_init(struct groups *g, const struct findings *f) {
    *g = (struct groups){0};
    for (size_t i = 0; i < f->exceptions.count; i++) {
        const struct exception *e = &f->exceptions.items[i];
        if (e->status == EXCEPTION_WAIVED)
            continue;
        uint32_t group = group_of(g, e->department);
        vec_push(&g->list.items[group].exceptions, (uint32_t)i);
    }
    if (g->list.count)
        qsort(g->list.items, g->list.count, sizeof *g->list.items, by_name);
}

static void groups_release(struct groups *g) {
    for (size_t i = 0; i < g->list.count; i++)
        vec_release(&g->list.items[i].exceptions);
    vec_release(&g->list);
    vec_release(&g->group_of_raw);
    vec_release(&g->group_of_folded);
    strpool_release(&g->raw);
    strpool_release(&g->folded);
}

static bool write_group(const struct view *view, const struct group *group, int dirfd,
                        const char *name, struct written_files *written, struct error *err) {
    struct output out;
    if (!output_open(&out, dirfd, view->rendering->directory, "departments/", name, err))
        return false;
    struct csvout csv = report_csv_begin(&out.sink);
    exceptions_csv_headings(view, &csv);
    for (size_t i = 0; i < group->exceptions.count; i++)
        sink_span(&out.sink, view->rendering->rows[group->exceptions.items[i]]);
    return output_close(&out, written, err);
}

bool write_departments(const struct view *view, int dirfd, struct written_files *written,
                       struct error *err) {
    struct groups groups;
    struct strpool taken = {0};
    struct strbuf name = {0};
    bool ok = true;
    groups_init(&groups, view->findings);
    /* Sorted, so that the nameless group comes first and keeps its file name. */
    for (size_t i = 0; ok && i < groups.list.count; i++) {
        const struct group *group = &groups.list.items[i];
        file_name_unique(group->name.n ? group->name : term(view, MSG_TERM_NO_DEPARTMENT), &taken,
                         &name);
        strbuf_add_text(&name, ".csv");
        ok = write_group(view, group, dirfd, name.p, written, err);
    }
    strbuf_release(&name);
    strpool_release(&taken);
    groups_release(&groups);
    return ok;
}
