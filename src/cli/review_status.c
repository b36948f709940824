/* The status of a review as lines to read, as CSV and as JSON. */
#include "review_status.h"

#include "tenko/jsonout.h"
#include "tenko/report.h"

#include <stdio.h>

enum { MOST_SHOWN = 20 };

static struct span name_of(const struct cli *cli, struct span addressee) {
    return addressee.n ? addressee : message_span(MSG_TERM_NO_ADDRESSEE, cli->language);
}

/* --- Lines --- */

static void say_rows(struct cli *cli, struct review_lines lines) {
    char id[REVIEW_ID_SIZE], more[24];
    for (size_t i = 0; i < lines.count && i < MOST_SHOWN; i++) {
        review_id_format(lines.items[i].id, id);
        cli_say(cli, MSG_REVIEW_STATUS_ROW, *id ? id : "-", lines.items[i].system.p,
                lines.items[i].user_id.p, name_of(cli, lines.items[i].addressee).p, NULL);
    }
    if (lines.count > MOST_SHOWN)
        cli_say(cli, MSG_REVIEW_STATUS_MORE, cli_number(more, lines.count - MOST_SHOWN), NULL);
}

static void say_resolved(struct cli *cli, const struct review_record *s) {
    char count[24], id[REVIEW_ID_SIZE], from[24], to[24], days[24];
    if (!s->resolved.count)
        return;
    cli_say(cli, MSG_REVIEW_STATUS_RESOLVED, cli_number(count, s->resolved.count), NULL);
    for (size_t i = 0; i < s->resolved.count && i < MOST_SHOWN; i++) {
        const struct review_line *row = &s->resolved.items[i];
        review_id_format(row->id, id);
        snprintf(days, sizeof days, "%d", (int)row->days);
        cli_say(cli, MSG_REVIEW_STATUS_RESOLVED_ROW, id, row->system.p, row->user_id.p,
                cli_number(from, row->from_run), cli_number(to, row->to_run), days, NULL);
    }
    if (s->resolved.count > MOST_SHOWN)
        cli_say(cli, MSG_REVIEW_STATUS_MORE, cli_number(count, s->resolved.count - MOST_SHOWN),
                NULL);
}

static void say_status(struct cli *cli, const struct review_record *s) {
    char a[24], b[24], c[24], d[24], e[24], exported[11], reply_by[11];
    date_format(s->exported_on, exported);
    date_format(s->reply_by, reply_by);
    cli_say(cli, MSG_REVIEW_STATUS_HEAD, cli_number(a, s->review), cli_number(b, s->run), exported,
            reply_by, NULL);
    for (size_t i = 0; i < s->addressee_count; i++) {
        const struct review_counts *n = &s->addressees[i];
        cli_say(cli, MSG_REVIEW_STATUS_ADDRESSEE, name_of(cli, n->addressee).p,
                cli_number(a, n->sent), cli_number(b, n->answered), cli_number(c, n->unanswered),
                cli_number(d, n->resolved), cli_number(e, n->overdue), NULL);
    }
    cli_say(cli, MSG_REVIEW_STATUS_TESTS, NULL);
    for (int t = 0; t < REVIEW_TEST_COUNT; t++) {
        const char *title = message_template(review_test_title((enum review_test)t), cli->language);
        size_t count = s->tests[t].count;
        if (count)
            cli_say(cli, MSG_REVIEW_STATUS_FAILED, title, cli_number(a, count), NULL);
        else
            cli_say(cli, MSG_REVIEW_STATUS_PASSED, title, NULL);
        say_rows(cli, s->tests[t]);
    }
    if (s->conflicts.count) {
        cli_say(cli, MSG_REVIEW_STATUS_CONFLICTS, cli_number(a, s->conflicts.count), NULL);
        say_rows(cli, s->conflicts);
    }
    say_resolved(cli, s);
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
                      struct review_lines lines) {
    jsonout_key(j, key);
    jsonout_begin_array(j);
    for (size_t i = 0; i < lines.count; i++) {
        char id[REVIEW_ID_SIZE];
        review_id_format(lines.items[i].id, id);
        jsonout_begin_object(j);
        if (lines.items[i].review)
            json_number(j, "review", lines.items[i].review);
        json_text(j, "id", span_of(id));
        json_text(j, "system", lines.items[i].system);
        json_text(j, "user_id", lines.items[i].user_id);
        json_text(j, "addressee", name_of(cli, lines.items[i].addressee));
        json_text(j, "decision", lines.items[i].decision);
        json_text(j, "reviewer", lines.items[i].reviewer);
        json_day(j, "reviewed_on", lines.items[i].reviewed_on);
        if (lines.items[i].to_run) {
            json_number(j, "from_run", lines.items[i].from_run);
            json_number(j, "to_run", lines.items[i].to_run);
            jsonout_key(j, "days");
            jsonout_number(j, lines.items[i].days);
        }
        jsonout_end_object(j);
    }
    jsonout_end_array(j);
}

static void json_addressees(const struct cli *cli, struct jsonout *j,
                            const struct review_record *s) {
    jsonout_key(j, "addressees");
    jsonout_begin_array(j);
    for (size_t i = 0; i < s->addressee_count; i++) {
        const struct review_counts *n = &s->addressees[i];
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

/* Each has its own day; reply_by above is the first review's. */
static void json_supplements(struct jsonout *j, const struct review_record *s) {
    jsonout_key(j, "supplements");
    jsonout_begin_array(j);
    for (size_t i = 0; i < s->supplement_count; i++) {
        jsonout_begin_object(j);
        json_number(j, "review", s->supplements[i].review);
        json_day(j, "exported_on", s->supplements[i].exported_on);
        json_day(j, "reply_by", s->supplements[i].reply_by);
        jsonout_end_object(j);
    }
    jsonout_end_array(j);
}

static void write_json(struct cli *cli, const struct review_record *s) {
    struct jsonout j = {.out = &cli->out, .indent = 2};
    jsonout_begin_object(&j);
    json_number(&j, "review", s->review);
    json_number(&j, "run", s->run);
    json_day(&j, "exported_on", s->exported_on);
    json_day(&j, "reply_by", s->reply_by);
    json_supplements(&j, s);
    json_addressees(cli, &j, s);
    jsonout_key(&j, "tests");
    jsonout_begin_array(&j);
    for (int t = 0; t < REVIEW_TEST_COUNT; t++) {
        jsonout_begin_object(&j);
        json_text(&j, "test", span_of(review_test_name((enum review_test)t)));
        json_text(&j, "title", message_span(review_test_title((enum review_test)t), cli->language));
        jsonout_key(&j, "passed");
        jsonout_bool(&j, s->tests[t].count == 0);
        json_rows(cli, &j, "rows", s->tests[t]);
        jsonout_end_object(&j);
    }
    jsonout_end_array(&j);
    json_rows(cli, &j, "conflicts", s->conflicts);
    json_rows(cli, &j, "resolved", s->resolved);
    jsonout_end_object(&j);
    sink_char(&cli->out, '\n');
}

void review_status_show(struct cli *cli, const struct review_record *status,
                        enum output_form form) {
    if (form == FORM_JSON)
        write_json(cli, status);
    else if (form == FORM_CSV)
        report_review_csv(status, cli->language, &cli->out);
    else
        say_status(cli, status);
}
