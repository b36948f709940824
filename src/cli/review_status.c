/* The status of a review as lines to read, as CSV and as JSON. */
#include "review_status.h"

#include "tenko/csvout.h"
#include "tenko/jsonout.h"

#include <inttypes.h>
#include <stdio.h>

enum { MOST_SHOWN = 20 };

static char *number(char out[24], uint64_t value) {
    snprintf(out, 24, "%" PRIu64, value);
    return out;
}

static struct span name_of(const struct cli *cli, struct span addressee) {
    return addressee.n ? addressee
                       : span_of(message_template(MSG_TERM_NO_ADDRESSEE, cli->language));
}

/* --- Lines --- */

static void say_rows(struct cli *cli, const struct review_row *rows, size_t count) {
    char id[REVIEW_ID_SIZE], more[24];
    for (size_t i = 0; i < count && i < MOST_SHOWN; i++) {
        review_id_format(rows[i].id, id);
        cli_say(cli, MSG_REVIEW_STATUS_ROW, *id ? id : "-", rows[i].system.p, rows[i].user_id.p,
                name_of(cli, rows[i].addressee).p, NULL);
    }
    if (count > MOST_SHOWN)
        cli_say(cli, MSG_REVIEW_STATUS_MORE, number(more, count - MOST_SHOWN), NULL);
}

static void say_resolved(struct cli *cli, const struct review_status *s) {
    char count[24], id[REVIEW_ID_SIZE], from[24], to[24], days[24];
    if (!s->resolved.count)
        return;
    cli_say(cli, MSG_REVIEW_STATUS_RESOLVED, number(count, s->resolved.count), NULL);
    for (size_t i = 0; i < s->resolved.count && i < MOST_SHOWN; i++) {
        const struct review_row *row = &s->resolved.items[i];
        review_id_format(row->id, id);
        snprintf(days, sizeof days, "%d", (int)row->days);
        cli_say(cli, MSG_REVIEW_STATUS_RESOLVED_ROW, id, row->system.p, row->user_id.p,
                number(from, row->from_run), number(to, row->to_run), days, NULL);
    }
    if (s->resolved.count > MOST_SHOWN)
        cli_say(cli, MSG_REVIEW_STATUS_MORE, number(count, s->resolved.count - MOST_SHOWN), NULL);
}

static void say_status(struct cli *cli, const struct review_status *s) {
    char a[24], b[24], c[24], d[24], e[24], exported[11], reply_by[11];
    date_format(s->exported_on, exported);
    date_format(s->reply_by, reply_by);
    cli_say(cli, MSG_REVIEW_STATUS_HEAD, number(a, s->review), number(b, s->run), exported,
            reply_by, NULL);
    for (size_t i = 0; i < s->addressees.count; i++) {
        const struct review_counts *n = &s->addressees.items[i];
        cli_say(cli, MSG_REVIEW_STATUS_ADDRESSEE, name_of(cli, n->addressee).p, number(a, n->sent),
                number(b, n->answered), number(c, n->unanswered), number(d, n->resolved),
                number(e, n->overdue), NULL);
    }
    cli_say(cli, MSG_REVIEW_STATUS_TESTS, NULL);
    for (int t = 0; t < REVIEW_TEST_COUNT; t++) {
        const char *title = message_template(review_test_title((enum review_test)t), cli->language);
        size_t count = s->tests[t].rows.count;
        if (count)
            cli_say(cli, MSG_REVIEW_STATUS_FAILED, title, number(a, count), NULL);
        else
            cli_say(cli, MSG_REVIEW_STATUS_PASSED, title, NULL);
        say_rows(cli, s->tests[t].rows.items, count);
    }
    if (s->conflicts.count) {
        cli_say(cli, MSG_REVIEW_STATUS_CONFLICTS, number(a, s->conflicts.count), NULL);
        say_rows(cli, s->conflicts.items, s->conflicts.count);
    }
    say_resolved(cli, s);
}

/* --- CSV: a line for each addressee, each test, and each row that fails it --- */

static void csv_counts(struct csvout *csv, const struct review_counts *n) {
    csvout_number(csv, (int64_t)n->sent);
    csvout_number(csv, (int64_t)n->answered);
    csvout_number(csv, (int64_t)n->unanswered);
    csvout_number(csv, (int64_t)n->resolved);
    csvout_number(csv, (int64_t)n->overdue);
}

static void csv_empty(struct csvout *csv, int cells) {
    while (cells-- > 0)
        csvout_cell(csv, SPAN(""));
}

static void csv_row(const struct cli *cli, struct csvout *csv, const struct review_status *s,
                    const struct review_row *row, const char *title) {
    char id[REVIEW_ID_SIZE], day[11];
    review_id_format(row->id, id);
    date_format(row->reviewed_on, day);
    csvout_number(csv, (int64_t)s->review);
    csvout_cell(csv, name_of(cli, row->addressee));
    csv_empty(csv, 5);
    csvout_text(csv, title);
    csvout_cell(csv, SPAN(""));
    csvout_text(csv, id);
    csvout_cell(csv, row->system);
    csvout_cell(csv, row->user_id);
    csvout_cell(csv, row->decision);
    csvout_cell(csv, row->reviewer);
    csvout_value(csv, span_of(day));
    csvout_end_row(csv);
}

static void csv_test(const struct cli *cli, struct csvout *csv, const struct review_status *s,
                     enum review_test t) {
    const char *title = message_template(review_test_title(t), cli->language);
    bool has_passed = s->tests[t].rows.count == 0;
    csvout_number(csv, (int64_t)s->review);
    csv_empty(csv, 6);
    csvout_text(csv, title);
    csvout_text(csv, message_template(has_passed ? MSG_TERM_YES : MSG_TERM_NO, cli->language));
    csv_empty(csv, 6);
    csvout_end_row(csv);
    for (size_t i = 0; i < s->tests[t].rows.count; i++)
        csv_row(cli, csv, s, &s->tests[t].rows.items[i], title);
}

static void write_csv(struct cli *cli, const struct review_status *s) {
    static const enum message_id heads[] = {
        MSG_REVIEW_HEAD_REVIEW,   MSG_HEAD_ADDRESSEE,         MSG_REVIEW_HEAD_SENT,
        MSG_REVIEW_HEAD_ANSWERED, MSG_REVIEW_HEAD_UNANSWERED, MSG_REVIEW_HEAD_RESOLVED,
        MSG_REVIEW_HEAD_OVERDUE,  MSG_REVIEW_HEAD_TEST,       MSG_REVIEW_HEAD_PASSED,
        MSG_REVIEW_HEAD_ID,       MSG_REVIEW_HEAD_SYSTEM,     MSG_REVIEW_HEAD_USER_ID,
        MSG_HEAD_DECISION,        MSG_HEAD_REVIEWER,          MSG_HEAD_REVIEWED_ON,
    };
    struct csvout csv = {.out = &cli->out, .is_crlf = true, .is_spreadsheet_safe = true};
    sink_text(&cli->out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        csvout_text(&csv, message_template(heads[i], cli->language));
    csvout_end_row(&csv);
    for (size_t i = 0; i < s->addressees.count; i++) {
        csvout_number(&csv, (int64_t)s->review);
        csvout_cell(&csv, name_of(cli, s->addressees.items[i].addressee));
        csv_counts(&csv, &s->addressees.items[i]);
        csv_empty(&csv, 8);
        csvout_end_row(&csv);
    }
    for (int t = 0; t < REVIEW_TEST_COUNT; t++)
        csv_test(cli, &csv, s, (enum review_test)t);
    for (size_t i = 0; i < s->conflicts.count; i++)
        csv_row(cli, &csv, s, &s->conflicts.items[i], "conflict");
}

/* --- JSON --- */

static void json_day(struct jsonout *j, const char *key, date day) {
    char iso[11];
    date_format(day, iso);
    jsonout_key(j, key);
    jsonout_string_or_null(j, span_of(iso));
}

static void json_text(struct jsonout *j, const char *key, struct span text) {
    jsonout_key(j, key);
    jsonout_string_or_null(j, text);
}

static void json_number(struct jsonout *j, const char *key, uint64_t value) {
    jsonout_key(j, key);
    jsonout_number(j, (int64_t)value);
}

static void json_rows(const struct cli *cli, struct jsonout *j, const char *key,
                      const struct review_row *rows, size_t count) {
    jsonout_key(j, key);
    jsonout_begin_array(j);
    for (size_t i = 0; i < count; i++) {
        char id[REVIEW_ID_SIZE];
        review_id_format(rows[i].id, id);
        jsonout_begin_object(j);
        json_text(j, "id", span_of(id));
        json_text(j, "system", rows[i].system);
        json_text(j, "user_id", rows[i].user_id);
        json_text(j, "addressee", name_of(cli, rows[i].addressee));
        json_text(j, "decision", rows[i].decision);
        json_text(j, "reviewer", rows[i].reviewer);
        json_day(j, "reviewed_on", rows[i].reviewed_on);
        if (rows[i].to_run) {
            json_number(j, "from_run", rows[i].from_run);
            json_number(j, "to_run", rows[i].to_run);
            jsonout_key(j, "days");
            jsonout_number(j, rows[i].days);
        }
        jsonout_end_object(j);
    }
    jsonout_end_array(j);
}

static void json_addressees(const struct cli *cli, struct jsonout *j,
                            const struct review_status *s) {
    jsonout_key(j, "addressees");
    jsonout_begin_array(j);
    for (size_t i = 0; i < s->addressees.count; i++) {
        const struct review_counts *n = &s->addressees.items[i];
        jsonout_begin_object(j);
        json_text(j, "addressee", name_of(cli, n->addressee));
        json_number(j, "sent", n->sent);
        json_number(j, "answered", n->answered);
        json_number(j, "unanswered", n->unanswered);
        json_number(j, "resolved", n->resolved);
        json_number(j, "overdue", n->overdue);
        jsonout_end_object(j);
    }
    jsonout_end_array(j);
}

static void write_json(struct cli *cli, const struct review_status *s) {
    struct jsonout j = {.out = &cli->out, .indent = 2};
    jsonout_begin_object(&j);
    json_number(&j, "review", s->review);
    json_number(&j, "run", s->run);
    json_day(&j, "exported_on", s->exported_on);
    json_day(&j, "reply_by", s->reply_by);
    json_addressees(cli, &j, s);
    jsonout_key(&j, "tests");
    jsonout_begin_array(&j);
    for (int t = 0; t < REVIEW_TEST_COUNT; t++) {
        jsonout_begin_object(&j);
        json_text(&j, "test", span_of(review_test_name((enum review_test)t)));
        json_text(&j, "title",
                  span_of(message_template(review_test_title((enum review_test)t), cli->language)));
        jsonout_key(&j, "passed");
        jsonout_bool(&j, s->tests[t].rows.count == 0);
        json_rows(cli, &j, "rows", s->tests[t].rows.items, s->tests[t].rows.count);
        jsonout_end_object(&j);
    }
    jsonout_end_array(&j);
    json_rows(cli, &j, "conflicts", s->conflicts.items, s->conflicts.count);
    json_rows(cli, &j, "resolved", s->resolved.items, s->resolved.count);
    jsonout_end_object(&j);
    sink_char(&cli->out, '\n');
}

void review_status_show(struct cli *cli, const struct review_status *status,
                        enum output_form form) {
    if (form == FORM_JSON)
        write_json(cli, status);
    else if (form == FORM_CSV)
        write_csv(cli, status);
    else
        say_status(cli, status);
}
