/* Folding: which writings are one, which are not, and that a key's key is the key. */
#include "../../src/text/code_points.h"
#include "suite.h"
#include "tenko/fold.h"
#include "tenko/id_look.h"

#include <check.h>
#include <stdio.h>
#include <utf8proc.h>

static struct strbuf left, right;

static const char *const kind_names[] = {"ID",   "ID_BARE", "NAME",  "KANA",
                                         "WORD", "HEADER",  "ROMAJI"};

static void assert_key(enum fold kind, const char *text, const char *key) {
    fold_text(kind, span_of(text), &left);
    ck_assert_msg(strcmp(left.p, key) == 0, "%s of \"%s\" is \"%s\", not \"%s\"", kind_names[kind],
                  text, left.p, key);
}

static bool folds_alike(enum fold kind, const char *a, const char *b) {
    fold_text(kind, span_of(a), &left);
    fold_text(kind, span_of(b), &right);
    return span_equal(strbuf_span(&left), strbuf_span(&right));
}

static const struct {
    enum fold kind;
    const char *text, *key;
} keys[] = {
    {FOLD_ID, "", ""},
    {FOLD_ID, "  Taro.Yamada@City.Example ", "taro.yamada@city.example"},
    {FOLD_ID, "０１２３ＡＢＣ", "0123abc"},
    {FOLD_ID, "\xE3\x80\x80k001234\xC2\xA0", "k001234"}, /* U+3000, U+00A0 */
    {FOLD_ID,
     "\xEF\xBB\xBFk0\xE2\x80\x8B"
     "01",
     "k001"}, /* U+FEFF, U+200B */
    {FOLD_ID,
     "a\xC2\xAD"
     "b\xE2\x81\xA0"
     "c\xE2\x80\x8E",
     "abc"}, /* soft hyphen, joiner, LRM */
    {FOLD_ID, "a b", "a b"},
    {FOLD_ID,
     "a\xE3\x80\x80"
     "b",
     "a b"},
    {FOLD_ID, "a\tb\n", "a b"},
    {FOLD_ID, "A－1", "a-1"},
    {FOLD_ID, "A−1", "a-1"},
    {FOLD_ID, "A‐1", "a-1"},
    {FOLD_ID, "A‑1", "a-1"},
    {FOLD_ID, "A–1", "a-1"},
    {FOLD_ID, "A—1", "a-1"},
    {FOLD_ID, "A―1", "a-1"},
    {FOLD_ID, "Aｰ1", "a-1"},
    {FOLD_ID, "Aー1", "a-1"},
    {FOLD_ID, "髙橋", "髙橋"}, /* a code is no name */
    {FOLD_ID, "Straße", "strasse"},
    {FOLD_ID,
     "a\xFF"
     "b",
     "a\xEF\xBF\xBD"
     "b"},
    {FOLD_ID_BARE, "001234", "1234"},
    {FOLD_ID_BARE, "１２３４", "1234"},
    {FOLD_ID_BARE, "000", "0"},
    {FOLD_ID_BARE, "0", "0"},
    {FOLD_ID_BARE, "", ""},
    {FOLD_ID_BARE, "0 01", "1"},
    {FOLD_ID_BARE, "K001", "k001"},
    {FOLD_ID_BARE, "100", "100"},
    {FOLD_NAME, "山田　太郎", "山田太郎"},
    {FOLD_NAME, " 山田\xC2\xA0太 郎 ", "山田太郎"},
    {FOLD_NAME, "髙橋", "高橋"},
    {FOLD_NAME, "山﨑", "山崎"},
    {FOLD_NAME, "山嵜", "山崎"},
    {FOLD_NAME, "渡邊", "渡辺"},
    {FOLD_NAME, "渡邉", "渡辺"},
    {FOLD_NAME, "齋藤", "斎藤"},
    {FOLD_NAME, "齊藤", "斉藤"},
    {FOLD_NAME, "濵田", "浜田"},
    {FOLD_NAME, "𠮷田", "吉田"},
    {FOLD_NAME, "葛\xF3\xA0\x84\x80城", "葛城"}, /* U+E0100 */
    {FOLD_NAME, "辻\xEF\xB8\x80", "辻"},         /* U+FE00 */
    {FOLD_NAME, "\xEF\xA8\x99", "神"},           /* U+FA19: NFKC */
    {FOLD_NAME, "\xEF\xA8\x9B", "福"},           /* U+FA1B: NFKC */
    {FOLD_NAME, "⻑⾕川", "長谷川"},             /* radicals of a PDF: U+2ED1, U+2F95 */
    {FOLD_NAME, "ジョン・スミス", "ジョンスミス"},
    {FOLD_NAME, "ｼﾞｮﾝ･ｽﾐｽ", "ジョンスミス"},
    {FOLD_NAME, "マリ－", "マリー"},
    {FOLD_NAME, "ﾏﾘｰ", "マリー"},
    {FOLD_NAME, "Smith‐Jones", "essmithjon"}, /* a ring: no order */
    {FOLD_NAME, "O’Brien", "brieno"},
    {FOLD_NAME, "ＹＡＭＡＤＡ Taro", "adataroyam"},
    {FOLD_NAME, "関ヶ原", "関ケ原"},
    {FOLD_NAME, "か\xE3\x82\x99", "が"}, /* NFD of macOS */
    {FOLD_NAME, "か\xE2\x80\x8B\xE3\x82\x99", "が"},
    {FOLD_KANA, "わたなべ はなこ", "ワタナベハナコ"},
    {FOLD_KANA, "ﾜﾀﾅﾍﾞ ﾊﾅｺ", "ワタナベハナコ"},
    {FOLD_KANA, "ショウ", "シヨウ"},
    {FOLD_KANA, "しょう", "シヨウ"},
    {FOLD_KANA, "ｼｮｳ", "シヨウ"},
    {FOLD_KANA, "ッャュョァィゥェォヮヵヶ", "ツヤユヨアイウエオワカケ"},
    {FOLD_KANA, "ユーキ", "ユーキ"},
    {FOLD_KANA, "ユ-キ", "ユーキ"},
    {FOLD_KANA, "ユ－キ", "ユーキ"},
    {FOLD_KANA, "ユ―キ", "ユーキ"},
    {FOLD_KANA, "ユ−キ", "ユーキ"},
    {FOLD_KANA, "ﾕｰｷ", "ユーキ"},
    {FOLD_KANA, "か\xE3\x82\x99ぎ", "ガギ"},
    {FOLD_KANA, "う゛ぃ", "ヴイ"},
    {FOLD_WORD, "税務課　市民税係", "税務課市民税係"},
    {FOLD_WORD, "センタ－", "センター"},
    {FOLD_WORD, "ｾﾝﾀｰ", "センター"},
    {FOLD_WORD, "第１－２係", "第1-2係"},
    {FOLD_WORD, "Admin User", "adminuser"},
    {FOLD_WORD, "髙齢課", "髙齢課"},
    {FOLD_WORD, "○", "○"},
    {FOLD_HEADER, "職員 番号", "職員番号"},
    {FOLD_HEADER, "Employee_Number", "employeenumber"},
    {FOLD_HEADER, "【必須】氏名（漢字）＊", "必須氏名漢字"},
    {FOLD_HEADER, "\xEF\xBB\xBFuser-id", "userid"},
    {FOLD_HEADER, "User ID:", "userid"},
};

START_TEST(keys_are_as_documented) {
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        assert_key(keys[i].kind, keys[i].text, keys[i].key);
}
END_TEST

static const struct {
    enum fold kind;
    const char *a, *b;
    bool alike;
} pairs[] = {
    {FOLD_NAME, "斎藤", "斉藤", false},
    {FOLD_NAME, "齋藤", "齊藤", false},
    {FOLD_NAME, "渡辺", "渡部", false},
    {FOLD_NAME, "太", "大", false},
    {FOLD_NAME, "太", "犬", false},
    {FOLD_NAME, "杉山", "椙山", false},
    {FOLD_NAME, "高木", "髙木", true},
    {FOLD_NAME, "廣瀨", "広瀬", true},
    {FOLD_NAME, "國德", "国徳", true},
    {FOLD_NAME, "山田太郎", "太郎山田", false},
    {FOLD_KANA, "ミヅキ", "ミズキ", false},
    {FOLD_KANA, "ヂ", "ジ", false},
    {FOLD_KANA, "ショウ", "シヨウ", true},
    {FOLD_KANA, "おおの", "オノ", false},
    {FOLD_ID, "001", "1", false},
    {FOLD_HEADER, "ユーザーID", "ユーザ－ＩＤ", true},
    {FOLD_HEADER, "ユーザーID", "ﾕｰｻﾞｰID", true},
    /* the six pairs that CP932's encoders disagree on */
    {FOLD_WORD, "a～b", "a〜b", true},
    {FOLD_WORD, "a∥b", "a‖b", true},
    {FOLD_WORD, "a－b", "a−b", true},
    {FOLD_WORD, "a￠b", "a¢b", true},
    {FOLD_WORD, "a￡b", "a£b", true},
    {FOLD_WORD, "a￢b", "a¬b", true},
};

START_TEST(one_or_two_things) {
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        ck_assert_msg(folds_alike(pairs[i].kind, pairs[i].a, pairs[i].b) == pairs[i].alike,
                      "%s: %s and %s", kind_names[pairs[i].kind], pairs[i].a, pairs[i].b);
}
END_TEST

static void assert_unordered(const char *a, const char *b, bool alike) {
    fold_text(FOLD_NAME, span_of(a), &left);
    fold_text(FOLD_NAME, span_of(b), &right);
    ck_assert_msg((strcmp(left.p, right.p) == 0) == alike, "%s and %s", a, b);
}

START_TEST(latin_names_in_either_order) {
    assert_unordered("Taro Yamada", "YAMADA, Taro", true);
    assert_unordered("Ｔａｒｏ　Ｙａｍａｄａ", "yamada taro", true);
    assert_unordered("Smith Taro さ ま", "Taro Smith", true);
    assert_unordered("José Núñez",
                     "NÚN\xCC\x83"
                     "EZ Jose\xCC\x81",
                     true);
    assert_unordered("John F. Kennedy", "Kennedy, John F", true);
    assert_unordered("Taro Yamada", "Jiro Yamada", false);
    assert_unordered("Ann Lee", "Anna Lee", false);
    /* Spaces are removed from names (YAMADATARO), so nobody knows where one word ends. */
    assert_unordered("Ann Alee", "Anna Lee", true);
    assert_unordered("山田 太郎", "山田太郎", true);
    assert_unordered("山田 太郎", "太郎 山田", false);
    assert_unordered("髙橋 Anna", "高橋Anna", true);
    assert_unordered("ジョン・スミス", "スミス・ジョン", false);
}
END_TEST

/* Writings of one name, ended by NULL: all have one key of the kind, which is not empty. */
static void assert_one_name(enum fold kind, const char *const *writings) {
    fold_text(kind, span_of(writings[0]), &left);
    ck_assert_msg(left.n > 0, "%s has no key", writings[0]);
    for (size_t i = 1; writings[i]; i++)
        ck_assert_msg(folds_alike(kind, writings[0], writings[i]), "%s: %s and %s",
                      kind_names[kind], writings[0], writings[i]);
}

#define ONE_NAME(kind, ...) assert_one_name(kind, (const char *const[]){__VA_ARGS__, NULL})

START_TEST(names_spelt_otherwise) {
    ONE_NAME(FOLD_NAME, "Sean O'Brien", "O’Brien, Sean", "OBRIEN SEAN", "Seán O`Brien",
             "O´Brien Sean");
    ONE_NAME(FOLD_NAME, "José García-López", "Garcia Lopez, Jose", "JOSE GARCIA‐LOPEZ");
    ONE_NAME(FOLD_NAME, "Łukasz Nowak", "Nowak Lukasz", "Mr. Lukasz Nowak", "Dr Nowak, Łukasz");
    ONE_NAME(FOLD_NAME, "Søren Weiß", "Soren Weiss", "WEISS, Søren");
    ONE_NAME(FOLD_NAME, "Robert J. Smith Jr.", "Smith, Robert J., Jr.");
    ONE_NAME(FOLD_NAME, "Mary Ann van der Berg", "van der Berg, Mary Ann");
    ONE_NAME(FOLD_NAME, "Suzuki, Hanako (Sales)", "Hanako Suzuki", "Hanako Suzuki [Contractor]",
             "Hanako Suzuki-san", "Suzuki Hanako <h.suzuki@corp.example>");
    ONE_NAME(FOLD_NAME, "John Smith", "SMITHJOHN", "johnsmith", "Ｓｍｉｔｈ　Ｊｏｈｎ");
    ONE_NAME(FOLD_NAME, "渡辺さくら", "渡辺さくら様", "渡辺 さくら さん", "【退職】渡辺　さくら",
             "渡邊さくら（旧姓 山田）", "渡邉さくら(総務課", "渡辺〔派遣〕さくら 殿",
             "渡辺 さくら 氏", "渡辺さくら様　", "渡辺さくら先生");
    ONE_NAME(FOLD_NAME, "鵜殿", "鵜殿様", "鵜殿　様");
    ONE_NAME(FOLD_NAME, "山田", "（山田）"); /* nothing else is there */
    ck_assert(!folds_alike(FOLD_NAME, "Robert Smith", "Robert Smith Jr."));
    ck_assert(!folds_alike(FOLD_NAME, "Robert Smith III", "Robert Smith Jr."));
    ck_assert(!folds_alike(FOLD_NAME, "鵜殿", "鵜"));
    assert_key(FOLD_NAME, "様", "様");
    assert_key(FOLD_NAME, "Mr.", "mr");
    assert_key(FOLD_NAME, "***", "");
}
END_TEST

START_TEST(romaji_of_every_spelling) {
    ONE_NAME(FOLD_ROMAJI, "おおの ゆうき", "オオノユウキ", "ｵｵﾉ ﾕｳｷ", "Ohno Yuki", "Yūki Ōno",
             "OONO, Yuuki", "Ono Yuhki", "Ohono Yûki", "yuki-ono", "ユウキ・オオノ", "オーノユーキ",
             "onoyuki");
    ONE_NAME(FOLD_ROMAJI, "しょうじ じゅん", "シヨウジ ジユン", "Shoji Jun", "Syozi Zyun",
             "Shouji Jyun", "Siyoji Jun", "SHOHJI JUN");
    ONE_NAME(FOLD_ROMAJI, "ほんま しんいち", "Homma Shin'ichi", "Honma Shinichi", "Sin-iti Honma");
    ONE_NAME(FOLD_ROMAJI, "はっとり まっちゃ", "ハツトリ マツチヤ", "Hattori Matcha",
             "Hattori Maccha", "Hattori Mattya");
    ONE_NAME(FOLD_ROMAJI, "つじ ふちづ", "Tsuji Fuchizu", "Tuzi Hutidu", "Tsuji Fuchidzu");
    ONE_NAME(FOLD_ROMAJI, "かをり いのうえ", "Inoue Kaori", "Inouye Kawori");
    ONE_NAME(FOLD_ROMAJI, "ヴィヴィアン", "Vivian", "Bibian");
    ONE_NAME(FOLD_ROMAJI, "エリカ・リサ", "Erika Lisa", "Elika Risa");
    ONE_NAME(FOLD_ROMAJI, "ティナ ファジ", "Tina Faji");
    ONE_NAME(FOLD_ROMAJI, "やまだ たろう", "tarooyamada", "yamadataro", "YAMADA Taro 様",
             "たろう　やまだ");
    ONE_NAME(FOLD_ROMAJI, "きむ よんちょる", "Kim Yong-chol", "KIM YONGCHOL");
    ONE_NAME(FOLD_ROMAJI, "パク マーク", "Park Mark");
    ONE_NAME(FOLD_ROMAJI, "たなか だいすけ", "Tanaka Daiske", "Daisuke Tanaka");
    ONE_NAME(FOLD_ROMAJI, "ジャック ニック", "Jack Nick");
    ONE_NAME(FOLD_ROMAJI, "ベッキー", "Becky");
    ONE_NAME(FOLD_ROMAJI, "かねこ みすゞ", "Kaneko Misuzu", "カネコ　ミスヾ");
    ONE_NAME(FOLD_ROMAJI, "いすゞ", "Isuzu");
    ONE_NAME(FOLD_ROMAJI, "こゝろ", "Kokoro");
    ONE_NAME(FOLD_ROMAJI, "さゞえ", "Sazae");
    ONE_NAME(FOLD_ROMAJI, "つゞき", "Tsuzuki");
    ONE_NAME(FOLD_ROMAJI, "はゞ", "Haba");
    ONE_NAME(FOLD_ROMAJI, "ぶゞ", "Bubu"); /* voiced already */
    ONE_NAME(FOLD_ROMAJI, "なゝ", "Nana");
    ONE_NAME(FOLD_ROMAJI, "ロイ", "Roy");
    ONE_NAME(FOLD_ROMAJI, "トロイ", "Troy");
    ONE_NAME(FOLD_ROMAJI, "おおや けん", "Ohya Ken", "Oya Ken");
    ONE_NAME(FOLD_ROMAJI, "ひゅうが", "Hyuga");
    ONE_NAME(FOLD_ROMAJI, "じゅんぺい", "Jumpei", "Junpei");
    ONE_NAME(FOLD_ROMAJI, "しゅんにゃ", "Shunnya");
    ONE_NAME(FOLD_ROMAJI, "けんた", "Kennta", "Kenta");
    ONE_NAME(FOLD_ROMAJI, "けんご あんぎゃ", "Kengo Angya");
    ONE_NAME(FOLD_ROMAJI, "ウェンディ", "Wendy");
    ONE_NAME(FOLD_ROMAJI, "クワン", "Kwan");
    ONE_NAME(FOLD_ROMAJI, "かわだ", "Kawada");
    ONE_NAME(FOLD_ROMAJI, "キエ", "Kye");
    ONE_NAME(FOLD_ROMAJI, "ウ ジフン", "Woo Jihun");
    ONE_NAME(FOLD_ROMAJI, "イ スンシン", "Yi Sunshin");
    ONE_NAME(FOLD_ROMAJI, "ジャンゴ", "Django");
    ONE_NAME(FOLD_ROMAJI, "クエンティン", "Quentin");
    ONE_NAME(FOLD_ROMAJI, "セシル ナンシー", "Cecil Nancy");
    ONE_NAME(FOLD_ROMAJI, "カール", "Carl", "Karl");
    ONE_NAME(FOLD_ROMAJI, "きりや", "Kirya", "Kiriya");
    ONE_NAME(FOLD_ROMAJI, "ツァイ", "Tsai");
    ONE_NAME(FOLD_ROMAJI, "ちゃや", "Chyaya", "Chaya", "Tyaya");
    ONE_NAME(FOLD_ROMAJI, "いやま いよ", "Iyama Iyo");
    ONE_NAME(FOLD_ROMAJI, "しんいち", "Shin`ichi");
    ck_assert(!folds_alike(FOLD_ROMAJI, "やまだ たろう", "Yamada Jiro"));
    ck_assert(!folds_alike(FOLD_ROMAJI, "さとう みつこ", "Sato Miko"));
    ck_assert(!folds_alike(FOLD_ROMAJI, "Ann Lee", "Anna Lee"));
    assert_key(FOLD_ROMAJI, "山田 太郎", "");
    assert_key(FOLD_ROMAJI, "山田 Taro", "");
    assert_key(FOLD_ROMAJI, "", "");
    assert_key(FOLD_ROMAJI, "Taro2", "");
    assert_key(FOLD_ROMAJI, "ゝた", ""); /* repeats nothing */
}
END_TEST

static void assert_stable(const char *text, size_t n) {
    static struct strbuf once, twice;
    for (int kind = 0; kind < FOLD_COUNT; kind++) {
        struct span from = {text, n};
        if (kind == FOLD_ROMAJI)
            continue; /* its key is no name */
        fold_text((enum fold)kind, from, &once);
        if (span_equal(strbuf_span(&once), from))
            continue; /* a key already */
        fold_text((enum fold)kind, strbuf_span(&once), &twice);
        ck_assert_msg(span_equal(strbuf_span(&once), strbuf_span(&twice)),
                      "kind %d of \"%.*s\": \"%s\", then \"%s\"", kind, (int)n, text, once.p,
                      twice.p);
    }
}

static size_t encode(int32_t c, char *to) {
    return (size_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)to);
}

START_TEST(folding_a_key_changes_nothing) {
    char text[16];
    for (int32_t c = 0; c < 0x110000; c++) {
        if (c >= 0xD800 && c < 0xE000)
            continue;
        /* tens of thousands of unassigned and private code points in a row behave as one */
        if (c > 0x30000 && c < 0xE0000 && c % 251)
            continue;
        assert_stable(text, encode(c, text));
    }
}
END_TEST

/* Strings of what interacts: marks, zeros, spaces, hyphens, kana, invisible and expanding ones. */
START_TEST(folding_random_keys_changes_nothing) {
    static const int32_t awkward[] = {
        ' ',     '0',    'a',    'A',    '-',    '.',    ',',    '=',    '<',     0x0301,
        0x0345,  0x0338, 0x0327, 0x3099, 0x309A, 0x304B, 0x30AB, 0x30CF, 0x30FC,  0xFF70,
        0xFF9E,  0xFF76, 0x200B, 0xFEFF, 0x00A0, 0x3000, 0x309B, 0x00A8, 0x0130,  0x1E9E,
        0x03B1,  0x1F80, 0xFDFA, 0xAC00, 0x1100, 0x1161, 0x11A8, 0x9AD9, 0xFA11,  0x20BB7,
        0xE0100, 0x00B7, 0x30FB, 0x2260, 0x309D, 0x30F6, 0x3042, 0x3041, 0x00C5,  0x212B,
        0x2126,  0x0660, 0x0F71, 0x0F72, 0x0F74, 0x2019, 0x301C, 0x2225, 0x1D15E, 0x10FFFF,
    };
    uint32_t state = 20260331;
    char text[64];
    for (int round = 0; round < 20000; round++) {
        size_t n = 0;
        for (int k = 0; k < 8; k++) {
            state = state * 1664525u + 1013904223u;
            n += encode(awkward[(state >> 16) % (sizeof awkward / sizeof *awkward)], text + n);
        }
        assert_stable(text, n);
    }
}
END_TEST

/* One letter keeps 32 marks; the first of these makes another letter with it. */
START_TEST(marks_of_a_letter) {
    for (size_t n = 31; n <= 33; n++) {
        struct code_points c = {0};
        code_points_init(&c);
        code_points_push(&c, 'a');
        for (size_t i = 0; i < n; i++)
            code_points_push(&c, 0x0323);
        code_points_compose(&c);
        ck_assert_int_eq(c.items[0], 0x1EA1);
        ck_assert_uint_eq(c.count, n < 32 ? n : 32);
        code_points_release(&c);
    }
}
END_TEST

START_TEST(many_marks_are_no_trap) {
    static char text[200001];
    size_t n = 1;
    text[0] = 'a';
    while (n + 4 < sizeof text) {
        n += encode(0x0301, text + n);
        n += encode(0x0327, text + n);
    }
    assert_stable(text, n);
}
END_TEST

/* Both short cuts give what the long way gives: U+200B, which leaves no trace, forces that. */
START_TEST(short_cuts_give_the_same_key) {
    static const char *const texts[] = {
        "Taro.Yamada-01@x",
        " a b ",
        "山田　太郎",
        "ワタナベ-ハナコ",
        "ユーザーＩＤ（必須）",
        "第１－２係",
        "ガギグゲゴ・ヴ",
        "佐々木",
        "髙邉濵",
        "ＡＢＣ～ｘ",
        "ー",
        "aー",
        "　",
        "関ヶ原",
        "0 0",
        "山田 太郎",
        "山田太郎様 ",
        "マリー ー",
        "山 ー",
        "YAMADA  Taro",
        "Mr Yamada",
        "Mr",
    };
    char longer[128];
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        snprintf(longer, sizeof longer, "%s\xE2\x80\x8B", texts[i]);
        for (int kind = 0; kind < FOLD_COUNT; kind++)
            ck_assert_msg(folds_alike((enum fold)kind, texts[i], longer), "%s: %s",
                          kind_names[kind], texts[i]);
    }
}
END_TEST

/* Ids are folded eight bytes at a time: every ASCII character at every place. */
START_TEST(every_ascii_character_at_every_place) {
    char text[24], longer[32];
    for (size_t n = 1; n <= 18; n++) {
        for (size_t at = 0; at < n; at++) {
            for (char c = 1; c < 0x7F; c++) {
                memset(text, 'k', n);
                text[n] = '\0';
                text[at] = c;
                snprintf(longer, sizeof longer, "%s\xE2\x80\x8B", text);
                ck_assert_msg(folds_alike(FOLD_ID, text, longer), "%d at %zu", c, at);
            }
        }
    }
}
END_TEST

/* variants.txt as people edit it. */
START_TEST(the_table_of_variants_is_sound) {
    static char group_of[0x30000 / 8]; /* seen code points */
    FILE *in = fopen(TENKO_SOURCE_DIR "/src/text/variants.txt", "r");
    ck_assert_ptr_nonnull(in);
    char line[1024];
    int groups = 0;
    bool names_unihan = false;
    while (fgets(line, sizeof line, in)) {
        names_unihan |= strstr(line, "Unihan_Variants.txt") != NULL;
        if (line[0] == '#' || line[0] == '\n')
            continue;
        groups++;
        line[strcspn(line, "\n")] = '\0';
        const char *base = strtok(line, " ");
        int members = 0;
        for (const char *k = base; k; k = strtok(NULL, " ")) {
            utf8proc_int32_t c;
            utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)k, -1, &c);
            ck_assert_msg(n > 0 && k[n] == '\0' && c < 0x30000, "%s is not one kanji", k);
            ck_assert_msg(!(group_of[c / 8] & 1 << c % 8), "%s stands in two groups", k);
            group_of[c / 8] = (char)(group_of[c / 8] | 1 << c % 8);
            ck_assert_msg(folds_alike(FOLD_NAME, base, k), "%s is not %s", k, base);
            assert_key(FOLD_NAME, k, base);
            members++;
        }
        ck_assert_msg(members >= 2, "a group of one: %s", base);
    }
    fclose(in);
    ck_assert(names_unihan);
    ck_assert_int_ge(groups, 150);
}
END_TEST

/* The groups that the design names, whatever the file says. */
START_TEST(the_known_groups_are_there) {
    static const char *const known[][4] = {
        {"高", "髙"}, {"崎", "﨑", "嵜"}, {"辺", "邊", "邉"}, {"斎", "齋"},
        {"斉", "齊"}, {"浜", "濱", "濵"}, {"沢", "澤"},       {"広", "廣"},
        {"国", "國"}, {"桜", "櫻"},       {"恵", "惠"},       {"瀬", "瀨"},
        {"徳", "德"}, {"黒", "黑"},       {"島", "嶋", "嶌"}, {"峰", "峯"},
        {"竜", "龍"}, {"条", "條"},       {"滝", "瀧"},       {"藪", "薮"},
        {"槙", "槇"}, {"桧", "檜"},       {"富", "冨"},       {"吉", "𠮷"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        for (size_t k = 1; k < 4 && known[i][k]; k++)
            ck_assert_msg(folds_alike(FOLD_NAME, known[i][0], known[i][k]), "%s", known[i][k]);
    }
    ck_assert_int_eq(fold_variant(0x9AD9), 0x9AD8);
    ck_assert_int_eq(fold_variant(0x9AD8), 0x9AD8);
    ck_assert_int_eq(fold_variant('a'), 'a');
    ck_assert_int_eq(fold_variant(0x10FFFF), 0x10FFFF);
}
END_TEST

static const struct {
    const char *pattern, *text;
    bool matches;
} globs[] = {
    {"kyoyu*", "KYOYU01", true},
    {"kyoyu*", "kyoyu", true},
    {"kyoyu*", "xkyoyu", false},
    {"svc_*", "svc_backup", true},
    {"svc_*", "svcbackup", false},
    {"*-ext", "taro-ext", true},
    {"*a*b", "xaxbxb", true},
    {"*a*b", "xaxbx", false},
    {"a?c", "abc", true},
    {"a?c", "ac", false},
    {"a?c", "aあc", true},
    {"ｋｙｏｙｕ＊", "kyoyu1", true},
    {"共用*", "共用０１", true},
    {"*", "", true},
    {"", "", true},
    {"", "a", false},
    {"a.c", "abc", false},
    {"**", "anything", true},
    {"kyoyu*", " KYOYU01 ", true},
    {"a?c", "aéc", true},
    {"a?c", "a\U00020BB7c", true},
    {"*c", "a\U00020BB7c", true},
    {"*吉", "𠮷吉", true},
    {"??", "é", false},
    {"?", "é", true},
};

START_TEST(globs_match_ids) {
    for (size_t i = 0; i < sizeof globs / sizeof *globs; i++)
        ck_assert_msg(glob_match(span_of(globs[i].pattern), span_of(globs[i].text)) ==
                          globs[i].matches,
                      "%s and %s", globs[i].pattern, globs[i].text);
}
END_TEST

static const struct {
    const char *user_id;
    enum id_look look;
    const char *glob; /* "" if none */
} looks[] = {
    {"ADMINISTRATOR", LOOKS_BUILT_IN, "Administrator"},
    {"ｋｙｏｙｕ０１", LOOKS_SHARED, "kyoyu*"},
    {"共用０１", LOOKS_SHARED, "共用*"},
    {" svc-backup", LOOKS_SERVICE, "svc-*"},
    {"aad_8c1f", LOOKS_SERVICE, "AAD_*"},
    {"PC01$", LOOKS_COMPUTER, "*$"},
    {"bob_else.example#ext#@acme.example", LOOKS_GUEST, "*#EXT#*"},
    {"Adm-山田", LOOKS_ADMIN, "adm-{login}"},
    {"山田_ADM", LOOKS_ADMIN, "{login}_adm"},
    {"ﾃｽﾄ1", LOOKS_TEST, "テスト*"},
    {"試験用1", LOOKS_TEST, "試験用*"},
    {"窓口1", LOOKS_KIOSK, "窓口*"},
    {"会議室A", LOOKS_ROOM, "会議室*"},
    {"adm", LOOKS_PERSONAL, ""},
    {"室会議", LOOKS_PERSONAL, ""},
    {"試", LOOKS_PERSONAL, ""},
    {"", LOOKS_PERSONAL, ""},
};

START_TEST(looks_of_ids) {
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        struct id_glob glob = id_glob_of(span_of(looks[i].user_id));
        ck_assert_msg(glob.look == looks[i].look, "%s", looks[i].user_id);
        ck_assert_msg(span_equal(glob.written ? (struct span){glob.written, glob.n} : SPAN(""),
                                 span_of(looks[i].glob)),
                      "%s: %.*s", looks[i].user_id, (int)glob.n, glob.written);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("fold");
    TCase *tc = tcase_create("fold");
    tcase_set_timeout(tc, 120);
    tcase_add_test(tc, keys_are_as_documented);
    tcase_add_test(tc, one_or_two_things);
    tcase_add_test(tc, latin_names_in_either_order);
    tcase_add_test(tc, names_spelt_otherwise);
    tcase_add_test(tc, romaji_of_every_spelling);
    tcase_add_test(tc, folding_a_key_changes_nothing);
    tcase_add_test(tc, folding_random_keys_changes_nothing);
    tcase_add_test(tc, marks_of_a_letter);
    tcase_add_test(tc, many_marks_are_no_trap);
    tcase_add_test(tc, short_cuts_give_the_same_key);
    tcase_add_test(tc, every_ascii_character_at_every_place);
    tcase_add_test(tc, the_table_of_variants_is_sound);
    tcase_add_test(tc, the_known_groups_are_there);
    tcase_add_test(tc, globs_match_ids);
    tcase_add_test(tc, looks_of_ids);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
