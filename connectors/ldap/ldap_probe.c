/* Looking around in a directory for `init`: who it is, where its people are, what they show. */
#include "tenko/directory.h"

#include "ldap_root.h"
#include "ldap_schema.h"

#include <stdlib.h>
#include <strings.h>

static char *copy(const char *text) {
    return memory_copy_text(span_of(text ? text : ""));
}

static void take_root(struct directory_facts *out, struct ldap_root *root) {
    out->server = copy(root->server.p);
    out->schema = root->schema;
    for (size_t i = 0; i < root->contexts.count; i++)
        vec_push(&out->contexts, copy(root->contexts.items[i]));
}

static int commonest_first(const void *a, const void *b) {
    const struct directory_attribute *x = a, *y = b;
    if (x->entries != y->entries)
        return x->entries < y->entries ? 1 : -1;
    return strcasecmp(x->name, y->name);
}

static void take_sample(struct directory_facts *out, const struct ldap_sample *sample) {
    out->sampled = sample->entries;
    for (size_t i = 0; i < sample->names.count; i++) {
        struct directory_attribute a = {copy(sample->names.items[i].name),
                                        sample->names.items[i].entries};
        vec_push(&out->attributes, a);
    }
    if (out->attributes.count)
        qsort(out->attributes.items, out->attributes.count, sizeof *out->attributes.items,
              commonest_first);
}

/* A refusal is never hidden: a configuration that was made of nothing would look like one that
 * works. */
static bool look_around(struct directory_facts *out, struct dir_session *session,
                        struct ldap_settings *settings, struct error *err) {
    struct ldap_root root;
    struct ldap_sample sample = {0};
    bool ok = ldap_root_read(&root, session, err);
    take_root(out, &root);
    if (ok && !settings->base && root.contexts.count)
        settings->base = root.contexts.items[0];
    if (ok && !settings->base)
        ok = error_set(err, FAULT_INPUT, MSG_LDAP_NO_CONTEXT, settings->display, 0, NULL);
    out->base = copy(settings->base);
    const char *filter =
        settings->filter ? settings->filter : ldap_schema_find(root.schema)->filter;
    ok = ok && ldap_root_sample(&sample, session, settings, filter, err);
    take_sample(out, &sample);
    ldap_sample_release(&sample);
    ldap_root_release(&root);
    return ok;
}

bool directory_probe(struct directory_facts *out, const struct source_spec *spec,
                     struct error *err) {
    struct ldap_settings settings;
    struct dir_session *session = NULL;
    *out = (struct directory_facts){.schema = "none"};
    if (!ldap_settings_read(&settings, spec, err))
        return false;
    bool ok = dir_session_open(&session, &settings, err);
    if (ok) {
        out->tls = copy(dir_session_tls(session));
        out->identity = copy(dir_session_identity(session));
        ok = look_around(out, session, &settings, err);
    }
    dir_session_close(session);
    ldap_settings_release(&settings);
    return ok;
}

void directory_facts_release(struct directory_facts *facts) {
    for (size_t i = 0; i < facts->contexts.count; i++)
        free(facts->contexts.items[i]);
    for (size_t i = 0; i < facts->attributes.count; i++)
        free(facts->attributes.items[i].name);
    vec_release(&facts->contexts);
    vec_release(&facts->attributes);
    free(facts->server);
    free(facts->tls);
    free(facts->identity);
    free(facts->base);
    *facts = (struct directory_facts){0};
}
