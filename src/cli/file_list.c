/* The files of a plan. */
#include "file_list.h"
#include "planning.h"

#include <stdlib.h>

static void add_input_files(struct file_list *files, const struct input_plan *inputs,
                            size_t count) {
    for (size_t i = 0; inputs && i < count; i++) {
        const struct source_spec *source = &inputs[i].source;
        const char *path = source->connector ? source_option(source, "path") : NULL;
        if (path)
            vec_push(&files->items, source_path(source, path));
    }
}

static void add_ledger(struct file_list *files, const struct plan *plan) {
    if (!plan->is_quick)
        vec_push(&files->items, ledger_path(plan));
}

void file_list_init(struct file_list *files, const struct plan *plan) {
    memset(files, 0, sizeof *files);
    if (*plan->config_path)
        vec_push(&files->items, memory_copy_text(span_of(plan->config_path)));
    add_ledger(files, plan);
    add_input_files(files, plan->rosters.items, plan->rosters.count);
    add_input_files(files, plan->systems.items, plan->systems.count);
    add_input_files(files, plan->licenses.items, plan->licenses.count);
    add_input_files(files, plan->devices, 1);
    for (int i = FIRST_TABLE; i < RECORD_COUNT; i++)
        add_input_files(files, plan->table_of[i], 1);
}

void file_list_release(struct file_list *files) {
    for (size_t i = 0; i < files->items.count; i++)
        free(files->items.items[i]);
    vec_release(&files->items);
}
