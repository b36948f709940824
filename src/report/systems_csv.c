/* systems.csv: coverage. One row for each roster, system, license and the devices. */
#include "coverage.h"
#include "rendering.h"
#include "reporters.h"
#include "terms.h"

static const enum message_id headings[] = {
    MSG_HEAD_KIND,          MSG_HEAD_INPUT_NAME,
    MSG_HEAD_OWNER,         MSG_HEAD_LIST,
    MSG_HEAD_FILE,          MSG_HEAD_ENCODING,
    MSG_HEAD_EXPORTED_ON,   MSG_HEAD_ROWS_READ,
    MSG_HEAD_ACCEPTED,      MSG_HEAD_REJECTED,
    MSG_HEAD_NOT_YET,       MSG_HEAD_PEOPLE,
    MSG_HEAD_ACCOUNTS,      MSG_HEAD_ENABLED,
    MSG_HEAD_MATCHED,       MSG_HEAD_UNMATCHED,
    MSG_HEAD_AMBIGUOUS,     MSG_HEAD_SHARED,
    MSG_HEAD_PRIVILEGED,    MSG_HEAD_EVALUATED_COUNT,
    MSG_HEAD_EVALUATED,     MSG_HEAD_NOT_EVALUATED_COUNT,
    MSG_HEAD_NOT_EVALUATED,
};

/* A number that only a delivered list of the right kind has. */
static void count_cell(struct csvout *csv, bool has, uint64_t value) {
    if (has)
        csvout_number(csv, (int64_t)value);
    else
        csvout_text(csv, "");
}

static void figure_cells(const struct view *view, const struct covered_input *in,
                         struct csvout *csv) {
    const struct source *s = in->source;
    bool has = !s->is_missing;
    bool is_roster = has && in->kind == TARGET_ROSTER;
    bool is_system = has && in->kind == TARGET_SYSTEM;
    struct system_figures f = {0};
    if (is_system)
        f = view->findings->systems[in->of_kind];
    count_cell(csv, has, s->rows_read);
    count_cell(csv, has, s->rows_accepted);
    count_cell(csv, has, s->rows_rejected);
    count_cell(csv, has, s->rows_not_yet);
    count_cell(csv, is_roster, is_roster ? roster_people(view, in->of_kind) : 0);
    count_cell(csv, is_system, f.accounts);
    count_cell(csv, is_system, f.enabled);
    count_cell(csv, is_system, f.matched);
    count_cell(csv, is_system, f.unmatched);
    count_cell(csv, is_system, f.ambiguous);
    count_cell(csv, is_system, f.shared);
    count_cell(csv, is_system, f.privileged);
}

static void rule_cells(const struct view *view, const struct covered_input *in,
                       struct csvout *csv) {
    struct strbuf yes = {0}, no = {0}, why = {0};
    int64_t yes_count = 0, no_count = 0;
    for (size_t r = 0; r < rule_count; r++) {
        enum rule_cover cover = rule_cover(view, in, r, &why);
        if (cover == RULE_EVALUATED) {
            strbuf_add_item(&yes, ", ", span_of(rules[r]->name));
            yes_count++;
        } else if (cover == RULE_NOT_EVALUATED) {
            strbuf_add_item(&no, "; ", span_of(rules[r]->name));
            strbuf_add_text(&no, ": ");
            strbuf_add_span(&no, strbuf_span(&why));
            no_count++;
        }
    }
    csvout_number(csv, yes_count);
    csvout_cell(csv, strbuf_span(&yes));
    csvout_number(csv, no_count);
    csvout_cell(csv, strbuf_span(&no));
    strbuf_release(&yes);
    strbuf_release(&no);
    strbuf_release(&why);
}

static void input_row(const struct view *view, const struct covered_input *in, struct csvout *csv) {
    const struct source *s = in->source;
    char day[11];
    csvout_cell(csv, term(view, target_kind_term(in->kind)));
    csvout_text(csv, in->plan->name);
    csvout_text(csv, in->kind == TARGET_SYSTEM ? in->plan->system.owner : NULL);
    csvout_cell(csv, term(view, s->is_missing ? MSG_TERM_NO_LIST : MSG_TERM_DELIVERED));
    csvout_text(csv, s->display);
    csvout_text(csv, s->facts.encoding);
    csvout_cell(csv, date_text(in->plan->exported_on, day));
    figure_cells(view, in, csv);
    rule_cells(view, in, csv);
    csvout_end_row(csv);
}

void write_systems_csv(const struct view *view, struct sink *out) {
    struct csvout csv = report_csv_begin(out);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        csvout_cell(&csv, term(view, headings[i]));
    csvout_end_row(&csv);
    for (size_t i = 0; i < covered_count(view); i++) {
        struct covered_input in = covered_input(view, i);
        input_row(view, &in, &csv);
    }
}
