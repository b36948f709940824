/* tenko rules: the catalogue with the thresholds in force. */
#include "cli.h"
#include "planning.h"

#include <stdio.h>
#include <unistd.h>

/* What sections have of their own. */
static void say_sections(struct cli *cli, const struct input_plan *inputs, size_t count,
                         enum threshold threshold, int32_t usual) {
    char days[24];
    for (size_t i = 0; i < count; i++) {
        if (inputs[i].days[threshold] == usual)
            continue;
        struct strbuf label = {0};
        strbuf_addf(&label, "%s (%s)", thresholds[threshold].name, inputs[i].name);
        snprintf(days, sizeof days, "%d", inputs[i].days[threshold]);
        cli_say(cli, MSG_RULES_THRESHOLD, label.p, days, NULL);
        strbuf_release(&label);
    }
}

static void say_thresholds(struct cli *cli, const struct plan *plan, const struct rule *r) {
    char days[24];
    if (r->threshold == THRESHOLD_COUNT)
        return;
    int32_t usual = plan->days[r->threshold];
    snprintf(days, sizeof days, "%d", usual);
    cli_say(cli, MSG_RULES_THRESHOLD, thresholds[r->threshold].name, usual < 0 ? "off" : days,
            NULL);
    say_sections(cli, plan->systems.items, plan->systems.count, r->threshold, usual);
    say_sections(cli, plan->licenses.items, plan->licenses.count, r->threshold, usual);
    say_sections(cli, plan->rosters.items, plan->rosters.count, r->threshold, usual);
}

int cmd_rules(struct cli *cli, const struct options *o) {
    struct run p = {0};
    struct error err;
    int status = 0;
    bool ok = cli_expect_arguments(o, 0, 0, "rules", &err);
    if (ok && (o->config || access("tenko.yaml", F_OK) == 0))
        ok = plan_from_options(&p, o, &err);
    else
        plan_init(&p.plan);
    if (!ok) {
        status = cli_fail(cli, &err);
        goto out;
    }
    if (*p.plan.config_path)
        cli->language = p.plan.language;
    for (size_t i = 0; i < rule_count; i++) {
        const struct rule *r = &rules[i];
        bool ja = cli->language == LANG_JA;
        sink_f(&cli->out, "%-28s %-8s %s\n    %s\n", r->name,
               severity_name(rule_severity(&p.plan, r)), ja ? r->title_ja : r->title_en,
               ja ? r->meaning_ja : r->meaning_en);
        say_thresholds(cli, &p.plan, r);
        if (!rule_is_enabled(&p.plan, r))
            cli_say(cli, MSG_RULES_OFF, NULL);
    }
out:
    run_release(&p);
    return status;
}
