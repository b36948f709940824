/* src/text/encoding.c, utf8.c. Expected code points are Unicode's CP932 table;
 * expected UTF-8 is RFC 3629's. */
#include "suite.h"
#include "tenko/encoding.h"

#include <check.h>
#include <iconv.h>
#include <stdlib.h>

/* Decodes in blocks of `size` bytes. */
static uint64_t decode(enum encoding e, struct span bytes, size_t size, struct strbuf *out) {
    struct decoder *d = decoder_new(e);
    ck_assert_ptr_nonnull(d);
    strbuf_clear(out);
    for (size_t at = 0; at < bytes.n; at += size) {
        size_t n = bytes.n - at < size ? bytes.n - at : size;
        /* A copy of its own, so that a read past the block is seen. */
        char *block = malloc(n);
        memcpy(block, bytes.p + at, n);
        decoder_add(d, (struct span){block, n}, at + n == bytes.n, out);
        free(block);
    }
    uint64_t bad = decoder_bad_bytes(d);
    decoder_free(d);
    return bad;
}

static void assert_text(const struct strbuf *got, struct span wanted, const char *name) {
    ck_assert_msg(span_equal(strbuf_span(got), wanted), "%s: \"%.*s\", wanted \"%.*s\"", name,
                  (int)got->n, got->p ? got->p : "", (int)wanted.n, wanted.p);
}

START_TEST(names) {
    static const struct {
        const char *name;
        enum encoding encoding;
    } good[] = {{"auto", ENCODING_AUTO},
                {"utf-8", ENCODING_UTF8},
                {"UTF8", ENCODING_UTF8},
                {"cp932", ENCODING_CP932},
                {"Shift_JIS", ENCODING_CP932},
                {"sjis", ENCODING_CP932},
                {"MS932", ENCODING_CP932},
                {"windows-31j", ENCODING_CP932},
                {"utf-16le", ENCODING_UTF16LE},
                {"UTF-16BE", ENCODING_UTF16BE},
                {"euc-jp", ENCODING_EUCJP},
                {"windows-1252", ENCODING_WINDOWS1252},
                {"CP1252", ENCODING_WINDOWS1252},
                {"ISO-8859-1", ENCODING_WINDOWS1252},
                {"Latin1", ENCODING_WINDOWS1252},
                {"windows-1250", ENCODING_WINDOWS1250},
                {"CP1251", ENCODING_WINDOWS1251},
                {"latin2", ENCODING_ISO8859_2},
                {"ISO-8859-15", ENCODING_ISO8859_15},
                {"latin9", ENCODING_ISO8859_15},
                {"JIS", ENCODING_ISO2022JP},
                {"ISO-2022-JP", ENCODING_ISO2022JP},
                {"GBK", ENCODING_GB18030},
                {"gb2312", ENCODING_GB18030},
                {"Big5", ENCODING_BIG5},
                {"cp950", ENCODING_BIG5},
                {"EUC-KR", ENCODING_EUCKR},
                {"cp949", ENCODING_EUCKR}};
    static const char *const bad[] = {
        "", "utf", "latin5", "windows-1253", "shift_jisx0213", "utf-8-but-longer-name"};
    enum encoding e;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        ck_assert_msg(encoding_parse(span_of(good[i].name), &e), "%s", good[i].name);
        ck_assert_int_eq(e, good[i].encoding);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_msg(!encoding_parse(span_of(bad[i]), &e), "%s", bad[i]);
    for (int i = ENCODING_AUTO; i <= ENCODING_LAST; i++) {
        ck_assert(encoding_parse(span_of(encoding_name((enum encoding)i)), &e));
        ck_assert_int_eq((int)e, i);
    }
}
END_TEST

START_TEST(byte_order_marks) {
    size_t n;
    ck_assert_int_eq(encoding_bom(SPAN("\xEF\xBB\xBF"
                                       "a"),
                                  &n),
                     ENCODING_UTF8);
    ck_assert_uint_eq(n, 3);
    ck_assert_int_eq(encoding_bom(SPAN("\xFF\xFE"
                                       "a"),
                                  &n),
                     ENCODING_UTF16LE);
    ck_assert_uint_eq(n, 2);
    ck_assert_int_eq(encoding_bom(SPAN("\xFE\xFF"), &n), ENCODING_UTF16BE);
    ck_assert_uint_eq(n, 2);
    ck_assert_int_eq(encoding_bom(SPAN("\xEF\xBB"), &n), ENCODING_AUTO);
    ck_assert_uint_eq(n, 0);
    ck_assert_int_eq(encoding_bom(SPAN(""), &n), ENCODING_AUTO);
}
END_TEST

/* {text, bytes that are valid}. */
static const struct {
    struct span text;
    size_t valid;
} utf8_cases[] = {
    {{"", 0}, 0},
    {{"abcdefghijklmnop", 16}, 16},
    {{"点呼", 6}, 6},
    {{"\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", 18}, 18},
    {{"a\x80", 2}, 1},    /* a tail alone */
    {{"\xC0\x80", 2}, 0}, /* overlong */
    {{"\xC1\xBF", 2}, 0}, /* overlong */
    {{"\xE0\x9F\xBF"
      "abc",
      6},
     0},                          /* overlong */
    {{"\xF0\x8F\xBF\xBF", 4}, 0}, /* overlong */
    {{"\xED\xA0\x80"
      "abc",
      6},
     0}, /* surrogate D800 */
    {{"\xED\x9F\xBF"
      "abc",
      6},
     6},                          /* U+D7FF */
    {{"\xED\xBF\xBF", 3}, 0},     /* surrogate DFFF */
    {{"\xF4\x90\x80\x80", 4}, 0}, /* beyond U+10FFFF */
    {{"\xF5\x80\x80\x80", 4}, 0},
    {{"\xFF", 1}, 0},
    {{"abcdefghij\xE3\x81", 12}, 10}, /* cut */
    {{"\xE3\x81\x82\xE3\x81\x41\x41", 7}, 3},
    {{"\xE3\x81\x82\xF0\xA0\xAE", 6}, 3},
    {{"\xF0\xA0\xAE\xB7\xE5\x90\x89", 7}, 7},
};

START_TEST(utf8_is_strict) {
    for (size_t i = 0; i < sizeof utf8_cases / sizeof *utf8_cases; i++) {
        struct span text = utf8_cases[i].text;
        char *copy = malloc(text.n + 1);
        memcpy(copy, text.p, text.n);
        ck_assert_msg(utf8_valid_prefix((struct span){copy, text.n}) == utf8_cases[i].valid,
                      "case %zu", i);
        free(copy);
    }
}
END_TEST

/* Every code point, written by RFC 3629's rule, is valid exactly if it is no surrogate. */
START_TEST(utf8_knows_every_character) {
    for (uint32_t c = 0x800; c <= 0x10FFFF; c++) {
        char text[12] = "ab";
        size_t n = 2;
        if (c >= 0x10000)
            text[n++] = (char)(0xF0 | c >> 18);
        text[n++] = (char)(c >= 0x10000 ? 0x80 | (c >> 12 & 0x3F) : 0xE0 | c >> 12);
        text[n++] = (char)(0x80 | (c >> 6 & 0x3F));
        text[n++] = (char)(0x80 | (c & 0x3F));
        text[n++] = 'c';
        size_t wanted = c >= 0xD800 && c <= 0xDFFF ? 2 : n;
        ck_assert_uint_eq(utf8_valid_prefix((struct span){text, n}), wanted);
    }
}
END_TEST

static const struct {
    const char *name;
    enum encoding encoding;
    struct span bytes, text;
    uint64_t bad;
} decode_cases[] = {
    {"ASCII stays", ENCODING_CP932, {"a\\~|", 4}, {"a\\~|", 4}, 0},
    {"NEC row 13", ENCODING_CP932, {"\x87\x40", 2}, {"①", 3}, 0},
    {"hashigo taka, twice", ENCODING_CP932, {"\xEE\xE0\xFB\xFC", 4}, {"髙髙", 6}, 0},
    {"tatsu saki", ENCODING_CP932, {"\xFA\xB1", 2}, {"\xEF\xA8\x91", 3}, 0},
    {"wave dash", ENCODING_CP932, {"\x81\x60", 2}, {"\xEF\xBD\x9E", 3}, 0},
    {"second byte 5C", ENCODING_CP932, {"\x95\x5C", 2}, {"表", 3}, 0},
    {"half-width kana", ENCODING_CP932, {"\xDC\xC0\xC5\xCD\xDE", 5}, {"ﾜﾀﾅﾍﾞ", 15}, 0},
    {"two-byte UTF-8", ENCODING_CP932, {"\x81\x80", 2}, {"÷", 2}, 0},
    {"first vendor character", ENCODING_CP932, {"\xF0\x40", 2}, {"\xEE\x80\x80", 3}, 0},
    {"last vendor character", ENCODING_CP932, {"\xF9\xFC", 2}, {"\xEE\x9D\x97", 3}, 0},
    {"no such pair",
     ENCODING_CP932,
     {"a\x85\x40z", 4},
     {"a\xFF"
      "85@z",
      6},
     1},
    {"lead before a delimiter",
     ENCODING_CP932,
     {"\x81,b", 3},
     {"\xFF"
      "81,b",
      5},
     1},
    {"bytes that lead nothing",
     ENCODING_CP932,
     {"\x80\xA0\xFD\xFE\xFF", 5},
     {"\xFF"
      "80\xFF"
      "A0\xFF"
      "FD\xFF"
      "FE\xFF"
      "FF",
      15},
     5},
    {"cut at the end",
     ENCODING_CP932,
     {"a\x82", 2},
     {"a\xFF"
      "82",
      4},
     1},
    {"UTF-8", ENCODING_UTF8, {"aé点𠮷", 10}, {"aé点𠮷", 10}, 0},
    {"bad byte in UTF-8",
     ENCODING_UTF8,
     {"点\x82\xA0z", 6},
     {"点\xFF"
      "82\xFF"
      "A0z",
      10},
     2},
    {"surrogate in UTF-8",
     ENCODING_UTF8,
     {"\xED\xA0\x80"
      "a",
      4},
     {"\xFF"
      "ED\xFF"
      "A0\xFF"
      "80a",
      10},
     3},
    {"too long and too large in UTF-8",
     ENCODING_UTF8,
     {"\xE0\x80z\xF0\x8Fz\xF4\x90z", 9},
     {"\xFF"
      "E0\xFF"
      "80z\xFF"
      "F0\xFF"
      "8Fz\xFF"
      "F4\xFF"
      "90z",
      21},
     6},
    {"cut UTF-8 of four bytes",
     ENCODING_UTF8,
     {"\xF0\x90\x80z\xF4\x8F\xBF", 7},
     {"\xFF"
      "F0\xFF"
      "90\xFF"
      "80z\xFF"
      "F4\xFF"
      "8F\xFF"
      "BF",
      19},
     6},
    {"cut UTF-8",
     ENCODING_UTF8,
     {"a\xE3\x81", 3},
     {"a\xFF"
      "E3\xFF"
      "81",
      7},
     2},
    {"UTF-16LE", ENCODING_UTF16LE, {"a\0\xB9\x70\x42\xD8\xB7\xDF", 8}, {"a点𠮷", 8}, 0},
    {"UTF-16BE", ENCODING_UTF16BE, {"\0a\x70\xB9\xD8\x42\xDF\xB7", 8}, {"a点𠮷", 8}, 0},
    {"lone surrogate",
     ENCODING_UTF16LE,
     {"\x42\xD8z\0", 4},
     {"\xFF"
      "42\xFF"
      "D8z",
      7},
     2},
    {"odd byte",
     ENCODING_UTF16LE,
     {"a\0z", 3},
     {"a\xFF"
      "7A",
      4},
     1},
    {"EUC-JP", ENCODING_EUCJP, {"a\xC5\xC0\x8E\xB1", 5}, {"a点ｱ", 7}, 0},
    {"EUC-JP, three bytes", ENCODING_EUCJP, {"\x8F\xB0\xA1z", 4}, {"丂z", 4}, 0},
    {"EUC-JP, NEC row 13", ENCODING_EUCJP, {"\xAD\xA1", 2}, {"①", 3}, 0},
    {"windows-1252", ENCODING_WINDOWS1252, {"Lef\xE8vre\x92\xC5 \x80", 11}, {"Lefèvre’Å €", 17}, 0},
    {"no character of windows-1252",
     ENCODING_WINDOWS1252,
     {"\x81z", 2},
     {"\xFF"
      "81z",
      4},
     1},
    /* Code charts: Unicode's mappings of each. */
    {"windows-1250",
     ENCODING_WINDOWS1250,
     {"Ko\xB3odziej \x8E"
      "eljko",
      16},
     {"Kołodziej Željko", 18},
     0},
    {"windows-1251", ENCODING_WINDOWS1251, {"\xC8\xE2\xE0\xED", 4}, {"Иван", 8}, 0},
    {"ISO-8859-2",
     ENCODING_ISO8859_2,
     {"\xA9imek \xBB"
      "a",
      8},
     {"Šimek ťa", 10},
     0},
    {"ISO-8859-15", ENCODING_ISO8859_15, {"\xA4 \xBD\xE9", 4}, {"€ œé", 8}, 0},
    {"GB18030, of two and four bytes",
     ENCODING_GB18030,
     {"\xD5\xC5\x81\x39\xEE\x39|", 7},
     {"张㐀|", 7},
     0},
    {"Big5, with | as second byte", ENCODING_BIG5, {"\xB3\x5C\xB3\x7C,", 5}, {"許逖,", 7}, 0},
    {"EUC-KR", ENCODING_EUCKR, {"\xB1\xE8,\xB0\xA2", 5}, {"김,각", 7}, 0},
    {"EUC-KR, wider", ENCODING_EUCKR, {"\x8C\x63", 2}, {"똠", 3}, 0},
    {"ISO-2022-JP",
     ENCODING_ISO2022JP,
     {"a\x1B$B;3\x1B(B,\x1B(I1\x1B(B\n\x1B$@ED\x1B(J\\", 27},
     {"a山,ｱ\n田¥", 14},
     0},
    {"bad byte in GB18030",
     ENCODING_GB18030,
     {"\xFF,\xD5\xC5", 4},
     {"\xFF"
      "FF,张",
      7},
     1},
    {"bad byte in ISO-2022-JP, whose letters go on",
     ENCODING_ISO2022JP,
     {"\x1B$B;3\xFF\x1B(B;", 10},
     {"山\xFF"
      "FF;",
      7},
     1},
    {"bad byte in EUC-JP",
     ENCODING_EUCJP,
     {"\xC5,\xC5\xC0", 4},
     {"\xFF"
      "C5,点",
      7},
     1},
};

START_TEST(decodes_in_blocks_of_any_size) {
    static const size_t sizes[] = {64, 1, 2, 3, 5};
    struct strbuf out = {0};
    for (size_t i = 0; i < sizeof decode_cases / sizeof *decode_cases; i++)
        for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
            uint64_t bad = decode(decode_cases[i].encoding, decode_cases[i].bytes, sizes[k], &out);
            assert_text(&out, decode_cases[i].text, decode_cases[i].name);
            ck_assert_msg(bad == decode_cases[i].bad, "%s", decode_cases[i].name);
        }
    strbuf_release(&out);
}
END_TEST

/* All two-byte sequences, against iconv itself. */
START_TEST(cp932_is_iconvs) {
    iconv_t judge = iconv_open("UTF-8", "CP932");
    ck_assert(judge != (iconv_t)-1);
    struct strbuf out = {0};
    for (unsigned lead = 0x80; lead <= 0xFF; lead++)
        for (unsigned trail = 0; trail <= 0xFF; trail++) {
            char bytes[2] = {(char)lead, (char)trail}, wanted[16];
            char *in = bytes, *to = wanted;
            size_t left = 2, room = sizeof wanted;
            iconv(judge, NULL, NULL, NULL, NULL);
            bool is_good = iconv(judge, &in, &left, &to, &room) != (size_t)-1;
            uint64_t bad = decode(ENCODING_CP932, (struct span){bytes, 2}, 2, &out);
            ck_assert_msg((bad == 0) == is_good, "%02X %02X", lead, trail);
            if (is_good)
                assert_text(&out, (struct span){wanted, sizeof wanted - room}, "pair");
        }
    iconv_close(judge);
    strbuf_release(&out);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("encoding");
    TCase *c = tcase_create("encoding");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, names);
    tcase_add_test(c, byte_order_marks);
    tcase_add_test(c, utf8_is_strict);
    tcase_add_test(c, utf8_knows_every_character);
    tcase_add_test(c, decodes_in_blocks_of_any_size);
    tcase_add_test(c, cp932_is_iconvs);
    suite_add_tcase(suite, c);
    return run_suite(suite);
}
