/*
 * Who is asked about what: every account of the run, but those that the same review has asked about
 * already, unchanged. An answer "not ours" sends a row on: to the addressee that its comment names,
 * else to the administrator.
 */
#include "review_internal.h"

#include "sent.h"
#include "tenko/fold.h"

#include <stdlib.h>
#include <xxhash.h>

struct collecting {
    struct population *out;
    const struct run_record *record;
    const struct population_options *options;
    struct strpool people;         /* folded person_id */
    VEC(uint32_t) person_of;       /* by id in `people` */
    struct strpool addressees;     /* folded: everybody who could be named */
    VEC(struct span) addressee_of; /* by id: as written */
    struct strpool comments;       /* that were looked at */
    VEC(struct span) meant_by;     /* by id in `comments` */
    struct strbuf text, key;
};

void account_roles(const struct account_record *a, struct strbuf *out) {
    strbuf_clear(out);
    for (uint32_t i = 0; i < a->role_count; i++)
        strbuf_add_item(out, "\n", a->roles[i]);
}

uint64_t account_print(const struct account_record *a, struct span roles, struct strbuf *scratch) {
    const struct span parts[] = {roles, a->kind, a->person_id, a->account_department};
    strbuf_clear(scratch);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        strbuf_add_span(scratch, parts[i]);
        strbuf_add_char(scratch, '\x1f');
    }
    strbuf_add_char(scratch, a->is_enabled ? 'e' : 'd');
    strbuf_add_char(scratch, a->is_privileged ? 'p' : '-');
    return XXH3_64bits(scratch->p, scratch->n) >> 1; /* a number that SQLite has, too */
}

/* --- Names of addressees --- */

static uint32_t folded(struct collecting *c, struct strpool *pool, enum fold kind,
                       struct span text) {
    fold_text(kind, text, &c->key);
    return strpool_intern(pool, strbuf_span(&c->key)).n;
}

static void know_addressee(struct collecting *c, struct span name) {
    if (!name.n)
        return;
    uint32_t id = folded(c, &c->addressees, FOLD_WORD, name);
    while (c->addressee_of.count <= id)
        vec_push(&c->addressee_of, (struct span){0});
    if (!c->addressee_of.items[id].n)
        c->addressee_of.items[id] = name;
}

static void know_people(struct collecting *c) {
    const struct run_record *r = c->record;
    for (uint32_t i = 0; i < r->person_count; i++) {
        struct person_record p;
        r->rows->person(r->from, i, &p);
        know_addressee(c, p.department);
        uint32_t id = folded(c, &c->people, FOLD_ID, p.person_id);
        while (c->person_of.count <= id)
            vec_push(&c->person_of, NO_ROW);
        if (c->person_of.items[id] == NO_ROW)
            c->person_of.items[id] = i;
    }
}

/* "00010770 山本　拓也": the number first, so that namesakes get sheets of their own. */
static struct span kept(struct collecting *c, struct span text) {
    return strpool_text(&c->out->texts, strpool_intern(&c->out->texts, text));
}

static struct span person_as_addressee(struct collecting *c, struct span person_id) {
    fold_text(FOLD_ID, person_id, &c->key);
    uint32_t id = strpool_find(&c->people, strbuf_span(&c->key)).n;
    if (!id || c->person_of.items[id] == NO_ROW)
        return person_id;
    struct person_record p;
    c->record->rows->person(c->record->from, c->person_of.items[id], &p);
    strbuf_clear(&c->text);
    strbuf_add_span(&c->text, p.person_id);
    strbuf_add_item(&c->text, " ", p.name);
    return kept(c, strbuf_span(&c->text));
}

static struct span own_addressee(struct collecting *c, const struct account_record *a) {
    const struct input_record *system = &c->record->inputs[a->input];
    if (c->options->by == REVIEW_BY_DEPARTMENT) {
        struct span department = a->department.n ? a->department : a->account_department;
        return department.n ? department : a->addressee;
    }
    if (c->options->by == REVIEW_BY_MANAGER) {
        struct span manager = a->manager.n ? a->manager : system->manager;
        return manager.n ? person_as_addressee(c, manager) : a->addressee;
    }
    return a->addressee;
}

/* The addressee that a comment is, or speaks of: the longest name in it. */
static struct span named_in(struct collecting *c, struct span comment) {
    uint32_t known = strpool_intern(&c->comments, comment).n;
    while (c->meant_by.count <= known) {
        struct span found = {0};
        size_t longest = 0;
        fold_text(FOLD_WORD, comment, &c->key);
        for (uint32_t i = 1; i < strpool_count(&c->addressees); i++) {
            struct span name = strpool_text(&c->addressees, (str_id){i});
            if (name.n > longest && c->key.n && memmem(c->key.p, c->key.n, name.p, name.n)) {
                longest = name.n;
                found = c->addressee_of.items[i];
            }
        }
        vec_push(&c->meant_by, found);
    }
    return c->meant_by.items[known];
}

static struct span passed_on_to(struct collecting *c, const struct sent_row *sent) {
    struct span named = sent->comment.n ? named_in(c, sent->comment) : (struct span){0};
    if (named.n && !same_word(named, sent->addressee))
        return named;
    return message_span(MSG_REVIEW_ADMINISTRATOR, c->options->language);
}

/* --- What has changed since the last review --- */

static void say(struct collecting *c, enum message_id message, struct span before,
                struct span after) {
    const struct span args[] = {before, after};
    if (c->text.n)
        strbuf_add_text(&c->text, "; ");
    message_format(&c->text, message, c->options->language, args, 2);
}

/* Replaces *out. */
static struct span on_one_line(struct span roles, struct strbuf *out) {
    strbuf_clear(out);
    strbuf_add_span(out, roles);
    for (size_t i = 0; i < out->n; i++)
        if (out->p[i] == '\n')
            out->p[i] = ',';
    return strbuf_span(out);
}

static void say_roles(struct collecting *c, struct span before, struct span after) {
    struct strbuf old = {0};
    on_one_line(before, &old);
    say(c, MSG_REVIEW_CHANGE_ROLES, strbuf_span(&old), on_one_line(after, &c->key));
    strbuf_release(&old);
}

static str_id change_of(struct collecting *c, const struct account_record *a, struct span roles,
                        const struct sent_row *before) {
    strbuf_clear(&c->text);
    if (!before) {
        say(c, c->options->before ? MSG_REVIEW_CHANGE_NEW : MSG_REVIEW_CHANGE_FIRST, SPAN(""),
            SPAN(""));
    } else {
        if (!span_equal(before->person_id, a->person_id))
            say(c, MSG_REVIEW_CHANGE_HOLDER, before->person_id, a->person_id);
        if (!span_equal(before->roles, roles))
            say_roles(c, before->roles, roles);
        if (before->is_enabled != a->is_enabled)
            say(c, a->is_enabled ? MSG_REVIEW_CHANGE_ENABLED : MSG_REVIEW_CHANGE_DISABLED, SPAN(""),
                SPAN(""));
        if (!c->text.n)
            say(c, MSG_REVIEW_CHANGE_NONE, SPAN(""), SPAN(""));
    }
    return strpool_intern(&c->out->texts, strbuf_span(&c->text));
}

/* --- All rows --- */

static uint64_t id_of(const struct collecting *c, const struct account_record *a,
                      struct strbuf *b) {
    const struct run_record *r = c->record;
    const struct span parts[] = {r->head.organization, r->head.ledger_head,
                                 r->inputs[a->input].name, a->user_id};
    strbuf_clear(b);
    strbuf_addf(b, "%llu:", (unsigned long long)c->options->review);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        strbuf_addf(b, "%zu:%.*s", parts[i].n, (int)parts[i].n, parts[i].p ? parts[i].p : "");
    return XXH3_64bits(b->p, b->n) >> 4;
}

static void collect_one(struct collecting *c, size_t i, const struct account_record *a) {
    const struct population_options *o = c->options;
    struct span system = c->record->inputs[a->input].name;
    account_roles(a, &c->text);
    str_id role_text = strpool_intern(&c->out->texts, strbuf_span(&c->text));
    struct span roles = strpool_text(&c->out->texts, role_text);
    const struct sent_row *same = sent_find(o->same, system, a->user_id);
    uint64_t print = account_print(a, roles, &c->key);
    bool is_passed_on = same && same->is_passed_on;
    if (same && same->print == print && !is_passed_on)
        return;
    struct frozen_row row = {.id = id_of(c, a, &c->key),
                             .print = print,
                             .account = (uint32_t)i,
                             .roles = role_text,
                             .wants_link = account_wants_link(a)};
    row.addressee =
        strpool_intern(&c->out->texts, is_passed_on ? passed_on_to(c, same) : own_addressee(c, a));
    row.change = change_of(c, a, roles, same ? same : sent_find(o->before, system, a->user_id));
    vec_push(&c->out->rows, row);
    o->added(o->context, c->out, &row, a);
}

void population_collect(struct population *out, const struct run_record *r,
                        const struct population_options *o) {
    struct collecting c = {.out = out, .record = r, .options = o};
    *out = (struct population){.record = r, .colleagues = colleagues_new()};
    know_people(&c);
    for (size_t i = 0; i < r->first_input[INPUT_TABLE]; i++)
        for (uint32_t k = 0; k < r->inputs[i].owner_count; k++)
            know_addressee(&c, r->inputs[i].owners[k]);
    for (size_t i = 0; i < r->account_count; i++) {
        struct account_record a;
        r->rows->account(r->from, i, &a);
        colleagues_add(out->colleagues, &a);
        collect_one(&c, i, &a);
    }
    strpool_release(&c.people);
    strpool_release(&c.addressees);
    strpool_release(&c.comments);
    vec_release(&c.person_of);
    vec_release(&c.addressee_of);
    vec_release(&c.meant_by);
    strbuf_release(&c.text);
    strbuf_release(&c.key);
}

void population_release(struct population *p) {
    vec_release(&p->rows);
    strpool_release(&p->texts);
    colleagues_free(p->colleagues);
}
