/* What the files of the model room share: the tables behind the model and the seal's own work. */
#ifndef TENKO_MODEL_SEAL_H
#define TENKO_MODEL_SEAL_H

#include "tenko/model.h"

/* --- pairs.c: a hash of two 32-bit keys to one value --- */

struct pair_map {
    uint64_t *keys; /* 0 = free */
    uint32_t *values;
    uint32_t capacity, count;
};
/* Keeps the first value put under a key; returns the value that stands there now. */
uint32_t pair_map_put(struct pair_map *map, uint32_t high, uint32_t low, uint32_t value);
uint32_t pair_map_get(const struct pair_map *map, uint32_t high, uint32_t low); /* or NO_INDEX */
void pair_map_release(struct pair_map *map);

/* --- keys.c: building a key_index --- */

struct key_pairs {
    struct key_pair {
        key_id key;
        uint32_t value;
    } * items;
    size_t count, capacity;
};
/* Does nothing for the empty key. */
void key_pairs_add(struct key_pairs *pairs, key_id key, uint32_t value);
/* Values of a key keep their order; a value that follows itself is kept once. Releases the pairs.
 */
void key_index_build(struct key_index *index, struct key_pairs *pairs, uint32_t key_count,
                     struct arena *arena);

/* --- fold_cache.c: fold caches that may grow the pools while the model is being sealed --- */

struct fold_cache *fold_cache_new_sealing(struct model *m, const struct source *s);
/* The same text in model->text; only for a sealing fold cache. */
str_id fold_cache_text(struct fold_cache *cache, str_id text);
/* The key of a text, put into model->keys if it is new. */
key_id seal_key(struct model *m, enum fold fold, struct span text);

/* --- The tables --- */

/* A department as rosters name it; distinct pairs of keys. */
struct named_departments {
    struct pair_map seen;
    VEC(struct named_department {
        str_id code; /* model->text */
        str_id name;
        key_id code_key;
        key_id name_key;
    })
    list;
};

struct model_tables {
    struct pair_map systems;            /* name key → system */
    struct pair_map devices;            /* device_id key → device */
    struct pair_map grants;             /* system, role key → first grant */
    struct pair_map grant_tree;         /* grants.c */
    struct key_index grant_departments; /* department + 1 → keys of it in policy/roles */
    struct pair_map approval;           /* system, user_id key → approval */
    struct pair_map link;               /* system, account → link */
    struct pair_map shared;             /* system, account → shared ID */
    struct pair_map incidents;          /* system, account (or all) → the newest incident */
    VEC(struct shared_id) shared_ids;
    VEC(struct incident) incident_list;
    VEC(struct role_grant) role_grants;
    VEC(struct approval) approvals;
    VEC(struct account_link) links;
    /* What a department's code or name means on as_of, successors followed: indices into
     * model->departments. */
    struct key_index department_by_code, department_by_name;
    struct key_index code_by_bare;  /* codes (their keys) by what stays without leading zeros */
    uint32_t table_departments;     /* the first so many departments are of the table */
    struct sound_index *sounds;     /* names_agree.c */
    struct named_departments named; /* until the departments are sealed */
};

/* What a key of a department's cell in a table means. */
struct index_span model_departments_called(const struct model *m, key_id key);
/* The same by keys alone, of the texts as a whole. */
struct index_span departments_of_keys(const struct model *m, key_id code, key_id name);

struct sound_index *sound_index_new(void);
void sound_index_free(struct sound_index *index);

/* --- The seal's steps, in order --- */

void seal_people(struct model *m, struct named_departments *named);
void seal_departments(struct model *m, const struct named_departments *named);
void seal_conditions(struct model *m); /* systems, and what they configure */
void seal_devices(struct model *m);
void seal_answerable(struct model *m); /* before policy/shared adds members of its own */
void seal_policy(struct model *m);
/* Input issues: words of conditions, and roles of policy/roles, that fit nothing. */
void seal_words_without_effect(struct model *m);
void seal_roles_without_effect(struct model *m);
void seal_odd_list(struct model *m, system_ref system); /* input issues: it is odd as a whole */

/* --- used_roles.c: the roles that accounts of a system have; {0} to begin with --- */

struct used_roles {
    bool is_read;
    struct strpool roles; /* folded */
};
/* Has an account of the source this role, or one that the glob fits? */
bool used_roles_has(struct used_roles *u, const struct source *s, struct span role);
void used_roles_release(struct used_roles *u);

/* --- A policy table while it is being sealed; policy_cells.c --- */

struct policy {
    struct model *m;
    struct source *source;
    struct fold_cache *cache;
};
/* What a row names; an input issue where nobody has it. */
system_ref policy_find_system(struct policy *p, const struct origin *origin, enum field field,
                              str_id name);
account_ref policy_find_account(struct policy *p, const struct origin *origin, system_ref system,
                                str_id user_id);
void seal_roles(struct policy *p);                                    /* grants.c */
void seal_requests(struct policy *p);                                 /* policy_requests.c */
void seal_shared(struct policy *p), seal_incidents(struct policy *p); /* shared_ids.c */

/* --- person_cells.c --- */

struct person_cell {
    struct span number, name; /* the latter may be empty */
};
struct person_cell person_cell_read(const struct model *m, struct span text);
/* Where a cell stands, and what is done if it names nobody. */
struct cell_place {
    const struct origin *origin;
    enum field field;
    enum message_id done;
};
/* Whom it names, or NOBODY: an input issue. So is a name that is not that person's. */
person_ref policy_person(struct policy *p, const struct cell_place *at, struct span text);

/* --- state.c: one row of a roster on the day D --- */

struct row_state {
    enum person_state state;
    /* A status word against the dates: the sentence, and the date that decided. */
    enum message_id conflict; /* MSG_NONE: they agree */
    enum field field;
    date on;
};
struct row_state row_state(const struct person_row *row, date as_of);

/* --- join_issues.c --- */

/* The header that fed a field, or the field's own name where none did. */
struct span source_header(const struct source *s, enum field field);
/* An ISO date, kept by the source. */
struct span source_date(struct source *s, date day);
/* Appends an input issue; the arguments live as long as the source (or forever). */
/* Input issues: one file is two inputs. */
void seal_same_lists(struct model *m);
struct join_issue {
    enum field field; /* FIELD_NONE: none */
    struct span value;
    enum message_id problem, done;
    struct span args[2];
};
void source_add_issue(struct source *s, const struct origin *origin, const struct join_issue *said);

#endif
