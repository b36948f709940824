/*
 * The parts of the review room on small records made by hand: whose cell it is, what two writings
 * of an identifier have in common, colleagues and candidates in words, the table of links.
 */
#include "files.h"
#include "suite.h"

#include "answers.h"
#include "review_internal.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

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
     .left_on = 20543},
    {.person_id = TEXT("B 1"), .state = TEXT("left"), .email = TEXT("b1@x"), .left_on = DATE_NONE},
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
    {.user_id = TEXT("t4"), .person = 4, .roles = view_only, .role_count = 1},
    {.user_id = TEXT("t5"), .person = NO_ROW, .department = TEXT("税務課"), .roles = both},
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
        {"'001234", 0, true},
        {"　 001234", 0, true},
        {"'", NO_ROW, false},
        {"b 1", 4, true},
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
    ck_assert(!staff_is_holder(staff, SPAN(""), number, name));
    ck_assert(!staff_is_holder(staff, SPAN("x 佐藤花子"), number, name)); /* a name of its own */
    ck_assert(!staff_is_holder(staff, SPAN("9999 田中 正"), number, name));
    ck_assert(staff_is_holder(staff, SPAN("佐藤 花子"), SPAN(""), name));
    ck_assert(!staff_is_holder(staff, SPAN("1234"), SPAN(""), name));
    ck_assert(staff_is_holder(staff, SPAN("c9 誰か"), SPAN("C9"), SPAN(""))); /* in no roster now */
    ck_assert(staff_is_holder(staff, SPAN("C 9"), SPAN("C 9"), SPAN("")));
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
    strbuf_clear(&text);
    colleagues_write(c, &accounts[3], LANG_EN, &text); /* nobody knows where he is */
    colleagues_write(c, &accounts[4], LANG_EN, &text); /* nobody's */
    ck_assert_uint_eq(text.n, 0);
    struct colleagues *none = colleagues_new();
    colleagues_write(none, &accounts[1], LANG_EN, &text);
    ck_assert_str_eq(text.p, "照会: 0 of 0");
    colleagues_free(none);
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

START_TEST(a_candidate_is_one_by_what_it_has_of_the_account) {
    static const struct {
        const char *user_id, *matched_by, *person, *wanted;
    } cases[] = {
        {"B1@x", "", "B 1", "B 1  (left): matched by email"},
        {"a-7", "", "A-7", "A-7 田中 正 (税務課, active): matched by user_id"},
        {"x", "kana", "A-8", "A-8 田中 正 (市民課, active): matched by name"}, /* leaves later */
        {"x", "template", "B 1", "B 1  (left): matched by template"},
    };
    struct staff *staff = staff_index(&record);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct span id = span_of(cases[i].person);
        struct account_record a = {.user_id = span_of(cases[i].user_id),
                                   .person = NO_ROW,
                                   .matched_by = span_of(cases[i].matched_by),
                                   .candidates = &id,
                                   .candidate_count = 1};
        struct strbuf text = {0};
        candidates_write(staff, &a, LANG_EN, &text);
        ck_assert_str_eq(text.p, cases[i].wanted);
        strbuf_release(&text);
    }
    staff_free(staff);
}
END_TEST

/* --- The table of links, and sheets --- */

static char *folder;
static char path[96];

static void setup(void) {
    folder = make_directory();
    snprintf(path, sizeof path, "%s/links.csv", folder);
}

static void teardown(void) {
    remove_directory(folder);
    free(folder);
}

static void expect_bytes(const char *file, const char *wanted) {
    char *found = read_whole(file, NULL);
    ck_assert_str_eq(found, wanted);
    free(found);
}

START_TEST(links_are_appended_in_the_manner_of_the_file) {
    static const struct {
        const char *before, *added;
    } cases[] = {
        {"system,user_id,person_id,note\n", "税,u1,1,\"a,b\"\n"},
        {"note;person_id;user_id;system\r\nx;1;2;3", "\r\na,b;1;u1;税\r\n"},
        {"\xEF\xBB\xBFsystem\tuser_id\tperson_id\tby\n", "税\tu1\t1\t\n"},
        {"system,user_id,person_id,note\n税,\"u\n2\",2,\n", "税,u1,1,\"a,b\"\n"},
        {"system,user_id,person_id,note", "\n税,u1,1,\"a,b\"\n"},
        {"system,user_id,person_id,note\rx,y,2,\r", "税,u1,1,\"a,b\"\r"},
        {"system,user_id,person_id,,note\n", "税,u1,1,,\"a,b\"\n"},
    };
    struct review_link link = {SPAN("税"), SPAN("u1"), SPAN("1"), SPAN(""), SPAN("a,b")};
    struct review_act act = {.directory = folder, .links = path, .links_is_csv = true};
    char wanted[512];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct link_file *file;
        struct error err;
        write_whole(path, cases[i].before);
        ck_assert(link_file_write(&file, &act, &link, 1, &err));
        expect_bytes(path, cases[i].before); /* until it is committed */
        ck_assert(link_file_commit(file, &err));
        link_file_free(file);
        snprintf(wanted, sizeof wanted, "%s%s", cases[i].before, cases[i].added);
        expect_bytes(path, wanted);
    }
}
END_TEST

START_TEST(a_cell_of_a_link_is_quoted_where_it_must_be) {
    static const struct {
        const char *note, *written;
    } cases[] = {{"a b", "a b"},
                 {"say \"x\"", "\"say \"\"x\"\"\""},
                 {"a\nb", "\"a\nb\""},
                 {"a\rb", "\"a\rb\""}};
    struct review_act act = {.directory = folder, .links = path, .links_is_csv = true};
    char wanted[512];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct review_link link = {SPAN("s"), SPAN("u"), SPAN("1"), SPAN(""),
                                   span_of(cases[i].note)};
        struct link_file *file;
        struct error err;
        write_whole(path, "system,user_id,person_id,note\n");
        ck_assert(link_file_write(&file, &act, &link, 1, &err));
        ck_assert(link_file_commit(file, &err));
        link_file_free(file);
        snprintf(wanted, sizeof wanted, "system,user_id,person_id,note\ns,u,1,%s\n",
                 cases[i].written);
        expect_bytes(path, wanted);
    }
}
END_TEST

/* What is not understood, or has no such sign, is left as it is; the links go beside it. */
START_TEST(a_table_that_cannot_take_links_is_left_alone) {
    static const char *const tables[] = {
        "user_id,person_id\n",
        "system,person_id\n",
        "system,user_id\n",
        "system,user_id,person_id,\x94\xF5\x8D\x6C\n", /* CP932, which has no 𠮷 */
        "",
    };
    struct review_link link = {SPAN("s"), SPAN("u"), SPAN("1"), SPAN(""), SPAN("𠮷")};
    struct review_act act = {.directory = folder, .links = path, .links_is_csv = true};
    char beside[128], many[512] = "system,user_id,person_id";
    snprintf(beside, sizeof beside, "%s/links-new.csv", folder);
    for (int i = 0; i < 62; i++) /* 65 columns: one more than are looked at */
        strcat(many, ",x");
    for (size_t i = 0; i <= sizeof tables / sizeof *tables; i++) {
        const char *table = i < sizeof tables / sizeof *tables ? tables[i] : many;
        struct link_file *file;
        struct error err;
        write_whole(path, table);
        ck_assert(link_file_write(&file, &act, &link, 1, &err));
        ck_assert_str_eq(link_file_path(file), beside);
        ck_assert(link_file_commit(file, &err));
        link_file_free(file);
        expect_bytes(path, table);
        expect_bytes(beside, "\xEF\xBB\xBFsystem,user_id,person_id,note\r\ns,u,1,𠮷\r\n");
        ck_assert_int_eq(remove(beside), 0);
    }
}
END_TEST

/* More than one block of another encoding. */
START_TEST(long_notes_are_encoded_whole) {
    enum { SIGNS = 3000 };
    static char note[SIGNS * 3 + 1], wanted[SIGNS * 2 + 64];
    struct review_act act = {.directory = folder, .links = path, .links_is_csv = true};
    strcpy(wanted, "system,user_id,person_id,\x94\xF5\x8D\x6C\ns,u,1,");
    for (int i = 0; i < SIGNS; i++) {
        strcat(note + 3 * i, "字");
        strcat(wanted, "\x8E\x9A");
    }
    strcat(wanted, "\n");
    struct review_link link = {SPAN("s"), SPAN("u"), SPAN("1"), SPAN(""), span_of(note)};
    struct link_file *file;
    struct error err;
    char found[sizeof wanted + 1] = "";
    write_whole(path, "system,user_id,person_id,\x94\xF5\x8D\x6C\n");
    ck_assert(link_file_write(&file, &act, &link, 1, &err));
    ck_assert(link_file_commit(file, &err));
    link_file_free(file);
    FILE *f = fopen(path, "rb");
    ck_assert_ptr_nonnull(f);
    ck_assert_uint_eq(fread(found, 1, sizeof found - 1, f), strlen(wanted));
    fclose(f);
    ck_assert_str_eq(found, wanted);
}
END_TEST

static void limit_files(rlim_t most) {
    struct rlimit limit = {most, RLIM_INFINITY};
    signal(SIGXFSZ, SIG_IGN);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

START_TEST(links_that_cannot_be_written_are_said) {
    struct review_link link = {SPAN("s"), SPAN("u"), SPAN("1"), SPAN(""), SPAN("")};
    struct review_act nowhere = {.directory = "/dev/null/review"},
                      lost = {.links = "/dev/null/links.csv", .links_is_csv = true},
                      full = {.directory = folder, .links = path, .links_is_csv = true};
    struct link_file *file;
    struct error err;
    ck_assert(!link_file_write(&file, &nowhere, &link, 1, &err));
    ck_assert_int_eq(err.message, MSG_REVIEW_WRITE_FAILED);
    ck_assert(!link_file_write(&file, &lost, &link, 1, &err));
    ck_assert_int_eq(err.message, MSG_REVIEW_WRITE_FAILED);
    write_whole(path, "system,user_id,person_id\n");
    limit_files(10);
    ck_assert(!link_file_write(&file, &full, &link, 1, &err));
    limit_files(RLIM_INFINITY);
    ck_assert_int_eq(err.message, MSG_REVIEW_WRITE_FAILED);
    expect_bytes(path, "system,user_id,person_id\n");
    ck_assert(link_file_write(&file, &full, &link, 1, &err));
    ck_assert_int_eq(remove(path), 0);
    ck_assert_int_eq(mkdir(path, 0700), 0); /* somebody's folder is there now */
    ck_assert(!link_file_commit(file, &err));
    link_file_free(file);
    link_file_free(NULL);
    ck_assert_int_eq(chdir(folder), 0); /* a name alone: beside it is here */
    struct review_act here = {.links = "links.csv", .links_is_csv = false};
    ck_assert(link_file_write(&file, &here, &link, 1, &err));
    ck_assert_str_eq(link_file_path(file), "links-new.csv");
    link_file_free(file);
}
END_TEST

/* What was staged by an import that is recorded takes its place, unless the table has changed. */
START_TEST(what_was_staged_goes_on_from_the_table_or_is_forgotten) {
    static const struct {
        const char *now, *then; /* NULL: no file */
    } cases[] = {{"a\n", "a\nb\n"}, {NULL, "a\nb\n"}, {"c\n", "c\n"}, {"a\nb\nc\n", "a\nb\nc\n"}};
    struct review_act act = {.directory = folder, .links = path, .links_is_csv = true};
    static const char whole[] = "a\nb\n";
    char waiting[128], sha256[DIGEST_HEX_SIZE];
    struct digest *d = digest_new();
    digest_add(d, whole, sizeof whole - 1);
    digest_finish(d, sha256);
    snprintf(waiting, sizeof waiting, "%s.tenko-new", path);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_whole(path, whole);
        ck_assert_int_eq(rename(path, waiting), 0);
        if (cases[i].now)
            write_whole(path, cases[i].now);
        link_file_finish_last(&act, span_of(sha256));
        expect_bytes(path, cases[i].then);
        ck_assert_int_ne(access(waiting, F_OK), 0);
        ck_assert_int_eq(remove(path), 0);
    }
    write_whole(path, ""); /* killed before a byte was written */
    ck_assert_int_eq(rename(path, waiting), 0);
    link_file_finish_last(&act, span_of(sha256));
    ck_assert(access(waiting, F_OK) != 0 && access(path, F_OK) != 0);
    write_whole(path, whole);
    ck_assert_int_eq(rename(path, waiting), 0);
    ck_assert_int_eq(mkdir(path, 0700), 0);
    link_file_finish_last(&act, span_of(sha256));
    ck_assert_int_ne(access(waiting, F_OK), 0);
    struct review_act others[] = {{.directory = folder},
                                  {.directory = folder, .links = path, .links_is_csv = false}};
    for (int i = 0; i < 2; i++) /* no table, or a workbook: only what lies beside it */
        link_file_finish_last(&others[i], span_of(sha256));
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
        write_whole(path, "system,user_id,person_id\n");
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
    write_whole(path, "団体名,,みなと市\n\n"
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
    tcase_add_test(c, a_candidate_is_one_by_what_it_has_of_the_account);
    tcase_add_test(c, links_are_appended_in_the_manner_of_the_file);
    tcase_add_test(c, a_cell_of_a_link_is_quoted_where_it_must_be);
    tcase_add_test(c, a_table_that_cannot_take_links_is_left_alone);
    tcase_add_test(c, long_notes_are_encoded_whole);
    tcase_add_test(c, links_that_cannot_be_written_are_said);
    tcase_add_test(c, what_was_staged_goes_on_from_the_table_or_is_forgotten);
    tcase_add_test(c, a_killed_import_is_finished_or_forgotten);
    tcase_add_test(c, a_sheet_is_found_below_its_lines_wherever_its_columns_are);
    suite_add_tcase(s, c);
    return run_suite(s);
}
