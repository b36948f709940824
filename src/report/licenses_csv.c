/* licenses.csv: every figure of every license. */
#include "figures.h"
#include "rendering.h"
#include "reporters.h"
#include "terms.h"

#include <inttypes.h>

static void figure_cell(struct csvout *csv, const struct figure *f, int64_t value) {
    if (value < 0) {
        csvout_text(csv, "");
    } else if (f->is_percent) {
        struct strbuf text = {0};
        strbuf_addf(&text, "%" PRId64 ".%" PRId64, value / 10, value % 10);
        csvout_cell(csv, strbuf_span(&text));
        strbuf_release(&text);
    } else {
        csvout_number(csv, value);
    }
}

static enum message_id usage_term(const struct view *view, size_t license) {
    if (view->model->licenses[license].is_missing)
        return MSG_TERM_NO_LIST;
    return view->findings->licenses[license].usage_reported ? MSG_TERM_USAGE_REPORTED
                                                            : MSG_TERM_USAGE_NOT_REPORTED;
}

static void license_row(const struct view *view, size_t i, struct csvout *csv) {
    const struct input_plan *plan = &view->plan->licenses.items[i];
    csvout_text(csv, plan->name);
    csvout_cell(
        csv, term(view, plan->license.metric == METRIC_DEVICE ? MSG_TERM_DEVICE : MSG_TERM_USER));
    for (size_t k = 0; k < license_figure_count; k++) {
        const struct figure *f = &license_figure_table[k];
        if (f->heading == MSG_HEAD_PURCHASED && plan->license.quantity < 0)
            csvout_cell(csv, term(view, MSG_TERM_UNLIMITED));
        else
            figure_cell(csv, f, license_figure(view, i, f));
    }
    csvout_cell(csv, term(view, usage_term(view, i)));
    csvout_end_row(csv);
}

void write_licenses_csv(const struct view *view, struct sink *out) {
    struct csvout csv = report_csv_begin(out);
    csvout_cell(&csv, term(view, MSG_HEAD_LICENSE));
    csvout_cell(&csv, term(view, MSG_HEAD_METRIC));
    for (size_t k = 0; k < license_figure_count; k++)
        csvout_cell(&csv, term(view, license_figure_table[k].heading));
    csvout_cell(&csv, term(view, MSG_HEAD_USAGE));
    csvout_end_row(&csv);
    for (size_t i = 0; i < view->plan->licenses.count; i++)
        license_row(view, i, &csv);
}
