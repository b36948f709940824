/* Every source of a plan is read, in parallel, largest first. */
#include "registers.h"

#include "tenko/parallel.h"
#include "tenko/run.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

struct reading {
    struct run *run;
    struct source **sources;
    const struct input_plan **inputs;
    struct error *errors;
    bool *failed;
    size_t *order; /* largest first */
    off_t *sizes;
    size_t count;
    const struct intake_progress *progress;
};

/* The file's size, −1 if there is none; 0 for what is no file. */
static off_t source_size(const struct input_plan *input) {
    const char *option = input->source.connector ? source_option(&input->source, "path") : NULL;
    if (!option)
        return 0;
    char *path = source_path(&input->source, option);
    struct stat st;
    off_t size = stat(path, &st) == 0 ? st.st_size : errno == ENOENT ? -1 : 0;
    free(path);
    return size;
}

static bool is_not_delivered(const struct reading *r, size_t i) {
    const struct input_plan *input = r->inputs[i];
    return !input->source.connector ||
           (input->record == RECORD_ACCOUNT && r->sizes[i] < 0 && !r->run->plan.missing_list_stops);
}

/* A source without rows, that still knows its name. */
static struct source empty_source(const struct input_plan *input, bool is_missing) {
    return (struct source){
        .plan = input, .display = source_display(&input->source), .is_missing = is_missing};
}

static void read_source(void *context, size_t turn) {
    struct reading *r = context;
    size_t i = r->order[turn];
    if (is_not_delivered(r, i)) {
        *r->sources[i] = empty_source(r->inputs[i], true);
        return;
    }
    r->failed[i] =
        !intake_read(r->sources[i], r->inputs[i], &r->run->plan, r->progress, &r->errors[i]);
    if (r->failed[i])
        *r->sources[i] = empty_source(r->inputs[i], false);
}

static void add_input(struct reading *r, struct source *source, const struct input_plan *input) {
    source->plan = input;
    r->sources[r->count] = source;
    r->inputs[r->count] = input;
    r->sizes[r->count] = source_size(input);
    r->count++;
}

static struct source *add_table(struct reading *r, const struct input_plan *input) {
    if (!input)
        return NULL;
    struct source *source = memory_zeroed(1, sizeof *source);
    add_input(r, source, input);
    return source;
}

static bool is_register(enum record record) {
    return record == RECORD_SYSTEM || record == RECORD_LICENSE;
}

/* Room for every source of the plan but the registers, in the order of model_sources. */
static void lay_out(struct reading *r, struct run *run) {
    struct plan *plan = &run->plan;
    struct model *m = &run->model;
    enum { TABLES = RECORD_COUNT - FIRST_TABLE + 1 }; /* and the devices */
    size_t most = plan->rosters.count + plan->systems.count + plan->licenses.count + TABLES;
    r->sources = memory_zeroed(most, sizeof *r->sources);
    r->inputs = memory_zeroed(most, sizeof *r->inputs);
    r->errors = memory_zeroed(most, sizeof *r->errors);
    r->failed = memory_zeroed(most, sizeof *r->failed);
    r->order = memory_zeroed(most, sizeof *r->order);
    r->sizes = memory_zeroed(most, sizeof *r->sizes);
    m->plan = plan;
    m->rosters = memory_zeroed(plan->rosters.count, sizeof *m->rosters);
    m->systems = memory_zeroed(plan->systems.count, sizeof *m->systems);
    m->licenses = memory_zeroed(plan->licenses.count, sizeof *m->licenses);
    for (int i = FIRST_TABLE; i < RECORD_COUNT; i++)
        if (!is_register((enum record)i))
            m->table_of[i] = add_table(r, plan->table_of[i]);
    for (size_t i = 0; i < plan->rosters.count; i++)
        add_input(r, &m->rosters[i], &plan->rosters.items[i]);
    for (size_t i = 0; i < plan->systems.count; i++)
        add_input(r, &m->systems[i], &plan->systems.items[i]);
    for (size_t i = 0; i < plan->licenses.count; i++)
        add_input(r, &m->licenses[i], &plan->licenses.items[i]);
    m->devices = add_table(r, plan->devices);
}

static int by_size(const void *a, const void *b, void *context) {
    const struct reading *r = context;
    size_t i = *(const size_t *)a, k = *(const size_t *)b;
    if (r->sizes[i] != r->sizes[k])
        return r->sizes[i] > r->sizes[k] ? -1 : 1;
    return i < k ? -1 : 1;
}

/* Registers first: their rows are sections. One that cannot be read is listed with the others. */
static bool read_registers(struct run *run, const struct intake_progress *progress) {
    struct plan *plan = &run->plan;
    struct source **table_of = run->model.table_of;
    bool ok = true;
    for (int i = FIRST_TABLE; i < RECORD_COUNT; i++) {
        const struct input_plan *input = plan->table_of[i];
        struct error err = {0};
        if (!is_register((enum record)i) || !input)
            continue;
        table_of[i] = memory_zeroed(1, sizeof *table_of[i]);
        if (intake_read(table_of[i], input, plan, progress, &err))
            continue;
        *table_of[i] = empty_source(input, false);
        vec_push(&run->failures, ((struct source_failure){table_of[i], err}));
        ok = false;
    }
    registers_merge(plan, table_of[RECORD_SYSTEM], table_of[RECORD_LICENSE]);
    return ok;
}

bool run_read(struct run *run, const struct intake_progress *progress) {
    struct reading r = {.run = run, .progress = progress};
    bool has_registers = read_registers(run, progress);
    lay_out(&r, run);
    for (size_t i = 0; i < r.count; i++)
        r.order[i] = i;
    qsort_r(r.order, r.count, sizeof *r.order, by_size, &r);
    parallel_run(r.count, run->threads, read_source, &r);
    for (size_t i = 0; i < r.count; i++)
        if (r.failed[i])
            vec_push(&run->failures, ((struct source_failure){r.sources[i], r.errors[i]}));
    free(r.sources);
    free(r.inputs);
    free(r.errors);
    free(r.failed);
    free(r.order);
    free(r.sizes);
    return has_registers && run->failures.count == 0;
}
