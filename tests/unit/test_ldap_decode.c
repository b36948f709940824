/* Decoders at their borders. Expected values: Microsoft's definitions of the attributes (FILETIME
 * counts 100 ns from 1601-01-01 UTC), RFC 4517, shadow(5), slapd's password policy, RFC 4514. */
#include "ldap_decode.h"
#include "ldap_schema.h"
#include "suite.h"

#include <check.h>

#define GARBAGE "(garbage)"
#define NONE    "(none)"

struct decode_case {
    ldap_decoder *decode;
    const char *value, *expected;
};

static void check_cases(const struct decode_case *cases, size_t count, const char *zone_name) {
    struct arena arena = {0};
    const struct zone *zone = zone_name ? zone_load(&arena, zone_name) : NULL;
    for (size_t i = 0; i < count; i++) {
        struct strbuf out = {0};
        strbuf_add_text(&out, "x"); /* what stood there must stay */
        enum decoded result = cases[i].decode(span_of(cases[i].value), zone, &out);
        const char *got = result == DECODED_VALUE  ? out.p + 1
                          : result == DECODED_NONE ? NONE
                                                   : GARBAGE;
        ck_assert_msg(strcmp(got, cases[i].expected) == 0, "case %zu: %s → %s, not %s", i,
                      cases[i].value, got, cases[i].expected);
        if (result != DECODED_VALUE)
            ck_assert_str_eq(out.p, "x");
        ck_assert_int_eq(out.p[0], 'x');
        strbuf_release(&out);
    }
    arena_release(&arena);
}
#define CHECK_CASES(cases) check_cases(cases, sizeof cases / sizeof *cases, NULL)

START_TEST(filetime) {
    static const struct decode_case cases[] = {
        {decode_filetime, "0", NONE},
        {decode_filetime, "1", "1601-01-01"},
        {decode_filetime, "864000000000", "1601-01-02"},
        {decode_filetime, "863999999999", "1601-01-01"},
        {decode_filetime, "116444736000000000", "1970-01-01"},
        {decode_filetime, "116444735999999999", "1969-12-31"},
        {decode_filetime, "133564031990000000", "2024-03-31"},
        {decode_filetime, "9223372036854775807", NONE},
        {decode_filetime, "9223372036854775806", GARBAGE}, /* the year 30828 */
        {decode_filetime, "9223372036854775808", GARBAGE},
        {decode_filetime, "2650467743999999999", "9999-12-31"},
        {decode_filetime, "2650467744000000000", GARBAGE},
        {decode_filetime, "-1", GARBAGE},
        {decode_filetime, "-9223372036854775808", GARBAGE},
        {decode_filetime, "-", GARBAGE},
        {decode_filetime, "", GARBAGE},
        {decode_filetime, "12a", GARBAGE},
        {decode_filetime, " 1", GARBAGE},
        {decode_filetime, "99999999999999999999999999", GARBAGE},
    };
    CHECK_CASES(cases);
}
END_TEST

START_TEST(filetime_expiry) {
    static const struct decode_case cases[] = {
        {decode_filetime_end, "0", NONE},
        {decode_filetime_end, "1", "1600-12-31"}, /* a zero point: none, later on */
        {decode_filetime_end, "134194752000000000", "2026-03-31"}, /* 2026-04-01 00:00 UTC */
        {decode_filetime_end, "9223372036854775807", NONE},
        {decode_filetime_end, "9223372036854775806", NONE}, /* beyond any calendar: never */
        {decode_filetime_end, "133564031990000000", "2024-03-31"},
        {decode_filetime_end, "-1", GARBAGE},
        {decode_filetime_end, "never", GARBAGE},
    };
    CHECK_CASES(cases);
}
END_TEST

START_TEST(generalized_time) {
    static const struct decode_case cases[] = {
        {decode_generalized_time, "20240331235959Z", "2024-03-31"},
        {decode_generalized_time, "20240331235959.0Z", "2024-03-31"},
        {decode_generalized_time, "20240331235959,123Z", "2024-03-31"},
        {decode_generalized_time, "2024033123Z", "2024-03-31"},
        {decode_generalized_end, "20260401000000Z", "2026-03-31"},
        {decode_generalized_end, "20260401000001Z", "2026-04-01"},
        {decode_generalized_end, "00000101000000Z", NONE},
        {decode_generalized_time, "202403312359Z", "2024-03-31"},
        {decode_generalized_time, "20240401085959+0900", "2024-03-31"},
        {decode_generalized_time, "20240401090000+0900", "2024-04-01"},
        {decode_generalized_time, "20240331200000-05", "2024-04-01"},
        {decode_generalized_time, "20240229000000Z", "2024-02-29"},
        {decode_generalized_time, "20230229000000Z", GARBAGE},
        {decode_generalized_time, "20240331240000Z", GARBAGE},
        {decode_generalized_time, "20240331236000Z", GARBAGE},
        {decode_generalized_time, "20161231235960Z", "2016-12-31"}, /* a leap second */
        {decode_generalized_time, "20240331235959", GARBAGE},       /* no zone */
        {decode_generalized_time, "20240331235959z", GARBAGE},
        {decode_generalized_time, "20240331235959.Z", GARBAGE},
        {decode_generalized_time, "20240331235959Z0", GARBAGE},
        {decode_generalized_time, "20240331235959+2400", GARBAGE},
        {decode_generalized_time, "20240331235959+0960", GARBAGE},
        {decode_generalized_time, "20240331235959+090", GARBAGE},
        {decode_generalized_time, "20240331235959+09000", GARBAGE},
        {decode_generalized_time, "20240331235959+x9", GARBAGE},
        {decode_generalized_time, "20240331235959+09x0", GARBAGE},
        {decode_generalized_time, "20240331235961Z", GARBAGE},
        {decode_generalized_time, "2024033123595:Z", GARBAGE},
        {decode_generalized_time, "20240331235959.5", GARBAGE},
        {decode_generalized_time, "20240331235959.5x", GARBAGE},
        {decode_generalized_time, "20240331235959.:Z", GARBAGE},
        {decode_generalized_time, "20240331235959.5/Z", GARBAGE},
        {decode_generalized_time, "20x40331235959Z", GARBAGE},
        {decode_generalized_time, "20240331xx5959Z", GARBAGE},
        {decode_generalized_time, "20240331", GARBAGE},
        {decode_generalized_time, "00000101000000Z", NONE},
        {decode_generalized_time, "16010101000000.0Z", NONE},
        {decode_generalized_time, "00010101000000Z", "0001-01-01"},
        {decode_generalized_time, "99991231235959Z", "9999-12-31"},
        {decode_generalized_time, "99991231235959-0100", GARBAGE},
        {decode_generalized_time, "-0240331235959Z", GARBAGE},
        {decode_generalized_time, "0", GARBAGE},
        {decode_generalized_time, "1", GARBAGE},
        {decode_generalized_time, "", GARBAGE},
    };
    CHECK_CASES(cases);
}
END_TEST

/* In Japan a day begins at 15:00 UTC. */
START_TEST(days_of_a_zone) {
    static const struct decode_case cases[] = {
        {decode_filetime, "133564031990000000", "2024-04-01"},     /* 23:59:59 UTC */
        {decode_filetime_end, "134194428000000000", "2026-03-31"}, /* 00:00 in Japan */
        {decode_generalized_time, "20240331145959Z", "2024-03-31"},
        {decode_generalized_time, "20240331150000Z", "2024-04-01"},
        {decode_generalized_time, "20240401090000+0900", "2024-04-01"},
        {decode_generalized_end, "20260331150000Z", "2026-03-31"}, /* midnight in Japan */
    };
    static const struct decode_case west[] = {
        {decode_filetime, "133564031990000000", "2024-03-31"}, /* 23:59:59 UTC, 22:59:59 there */
        {decode_filetime, "133563168000000000", "2024-03-30"}, /* 00:00 UTC */
    };
    check_cases(cases, sizeof cases / sizeof *cases, "Asia/Tokyo");
    check_cases(west, sizeof west / sizeof *west, "-01:00");
}
END_TEST

START_TEST(shadow) {
    static const struct decode_case cases[] = {
        {decode_shadow_days, "-1", NONE},
        {decode_shadow_days, "0", NONE},
        {decode_shadow_days, "1", "1970-01-02"},
        {decode_shadow_days, "19813", "2024-03-31"},
        {decode_shadow_days, "2932896", "9999-12-31"},
        {decode_shadow_days, "2932897", GARBAGE},
        {decode_shadow_days, "9223372036854775807", GARBAGE},
        {decode_shadow_days, "-2", GARBAGE},
        {decode_shadow_days, "1.5", GARBAGE},
        {decode_shadow_days, "", GARBAGE},
        {decode_shadow_end, "-1", NONE},
        {decode_shadow_end, "0", GARBAGE},          /* 1970-01-01, or never: programs disagree */
        {decode_shadow_end, "1", "1970-01-02"},     /* a lock; 1970-01-01 would mean none */
        {decode_shadow_end, "20544", "2026-03-31"}, /* off on 2026-04-01 */
        {decode_shadow_end, "99999", "2243-10-15"},
        {decode_shadow_end, "2932898", NONE},
        {decode_shadow_end, "-2", GARBAGE},
        {decode_shadow_end, "x", GARBAGE},
    };
    CHECK_CASES(cases);
}
END_TEST

START_TEST(status) {
    static const struct decode_case cases[] = {
        {decode_account_control, "512", "enabled"},
        {decode_account_control, "514", "disabled"},
        {decode_account_control, "66048", "enabled"},  /* password never expires */
        {decode_account_control, "66050", "disabled"}, /* and disabled */
        {decode_account_control, "528", "enabled"},    /* locked out for a while */
        {decode_account_control, "544", "enabled"},
        {decode_account_control, "0", "enabled"},
        {decode_account_control, "1", "enabled"},
        {decode_account_control, "2", "disabled"},
        {decode_account_control, "2147483647", "disabled"},
        {decode_account_control, "2147483648", GARBAGE},
        {decode_account_control, "-1", GARBAGE},
        {decode_account_control, "0x2", GARBAGE},
        {decode_account_control, "", GARBAGE},
        {decode_lock_flag, "true", "disabled"},
        {decode_lock_flag, "TRUE", "disabled"},
        {decode_lock_flag, "False", "enabled"},
        {decode_lock_flag, "1", GARBAGE},
        {decode_lock_flag, "0", GARBAGE},
        {decode_lock_flag, "-1", GARBAGE},
        {decode_lock_flag, "truee", GARBAGE},
        {decode_lock_flag, "", GARBAGE},
        {decode_locked_time, "000001010000Z", "disabled"},
        {decode_locked_time, "00000101000000Z", "disabled"},
        {decode_locked_time, "20240331235959Z", "enabled"},
        {decode_locked_time, "99991231235959Z", "enabled"},
        {decode_locked_time, "0", GARBAGE},
        {decode_locked_time, "1", GARBAGE},
        {decode_locked_time, "-1", GARBAGE},
        {decode_locked_time, "locked", GARBAGE},
        {decode_unlock_time, "never", GARBAGE},
        {decode_lockout, "0", "enabled"}, /* locked by wrong passwords, for a while */
        {decode_lockout, "134194752000000000", "enabled"},
        {decode_lockout, "-1", GARBAGE},
        {decode_lockout, "never", GARBAGE},
        {decode_flag, "0", "no"},
        {decode_flag, "1", "yes"},
        {decode_flag, "9223372036854775807", "yes"},
        {decode_flag, "-1", GARBAGE},
        {decode_flag, "yes", GARBAGE},
        {decode_flag, "", GARBAGE},
    };
    CHECK_CASES(cases);
}
END_TEST

START_TEST(names) {
    static const struct decode_case cases[] = {
        {decode_dn, "CN=Domain Admins,CN=Users,DC=x", "Domain Admins"},
        {decode_dn, "cn=a\\, b,ou=x", "a, b"},
        {decode_dn, "CN=\\E7\\AE\\A1\\E7\\90\\86,OU=x", "管理"},
        {decode_dn, "CN=a\\+b+uid=c,OU=x", "a+b"},
        {decode_dn, "cn = a b  , ou=x", "a b"},
        {decode_dn, "cn=a\\ ,ou=x", "a "},
        {decode_dn, "cn=only", "only"},
        {decode_dn, "cn=,ou=x", GARBAGE},
        {decode_dn, "=a,ou=x", GARBAGE},
        {decode_dn, "no name at all", GARBAGE},
        {decode_dn, "", NONE},
        {decode_gecos, "Yamada Taro,Room 1,,", "Yamada Taro"},
        {decode_gecos, "Yamada Taro", "Yamada Taro"},
        {decode_gecos, ",,", NONE},
        {decode_gecos, "", NONE},
        {decode_text, "０１２", "０１２"},
        {decode_text, "", NONE},
    };
    CHECK_CASES(cases);
}
END_TEST

/* Which way TRUE points belongs to the attribute: these all say that the account is off. */
START_TEST(states_have_a_polarity) {
    static const struct {
        const char *attribute, *value, *expected;
    } cases[] = {
        {"nsAccountLock", "TRUE", "disabled"},
        {"loginDisabled", "TRUE", "disabled"},
        {"logindisabled", "FALSE", "enabled"},
        {"ds-pwp-account-disabled", "true", "disabled"},
        {"msDS-UserAccountDisabled", "TRUE", "disabled"},
        {"ibm-pwdAccountLocked", "true", "disabled"},
        {"userAccountControl", "514", "disabled"},
        {"pwdAccountLockedTime", "000001010000Z", "disabled"},
        {"pwdAccountLockedTime", "20260330000000Z", "enabled"},
        {"accountUnlockTime", "19700101000000Z", "disabled"},
        {"accountUnlockTime", "20260330000000Z", "enabled"},
        {"lockoutTime", "134194752000000000", "enabled"},
    };
    static const char *const days[] = {"krbPasswordExpiration", "shadowExpire", "accountExpires",
                                       "pwdEndTime", "krbPrincipalExpiration"};
    enum ldap_meaning meaning;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf out = {0};
        ldap_decoder *decode = ldap_attribute_decoder(span_of(cases[i].attribute), &meaning);
        ck_assert_int_eq(meaning, MEANS_STATE);
        ck_assert_int_eq(decode(span_of(cases[i].value), NULL, &out), DECODED_VALUE);
        ck_assert_str_eq(out.p, cases[i].expected);
        strbuf_release(&out);
    }
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        ldap_attribute_decoder(span_of(days[i]), &meaning);
        ck_assert_int_eq(meaning, MEANS_DAY);
    }
}
END_TEST

START_TEST(every_schema_is_sound) {
    static const char *const schemas[] = {"ad", "openldap", "389ds", "posix", "none"};
    for (size_t i = 0; i < 5; i++) {
        const struct ldap_schema *schema = ldap_schema_find(schemas[i]);
        ck_assert_str_eq(schema->name, schemas[i]);
        ck_assert_int_eq(schema->filter[0], '(');
        for (size_t a = 0; a < schema->column_count; a++) {
            ck_assert_ptr_nonnull(schema->columns[a].attributes[0]);
            for (size_t b = 0; b < a; b++)
                ck_assert_str_ne(schema->columns[a].name, schema->columns[b].name);
        }
    }
    ck_assert_str_eq(ldap_schema_find("other")->name, "none");
    /* How a value is written belongs to the attribute, whatever the case of its letters. */
    enum ldap_meaning meaning;
    ck_assert(ldap_attribute_decoder(SPAN("PWDLASTSET"), &meaning) == decode_filetime);
    ck_assert_int_eq(meaning, MEANS_DAY);
    ck_assert(ldap_attribute_decoder(SPAN("description"), &meaning) == decode_text);
    ck_assert_int_eq(meaning, MEANS_OTHER);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("ldap_decode");
    TCase *tests = tcase_create("all");
    tcase_add_test(tests, filetime);
    tcase_add_test(tests, filetime_expiry);
    tcase_add_test(tests, generalized_time);
    tcase_add_test(tests, days_of_a_zone);
    tcase_add_test(tests, shadow);
    tcase_add_test(tests, status);
    tcase_add_test(tests, names);
    tcase_add_test(tests, states_have_a_polarity);
    tcase_add_test(tests, every_schema_is_sound);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
