/*
 * Templates that fit: the user IDs that nobody holds are cut at every place, and each part is
 * looked up among the employee numbers. "J00012" is J + 00012; what most of them agree on is
 * proposed. An ID that is the local part of somebody's address proposes the rest of it.
 */
#include "proposals.h"

#include "tenko/fold.h"
#include "tenko/id_look.h"
#include "tenko/strpool.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    LONGEST_BEFORE = 6,
    LONGEST_BEHIND = 6,
    SHORTEST_NUMBER = 3,
    FEWEST_FITTING = 5,
    MOST_LOOKED_AT = 2000 /* user IDs */
};

/* A way to make a user ID, and how many are made so. */
struct way {
    struct span text;
    size_t count;
    bool is_address;
};

struct ways {
    struct strpool numbers, addresses, texts; /* folded; each text is a way */
    VEC(size_t) counts;                       /* by str_id of texts */
    VEC(bool) is_address;
    size_t looked_at, concealed;
};

static void learn_people(struct ways *w, const struct run *run) {
    struct strbuf folded = {0};
    for (size_t r = 0; r < run->plan.rosters.count; r++) {
        const struct source *s = &run->model.rosters[r];
        for (size_t i = 0; i < s->people.count; i++) {
            const struct person_row *p = &s->people.items[i];
            for (int bare = 0; bare < 2; bare++) {
                fold_text(bare ? FOLD_ID_BARE : FOLD_ID, source_text(s, p->person_id), &folded);
                if (folded.n >= SHORTEST_NUMBER)
                    strpool_intern(&w->numbers, strbuf_span(&folded));
            }
            for (uint32_t k = 0; k < p->emails.count; k++) {
                str_id email = s->lists.items[p->emails.first + k];
                fold_text(FOLD_ID, source_text(s, email), &folded);
                strpool_intern(&w->addresses, strbuf_span(&folded));
            }
        }
    }
    strbuf_release(&folded);
}

static void count_way(struct ways *w, const struct strbuf *way, bool is_address) {
    str_id id = strpool_intern(&w->texts, strbuf_span(way));
    while (w->counts.count <= id.n) {
        vec_push(&w->counts, 0);
        vec_push(&w->is_address, false);
    }
    w->counts.items[id.n]++;
    w->is_address.items[id.n] = is_address;
}

/* Every way in which the ID may be made of somebody's number; it is shown as `written`, where
 * folding has kept its length. */
static void try_numbers(struct ways *w, struct span id, struct span written) {
    struct span shown = written.n == id.n ? written : id;
    struct strbuf way = {0};
    for (size_t before = 0; before <= LONGEST_BEFORE; before++)
        for (size_t behind = 0; behind <= LONGEST_BEHIND; behind++) {
            if (before + behind == 0 || before + behind + SHORTEST_NUMBER > id.n)
                continue;
            struct span part = {id.p + before, id.n - before - behind};
            if (str_is_none(strpool_find(&w->numbers, part)))
                continue;
            strbuf_clear(&way);
            strbuf_add(&way, shown.p, before);
            strbuf_add_text(&way, "{person_id}");
            strbuf_add(&way, shown.p + shown.n - behind, behind);
            count_way(w, &way, false);
        }
    strbuf_release(&way);
}

/* Domains of the rosters' addresses whose local part the ID is. */
static void try_addresses(struct ways *w, struct span id, const struct strpool *domains) {
    struct strbuf address = {0}, way = {0};
    for (uint32_t i = 1; i < strpool_count(domains); i++) {
        struct span domain = strpool_text(domains, (str_id){i});
        strbuf_clear(&address);
        strbuf_add_span(&address, id);
        strbuf_add_span(&address, domain);
        if (str_is_none(strpool_find(&w->addresses, strbuf_span(&address))))
            continue;
        strbuf_clear(&way);
        strbuf_add_text(&way, "{user_id}");
        strbuf_add_span(&way, domain);
        count_way(w, &way, true);
    }
    strbuf_release(&address);
    strbuf_release(&way);
}

/* "@city.example", at most a few. */
static void find_domains(struct strpool *out, const struct strpool *addresses) {
    enum { MOST_DOMAINS = 8 };
    for (uint32_t i = 1; i < strpool_count(addresses) && strpool_count(out) <= MOST_DOMAINS; i++) {
        struct span text = strpool_text(addresses, (str_id){i});
        const char *at = memchr(text.p, '@', text.n);
        if (at)
            strpool_intern(out, (struct span){at, text.n - (size_t)(at - text.p)});
    }
}

static void look_at_accounts(struct ways *w, const struct run *run, size_t system) {
    const struct source *s = &run->model.systems[system];
    const struct matches *matches = &run->matches[system];
    struct strpool domains = {0};
    struct strbuf folded = {0};
    find_domains(&domains, &w->addresses);
    for (size_t i = 0; i < s->accounts.count && w->looked_at < MOST_LOOKED_AT; i++) {
        const struct account *a = &s->accounts.items[i];
        if (a->kind != KIND_PERSONAL || matches->holdings.items[i].outcome != OUTCOME_NOBODY)
            continue;
        struct span user_id = source_text(s, a->user_id);
        fold_text(FOLD_ID, user_id, &folded);
        w->looked_at++;
        w->concealed += id_is_concealed(user_id);
        try_numbers(w, strbuf_span(&folded), user_id);
        try_addresses(w, strbuf_span(&folded), &domains);
    }
    strpool_release(&domains);
    strbuf_release(&folded);
}

/* The way of most IDs, if it is that of most of them. */
static struct way best_way(const struct ways *w) {
    struct way best = {0};
    for (uint32_t i = 1; i < w->counts.count; i++)
        if (w->counts.items[i] > best.count)
            best = (struct way){strpool_text(&w->texts, (str_id){i}), w->counts.items[i],
                                w->is_address.items[i]};
    bool is_most = best.count >= FEWEST_FITTING && best.count * 2 > w->looked_at;
    return is_most ? best : (struct way){0};
}

/* A sentence of the catalogue, where its reader looks. */
static void say(struct cli *cli, bool to_stderr, enum message_id message,
                const char *const args[4]) {
    if (to_stderr)
        cli_note(cli, message, args[0], args[1], args[2], args[3], NULL);
    else
        cli_say(cli, message, args[0], args[1], args[2], args[3], NULL);
}

static void say_way(struct cli *cli, bool to_stderr, const struct ways *w, const struct source *s) {
    struct way way = best_way(w);
    struct strbuf text = {0};
    char fitting[24], all[24];
    snprintf(fitting, sizeof fitting, "%zu", way.count);
    snprintf(all, sizeof all, "%zu", w->looked_at);
    strbuf_add_span(&text, way.text);
    const char *const args[4] = {s->plan->name, fitting, all, text.p};
    if (way.count)
        say(cli, to_stderr, way.is_address ? MSG_PROPOSE_EMAIL : MSG_PROPOSE_NUMBER, args);
    strbuf_release(&text);
}

/* A report that hides the names: nobody can be found in it. */
static void say_concealed(struct cli *cli, bool to_stderr, const struct ways *w,
                          const struct source *s) {
    char hidden[24], all[24];
    snprintf(hidden, sizeof hidden, "%zu", w->concealed);
    snprintf(all, sizeof all, "%zu", w->looked_at);
    const char *const args[4] = {s->plan->name, hidden, all};
    if (w->concealed > 1 && w->concealed * 2 > w->looked_at)
        say(cli, to_stderr, MSG_PROPOSE_UNCONCEALED, args);
}

/* A list that knows neither numbers nor addresses has perhaps a column that does. */
static void say_columns(struct cli *cli, bool to_stderr, const struct source *s) {
    struct strbuf unused = {0};
    for (size_t i = 0; i < s->unused_headers.count; i++)
        strbuf_add_item(&unused, ", ", s->unused_headers.items[i]);
    const char *const args[4] = {s->plan->name, unused.p};
    if (unused.n && !knows_field(s->known, FIELD_person_id))
        say(cli, to_stderr, MSG_PROPOSE_COLUMN, args);
    strbuf_release(&unused);
}

void proposals_say(struct cli *cli, const struct run *run, size_t system, bool to_stderr) {
    const struct source *s = &run->model.systems[system];
    struct ways w = {0};
    if (s->is_missing)
        return;
    learn_people(&w, run);
    look_at_accounts(&w, run, system);
    say_way(cli, to_stderr, &w, s);
    say_concealed(cli, to_stderr, &w, s);
    if (run_is_stopped_by(run, system))
        say_columns(cli, to_stderr, s);
    strpool_release(&w.numbers);
    strpool_release(&w.addresses);
    strpool_release(&w.texts);
    vec_release(&w.counts);
    vec_release(&w.is_address);
}
