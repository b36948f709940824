/* Distinguished names: as RFC 4514 writes them, as older tools do, and as exports spoil them. */
#include "suite.h"
#include "tenko/dn.h"

#include <check.h>

static void assert_name(const char *dn, const char *name) {
    struct strbuf out = {0};
    bool found = dn_name(span_of(dn), &out);
    ck_assert_msg(found == (name != NULL), "%s", dn);
    if (name)
        ck_assert_msg(span_equal(strbuf_span(&out), span_of(name)), "\"%s\": \"%.*s\", not \"%s\"",
                      dn, (int)out.n, out.p, name);
    strbuf_release(&out);
}

START_TEST(the_name_of_an_entry) {
    assert_name("CN=Domain Admins,CN=Users,DC=city", "Domain Admins");
    assert_name("uid=taro+cn=Taro,dc=x", "taro");
    assert_name("2.5.4.3=Taro,DC=x", "Taro");
    assert_name("CN=x=y,OU=z", "x=y");
    assert_name("cn=only", "only");
    assert_name("cn=,ou=x", NULL);
    assert_name("=a,ou=x", NULL);
    assert_name("1=a,ou=x", NULL);
    assert_name("総務部", NULL);
    assert_name("", NULL);
}
END_TEST

START_TEST(escapes) {
    assert_name("CN=Yamada\\, Taro,OU=x", "Yamada, Taro");
    assert_name("cn=a\\2Cb\\+c\\#d\\\"e\\;f\\<g\\>h\\=i\\\\j,dc=x", "a,b+c#d\"e;f<g>h=i\\j");
    assert_name("CN=\\E7\\A8\\8E,DC=x", "税");
    assert_name("CN=\\e7\\a8\\8E務課,DC=x", "税務課");
    assert_name("CN=a\\", "a\\");
    assert_name("CN=a\\\\,OU=x", "a\\");
    assert_name("CN=#04024869,DC=x", "Hi");
    assert_name("CN=#0C03E7A88E,DC=x", "税");
    assert_name("CN=#0403486,DC=x", "#0403486");   /* half a byte */
    assert_name("CN=#04054869,DC=x", "#04054869"); /* cut */
    assert_name("CN=#1,DC=x", "#1");
    struct strbuf hex = {0}; /* 127 bytes are the most that one byte of length tells */
    for (int n = 127; n <= 128; n++) {
        strbuf_clear(&hex);
        strbuf_addf(&hex, "CN=#04%02X", n);
        for (int i = 0; i < n; i++)
            strbuf_add_text(&hex, "41");
        struct strbuf name = {0};
        ck_assert(dn_name(strbuf_span(&hex), &name));
        ck_assert_int_eq(name.p[0], n == 127 ? 'A' : '#');
        strbuf_release(&name);
    }
    strbuf_release(&hex);
    assert_name("CN=#0402486G,DC=x", "#0402486G"); /* no digits of bytes */
    assert_name("CN=#04024G69,DC=x", "#04024G69");
    assert_name("CN=#30024869,DC=x", "#30024869"); /* a sequence, no text */
    assert_name("CN=a\\G1\\1Gb,DC=x", "aG11Gb");
}
END_TEST

START_TEST(spaces_and_quotes) {
    assert_name("CN = 税務課 , OU = x", "税務課");
    assert_name("cn = a b  , ou=x", "a b");
    assert_name("CN=a\\ ,OU=x", "a ");
    assert_name("CN=\\ a,OU=x", " a");
    assert_name("CN=a\\\\ ,OU=x", "a\\");
    assert_name("CN=\"Sales; East, Group\",OU=x", "Sales; East, Group");
    assert_name("CN= \"a\\\"b\" ,OU=x", "a\"b");
    assert_name("CN=\"a", "\"a");
    assert_name("CN=\"a,OU=x", "\"a");
    assert_name("CN=", NULL);
}
END_TEST

/* Tools that forget to escape: a separator is one only where an attribute follows. */
START_TEST(separators_that_are_none) {
    assert_name("CN=Sales, East,OU=x", "Sales, East");
    assert_name("CN=C++ Team,OU=x", "C++ Team");
    assert_name("CN=a;b,OU=x", "a;b");
    assert_name("CN=a;OU=x", "a");
    assert_name("CN=a,", "a");
}
END_TEST

START_TEST(what_is_a_dn) {
    static const char *const dns[] = {"CN=a,DC=b",       "cn = a , dc = b",
                                      "uid=a+cn=b,dc=c", "2.5.4.3=a,OID.2.5.4.11=b",
                                      "CN=a;OU=b",       "x=1,y=2,"};
    static const char *const others[] = {"",           "CN=a",      "a,b",         "税務課",
                                         "uid=a+cn=b", "1=2,3=4",   "CN=a\\,DC=b", "x y=1,z=2",
                                         "=a,=b",      "総=a,務=b", "-a=b,.c=d"};
    for (size_t i = 0; i < sizeof dns / sizeof *dns; i++)
        ck_assert_msg(dn_is_dn(span_of(dns[i])), "%s", dns[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        ck_assert_msg(!dn_is_dn(span_of(others[i])), "%s", others[i]);
    ck_assert(dn_begins(span_of("CN=a")));
    ck_assert(dn_begins(span_of(" userid = a")));
    ck_assert(!dn_begins(span_of("role=a")));
    ck_assert(!dn_begins(span_of("cnx=a")));
}
END_TEST

START_TEST(values_by_attribute) {
    static const struct {
        const char *dn, *attribute, *value;
    } cases[] = {
        {"OU=総務課,OU=総務部,DC=city", "OU", "総務課"},
        {"CN=a,OU=b,OU=c", "ou", "b"},
        {"CN=a\\,OU=q,OU=b", "ou", "b"},
        {"CN=a,2.5.4.11=b", "ou", "b"},
        {"CN=a,OU=\"b, c\",OU=d", "ou", "b, c"},
        {"CN=a,OU=b\\, c", "ou", "b\\, c"},
        {"CN=a", "ou", NULL},
        {"CN=a, b", "ou", NULL},
        {"a", "ou", NULL},
        {"OU=\"b\"c,DC=d", "ou", "\"b\"c"},
        {"OU=\"b,DC=d", "ou", "\"b"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span value;
        bool found = dn_value_of(span_of(cases[i].dn), cases[i].attribute, &value);
        ck_assert_msg(found == (cases[i].value != NULL), "%s", cases[i].dn);
        ck_assert_msg(!found || span_equal(value, span_of(cases[i].value)), "%s: %.*s", cases[i].dn,
                      (int)value.n, value.p);
    }
}
END_TEST

static void assert_key(const char *dn, const char *key) {
    struct strbuf out = {0};
    dn_key(span_of(dn), &out);
    ck_assert_msg(span_equal(strbuf_span(&out), span_of(key)), "%s: %.*s, not %s", dn, (int)out.n,
                  out.p, key);
    strbuf_release(&out);
}

START_TEST(keys_of_one_dn_are_equal) {
    static const char key[] = "uid=a,ou=people,dc=example,dc=com";
    assert_key(key, key);
    assert_key("uid=a,ou=People,dc=example,dc=com", key);
    assert_key("UID=A, OU=People, DC=Example, DC=COM", key);
    assert_key("uid = a ,ou=people , dc=example,dc=com ", key);
    assert_key("uid=\\61,ou=p\\65ople;dc=example;dc=com", key);
    assert_key("uid=#040161,OU=\"People\",0.9.2342.19200300.100.1.25=example,dc=com,", key);
    assert_key("userId=Ａ,OID.2.5.4.11=People,domainComponent=example,dc=com", key);
}
END_TEST

START_TEST(keys_of_other_dns_are_not) {
    assert_key("uid=a,ou=people,dc=example", "uid=a,ou=people,dc=example");
    assert_key("uid=a\\,ou\\=people", "uid=a\\,ou\\=people");
    assert_key("uid=a\\ ,ou=people", "uid=a\\ ,ou=people");
    assert_key("uid=ab,ou=people", "uid=ab,ou=people");
    assert_key("cn=サーバー,dc=x", "cn=サーバー,dc=x");
    assert_key("cn=サーバ-,dc=x", "cn=サーバ-,dc=x");
    assert_key("Taro Yamada", "taro yamada"); /* no DN, and still a key */
    assert_key("", "");
    struct strbuf nul = {0}; /* a byte 0 is a byte of the name */
    dn_key(SPAN("cn=a\\00b,dc=x"), &nul);
    ck_assert(span_equal(strbuf_span(&nul), SPAN("cn=a\0b,dc=x")));
    strbuf_release(&nul);
    assert_key("uid=a+cn=b, c", "cn=b\\, c+uid=a");
    assert_key("organizationalUnitNam=a,dc=x", "organizationalunitnam=a,dc=x");
    assert_key("uid=a+b", "uid=a\\+b");
    assert_key("cn=c+cn=a+cn=b,dc=x", "cn=a+cn=b+cn=c,dc=x");
    assert_key("userix=a,dc=x", "userix=a,dc=x");
    assert_key("cn=a\tb,dc=x", "cn=a b,dc=x");
    assert_key("uid=a+cn=", "cn=+uid=a");
    assert_key("cn=\"  a  b  \",dc=x", "cn=\\  a b \\ ,dc=x");
}
END_TEST

START_TEST(keys_fold_values) {
    assert_key("CN=Müller,DC=x", "cn=müller,dc=x");
    assert_key("CN=MÜLLER,DC=x", "cn=müller,dc=x");
    assert_key("CN=Mu\\CC\\88ller,DC=x", "cn=müller,dc=x");
    assert_key("CN=Sales   Team,DC=x", "cn=sales team,dc=x");
    assert_key("CN=営業　部,DC=x", "cn=営業 部,dc=x");
    assert_key("CN=\"a, b\",DC=x", "cn=a\\, b,dc=x");
    assert_key("CN=a\\2C b,DC=x", "cn=a\\, b,dc=x");
    assert_key("CN=\\FF\\FE,DC=x", "cn=\xFF\xFE,dc=x"); /* no text */
}
END_TEST

START_TEST(parts_of_one_level_have_no_order) {
    assert_key("uid=Taro+cn=T Y,dc=x", "cn=t y+uid=taro,dc=x");
    assert_key("cn=T Y + uid=Taro,dc=x", "cn=t y+uid=taro,dc=x");
    assert_key("dc=x,cn=b\\+c+cn=a", "dc=x,cn=a+cn=b\\+c");
    assert_key("cn=a+uid=b", "cn=a+uid=b");
}
END_TEST

START_TEST(a_value_may_name_its_entry) {
    ck_assert(dn_is_named_by(span_of("uid=taro,ou=x"), SPAN("uid"), SPAN("taro")));
    ck_assert(dn_is_named_by(span_of("UID=Taro,ou=x"), SPAN("uid"), SPAN("taro")));
    ck_assert(dn_is_named_by(span_of("cn=T+uid=taro,ou=x"), SPAN("uid"), SPAN("taro")));
    ck_assert(dn_is_named_by(span_of("commonName=T,ou=x"), SPAN("cn"), SPAN("T")));
    ck_assert(!dn_is_named_by(span_of("uid=taro,uid=jiro"), SPAN("uid"), SPAN("jiro")));
    ck_assert(!dn_is_named_by(span_of("cn=taro,ou=x"), SPAN("uid"), SPAN("taro")));
    ck_assert(!dn_is_named_by(span_of("uid"), SPAN("uid"), SPAN("")));
}
END_TEST

static void assert_cut(const char *cell, const char *wanted) {
    struct span rest = span_of(cell), dn;
    struct strbuf found = {0};
    while (dn_next(&rest, &dn))
        strbuf_add_item(&found, " & ", dn);
    ck_assert_msg(span_equal(strbuf_span(&found), span_of(wanted)), "%s: %.*s, not %s", cell,
                  (int)found.n, found.p, wanted);
    strbuf_release(&found);
}

START_TEST(several_dns_in_a_cell) {
    assert_cut("CN=a,OU=x,DC=c", "CN=a,OU=x,DC=c");
    assert_cut("CN=a,OU=x;CN=b,OU=y", "CN=a,OU=x & CN=b,OU=y");
    assert_cut("CN=a,OU=x; CN=b,OU=y;", "CN=a,OU=x & CN=b,OU=y");
    assert_cut("CN=a,OU=x|CN=b,OU=y", "CN=a,OU=x & CN=b,OU=y");
    assert_cut("CN=a,OU=x\nCN=b,OU=y", "CN=a,OU=x & CN=b,OU=y");
    assert_cut("CN=Sales; East,OU=x;CN=b,OU=y", "CN=Sales; East,OU=x & CN=b,OU=y");
    assert_cut("CN=a\\;CN=b,OU=x", "CN=a\\;CN=b,OU=x");
    assert_cut("CN=\"a;CN=b\",OU=x;CN=c", "CN=\"a;CN=b\",OU=x & CN=c");
    assert_cut("CN=a;;\nb;; ;CN=c", "CN=a;;\nb & CN=c");
    assert_cut("", "");
    assert_cut(";\n", "");
    assert_cut("CN=a\\", "CN=a\\");
    assert_cut("CN=a\rCN=b", "CN=a & CN=b");
    assert_cut("\"CN=a;CN=b", "\"CN=a & CN=b"); /* a quote that begins no value */
    assert_cut("CN=a\"b;CN=c", "CN=a\"b & CN=c");
    assert_cut("CN= \"a;CN=b\",OU=x", "CN= \"a;CN=b\",OU=x");
    assert_cut("CN=\"a;CN=b", "CN=\"a & CN=b"); /* a quote that nothing closes */
    assert_cut("CN=a  ;CN=b  ", "CN=a & CN=b");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("dn");
    TCase *tc = tcase_create("dn");
    tcase_add_test(tc, the_name_of_an_entry);
    tcase_add_test(tc, escapes);
    tcase_add_test(tc, spaces_and_quotes);
    tcase_add_test(tc, separators_that_are_none);
    tcase_add_test(tc, what_is_a_dn);
    tcase_add_test(tc, values_by_attribute);
    tcase_add_test(tc, keys_of_one_dn_are_equal);
    tcase_add_test(tc, keys_of_other_dns_are_not);
    tcase_add_test(tc, keys_fold_values);
    tcase_add_test(tc, parts_of_one_level_have_no_order);
    tcase_add_test(tc, a_value_may_name_its_entry);
    tcase_add_test(tc, several_dns_in_a_cell);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
