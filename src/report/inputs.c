/* Owners and coverage in words. */
#include "inputs.h"

#include <inttypes.h>
#include <stdio.h>

struct input_range inputs_of(const struct run_record *r, enum input_kind kind) {
    return (struct input_range){r->inputs + r->first_input[kind],
                                r->first_input[kind + 1] - r->first_input[kind]};
}

void input_owners(const struct input_record *input, struct strbuf *out) {
    for (uint32_t i = 0; i < input->owner_count; i++)
        strbuf_add_item(out, ", ", input->owners[i]);
}

void input_manager(const struct input_record *input, struct strbuf *out) {
    strbuf_add_span(out, input->manager);
    if (input->manager_name.n)
        strbuf_add_item(out, " ", input->manager_name);
}

void input_rules_evaluated(const struct run_record *r, const struct input_record *input,
                           struct strbuf *out) {
    for (size_t i = 0; i < input->coverage_count; i++)
        if (input->coverage[i].is_evaluated)
            strbuf_add_item(out, ", ", r->rules[input->coverage[i].rule].name);
}

static void add_not_judged(const struct coverage_record *c, enum language lang,
                           struct strbuf *out) {
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRIu64, c->not_judged);
    message_format(out, MSG_REPORT_NOT_JUDGED, lang, &(struct span){digits, strlen(digits)}, 1);
}

void input_rules_not_evaluated(const struct run_record *r, const struct input_record *input,
                               enum language lang, struct strbuf *out) {
    for (size_t i = 0; i < input->coverage_count; i++) {
        const struct coverage_record *c = &input->coverage[i];
        if (c->is_evaluated && !c->not_judged)
            continue;
        strbuf_add_item(out, "; ", r->rules[c->rule].name);
        strbuf_add_text(out, ": ");
        if (c->is_evaluated)
            add_not_judged(c, lang, out);
        else
            sentence_write(&c->why, lang, out);
    }
}
