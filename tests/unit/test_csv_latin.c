/* connectors/csv/csv_latin.c. Expected is what a reader of the list would say: the Latin lists are
 * windows-1252's bytes, the Japanese ones CP932's. */
#include "../../connectors/csv/csv_latin.h"
#include "suite.h"

#include <check.h>
#include <iconv.h>
#include <stdlib.h>

/* In blocks of `size` bytes. */
static bool is_latin(struct span bytes, size_t size) {
    struct latin_look look = {0};
    for (size_t at = 0; at < bytes.n; at += size) {
        size_t n = bytes.n - at < size ? bytes.n - at : size;
        latin_look_add(&look, (struct span){bytes.p + at, n});
    }
    latin_look_add(&look, (struct span){0});
    return latin_look_is_latin(&look);
}

static void assert_look(const char *text, const char *encoding, bool wanted) {
    static const size_t sizes[] = {4096, 1, 2, 3};
    char bytes[1024], *in = (char *)(uintptr_t)text, *to = bytes;
    size_t left = strlen(text), room = sizeof bytes;
    iconv_t converter = iconv_open(encoding, "UTF-8");
    ck_assert(converter != (iconv_t)-1);
    ck_assert_msg(iconv(converter, &in, &left, &to, &room) != (size_t)-1, "%s", text);
    iconv_close(converter);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        ck_assert_msg(is_latin((struct span){bytes, sizeof bytes - room}, sizes[i]) == wanted,
                      "%s, blocks of %zu", text, sizes[i]);
}

static const char *const latin[] = {
    "u1,Chloe Lefèvre\n",
    "u1,Müller\n",
    "u1,MÜLLER\n",
    "u1,Bär\n",
    "u1,Anna Ångström\n",
    "u1,Ångstrom",
    "u1,José\n",
    "u1,José",
    "u1;René;x\n",
    "u1,Weiß\n",
    "u1,Strauß,x\n",
    "u1,Žižek\n",
    "u1,Cœur\n",
    "u1,O’Brien\n",
    "u1,élise\n",
    "u1,Crééer\n",
    "u1,Nuñez\r\nu2,Gonçalves\r\nu3,Sørensen\r\n",
    "u1,Jürgen – Köln,n° 5\n", /* signs that are no letters */
    "Prénom;Société\nHélène;Générale\n",
};

static const char *const japanese[] = {
    "id,name\n1,Sato\n",
    "id,dept\n1,A課\n2,B係\n3,C班\n4,D室\n5,E組\n6,F市\n7,G階\n",
    "id,shelf\n1,A棚\n2,S棚A1\n3,B段3\n4,Web担\n",
    "id,dept\n1,総務A\n2,Web担当\n3,PC管理\n4,VIP室\n5,AB市\n",
    "id\nAｱ01\nBｲ02\nCｳ03\n",
    "id\nAﾅ01\nBﾅ02\nﾅA01\nABﾅ\nAﾅB01\n",
    "id\nABｱｲｳ\nABﾅﾆﾇ\nabﾊﾟ\n",
    "id,name\n1,ﾅｶｲ ﾊﾅｺ\n2,ﾔﾏﾀﾞ\n3,ﾊｼ\n",
    "id,name\n1,髙\n2,鑓\n3,濵田\n",
    "id,name\n1,鑓水\n2,龠洞\n3,Ken鑓\n",
    "番号,氏名,所属\n1,佐藤花子,A課\n2,ソ能表,ｱB\n",
    "職員番号,氏名\n1,A鑓z\n2,X騅y\n",
};

START_TEST(lists_of_europe) {
    for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
        assert_look(latin[i], "CP1252", true);
}
END_TEST

START_TEST(lists_of_japan) {
    for (size_t i = 0; i < sizeof japanese / sizeof *japanese; i++)
        assert_look(japanese[i], "CP932", false);
}
END_TEST

/* A long Japanese list is not looked at to its end. */
START_TEST(settles) {
    struct latin_look look = {0};
    for (size_t i = 0; i < 2000; i++)
        latin_look_add(&look, SPAN("\x89\xDB,"));
    ck_assert(look.is_settled);
    ck_assert(!latin_look_is_latin(&look));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("csv_latin");
    TCase *c = tcase_create("csv_latin");
    tcase_add_test(c, lists_of_europe);
    tcase_add_test(c, lists_of_japan);
    tcase_add_test(c, settles);
    suite_add_tcase(suite, c);
    return run_suite(suite);
}
