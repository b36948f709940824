/*
 * review import. All files are read in one transaction; a row is recorded or refused, never both,
 * and a refused one is said with file, line and reason.
 */
#include "importing.h"

#include "tenko/ending.h"

#include <inttypes.h>
#include <stdio.h>

enum { MOST_NOTES = 100 }; /* of a file; all stand in the file of rejected rows */

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

/* --- Rows --- */

static void import_link(struct importing *x, const struct answers *a) {
    struct sent_line sent = {0};
    struct span person_id = {0}, cell = answers_cell(a, SHEET_PERSON_ID);
    uint64_t review;
    bool otherwise = false;
    if (!cell.n) {
        x->out->unanswered += answers_cell(a, SHEET_ID).n > 0;
        return;
    }
    enum message_id why = importing_identify(x, a, &sent, &review);
    if (why == MSG_NONE && !importing_read_person(x, cell, &person_id))
        why = MSG_REVIEW_NO_SUCH_PERSON;
    bool is_known = why == MSG_NONE && importing_is_linked(x, &sent, person_id, &otherwise);
    if (why != MSG_NONE || otherwise)
        reject(x, a, sent.review, otherwise ? MSG_REVIEW_LINKED_OTHERWISE : why,
               answers_cell(a, SHEET_ID));
    else if (is_known)
        x->out->unchanged++;
    else
        importing_add_link(x, a, &sent, person_id);
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
    enum message_id why = importing_identify(x, a, &sent, &review);
    if (why == MSG_NONE)
        why = importing_read_answer(x, a, &sent, &answer);
    if (why == MSG_NONE)
        importing_record(x, a, &sent, &answer);
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
    importing_find_unwaived(x);
    importing_prepare(x);
    return store_ok(x->store, err);
}

static void release(struct importing *x) {
    importing_end_queries(x);
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
