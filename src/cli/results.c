#include "results.h"

#include <inttypes.h>

void results_begin(struct results *r, struct cli *cli, const struct options *o,
                   const struct result_column *columns, size_t count) {
    r->columns = columns;
    r->count = count;
    r->at = 0;
    r->is_json = o->form == FORM_JSON;
    if (r->is_json) {
        jsonout_begin_array(r->json);
        return;
    }
    r->csv = (struct csvout){.out = &cli->out, .is_crlf = true, .is_spreadsheet_safe = true};
    sink_text(&cli->out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < count; i++)
        csvout_text(&r->csv, cli->language == LANG_EN
                                 ? columns[i].key
                                 : message_template(columns[i].heading, cli->language));
    csvout_end_row(&r->csv);
}

static void next_cell(struct results *r) {
    if (r->is_json && r->at == 0)
        jsonout_begin_object(r->json);
    if (r->is_json)
        jsonout_key(r->json, r->columns[r->at].key);
    r->at++;
}

void results_text(struct results *r, struct span text) {
    next_cell(r);
    if (r->is_json)
        jsonout_string_or_null(r->json, text);
    else
        csvout_cell(&r->csv, text);
}

void results_number(struct results *r, uint64_t number) {
    next_cell(r);
    if (r->is_json)
        jsonout_number(r->json, (int64_t)number);
    else
        csvout_number(&r->csv, (int64_t)number);
}

void results_none(struct results *r) {
    results_text(r, (struct span){0});
}

void results_day(struct results *r, date day) {
    char iso[11];
    date_format(day, iso);
    results_text(r, span_of(iso));
}

void results_end_row(struct results *r) {
    r->at = 0;
    if (r->is_json)
        jsonout_end_object(r->json);
    else
        csvout_end_row(&r->csv);
}

void results_end(struct results *r) {
    if (r->is_json)
        jsonout_end_array(r->json);
}
