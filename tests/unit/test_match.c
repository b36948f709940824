/* Whose account is it: every step, their order, and the trace that says why. */
#include "builders.h"
#include "suite.h"
#include "tenko/match.h"

#include <check.h>

static struct world w;

/*
 * The people of every case:
 *   0100 山田太郎 in 税務課, and 0200 山田太郎 in 市民課: the same name twice.
 *   0300 髙橋恵子, formerly 佐藤恵子, in 税務課; login k.takahashi, mail in capitals.
 *   01234 鈴木一郎 and 001234 鈴木次郎: they differ in zeros only.
 *   0500 John Smith and 0501 伊藤花子 share a mail address and a login; 0500 has left.
 *   0600 and 0601 小林茂: same name, same department; 0601 has left.
 */
static void begin(void) {
    world_init(&w, "2026-03-31");
    add_roster(&w, "職員");
    add_system(&w, "税");
    add_person(&w, 0, .person_id = "0100", .name = "山田太郎", .department = "税務課",
               .email = "taro@example.jp", .login = "taro");
    add_person(&w, 0, .person_id = "0200", .name = "山田太郎", .department = "市民課");
    add_person(&w, 0, .person_id = "0300", .name = "髙橋恵子", .former_name = "佐藤恵子",
               .department = "税務課", .email = "Keiko@Example.JP", .login = "k.takahashi");
    add_person(&w, 0, .person_id = "01234", .name = "鈴木一郎", .department = "税務課");
    add_person(&w, 0, .person_id = "001234", .name = "鈴木次郎", .department = "税務課");
    add_person(&w, 0, .person_id = "0500", .name = "John Smith", .department = "税務課",
               .email = "desk@example.jp", .login = "desk", .left_on = "2025-10-31");
    add_person(&w, 0, .person_id = "0501", .name = "伊藤花子", .department = "市民課",
               .email = "desk@example.jp", .login = "desk");
    add_person(&w, 0, .person_id = "0600", .name = "小林茂", .department = "防災課");
    add_person(&w, 0, .person_id = "0601", .name = "小林 茂", .department = "防災課",
               .left_on = "2025-10-31");
}

static const struct match_case {
    const char *why;
    struct account_spec account;
    const char *template;
    const char *link; /* person_id of a row of policy/links, or NULL */
    bool is_exact;    /* match.accept: exact */
    enum outcome outcome;
    enum match_step step;
    const char *person;     /* NULL = nobody */
    const char *candidates; /* person_ids with commas */
    bool zeros_dropped;
} cases[] = {
    /* 1. links */
    {.why = "a link wins over a person_id",
     .account = {.user_id = "u1", .person_id = "0100"},
     .link = "0200",
     .outcome = OUTCOME_LINKED,
     .step = STEP_LINK,
     .person = "0200"},
    {.why = "a link to nobody wins over everything, and names no candidates",
     .account = {.user_id = "taro", .person_id = "0100", .name = "山田太郎"},
     .link = "-",
     .outcome = OUTCOME_NOBODY,
     .step = STEP_LINK},
    {.why = "a link to somebody unknown decides nothing",
     .account = {.user_id = "u1", .person_id = "0100"},
     .link = "9999",
     .outcome = OUTCOME_LINKED,
     .step = STEP_PERSON_ID,
     .person = "0100"},
    /* 2. person_id */
    {.why = "the person_id",
     .account = {.user_id = "u1", .person_id = "0100", .name = "別人太郎"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_PERSON_ID,
     .person = "0100"},
    {.why = "full width",
     .account = {.user_id = "u1", .person_id = "０１００"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_PERSON_ID,
     .person = "0100"},
    {.why = "zeros eaten by a spreadsheet",
     .account = {.user_id = "u1", .person_id = "100"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_PERSON_ID,
     .person = "0100",
     .zeros_dropped = true},
    {.why = "01234 is 01234, although 001234 is there",
     .account = {.user_id = "u1", .person_id = "01234"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_PERSON_ID,
     .person = "01234"},
    {.why = "1234 may be either: not equal, ambiguous",
     .account = {.user_id = "taro", .person_id = "1234"},
     .outcome = OUTCOME_AMBIGUOUS,
     .step = STEP_PERSON_ID,
     .candidates = "01234,001234",
     .zeros_dropped = true},
    {.why = "an unknown person_id: nothing below is tried; same names are listed",
     .account = {.user_id = "taro",
                 .person_id = "9999",
                 .email = "taro@example.jp",
                 .name = "山田太郎",
                 .department = "税務課"},
     .outcome = OUTCOME_NOBODY,
     .step = STEP_PERSON_ID,
     .candidates = "0100,0200"},
    {.why = "the person_id wins over the mail address",
     .account = {.user_id = "u1", .person_id = "0200", .email = "taro@example.jp"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_PERSON_ID,
     .person = "0200"},
    {.why = "somebody who has left is found as well",
     .account = {.user_id = "u1", .person_id = "0500"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_PERSON_ID,
     .person = "0500"},
    /* 3. email */
    {.why = "mail addresses compare without case",
     .account = {.user_id = "u1", .person_id = "", .email = "KEIKO@example.jp"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_EMAIL,
     .person = "0300"},
    {.why = "a mail address of two people decides as ambiguous; the one who left counts too",
     .account = {.user_id = "taro", .email = "desk@example.jp"},
     .outcome = OUTCOME_AMBIGUOUS,
     .step = STEP_EMAIL,
     .candidates = "0500,0501"},
    {.why = "an unknown mail address leaves it to the login",
     .account = {.user_id = "taro", .email = "who@example.jp"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_LOGIN,
     .person = "0100"},
    {.why = "the mail address wins over the login",
     .account = {.user_id = "taro", .email = "keiko@example.jp"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_EMAIL,
     .person = "0300"},
    /* 4. user_id */
    {.why = "the roster's login",
     .account = {.user_id = "K.Takahashi"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_LOGIN,
     .person = "0300"},
    {.why = "a login of two people",
     .account = {.user_id = "desk"},
     .outcome = OUTCOME_AMBIGUOUS,
     .step = STEP_LOGIN,
     .candidates = "0500,0501"},
    {.why = "the user_id is the person_id",
     .account = {.user_id = "0200", .name = "別人", .department = "税務課"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_USER_ID,
     .person = "0200"},
    {.why = "the user_id is the person_id without zeros",
     .account = {.user_id = "200"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_USER_ID,
     .person = "0200",
     .zeros_dropped = true},
    {.why = "the template",
     .account = {.user_id = "K0300@city"},
     .template = "k{person_id}@CITY",
     .outcome = OUTCOME_LINKED,
     .step = STEP_TEMPLATE,
     .person = "0300"},
    {.why = "the template without zeros",
     .account = {.user_id = "k300"},
     .template = "k{person_id}",
     .outcome = OUTCOME_LINKED,
     .step = STEP_TEMPLATE,
     .person = "0300",
     .zeros_dropped = true},
    {.why = "the template's number fits two",
     .account = {.user_id = "k1234"},
     .template = "k{person_id}",
     .outcome = OUTCOME_AMBIGUOUS,
     .step = STEP_TEMPLATE,
     .candidates = "01234,001234",
     .zeros_dropped = true},
    {.why = "the template captures nothing",
     .account = {.user_id = "k"},
     .template = "k{person_id}",
     .outcome = OUTCOME_NOBODY,
     .step = STEP_NONE},
    {.why = "the template's number is nobody's: the name is tried",
     .account = {.user_id = "k9999", .name = "山田太郎", .department = "市民課"},
     .template = "k{person_id}",
     .outcome = OUTCOME_LINKED,
     .step = STEP_NAME_DEPARTMENT,
     .person = "0200"},
    {.why = "the login wins over name and department",
     .account = {.user_id = "taro", .name = "山田太郎", .department = "市民課"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_LOGIN,
     .person = "0100"},
    /* 5. name and department */
    {.why = "two 山田太郎: the department tells them apart",
     .account = {.user_id = "u1", .name = "山田　太郎", .department = "市民課"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_NAME_DEPARTMENT,
     .person = "0200"},
    {.why = "variant kanji",
     .account = {.user_id = "u1", .name = "高橋恵子", .department = "税務課"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_NAME_DEPARTMENT,
     .person = "0300"},
    {.why = "the former name",
     .account = {.user_id = "u1", .name = "佐藤恵子", .department = "税務課"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_NAME_DEPARTMENT,
     .person = "0300"},
    {.why = "Latin letters in the other order",
     .account = {.user_id = "u1", .name = "SMITH John", .department = "税務課"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_NAME_DEPARTMENT,
     .person = "0500"},
    {.why = "two in one department: who has left does not step back silently",
     .account = {.user_id = "u1", .name = "小林茂", .department = "防災課"},
     .outcome = OUTCOME_AMBIGUOUS,
     .step = STEP_NAME_DEPARTMENT,
     .candidates = "0600,0601"},
    {.why = "only with match.accept probable",
     .account = {.user_id = "u1", .name = "山田太郎", .department = "市民課"},
     .is_exact = true,
     .outcome = OUTCOME_NOBODY,
     .step = STEP_NONE,
     .candidates = "0100,0200"},
    /* 6. nobody */
    {.why = "the name alone is no proof, even of one person",
     .account = {.user_id = "u1", .name = "伊藤花子", .department = ""},
     .outcome = OUTCOME_NOBODY,
     .step = STEP_NONE,
     .candidates = "0501"},
    {.why = "the name in another department",
     .account = {.user_id = "u1", .name = "山田太郎", .department = "防災課"},
     .outcome = OUTCOME_NOBODY,
     .step = STEP_NONE,
     .candidates = "0100,0200"},
    {.why = "the name in a department nobody knows",
     .account = {.user_id = "u1", .name = "伊藤花子", .department = "観光課"},
     .outcome = OUTCOME_NOBODY,
     .step = STEP_NONE,
     .candidates = "0501"},
    {.why = "the department alone",
     .account = {.user_id = "u1", .name = "", .department = "防災課"},
     .outcome = OUTCOME_NOBODY,
     .step = STEP_NONE},
    {.why = "nothing known at all",
     .account = {.user_id = "u1"},
     .outcome = OUTCOME_NOBODY,
     .step = STEP_NONE},
    {.why = "external accounts are matched like personal ones",
     .account = {.user_id = "taro", .kind = "external"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_LOGIN,
     .person = "0100"},
    {.why = "a guest of another tenant is found by the address he had there",
     .account = {.user_id = "Taro_example.jp#EXT#@city.onmicrosoft.com"},
     .outcome = OUTCOME_LINKED,
     .step = STEP_EMAIL,
     .person = "0100"},
    {.why = "without a place for the @ it is no guest's address",
     .account = {.user_id = "taro#EXT#@city.onmicrosoft.com"},
     .outcome = OUTCOME_NOBODY,
     .step = STEP_NONE},
    {.why = "an address of nobody",
     .account = {.user_id = "jiro@example.jp"},
     .outcome = OUTCOME_NOBODY,
     .step = STEP_NONE},
    /* owners */
    {.why = "a shared account has an owner, not a holder",
     .account = {.user_id = "taro", .person_id = "0100", .owner = "300", .kind = "shared"},
     .outcome = OUTCOME_OWNED,
     .step = STEP_OWNER,
     .person = "0300",
     .zeros_dropped = true},
    {.why = "a service account without one: nothing else is tried, not even links",
     .account = {.user_id = "taro", .person_id = "0100", .owner = "", .kind = "service"},
     .link = "0200",
     .outcome = OUTCOME_OWNED,
     .step = STEP_NONE},
    {.why = "an owner must be a person_id",
     .account = {.user_id = "u1", .owner = "伊藤花子", .kind = "shared"},
     .outcome = OUTCOME_OWNED,
     .step = STEP_NONE},
    {.why = "an owner who may be either of two",
     .account = {.user_id = "u1", .owner = "1234", .kind = "shared"},
     .outcome = OUTCOME_OWNED,
     .step = STEP_OWNER,
     .candidates = "01234,001234",
     .zeros_dropped = true},
};

static void seal_case(const struct match_case *c) {
    begin();
    add_account_row(&w, 0, c->account);
    if (c->link)
        add_link(&w, .system = "税", .user_id = c->account.user_id, .person_id = c->link);
    w.plan.systems.items[0].system.person_id_template = c->template;
    w.plan.accept = c->is_exact ? ACCEPT_EXACT : ACCEPT_PROBABLE;
    world_seal(&w);
}

static void match_all(struct matches *out) {
    struct fold_cache *cache = fold_cache_new(&w.model, &w.model.systems[0]);
    match_system(out, &w.model, (system_ref){0}, cache);
    fold_cache_free(cache);
}

static void assert_candidates(const struct match_case *c, const struct matches *matches,
                              const struct holding *h) {
    struct strbuf ids = {0};
    for (uint32_t i = 0; i < h->candidate_count; i++) {
        uint32_t person = matches->candidates.items[h->candidates + i];
        strbuf_add_text(&ids, i ? "," : "");
        strbuf_add_span(&ids, model_text(&w.model, w.model.people.items[person].person_id));
    }
    ck_assert_msg(span_equal(strbuf_span(&ids), span_of(c->candidates ? c->candidates : "")),
                  "%s: candidates %s", c->why, ids.p ? ids.p : "none");
    strbuf_release(&ids);
}

START_TEST(steps) {
    const struct match_case *c = &cases[_i];
    struct matches matches;
    seal_case(c);
    match_all(&matches);
    ck_assert_uint_eq(matches.holdings.count, 1);
    const struct holding *h = &matches.holdings.items[0];
    ck_assert_msg(h->outcome == (uint8_t)c->outcome, "%s: outcome %d", c->why, h->outcome);
    ck_assert_msg(h->step == (uint8_t)c->step, "%s: step %d", c->why, h->step);
    ck_assert_msg(h->person.n == (c->person ? person_named(&w, c->person) : NO_INDEX), "%s",
                  c->why);
    ck_assert_msg(h->zeros_dropped == c->zeros_dropped, "%s: zeros", c->why);
    assert_candidates(c, &matches, h);
    matches_release(&matches);
    world_release(&w);
}
END_TEST

/* Every case again: one step decides, it is the last but for the list of same names, it is the step
 * that match_system names, and every sentence stands in both languages without a hole. */
START_TEST(traces) {
    const struct match_case *c = &cases[_i];
    struct match_trace trace;
    seal_case(c);
    match_explain(&trace, &w.model, (system_ref){0}, (account_ref){0});
    size_t decided = 0;
    ck_assert_msg(trace.steps.count > 0, "%s", c->why);
    for (size_t i = 0; i < trace.steps.count; i++) {
        const struct trace_step *step = &trace.steps.items[i];
        decided += step->decided;
        if (step->decided && c->step != STEP_NONE)
            ck_assert_msg(step->step == c->step, "%s: %s decided", c->why,
                          match_step_name(step->step));
        for (int lang = LANG_JA; lang <= LANG_EN; lang++) {
            const char *at = message_template(step->what, (enum language)lang);
            while ((at = strchr(at, '{'))) {
                int arg = at[1] - '0';
                ck_assert_msg(step->args[arg].n > 0, "%s: {%d} of %s is empty", c->why, arg,
                              message_name(step->what));
                at++;
            }
        }
    }
    ck_assert_msg(decided == 1, "%s: %zu steps decided", c->why, decided);
    match_trace_release(&trace);
    world_release(&w);
}
END_TEST

START_TEST(a_trace_says_what_was_compared) {
    const struct match_case c = {.account = {.user_id = "u1", .person_id = "１００"}};
    struct match_trace trace;
    struct strbuf text = {0};
    seal_case(&c);
    match_explain(&trace, &w.model, (system_ref){0}, (account_ref){0});
    ck_assert_uint_eq(trace.steps.count, 2);
    ck_assert_uint_eq(trace.steps.items[0].what, MSG_TRACE_LINK_NONE);
    const struct trace_step *step = &trace.steps.items[1];
    ck_assert_uint_eq(step->what, MSG_TRACE_PERSON_ID_ZEROS);
    ck_assert(span_equal(step->args[0], SPAN("１００")));
    ck_assert(span_equal(step->args[1], SPAN("100")));
    ck_assert(span_equal(step->args[2], SPAN("0100 山田太郎")));
    message_format(&text, step->what, LANG_EN, step->args, 4);
    ck_assert_ptr_nonnull(strstr(text.p, "0100 山田太郎"));
    strbuf_release(&text);
    match_trace_release(&trace);
    world_release(&w);
}
END_TEST

START_TEST(renamed_departments_are_followed) {
    begin();
    add_department(&w, .code = "1", .name = "旧税務課", .valid_to = "2025-03-31",
                   .successors = "税務課");
    add_department(&w, .code = "2", .name = "税務課", .valid_from = "2025-04-01");
    add_account(&w, 0, .user_id = "u1", .name = "山田太郎", .department = "旧税務課");
    world_seal(&w);
    struct matches matches;
    match_all(&matches);
    ck_assert_uint_eq(matches.holdings.items[0].person.n, person_named(&w, "0100"));
    matches_release(&matches);
    world_release(&w);
}
END_TEST

/*
 * People of other names share an address: who is meant tell the days on which they left, and the
 * day on which the account was created. The last day is a day of work.
 */
static const struct {
    const char *why;
    const char *left_on[3]; /* "" = is there, "?" = has left, nobody knows when, NULL = no third */
    const char *created_on;
    uint32_t meant; /* which of them; NO_INDEX = open */
} sharers[] = {
    {"all have left: the last of them", {"2024-03-31", "2025-03-31", "2023-03-31"}, "", 1},
    {"two earlier ones of one day", {"2024-03-31", "2024-03-31", "2025-03-31"}, "", 2},
    {"two of the last day", {"2025-03-31", "2025-03-31", NULL}, "", NO_INDEX},
    {"and one before them", {"2025-03-31", "2025-03-31", "2024-03-31"}, "", NO_INDEX},
    {"created the day after", {"2025-03-31", "", NULL}, "2025-04-01", 1},
    {"created on the last day", {"2025-03-31", "", NULL}, "2025-03-31", NO_INDEX},
    {"nobody knows when it was created", {"2025-03-31", "", NULL}, "", NO_INDEX},
    {"nobody knows when he left", {"?", "", NULL}, "2025-04-01", NO_INDEX},
    {"two are there", {"2025-03-31", "", ""}, "2025-04-01", NO_INDEX},
};

START_TEST(who_left_and_when_tells_who_is_meant) {
    static const char *const ids[] = {"0701", "0702", "0703"};
    static const char *const names[] = {"甲野一", "乙山二", "丙川三"};
    begin();
    for (size_t i = 0; i < 3 && sharers[_i].left_on[i]; i++) {
        bool is_unknown = strcmp(sharers[_i].left_on[i], "?") == 0;
        add_person(&w, 0, .person_id = ids[i], .name = names[i], .email = "window@example.jp",
                   .status = is_unknown ? "left" : "",
                   .left_on = is_unknown ? "" : sharers[_i].left_on[i]);
    }
    add_account(&w, 0, .user_id = "u1", .email = "window@example.jp",
                .created_on = sharers[_i].created_on);
    world_seal(&w);
    struct matches matches;
    match_all(&matches);
    uint32_t meant = sharers[_i].meant;
    ck_assert_msg(matches.holdings.items[0].person.n ==
                      (meant == NO_INDEX ? NO_INDEX : person_named(&w, ids[meant])),
                  "%s", sharers[_i].why);
    matches_release(&matches);
    world_release(&w);
}
END_TEST

START_TEST(counts) {
    begin();
    add_account(&w, 0, .user_id = "a1", .person_id = "0100");
    add_account(&w, 0, .user_id = "a2", .person_id = "9999");
    add_account(&w, 0, .user_id = "a3", .person_id = "1234");
    add_account(&w, 0, .user_id = "a4", .person_id = "9998", .kind = "external");
    add_account(&w, 0, .user_id = "a5", .owner = "", .kind = "shared");
    add_account(&w, 0, .user_id = "a6", .person_id = "0200", .status = "disabled");
    world_seal(&w);
    struct matches matches;
    match_all(&matches);
    ck_assert_uint_eq(matches.holdings.count, 6);
    ck_assert_uint_eq(matches.matched, 2);
    ck_assert_uint_eq(matches.unmatched, 2);
    ck_assert_uint_eq(matches.ambiguous, 1);
    ck_assert_uint_eq(matches.personal, 4);
    ck_assert_uint_eq(matches.personal_unmatched, 1); /* ambiguous is not nobody */
    matches_release(&matches);
    world_release(&w);
}
END_TEST

#define COUNT(list) (int)(sizeof(list) / sizeof *(list))

int main(void) {
    Suite *suite = suite_create("match");
    TCase *all = tcase_create("match");
    tcase_add_loop_test(all, steps, 0, COUNT(cases));
    tcase_add_loop_test(all, traces, 0, COUNT(cases));
    tcase_add_test(all, a_trace_says_what_was_compared);
    tcase_add_test(all, renamed_departments_are_followed);
    tcase_add_loop_test(all, who_left_and_when_tells_who_is_meant, 0, COUNT(sharers));
    tcase_add_test(all, counts);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
