/* What page.js says, in the report's language, and what the numbers in the rows stand for. */
#include "html.h"
#include "tenko/jsonout.h"
#include "terms.h"

static const struct word {
    const char *key; /* in page.js */
    enum message_id text;
} words[] = {
    {"all", MSG_PAGE_ALL},
    {"no_grouping", MSG_PAGE_NO_GROUPING},
    {"as_listed", MSG_PAGE_AS_LISTED},
    {"shown", MSG_PAGE_SHOWN},
    {"copied", MSG_PAGE_COPIED},
    {"copy_failed", MSG_PAGE_COPY_FAILED},
    {"nothing", MSG_PAGE_NOTHING_FITS},
    {"blank", MSG_PAGE_BLANK},
    {"source", MSG_PAGE_SOURCE},
    {"line", MSG_PAGE_LINE},
    {"waiver", MSG_HEAD_WAIVED},
    {"printed", MSG_PAGE_PRINTED},
    {"no_addressee", MSG_TERM_NO_ADDRESSEE},
    {"yes", MSG_TERM_YES},
    {"no", MSG_TERM_NO},
};

static void text(struct jsonout *j, enum message_id id, enum language lang) {
    jsonout_string(j, message_span(id, lang));
}

static void enums(struct jsonout *j, enum language lang) {
    jsonout_key(j, "severities");
    jsonout_begin_array(j);
    for (int i = 0; i < SEVERITY_COUNT; i++)
        text(j, severity_term((enum severity)i), lang);
    jsonout_end_array(j);
    jsonout_key(j, "severity_names");
    jsonout_begin_array(j);
    for (int i = 0; i < SEVERITY_COUNT; i++)
        jsonout_string(j, span_of(severity_name((enum severity)i)));
    jsonout_end_array(j);
    jsonout_key(j, "target_kinds");
    jsonout_begin_array(j);
    for (int i = TARGET_SYSTEM; i <= TARGET_DEVICES; i++)
        text(j, target_kind_term((enum target_kind)i), lang);
    jsonout_end_array(j);
    jsonout_key(j, "states");
    jsonout_begin_array(j);
    for (int i = LIFE_NEW; i < LIFE_RESOLVED; i++)
        text(j, lifecycle_term((enum lifecycle)i), lang);
    jsonout_end_array(j);
}

static void rules(struct jsonout *j, const struct run_record *r, enum language lang) {
    jsonout_key(j, "rules");
    jsonout_begin_array(j);
    for (size_t i = 0; i < r->rule_count; i++) {
        jsonout_begin_array(j);
        jsonout_string(j, r->rules[i].name);
        jsonout_string(j, r->rules[i].title[lang]);
        jsonout_end_array(j);
    }
    jsonout_end_array(j);
}

static void columns(struct jsonout *j, enum language lang) {
    jsonout_key(j, "columns");
    jsonout_begin_array(j);
    for (size_t i = 0; i < exceptions_list.column_count; i++)
        text(j, exceptions_list.columns[i].heading, lang);
    jsonout_end_array(j);
}

void html_words(struct page *p) {
    enum language lang = p->view->language;
    struct sink memory;
    strbuf_clear(&p->text);
    sink_to_memory(&memory, &p->text);
    struct jsonout j = {.out = &memory};
    jsonout_begin_object(&j);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        jsonout_key(&j, words[i].key);
        text(&j, words[i].text, lang);
    }
    enums(&j, lang);
    rules(&j, p->view->record, lang);
    columns(&j, lang);
    jsonout_end_object(&j);
    html_add_json(p->out, strbuf_span(&p->text));
}
