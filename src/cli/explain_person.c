#include "explain_person.h"

#include "tenko/fold.h"

/* --- Who --- */

struct wanted {
    enum fold fold;
    struct strbuf key;
};

static bool has_number(const struct wanted *w, struct span person_id) {
    struct strbuf key = {0};
    fold_text(w->fold, person_id, &key);
    bool has = span_equal(strbuf_span(&key), strbuf_span(&w->key));
    strbuf_release(&key);
    return has;
}

static size_t count_people(const struct run_record *r, const struct wanted *w) {
    size_t count = 0;
    for (size_t i = 0; i < r->person_count; i++) {
        struct person_record p;
        r->rows->person(r->from, i, &p);
        count += has_number(w, p.person_id);
    }
    return count;
}

/* --- Lines --- */

static void add_place(struct strbuf *line, const struct place *place) {
    strbuf_add_span(line, place->file);
    if (place->line)
        strbuf_addf(line, ":%u", (unsigned)place->line);
    else if (place->dn.n)
        strbuf_add_item(line, ": ", place->dn);
}

static void say(struct cli *cli, enum message_id message, const struct span *args, size_t count) {
    struct strbuf line = {0};
    message_format(&line, message, cli->language, args, count);
    cli_line(cli, strbuf_span(&line));
    strbuf_release(&line);
}

static struct span or_dash(struct span text) {
    return text.n ? text : SPAN("-");
}

static void say_exception(struct cli *cli, const struct run_record *r, uint32_t index) {
    struct exception_record e;
    char id[EXCEPTION_ID_SIZE];
    struct strbuf message = {0};
    r->rows->exception(r->from, index, &e);
    exception_id_format(e.id, id);
    exception_record_message(r, &e, cli->language, &message);
    const struct span args[] = {span_of(id), r->rules[e.rule].title[cli->language],
                                strbuf_span(&message)};
    say(cli, MSG_EXPLAIN_FOUND, args, 3);
    strbuf_release(&message);
}

/* The exceptions of a target's subject that are no account's: of a seat, a device, the person. */
static void say_exceptions_of(struct cli *cli, const struct run_record *r, uint32_t input,
                              const struct place *place, struct span person_id) {
    for (uint32_t i = 0; i < r->exception_count; i++) {
        struct exception_record e;
        r->rows->exception(r->from, i, &e);
        if (e.account == NO_ROW && e.input == input && e.place.line == place->line &&
            span_equal(e.place.dn, place->dn) && span_equal(e.person_id, person_id))
            say_exception(cli, r, i);
    }
}

static void say_day(struct cli *cli, const char *field, date day) {
    char iso[11];
    date_format(day, iso);
    const struct span args[] = {span_of(field), span_of(iso)};
    if (date_is_known(day))
        say(cli, MSG_EXPLAIN_FIELD, args, 2);
}

static struct span state_word(const struct cli *cli, struct span state) {
    static const struct {
        const char *state;
        enum message_id word;
    } words[] = {{"active", MSG_STATE_ACTIVE},
                 {"leave", MSG_STATE_LEAVE},
                 {"left", MSG_STATE_LEFT},
                 {"future", MSG_STATE_FUTURE}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (span_equal(state, span_of(words[i].state)))
            return message_span(words[i].word, cli->language);
    return state;
}

static void say_head(struct cli *cli, const struct run_record *r, const struct person_record *p) {
    char day[11];
    struct strbuf place = {0};
    add_place(&place, &p->place);
    date_format(r->head.as_of, day);
    const struct span who[] = {p->person_id, p->name, or_dash(p->department)};
    const struct span where[] = {strbuf_span(&place)};
    const struct span state[] = {span_of(day), state_word(cli, p->state)};
    say(cli, MSG_EXPLAIN_PERSON, who, 3);
    say(cli, MSG_EXPLAIN_SOURCE, where, 1);
    say(cli, MSG_EXPLAIN_STATE, state, 2);
    say_day(cli, "hired_on", p->hired_on);
    say_day(cli, "left_on", p->left_on);
    say_day(cli, "leave_from", p->leave_from);
    say_day(cli, "leave_to", p->leave_to);
    strbuf_release(&place);
}

static size_t say_accounts(struct cli *cli, const struct run_record *r, size_t person) {
    size_t count = 0;
    for (size_t i = 0; i < r->account_count; i++) {
        struct account_record a;
        struct strbuf place = {0};
        r->rows->account(r->from, i, &a);
        if (a.person != person)
            continue;
        add_place(&place, &a.place);
        enum message_id state = a.is_enabled ? MSG_DIFF_ENABLED : MSG_DIFF_DISABLED;
        const struct span args[] = {r->inputs[a.input].name, a.user_id,
                                    message_span(state, cli->language), or_dash(a.matched_by),
                                    strbuf_span(&place)};
        say(cli, MSG_EXPLAIN_HAS_ACCOUNT, args, 5);
        for (uint32_t k = 0; k < a.exception_count; k++)
            say_exception(cli, r, a.exceptions[k]);
        strbuf_release(&place);
        count++;
    }
    return count;
}

static size_t say_seats(struct cli *cli, const struct run_record *r, size_t person) {
    size_t count = 0;
    for (size_t i = 0; i < r->seat_count; i++) {
        struct seat_record seat;
        struct strbuf place = {0};
        r->rows->seat(r->from, i, &seat);
        if (seat.person != person)
            continue;
        add_place(&place, &seat.place);
        const struct span args[] = {r->inputs[seat.input].name, seat.holder, seat.verdict,
                                    strbuf_span(&place)};
        say(cli, MSG_EXPLAIN_HAS_SEAT, args, 4);
        say_exceptions_of(cli, r, seat.input, &seat.place, seat.person_id);
        strbuf_release(&place);
        count++;
    }
    return count;
}

static size_t say_devices(struct cli *cli, const struct run_record *r, size_t person) {
    uint32_t devices = (uint32_t)r->first_input[INPUT_DEVICES];
    size_t count = 0;
    for (size_t i = 0; i < r->device_count; i++) {
        struct device_record d;
        struct strbuf place = {0};
        r->rows->device(r->from, i, &d);
        if (d.person != person)
            continue;
        add_place(&place, &d.place);
        enum message_id state = d.is_returned ? MSG_EXPLAIN_RETURNED : MSG_EXPLAIN_LENT;
        const struct span args[] = {d.device_id, message_span(state, cli->language),
                                    strbuf_span(&place)};
        say(cli, MSG_EXPLAIN_HAS_DEVICE, args, 3);
        say_exceptions_of(cli, r, devices, &d.place, d.person_id);
        strbuf_release(&place);
        count++;
    }
    return count;
}

static void say_person(struct cli *cli, const struct run_record *r, size_t person) {
    struct person_record p;
    r->rows->person(r->from, person, &p);
    say_head(cli, r, &p);
    say_exceptions_of(cli, r, p.input, &p.place, p.person_id);
    if (say_accounts(cli, r, person) + say_seats(cli, r, person) + say_devices(cli, r, person) == 0)
        say(cli, MSG_EXPLAIN_HAS_NOTHING, NULL, 0);
}

bool explain_person(struct cli *cli, const struct run_record *r, struct span person_id) {
    struct wanted w = {.fold = FOLD_ID};
    fold_text(w.fold, person_id, &w.key);
    size_t found = w.key.n ? count_people(r, &w) : 0;
    if (!found) {
        w.fold = FOLD_ID_BARE;
        fold_text(w.fold, person_id, &w.key);
        found = w.key.n && count_people(r, &w) == 1;
    }
    for (size_t i = 0; found && i < r->person_count; i++) {
        struct person_record p;
        r->rows->person(r->from, i, &p);
        if (has_number(&w, p.person_id))
            say_person(cli, r, i);
    }
    strbuf_release(&w.key);
    return found > 0;
}
