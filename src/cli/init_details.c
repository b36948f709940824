/* The list is read to its end: leavers, user IDs that are nobody's own, roles as ticks, products.
 */
#include "init_details.h"

#include "first_rows.h"
#include "init_kind.h"

#include "tenko/fold.h"
#include "tenko/intake.h"

static bool read_whole(struct source *out, enum record record, const char *path) {
    struct plan plan;
    struct error ignored;
    plan_init(&plan);
    plan.as_of = DATE_NONE;
    bool ok = plan_add_file(&plan, RECORD_SEAT, "x", path, &ignored);
    if (ok) {
        struct input_plan *input = &plan.licenses.items[0];
        input->record = record;
        ok = intake_read(out, input, &plan, NULL, &ignored);
        out->plan = NULL;
        out->display = NULL;
    }
    plan_release(&plan);
    return ok;
}

static bool header_speaks_of_leaving(const struct source *s) {
    struct strbuf folded = {0};
    bool does = false;
    for (size_t i = 0; i < s->columns.count; i++) {
        if (s->columns.items[i].field != FIELD_left_on)
            continue;
        fold_text(FOLD_HEADER, s->columns.items[i].header, &folded);
        static const char *const words[] = {"退職", "離職", "退社", "terminat", "separat", "leav"};
        for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
            does |= folded.n && memmem(folded.p, folded.n, words[k], strlen(words[k])) != NULL;
    }
    strbuf_release(&folded);
    return does;
}

/* Everybody on it has a leaving date, and it is not the end of a fixed term. */
static bool is_of_leavers(const struct source *s, const char *path) {
    if (!knows_field(s->known, FIELD_left_on))
        return false;
    if (init_names_leavers(path))
        return true;
    for (size_t i = 0; i < s->people.count; i++)
        if (!date_is_known(s->people.items[i].left_on))
            return false;
    return s->people.count > 0 && !knows_field(s->known, FIELD_hired_on) &&
           header_speaks_of_leaving(s);
}

/* A matrix: at least two columns that hold ticks and nothing else. */
static void find_ticks(struct init_details *out, const struct source *header, const char *path) {
    struct first_rows rows = {0};
    if (knows_field(header->known, FIELD_role) || header->unused_headers.count < 2)
        return;
    first_rows_read(&rows, path);
    for (size_t i = 0; i < header->unused_headers.count; i++)
        if (first_rows_are_ticked(&rows, header->header_line, header->unused_headers.items[i]))
            vec_push(&out->role_columns, header->unused_headers.items[i]);
    if (out->role_columns.count < 2)
        out->role_columns.count = 0;
    first_rows_release(&rows);
}

void init_read_details(struct init_details *out, enum record record, const struct source *header,
                       const char *path) {
    *out = (struct init_details){0};
    bool is_list = record == RECORD_PERSON || record == RECORD_ACCOUNT || record == RECORD_SEAT;
    if (!is_list || !read_whole(&out->whole, record, path))
        return;
    if (record == RECORD_PERSON)
        out->is_leavers = is_of_leavers(&out->whole, path);
    if (record == RECORD_ACCOUNT) {
        init_find_globs(&out->globs, &out->whole);
        find_ticks(out, header, path);
    }
}

void init_details_release(struct init_details *details) {
    source_release(&details->whole);
    vec_release(&details->globs.items);
    vec_release(&details->role_columns);
}
