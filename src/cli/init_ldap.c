/* A source section from what a directory shows of itself: its root and a sample of entries. */
#include "init_ldap.h"

#include "tenko/jsonout.h"

enum { ATTRIBUTES_SHOWN = 40 };

static void add(struct source_spec *spec, const char *name, const char *value) {
    struct option_value option = {name, value, 0};
    if (value)
        vec_push(&spec->options, option);
}

bool init_ldap_probe(struct directory_facts *out, const struct options *o, struct error *err) {
    struct source_spec spec = {
        .connector = connector_find("ldap"), .base_dir = "", .config_file = ""};
    add(&spec, "url", o->ldap);
    add(&spec, "bind", o->bind_dn ? "simple" : "anonymous");
    add(&spec, "bind_dn", o->bind_dn);
    add(&spec, "password_file", o->password_file);
    add(&spec, "tls_ca", o->tls_ca);
    add(&spec, "starttls", o->starttls ? "true" : NULL);
    bool ok = directory_probe(out, &spec, err);
    vec_release(&spec.options);
    return ok;
}

static void pair(struct sink *out, const char *key, const char *value) {
    sink_f(out, ", %s: ", key);
    jsonout_write_string(out, span_of(value));
}

static void write_source(struct sink *out, const struct options *o,
                         const struct directory_facts *facts) {
    sink_text(out, "    source: {connector: ldap");
    pair(out, "url", o->ldap);
    sink_f(out, ", schema: %s", facts->schema);
    pair(out, "base", facts->base);
    sink_text(out, o->bind_dn ? ", bind: simple" : ", bind: anonymous");
    if (o->bind_dn)
        pair(out, "bind_dn", o->bind_dn);
    if (o->password_file)
        pair(out, "password_file", o->password_file);
    if (o->tls_ca)
        pair(out, "tls_ca", o->tls_ca);
    if (o->starttls)
        sink_text(out, ", starttls: true");
    sink_text(out, "}\n");
}

/* A comment line of the catalogue; the value is text from outside and stays on its line. */
static void comment(struct sink *out, enum language lang, enum message_id label,
                    const char *value) {
    sink_f(out, "    # %s: ", message_template(label, lang));
    jsonout_write_string(out, span_of(value));
    sink_char(out, '\n');
}

static void write_sample(struct sink *out, enum language lang,
                         const struct directory_facts *facts) {
    struct strbuf names = {0};
    for (size_t i = 0; i < facts->attributes.count && i < ATTRIBUTES_SHOWN; i++)
        strbuf_addf(&names, "%s%s %u/%u", i ? ", " : "", facts->attributes.items[i].name,
                    facts->attributes.items[i].entries, facts->sampled);
    comment(out, lang, MSG_INIT_LDAP_ATTRIBUTES, names.n ? names.p : "-");
    if (facts->sampled == 0)
        sink_f(out, "    # %s\n", message_template(MSG_INIT_LDAP_NOBODY, lang));
    strbuf_release(&names);
}

/* What else may stand in the braces. */
static void write_help(struct sink *out, enum language lang, const struct connector *connector) {
    sink_f(out, "    # %s: %s\n", connector->name,
           lang == LANG_JA ? connector->summary_ja : connector->summary_en);
    for (size_t i = 0; i < connector->option_count; i++) {
        const struct option_spec *option = &connector->options[i];
        sink_f(out, "    #   %s: %s\n", option->name,
               lang == LANG_JA ? option->help_ja : option->help_en);
    }
}

/* What a roster may take its people's state from. */
static void write_roster_hint(struct sink *out, enum language lang, const char *schema) {
    bool is_ad = strcmp(schema, "ad") == 0;
    sink_f(out, "    # %s\n", message_template(MSG_INIT_LDAP_ROSTER, lang));
    sink_f(out, "    # columns: {status: %s}\n", is_ad ? "userAccountControl" : "nsAccountLock");
    sink_text(out, "    # values: {status: {active: [enabled], left: [disabled]}}\n");
}

void init_ldap_write(struct sink *out, enum language lang, const struct options *o,
                     const struct directory_facts *facts, bool is_roster) {
    sink_text(out, "  - name: " INIT_DIRECTORY_NAME "\n");
    comment(out, lang, MSG_LDAP_FACT_SERVER, facts->server);
    comment(out, lang, MSG_LDAP_FACT_TLS, facts->tls);
    comment(out, lang, MSG_LDAP_FACT_IDENTITY, facts->identity);
    write_source(out, o, facts);
    for (size_t i = 1; i < facts->contexts.count; i++)
        comment(out, lang, MSG_INIT_LDAP_CONTEXT, facts->contexts.items[i]);
    write_sample(out, lang, facts);
    if (is_roster)
        write_roster_hint(out, lang, facts->schema);
    write_help(out, lang, connector_find("ldap"));
}
