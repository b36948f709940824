/* What the configuration asks of a directory, checked: everything that can be refused before a
 * server is asked is refused here. */
#ifndef TENKO_LDAP_SETTINGS_H
#define TENKO_LDAP_SETTINGS_H

#include "tenko/connector.h"

enum ldap_bind { BIND_ANONYMOUS, BIND_SIMPLE, BIND_EXTERNAL, BIND_GSSAPI };

/* Strings live in the arena, but for those of the spec. */
struct ldap_settings {
    struct arena arena;
    const struct source_spec *spec;
    const char *display; /* for messages: the URLs as configured */
    VEC(const char *) urls;
    bool wants_starttls;
    const char *tls_ca, *tls_cert, *tls_key; /* full paths, or NULL */
    int tls_ca_fd;    /* tls_ca in memory, where its file is no PEM; else −1 */
    const char *base; /* NULL if missing */
    const char *filter, *group_base, *group_filter; /* may be NULL; filters then are the schema's */
    const char *schema;
    int scope, deref; /* LDAP's numbers */
    enum ldap_bind bind;
    const char *bind_dn;
    char *password; /* memory_alloc'd, wiped by ldap_settings_release */
    int page_size, timeout_s;
    int64_t min_entries;
};

#define LDAP_OPTION_COUNT 19
extern const struct option_spec ldap_options[LDAP_OPTION_COUNT];

bool ldap_settings_read(struct ldap_settings *out, const struct source_spec *spec,
                        struct error *err) must_check;
void ldap_settings_release(struct ldap_settings *s);

#endif
