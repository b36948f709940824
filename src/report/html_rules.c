/* Exceptions counted by rule: the whole list in one view, also without script. */
#include "html.h"
#include "tally.h"
#include "terms.h"

static void rule_row(struct page *p, uint32_t index) {
    const struct rule_record *rule = &p->view->record->rules[index];
    sink_f(p->out, "<tr><td><span class=\"sev sev-%s\">", severity_name(rule->severity));
    html_term(p, severity_term(rule->severity));
    sink_f(p->out, "</span></td><th scope=\"row\"><a href=\"#exceptions\" data-rule=\"%u\">",
           index);
    html_text(p, rule->title[p->view->language]);
    html_markup(p, "</a></th><td class=\"n\">");
    html_number(p, (int64_t)p->view->tally->by_rule[index]);
    html_markup(p, "</td></tr>\n");
}

void html_rules(struct page *p) {
    const struct run_record *r = p->view->record;
    html_markup(p, "<table class=\"rules\">\n<thead><tr>");
    static const enum message_id heads[] = {MSG_HEAD_SEVERITY, MSG_HEAD_TITLE, MSG_HEAD_EXCEPTIONS};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        html_markup(p, i == 2 ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
        html_label(p, heads[i]);
        html_markup(p, "</th>");
    }
    html_markup(p, "</tr></thead>\n<tbody>\n");
    for (int s = 0; s < SEVERITY_COUNT; s++)
        for (uint32_t i = 0; i < r->rule_count; i++)
            if ((int)r->rules[i].severity == s && p->view->tally->by_rule[i])
                rule_row(p, i);
    html_markup(p, "</tbody></table>\n");
}
