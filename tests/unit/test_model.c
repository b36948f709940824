/* People: rows united, states on the day, identity of IDs, keys. */
#include "builders.h"
#include "suite.h"

#include <check.h>

static struct world w;

static void begin(const char *as_of) {
    world_init(&w, as_of);
    add_roster(&w, "職員");
}

static const struct person *person(const char *person_id) {
    uint32_t index = person_named(&w, person_id);
    ck_assert_msg(index != NO_INDEX, "nobody has the ID %s", person_id);
    return &w.model.people.items[index];
}

/* --- One row on the day --- */

static const struct state_case {
    const char *why;
    const char *as_of, *hired_on, *left_on, *leave_from, *leave_to, *status;
    enum person_state state;
    enum message_id issue; /* MSG_NONE: nothing to report */
} state_cases[] = {
    {"the last day is still employed", "2026-03-31", "", "2026-03-31", "", "", "", STATE_ACTIVE,
     MSG_NONE},
    {"the day after is not", "2026-04-01", "", "2026-03-31", "", "", "", STATE_LEFT, MSG_NONE},
    {"starts tomorrow", "2026-03-31", "2026-04-01", "", "", "", "active", STATE_FUTURE, MSG_NONE},
    {"starts today", "2026-04-01", "2026-04-01", "", "", "", "active", STATE_ACTIVE, MSG_NONE},
    {"left, no date", "2026-03-31", "", "", "", "", "left", STATE_LEFT, MSG_NONE},
    {"left with its date", "2026-03-31", "", "2025-10-31", "", "", "left", STATE_LEFT, MSG_NONE},
    {"says left, but the last day is to come", "2026-03-31", "", "2026-04-30", "", "", "left",
     STATE_ACTIVE, MSG_STATUS_LEFT_BUT},
    {"says left in the last week", "2026-03-31", "", "2026-04-07", "", "", "left", STATE_ACTIVE,
     MSG_NONE},
    {"says left on the last day itself", "2026-03-31", "", "2026-03-31", "", "", "left",
     STATE_ACTIVE, MSG_NONE},
    {"says employed, but has left", "2026-03-31", "", "2026-03-30", "", "", "active", STATE_LEFT,
     MSG_STATUS_ACTIVE_BUT},
    {"says left, but is to start", "2026-03-31", "2026-04-01", "", "", "", "left", STATE_FUTURE,
     MSG_STATUS_LEFT_BUT},
    {"leave begins today", "2026-03-31", "", "", "2026-03-31", "2026-06-30", "", STATE_LEAVE,
     MSG_NONE},
    {"leave ends today", "2026-03-31", "", "", "2025-04-01", "2026-03-31", "", STATE_LEAVE,
     MSG_NONE},
    {"leave ended yesterday", "2026-03-31", "", "", "2025-04-01", "2026-03-30", "", STATE_ACTIVE,
     MSG_NONE},
    {"leave begins tomorrow", "2026-03-31", "", "", "2026-04-01", "", "", STATE_ACTIVE, MSG_NONE},
    {"leave with an open end", "2026-03-31", "", "", "2024-01-01", "", "", STATE_LEAVE, MSG_NONE},
    {"on leave, no dates", "2026-03-31", "", "", "", "", "leave", STATE_LEAVE, MSG_NONE},
    {"says on leave, but it is over", "2026-03-31", "", "", "2025-04-01", "2026-03-30", "leave",
     STATE_ACTIVE, MSG_STATUS_LEAVE_BUT},
    {"says on leave, but it is to come", "2026-03-31", "", "", "2026-04-01", "", "leave",
     STATE_ACTIVE, MSG_STATUS_LEAVE_BUT},
    {"says employed, but is on leave", "2026-03-31", "", "", "2026-01-01", "", "active",
     STATE_LEAVE, MSG_STATUS_ACTIVE_BUT},
    {"on leave and left: left", "2026-03-31", "", "2026-02-28", "2026-01-01", "", "leave",
     STATE_LEFT, MSG_STATUS_LEAVE_BUT},
    {"no dates, no word", "2026-03-31", "", "", "", "", "", STATE_ACTIVE, MSG_NONE},
};

START_TEST(a_row_on_the_day) {
    const struct state_case *c = &state_cases[_i];
    begin(c->as_of);
    add_person(&w, 0, .person_id = "1", .name = "山田太郎", .hired_on = c->hired_on,
               .left_on = c->left_on, .leave_from = c->leave_from, .leave_to = c->leave_to,
               .status = c->status);
    world_seal(&w);
    ck_assert_msg(person("1")->state == c->state, "%s", c->why);
    ck_assert_msg(w.model.rosters[0].issues.count == (c->issue != MSG_NONE), "%s", c->why);
    if (c->issue != MSG_NONE) {
        ck_assert_msg(w.model.rosters[0].issues.items[0].problem == c->issue, "%s", c->why);
        ck_assert_uint_eq(w.model.rosters[0].issues.items[0].line, 2);
    }
    world_release(&w);
}
END_TEST

START_TEST(a_conflict_names_the_column_and_the_day) {
    begin("2026-03-31");
    add_person(&w, 0, .person_id = "1", .left_on = "2026-03-30", .status = "active");
    world_seal(&w);
    const struct issue *issue = &w.model.rosters[0].issues.items[0];
    ck_assert(span_equal(issue->column, SPAN("status")));
    ck_assert(span_equal(issue->args[0], SPAN("left_on")));
    ck_assert(span_equal(issue->args[1], SPAN("2026-03-30")));
    world_release(&w);
}
END_TEST

/* --- Rows of one person --- */

START_TEST(posts_are_united) {
    begin("2026-03-31");
    add_roster(&w, "兼務");
    add_person(&w, 0, .person_id = "001", .name = "山田太郎", .department = "税務課",
               .job_type = "一般行政", .hired_on = "2015-04-01", .posted_on = "2024-04-01",
               .email = "");
    add_person(&w, 0, .person_id = "002", .name = "鈴木花子", .department = "市民課");
    add_person(&w, 1, .person_id = "001", .name = "山田 太郎", .department = "防災課",
               .job_type = "技術", .hired_on = "2020-04-01", .posted_on = "2026-04-01",
               .email = "taro@example.jp");
    world_seal(&w);
    const struct person *p = person("001");
    ck_assert_uint_eq(w.model.people.count, 2);
    ck_assert_uint_eq(p->post_count, 2);
    ck_assert_int_eq(p->hired_on, day_of("2015-04-01"));
    ck_assert_int_eq(p->posted_on, day_of("2024-04-01")); /* the newest that has begun */
    ck_assert(span_equal(model_text(&w.model, p->email), SPAN("taro@example.jp")));
    ck_assert_uint_eq(p->roster, 0);
    ck_assert_uint_eq(p->origin.line, 2);
    for (int i = 0; i < 2; i++) {
        const char *department = i ? "防災課" : "税務課", *job_type = i ? "技術" : "一般行政";
        ck_assert(model_person_has(&w.model, p, FIELD_department,
                                   model_key(&w.model, FOLD_WORD, span_of(department))));
        ck_assert(model_person_has(&w.model, p, FIELD_job_type,
                                   model_key(&w.model, FOLD_WORD, span_of(job_type))));
    }
    ck_assert(!model_person_has(&w.model, p, FIELD_department,
                                model_key(&w.model, FOLD_WORD, SPAN("市民課"))));
    ck_assert_uint_eq(w.model.rosters[1].issues.count, 0); /* a space is no other name */
    world_release(&w);
}
END_TEST

static const struct union_case {
    const char *why;
    struct person_spec first, second;
    enum person_state state;
    const char *left_on;
    uint32_t posts;
} union_cases[] = {
    {"left only if every row has", {.left_on = "2025-10-31"}, {.left_on = ""}, STATE_ACTIVE, "", 1},
    {"every row has: the latest day",
     {.left_on = "2025-12-31"},
     {.left_on = "2025-10-31"},
     STATE_LEFT,
     "2025-12-31",
     2},
    {"one by date, one by word",
     {.left_on = "2025-10-31"},
     {.left_on = "", .status = "left"},
     STATE_LEFT,
     "2025-10-31",
     2},
    {"both posts end later",
     {.left_on = "2026-04-10"},
     {.left_on = "2026-04-20"},
     STATE_ACTIVE,
     "2026-04-20",
     2},
    {"one post ends later, the other is open",
     {.left_on = "2026-04-10"},
     {.left_on = ""},
     STATE_ACTIVE,
     "",
     2},
    {"on leave by one row", {.status = "leave"}, {.status = "active"}, STATE_LEAVE, "", 2},
    {"on leave in both", {.status = "leave"}, {.leave_from = "2026-01-01"}, STATE_LEAVE, "", 2},
    {"on leave in the only post that has not ended",
     {.status = "leave"},
     {.left_on = "2025-10-31"},
     STATE_LEAVE,
     "",
     1},
    {"left, and appointed again from tomorrow",
     {.left_on = "2026-03-30"},
     {.left_on = "", .hired_on = "2026-04-01"},
     STATE_FUTURE,
     "",
     1},
};

START_TEST(rows_of_one_person) {
    const struct union_case *c = &union_cases[_i];
    struct person_spec first = c->first, second = c->second;
    begin("2026-03-31");
    first.person_id = second.person_id = "1";
    add_person_row(&w, 0, first);
    add_person_row(&w, 0, second);
    world_seal(&w);
    ck_assert_msg(w.model.people.count == 1, "%s", c->why);
    ck_assert_msg(person("1")->state == c->state, "%s", c->why);
    ck_assert_msg(person("1")->left_on == day_of(c->left_on), "%s", c->why);
    ck_assert_msg(person("1")->post_count == c->posts, "%s", c->why);
    world_release(&w);
}
END_TEST

START_TEST(one_id_two_names) {
    begin("2026-03-31");
    w.rosters[0].display = "hr/roster.csv";
    add_person(&w, 0, .person_id = "1", .name = "山田太郎");
    add_person(&w, 0, .person_id = "１", .name = "鈴木花子");
    add_person(&w, 0, .person_id = "2", .name = "佐藤恵子", .former_name = "高橋恵子");
    add_person(&w, 0, .person_id = "2", .name = "髙橋恵子", .former_name = "");
    world_seal(&w);
    ck_assert_uint_eq(w.model.people.count, 3); /* two people of number 1, one of number 2 */
    ck_assert(span_equal(model_text(&w.model, person("1")->name), SPAN("山田太郎")));
    ck_assert_uint_eq(w.model.rosters[0].issues.count, 1); /* a former name is no other person */
    const struct issue *issue = &w.model.rosters[0].issues.items[0];
    ck_assert_uint_eq(issue->problem, MSG_PERSON_ID_TWO_NAMES);
    ck_assert_uint_eq(issue->line, 3);
    ck_assert(span_equal(issue->value, SPAN("鈴木花子")));
    ck_assert(span_equal(issue->args[1], SPAN("hr/roster.csv:2")));
    world_release(&w);
}
END_TEST

/* --- Identity of IDs --- */

static const struct id_case {
    const char *asked;
    const char *person; /* NULL unless one */
    bool by_bare;
    uint32_t candidates;
} id_cases[] = {
    {"01234", "01234", false, 1},
    {"001234", "001234", false, 1},
    {"1234", NULL, true, 2},
    {"0001234", NULL, true, 2},
    {"000777", "000777", false, 1},
    {"777", "000777", true, 1},
    {"０００７７７", "000777", false, 1},
    {" 000777 ", "000777", false, 1},
    {"A-01", "a-01", false, 1},
    {"ａ－０１", "a-01", false, 1},
    {"A-1", NULL, false, 0},
    {"9999", NULL, false, 0},
    {"", NULL, false, 0},
};

START_TEST(identity_of_ids) {
    const struct id_case *c = &id_cases[_i];
    begin("2026-03-31");
    add_system(&w, "税");
    add_person(&w, 0, .person_id = "01234", .name = "山田太郎");
    add_person(&w, 0, .person_id = "001234", .name = "鈴木花子");
    add_person(&w, 0, .person_id = "000777", .name = "佐藤恵子");
    add_person(&w, 0, .person_id = "a-01", .name = "田中一郎");
    add_account(&w, 0, .user_id = "u1", .person_id = c->asked);
    world_seal(&w);
    struct people_found found = model_find_people(&w.model, span_of(c->asked));
    ck_assert_uint_eq(people_found_one(found).n,
                      c->person ? person_named(&w, c->person) : NO_INDEX);
    ck_assert_uint_eq(found.by_bare, c->by_bare);
    ck_assert_uint_eq(found.people.count, c->candidates);
    struct fold_cache *cache = fold_cache_new(&w.model, &w.model.systems[0]);
    struct people_found again =
        fold_cache_find_people(cache, w.model.systems[0].accounts.items[0].person_id);
    ck_assert_ptr_eq(again.people.items, found.people.items);
    ck_assert_uint_eq(again.people.count, found.people.count);
    fold_cache_free(cache);
    world_release(&w);
}
END_TEST

/* --- Keys --- */

START_TEST(keys_are_those_of_the_model_or_unknown) {
    begin("2026-03-31");
    add_system(&w, "税");
    add_person(&w, 0, .person_id = "1", .name = "髙橋花子", .kana = "タカハシハナコ",
               .department = "税務課");
    add_account(&w, 0, .user_id = "u1", .name = "高橋　花子", .kana = "たかはしはなこ",
                .department = "税務課 ");
    add_account(&w, 0, .user_id = "u2", .name = "鈴木次郎", .kana = "", .department = "総務課");
    world_seal(&w);
    const struct person *p = person("1");
    const struct account *a = w.model.systems[0].accounts.items;
    struct fold_cache *cache = fold_cache_new(&w.model, &w.model.systems[0]);
    for (int twice = 0; twice < 2; twice++) {
        ck_assert(key_equal(fold_cache_key(cache, FOLD_NAME, a[0].name), p->name_key));
        ck_assert(key_equal(fold_cache_key(cache, FOLD_KANA, a[0].kana), p->kana_key));
        ck_assert(key_equal(fold_cache_key(cache, FOLD_WORD, a[0].department),
                            w.model.posts.items[p->posts].department_key));
        ck_assert(key_equal(fold_cache_key(cache, FOLD_NAME, a[1].name), KEY_UNKNOWN));
        ck_assert(key_equal(fold_cache_key(cache, FOLD_WORD, a[1].department), KEY_UNKNOWN));
        ck_assert(key_is_none(fold_cache_key(cache, FOLD_KANA, a[1].kana)));
    }
    ck_assert_uint_eq(key_index_get(&w.model.by_name, KEY_UNKNOWN).count, 0);
    ck_assert_uint_eq(key_index_get(&w.model.by_name, KEY_NONE).count, 0);
    ck_assert(str_is_none(strpool_find(&w.model.keys, SPAN("総務課"))));
    fold_cache_free(cache);
    world_release(&w);
}
END_TEST

START_TEST(inputs_stand_in_the_order_of_the_report) {
    begin("2026-03-31");
    add_system(&w, "税");
    add_license(&w, "PDF");
    add_waiver(&w, .rule = "dormant-account", .target = "税");
    add_department(&w, .code = "1", .name = "税務課");
    add_device(&w, .device_id = "PC1");
    world_seal(&w);
    static const enum record expected[] = {RECORD_PERSON, RECORD_ACCOUNT,    RECORD_SEAT,
                                           RECORD_DEVICE, RECORD_DEPARTMENT, RECORD_WAIVER};
    const struct model_inputs *inputs = &w.model.inputs;
    ck_assert_uint_eq(inputs->count, 6);
    for (uint32_t i = 0; i < inputs->count; i++) {
        enum input_kind kind = model_kind_of(expected[i]);
        ck_assert_int_eq(inputs->items[i].plan->record, expected[i]);
        ck_assert_uint_eq(model_input_at(&w.model, kind, model_place_in_kind(&w.model, i)), i);
    }
    ck_assert_ptr_eq(w.model.systems, &inputs->items[1]);
    ck_assert_ptr_eq(w.model.table_of[RECORD_WAIVER], &inputs->items[5]);
    ck_assert_uint_eq(model_kind_count(&w.model, INPUT_TABLE), 2);
    ck_assert_uint_eq(model_judged_count(&w.model), 4);
    ck_assert_uint_eq(model_find_device(&w.model, SPAN("ｐｃ1")).n, 0);
    ck_assert(!is_device(model_find_device(&w.model, SPAN("pc2"))));
    world_release(&w);
}
END_TEST

START_TEST(nobody_at_all) {
    begin("2026-03-31");
    world_seal(&w);
    ck_assert_uint_eq(w.model.people.count, 0);
    ck_assert_uint_eq(model_find_people(&w.model, SPAN("1")).people.count, 0);
    ck_assert(!is_system(model_system(&w.model, SPAN("税"))));
    world_release(&w);
}
END_TEST

#define COUNT(list) (int)(sizeof(list) / sizeof *(list))

int main(void) {
    Suite *suite = suite_create("model");
    TCase *people = tcase_create("people");
    tcase_add_loop_test(people, a_row_on_the_day, 0, COUNT(state_cases));
    tcase_add_test(people, a_conflict_names_the_column_and_the_day);
    tcase_add_test(people, posts_are_united);
    tcase_add_loop_test(people, rows_of_one_person, 0, COUNT(union_cases));
    tcase_add_test(people, one_id_two_names);
    tcase_add_loop_test(people, identity_of_ids, 0, COUNT(id_cases));
    tcase_add_test(people, keys_are_those_of_the_model_or_unknown);
    tcase_add_test(people, inputs_stand_in_the_order_of_the_report);
    tcase_add_test(people, nobody_at_all);
    suite_add_tcase(suite, people);
    return run_suite(suite);
}
