/*
 * Could this run have found an exception of an earlier run again? Only then its silence proves
 * anything: the list was read and has not shrunk by force, the rule was in force and evaluated for
 * it, and the record itself was judged. A record that is not in the list any more may be one of the
 * rows that were rejected; one that is there may have a value that could not be read.
 */
#include "ledger_internal.h"

#include "tenko/fold.h"
#include "tenko/strpool.h"

#include <stdlib.h>

/* The rows of one input by their IDs, folded. */
struct seen_row {
    bool is_unread;  /* a value of it could not be read */
    bool is_settled; /* an account that is disabled, or has a holder */
};
struct seen_rows {
    bool is_made;
    struct strpool ids;
    VEC(struct seen_row) rows; /* by id */
};

struct reexamining {
    const struct run_record *r;
    struct seen_rows *of_input; /* made when first asked for; the people's stand behind the last */
    bool has_shrunk_roster, has_rejected_people;
};

static bool has_rejected(const struct input_record *in) {
    return in->rejected > in->not_records;
}

struct reexamining *reexamining_new(const struct run_record *r) {
    struct reexamining *x = memory_zeroed(1, sizeof *x);
    x->r = r;
    x->of_input = memory_zeroed(r->input_count + 1, sizeof *x->of_input);
    for (size_t i = r->first_input[INPUT_ROSTER]; i < r->first_input[INPUT_ROSTER + 1]; i++) {
        x->has_shrunk_roster |= r->inputs[i].shrank;
        x->has_rejected_people |= has_rejected(&r->inputs[i]);
    }
    return x;
}

void reexamining_free(struct reexamining *x) {
    for (size_t i = 0; i <= x->r->input_count; i++) {
        strpool_release(&x->of_input[i].ids);
        vec_release(&x->of_input[i].rows);
    }
    free(x->of_input);
    free(x);
}

/* --- Rows --- */

static void add_row(struct seen_rows *seen, struct span id, struct seen_row row) {
    struct strbuf text = {0};
    fold_text(FOLD_ID, id, &text);
    uint32_t n = strpool_intern(&seen->ids, strbuf_span(&text)).n;
    while (seen->rows.count <= n)
        vec_push(&seen->rows, (struct seen_row){.is_settled = true});
    seen->rows.items[n].is_unread |= row.is_unread;
    seen->rows.items[n].is_settled &= row.is_settled;
    strbuf_release(&text);
}

static const struct seen_row *find_row(struct seen_rows *seen, struct span id) {
    struct strbuf text = {0};
    fold_text(FOLD_ID, id, &text);
    uint32_t n = text.n ? strpool_find(&seen->ids, strbuf_span(&text)).n : 0;
    strbuf_release(&text);
    return n && n < seen->rows.count ? &seen->rows.items[n] : NULL;
}

static void add_accounts(struct seen_rows *seen, const struct run_record *r, size_t input) {
    for (size_t i = r->first_account[input]; i < r->first_account[input + 1]; i++) {
        struct account_record a;
        r->rows->account(r->from, i, &a);
        bool is_held = span_equal(a.outcome, SPAN("linked"));
        add_row(seen, a.user_id, (struct seen_row){a.has_unread, is_held || !a.is_enabled});
    }
}

static void add_seats(struct seen_rows *seen, const struct run_record *r, size_t input) {
    for (size_t i = r->first_seat[input]; i < r->first_seat[input + 1]; i++) {
        struct seat_record seat;
        r->rows->seat(r->from, i, &seat);
        bool is_unread = seat.assigned_on == DATE_UNKNOWN || seat.last_used_on == DATE_UNKNOWN ||
                         seat.reported_on == DATE_UNKNOWN;
        add_row(seen, seat.holder, (struct seen_row){is_unread, true});
        add_row(seen, seat.person_id, (struct seen_row){is_unread, true});
    }
}

static void add_devices(struct seen_rows *seen, const struct run_record *r) {
    for (size_t i = 0; i < r->device_count; i++) {
        struct device_record d;
        r->rows->device(r->from, i, &d);
        add_row(seen, d.device_id, (struct seen_row){d.returned_on == DATE_UNKNOWN, true});
    }
}

static struct seen_rows *rows_of(struct reexamining *x, size_t input) {
    struct seen_rows *seen = &x->of_input[input];
    enum input_kind kind = x->r->inputs[input].kind;
    if (!seen->is_made && kind == INPUT_SYSTEM)
        add_accounts(seen, x->r, input);
    else if (!seen->is_made && kind == INPUT_LICENSE)
        add_seats(seen, x->r, input);
    else if (!seen->is_made && kind == INPUT_DEVICES)
        add_devices(seen, x->r);
    seen->is_made = true;
    return seen;
}

static const struct seen_row *find_person(struct reexamining *x, struct span person_id) {
    struct seen_rows *seen = &x->of_input[x->r->input_count];
    for (size_t i = 0; !seen->is_made && i < x->r->person_count; i++) {
        struct person_record p;
        x->r->rows->person(x->r->from, i, &p);
        bool is_unread = p.left_on == DATE_UNKNOWN || p.leave_from == DATE_UNKNOWN ||
                         p.leave_to == DATE_UNKNOWN || p.hired_on == DATE_UNKNOWN;
        add_row(seen, p.person_id, (struct seen_row){is_unread, true});
    }
    seen->is_made = true;
    return find_row(seen, person_id);
}

/* --- The exception's rule, list and record --- */

uint32_t record_find_rule(const struct run_record *r, struct span name) {
    for (uint32_t i = 0; i < r->rule_count; i++)
        if (span_equal(r->rules[i].name, name))
            return i;
    return NO_ROW;
}

uint32_t record_find_input(const struct run_record *r, const struct stored_exception *x) {
    static const enum input_kind kinds[] = {[TARGET_SYSTEM] = INPUT_SYSTEM,
                                            [TARGET_LICENSE] = INPUT_LICENSE,
                                            [TARGET_ROSTER] = INPUT_ROSTER,
                                            [TARGET_DEVICES] = INPUT_DEVICES};
    if (x->e.target_kind > TARGET_DEVICES)
        return NO_ROW;
    enum input_kind kind = kinds[x->e.target_kind];
    struct span name = x->input_name.n ? x->input_name : x->e.target;
    for (size_t i = r->first_input[kind]; i < r->first_input[kind + 1]; i++)
        if (kind == INPUT_DEVICES || span_equal(r->inputs[i].name, name))
            return (uint32_t)i;
    return NO_ROW;
}

static const struct coverage_record *find_coverage(const struct input_record *input,
                                                   uint32_t rule) {
    for (size_t i = 0; i < input->coverage_count; i++)
        if (input->coverage[i].rule == rule)
            return &input->coverage[i];
    return NULL;
}

/* A conflict stands between two systems; its evidence names the other. */
static bool other_system_was_read(const struct run_record *r, const struct exception_record *e) {
    for (uint32_t k = 0; k < e->evidence_count; k++) {
        const struct evidence *fact = &e->evidence[k];
        if (fact->type != EVIDENCE_TEXT || strcmp(fact->key, "system_b") != 0)
            continue;
        for (size_t i = r->first_input[INPUT_SYSTEM]; i < r->first_input[INPUT_SYSTEM + 1]; i++)
            if (span_equal(r->inputs[i].name, fact->text))
                return r->inputs[i].is_delivered && !r->inputs[i].shrank;
        return false;
    }
    return true;
}

/* Does it stand in a roster's row (a missing account, a contradiction)? */
static bool is_of_roster(const struct run_record *r, const struct exception_record *e) {
    bool is_in_roster = e->target_kind == TARGET_ROSTER;
    for (size_t i = r->first_input[INPUT_ROSTER]; i < r->first_input[INPUT_ROSTER + 1]; i++)
        is_in_roster |= e->place.file.n && span_equal(r->inputs[i].file, e->place.file);
    return is_in_roster;
}

static bool person_was_judged(struct reexamining *x, const struct exception_record *e,
                              const struct coverage_record *coverage) {
    const struct seen_row *row = find_person(x, e->subject);
    return row ? !row->is_unread || !coverage->not_judged : !x->has_rejected_people;
}

static bool row_was_judged(struct reexamining *x, uint32_t input, const struct exception_record *e,
                           const struct coverage_record *coverage) {
    const struct input_record *in = &x->r->inputs[input];
    if (in->kind == INPUT_SYSTEM && e->subject_kind != SUBJECT_USER_ID)
        return !has_rejected(in);
    const struct seen_row *row = find_row(rows_of(x, input), e->subject);
    if (!row)
        return !has_rejected(in);
    if (row->is_unread && (coverage->not_judged || in->kind != INPUT_SYSTEM))
        return false;
    /* Its holder's row may be the one that was rejected. */
    return row->is_settled || !x->has_rejected_people || !e->person_id.n ||
           find_person(x, e->person_id);
}

bool was_reexamined(struct reexamining *x, const struct stored_exception *stored, uint32_t rule) {
    const struct run_record *r = x->r;
    const struct exception_record *e = &stored->e;
    uint32_t input = record_find_input(r, stored);
    if (rule == NO_ROW || input == NO_ROW || !r->rules[rule].is_enabled || r->inputs[input].shrank)
        return false;
    const struct coverage_record *coverage = find_coverage(&r->inputs[input], rule);
    if (!coverage || !coverage->is_evaluated || !other_system_was_read(r, e))
        return false;
    if (!e->subject.n)
        return true;
    if (x->has_shrunk_roster && e->person_id.n)
        return false;
    return is_of_roster(r, e) ? person_was_judged(x, e, coverage)
                              : row_was_judged(x, input, e, coverage);
}
