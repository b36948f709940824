/* The record of a live run: head, rules and inputs, and the indices that its rows need. */
#include "record_rows.h"

#include <stdlib.h>

/* --- Inputs --- */

static struct span record_name(enum record record) {
    static const char *const names[RECORD_COUNT] = {
        [RECORD_PERSON] = "person",
        [RECORD_ACCOUNT] = "account",
        [RECORD_SEAT] = "seat",
        [RECORD_DEVICE] = "device",
        [RECORD_DEPARTMENT] = "department",
        [RECORD_ROLE] = "role",
        [RECORD_CONFLICT] = "conflict",
        [RECORD_APPROVAL] = "approval",
        [RECORD_LINK] = "link",
        [RECORD_WAIVER] = "waiver",
        [RECORD_SHARED] = "shared",
        [RECORD_INCIDENT] = "incident",
        [RECORD_REQUEST] = "request",
        [RECORD_SYSTEM] = "system",
        [RECORD_LICENSE] = "license",
    };
    return span_of(names[record]);
}

static void count_rows(struct run_rows *rows) {
    const struct model *m = &rows->run->model;
    const struct source *sources = m->inputs.items;
    uint32_t inputs = m->inputs.count;
    rows->first_account = arena_array(&rows->arena, inputs + 1, sizeof *rows->first_account);
    rows->first_seat = arena_array(&rows->arena, inputs + 1, sizeof *rows->first_seat);
    rows->roster_people = arena_array(&rows->arena, inputs + 1, sizeof *rows->roster_people);
    for (uint32_t i = 0; i < inputs; i++) {
        bool is_license = sources[i].plan->record == RECORD_SEAT;
        const struct seat_verdicts *seats = rows->run->findings.seats;
        rows->first_seat[i + 1] =
            rows->first_seat[i] + (is_license ? seats[model_place_in_kind(m, i)].items.count : 0);
        rows->first_account[i + 1] = rows->first_account[i] + sources[i].accounts.count;
    }
    for (size_t i = 0; i < m->people.count; i++)
        rows->roster_people[m->people.items[i].roster]++;
}

/* The coverage of the rules that speak of such inputs. */
static void fill_coverage(struct run_rows *rows, uint32_t input, struct input_record *out) {
    enum record record = rows->run->model.inputs.items[input].plan->record;
    const struct coverage *all = &rows->run->findings.coverage[input * rule_count];
    struct coverage_record *list = arena_array(&rows->arena, rule_count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < rule_count; i++)
        if (rule_speaks_of(&rules[i], record))
            list[count++] = (struct coverage_record){
                .rule = (uint32_t)i,
                .is_evaluated = all[i].is_evaluated,
                .not_judged = all[i].not_judged,
                .why = sentence_of(all[i].why, all[i].args),
            };
    out->coverage = list;
    out->coverage_count = count;
}

static void fill_thresholds(struct run_rows *rows, const struct input_plan *plan,
                            struct input_record *out) {
    const int32_t *usual = rows->run->plan.days;
    struct threshold_record *list = arena_array(&rows->arena, THRESHOLD_COUNT, sizeof *list);
    size_t count = 0;
    for (int i = 0; i < THRESHOLD_COUNT; i++)
        if (plan->days[i] != usual[i])
            list[count++] = (struct threshold_record){span_of(thresholds[i].name), plan->days[i]};
    out->thresholds = list;
    out->threshold_count = count;
}

static void fill_facts(struct run_rows *rows, const struct source *s, struct input_record *out) {
    struct column_record *columns = arena_array(&rows->arena, s->columns.count, sizeof *columns);
    for (size_t i = 0; i < s->columns.count; i++)
        columns[i] = (struct column_record){s->columns.items[i].header,
                                            span_of(fields[s->columns.items[i].field].name)};
    struct sentence_fact *more = arena_array(&rows->arena, s->facts.more.count, sizeof *more);
    for (size_t i = 0; i < s->facts.more.count; i++)
        more[i] = (struct sentence_fact){sentence_of(s->facts.more.items[i].label, NULL),
                                         span_of(s->facts.more.items[i].value)};
    out->columns = columns;
    out->column_count = s->columns.count;
    out->more = more;
    out->more_count = s->facts.more.count;
    out->sha256 = span_of(s->facts.sha256);
    out->encoding = span_of(s->facts.encoding);
    out->delimiter = (struct span){&s->facts.delimiter, s->facts.delimiter ? 1 : 0};
    out->bytes = s->facts.bytes;
}

static void fill_license(const struct license_plan *plan, struct input_record *out) {
    out->metric = plan->metric == METRIC_DEVICE ? SPAN("device") : SPAN("user");
    out->license_system = span_of(plan->system);
    out->product = span_of(plan->product);
    out->contract_from = plan->contract_from;
    out->contract_to = plan->contract_to;
    out->unit_cost_cents = plan->unit_cost_cents;
}

/* 責任者: by number and name where somebody of the rosters is meant, else as written. */
static void fill_manager(struct run_rows *rows, size_t system, struct input_record *out) {
    const struct model *m = &rows->run->model;
    person_ref manager = m->of_system[system].manager;
    if (!is_somebody(manager))
        return;
    out->manager = model_text(m, m->people.items[manager.n].person_id);
    out->manager_name = model_text(m, m->people.items[manager.n].name);
}

static void fill_owners(struct run_rows *rows, const struct input_plan *plan,
                        struct input_record *out) {
    struct span *owners = arena_array(&rows->arena, plan->owners.count, sizeof *owners);
    for (size_t i = 0; i < plan->owners.count; i++)
        owners[i] = run_department_named(&rows->run->model, span_of(plan->owners.items[i]));
    out->owners = owners;
    out->owner_count = (uint32_t)plan->owners.count;
}

/* The rosters that hold people of a system, where not all do. */
static void fill_rosters(struct run_rows *rows, uint32_t system, struct input_record *out) {
    const bool *holds = rows->run->model.of_system[system].holds_roster;
    if (!holds)
        return;
    uint32_t count = model_kind_count(&rows->run->model, INPUT_ROSTER);
    struct span *list = arena_array(&rows->arena, count + 1, sizeof *list);
    for (uint32_t i = 0; i < count; i++)
        if (holds[i])
            list[out->roster_count++] = span_of(rows->run->model.rosters[i].plan->name);
    out->rosters = list;
}

static void fill_input(struct run_rows *rows, uint32_t i, struct input_record *out) {
    const struct model *m = &rows->run->model;
    const struct source *s = &m->inputs.items[i];
    const struct input_plan *plan = s->plan;
    const struct findings *f = &rows->run->findings;
    uint32_t place = model_place_in_kind(m, i);
    *out = (struct input_record){
        .kind = model_kind_of(plan->record),
        .record = record_name(plan->record),
        .name = span_of(plan->name),
        .file = span_of(s->display),
        .is_delivered = !s->is_missing,
        .exported_on = plan->exported_on,
        .exported_by = span_of(plan->exported_by),
        .declared_rows = plan->declared_rows,
        .manager = span_of(plan->manager),
        .purpose = span_of(plan->purpose),
        .contract_no = span_of(plan->contract_no),
        .contract_owner =
            run_department_named(&rows->run->model, span_of(plan->system.contract_owner)),
        .rows_read = s->rows_read,
        .accepted = s->rows_accepted,
        .rejected = s->rows_rejected,
        .not_records = s->rows_not_records,
        .not_yet = s->rows_not_yet,
        .people = rows->roster_people[i],
        .ended_on = plan->system.ended_on,
        .contract_from = DATE_NONE,
        .contract_to = DATE_NONE,
        .unit_cost_cents = -1,
    };
    fill_owners(rows, plan, out);
    fill_facts(rows, s, out);
    fill_thresholds(rows, plan, out);
    if (out->kind != INPUT_TABLE)
        fill_coverage(rows, i, out);
    if (out->kind == INPUT_SYSTEM) {
        out->system = f->systems[place];
        fill_rosters(rows, place, out);
        fill_manager(rows, place, out);
    }
    if (out->kind == INPUT_LICENSE) {
        out->license = f->licenses[place];
        fill_license(&plan->license, out);
    }
}

static void fill_inputs(struct run_rows *rows, struct run_record *r) {
    const struct model_inputs *all = &rows->run->model.inputs;
    struct input_record *inputs = arena_array(&rows->arena, all->count, sizeof *inputs);
    for (uint32_t i = 0; i < all->count; i++)
        fill_input(rows, i, &inputs[i]);
    r->inputs = inputs;
    r->input_count = all->count;
    for (int kind = 0; kind <= INPUT_KIND_COUNT; kind++)
        r->first_input[kind] = all->first[kind];
}

static void find_addressees(struct run_rows *rows) {
    const struct model_inputs *inputs = &rows->run->model.inputs;
    rows->addressees = arena_array(&rows->arena, inputs->count, sizeof *rows->addressees);
    for (uint32_t i = 0; i < inputs->count; i++) {
        const struct input_plan *plan = inputs->items[i].plan;
        const struct license_plan *license = &plan->license;
        rows->addressees[i] = run_owner(&rows->run->model, plan);
        /* A license without an owner of its own is its system's matter. */
        if (!rows->addressees[i].n && plan->record == RECORD_SEAT &&
            is_system(license->system_index))
            rows->addressees[i] = run_owner(
                &rows->run->model, &rows->run->plan.systems.items[license->system_index.n]);
    }
}

/* --- Issues --- */

static int issue_order(const void *left, const void *right) {
    const struct listed_issue *a = left, *b = right;
    if (a->input != b->input)
        return a->input < b->input ? -1 : 1;
    if (a->issue->line != b->issue->line)
        return a->issue->line < b->issue->line ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

static void list_issue(struct run_rows *rows, const struct issue *issue, uint32_t input) {
    struct listed_issue item = {issue, input, (uint32_t)rows->issues.count};
    vec_push(&rows->issues, item);
}

static void list_issues(struct run_rows *rows) {
    const struct model *m = &rows->run->model;
    const struct findings *f = &rows->run->findings;
    for (uint32_t i = 0; i < m->inputs.count; i++)
        for (size_t k = 0; k < m->inputs.items[i].issues.count; k++)
            list_issue(rows, &m->inputs.items[i].issues.items[k], i);
    for (size_t i = 0; i < f->issues.count; i++)
        list_issue(rows, &f->issues.items[i].issue, model_input_of(m, f->issues.items[i].source));
    if (rows->issues.count)
        qsort(rows->issues.items, rows->issues.count, sizeof *rows->issues.items, issue_order);
}

/* --- Exceptions of accounts --- */

static void index_by_account(struct run_rows *rows, size_t accounts) {
    const struct findings *f = &rows->run->findings;
    const size_t *first_account = rows->first_account + rows->run->model.inputs.first[INPUT_SYSTEM];
    uint32_t *first = memory_zeroed(accounts + 2, sizeof *first);
    uint32_t *list = memory_zeroed(f->exceptions.count + 1, sizeof *list);
    for (size_t i = 0; i < f->exceptions.count; i++) {
        const struct exception *e = &f->exceptions.items[i];
        if (is_account(e->account))
            first[first_account[e->system.n] + e->account.n + 2]++;
    }
    for (size_t i = 2; i < accounts + 2; i++)
        first[i] += first[i - 1];
    /* first[a + 1] is where the next of account a goes; when all are in, it is where a ends. */
    for (size_t i = 0; i < f->exceptions.count; i++) {
        const struct exception *e = &f->exceptions.items[i];
        if (is_account(e->account))
            list[first[first_account[e->system.n] + e->account.n + 1]++] = (uint32_t)i;
    }
    rows->first_exception = first;
    rows->by_account = list;
}

/* --- The whole --- */

static void fill_rules(struct run_rows *rows, struct run_record *r) {
    const struct rule *notice = rule_find("leaving-soon");
    struct rule_record *list = arena_array(&rows->arena, rule_count, sizeof *list);
    for (size_t i = 0; i < rule_count; i++)
        list[i] = (struct rule_record){
            .name = span_of(rules[i].name),
            .severity = rule_severity(&rows->run->plan, &rules[i]),
            .is_enabled = rule_is_enabled(&rows->run->plan, &rules[i]),
            .is_notice = &rules[i] == notice,
            .title =
                {[LANG_JA] = span_of(rules[i].title_ja), [LANG_EN] = span_of(rules[i].title_en)},
            .message = {[LANG_JA] = span_of(rules[i].message_ja),
                        [LANG_EN] = span_of(rules[i].message_en)},
            .action = span_of(action_name(rules[i].action)),
        };
    r->rules = list;
    r->rule_count = rule_count;
    struct threshold_record *days = arena_array(&rows->arena, THRESHOLD_COUNT, sizeof *days);
    for (int i = 0; i < THRESHOLD_COUNT; i++)
        days[i] = (struct threshold_record){span_of(thresholds[i].name), rows->run->plan.days[i]};
    r->thresholds = days;
    r->threshold_count = THRESHOLD_COUNT;
}

/* The first day of the fiscal year that holds the day 92 days before as_of: the leavers of its last
 * quarter are still looked at in spring. */
static date fiscal_year_start(const struct plan *plan) {
    enum { LOOK_BACK_DAYS = 92 };
    int year, month, day;
    date within = plan->as_of - LOOK_BACK_DAYS;
    date_to_civil(within, &year, &month, &day);
    date start = date_from_civil(year, plan->fiscal_month, plan->fiscal_day);
    return start <= within ? start
                           : date_from_civil(year - 1, plan->fiscal_month, plan->fiscal_day);
}

static struct run_head head_of(const struct plan *plan) {
    return (struct run_head){
        .as_of = plan->as_of,
        .organization = span_of(plan->organization),
        .language = plan->language,
        .tool_version = SPAN(TENKO_VERSION),
        .config_path = span_of(plan->config_path),
        .config_sha256 = span_of(plan->config_sha256),
        .match_accept = span_of(match_accept_names[plan->accept]),
        .missing_list = plan->missing_list_stops ? SPAN("stop") : SPAN("report"),
        .route = plan->routes_to_holder ? SPAN("holder") : SPAN("owner"),
        .max_unmatched_percent = plan->max_unmatched_percent,
        .max_shrink_percent = plan->max_shrink_percent,
        .min_roster_rows = plan->min_roster_rows,
        .fiscal_year_start = fiscal_year_start(plan),
        .leaving_soon_days = plan->days[THRESHOLD_leaving_soon_days],
        .previous_as_of = DATE_NONE,
    };
}

void run_record_begin(struct run *run) {
    struct run_rows *rows = memory_zeroed(1, sizeof *rows);
    struct run_record *r = &run->record;
    rows->run = run;
    run->rows = rows;
    *r = (struct run_record){.head = head_of(&run->plan), .rows = &run_record_rows, .from = rows};
    count_rows(rows);
    find_addressees(rows);
    run_texts_build(rows, run->threads);
    fill_rules(rows, r);
    fill_inputs(rows, r);
    r->account_count = rows->first_account[r->input_count];
    r->seat_count = rows->first_seat[r->input_count];
    r->person_count = run->model.people.count;
    r->device_count = run->model.devices ? run->model.devices->devices.count : 0;
    r->first_account = rows->first_account;
    r->first_seat = rows->first_seat;
}

/* Coverage is known only now: inputs are filled again. */
void run_record_finish(struct run *run) {
    struct run_rows *rows = run->rows;
    struct run_record *r = &run->record;
    list_issues(rows);
    fill_inputs(rows, r);
    r->exception_count = run->findings.exceptions.count;
    r->issue_count = rows->issues.count;
    index_by_account(rows, r->account_count);
}

void run_rows_free(struct run_rows *rows) {
    if (!rows)
        return;
    vec_release(&rows->issues);
    free(rows->first_exception);
    free(rows->by_account);
    run_texts_release(rows);
    arena_release(&rows->arena);
    free(rows);
}
