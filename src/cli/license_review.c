/*
 * One line a license, and one of what could be reclaimed, the surest first: who has left needs no
 * seat, who never used it hardly, who has not for long perhaps. Where use is not known nothing is
 * proposed. No holder is named here: seats.csv does.
 */
#include "license_review.h"

#include <inttypes.h>
#include <stdio.h>

#define SAID_BYTES 32

/* "label value" among the others of a line; left out where the value is not known. */
static void add(struct strbuf *line, const struct cli *cli, enum message_id label,
                const char *value) {
    struct span arg = span_of(value);
    if (line->n)
        strbuf_add_text(line, cli->language == LANG_JA ? "、" : ", ");
    message_format(line, label, cli->language, &arg, 1);
}

static void add_number(struct strbuf *line, const struct cli *cli, enum message_id label,
                       int64_t value) {
    char said[SAID_BYTES];
    snprintf(said, sizeof said, "%" PRId64, value);
    if (value >= 0)
        add(line, cli, label, said);
}

/* Tenths and hundredths, whole numbers as such. */
static void add_decimal(struct strbuf *line, const struct cli *cli, enum message_id label,
                        int64_t value, int unit) {
    char said[SAID_BYTES];
    if (value < 0)
        return;
    if (unit == 100 && value % unit == 0)
        snprintf(said, sizeof said, "%" PRId64, value / unit);
    else
        snprintf(said, sizeof said, "%" PRId64 ".%0*" PRId64, value / unit, unit == 100 ? 2 : 1,
                 value % unit);
    add(line, cli, label, said);
}

static void add_figures(struct strbuf *line, const struct cli *cli,
                        const struct input_record *license) {
    const struct license_figures *f = &license->license;
    char day[DATE_SAID_SIZE];
    add_number(line, cli, MSG_RUN_LICENSE_PURCHASED, f->purchased);
    add_number(line, cli, MSG_RUN_LICENSE_ASSIGNED, f->assigned);
    add_number(line, cli, MSG_RUN_LICENSE_ACTIVE, f->active);
    add_number(line, cli, MSG_RUN_LICENSE_NEVER_USED, f->never_used);
    add_number(line, cli, MSG_RUN_LICENSE_IDLE, f->idle);
    add_number(line, cli, MSG_RUN_LICENSE_UNKNOWN, f->usage_unknown);
    add_number(line, cli, MSG_RUN_LICENSE_LEAVERS, f->held_by_leavers);
    add_number(line, cli, MSG_RUN_LICENSE_UNASSIGNED, f->unassigned);
    if (f->purchased >= 0)
        add_number(line, cli, MSG_RUN_LICENSE_NOT_ACTIVE, f->purchased - f->active);
    add_decimal(line, cli, MSG_RUN_LICENSE_UTILIZATION, f->utilization_permille, 10);
    add_decimal(line, cli, MSG_RUN_LICENSE_WASTE, f->yearly_waste_cents, 100);
    date_say(license->contract_to, cli->language, day);
    if (*day)
        add(line, cli, MSG_RUN_LICENSE_CONTRACT, day);
    add_number(line, cli, MSG_RUN_LICENSE_SUGGESTED, f->suggested_quantity);
}

static void say_license(struct cli *cli, const struct input_record *license) {
    const struct license_figures *f = &license->license;
    struct strbuf name = {0}, line = {0};
    strbuf_add_span(&name, license->name);
    if (!license->is_delivered) {
        cli_say(cli, MSG_RUN_LICENSE_NO_LIST, name.p, NULL);
    } else {
        add_figures(&line, cli, license);
        cli_say(cli, MSG_RUN_LICENSE, name.p, line.p, NULL);
        strbuf_clear(&line);
        if (f->held_by_leavers > 0)
            add_number(&line, cli, MSG_RUN_LICENSE_LEAVERS, f->held_by_leavers);
        if (f->never_used > 0)
            add_number(&line, cli, MSG_RUN_LICENSE_NEVER_USED, f->never_used);
        if (f->idle > 0)
            add_number(&line, cli, MSG_RUN_LICENSE_IDLE, f->idle);
        if (line.n)
            cli_say(cli, MSG_RUN_LICENSE_RECLAIM, line.p, NULL);
    }
    strbuf_release(&name);
    strbuf_release(&line);
}

void say_licenses(struct cli *cli, const struct run_record *record) {
    for (size_t i = record->first_input[INPUT_LICENSE]; i < record->first_input[INPUT_LICENSE + 1];
         i++)
        say_license(cli, &record->inputs[i]);
}
