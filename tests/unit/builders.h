/*
 * A small world for tests of model, match and rules: sources built in memory, no files.
 *
 *     struct world w;
 *     world_init(&w, "2026-03-31");
 *     add_roster(&w, "職員");
 *     add_person(&w, 0, .person_id = "001", .name = "山田太郎", .status = "left");
 *     add_system(&w, "税");
 *     add_account(&w, 0, .user_id = "u1", .person_id = "001", .roles = "閲覧,入力");
 *     world_seal(&w);   ...   world_release(&w);
 *
 * A field that is NULL is a column the source does not have; "" is a column it has, empty there.
 * Lists (roles, members, successors) are written with commas. Dates are ISO. Rows are numbered
 * from line 2 in each source. Change w.plan (and w.plan.systems.items[i].system …) freely before
 * world_seal.
 */
#ifndef TENKO_TESTS_BUILDERS_H
#define TENKO_TESTS_BUILDERS_H

#include "tenko/model.h"

#define WORLD_SOURCES 8 /* rosters, systems, licenses: at most so many of each */

/* Until world_seal the sources stand here; then they are the model's (w.model.rosters …). */
struct world {
    struct plan plan;
    struct model model;
    struct source rosters[WORLD_SOURCES], systems[WORLD_SOURCES], licenses[WORLD_SOURCES];
    struct source devices, departments, roles, conflicts, approvals, links, waivers;
    struct input_plan devices_plan, departments_plan, roles_plan, conflicts_plan, approvals_plan,
        links_plan, waivers_plan;
};

void world_init(struct world *w, const char *as_of);
/* Joins everything added so far; a failure ends the program. */
void world_seal(struct world *w);
void world_release(struct world *w);

/* Each returns the index of what it added. Devices and tables exist once they have a row. */
uint32_t add_roster(struct world *w, const char *name);
uint32_t add_system(struct world *w, const char *name);
uint32_t add_license(struct world *w, const char *name);

/* The one owner of a system, of one world at a time; NULL = none. */
void set_owner(struct world *w, uint32_t system, const char *owner);

struct person_spec {
    const char *person_id, *name, *former_name, *kana, *department_code, *department, *job_type,
        *position, *employment, *email, *login;
    const char *hired_on, *left_on, *leave_from, *leave_to, *posted_on;
    const char *status; /* active, left, leave */
};
struct account_spec {
    const char *user_id, *person_id, *name, *kana, *email, *department_code, *department, *job_type,
        *owner, *roles, *members;
    const char *created_on, *last_login_on, *password_changed_on, *expires_on;
    const char *status;     /* enabled, disabled */
    const char *kind;       /* personal, shared, service, external */
    const char *privileged; /* yes, no */
    const char *mfa;        /* yes, no */
};
struct seat_spec {
    const char *person_id, *user_id, *device_id, *assigned_on, *last_used_on, *reported_on;
    const char *status; /* assigned, cancelled */
};
struct device_spec {
    const char *device_id, *person_id, *department, *returned_on;
};
struct department_spec {
    const char *code, *name, *successors, *valid_from, *valid_to;
};
struct role_spec {
    const char *system, *role, *department, *job_type, *position, *employment;
};
struct conflict_spec {
    const char *system_a, *role_a, *system_b, *role_b, *reason;
};
struct approval_spec {
    const char *system, *user_id, *person_id, *approved_by, *approved_on, *expires_on;
};
struct link_spec {
    const char *system, *user_id, *person_id, *note;
};
struct waiver_spec {
    const char *rule, *target, *subject, *reason, *approved_by, *valid_until;
};

uint32_t add_person_row(struct world *w, uint32_t roster, struct person_spec p);
uint32_t add_account_row(struct world *w, uint32_t system, struct account_spec a);
uint32_t add_seat_row(struct world *w, uint32_t license, struct seat_spec s);
uint32_t add_device_row(struct world *w, struct device_spec d);
uint32_t add_department_row(struct world *w, struct department_spec d);
uint32_t add_role_row(struct world *w, struct role_spec r);
uint32_t add_conflict_row(struct world *w, struct conflict_spec c);
uint32_t add_approval_row(struct world *w, struct approval_spec a);
uint32_t add_link_row(struct world *w, struct link_spec l);
uint32_t add_waiver_row(struct world *w, struct waiver_spec v);

#define add_person(w, roster, ...) add_person_row((w), (roster), (struct person_spec){__VA_ARGS__})
#define add_account(w, system, ...)                                                                \
    add_account_row((w), (system), (struct account_spec){__VA_ARGS__})
#define add_seat(w, license, ...) add_seat_row((w), (license), (struct seat_spec){__VA_ARGS__})
#define add_device(w, ...)        add_device_row((w), (struct device_spec){__VA_ARGS__})
#define add_department(w, ...)    add_department_row((w), (struct department_spec){__VA_ARGS__})
#define add_role(w, ...)          add_role_row((w), (struct role_spec){__VA_ARGS__})
#define add_conflict(w, ...)      add_conflict_row((w), (struct conflict_spec){__VA_ARGS__})
#define add_approval(w, ...)      add_approval_row((w), (struct approval_spec){__VA_ARGS__})
#define add_link(w, ...)          add_link_row((w), (struct link_spec){__VA_ARGS__})
#define add_waiver(w, ...)        add_waiver_row((w), (struct waiver_spec){__VA_ARGS__})

date day_of(const char *iso); /* DATE_NONE for NULL and "" */

/* Lives as long as the block it is written in. */
#define word_list(...)                                                                             \
    (struct word_list) {                                                                           \
        (const char *[]){__VA_ARGS__},                                                             \
            sizeof((const char *[]){__VA_ARGS__}) / sizeof(const char *)                           \
    }

/* How many issues of a source have this problem. */
size_t count_issues(const struct source *s, enum message_id problem);
/* Index in model->people of the person with exactly this raw person_id, or NO_INDEX. */
uint32_t person_named(const struct world *w, const char *person_id);

#endif
