/* What may stand in tenko.yaml, as an outline of the tables that read it. */
#include "pages.h"
#include "schema.h"

#include <stdio.h>

static bool is_threshold(const char *name) {
    for (int i = 0; i < THRESHOLD_COUNT; i++)
        if (strcmp(thresholds[i].name, name) == 0)
            return true;
    return false;
}

static void add_value(struct strbuf *out, const struct key *key) {
    switch (key->type) {
    case KEY_DATE:
        strbuf_add_text(out, "YYYY-MM-DD");
        break;
    case KEY_INT:
    case KEY_INT64:
        strbuf_addf(out, "%lld..%lld", (long long)key->min, (long long)key->max);
        break;
    case KEY_BOOL:
        strbuf_add_text(out, "true|false");
        break;
    case KEY_WORDS:
    case KEY_SOME_WORDS:
        strbuf_add_text(out, "[TEXT, …]");
        break;
    case KEY_CHOICE:
    case KEY_FLAG:
        strbuf_add_text(out, key->choices);
        break;
    case KEY_CUSTOM:
    case KEY_MAPPING:
        strbuf_add_text(out, key->choices ? key->choices : "…");
        break;
    case KEY_TEXT:
    case KEY_RAW:
        strbuf_add_text(out, "TEXT");
        break;
    }
}

/* Numbers of `defaults:` may stand in many sections; they are listed once. */
static void add_keys(struct strbuf *out, const struct schema *schema, bool has_numbers) {
    for (size_t i = 0; i < schema->count; i++) {
        const struct key *key = &schema->keys[i];
        if (is_threshold(key->name) && !has_numbers)
            continue;
        strbuf_addf(out, "  %s: ", key->name);
        add_value(out, key);
        strbuf_add_text(out, key->is_required ? "   # *\n" : "\n");
    }
}

static void add_connector(struct strbuf *out, const struct connector *c, enum language language) {
    strbuf_addf(out, "source: {connector: %s, …}\n", c->name);
    for (size_t i = 0; i < c->option_count; i++) {
        const struct option_spec *option = &c->options[i];
        strbuf_addf(out, "  %s: %s%s   # %s\n", option->name,
                    option->choices    ? option->choices
                    : option->fallback ? option->fallback
                                       : "…",
                    option->is_required ? "   # *" : "",
                    language == LANG_JA ? option->help_ja : option->help_en);
    }
}

void page_add_keys(struct strbuf *out, enum language language) {
    struct strbuf lines = {0};
    roff_section(out, language == LANG_JA ? "項目の一覧" : "KEYS");
    roff_text(out, span_of(language == LANG_JA
                               ? "# * の項目は必須。defaults の数値は rosters、systems、licenses の"
                                 "各項目にも書ける。"
                               : "Keys marked # * are required. Numbers of defaults may stand in "
                                 "entries of rosters, systems and licenses too."));
    for (size_t s = 0; s < schema_count; s++) {
        strbuf_addf(&lines, "%s%s:\n", s ? "\n" : "", schemas[s]->label);
        add_keys(&lines, schemas[s], strcmp(schemas[s]->label, "defaults") == 0);
    }
    for (size_t i = 0; i < connector_count; i++) {
        strbuf_add_char(&lines, '\n');
        add_connector(&lines, connectors[i], language);
    }
    roff_lines(out, strbuf_span(&lines));
    strbuf_release(&lines);
}
