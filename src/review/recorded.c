/*
 * Answers and links on their way into the ledger. An answer that it has already changes nothing;
 * another one of the same row is a further decision, and both stay.
 */
#include "importing.h"

void importing_prepare(struct importing *x) {
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

void importing_end_queries(struct importing *x) {
    struct query *queries[] = {x->row,     x->before, x->insert,     x->revocation,
                               x->settled, x->link,   x->insert_link};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
        query_end(queries[i]);
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

void importing_record(struct importing *x, const struct answers *file, const struct sent_line *sent,
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

bool importing_is_linked(struct importing *x, const struct sent_line *sent, struct span person_id,
                         bool *otherwise) {
    query_bind_number(x->link, 1, (int64_t)sent->review);
    query_bind_number(x->link, 2, (int64_t)sent->row);
    bool is_there = query_next(x->link);
    *otherwise = is_there && !span_equal(query_text(x->link, 0), person_id);
    query_reset(x->link);
    return is_there;
}

void importing_add_link(struct importing *x, const struct answers *a, const struct sent_line *sent,
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
