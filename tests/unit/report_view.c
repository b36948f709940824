/* The world of report_view.h. */
#include "report_view.h"

#include <check.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void add_input(struct input_plan *plan, struct source *source, enum record record,
                      const char *name, const char *display) {
    *plan = (struct input_plan){.record = record,
                                .name = name,
                                .exported_on = date_from_civil(2026, 3, 30),
                                .system = {.ended_on = DATE_NONE}};
    for (int i = 0; i < THRESHOLD_COUNT; i++)
        plan->days[i] = thresholds[i].fallback;
    *source = (struct source){.plan = plan, .display = display};
    strcpy(source->facts.encoding, "cp932");
    memset(source->facts.sha256, 'a', DIGEST_HEX_SIZE - 1);
    source->facts.delimiter = ',';
    source->facts.bytes = 1234;
    source->rows_read = 10;
    source->rows_accepted = 9;
    source->rows_rejected = 1;
}

static void add_inputs(struct report_world *w) {
    struct plan *plan = &w->plan;
    vec_reserve(&plan->rosters, ROSTERS);
    vec_reserve(&plan->systems, SYSTEMS);
    vec_reserve(&plan->licenses, LICENSES);
    plan->rosters.count = ROSTERS;
    plan->systems.count = SYSTEMS;
    plan->licenses.count = LICENSES;
    struct input_plan *systems = plan->systems.items, *licenses = plan->licenses.items;
    add_input(&plan->rosters.items[0], &w->rosters[0], RECORD_PERSON, "職員", "hr/roster.csv");
    add_input(&systems[0], &w->systems[0], RECORD_ACCOUNT, "税", "systems/tax.csv");
    add_input(&systems[1], &w->systems[1], RECORD_ACCOUNT, "庁内LAN", "ldaps://dc1.example");
    add_input(&systems[2], &w->systems[2], RECORD_ACCOUNT, "旧台帳", "");
    add_input(&licenses[0], &w->licenses[0], RECORD_SEAT, "テレワーク", "licenses/telework.csv");
    add_input(&licenses[1], &w->licenses[1], RECORD_SEAT, "図面", "licenses/cad.csv");
    systems[0].system.owner = "税務課";
    systems[0].days[THRESHOLD_dormant_days] = 60;
    licenses[0].license.quantity = 750;
    licenses[1].license.quantity = -1;
    licenses[1].license.metric = METRIC_DEVICE;
    w->systems[1].facts.encoding[0] = '\0';
    w->systems[1].facts.delimiter = 0;
    w->systems[2] = (struct source){.plan = &systems[2], .display = "", .is_missing = true};
    w->model.rosters = w->rosters;
    w->model.systems = w->systems;
    w->model.licenses = w->licenses;
}

static void add_figures(struct report_world *w) {
    struct findings *f = &w->findings;
    /* CONTRACT's example of a license: 750 bought, 709 assigned, 65 never used. */
    w->license_figures[0] =
        (struct license_figures){750, 709, 644, 65, 0, 0, 0, 0, 41, 65, 1272000, 644, 859, true};
    w->license_figures[1] =
        (struct license_figures){-1, 3, 3, 0, 0, 0, 0, 0, -1, 0, -1, 3, -1, false};
    w->system_figures[0] = (struct system_figures){9, 8, 6, 2, 1, 0, 1};
    f->licenses = w->license_figures;
    f->systems = w->system_figures;
    f->input_count = ROSTERS + SYSTEMS + LICENSES;
    f->coverage = memory_zeroed(f->input_count * rule_count, sizeof *f->coverage);
    f->by_rule = memory_zeroed(rule_count, sizeof *f->by_rule);
    for (size_t i = 0; i < f->input_count * rule_count; i++)
        f->coverage[i].is_evaluated = true;
    /* 税 is the second input. */
    f->coverage[rule_count + rule_index(rule_find("mfa-missing"))] =
        (struct coverage){.why = MSG_TERM_SWITCHED_OFF};
}

struct exception *report_world_add(struct report_world *w, const char *rule, const char *subject) {
    const struct rule *r = rule_find(rule);
    ck_assert_ptr_nonnull(r);
    struct exception e = {
        .id = 0x0123456789abcdefu + w->findings.exceptions.count,
        .rule = r,
        .severity = r->severity,
        .target = SPAN("税"),
        .subject = span_of(subject),
        .person = NOBODY,
        .system = NO_SYSTEM,
        .account = NO_ACCOUNT,
        .action = r->action,
        .first_seen = date_from_civil(2026, 3, 31),
    };
    vec_push(&w->findings.exceptions, e);
    w->findings.by_severity[e.severity]++;
    w->findings.by_rule[rule_index(r)]++;
    return &w->findings.exceptions.items[w->findings.exceptions.count - 1];
}

static void add_leaver(struct report_world *w) {
    static struct span roles[] = {{"閲覧", 6}, {"a\"b", 3}};
    static const struct evidence evidence[] = {
        {.key = "left_on", .type = EVIDENCE_DATE, .day = 20178}, /* 2025-03-31 */
        {.key = "days", .type = EVIDENCE_NUMBER, .number = 365},
        {.key = "matched_by", .type = EVIDENCE_TEXT, .text = {"person_id", 9}},
        {.key = "roles", .type = EVIDENCE_TEXTS, .texts = {.items = roles, .count = 2}},
    };
    struct exception *e = report_world_add(w, "leaver-account", "k001");
    e->person_id = SPAN("001");
    e->name = SPAN("山田太郎");
    e->department = SPAN("税務課");
    e->evidence = evidence;
    e->evidence_count = 4;
    e->source = &w->systems[0];
    e->origin.line = 7;
}

static void add_exceptions(struct report_world *w) {
    add_leaver(w);
    struct exception *e = report_world_add(w, "orphan-account", "=cmd|'/C calc'!A0");
    e->source = &w->systems[1];
    e->origin.dn = strpool_intern(&w->systems[1].text, SPAN("CN=x,DC=example"));
    e->department = SPAN("税務課 "); /* as the account writes it: the same department */
    e = report_world_add(w, "system-no-list", "");
    e->target = SPAN("旧台帳");
    e = report_world_add(w, "dormant-account", "w1");
    e->source = &w->systems[0];
    e->department = SPAN("総務課");
    e->status = EXCEPTION_WAIVED;
    e->waiver = &w->waiver;
    w->findings.waived = 1;
    w->findings.by_severity[e->severity]--;
    w->findings.by_rule[rule_index(e->rule)]--;
    w->waiver = (struct waiver){
        .reason = strpool_intern(&w->model.text, SPAN("委託先の監視用")),
        .approved_by = strpool_intern(&w->model.text, SPAN("情報政策課長")),
        .valid_until = date_from_civil(2026, 9, 30),
    };
}

static void add_issues(struct report_world *w) {
    struct issue later = {.line = 9,
                          .column = SPAN("退職日"),
                          .value = SPAN("R7.2.29"),
                          .problem = MSG_REPORT_TOO_LARGE,
                          .done = MSG_REPORT_READ_ONLY};
    struct issue earlier = later;
    earlier.line = 3;
    earlier.value = SPAN("+1");
    vec_push(&w->systems[0].issues, later);
    vec_push(&w->systems[0].issues, earlier);
}

void report_world_init(struct report_world *w) {
    memset(w, 0, sizeof *w);
    w->plan.organization = "みなと市";
    w->plan.config_path = "tenko.yaml";
    w->plan.as_of = date_from_civil(2026, 3, 31);
    for (int i = 0; i < THRESHOLD_COUNT; i++)
        w->plan.days[i] = thresholds[i].fallback;
    w->model.plan = &w->plan;
    add_inputs(w);
    add_figures(w);
    add_exceptions(w);
    add_issues(w);
    w->view = (struct view){.plan = &w->plan,
                            .model = &w->model,
                            .findings = &w->findings,
                            .language = LANG_JA,
                            .run_by = "hanako-the-runner",
                            .started_at = 1774915200, /* 2026-03-31T00:00:00Z */
                            .threads = 2};
}

static void release_source(struct source *s) {
    vec_release(&s->issues);
    strpool_release(&s->text);
}

void report_world_release(struct report_world *w) {
    for (size_t i = 0; i < SYSTEMS; i++)
        release_source(&w->systems[i]);
    strpool_release(&w->model.text);
    vec_release(&w->plan.rosters);
    vec_release(&w->plan.systems);
    vec_release(&w->plan.licenses);
    vec_release(&w->findings.exceptions);
    free(w->findings.coverage);
    free(w->findings.by_rule);
    arena_release(&w->arena);
}

char *make_directory(void) {
    const char *base = getenv("TMPDIR");
    char *path = path_below(base ? base : "/tmp", "tenko-report-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(path));
    return path;
}

static int remove_entry(const char *path, const struct stat *st, int type, struct FTW *ftw) {
    (void)st, (void)type, (void)ftw;
    return remove(path);
}

void remove_directory(const char *path) {
    nftw(path, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

char *path_below(const char *directory, const char *name) {
    struct strbuf path = {0};
    strbuf_addf(&path, "%s/%s", directory, name);
    return path.p;
}

char *read_whole(const char *path, size_t *n) {
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "cannot read %s", path);
    struct strbuf text = {0};
    char block[4096];
    size_t got;
    strbuf_add_text(&text, "");
    while ((got = fread(block, 1, sizeof block, file)) > 0)
        strbuf_add(&text, block, got);
    fclose(file);
    if (n)
        *n = text.n;
    return text.p;
}

void write_whole(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    ck_assert_int_eq(fclose(file), 0);
}
