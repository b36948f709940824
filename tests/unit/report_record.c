/* The world of report_record.h. */
#include "report_record.h"

static void add_rules(struct report_world *w) {
    w->rules[RULE_LEAVER] = (struct rule_record){
        .name = SPAN("leaver-account"),
        .severity = SEVERITY_HIGH,
        .is_enabled = true,
        .title = {SPAN("退職者のアカウント"), SPAN("Account of a leaver")},
        .message = {SPAN("{left_on} に退職（{days} 日）"), SPAN("left on {left_on} ({days} days)")},
        .action = SPAN("disable")};
    w->rules[RULE_ORPHAN] = (struct rule_record){
        .name = SPAN("orphan-account"),
        .severity = SEVERITY_HIGH,
        .is_enabled = true,
        .title = {SPAN("使用者不明"), SPAN("Orphan")},
        .message = {SPAN("{subject} の使用者がいません"), SPAN("nobody holds {subject}")},
        .action = SPAN("confirm")};
    w->rules[RULE_BADGE] = (struct rule_record){
        .name = SPAN("lost-badge"),
        .severity = SEVERITY_MEDIUM,
        .is_enabled = true,
        .title = {SPAN("職員証の紛失"), SPAN("Lost badge")},
        .message = {SPAN("職員証がありません[（{gate}）]"), SPAN("no badge[ at {gate}]")},
        .action = SPAN("print")};
    w->rules[RULE_SOON] =
        (struct rule_record){.name = SPAN("leaving-soon"),
                             .severity = SEVERITY_INFO,
                             .is_enabled = true,
                             .is_notice = true,
                             .title = {SPAN("退職予定"), SPAN("Leaving soon")},
                             .message = {SPAN("まもなく退職します"), SPAN("leaves soon")},
                             .action = SPAN("none")};
}

static struct input_record input_of(enum input_kind kind, struct span name, struct span file) {
    return (struct input_record){
        .kind = kind,
        .name = name,
        .file = file,
        .is_delivered = true,
        .exported_on = date_from_civil(2026, 3, 30),
        .declared_rows = -1,
        .sha256 = SPAN("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
        .encoding = SPAN("cp932"),
        .delimiter = SPAN(","),
        .bytes = 1234,
        .rows_read = 10,
        .accepted = 9,
        .rejected = 1,
        .ended_on = DATE_NONE,
        .contract_from = DATE_NONE,
        .contract_to = DATE_NONE,
        .unit_cost_cents = -1,
    };
}

static void add_inputs(struct report_world *w) {
    static const struct threshold_record sixty_days[] = {{{"dormant_days", 12}, 60}};
    struct input_record *in = w->inputs;
    in[ROSTER] = input_of(INPUT_ROSTER, SPAN("職員"), SPAN("hr/roster.csv"));
    in[TAX] = input_of(INPUT_SYSTEM, SPAN("税"), SPAN("systems/tax.csv"));
    in[LAN] = input_of(INPUT_SYSTEM, SPAN("庁内LAN"), SPAN("ldaps://dc1.example"));
    in[LEDGER] = input_of(INPUT_SYSTEM, SPAN("旧台帳"), SPAN(""));
    in[TELEWORK] = input_of(INPUT_LICENSE, SPAN("テレワーク"), SPAN("licenses/telework.csv"));
    in[DRAWING] = input_of(INPUT_LICENSE, SPAN("図面"), SPAN("licenses/cad.csv"));
    in[TABLE] = input_of(INPUT_TABLE, SPAN("policy.waivers"), SPAN("policy/waivers.csv"));
    static const struct span owners[] = {{"税務課", 9}, {"市民課", 9}};
    in[TAX].owners = owners;
    in[TAX].owner_count = 2;
    in[TAX].manager = SPAN("001234");
    in[TAX].manager_name = SPAN("田中");
    in[TAX].exported_by = SPAN("税務課 山田");
    in[TAX].declared_rows = 11;
    in[TAX].thresholds = sixty_days;
    in[TAX].threshold_count = 1;
    in[TAX].system = (struct system_figures){9, 8, 1, 6, 2, 1, 0, 1};
    in[LAN].encoding = in[LAN].delimiter = SPAN("");
    in[LEDGER].is_delivered = false;
    in[LEDGER].encoding = SPAN("");
    in[TELEWORK].metric = SPAN("user");
    in[TELEWORK].contract_no = SPAN("R7-123");
    in[TELEWORK].purpose = SPAN("在宅勤務");
    in[TELEWORK].contract_to = date_from_civil(2026, 3, 31);
    in[DRAWING].metric = SPAN("device");
    /* CONTRACT's example of a license: 750 bought, 709 assigned, 65 never used. */
    in[TELEWORK].license = (struct license_figures){750, 709, 644, 65,  0,   0,         0,   0,
                                                    2,   41,  65,  644, 859, 127200000, true};
    in[DRAWING].license =
        (struct license_figures){-1, 3, 3, 0, 0, 0, 0, 0, 0, -1, 0, 3, -1, -1, false};
}

static void add_coverage(struct report_world *w) {
    for (int i = 0; i < TABLE; i++) {
        for (uint32_t r = 0; r < RULES; r++)
            w->coverage[i][r] = (struct coverage_record){.rule = r, .is_evaluated = true};
        w->inputs[i].coverage = w->coverage[i];
        w->inputs[i].coverage_count = i == ROSTER ? 0 : RULES;
    }
    w->coverage[TAX][RULE_BADGE].is_evaluated = false;
    w->coverage[TAX][RULE_BADGE].why =
        (struct sentence){.code = SPAN("no-badges"),
                          .template = {SPAN("{0} がない"), SPAN("no {0}")},
                          .args = {SPAN("badge")}};
    w->coverage[TAX][RULE_LEAVER].not_judged = 3;
}

struct exception_record *report_world_add(struct report_world *w, uint32_t rule,
                                          const char *subject) {
    date day = date_from_civil(2026, 3, 31);
    struct exception_record e = {
        .id = 0x0123456789abcde0u + (w->exceptions.count << 4),
        .rule = rule,
        .severity = w->rules[rule].severity,
        .target = SPAN("税"),
        .subject = span_of(subject),
        .subject_kind = SUBJECT_USER_ID,
        .action = w->rules[rule].action,
        .input = TAX,
        .account = NO_ROW,
        .first_seen = day,
        .last_seen = day,
        .is_reexamined = true,
        .waiver = {.valid_until = DATE_NONE},
        .decision = {.reviewed_on = DATE_NONE},
    };
    vec_push(&w->exceptions, e);
    w->record.exception_count = w->exceptions.count;
    return &w->exceptions.items[w->exceptions.count - 1];
}

static void add_leaver(struct report_world *w) {
    static const struct span roles[] = {{"閲覧", 6}, {"a\"b", 3}};
    static const struct evidence evidence[] = {
        {.key = "left_on", .type = EVIDENCE_DATE, .day = 20178}, /* 2025-03-31 */
        {.key = "days", .type = EVIDENCE_NUMBER, .number = 365},
        {.key = "matched_by", .type = EVIDENCE_TEXT, .text = {"person_id", 9}},
        {.key = "roles", .type = EVIDENCE_TEXTS, .texts = {.items = roles, .count = 2}},
    };
    struct exception_record *e = report_world_add(w, RULE_LEAVER, "k001");
    e->person_id = SPAN("001");
    e->name = SPAN("山田太郎");
    e->department = SPAN("福祉課");
    e->addressee = SPAN("税務課");
    e->evidence = evidence;
    e->evidence_count = 4;
    e->place = (struct place){.file = SPAN("systems/tax.csv"), .line = 7};
    e->lifecycle = LIFE_REOPENED;
    e->first_seen = date_from_civil(2025, 4, 30);
    e->decision = (struct decision_record){SPAN("delete"), SPAN("至急"), SPAN("税務課長"),
                                           date_from_civil(2026, 2, 1)};
}

static void add_exceptions(struct report_world *w) {
    add_leaver(w);
    struct exception_record *e = report_world_add(w, RULE_ORPHAN, "=cmd|'/C calc'!A0");
    e->place = (struct place){.file = SPAN("ldaps://dc1.example"), .dn = SPAN("CN=x,DC=example")};
    e->addressee = SPAN("税務課 "); /* written otherwise: the same addressee */
    e->target = SPAN("庁内LAN");
    e->input = LAN;
    e = report_world_add(w, RULE_BADGE, "");
    e->target = SPAN("旧台帳");
    e->input = LEDGER;
    e = report_world_add(w, RULE_BADGE, "w1");
    e->place.file = SPAN("systems/tax.csv");
    e->addressee = SPAN("総務課");
    e->is_waived = true;
    e->waiver = (struct waiver_record){SPAN("委託先の監視用"), SPAN("毎月の確認"),
                                       SPAN("情報政策課長"), date_from_civil(2026, 9, 30)};
    e = report_world_add(w, RULE_SOON, "k002");
    e->addressee = SPAN("人事課");
}

static void add_issues(struct report_world *w) {
    w->issues[0] = (struct issue_record){
        .input = TAX,
        .place = {.file = SPAN("systems/tax.csv"), .line = 3},
        .column = SPAN("退職日"),
        .value = SPAN("+1"),
        .problem = {.code = SPAN("bad-date"),
                    .template = {SPAN("日付ではない: {0}"), SPAN("no date: {0}")},
                    .args = {SPAN("+1")}},
        .done = {.code = SPAN("left-empty"), .template = {SPAN("空欄とした"), SPAN("left empty")}},
    };
    w->issues[1] = w->issues[0];
    w->issues[1].place.line = 9;
    w->issues[1].value = w->issues[1].problem.args[0] = SPAN("R7.2.29");
}

static void exception_row(const void *from, size_t i, struct exception_record *out) {
    *out = ((const struct report_world *)from)->exceptions.items[i];
}

static void issue_row(const void *from, size_t i, struct issue_record *out) {
    *out = ((const struct report_world *)from)->issues[i];
}

static const struct record_rows rows = {.exception = exception_row, .issue = issue_row};

void report_world_init(struct report_world *w) {
    static const struct threshold_record days[] = {{{"dormant_days", 12}, 90},
                                                   {{"retain_days", 11}, -1}};
    memset(w, 0, sizeof *w);
    add_rules(w);
    add_inputs(w);
    add_coverage(w);
    add_issues(w);
    w->record = (struct run_record){
        .head = {.as_of = date_from_civil(2026, 3, 31),
                 .organization = SPAN("みなと市"),
                 .tool_version = SPAN("9.9"),
                 .config_path = SPAN("tenko.yaml"),
                 .who = SPAN("hanako-the-runner"),
                 .started_at = 1774915200, /* 2026-03-31T00:00:00Z */
                 .utc_offset_s = 9 * 3600,
                 .match_accept = SPAN("probable"),
                 .missing_list = SPAN("stop"),
                 .route = SPAN("owner"),
                 .previous_as_of = DATE_NONE},
        .rules = w->rules,
        .rule_count = RULES,
        .thresholds = days,
        .threshold_count = 2,
        .inputs = w->inputs,
        .input_count = INPUTS,
        .first_input = {ROSTER, TAX, TELEWORK, TABLE, TABLE, INPUTS},
        .issue_count = 2,
        .rows = &rows,
        .from = w,
    };
    add_exceptions(w);
    w->options = (struct report_options){.language = LANG_JA, .threads = 2};
}

void report_world_release(struct report_world *w) {
    vec_release(&w->exceptions);
}

bool report_world_write(struct report_world *w, const char *directory, unsigned formats,
                        struct error *err) {
    w->options.directory = directory;
    w->options.formats = formats;
    return report_write(&w->record, &w->options, err);
}
