/*
 * The parts of the review room on small records made by hand: whose cell it is, what two writings
 * of an identifier have in common, colleagues and candidates in words, the table of links.
 */
#include "suite.h"

#include "answers.h"
#include "review_internal.h"

#include <stdio.h>
#include <stdlib.h>

#define TEXT(literal)                                                                              \
    { literal, sizeof(literal) - 1 } /* of a static table */

/* --- A record of two people, and of accounts --- */

static const struct span law[] = {TEXT("法務課")};
static const struct person_record people[] = {
    {.person_id = TEXT("001234"),
     .name = TEXT("佐藤　花子"),
     .department = TEXT("税務課"),
     .state = TEXT("active"),
     .login = TEXT("hanako"),
     .left_on = DATE_NONE},
    {.person_id = TEXT("000099"),
     .name = TEXT("髙橋 次郎"),
     .department = TEXT("市民課"),
     .posts = law,
     .post_count = 1,
     .state = TEXT("left"),
     .left_on = 20543},
    {.person_id = TEXT("A-7"),
     .name = TEXT("田中 正"),
     .department = TEXT("税務課"),
     .state = TEXT("active"),
     .left_on = DATE_NONE},
    {.person_id = TEXT("A-8"),
     .name = TEXT("田中 正"),
     .department = TEXT("市民課"),
     .state = TEXT("active"),
     .left_on = DATE_NONE},
};
static const struct span view_only[] = {TEXT("照会")}, both[] = {TEXT("照会"), TEXT("起票")};
static struct account_record accounts[] = {
    {.user_id = TEXT("t1"),
     .person = 0,
     .department = TEXT("税務課"),
     .roles = both,
     .role_count = 2},
    {.user_id = TEXT("t2"),
     .person = 2,
     .department = TEXT("税務課"),
     .roles = view_only,
     .role_count = 1},
    {.user_id = TEXT("t3"),
     .person = 2,
     .department = TEXT("税務課"),
     .roles = view_only,
     .role_count = 1},
};

static void person_row(const void *from, size_t i, struct person_record *out) {
    (void)from;
    *out = people[i];
}

static void account_row(const void *from, size_t i, struct account_record *out) {
    (void)from;
    *out = accounts[i];
}

static const struct record_rows rows = {.person = person_row, .account = account_row};
static const struct run_record record = {.person_count = sizeof people / sizeof *people,
                                         .account_count = sizeof accounts / sizeof *accounts,
                                         .rows = &rows};

/* --- Identifiers --- */

START_TEST(what_spreadsheets_do_to_an_identifier_is_undone) {
    static const struct {
        const char *written, *sent;
        bool is_same;
    } cases[] = {
        {"0099", "0099", true},  {"99", "0099", true},        {"99.0", "0099", true},
        {"'0099", "0099", true}, {"=\"0099\"", "0099", true}, {"Ｔ００１", "t001", true},
        {"T001", "t001", true},  {" t001", "t001", true},     {"t01", "t001", false},
        {"0990", "0099", false}, {"", "0099", false},         {"9.9E+01", "0099", false},
        {"'=1+1", "=1+1", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg(same_id(span_of(cases[i].written), span_of(cases[i].sent)) ==
                          cases[i].is_same,
                      "%s and %s", cases[i].written, cases[i].sent);
}
END_TEST

START_TEST(an_id_has_r_and_fifteen_digits) {
    char id[REVIEW_ID_SIZE];
    review_id_format(0x0123456789abcde, id);
    ck_assert_str_eq(id, "r0123456789abcde");
    review_id_format(0, id);
    ck_assert_str_eq(id, "");
}
END_TEST

/* --- Who a reviewer's cell means --- */

START_TEST(a_cell_means_one_person_or_nobody) {
    static const struct {
        const char *cell;
        uint32_t person;
        bool by_number;
    } cases[] = {
        {"001234", 0, true},
        {"1234", 0, true},
        {"001234 佐藤 花子", 0, true},
        {"’", NO_ROW, false},
        {"００１２３４　佐藤", 0, true},
        {"佐藤花子", 0, false},
        {"高橋次郎", 1, false},
        {"田中 正", NO_ROW, false}, /* two of that name */
        {"a-7 田中 正", 2, true},
        {"9999 佐藤 花子", NO_ROW, false},
        {"", NO_ROW, false},
    };
    struct staff *staff = staff_index(&record);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool by_number = false;
        ck_assert_msg(staff_find(staff, span_of(cases[i].cell), &by_number) == cases[i].person,
                      "%s", cases[i].cell);
        if (cases[i].person != NO_ROW)
            ck_assert_int_eq(by_number, cases[i].by_number);
    }
    staff_free(staff);
}
END_TEST

START_TEST(nobody_reviews_himself_by_number_or_by_name) {
    struct staff *staff = staff_index(&record);
    struct span number = SPAN("001234"), name = SPAN("佐藤　花子");
    ck_assert(staff_is_holder(staff, SPAN("1234"), number, name));
    ck_assert(staff_is_holder(staff, SPAN("佐藤 花子"), number, name));
    ck_assert(staff_is_holder(staff, SPAN("9999 佐藤花子"), number, name)); /* a wrong number */
    ck_assert(!staff_is_holder(staff, SPAN("A-7 田中 正"), number, name));
    ck_assert(!staff_is_holder(staff, SPAN("A-8 田中 正"), SPAN("A-7"), SPAN("田中 正")));
    ck_assert(!staff_is_holder(staff, SPAN("佐藤 花子"), SPAN(""), SPAN("")));
    staff_free(staff);
}
END_TEST

START_TEST(the_right_reviewer_is_of_the_addressee_or_the_manager) {
    struct staff *staff = staff_index(&record);
    ck_assert(staff_is_right(staff, 0, SPAN("税務課"), SPAN("")));
    ck_assert(staff_is_right(staff, 1, SPAN("法務課"), SPAN(""))); /* by a concurrent post */
    ck_assert(!staff_is_right(staff, 1, SPAN("税務課"), SPAN("")));
    ck_assert(staff_is_right(staff, 1, SPAN("税務課"), SPAN("99")));
    ck_assert(staff_is_right(staff, 1, SPAN("000099 髙橋 次郎"), SPAN(""))); /* --by manager */
    ck_assert(!staff_is_right(staff, NO_ROW, SPAN("税務課"), SPAN("99")));
    ck_assert(!staff_is_right(staff, 1, SPAN(""), SPAN("")));
    staff_free(staff);
}
END_TEST

/* --- Words on the sheets --- */

START_TEST(colleagues_are_counted_once_and_without_oneself) {
    struct colleagues *c = colleagues_new();
    for (size_t i = 0; i < record.account_count; i++)
        colleagues_add(c, &accounts[i]);
    struct strbuf text = {0};
    colleagues_write(c, &accounts[0], LANG_EN, &text); /* the other one has two accounts */
    ck_assert_str_eq(text.p, "照会: 1 of 1; 起票: 0 of 1");
    strbuf_release(&text);
    colleagues_free(c);
}
END_TEST

START_TEST(a_candidate_has_a_name_and_a_reason) {
    static const struct span ids[] = {TEXT("000099"), TEXT("001234"), TEXT("777")};
    struct account_record a = {.user_id = SPAN("hanako"),
                               .name = SPAN("佐藤 花子"),
                               .account_department = SPAN("税務課"),
                               .person = NO_ROW,
                               .matched_by = SPAN("email"),
                               .candidates = ids,
                               .candidate_count = 3};
    struct staff *staff = staff_index(&record);
    struct strbuf text = {0};
    candidates_write(staff, &a, LANG_EN, &text);
    ck_assert_str_eq(text.p,
                     "000099 髙橋 次郎 (市民課, left 2026-03-31): matched by email; "
                     "001234 佐藤　花子 (税務課, active): matched by name+department, login; 777");
    strbuf_release(&text);
    staff_free(staff);
}
END_TEST

/* --- The table of links, and sheets --- */

static char folder[] = "/tmp/tenko-review-XXXXXX";
static char path[96];

static void setup(void) {
    strcpy(folder + sizeof folder - 7, "XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/links.csv", folder);
}

static void teardown(void) {
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    ck_assert_int_eq(system(command), 0);
}

static void write_bytes(const char *bytes) {
    FILE *f = fopen(path, "wb");
    ck_assert_ptr_nonnull(f);
    fputs(bytes, f);
    ck_assert_int_eq(fclose(f), 0);
}

static void expect_bytes(const char *file, const char *wanted) {
    char found[4096] = "";
    FILE *f = fopen(file, "rb");
    ck_assert_msg(f != NULL, "%s is not there", file);
    found[fread(found, 1, sizeof found - 1, f)] = '\0';
    fclose(f);
    ck_assert_str_eq(found, wanted);
}

START_TEST(links_are_appended_in_the_manner_of_the_file) {
    static const struct {
        const char *before, *added;
    } cases[] = {
        {"system,user_id,person_id,note\n", "税,u1,1,\"a,b\"\n"},
        {"note;person_id;user_id;system\r\nx;1;2;3", "\r\na,b;1;u1;税\r\n"},
        {"\xEF\xBB\xBFsystem\tuser_id\tperson_id\tby\n", "税\tu1\t1\t\n"},
        {"system,user_id,person_id,note\n税,\"u\n2\",2,\n", "税,u1,1,\"a,b\"\n"},
    };
    struct review_link link = {SPAN("税"), SPAN("u1"), SPAN("1"), SPAN(""), SPAN("a,b")};
    struct review_act act = {.directory = folder, .links = path, .links_is_csv = true};
    char wanted[512];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct link_file *file;
        struct error err;
        write_bytes(cases[i].before);
        ck_assert(link_file_write(&file, &act, &link, 1, &err));
        expect_bytes(path, cases[i].before); /* until it is committed */
        ck_assert(link_file_commit(file, &err));
        link_file_free(file);
        snprintf(wanted, sizeof wanted, "%s%s", cases[i].before, cases[i].added);
        expect_bytes(path, wanted);
    }
}
END_TEST

START_TEST(a_killed_import_is_finished_or_forgotten) {
    struct review_link link = {SPAN("s"), SPAN("u1"), SPAN("1"), SPAN(""), SPAN("")};
    struct review_act act = {.directory = folder, .links = path, .links_is_csv = true};
    char waiting[128], command[320], sha256[DIGEST_HEX_SIZE];
    snprintf(waiting, sizeof waiting, "%s.tenko-new", path);
    for (int is_recorded = 0; is_recorded < 2; is_recorded++) {
        struct link_file *file;
        struct error err;
        write_bytes("system,user_id,person_id\n");
        ck_assert(link_file_write(&file, &act, &link, 1, &err));
        memcpy(sha256, link_file_sha256(file), sizeof sha256);
        snprintf(command, sizeof command, "cp %s %s/kept", waiting, folder);
        ck_assert_int_eq(system(command), 0);
        link_file_free(file); /* removes it; the killed program would not have */
        snprintf(command, sizeof command, "mv %s/kept %s", folder, waiting);
        ck_assert_int_eq(system(command), 0);
        link_file_finish_last(&act, is_recorded ? span_of(sha256) : SPAN(""));
        expect_bytes(path, is_recorded ? "system,user_id,person_id\ns,u1,1\n"
                                       : "system,user_id,person_id\n");
        ck_assert_ptr_null(fopen(waiting, "rb"));
    }
}
END_TEST

START_TEST(a_sheet_is_found_below_its_lines_wherever_its_columns_are) {
    struct answers a;
    struct error err;
    write_bytes("団体名,,みなと市\n\n"
                "メモ,確認日,確認者,備考,判断,利用者ID,システム,管理番号,確認票番号\n"
                ",,,,,,,,\n"
                "x,R8.4.5,001234, ok ,継続,0099,税,r00000000000000a,1\n");
    ck_assert(answers_open(&a, path, &err));
    ck_assert(a.has_head && !a.is_links);
    ck_assert_str_eq(a.organization.p, "みなと市");
    ck_assert_int_eq(answers_next(&a, &err), NEXT_ROW); /* the empty one is passed over */
    ck_assert(span_equal(answers_cell(&a, SHEET_USER_ID), SPAN("0099")));
    ck_assert(span_equal(answers_cell(&a, SHEET_COMMENT), SPAN("ok")));
    ck_assert_uint_eq(answers_cell(&a, SHEET_ROLES).n, 0);
    ck_assert_int_eq(answers_next(&a, &err), NEXT_END);
    answers_close(&a);
}
END_TEST

int main(void) {
    Suite *s = suite_create("review");
    TCase *c = tcase_create("review");
    tcase_add_checked_fixture(c, setup, teardown);
    tcase_add_test(c, what_spreadsheets_do_to_an_identifier_is_undone);
    tcase_add_test(c, an_id_has_r_and_fifteen_digits);
    tcase_add_test(c, a_cell_means_one_person_or_nobody);
    tcase_add_test(c, nobody_reviews_himself_by_number_or_by_name);
    tcase_add_test(c, the_right_reviewer_is_of_the_addressee_or_the_manager);
    tcase_add_test(c, colleagues_are_counted_once_and_without_oneself);
    tcase_add_test(c, a_candidate_has_a_name_and_a_reason);
    tcase_add_test(c, links_are_appended_in_the_manner_of_the_file);
    tcase_add_test(c, a_killed_import_is_finished_or_forgotten);
    tcase_add_test(c, a_sheet_is_found_below_its_lines_wherever_its_columns_are);
    suite_add_tcase(s, c);
    return run_suite(s);
}
