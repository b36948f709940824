/* A commented tenko.yaml. Text from outside is written as JSON strings, which YAML reads as they
 * are. */
#include "init_yaml.h"

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

static void write_columns(struct sink *out, enum language lang, const struct source *s,
                          const char *indent) {
    sink_f(out, "%scolumns:\n", indent);
    for (size_t i = 0; i < s->columns.count; i++) {
        enum field field = s->columns.items[i].field;
        sink_f(out, "%s  %s%s: ", indent, has_one_column(s, field) ? "" : "# ", fields[field].name);
        quoted(out, s->columns.items[i].header);
        sink_char(out, '\n');
    }
    if (s->unused_headers.count == 0)
        return;
    sink_f(out, "%s  # ", indent);
    sink_text(out, message_template(MSG_INIT_UNUSED, lang));
    for (size_t i = 0; i < s->unused_headers.count; i++) {
        sink_text(out, i ? ", " : " ");
        quoted(out, s->unused_headers.items[i]);
    }
    sink_char(out, '\n');
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

static void write_section(struct sink *out, enum language lang, const struct recognised *item) {
    sink_text(out, "  - name: ");
    quoted(out, span_of(item->name));
    sink_char(out, '\n');
    if (item->record == RECORD_SEAT && is_of_devices(&item->source))
        sink_text(out, "    metric: device\n");
    write_source(out, item, "    ");
    write_columns(out, lang, &item->source, "    ");
    if (item->record == RECORD_PERSON)
        say(out, lang, MSG_INIT_ROSTER_HINTS);
    else if (item->record == RECORD_ACCOUNT)
        say(out, lang, MSG_INIT_SYSTEM_HINTS);
    else
        say(out, lang, MSG_INIT_LICENSE_HINTS);
}

static bool has_record(enum record record, const struct recognised *items, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (items[i].record == record)
            return true;
    return false;
}

static void write_list(struct sink *out, enum language lang, const char *key, enum record record,
                       const struct recognised *items, size_t count) {
    bool has_key = false;
    for (size_t i = 0; i < count; i++) {
        if (items[i].record != record)
            continue;
        if (!has_key)
            sink_f(out, "%s:\n", key);
        has_key = true;
        write_section(out, lang, &items[i]);
    }
}

/* `departments` or a table of `policy`: a key stands once, further files are left as comments. */
static void write_table(struct sink *out, const char *prefix, const char *key, enum record record,
                        const struct recognised *items, size_t count) {
    bool has_key = false;
    for (size_t i = 0; i < count; i++) {
        if (items[i].record != record)
            continue;
        sink_f(out, "%s%s%s: {path: ", prefix, has_key ? "# " : "", key);
        quoted(out, span_of(items[i].path));
        sink_text(out, "}\n");
        has_key = true;
    }
}

static void write_devices(struct sink *out, enum language lang, const struct recognised *items,
                          size_t count) {
    bool has_key = false;
    for (size_t i = 0; i < count; i++) {
        if (items[i].record != RECORD_DEVICE)
            continue;
        sink_text(out, has_key ? "# devices:\n" : "devices:\n");
        write_source(out, &items[i], has_key ? "#   " : "  ");
        write_columns(out, lang, &items[i].source, has_key ? "#   " : "  ");
        has_key = true;
    }
}

static void write_policy(struct sink *out, const struct recognised *items, size_t count) {
    static const struct {
        enum record record;
        const char *key;
    } tables[] = {{RECORD_ROLE, "roles"},          {RECORD_CONFLICT, "conflicts"},
                  {RECORD_APPROVAL, "privileged"}, {RECORD_LINK, "links"},
                  {RECORD_WAIVER, "waivers"},      {RECORD_SHARED, "shared"},
                  {RECORD_INCIDENT, "incidents"},  {RECORD_REQUEST, "requests"}};
    bool has_key = false;
    for (size_t t = 0; t < sizeof tables / sizeof tables[0]; t++) {
        if (!has_record(tables[t].record, items, count))
            continue;
        if (!has_key)
            sink_text(out, "policy:\n");
        has_key = true;
        write_table(out, "  ", tables[t].key, tables[t].record, items, count);
    }
}

void init_yaml_write(struct sink *out, enum language lang, const struct recognised *items,
                     size_t count, const struct options *options,
                     const struct directory_facts *directory) {
    say(out, lang, MSG_INIT_HEAD);
    sink_f(out, "language: %s\n", lang == LANG_JA ? "ja" : "en");
    write_table(out, "", "departments", RECORD_DEPARTMENT, items, count);
    write_list(out, lang, "rosters", RECORD_PERSON, items, count);
    /* without another roster, the people of the directory are the roster */
    bool is_roster = directory && !has_record(RECORD_PERSON, items, count);
    if (is_roster) {
        sink_text(out, "rosters:\n");
        init_ldap_write(out, lang, options, directory, true);
    }
    write_list(out, lang, "systems", RECORD_ACCOUNT, items, count);
    if (directory && !is_roster) {
        if (!has_record(RECORD_ACCOUNT, items, count))
            sink_text(out, "systems:\n");
        init_ldap_write(out, lang, options, directory, false);
        say(out, lang, MSG_INIT_SYSTEM_HINTS);
    }
    write_list(out, lang, "licenses", RECORD_SEAT, items, count);
    write_devices(out, lang, items, count);
    write_policy(out, items, count);
    say(out, lang, MSG_INIT_TAIL);
}
