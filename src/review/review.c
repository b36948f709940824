/* Words and heads that everything in the room needs. */
#include "review_internal.h"

#include "tenko/fold.h"
#include "tenko/identifier.h"

#include <stdio.h>

static const char *const by_words[] = {"owner", "department", "manager"};

bool review_by_parse(const char *word, enum review_by *out) {
    for (size_t i = 0; i < sizeof by_words / sizeof *by_words; i++)
        if (strcmp(word, by_words[i]) == 0) {
            *out = (enum review_by)i;
            return true;
        }
    return false;
}

struct span review_by_word(enum review_by by) {
    return span_of(by_words[by]);
}

enum message_id review_state_term(struct span word) {
    static const struct {
        const char *word;
        enum message_id term;
    } words[] = {
        {"personal", MSG_REVIEW_KIND_PERSONAL}, {"shared", MSG_REVIEW_KIND_SHARED},
        {"service", MSG_REVIEW_KIND_SERVICE},   {"external", MSG_REVIEW_KIND_EXTERNAL},
        {"admin", MSG_REVIEW_KIND_ADMIN},       {"active", MSG_REVIEW_STATE_ACTIVE},
        {"leave", MSG_REVIEW_STATE_LEAVE},      {"left", MSG_REVIEW_STATE_LEFT},
        {"future", MSG_REVIEW_STATE_FUTURE},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (span_equal(span_of(words[i].word), word))
            return words[i].term;
    return MSG_NONE;
}

bool review_head_load(struct review_head *out, struct store *s, uint64_t review,
                      struct arena *arena, struct error *err) {
    char word[16] = "owner";
    *out = (struct review_head){0};
    struct query *q = store_query(
        s, review ? "SELECT review, first, run, exported_on, reply_by, addressed_by, at, who "
                    "FROM review WHERE review = ?1"
                  : "SELECT review, first, run, exported_on, reply_by, addressed_by, at, who "
                    "FROM review ORDER BY review DESC LIMIT 1");
    if (review)
        query_bind_number(q, 1, (int64_t)review);
    if (query_next(q)) {
        struct span by = query_text(q, 5);
        snprintf(word, sizeof word, "%.*s", (int)by.n, by.p);
        *out = (struct review_head){.review = (uint64_t)query_number(q, 0),
                                    .first = (uint64_t)query_number(q, 1),
                                    .run = (uint64_t)query_number(q, 2),
                                    .exported_on = date_of_iso(query_text(q, 3)),
                                    .reply_by = date_of_iso(query_text(q, 4)),
                                    .at = arena_copy(arena, query_text(q, 6)),
                                    .who = arena_copy(arena, query_text(q, 7))};
        if (!review_by_parse(word, &out->by))
            out->by = REVIEW_BY_OWNER;
    }
    query_end(q);
    return store_ok(s, err);
}

/* A sign that was put in front so that a spreadsheet takes the cell for text. */
static struct span without_safety(struct span text) {
    return text.n && text.p[0] == '\'' ? (struct span){text.p + 1, text.n - 1} : text;
}

bool same_id(struct span written, struct span sent) {
    struct strbuf scratch = {0};
    struct span repaired;
    if (span_equal(written, sent))
        return true;
    if (id_repair(written, &scratch, &repaired) > ID_REPAIRED)
        repaired = written;
    struct span plain = without_safety(written);
    bool is_same = fold_equal(FOLD_ID, plain, sent) || fold_equal(FOLD_ID, repaired, sent) ||
                   (repaired.n && fold_equal(FOLD_ID_BARE, repaired, sent));
    strbuf_release(&scratch);
    return is_same;
}

bool same_word(struct span written, struct span sent) {
    return span_equal(written, sent) || fold_equal(FOLD_WORD, without_safety(written), sent);
}

bool review_failed(struct error *err, int error, const char *directory, const char *name) {
    struct strbuf path = {0};
    strbuf_addf(&path, "%s%s%s", directory, *directory && *name ? "/" : "", name);
    error_set(err, FAULT_OUTPUT, MSG_REVIEW_WRITE_FAILED, path.p, 0, strerrordesc_np(error), NULL);
    strbuf_release(&path);
    return false;
}
