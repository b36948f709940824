/* What every connector needs of its configuration, and of what it says about a source. */
#include "tenko/connector.h"

#include <stdlib.h>

static const struct option_value *given_option(const struct source_spec *spec, const char *name) {
    for (size_t i = 0; i < spec->options.count; i++)
        if (strcmp(spec->options.items[i].name, name) == 0)
            return &spec->options.items[i];
    return NULL;
}

const char *source_option(const struct source_spec *spec, const char *name) {
    const struct option_value *given = given_option(spec, name);
    if (given)
        return given->value;
    if (!spec->connector)
        return NULL;
    for (size_t i = 0; i < spec->connector->option_count; i++)
        if (strcmp(spec->connector->options[i].name, name) == 0)
            return spec->connector->options[i].fallback;
    return NULL;
}

char *source_path(const struct source_spec *spec, const char *path) {
    if (path[0] == '/' || !spec->base_dir || spec->base_dir[0] == '\0')
        return memory_copy_text(span_of(path));
    struct strbuf full = {0};
    strbuf_add_text(&full, spec->base_dir);
    if (full.p[full.n - 1] != '/')
        strbuf_add_char(&full, '/');
    strbuf_add_text(&full, path);
    return full.p;
}

const char *source_display(const struct source_spec *spec) {
    const char *shown =
        spec->connector ? source_option(spec, spec->connector->display_option) : NULL;
    return shown ? shown : "";
}

void source_facts_add(struct source_facts *facts, enum message_id label, const char *value) {
    struct fact fact = {label, memory_copy_text(span_of(value))};
    vec_push(&facts->more, fact);
}

void source_facts_remark(struct source_facts *facts, enum message_id problem, enum message_id done,
                         const char *value) {
    struct source_remark remark = {problem, done, memory_copy_text(span_of(value))};
    vec_push(&facts->remarks, remark);
}

void source_facts_release(struct source_facts *facts) {
    for (size_t i = 0; i < facts->more.count; i++)
        free(facts->more.items[i].value);
    vec_release(&facts->more);
    for (size_t i = 0; i < facts->unseen.count; i++)
        free(facts->unseen.items[i]);
    for (size_t i = 0; i < facts->remarks.count; i++)
        free(facts->remarks.items[i].value);
    vec_release(&facts->remarks);
    vec_release(&facts->unseen);
}
