/* The root DSE (RFC 4512, 5.1) and small questions: nothing here fails a source that is read. */
#include "ldap_root.h"

#include <stdlib.h>
#include <strings.h>

#define SAMPLE_ENTRIES 50

static struct span first_value(const struct dir_entry *e, const char *name) {
    const struct dir_attribute *a = dir_entry_find(e, name);
    return a && a->count ? a->values[0] : SPAN("");
}

static bool has_value(const struct dir_entry *e, const char *name, const char *value) {
    const struct dir_attribute *a = dir_entry_find(e, name);
    for (size_t i = 0; a && i < a->count; i++)
        if (a->values[i].n == strlen(value) &&
            strncasecmp(a->values[i].p, value, strlen(value)) == 0)
            return true;
    return false;
}

static void add_word(struct strbuf *out, const char *before, struct span word) {
    if (word.n == 0)
        return;
    strbuf_addf(out, "%s%s", out->n ? " " : "", before);
    strbuf_add_span(out, word);
}

static void read_server(struct ldap_root *root, const struct dir_entry *e) {
    struct span vendor = first_value(e, "vendorName"), version = first_value(e, "vendorVersion");
    bool is_ad = dir_entry_find(e, "rootDomainNamingContext") != NULL;
    bool is_openldap = has_value(e, "objectClass", "OpenLDAProotDSE");
    add_word(&root->server, "", vendor);
    if (is_ad && vendor.n == 0)
        add_word(&root->server, "", SPAN("Microsoft Active Directory"));
    if (is_openldap && vendor.n == 0)
        add_word(&root->server, "", SPAN("OpenLDAP"));
    add_word(&root->server, "", version);
    add_word(&root->server, "functional level ", first_value(e, "domainControllerFunctionality"));
    add_word(&root->server, "", first_value(e, "dnsHostName"));
    bool is_389 = version.n >= 4 && strncmp(version.p, "389-", 4) == 0;
    root->schema = is_ad ? "ad" : is_openldap ? "openldap" : is_389 ? "389ds" : "none";
}

static void read_contexts(struct ldap_root *root, const struct dir_entry *e) {
    struct span first = first_value(e, "defaultNamingContext");
    if (first.n)
        vec_push(&root->contexts, memory_copy_text(first));
    const struct dir_attribute *a = dir_entry_find(e, "namingContexts");
    for (size_t i = 0; a && i < a->count; i++)
        if (!span_equal(a->values[i], first))
            vec_push(&root->contexts, memory_copy_text(a->values[i]));
}

bool ldap_root_read(struct ldap_root *out, struct dir_session *s, struct error *err) {
    static const char *const attributes[] = {"*", "+", NULL};
    struct dir_query query = {.base = "", .filter = "(objectClass=*)", .attributes = attributes};
    struct dir_search *search;
    struct dir_entry entry;
    *out = (struct ldap_root){.schema = "none"};
    if (!dir_search_open(&search, s, &query, err))
        return false;
    enum next next = dir_search_next(search, &entry, err);
    if (next == NEXT_ROW) {
        read_server(out, &entry);
        read_contexts(out, &entry);
    }
    dir_search_close(search);
    return next != NEXT_FAILED;
}

void ldap_root_release(struct ldap_root *root) {
    for (size_t i = 0; i < root->contexts.count; i++)
        free(root->contexts.items[i]);
    vec_release(&root->contexts);
    strbuf_release(&root->server);
}

static int by_name(const void *a, const void *b) {
    return strcasecmp(((const struct sampled *)a)->name, ((const struct sampled *)b)->name);
}

static void count_attribute(struct ldap_sample *sample, struct span name) {
    for (size_t i = 0; i < sample->names.count; i++) {
        struct sampled *known = &sample->names.items[i];
        if (strlen(known->name) == name.n && strncasecmp(known->name, name.p, name.n) == 0) {
            known->entries++;
            return;
        }
    }
    struct sampled first = {arena_copy(&sample->arena, name).p, 1};
    vec_push(&sample->names, first);
}

bool ldap_root_sample(struct ldap_sample *out, struct dir_session *s,
                      const struct ldap_settings *settings, const char *filter, struct error *err) {
    static const char *const everything[] = {"*", "+", NULL};
    struct dir_query query = {.base = settings->base,
                              .filter = filter,
                              .scope = settings->scope,
                              .attributes = everything,
                              .wants_names_only = true,
                              .page_size = settings->page_size ? SAMPLE_ENTRIES : 0};
    struct dir_search *search;
    struct dir_entry entry;
    enum next next = NEXT_ROW;
    *out = (struct ldap_sample){0};
    if (!dir_search_open(&search, s, &query, err))
        return false;
    for (; out->entries < SAMPLE_ENTRIES; out->entries++) {
        next = dir_search_next(search, &entry, err);
        if (next != NEXT_ROW)
            break;
        for (size_t i = 0; i < entry.count; i++)
            if (entry.attributes[i].options.n == 0)
                count_attribute(out, entry.attributes[i].name);
    }
    dir_search_close(search);
    if (out->names.count)
        qsort(out->names.items, out->names.count, sizeof *out->names.items, by_name);
    return next != NEXT_FAILED;
}

void ldap_sample_release(struct ldap_sample *sample) {
    vec_release(&sample->names);
    arena_release(&sample->arena);
}
