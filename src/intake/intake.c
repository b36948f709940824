/* Intake: open, find the header, lay down the tasks, walk over the rows, settle what had to wait.
 */
#include "reading.h"

enum { ROWS_BETWEEN_REPORTS = 8192, ROWS_THAT_TELL = 256, ROWS_EXPECTED_MOST = 1 << 21 };

static bool begin(struct reading *r, struct error *err) {
    struct row header;
    const struct connector *connector = r->input->source.connector;
    r->source->display = source_display(&r->input->source);
    if (!connector->open(&r->reader, &r->input->source, err))
        return false;
    if (connector->display)
        r->source->display =
            arena_copy(&r->source->arena, span_of(connector->display(r->reader))).p;
    return find_header(r, &header, err) && map_headers(r, &header, err);
}

/* Arrays that grow while they are filled are copied again and again: the first rows tell how many
 * there will be. Of a wrong guess only addresses are taken, and not so many that it could fail; or
 * arrays grow as ever. */
static void expect_rows(struct reading *r) {
    const struct connector *connector = r->input->source.connector;
    uint64_t left = connector->rows_left ? connector->rows_left(r->reader) : 0;
    if (left)
        records_reserve(r, left < ROWS_EXPECTED_MOST ? (size_t)left : ROWS_EXPECTED_MOST);
}

static bool read_rows(struct reading *r, const struct intake_progress *progress,
                      struct error *err) {
    struct row row;
    uint64_t reported = 0;
    for (;;) {
        enum next next = reading_next(r, &row, err);
        if (next == NEXT_FAILED)
            return false;
        if (next == NEXT_END)
            break;
        read_row(r, &row);
        if (r->source->rows_read == ROWS_THAT_TELL)
            expect_rows(r);
        if (progress && r->source->rows_read - reported == ROWS_BETWEEN_REPORTS) {
            progress->report(progress->context, r->input, ROWS_BETWEEN_REPORTS);
            reported = r->source->rows_read;
        }
    }
    if (progress)
        progress->report(progress->context, r->input, r->source->rows_read - reported);
    return true;
}

/* Rows whose day has not come do not exist for anything else. */
static void drop_future_rows(struct reading *r) {
    struct source *s = r->source;
    if (!knows_field(s->known, FIELD_effective_on) || r->record != RECORD_PERSON)
        return;
    size_t kept = 0;
    for (size_t i = 0; i < s->people.count; i++) {
        date effective = r->effective_on.items[i];
        if (date_is_known(effective) && effective > r->plan->as_of)
            s->rows_not_yet++;
        else
            s->people.items[kept++] = s->people.items[i];
    }
    s->people.count = kept;
}

/* What is odd about the list as a whole. */
static void judge_list(struct reading *r) {
    date exported = r->input->exported_on;
    bool is_list = r->record <= RECORD_DEVICE;
    if (is_list && r->source->rows_read == r->source->rows_not_records)
        issue_add_at(r, (struct origin){0}, SPAN(""), SPAN(""), MSG_LIST_EMPTY, MSG_DONE_NOTHING);
    if (is_list && date_is_known(exported) && exported > r->plan->as_of) {
        char iso[11];
        date_format(exported, iso);
        issue_add_at(r, (struct origin){0}, SPAN(""), span_of(iso), MSG_LIST_LATER,
                     MSG_DONE_NOTHING);
    }
}

static void finish(struct reading *r) {
    judge_list(r);
    settle_dates(r);
    settle_crosses(r);
    drop_future_rows(r);
    if (r->record == RECORD_ACCOUNT)
        finish_accounts(r);
    if (r->record == RECORD_SEAT)
        finish_seats(r);
    judge_unmatched(r);
}

/* Columns that the source says it could not feed are unknown, not empty: as if they were not there.
 */
static void forget_unseen(struct source *s) {
    for (size_t u = 0; u < s->facts.unseen.count; u++) {
        struct span unseen = span_of(s->facts.unseen.items[u]);
        for (size_t i = s->columns.count; i-- > 0;) {
            if (!span_equal(s->columns.items[i].header, unseen))
                continue;
            remove_field(&s->known, s->columns.items[i].field);
            vec_push(&s->unused_headers, s->columns.items[i].header);
            memmove(&s->columns.items[i], &s->columns.items[i + 1],
                    (--s->columns.count - i) * sizeof *s->columns.items);
        }
    }
}

/* What the source says of itself as a whole. */
static void list_remarks(struct reading *r) {
    const struct source_facts *facts = &r->source->facts;
    for (size_t i = 0; i < facts->remarks.count; i++)
        issue_add_at(r, (struct origin){0}, SPAN(""), span_of(facts->remarks.items[i].value),
                     facts->remarks.items[i].problem, facts->remarks.items[i].done);
}

static bool read_source(struct source *out, const struct input_plan *input, const struct plan *plan,
                        bool header_only, const struct intake_progress *progress,
                        struct error *err) {
    struct reading r;
    reading_init(&r, out, input, plan);
    if (!input->source.connector) {
        out->display = input->name;
        out->is_missing = true;
        return true;
    }
    bool ok = begin(&r, err) && (header_only || read_rows(&r, progress, err));
    if (ok) {
        input->source.connector->describe(r.reader, &out->facts);
        forget_unseen(out);
        if (!header_only)
            list_remarks(&r);
    }
    if (ok && !header_only)
        finish(&r);
    input->source.connector->close(r.reader);
    reading_release(&r);
    if (!ok)
        source_release(out);
    return ok;
}

bool intake_read(struct source *out, const struct input_plan *input, const struct plan *plan,
                 const struct intake_progress *progress, struct error *err) {
    return read_source(out, input, plan, false, progress, err);
}

bool intake_recognise(struct source *out, const struct input_plan *input, const struct plan *plan,
                      struct error *err) {
    return read_source(out, input, plan, true, NULL, err);
}
