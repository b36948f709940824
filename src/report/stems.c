/* Named in the order of the configuration, so that a namesake's number stays his. */
#include "stems.h"

#include "tenko/file_name.h"

void stems_init(struct stems *s, const struct run_record *r) {
    size_t first = r->first_input[INPUT_SYSTEM];
    struct file_names taken = {0};
    struct strbuf stem = {0};
    *s = (struct stems){.count = r->first_input[INPUT_SYSTEM + 1] - first};
    s->items = arena_array(&s->arena, s->count + 1, sizeof *s->items);
    for (size_t i = 0; i < s->count; i++) {
        file_name_unique(r->inputs[first + i].name, &taken, &stem);
        s->items[i] = arena_copy(&s->arena, strbuf_span(&stem)).p;
    }
    strbuf_release(&stem);
    file_names_release(&taken);
}

void stems_release(struct stems *s) {
    arena_release(&s->arena);
}
