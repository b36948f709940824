/* Addresses of a cell, and of a guest's user ID. */
#include "suite.h"
#include "tenko/address.h"

#include <check.h>

/* The addresses of a cell, one behind the other with a space. */
static void assert_addresses(const char *cell, const char *wanted) {
    struct span rest = span_of(cell), address;
    struct strbuf found = {0};
    strbuf_reserve(&found, 1);
    found.p[0] = '\0';
    while (address_next(&rest, &address))
        strbuf_add_item(&found, " ", address);
    ck_assert_msg(strcmp(found.p, wanted) == 0, "\"%s\": \"%s\", not \"%s\"", cell, found.p,
                  wanted);
    strbuf_release(&found);
}

START_TEST(addresses_of_a_cell) {
    assert_addresses("", "");
    assert_addresses("a@x.example", "a@x.example");
    assert_addresses(" a@x.example ", "a@x.example");
    assert_addresses("SMTP:a@x;smtp:b@y;X500:/o=City/ou=x/cn=a", "a@x b@y");
    assert_addresses("smtp:a@x,SMTP:b@y", "a@x b@y");
    assert_addresses("SMTP:a@x SPO:SPO_1@SPO_2 smtp:b@y", "a@x b@y");
    assert_addresses("\"江口 凛\" <r@x>", "r@x");
    assert_addresses("江口 凛 ＜r@x＞", "r@x");
    assert_addresses("Eguchi, Rin <r@x>; <s@y>", "r@x s@y");
    assert_addresses("mailto:a@x", "a@x");
    assert_addresses("user:a@x", "a@x");
    assert_addresses("serviceAccount:a@x group:b@x", "");
    assert_addresses("AzureAD\\a@x", "a@x");
    assert_addresses("i:0#.f|membership|a@x", "a@x");
    assert_addresses("a@x\nb@y\r\nc@z", "a@x b@y c@z");
    assert_addresses("a@x、b@y　c@z；d@w", "a@x b@y c@z d@w");
    assert_addresses("smtp:a-old@x+SMTP:a@y", "a-old@x a@y");
    assert_addresses("a+tag@x", "a+tag@x");
    assert_addresses("a@x+b@y", "a@x b@y");
    assert_addresses("sip:a@x;b@y", "b@y");
    assert_addresses("ａ＠ｘ．example", "ａ＠ｘ．example"); /* folding makes it narrow */
    assert_addresses("a@x.", "a@x");
    assert_addresses("a@, @x, a@@x, none, @", "");
    assert_addresses("o'brien@x", "o'brien@x");
    assert_addresses("a@x\tb@y\xE2\x80\x8B"
                     "c@z，d@w（e@v）f@u",
                     "a@x b@y c@z d@w e@v f@u");
    assert_addresses("smtp;smt;a@x|{b@y}[c@z]", "a@x b@y c@z");
    assert_addresses("'a@x'.;'.b@y", "a@x b@y");
    assert_addresses("''", "");
    assert_addresses("smtp:", "");
    assert_addresses("a@x+smtp:", "a@x");
    assert_addresses("a@x+y", "a@x+y");
    assert_addresses("a@x+smtp:sip", "a@x");
}
END_TEST

static void assert_guest(const char *user_id, const char *address) {
    struct strbuf out = {0};
    bool is_guest = address_of_guest(span_of(user_id), &out);
    ck_assert_msg(is_guest == (address != NULL), "%s", user_id);
    if (address)
        ck_assert_str_eq(out.p, address);
    strbuf_release(&out);
}

START_TEST(guests_of_another_tenant) {
    assert_guest("t.hojo_partner.example#EXT#@city.onmicrosoft.example", "t.hojo@partner.example");
    assert_guest("kaede_miura_partner.example#ext#@city.example", "kaede_miura@partner.example");
    assert_guest("t.hojo@partner.example", NULL);
    assert_guest("hojo#EXT#@city.example", NULL);
    assert_guest("_x#EXT#@city.example", NULL);
    assert_guest("a_#EXT#@city.example", NULL);
    assert_guest("#EXT#", NULL);
    assert_guest("", NULL);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("address");
    TCase *tc = tcase_create("address");
    tcase_add_test(tc, addresses_of_a_cell);
    tcase_add_test(tc, guests_of_another_tenant);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
