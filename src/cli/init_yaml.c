/* A commented tenko.yaml. Text from outside is written as JSON strings, which YAML reads as they
 * are. */
#include "init_yaml.h"

#include "tenko/fold.h"
#include "tenko/jsonout.h"

static void say(struct sink *out, enum language lang, enum message_id message) {
    const char *p = message_template(message, lang);
    while (*p) {
        size_t n = strcspn(p, "\n");
        sink_add(out, p, n);
        sink_char(out, '\n');
        p += n + (p[n] == '\n');
    }
}

static void quoted(struct sink *out, struct span text) {
    jsonout_write_string(out, text);
}

/* Several columns may feed one field (one last login for each product); no key can stand twice. */
static bool has_one_column(const struct source *s, enum field field) {
    size_t count = 0;
    for (size_t i = 0; i < s->columns.count; i++)
        count += s->columns.items[i].field == field;
    return count == 1;
}

static bool is_listed(const struct span *items, size_t count, struct span text) {
    for (size_t i = 0; i < count; i++)
        if (span_equal(items[i], text))
            return true;
    return false;
}

static void write_unused(struct sink *out, enum language lang, const struct recognised *item,
                         const char *indent) {
    size_t shown = 0;
    for (size_t i = 0; i < item->source.unused_headers.count; i++) {
        struct span header = item->source.unused_headers.items[i];
        if (is_listed(item->details.role_columns.items, item->details.role_columns.count, header))
            continue;
        if (shown++ == 0)
            sink_f(out, "%s  # %s ", indent, message_template(MSG_INIT_UNUSED, lang));
        else
            sink_text(out, ", ");
        quoted(out, header);
    }
    if (shown)
        sink_char(out, '\n');
}

static void write_columns(struct sink *out, enum language lang, const struct recognised *item,
                          const char *indent) {
    const struct source *s = &item->source;
    sink_f(out, "%scolumns:\n", indent);
    for (size_t i = 0; i < s->columns.count; i++) {
        enum field field = s->columns.items[i].field;
        sink_f(out, "%s  %s%s: ", indent, has_one_column(s, field) ? "" : "# ", fields[field].name);
        quoted(out, s->columns.items[i].header);
        sink_char(out, '\n');
    }
    write_unused(out, lang, item, indent);
}

static void write_source(struct sink *out, const struct recognised *item, const char *indent) {
    bool is_text = item->source.facts.delimiter != 0;
    sink_f(out, "%ssource: {connector: %s, path: ", indent, is_text ? "csv" : "xlsx");
    quoted(out, span_of(item->path));
    sink_text(out, is_text ? ", encoding: auto, delimiter: auto}\n" : "}\n");
}

static bool is_of_devices(const struct source *s) {
    field_set holders = FIELDS(person_id, user_id);
    return knows_field(s->known, FIELD_device_id) && !has_field_of(s->known, holders);
}

static void quoted_list(struct sink *out, const struct span *items, size_t count) {
    sink_char(out, '[');
    for (size_t i = 0; i < count; i++) {
        sink_text(out, i ? ", " : "");
        quoted(out, items[i]);
    }
    sink_char(out, ']');
}

/* The globs of each kind, and behind them what they matched. */
static void write_globs(struct sink *out, const struct found_globs *globs) {
    static const char *const names[KIND_COUNT] = {[KIND_SHARED] = "shared",
                                                  [KIND_SERVICE] = "service",
                                                  [KIND_EXTERNAL] = "external",
                                                  [KIND_ADMIN] = "admin"};
    if (globs->items.count == 0)
        return;
    sink_text(out, "    kinds:\n");
    for (size_t i = 0; i < globs->items.count;) {
        size_t end = i;
        enum account_kind kind = globs->items.items[i].kind;
        sink_f(out, "      %s: [", names[kind]);
        for (; end < globs->items.count && globs->items.items[end].kind == kind; end++) {
            const struct found_glob *glob = &globs->items.items[end];
            sink_text(out, end > i ? ", " : "");
            quoted(out, (struct span){glob->written, glob->n});
        }
        sink_text(out, "]    #");
        for (; i < end; i++) {
            const struct found_glob *glob = &globs->items.items[i];
            sink_text(out, " ");
            quoted(out, glob->first);
            if (glob->count > 1)
                sink_f(out, " … (%zu)", glob->count);
        }
        sink_char(out, '\n');
    }
}

/* A product's name; of two lists that have it, the later one's says which list it is. */
static void write_name(struct sink *out, struct strpool *names, const struct recognised *item,
                       struct span product) {
    struct strbuf name = {0}, folded = {0};
    strbuf_add_span(&name, product.n ? product : span_of(item->name));
    fold_text(FOLD_WORD, strbuf_span(&name), &folded);
    if (product.n && !str_is_none(strpool_find(names, strbuf_span(&folded)))) {
        strbuf_clear(&name);
        strbuf_addf(&name, "%s: ", item->name);
        strbuf_add_span(&name, product);
        fold_text(FOLD_WORD, strbuf_span(&name), &folded);
    }
    strpool_intern(names, strbuf_span(&folded));
    sink_text(out, "  - name: ");
    quoted(out, strbuf_span(&name));
    sink_char(out, '\n');
    strbuf_release(&name);
    strbuf_release(&folded);
}

static void write_role_columns(struct sink *out, const struct recognised *item) {
    if (item->details.role_columns.count == 0)
        return;
    sink_text(out, "    role_columns: ");
    quoted_list(out, item->details.role_columns.items, item->details.role_columns.count);
    sink_char(out, '\n');
}

static void write_section(struct sink *out, enum language lang, const struct recognised *item,
                          struct span product) {
    if (product.n) {
        sink_text(out, "    product: ");
        quoted(out, product);
        sink_char(out, '\n');
    }
    if (item->details.is_leavers)
        sink_text(out, "    kind: leavers\n");
    if (item->record == RECORD_SEAT && is_of_devices(&item->source))
        sink_text(out, "    metric: device\n");
    write_source(out, item, "    ");
    write_columns(out, lang, item, "    ");
    write_role_columns(out, item);
    write_globs(out, &item->details.globs);
    if (item->record == RECORD_PERSON)
        say(out, lang, MSG_INIT_ROSTER_HINTS);
    else if (item->record == RECORD_ACCOUNT)
        say(out, lang, MSG_INIT_SYSTEM_HINTS);
    else
        say(out, lang, MSG_INIT_LICENSE_HINTS);
}

/* Is there one? */
static bool write_list(struct sink *out, enum language lang, const char *key, enum record record,
                       const struct recognised_items *all) {
    bool has_key = false;
    struct strpool names = {0};
    for (size_t i = 0; i < all->count; i++) {
        const struct recognised *item = &all->items[i];
        if (item->record != record)
            continue;
        if (!has_key)
            sink_f(out, "%s:\n", key);
        has_key = true;
        const struct source *whole = &item->details.whole;
        bool is_split = whole->products.count > 1;
        for (size_t p = 0; p < (is_split ? whole->products.count : 1); p++) {
            struct span product =
                is_split ? source_text(whole, whole->products.items[p].name) : SPAN("");
            write_name(out, &names, item, product);
            write_section(out, lang, item, product);
        }
    }
    strpool_release(&names);
    return has_key;
}

/* Systems of the register that init has written: what a row of it cannot say. Is there any? */
static bool write_registered(struct sink *out, enum language lang,
                             const struct recognised_items *all) {
    struct strpool names = {0};
    bool has_key = false;
    for (size_t i = 0; i < all->count; i++) {
        const struct recognised *item = &all->items[i];
        bool is_whole = !item->details.role_columns.count && !item->details.globs.items.count;
        if (item->record != RECORD_ACCOUNT || is_whole)
            continue;
        if (!has_key)
            say(out, lang, MSG_INIT_REGISTERED);
        if (!has_key)
            sink_text(out, "systems:\n");
        has_key = true;
        write_name(out, &names, item, SPAN(""));
        write_role_columns(out, item);
        write_globs(out, &item->details.globs);
    }
    strpool_release(&names);
    return has_key;
}

/* `departments` or a table of `policy`: a key stands once, further files are left as comments. */
static void write_table(struct sink *out, const char *prefix, const char *key, enum record record,
                        const struct recognised_items *all) {
    bool has_key = false;
    for (size_t i = 0; i < all->count; i++) {
        if (all->items[i].record != record)
            continue;
        sink_f(out, "%s%s%s: {path: ", prefix, has_key ? "# " : "", key);
        quoted(out, span_of(all->items[i].path));
        sink_text(out, "}\n");
        has_key = true;
    }
}

static void write_devices(struct sink *out, enum language lang,
                          const struct recognised_items *all) {
    bool has_key = false;
    for (size_t i = 0; i < all->count; i++) {
        if (all->items[i].record != RECORD_DEVICE)
            continue;
        sink_text(out, has_key ? "# devices:\n" : "devices:\n");
        write_source(out, &all->items[i], has_key ? "#   " : "  ");
        write_columns(out, lang, &all->items[i], has_key ? "#   " : "  ");
        has_key = true;
    }
}

struct table_key {
    enum record record;
    const char *key;
};

/* The mapping `key` with those of the tables that there are. */
static void write_tables(struct sink *out, const char *key, const struct table_key *tables,
                         size_t table_count, const struct recognised_items *all) {
    bool has_key = false;
    for (size_t t = 0; t < table_count; t++) {
        if (init_items_count(all, tables[t].record) == 0)
            continue;
        if (!has_key)
            sink_f(out, "%s:\n", key);
        has_key = true;
        write_table(out, "  ", tables[t].key, tables[t].record, all);
    }
}

static void write_register(struct sink *out, const struct recognised_items *all) {
    if (init_register_is_due(all)) {
        sink_text(out, "register:\n  systems: {path: \"" INIT_REGISTER_PATH "\"}\n");
        write_table(out, "  ", "licenses", RECORD_LICENSE, all);
        return;
    }
    static const struct table_key tables[] = {{RECORD_SYSTEM, "systems"},
                                              {RECORD_LICENSE, "licenses"}};
    write_tables(out, "register", tables, sizeof tables / sizeof tables[0], all);
}

static void write_policy(struct sink *out, const struct recognised_items *all) {
    static const struct table_key tables[] = {
        {RECORD_ROLE, "roles"},          {RECORD_CONFLICT, "conflicts"},
        {RECORD_APPROVAL, "privileged"}, {RECORD_LINK, "links"},
        {RECORD_WAIVER, "waivers"},      {RECORD_SHARED, "shared"},
        {RECORD_INCIDENT, "incidents"},  {RECORD_REQUEST, "requests"}};
    write_tables(out, "policy", tables, sizeof tables / sizeof tables[0], all);
}

/* What no kind fits: its headers, and where it would go. */
static void write_unplaced(struct sink *out, enum language lang,
                           const struct recognised_items *all) {
    for (size_t i = 0; i < all->count; i++) {
        const struct recognised *item = &all->items[i];
        if (item->record != RECORD_COUNT)
            continue;
        sink_f(out, "# %s ", message_template(MSG_INIT_UNPLACED, lang));
        quoted(out, span_of(item->path));
        if (item->source.unused_headers.count) {
            sink_f(out, "\n#   %s ", message_template(MSG_INIT_HEADERS, lang));
            quoted_list(out, item->source.unused_headers.items, item->source.unused_headers.count);
        }
        sink_text(out, "\n#   - name: ");
        quoted(out, span_of(item->name));
        sink_text(out, "\n#     source: {path: ");
        quoted(out, span_of(item->path));
        sink_text(out, "}\n");
        say(out, lang, MSG_INIT_UNPLACED_COLUMNS);
    }
}

static void write_systems(struct sink *out, enum language lang, const struct recognised_items *all,
                          const struct options *options) {
    bool has_key;
    if (init_register_is_due(all))
        has_key = write_registered(out, lang, all);
    else
        has_key = write_list(out, lang, "systems", RECORD_ACCOUNT, all);
    if (!directory_is_system(all))
        return;
    if (!has_key)
        sink_text(out, "systems:\n");
    init_ldap_write(out, lang, options, all->directory, false);
    say(out, lang, MSG_INIT_SYSTEM_HINTS);
}

void init_yaml_write(struct sink *out, enum language lang, const struct recognised_items *all,
                     const struct options *options) {
    say(out, lang, MSG_INIT_HEAD);
    sink_f(out, "language: %s\n", lang == LANG_JA ? "ja" : "en");
    write_table(out, "", "departments", RECORD_DEPARTMENT, all);
    write_list(out, lang, "rosters", RECORD_PERSON, all);
    if (all->directory && !directory_is_system(all)) {
        sink_text(out, "rosters:\n");
        init_ldap_write(out, lang, options, all->directory, true);
    }
    write_systems(out, lang, all, options);
    write_list(out, lang, "licenses", RECORD_SEAT, all);
    write_devices(out, lang, all);
    write_register(out, all);
    write_policy(out, all);
    write_unplaced(out, lang, all);
    say(out, lang, MSG_INIT_TAIL);
}
