/*
 * A directory as a source: connect, ask the server who it is, decide the columns, then hand on one
 * row for each entry as the pages come. Nothing is kept of an entry once its row was read.
 */
#include "ldap_connector.h"

#include "ldap_columns.h"
#include "ldap_root.h"
#include "tenko/dn.h"
#include "tenko/encoding.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#define LOGIN_LAG_DAYS 14 /* Active Directory writes lastLogonTimestamp after 9 to 14 days */

struct reader {
    struct ldap_settings settings;
    struct dir_session *session;
    struct dir_search *search;
    struct ldap_context context;
    const char *numbers[COLUMN_ATTRIBUTES + 1]; /* for context.people */
    struct ldap_columns columns;
    struct ldap_root root;
    struct ldap_row row;
    struct ldap_sample sample;
    struct digest *digest;
    char sha256[DIGEST_HEX_SIZE];
    struct strbuf identity;
    struct strbuf groups_fault; /* why the groups could not be read; empty: they could */
    uint64_t entries, deleted, no_people, twins, bytes;
    bool header_is_out, is_over;
};

static const char *filter_of(const struct reader *r) {
    const char *filter = r->settings.filter;
    return filter && *filter ? filter : r->columns.schema->filter;
}

/* The naming context that `base` lies in: groups may stand anywhere in it. */
static const char *context_of(const struct reader *r) {
    const char *best = NULL;
    struct strbuf base = {0}, key = {0};
    dn_key(span_of(r->settings.base), &base);
    for (size_t i = 0; i < r->root.contexts.count; i++) {
        const char *context = r->root.contexts.items[i];
        strbuf_clear(&key);
        dn_key(span_of(context), &key);
        bool is_above =
            key.n && key.n <= base.n && memcmp(base.p + base.n - key.n, key.p, key.n) == 0;
        if (is_above && (!best || strlen(context) > strlen(best)))
            best = context;
    }
    strbuf_release(&base);
    strbuf_release(&key);
    return best;
}

/*
 * The groups of groups. Where group_base names them they must be readable. Active Directory's are
 * read at once, only what they are in, wherever they stand; elsewhere each group that a person
 * names is asked for when it is met.
 */
static bool start_groups(struct reader *r, struct error *err) {
    if (r->settings.group_base)
        return dir_groups_read(&r->context.groups, r->session, &r->settings, r->settings.group_base,
                               GROUPS_BY_MEMBERS, err);
    if (r->settings.spec->wants_people || !ldap_columns_name_groups(&r->columns))
        return true;
    if (!r->columns.schema->is_ad) {
        r->context.groups = dir_groups_lazy(r->session);
        return true;
    }
    struct error fault = {0};
    const char *context = context_of(r);
    if (!dir_groups_read(&r->context.groups, r->session, &r->settings,
                         context ? context : r->settings.base, 0, &fault))
        error_format(&fault, LANG_EN, &r->groups_fault);
    return true;
}

static bool start(struct reader *r, struct error *err) {
    const struct source_spec *spec = r->settings.spec;
    if (!r->settings.base)
        return error_set(err, FAULT_USAGE, MSG_LDAP_NO_BASE, spec->config_file, spec->config_line,
                         NULL);
    if (!dir_session_open(&r->session, &r->settings, err))
        return false;
    struct error ignored; /* of questions on the side: the list itself decides */
    ldap_root_read(&r->root, r->session, &ignored);
    ldap_root_sample(&r->sample, r->session, &r->settings, filter_of(r), &ignored);
    strbuf_add_text(&r->identity, dir_session_identity(r->session));
    if (!start_groups(r, err))
        return false;
    if (ldap_columns_name_people(&r->columns) && ldap_columns_numbers(&r->columns, r->numbers))
        r->context.people = dir_people_new(r->session, r->numbers);
    struct dir_query query = {.base = r->settings.base,
                              .filter = filter_of(r),
                              .scope = r->settings.scope,
                              .attributes = ldap_columns_wire(&r->columns),
                              .page_size = r->settings.page_size};
    return dir_search_open(&r->search, r->session, &query, err);
}

static void reader_close(struct reader *r) {
    if (!r)
        return;
    dir_search_close(r->search);
    dir_groups_free(r->context.groups);
    dir_people_free(r->context.people);
    dir_session_close(r->session);
    ldap_columns_release(&r->columns);
    ldap_root_release(&r->root);
    ldap_row_release(&r->row);
    ldap_settings_release(&r->settings);
    ldap_sample_release(&r->sample);
    strbuf_release(&r->identity);
    strbuf_release(&r->groups_fault);
    digest_free(r->digest);
    free(r);
}

static bool reader_open(struct reader **out, const struct source_spec *spec, struct error *err) {
    struct reader *r = memory_zeroed(1, sizeof *r);
    if (!ldap_settings_read(&r->settings, spec, err)) {
        free(r);
        return false;
    }
    r->digest = digest_new();
    if (!ldap_columns_init(&r->columns, spec, &r->settings, err) || !start(r, err)) {
        reader_close(r);
        return false;
    }
    *out = r;
    return true;
}

/* The row goes into the digest as it was read: the DN and every cell, each ended by NUL. */
static void digest_row(struct reader *r, struct span dn) {
    digest_add(r->digest, dn.p, dn.n);
    digest_add(r->digest, "", 1);
    for (size_t i = 0; i < r->row.cells.count; i++) {
        digest_add(r->digest, r->row.cells.items[i].p, r->row.cells.items[i].n);
        digest_add(r->digest, "", 1);
        r->bytes += r->row.cells.items[i].n;
    }
}

static void hand_out(struct reader *r, struct span dn, struct row *row) {
    *row = (struct row){.dn = dn,
                        .cells = r->row.cells.items,
                        .count = (uint32_t)r->row.cells.count,
                        .problem = MSG_NONE,
                        .notes = r->row.notes.items,
                        .note_count = (uint32_t)r->row.notes.count};
}

/* Has any entry an attribute of the column? */
static bool is_seen(const struct reader *r, const struct out_column *column) {
    uint64_t seen = column->is_role && r->settings.group_base ? 1 : 0;
    for (uint32_t k = 0; k < column->attribute_count; k++)
        seen += r->columns.asked.items[column->attributes[k]].seen;
    return seen > 0;
}

/* The names, separated by commas, of the attributes that the first entries show. */
static void list_sample(const struct reader *r, struct strbuf *out) {
    for (size_t i = 0; i < r->sample.names.count; i++)
        strbuf_addf(out, "%s%s", i ? ", " : "", r->sample.names.items[i].name);
}

/* Entries without a key are no records: a whole list of them is a wrong attribute's name. */
static bool has_key(const struct reader *r, struct error *err) {
    struct strbuf sample = {0}, asked = {0};
    for (size_t i = 0; i < r->columns.columns.count; i++) {
        const struct out_column *column = &r->columns.columns.items[i];
        if (!column->is_key || is_seen(r, column) || r->entries == 0)
            continue;
        for (uint32_t k = 0; k < column->attribute_count; k++)
            strbuf_addf(&asked, "%s%s", k ? ", " : "",
                        r->columns.asked.items[column->attributes[k]].wire);
        list_sample(r, &sample);
        error_set(err, FAULT_INPUT, MSG_LDAP_NO_KEY, r->settings.display, 0,
                  r->settings.spec->wants_people ? "person_id" : "user_id", asked.p,
                  sample.n ? sample.p : "-", NULL);
    }
    bool has = asked.n == 0;
    strbuf_release(&asked);
    strbuf_release(&sample);
    return has;
}

static enum next finish(struct reader *r, struct error *err) {
    r->is_over = true;
    digest_finish(r->digest, r->sha256);
    r->digest = NULL;
    if (!has_key(r, err))
        return NEXT_FAILED;
    if ((int64_t)r->entries >= r->settings.min_entries)
        return NEXT_END;
    char found[24], least[24];
    snprintf(found, sizeof found, "%llu", (unsigned long long)r->entries);
    snprintf(least, sizeof least, "%lld", (long long)r->settings.min_entries);
    error_set(err, FAULT_INPUT, MSG_LDAP_TOO_FEW, r->settings.display, 0, found, least, NULL);
    return NEXT_FAILED;
}

/* Whether TRUE means in use or locked out is the attribute's own, and this one is not known. */
static enum next refuse_state(const struct reader *r, struct error *err) {
    const struct source_spec *spec = r->settings.spec;
    error_set(err, FAULT_USAGE, MSG_LDAP_STATE_UNCLEAR, spec->config_file, spec->config_line,
              r->row.unclear->wire, NULL);
    return NEXT_FAILED;
}

/* FreeIPA shows every account a second time below cn=compat, without its lock, its end and its
 * number: that view is read only where base asks for it. */
static bool is_in_view(struct span dn) {
    static const char view[] = ",cn=compat,";
    for (size_t i = 0; i + sizeof view - 1 <= dn.n; i++)
        if (strncasecmp(dn.p + i, view, sizeof view - 1) == 0)
            return true;
    return false;
}

static bool is_twin(const struct reader *r, struct span dn) {
    const char *base = r->settings.base;
    return is_in_view(dn) && strncasecmp(base, "cn=compat,", 10) != 0 && !is_in_view(span_of(base));
}

static enum next reader_next(struct reader *r, struct row *row, struct error *err) {
    if (!r->header_is_out) {
        r->header_is_out = true;
        ldap_row_header(&r->row, &r->columns);
        hand_out(r, SPAN(""), row);
        return NEXT_ROW;
    }
    if (r->is_over)
        return NEXT_END;
    struct dir_entry entry;
    enum next next;
    while ((next = dir_search_next(r->search, &entry, err)) == NEXT_ROW) {
        if (is_twin(r, entry.dn)) {
            r->twins++;
            continue;
        }
        enum ldap_entry_kind kind = ldap_row_read(&r->row, &r->columns, &entry, &r->context);
        r->deleted += kind == ENTRY_DELETED;
        r->no_people += kind == ENTRY_NO_PERSON;
        if (kind != ENTRY_ROW)
            continue;
        if (r->row.unclear)
            return refuse_state(r, err);
        r->entries++;
        digest_row(r, entry.dn);
        hand_out(r, (struct span){entry.dn.p, utf8_valid_prefix(entry.dn)}, row);
        return NEXT_ROW;
    }
    return next == NEXT_END ? finish(r, err) : NEXT_FAILED;
}

static void add_number(struct source_facts *facts, enum message_id label, uint64_t number) {
    char text[24];
    snprintf(text, sizeof text, "%llu", (unsigned long long)number);
    source_facts_add(facts, label, text);
}

static void add_text(struct source_facts *facts, enum message_id label, const struct strbuf *text) {
    if (text->n)
        source_facts_add(facts, label, text->p);
}

/* "user_id ← uid, name ← displayName / cn": and which of the attributes no entry showed. */
static void describe_columns(const struct reader *r, struct source_facts *facts) {
    struct strbuf mapped = {0}, hidden = {0};
    for (size_t i = 0; i < r->columns.columns.count; i++) {
        const struct out_column *column = &r->columns.columns.items[i];
        if (column->is_wanted)
            continue;
        strbuf_addf(&mapped, "%s%s ←", mapped.n ? ", " : "", column->name);
        for (uint32_t k = 0; k < column->attribute_count; k++)
            strbuf_addf(&mapped, "%s%s", k ? " / " : " ",
                        r->columns.asked.items[column->attributes[k]].wire);
    }
    for (size_t i = 0; i < r->columns.asked.count; i++)
        if (r->columns.asked.items[i].seen == 0 && !r->columns.asked.items[i].is_aside)
            strbuf_addf(&hidden, "%s%s", hidden.n ? ", " : "", r->columns.asked.items[i].wire);
    add_text(facts, MSG_LDAP_FACT_MAPPED, &mapped);
    if (r->is_over)
        add_text(facts, MSG_LDAP_FACT_HIDDEN, &hidden);
    strbuf_release(&mapped);
    strbuf_release(&hidden);
}

/* Columns whose empty cells would say of everybody what nobody can see. One that the configuration
 * names was meant to say something. */
static void describe_unseen(const struct reader *r, struct source_facts *facts) {
    for (size_t i = 0; i < r->columns.columns.count && r->is_over; i++) {
        const struct out_column *column = &r->columns.columns.items[i];
        bool is_known = column->is_kind ? r->columns.machines > 0 : is_seen(r, column);
        bool is_meant = column->is_wanted && !column->is_hint && !column->is_state;
        if (is_known)
            continue;
        if (column->flags & COLUMN_MUST_SHOW || column->is_kind || is_meant)
            vec_push(&facts->unseen, memory_copy_text(span_of(column->name)));
        if (is_meant && r->entries)
            source_facts_remark(facts, MSG_LDAP_COLUMN_UNSEEN, MSG_LDAP_COLUMN_UNKNOWN,
                                column->name);
    }
}

/* An account without the attribute is in use; but if no entry shows it, the right to read it may be
 * missing, and locked accounts would be counted as used ones. */
static void describe_states(const struct reader *r, struct source_facts *facts) {
    struct strbuf names = {0};
    for (size_t i = 0; i < r->columns.columns.count && r->is_over; i++) {
        const struct out_column *column = &r->columns.columns.items[i];
        if (!(column->flags & COLUMN_OF_STATE) || is_seen(r, column) || r->entries == 0)
            continue;
        for (uint32_t k = 0; k < column->attribute_count; k++)
            strbuf_addf(&names, "%s%s", names.n ? ", " : "",
                        r->columns.asked.items[column->attributes[k]].wire);
    }
    if (names.n)
        source_facts_remark(facts, MSG_LDAP_STATE_UNSEEN, MSG_LDAP_ALL_IN_USE, names.p);
    strbuf_release(&names);
}

/* A global catalog answers for the whole forest, with a part of each entry. */
static void describe_catalog(const struct reader *r, struct source_facts *facts) {
    const char *url = dir_session_url(r->session);
    unsigned long port = strtoul(strrchr(url, ':') + 1, NULL, 10);
    if (port != 3268 && port != 3269)
        return;
    source_facts_add(facts, MSG_LDAP_FACT_CATALOG, url);
    source_facts_remark(facts, MSG_LDAP_CATALOG, MSG_LDAP_READ_ANYWAY, url);
}

static void describe_sample(const struct reader *r, struct source_facts *facts) {
    struct strbuf names = {0};
    list_sample(r, &names);
    add_text(facts, MSG_LDAP_FACT_SEEN, &names);
    strbuf_release(&names);
}

static void describe_login(const struct reader *r, struct source_facts *facts) {
    for (size_t i = 0; i < r->columns.columns.count; i++) {
        const struct out_column *column = &r->columns.columns.items[i];
        if (!column->is_login)
            continue;
        for (uint32_t k = 0; k < column->attribute_count; k++)
            if (strcasecmp(r->columns.asked.items[column->attributes[k]].wire,
                           "lastLogonTimestamp") == 0)
                facts->login_lag_days = LOGIN_LAG_DAYS;
    }
    if (facts->login_lag_days)
        add_number(facts, MSG_LDAP_FACT_LOGIN_LAG, (uint64_t)facts->login_lag_days);
}

static void describe_referrals(const struct reader *r, struct source_facts *facts) {
    const char *urls;
    uint64_t count = dir_search_referrals(r->search, &urls);
    struct strbuf text = {0};
    strbuf_addf(&text, "%llu: %s", (unsigned long long)count, urls);
    if (count) {
        add_text(facts, MSG_LDAP_FACT_REFERRALS, &text);
        source_facts_remark(facts, MSG_LDAP_REFERRALS, MSG_LDAP_NOT_FOLLOWED, text.p);
    }
    strbuf_release(&text);
}

/* Which memberships may be missing. A right that is lacking for all of them is worse than a group
 * of another domain. */
static void describe_groups(const struct reader *r, struct source_facts *facts) {
    const struct dir_groups *groups = r->context.groups;
    bool is_lazy = !r->settings.group_base && !r->columns.schema->is_ad;
    if (r->groups_fault.n) {
        facts->roles_doubt = MSG_LDAP_GROUPS_UNREAD;
        facts->roles_unresolved = true;
        add_text(facts, MSG_LDAP_FACT_GROUPS_FAULT, &r->groups_fault);
    }
    if (r->columns.rid != UINT32_MAX && r->entries && r->is_over &&
        r->columns.asked.items[r->columns.rid].seen == 0) {
        facts->roles_doubt = MSG_LDAP_PRIMARY_HIDDEN;
        facts->roles_unresolved = true;
    }
    if (!groups)
        return;
    if (dir_groups_count(groups))
        add_number(facts, MSG_LDAP_FACT_GROUPS, dir_groups_count(groups));
    if (dir_groups_unread(groups)) {
        facts->roles_doubt = MSG_LDAP_SOME_GROUPS_UNREAD;
        add_number(facts, MSG_LDAP_FACT_GROUPS_UNREAD, dir_groups_unread(groups));
    }
    if (dir_groups_unknown_primary(groups)) {
        facts->roles_doubt = is_lazy ? MSG_LDAP_NO_GROUP_BASE : MSG_LDAP_PRIMARY_UNKNOWN;
        facts->roles_unresolved |= is_lazy;
        add_number(facts, MSG_LDAP_FACT_PRIMARY_UNKNOWN, dir_groups_unknown_primary(groups));
    }
}

static void reader_describe(const struct reader *r, struct source_facts *facts) {
    memcpy(facts->sha256, r->sha256, sizeof facts->sha256);
    facts->bytes = r->bytes;
    facts->is_directory = true;
    add_text(facts, MSG_LDAP_FACT_SERVER, &r->root.server);
    if (r->settings.urls.count > 1)
        source_facts_add(facts, MSG_LDAP_FACT_URL, dir_session_url(r->session));
    const char *tls = dir_session_tls(r->session);
    source_facts_add(facts, MSG_LDAP_FACT_TLS, *tls ? tls : "-");
    add_text(facts, MSG_LDAP_FACT_IDENTITY, &r->identity);
    add_number(facts, MSG_LDAP_FACT_ENTRIES, r->entries);
    if (r->deleted)
        add_number(facts, MSG_LDAP_FACT_DELETED, r->deleted);
    if (r->no_people)
        add_number(facts, MSG_LDAP_FACT_NO_PEOPLE, r->no_people);
    if (r->twins)
        add_number(facts, MSG_LDAP_FACT_TWINS, r->twins);
    if (r->columns.machines)
        add_number(facts, MSG_LDAP_FACT_MACHINES, r->columns.machines);
    describe_groups(r, facts);
    describe_sample(r, facts);
    describe_columns(r, facts);
    describe_unseen(r, facts);
    describe_login(r, facts);
    describe_states(r, facts);
    describe_catalog(r, facts);
    describe_referrals(r, facts);
}

const struct connector ldap_connector = {
    .name = "ldap",
    .summary_en = "a directory: Active Directory, OpenLDAP, 389 Directory Server and others",
    .summary_ja = "ディレクトリ (Active Directory、OpenLDAP、389 Directory Server など)",
    .options = ldap_options,
    .option_count = LDAP_OPTION_COUNT,
    .display_option = "url",
    .open = reader_open,
    .next = reader_next,
    .describe = reader_describe,
    .close = reader_close,
};
