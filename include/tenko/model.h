/*
 * The model: what the sources said, in integers. Intake fills sources, each on its own thread;
 * model_seal joins them; from then on everything is const and many threads may read.
 *
 * Two kinds of string ids, and two types. A *text* id (str_id) is raw, as the source wrote it, and
 * belongs to the pool of its source (`source->text`) or, for people, departments and policy, to
 * `model->text`: it is shown. A *key* (key_id) is folded, belongs to `model->keys` and is compared.
 * Keys exist only for what rosters, departments and policy said: an account's value that nobody
 * there has gets KEY_UNKNOWN, which equals nothing, so joins are integer compares and need no lock.
 */
#ifndef TENKO_MODEL_H
#define TENKO_MODEL_H

#include "tenko/fold.h"
#include "tenko/input_kind.h"
#include "tenko/person.h"
#include "tenko/policy.h"
#include "tenko/source.h"

struct model_tables;

/*
 * Every source of a run, once, in the order of its report: by kind; of one kind as the plan has
 * them, tables in the order of enum record. This is the numbering of inputs: whatever is kept for
 * each of them (coverage, what was raised, the inputs of the record) is indexed by it.
 */
struct model_inputs {
    struct source *items;
    uint32_t count;
    uint32_t first[INPUT_KIND_COUNT + 1]; /* of each kind; [kind + 1] is its end */
};

struct model {
    const struct plan *plan;
    struct model_inputs inputs; /* owned */
    /* The same, kind by kind. */
    struct source *rosters, *systems, *licenses;
    struct source *devices;                /* NULL where the plan has none */
    struct source *table_of[RECORD_COUNT]; /* likewise */
    /* sealed */
    struct arena arena;
    struct strpool text, keys;
    VEC(struct person) people;
    bool people_in_id_order; /* of person_id_compare: as rosters mostly are, and so then every list
                                of people */
    VEC(struct post) posts;
    VEC(struct department) departments;
    VEC(struct person_name) names;
    VEC(key_id) handles;
    VEC(uint32_t) person_rosters;
    VEC(struct contradiction) contradictions; /* by roster, then person */
    struct key_index by_id, by_bare_id, by_email, by_login;
    struct key_index by_name, by_kana; /* by_name: names, former and other names */
    struct key_index by_full_name;     /* present names: the name and other names, no former one */
    VEC(struct conflict) conflicts;
    VEC(struct waiver) waivers;
    VEC(struct request) requests; /* by system, user ID, action, then the day of the decision */
    struct system_keys *of_system;
    struct model_tables
        *tables; /* private to src/model: hashes of grants, approvals, links, departments */
};

/* Makes room for every source of the plan, each with its plan and nothing else. The plan outlives
 * the model, and its lists do not grow any more. */
void model_lay_out(struct model *m, const struct plan *plan);
enum input_kind model_kind_of(enum record record);
static inline uint32_t model_input_of(const struct model *m, const struct source *s) {
    return (uint32_t)(s - m->inputs.items);
}
/* Inputs of a kind; where one stands among its kind, and the other way round. */
static inline uint32_t model_kind_count(const struct model *m, enum input_kind kind) {
    return m->inputs.first[kind + 1] - m->inputs.first[kind];
}
static inline uint32_t model_input_at(const struct model *m, enum input_kind kind, uint32_t n) {
    return m->inputs.first[kind] + n;
}
static inline uint32_t model_place_in_kind(const struct model *m, uint32_t input) {
    return input - m->inputs.first[model_kind_of(m->inputs.items[input].plan->record)];
}
/* The inputs that rules speak of: all but the tables. */
static inline uint32_t model_judged_count(const struct model *m) {
    return m->inputs.first[INPUT_TABLE];
}

/* Joins the people of the rosters, as soon as all of these are loaded: other sources may still be,
 * by other threads. Once, before model_seal. */
void model_seal_people(struct model *m);
/* Joins the loaded sources, on so many threads; as_of is plan->as_of.
 * Input issues of the join (duplicate person_id with another name, policy naming an unknown system
 * or person, expired waiver, departments' loops, dates against status) are appended to the sources'
 * issues; nothing in a join can fail. */
void model_seal(struct model *m, unsigned threads);
/* Frees the rows of its sources, and their texts; what they say of themselves stays. */
void model_drop_rows(struct model *m);
/* With its sources. */
void model_release(struct model *m);

/* --- After the seal: const, from any thread --- */

/*
 * A fold cache memoizes the keys of one source's texts, so that folding happens once for each
 * distinct text. One thread at a time; free it when the source is done.
 */
struct fold_cache;
struct fold_cache *fold_cache_new(const struct model *m, const struct source *s);
key_id fold_cache_key(struct fold_cache *cache, enum fold fold, str_id text);
/* The text is asked for soon: its key's place is fetched, if folding does not change it. */
void fold_cache_prefetch(struct fold_cache *cache, str_id text);
void fold_cache_free(struct fold_cache *cache);

/* The text of the fold cache's source. */
struct span fold_cache_source_text(const struct fold_cache *cache, str_id text);

/* The key of a text of no source (a glob's part, a template's result); KEY_UNKNOWN if nobody has
 * it. */
key_id model_key(const struct model *m, enum fold fold, struct span text);
/* The same of a text that is folded already. */
key_id model_find_key(const struct model *m, struct span folded);

/*
 * Who has this person_id: equal under FOLD_ID (several: people of one number whose names do not
 * agree), or, where nobody has, equal without leading zeros.
 */
struct people_found {
    struct index_span people;
    bool by_bare; /* zeros were dropped */
};
struct people_found model_find_people(const struct model *m, struct span person_id);
/* The same for a text of the fold cache's source. */
struct people_found fold_cache_find_people(struct fold_cache *cache, str_id person_id);
/* The one that was found, or NOBODY. */
static inline person_ref people_found_one(struct people_found found) {
    return found.people.count == 1 ? (person_ref){found.people.items[0]} : NOBODY;
}

/* Does a name of the account (its name or kana) equal one of the person's? */
enum names_agreement { NAMES_UNKNOWN, NAMES_AGREE, NAMES_DIFFER };
enum names_agreement model_names_agree(const struct model *m, struct fold_cache *cache,
                                       const struct account *a, const struct person *p);
/* Are these spells of one person, under two numbers? */
bool model_is_same_person(const struct model *m, const struct person *a, const struct person *b);
/* Who has a name that sounds as this one in Latin letters (FOLD_ROMAJI). *key tells the
 * sound from every key of the model. The index is built by the first who asks. */
struct index_span model_find_by_sound(const struct model *m, struct span name, key_id *key);

/*
 * Departments that a code and a name (either may be empty) mean on as_of, through successors valid
 * then. The code decides, also with zeros eaten if that leaves one; the name is used where the code
 * is empty or unknown; of a path that is not known itself the last part counts, of "code name" the
 * code. A reused code means its present department only. A department that ended without a
 * successor stands for itself (its is_valid is false). Indices into model->departments, ascending;
 * none = unknown.
 */
struct index_span model_departments_meant(const struct model *m, struct span code,
                                          struct span name);
struct index_span fold_cache_departments(struct fold_cache *cache, str_id code, str_id name);
/* Is this text the name or the code of a department, or a path to one, or "code name", that itself
 * is valid on as_of (no successors)? With a departments table, one of the table; without, one that
 * a roster names. */
bool model_is_department(const struct model *m, struct span written);
/* Does the person hold a post in one of these departments? */
bool model_person_in(const struct model *m, const struct person *p, struct index_span departments);
/* Has any post of the person this value? `field` is employment, department (name or code, through
 * successors), job_type, position. */
bool model_person_has(const struct model *m, const struct person *p, enum field field, key_id key);
bool model_meets(const struct model *m, const struct person *p,
                 const struct condition_keys *condition);

/* The first grant of a role in a system (follow .next), or NULL where the policy does not speak of
 * the role. */
const struct role_grant *model_grants(const struct model *m, system_ref system, key_id role);
/* The first row of the system whose role is a glob or empty (follow .next); each speaks of the
 * roles that model_grant_speaks_of says. */
const struct role_grant *model_glob_grants(const struct model *m, system_ref system);
bool model_grant_speaks_of(const struct model *m, const struct role_grant *grant, struct span role);
const struct role_grant *model_next_grant(const struct model *m, const struct role_grant *grant);
/* Does a row of the chain fit the person? */
bool model_grants_allow(const struct model *m, const struct role_grant *first,
                        const struct person *p);
/* Do the conditions of the row fit the person? */
bool model_grant_fits(const struct model *m, const struct role_grant *grant,
                      const struct person *p);
/* What policy/privileged says of a user ID: those that last first, then the newer; NULL = none (no
 * more). */
const struct approval *model_approval(const struct model *m, system_ref system,
                                      struct span user_id);
const struct approval *model_next_approval(const struct model *m, const struct approval *approval);
/* What policy/links says of the account, or NULL. */
const struct account_link *model_link(const struct model *m, system_ref system,
                                      account_ref account);
/* What policy/shared says of the account, or NULL. */
const struct shared_id *model_shared(const struct model *m, system_ref system, account_ref account);
/* The newest incident (≤ D) of the account, also as one of the system's shared and privileged IDs;
 * or NULL. */
const struct incident *model_incident(const struct model *m, system_ref system,
                                      account_ref account);
/* What policy/requests asks for of the user ID (FOLD_ID): a slice of m->requests; count 0 =
 * nothing. */
struct requests_found {
    const struct request *items;
    size_t count;
};
struct requests_found model_requests(const struct model *m, system_ref system, struct span user_id,
                                     enum request_action action);
/* A system by name (FOLD_WORD), or NO_SYSTEM. */
system_ref model_system(const struct model *m, struct span name);
/* Is the person in a roster that holds people of the system? */
bool model_holds_person(const struct model *m, system_ref system, const struct person *p);
device_ref model_find_device(const struct model *m, struct span device_id); /* or NO_DEVICE */

static inline struct span model_text(const struct model *m, str_id id) {
    return strpool_text(&m->text, id);
}
static inline struct span model_key_text(const struct model *m, key_id key) { /* folded */
    return strpool_text(&m->keys, (str_id){key.n});
}

#endif
