/*
 * Every source of a plan is read, in parallel: rosters first, whose people are joined beside the
 * reading of the others, then the largest first.
 */
#include "registers.h"

#include "tenko/parallel.h"
#include "tenko/run.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/stat.h>

/* A source on its way into the model. */
struct input_reading {
    off_t size;
    bool is_read;
    bool has_failed;
    struct error error;
};

struct inputs_reading {
    struct run *run;
    struct input_reading *inputs; /* as model->inputs */
    uint32_t *order;              /* rosters, then the largest first */
    atomic_size_t rosters_left;   /* to be read */
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

static bool is_not_delivered(const struct plan *plan, const struct input_plan *input, off_t size) {
    return !input->source.connector ||
           (input->record == RECORD_ACCOUNT && size < 0 && !plan->missing_list_stops);
}

/* A source without rows, that still knows its name. */
static struct source empty_source(const struct input_plan *input, bool is_missing) {
    return (struct source){
        .plan = input, .display = source_display(&input->source), .is_missing = is_missing};
}

static void read_source(const struct inputs_reading *r, uint32_t index) {
    struct input_reading *input = &r->inputs[index];
    struct source *s = &r->run->model.inputs.items[index];
    const struct input_plan *plan = s->plan;
    if (input->is_read)
        return;
    if (is_not_delivered(&r->run->plan, plan, input->size)) {
        *s = empty_source(plan, true);
        return;
    }
    input->has_failed = !intake_read(s, plan, &r->run->plan, r->progress, &input->error);
    if (input->has_failed)
        *s = empty_source(plan, false);
}

static bool is_roster(const struct inputs_reading *r, uint32_t index) {
    return index < r->run->model.inputs.first[INPUT_ROSTER + 1]; /* the first kind */
}

static void take_turn(void *context, size_t turn) {
    struct inputs_reading *r = context;
    uint32_t index = r->order[turn];
    read_source(r, index);
    if (is_roster(r, index) && atomic_fetch_sub(&r->rosters_left, 1) == 1)
        model_seal_people(&r->run->model);
}

/* --- Registers first: their rows are sections --- */

enum { REGISTERS = 2 };
static const enum record register_records[REGISTERS] = {RECORD_SYSTEM, RECORD_LICENSE};

struct registers {
    struct source tables[REGISTERS];
    struct input_reading readings[REGISTERS];
};

static void read_registers(struct registers *out, struct run *run,
                           const struct intake_progress *progress) {
    struct source *read[REGISTERS] = {NULL, NULL};
    for (size_t i = 0; i < REGISTERS; i++) {
        const struct input_plan *plan = run->plan.table_of[register_records[i]];
        struct input_reading *input = &out->readings[i];
        if (!plan)
            continue;
        read[i] = &out->tables[i];
        *input = (struct input_reading){.is_read = true};
        input->has_failed = !intake_read(read[i], plan, &run->plan, progress, &input->error);
        if (input->has_failed)
            *read[i] = empty_source(plan, false);
    }
    registers_merge(&run->plan, read[0], read[1]);
}

/* Into the model, which has room for them now. */
static void place_registers(struct inputs_reading *r, const struct registers *registers) {
    const struct model *m = &r->run->model;
    for (size_t i = 0; i < REGISTERS; i++)
        if (registers->readings[i].is_read) {
            struct source *to = m->table_of[register_records[i]];
            *to = registers->tables[i];
            r->inputs[model_input_of(m, to)] = registers->readings[i];
        }
}

/* --- The whole --- */

static int by_turn(const void *a, const void *b, void *context) {
    const struct inputs_reading *r = context;
    uint32_t i = *(const uint32_t *)a, k = *(const uint32_t *)b;
    if (is_roster(r, i) != is_roster(r, k))
        return is_roster(r, i) ? -1 : 1;
    if (r->inputs[i].size != r->inputs[k].size)
        return r->inputs[i].size > r->inputs[k].size ? -1 : 1;
    return i < k ? -1 : 1;
}

static void reading_init(struct inputs_reading *r, const struct registers *registers) {
    const struct model_inputs *inputs = &r->run->model.inputs;
    r->inputs = memory_zeroed(inputs->count, sizeof *r->inputs);
    r->order = memory_zeroed(inputs->count, sizeof *r->order);
    place_registers(r, registers);
    r->rosters_left = model_kind_count(&r->run->model, INPUT_ROSTER);
    for (uint32_t i = 0; i < inputs->count; i++) {
        r->order[i] = i;
        r->inputs[i].size = source_size(inputs->items[i].plan);
    }
    qsort_r(r->order, inputs->count, sizeof *r->order, by_turn, r);
}

/* Tables first, the registers before all: what they say, the others are read by. */
static void list_failures(const struct inputs_reading *r) {
    struct run *run = r->run;
    const struct model_inputs *inputs = &run->model.inputs;
    uint32_t tables = inputs->first[INPUT_TABLE];
    for (int is_register = 1; is_register >= 0; is_register--)
        for (uint32_t k = 0; k < inputs->count; k++) {
            uint32_t i = (tables + k) % inputs->count;
            if (r->inputs[i].has_failed && r->inputs[i].is_read == is_register)
                vec_push(&run->failures,
                         ((struct source_failure){&inputs->items[i], r->inputs[i].error}));
        }
}

bool run_read(struct run *run, const struct intake_progress *progress) {
    struct inputs_reading r = {.run = run, .progress = progress};
    struct registers registers = {0};
    read_registers(&registers, run, progress);
    model_lay_out(&run->model, &run->plan);
    reading_init(&r, &registers);
    parallel_run(run->model.inputs.count, run->threads, take_turn, &r);
    if (model_kind_count(&run->model, INPUT_ROSTER) == 0)
        model_seal_people(&run->model);
    list_failures(&r);
    free(r.inputs);
    free(r.order);
    return run->failures.count == 0;
}
