/*
 * review import. All files are read in one transaction; a row is recorded or refused, never both,
 * and a refused one is said with file, line and reason. An answer that the ledger has already
 * changes nothing; another one of the same row is a further decision, and both stay.
 */
#include "answers.h"
#include "rejected.h"

#include "tenko/ending.h"
#include "tenko/fold.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_NOTES = 100 }; /* of a file; all stand in the file of rejected rows */

struct importing {
    struct review_import *out;
    struct store *store;
    const struct review_act *act;
    struct ledger_entry entry;
    struct loaded_run *run; /* the last one: who is who */
    struct staff *staff;
    struct strpool unwaived; /* accounts of leavers that no waiver covers: system 0x1f user ID */
    struct query *row, *before, *insert, *revocation, *settled, *link, *insert_link;
    VEC(struct review_link) links;
    struct rejected rejected;
    struct review_head last;
    uint64_t notes; /* of the file at hand */
    struct strbuf text;
    struct arena arena;
};

/* A row as it was sent. Texts die at the next one. */
struct sent_line {
    uint64_t review, first, row; /* first: of its group */
    struct span system, user_id, person_id, name, addressee, manager;
};

struct answer {
    const char *what;
    struct span comment, reviewer, reviewer_id;
    date reviewed_on;
    bool is_right;
};

/* --- Refusing --- */

static void note(struct importing *x, const struct error *why) {
    x->notes++;
    if (x->notes <= MOST_NOTES)
        x->act->say(x->act->context, why);
}

static void reject(struct importing *x, const struct answers *a, uint64_t review,
                   enum message_id why, struct span detail) {
    struct error e;
    struct strbuf text = {0};
    char newest[24];
    if (!store_ok(x->store, &e))
        return; /* the row is not to blame */
    snprintf(newest, sizeof newest, "%" PRIu64, x->last.first);
    strbuf_add_span(&text, detail);
    error_set(&e, FAULT_INPUT, why, a->path, a->row.line, text.n ? text.p : NULL, newest, NULL);
    strbuf_release(&text);
    note(x, &e);
    x->out->rejected++;
    rejected_add(&x->rejected, review ? review : x->last.review, a, &e);
}

static void reject_file(struct importing *x, const struct answers *a, enum message_id why) {
    struct error e;
    error_set(&e, FAULT_INPUT, why, a->path, 0, NULL);
    note(x, &e);
    x->out->rejected_files++;
}

/* --- What was sent --- */

static bool parse_number(struct span text, uint64_t *out) {
    struct strbuf key = {0};
    *out = 0;
    fold_text(FOLD_ID, text, &key);
    size_t i = key.n && key.p[0] == '\'' ? 1 : 0;
    size_t from = i;
    for (; i < key.n && i - from < 18 && key.p[i] >= '0' && key.p[i] <= '9'; i++)
        *out = *out * 10 + (uint64_t)(key.p[i] - '0');
    bool is_number = i > from && (i == key.n || strcmp(key.p + i, ".0") == 0);
    strbuf_release(&key);
    return is_number;
}

static bool parse_id(struct span text, uint64_t *out) {
    struct strbuf key = {0};
    fold_text(FOLD_ID, text, &key);
    const char *p = key.n ? key.p : "";
    p += *p == '\'';
    char *end;
    bool is_id = *p == 'r' && strlen(p) == REVIEW_ID_SIZE - 1 &&
                 strspn(p + 1, "0123456789abcdef") == REVIEW_ID_SIZE - 2;
    *out = is_id ? strtoull(p + 1, &end, 16) : 0;
    strbuf_release(&key);
    return is_id;
}

static bool find_sent(struct importing *x, uint64_t id, uint64_t review, struct sent_line *out) {
    bool is_there;
    query_bind_number(x->row, 1, (int64_t)id);
    do
        is_there = query_next(x->row);
    while (is_there && review && (uint64_t)query_number(x->row, 0) != review);
    if (!is_there)
        return false;
    *out = (struct sent_line){.review = (uint64_t)query_number(x->row, 0),
                              .row = (uint64_t)query_number(x->row, 1),
                              .system = query_text(x->row, 2),
                              .user_id = query_text(x->row, 3),
                              .person_id = query_text(x->row, 4),
                              .name = query_text(x->row, 5),
                              .addressee = query_text(x->row, 6),
                              .manager = query_text(x->row, 7),
                              .first = (uint64_t)query_number(x->row, 8)};
    return true;
}

/* The row that the cells mean, or a reason why none. */
static enum message_id identify(struct importing *x, const struct answers *a,
                                struct sent_line *sent, uint64_t *review) {
    uint64_t id;
    if (!parse_number(answers_cell(a, SHEET_REVIEW), review))
        return MSG_REVIEW_BAD_REVIEW;
    if (!parse_id(answers_cell(a, SHEET_ID), &id))
        return MSG_REVIEW_UNKNOWN_ID;
    if (!find_sent(x, id, *review, sent)) {
        query_reset(x->row);
        if (!find_sent(x, id, 0, sent))
            return MSG_REVIEW_UNKNOWN_ID;
        *review = sent->review;
        return MSG_REVIEW_OTHER_REVIEW;
    }
    if (sent->first != x->last.first)
        return MSG_REVIEW_REPLACED;
    if (!same_word(answers_cell(a, SHEET_SYSTEM), sent->system))
        return MSG_REVIEW_CHANGED_SYSTEM;
    if (!same_id(answers_cell(a, SHEET_USER_ID), sent->user_id))
        return MSG_REVIEW_CHANGED_USER_ID;
    return MSG_NONE;
}

/* --- What was answered --- */

static const char *decision_of(struct span text, bool (*is_same)(struct span, struct span)) {
    for (int i = 0; decision_key(i); i++)
        for (int lang = 0; lang < LANGUAGES; lang++)
            if (is_same(text, message_span(decision_word(i), (enum language)lang)))
                return decision_key(i);
    return NULL;
}

static bool same_heading(struct span a, struct span b) {
    struct strbuf x = {0}, y = {0};
    fold_text(FOLD_HEADER, a, &x);
    fold_text(FOLD_HEADER, b, &y);
    bool is_same = x.n && span_equal(strbuf_span(&x), strbuf_span(&y));
    strbuf_release(&x);
    strbuf_release(&y);
    return is_same;
}

/* Most cells come out of the list; the others are folded. */
static const char *parse_decision(struct span text) {
    const char *found = decision_of(text, span_equal);
    return found ? found : decision_of(text, same_heading);
}

static bool is_unwaived(struct importing *x, const struct sent_line *sent) {
    strbuf_clear(&x->text);
    strbuf_add_span(&x->text, sent->system);
    strbuf_add_char(&x->text, '\x1f');
    strbuf_add_span(&x->text, sent->user_id);
    return !str_is_none(strpool_find(&x->unwaived, strbuf_span(&x->text)));
}

static enum message_id read_answer(struct importing *x, const struct answers *a,
                                   const struct sent_line *sent, struct answer *out) {
    struct date_style style = {0};
    *out = (struct answer){.comment = answers_cell(a, SHEET_COMMENT),
                           .reviewer = answers_cell(a, SHEET_REVIEWER)};
    if (!answers_cell(a, SHEET_DECISION).n)
        return MSG_REVIEW_NO_DECISION;
    out->what = parse_decision(answers_cell(a, SHEET_DECISION));
    if (!out->what)
        return MSG_REVIEW_BAD_DECISION;
    if (!out->reviewer.n)
        return MSG_REVIEW_NO_REVIEWER;
    struct span day = answers_cell(a, SHEET_REVIEWED_ON);
    if (!day.n)
        return MSG_REVIEW_NO_DATE;
    enum date_result result = date_parse(day, &style, &out->reviewed_on);
    if (result != DATE_READ && result != DATE_OUT_OF_ERA)
        return MSG_REVIEW_BAD_DATE;
    if (staff_is_holder(x->staff, out->reviewer, sent->person_id, sent->name))
        return MSG_REVIEW_OWN_ACCOUNT;
    if (strcmp(out->what, "keep") == 0 && is_unwaived(x, sent))
        return MSG_REVIEW_KEEP_LEAVER;
    return MSG_NONE;
}

static void name_reviewer(struct importing *x, const struct sent_line *sent, struct answer *a) {
    bool by_number;
    uint32_t person = staff_find(x->staff, a->reviewer, &by_number);
    a->is_right = staff_is_right(x->staff, person, sent->addressee, sent->manager);
    if (person == NO_ROW)
        return;
    const struct run_record *r = loaded_record(x->run);
    struct person_record p;
    r->rows->person(r->from, person, &p);
    a->reviewer_id = p.person_id;
}

/* --- Recording --- */

/* What the row was answered before. */
struct earlier_answers {
    bool has_any;
    bool is_known;    /* this very answer */
    bool is_conflict; /* somebody else has answered otherwise */
};

static struct earlier_answers look_back(struct importing *x, const struct sent_line *sent,
                                        const struct answer *a, const char *day) {
    struct query *q = x->before;
    struct earlier_answers found = {0};
    query_bind_number(q, 1, (int64_t)sent->review);
    query_bind_number(q, 2, (int64_t)sent->row);
    for (; query_next(q); found.has_any = true) {
        bool is_same = span_equal(query_text(q, 0), span_of(a->what));
        found.is_known |= is_same && span_equal(query_text(q, 1), a->reviewer) &&
                          span_equal(query_text(q, 2), a->comment) &&
                          span_equal(query_text(q, 3), span_of(day));
        found.is_conflict |= !is_same && !same_word(query_text(q, 1), a->reviewer);
    }
    query_reset(q);
    return found;
}

static bool is_to_be_done(const char *what) {
    return strcmp(what, "keep") != 0 && strcmp(what, "not-ours") != 0;
}

static void note_revocation(struct importing *x, const struct sent_line *sent, const char *what) {
    bool is_open = is_to_be_done(what);
    struct query *q = is_open ? x->revocation : x->settled;
    query_bind_number(q, 1, (int64_t)sent->review);
    query_bind_number(q, 2, (int64_t)sent->row);
    if (is_open)
        query_bind_number(q, 3, (int64_t)loaded_record(x->run)->head.run);
    query_run(q);
}

static void record(struct importing *x, const struct answers *file, const struct sent_line *sent,
                   struct answer *a) {
    char day[11];
    date_format(a->reviewed_on, day);
    struct earlier_answers before = look_back(x, sent, a, day);
    if (before.is_known) {
        x->out->unchanged++;
        return;
    }
    name_reviewer(x, sent, a);
    x->out->conflicts += before.is_conflict;
    query_bind_number(x->insert, 1, (int64_t)sent->review);
    query_bind_number(x->insert, 2, (int64_t)sent->row);
    query_bind_text(x->insert, 3, span_of(a->what));
    query_bind_text(x->insert, 4, a->comment);
    query_bind_text(x->insert, 5, a->reviewer);
    query_bind_text(x->insert, 6, a->reviewer_id);
    query_bind_number(x->insert, 7, a->is_right);
    query_bind_text(x->insert, 8, span_of(day));
    query_bind_text(x->insert, 9, span_of(file->path));
    query_bind_number(x->insert, 10, file->row.line);
    query_bind_number(x->insert, 11, (int64_t)x->entry.entry);
    query_run(x->insert);
    if (before.has_any || is_to_be_done(a->what))
        note_revocation(x, sent, a->what);
    x->out->recorded++;
}

/* --- Links --- */

static bool is_linked(struct importing *x, const struct sent_line *sent, struct span person_id,
                      bool *otherwise) {
    query_bind_number(x->link, 1, (int64_t)sent->review);
    query_bind_number(x->link, 2, (int64_t)sent->row);
    bool is_there = query_next(x->link);
    *otherwise = is_there && !span_equal(query_text(x->link, 0), person_id);
    query_reset(x->link);
    return is_there;
}

static void add_link(struct importing *x, const struct answers *a, const struct sent_line *sent,
                     struct span person_id) {
    struct person_record p = {0};
    bool is_somebody = staff_person(x->staff, person_id, &p);
    struct review_link link = {.system = arena_copy(&x->arena, sent->system),
                               .user_id = arena_copy(&x->arena, sent->user_id),
                               .person_id = arena_copy(&x->arena, person_id),
                               .name = is_somebody ? p.name : SPAN(""),
                               .note = arena_copy(&x->arena, answers_cell(a, SHEET_COMMENT))};
    vec_push(&x->links, link);
    query_bind_number(x->insert_link, 1, (int64_t)sent->review);
    query_bind_number(x->insert_link, 2, (int64_t)sent->row);
    query_bind_text(x->insert_link, 3, person_id);
    query_bind_text(x->insert_link, 4, answers_cell(a, SHEET_REVIEWER));
    query_bind_number(x->insert_link, 5, (int64_t)x->entry.entry);
    query_run(x->insert_link);
    x->out->recorded++;
}

/* The number as the roster writes it; "-" says: nobody, ever. */
static bool read_person(const struct importing *x, struct span cell, struct span *out) {
    bool by_number;
    if (cell.n && cell.p[0] == '\'')
        cell = (struct span){cell.p + 1, cell.n - 1};
    *out = SPAN("-");
    if (span_equal(cell, SPAN("-")) || span_equal(cell, SPAN("－")))
        return true;
    uint32_t person = staff_find(x->staff, cell, &by_number);
    if (person == NO_ROW || !by_number)
        return false;
    const struct run_record *r = loaded_record(x->run);
    struct person_record p;
    r->rows->person(r->from, person, &p);
    *out = p.person_id;
    return true;
}

static void import_link(struct importing *x, const struct answers *a) {
    struct sent_line sent = {0};
    struct span person_id = {0}, cell = answers_cell(a, SHEET_PERSON_ID);
    uint64_t review;
    bool otherwise = false;
    if (!cell.n) {
        x->out->unanswered += answers_cell(a, SHEET_ID).n > 0;
        return;
    }
    enum message_id why = identify(x, a, &sent, &review);
    if (why == MSG_NONE && !read_person(x, cell, &person_id))
        why = MSG_REVIEW_NO_SUCH_PERSON;
    bool is_known = why == MSG_NONE && is_linked(x, &sent, person_id, &otherwise);
    if (why != MSG_NONE || otherwise)
        reject(x, a, sent.review, otherwise ? MSG_REVIEW_LINKED_OTHERWISE : why,
               answers_cell(a, SHEET_ID));
    else if (is_known)
        x->out->unchanged++;
    else
        add_link(x, a, &sent, person_id);
    query_reset(x->row);
}

static bool is_answered(const struct answers *a) {
    return answers_cell(a, SHEET_DECISION).n || answers_cell(a, SHEET_COMMENT).n ||
           answers_cell(a, SHEET_REVIEWER).n || answers_cell(a, SHEET_REVIEWED_ON).n;
}

static void import_row(struct importing *x, const struct answers *a) {
    struct sent_line sent = {0};
    struct answer answer = {0};
    uint64_t review = 0;
    if (!is_answered(a)) {
        x->out->unanswered += answers_cell(a, SHEET_ID).n > 0;
        return;
    }
    enum message_id why = identify(x, a, &sent, &review);
    if (why == MSG_NONE)
        why = read_answer(x, a, &sent, &answer);
    if (why == MSG_NONE)
        record(x, a, &sent, &answer);
    else
        reject(x, a, sent.review, why,
               why == MSG_REVIEW_BAD_DECISION ? answers_cell(a, SHEET_DECISION)
                                              : answers_cell(a, SHEET_ID));
    query_reset(x->row);
}

/* --- Files --- */

/* A row that could not be read may look like one that nobody has answered. */
static void import_any(struct importing *x, const struct answers *a) {
    if (a->row.problem != MSG_NONE)
        reject(x, a, 0, MSG_REVIEW_BROKEN_ROW, answers_cell(a, SHEET_ID));
    else if (a->is_links)
        import_link(x, a);
    else
        import_row(x, a);
}

static bool is_other_organization(const struct importing *x, const struct answers *a) {
    struct span own = loaded_record(x->run)->head.organization;
    return a->organization.n && own.n && !same_word(strbuf_span(&a->organization), own);
}

/* False: the file cannot be read; that was said. */
static bool import_file(struct importing *x, const char *path) {
    struct answers a;
    struct error err;
    enum next next = NEXT_END;
    x->notes = 0;
    bool ok = answers_open(&a, path, &err);
    if (ok && !a.has_head)
        reject_file(x, &a, MSG_REVIEW_NO_SHEET);
    else if (ok && is_other_organization(x, &a))
        reject_file(x, &a, MSG_REVIEW_OTHER_ORGANIZATION);
    else if (ok)
        while ((next = answers_next(&a, &err)) == NEXT_ROW)
            import_any(x, &a);
    ok = ok && next != NEXT_FAILED;
    if (!ok)
        x->act->say(x->act->context, &err);
    if (x->notes > MOST_NOTES) {
        char more[24];
        snprintf(more, sizeof more, "%" PRIu64, x->notes - MOST_NOTES);
        error_set(&err, FAULT_INPUT, MSG_REVIEW_MORE_REJECTED, path, 0, more, NULL);
        x->act->say(x->act->context, &err);
    }
    answers_close(&a);
    x->out->files++;
    return ok;
}

/* --- The whole --- */

static void find_unwaived(struct importing *x) {
    const struct run_record *r = loaded_record(x->run);
    for (size_t i = 0; i < r->exception_count; i++) {
        struct exception_record e;
        r->rows->exception(r->from, i, &e);
        struct span rule = r->rules[e.rule].name;
        if (e.is_waived || e.target_kind != TARGET_SYSTEM ||
            (!span_equal(rule, SPAN("leaver-account")) && !span_equal(rule, SPAN("leaver-login"))))
            continue;
        strbuf_clear(&x->text);
        strbuf_add_span(&x->text, e.target);
        strbuf_add_char(&x->text, '\x1f');
        strbuf_add_span(&x->text, e.subject);
        strpool_intern(&x->unwaived, strbuf_span(&x->text));
    }
}

static void prepare_queries(struct importing *x) {
    struct store *s = x->store;
    x->row = store_query(s, "SELECT r.review, row, system, user_id, person_id, name, addressee, "
                            "manager, v.first FROM review_row r "
                            "JOIN review v ON v.review = r.review WHERE id = ?1");
    x->before = store_query(s, "SELECT what, reviewer, comment, reviewed_on FROM decision "
                               "WHERE review = ?1 AND row = ?2");
    x->insert = store_query(
        s, "INSERT INTO decision(review, row, what, comment, reviewer, reviewer_id, is_right, "
           "reviewed_on, file, line, entry) "
           "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    x->revocation = store_query(s, "INSERT OR IGNORE INTO revocation(review, row, since, "
                                   "lists, last_as_of) VALUES(?1, ?2, ?3, 0, '')");
    x->link = store_query(s, "SELECT person_id FROM review_link WHERE review = ?1 AND row = ?2");
    x->insert_link = store_query(s, "INSERT INTO review_link(review, row, person_id, reviewer, "
                                    "entry) VALUES(?1, ?2, ?3, ?4, ?5)");
    x->settled = store_query(s, "DELETE FROM revocation WHERE review = ?1 AND row = ?2");
}

/* An import that was killed between the ledger and the table of links. */
static void finish_last(struct importing *x) {
    struct query *q = store_query(x->store, "SELECT staged FROM entry WHERE kind = 'import' "
                                            "ORDER BY entry DESC LIMIT 1");
    bool is_there = query_next(q);
    link_file_finish_last(x->act, is_there ? query_text(q, 0) : SPAN(""));
    query_end(q);
}

static bool begin(struct importing *x, struct error *err) {
    struct last_run newest;
    if (!ledger_last(x->store, &newest, &x->arena, err) ||
        !review_head_load(&x->last, x->store, 0, &x->arena, err))
        return false;
    if (!x->last.review)
        return error_set(err, FAULT_OUTPUT, MSG_REVIEW_NONE, store_path(x->store), 0, NULL);
    x->entry = (struct ledger_entry){.kind = ENTRY_IMPORT, .at = x->act->at, .who = x->act->who};
    finish_last(x);
    if (!ledger_load_parts(&x->run, x->store, newest.run, LEDGER_PEOPLE, err) ||
        !ledger_entry_begin(&x->entry, x->store, err))
        return false;
    x->staff = staff_index(loaded_record(x->run));
    find_unwaived(x);
    prepare_queries(x);
    return store_ok(x->store, err);
}

static void release(struct importing *x) {
    struct query *queries[] = {x->row,     x->before, x->insert,     x->revocation,
                               x->settled, x->link,   x->insert_link};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
        query_end(queries[i]);
    vec_release(&x->links);
    rejected_release(&x->rejected);
    staff_free(x->staff);
    loaded_free(x->run);
    strpool_release(&x->unwaived);
    strbuf_release(&x->text);
    arena_release(&x->arena);
}

/* The ledger first: a link that it has is not written a second time. */
static bool finish(struct importing *x, struct error *err) {
    struct link_file *file = NULL;
    if (!x->out->recorded)
        return true; /* the transaction is not committed: nothing has changed */
    if (x->links.count && !link_file_write(&file, x->act, x->links.items, x->links.count, err))
        return false;
    x->entry.staged = file ? link_file_sha256(file) : NULL;
    bool ok = ledger_entry_end(&x->entry, x->store, err);
    ending_hold();
    ok = ok && store_commit(x->store, err) && (!file || link_file_commit(file, err));
    ending_allow();
    memcpy(x->out->head, x->entry.hash, sizeof x->out->head);
    if (ok && file) {
        x->out->links = x->links.count;
        for (size_t i = 0; i < x->links.count; i++)
            x->act->linked(x->act->context, &x->links.items[i]);
        x->out->links_path = memory_copy_text(span_of(link_file_path(file)));
        x->out->needs_merge = !x->act->links || strcmp(x->act->links, x->out->links_path) != 0;
    }
    link_file_free(file);
    return ok;
}

bool review_import(struct review_import *out, struct store *s, const struct review_act *act,
                   const char *const *files, size_t count, struct error *err) {
    struct importing x = {.out = out, .store = s, .act = act, .rejected.act = act};
    bool are_read = true;
    *out = (struct review_import){0};
    bool ok = begin(&x, err);
    for (size_t i = 0; ok && i < count; i++)
        are_read &= import_file(&x, files[i]);
    if (ok && !are_read)
        ok = error_set(err, FAULT_INPUT, MSG_REVIEW_NOT_READ, NULL, 0, NULL);
    ok = ok && store_ok(s, err) && rejected_write(&x.rejected, err) && finish(&x, err);
    release(&x);
    return ok;
}
