/*
 * departments/: a CSV for each department that has open exceptions, to be sent out. Departments
 * that are one under FOLD_WORD get one file; exceptions of none go to a file of their own.
 */
#include "file_name.h"
#include "rendering.h"
#include "reporters.h"
#include "tenko/fold.h"
#include "terms.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct group {
    struct span name; /* as first written; empty = no department */
    uint32_t number;  /* in the order of first sight */
    char *file_name;
    struct output out;
};

struct departments {
    const struct view *view;
    int dir;
    VEC(struct group) groups;     /* by name */
    uint32_t *group_of_exception; /* NO_GROUP: waived */
};

/* How departments become groups. */
struct grouping {
    struct departments *d;
    struct strpool raw, folded;
    VEC(uint32_t) group_of_raw;    /* by id in raw */
    VEC(uint32_t) group_of_folded; /* by id in folded */
};

#define NO_GROUP UINT32_MAX

static uint32_t *slot(uint32_t **items, size_t *count, size_t *capacity, str_id id) {
    while (*count <= id.n) {
        if (*count == *capacity)
            *items = vec_grow(*items, capacity, *count + 1, sizeof **items);
        (*items)[(*count)++] = NO_GROUP;
    }
    return &(*items)[id.n];
}
#define SLOT(v, id) slot(&(v).items, &(v).count, &(v).capacity, (id))

static uint32_t group_of(struct grouping *g, struct span department) {
    uint32_t *known = SLOT(g->group_of_raw, strpool_intern(&g->raw, department));
    if (*known != NO_GROUP)
        return *known;
    struct strbuf key = {0};
    fold_text(FOLD_WORD, department, &key);
    uint32_t *group = SLOT(g->group_of_folded, strpool_intern(&g->folded, strbuf_span(&key)));
    strbuf_release(&key);
    if (*group == NO_GROUP) {
        struct group new_group = {.name = department, .number = (uint32_t)g->d->groups.count};
        *group = new_group.number;
        vec_push(&g->d->groups, new_group);
    }
    return *known = *group;
}

static int by_name(const void *a, const void *b) {
    const struct group *x = a, *y = b;
    return span_compare(x->name, y->name);
}

static void sort_groups(struct departments *d, size_t exceptions) {
    size_t count = d->groups.count;
    uint32_t *place = memory_zeroed(count, sizeof *place);
    if (count)
        qsort(d->groups.items, count, sizeof *d->groups.items, by_name);
    for (size_t i = 0; i < count; i++)
        place[d->groups.items[i].number] = (uint32_t)i;
    for (size_t i = 0; i < exceptions; i++)
        if (d->group_of_exception[i] != NO_GROUP)
            d->group_of_exception[i] = place[d->group_of_exception[i]];
    free(place);
}

static void find_groups(struct departments *d, const struct findings *f) {
    struct grouping g = {.d = d};
    d->group_of_exception = memory_zeroed(f->exceptions.count, sizeof *d->group_of_exception);
    for (size_t i = 0; i < f->exceptions.count; i++) {
        const struct exception *e = &f->exceptions.items[i];
        bool is_open = e->status != EXCEPTION_WAIVED;
        d->group_of_exception[i] = is_open ? group_of(&g, e->department) : NO_GROUP;
    }
    sort_groups(d, f->exceptions.count);
    vec_release(&g.group_of_raw);
    vec_release(&g.group_of_folded);
    strpool_release(&g.raw);
    strpool_release(&g.folded);
}

/* Sorted, so that the nameless group comes first and keeps its file name. */
static void name_files(struct departments *d) {
    struct strpool taken = {0};
    struct strbuf name = {0};
    for (size_t i = 0; i < d->groups.count; i++) {
        struct group *group = &d->groups.items[i];
        struct span department = group->name;
        file_name_unique(department.n ? department : term(d->view, MSG_TERM_NO_DEPARTMENT), &taken,
                         &name);
        strbuf_add_text(&name, ".csv");
        group->file_name = memory_copy_text(strbuf_span(&name));
    }
    strbuf_release(&name);
    strpool_release(&taken);
}

static void *open_files(const struct view *view, int dirfd, struct error *err) {
    static const char folder[] = "departments/";
    const char *directory = view->rendering->directory;
    int dir = -1;
    if (mkdirat(dirfd, folder, 0700) != 0 || fchmodat(dirfd, folder, 0700, 0) != 0 ||
        (dir = openat(dirfd, folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0) {
        output_failed(err, errno, directory, folder, "");
        return NULL;
    }
    struct departments *d = memory_zeroed(1, sizeof *d);
    *d = (struct departments){.view = view, .dir = dir};
    find_groups(d, view->findings);
    name_files(d);
    for (size_t i = 0; i < d->groups.count; i++) {
        struct group *group = &d->groups.items[i];
        output_open_brief(&group->out, dir, directory, folder, group->file_name);
        struct csvout csv = report_csv_begin(&group->out.sink);
        exceptions_csv_headings(view, &csv);
    }
    return d;
}

static void take_rows(void *file, const struct rendered *part) {
    struct departments *d = file;
    for (size_t i = 0; i < part->count; i++) {
        uint32_t group = d->group_of_exception[part->first + i];
        if (group != NO_GROUP)
            sink_span(&d->groups.items[group].out.sink, rendered_row(part, i));
    }
}

/* The first failure counts; the other files are closed all the same. */
static bool close_files(void *file, struct written_files *written, struct error *err) {
    struct departments *d = file;
    bool ok = true;
    for (size_t i = 0; i < d->groups.count; i++) {
        struct error later;
        ok = output_close(&d->groups.items[i].out, written, ok ? err : &later) && ok;
        free(d->groups.items[i].file_name);
    }
    close(d->dir);
    vec_release(&d->groups);
    free(d->group_of_exception);
    free(d);
    return ok;
}

const struct exceptions_writer exceptions_by_department = {open_files, take_rows, close_files};
