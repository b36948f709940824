/* src/base: containers, output, digests. Expected digests are FIPS 180-4's and shasum's. */
#include "suite.h"
#include "tenko/amount.h"
#include "tenko/csvout.h"
#include "tenko/jsonout.h"
#include "tenko/memory.h"
#include "tenko/nearest.h"
#include "tenko/parallel.h"
#include "tenko/pipeline.h"
#include "tenko/removal.h"
#include "tenko/strpool.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

START_TEST(pool_gives_dense_ids_in_order_of_first_sight) {
    struct strpool pool = {0};
    ck_assert(str_is_none(strpool_intern(&pool, SPAN(""))));
    ck_assert(str_is_none(strpool_find(&pool, SPAN("a"))));
    ck_assert_uint_eq(strpool_intern(&pool, SPAN("高橋")).n, 1);
    ck_assert_uint_eq(strpool_intern(&pool, SPAN("髙橋")).n, 2);
    ck_assert_uint_eq(strpool_intern(&pool, SPAN("高橋")).n, 1);
    ck_assert_uint_eq(strpool_count(&pool), 3);
    strpool_release(&pool);
}
END_TEST

START_TEST(pool_keeps_many_texts_apart) {
    struct strpool pool = {0};
    char text[24];
    for (uint32_t i = 1; i <= 100000; i++) {
        int n = snprintf(text, sizeof text, "u%u", i);
        ck_assert_uint_eq(strpool_intern(&pool, (struct span){text, (size_t)n}).n, i);
    }
    for (uint32_t i = 1; i <= 100000; i += 999) {
        snprintf(text, sizeof text, "u%u", i);
        ck_assert_uint_eq(strpool_find(&pool, span_of(text)).n, i);
        ck_assert_str_eq(strpool_text(&pool, (str_id){i}).p, text);
    }
    strpool_release(&pool);
}
END_TEST

/* Nothing moves while the texts come that room was made for; ids and texts are as ever. */
START_TEST(pool_with_room_for_what_comes) {
    struct strpool pool = {0};
    char text[24];
    strpool_intern(&pool, SPAN("before"));
    strpool_reserve(&pool, 50000);
    const void *entries = pool.entries, *tags = pool.tags;
    for (uint32_t i = 2; i <= 50000; i++) {
        int n = snprintf(text, sizeof text, "u%u", i);
        struct strpool_key key = strpool_prefetch(&pool, (struct span){text, (size_t)n});
        ck_assert_uint_eq(strpool_intern_key(&pool, key).n, i);
    }
    ck_assert(pool.entries == entries && pool.tags == tags);
    ck_assert_uint_eq(strpool_find(&pool, SPAN("before")).n, 1);
    ck_assert_uint_eq(strpool_find(&pool, SPAN("u50000")).n, 50000);
    strpool_reserve(&pool, 10); /* less than there is: nothing happens */
    ck_assert(pool.entries == entries);
    ck_assert_uint_eq(strpool_intern(&pool, SPAN("behind")).n, 50001);
    ck_assert(str_is_none(strpool_intern_key(&pool, strpool_prefetch(&pool, SPAN("")))));
    strpool_release(&pool);
}
END_TEST

/* Texts of every length up to 40 that differ in one byte, wherever it is. */
START_TEST(spans_are_equal_byte_for_byte) {
    for (size_t n = 0; n <= 40; n++) {
        char *a = memory_zeroed(n, 1), *b = memory_zeroed(n, 1); /* nothing behind may be read */
        ck_assert(span_equal((struct span){a, n}, (struct span){b, n}));
        ck_assert(!span_equal((struct span){a, n}, (struct span){b, n + 1}));
        for (size_t i = 0; i < n; i++) {
            b[i] = 'x';
            ck_assert(!span_equal((struct span){a, n}, (struct span){b, n}));
            b[i] = 0;
        }
        free(a);
        free(b);
    }
    ck_assert(span_equal((struct span){NULL, 0}, SPAN("")));
}
END_TEST

START_TEST(pool_takes_texts_longer_than_a_block) {
    struct strpool pool = {0};
    size_t n = 1 << 20;
    char *text = memory_alloc(n);
    memset(text, 'x', n);
    str_id id = strpool_intern(&pool, (struct span){text, n});
    ck_assert_uint_eq(strpool_intern(&pool, SPAN("y")).n, id.n + 1);
    ck_assert(span_equal(strpool_text(&pool, id), (struct span){text, n}));
    free(text);
    strpool_release(&pool);
}
END_TEST

START_TEST(arena_pieces_are_apart_and_zero) {
    struct arena arena = {0};
    char *pieces[200];
    for (size_t i = 0; i < 200; i++) {
        size_t n = i % 7 == 0 ? 100000 : i + 1;
        pieces[i] = arena_alloc(&arena, n);
        size_t dirty = 0;
        for (size_t k = 0; k < n; k++)
            dirty += pieces[i][k] != 0;
        ck_assert_uint_eq(dirty, 0);
        memset(pieces[i], (int)i + 1, n);
    }
    for (size_t i = 0; i < 200; i++)
        ck_assert_int_eq(pieces[i][0], (char)(i + 1));
    arena_release(&arena);
    ck_assert_ptr_null(arena.head);
}
END_TEST

/* Nothing is something that can be freed, and grown. */
START_TEST(memory_of_no_bytes) {
    free(memory_alloc(0));
    free(memory_zeroed(0, 8));
    free(memory_zeroed(8, 0));
    char *p = memory_resize(NULL, 0, 8);
    ck_assert_ptr_nonnull(p);
    p = memory_resize(p, 2, 8);
    p[15] = 'x';
    free(p);
    char *copy = memory_copy_text((struct span){NULL, 0});
    ck_assert_str_eq(copy, "");
    free(copy);
}
END_TEST

START_TEST(a_size_beyond_all_memory_ends_the_program) {
    (void)memory_resize(NULL, SIZE_MAX / 4, 8);
}
END_TEST

START_TEST(a_piece_beyond_all_memory_ends_the_program) {
    struct arena arena = {0};
    (void)arena_room(&arena, SIZE_MAX / 2 + 1);
}
END_TEST

START_TEST(digest_of_abc) {
    char hex[DIGEST_HEX_SIZE];
    struct digest *d = digest_new();
    digest_add(d, "ab", 2);
    digest_add(d, "c", 1);
    digest_finish(d, hex);
    ck_assert_str_eq(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
END_TEST

START_TEST(digest_id_keeps_parts_apart) {
    struct span one[] = {SPAN("ab"), SPAN("c")}, two[] = {SPAN("a"), SPAN("bc")};
    ck_assert(digest_id(one, 2) != digest_id(two, 2));
    /* printf 'abc\0' | sha256sum */
    struct span abc = SPAN("abc");
    ck_assert_uint_eq(digest_id(&abc, 1), UINT64_C(0xdc1114cd074914bd));
    char text[600]; /* python3: sha256(b"x" * 600 + bytes(1)) */
    memset(text, 'x', sizeof text);
    struct span whole = {text, sizeof text};
    ck_assert_uint_eq(digest_id(&whole, 1), UINT64_C(0xe868f3b4aaaec408));
}
END_TEST

static char *cells(bool safe, bool crlf, size_t count, const struct span *texts) {
    struct strbuf text = {0};
    struct sink out;
    sink_to_memory(&out, &text);
    struct csvout csv = {.out = &out, .is_crlf = crlf, .is_spreadsheet_safe = safe};
    for (size_t i = 0; i < count; i++)
        csvout_cell(&csv, texts[i]);
    csvout_end_row(&csv);
    ck_assert_int_eq(sink_close(&out, NULL), 0);
    return text.p;
}

START_TEST(amounts) {
    static const struct {
        const char *text;
        int64_t cents; /* -1: no amount */
    } cases[] = {
        {"0", 0},
        {"12000", 1200000},
        {"12,000", 1200000},
        {"1,234,567.89", 123456789},
        {"684.5", 68450},
        {"0.05", 5},
        {"999999999999999", 99999999999999900},
        {"9999999999999999", -1}, /* more digits than a price has */
        {"", -1},
        {".5", -1},
        {"5.", -1},
        {"1.2.3", -1},
        {"1.234", -1},
        {",500", -1},
        {"12,5", -1}, /* decimals of Europe: not 125 */
        {"1,2345", -1},
        {"12,", -1},
        {"1.5,000", -1},
        {"12/5", -1},
        {"12:5", -1},
        {"-5", -1},
        {"1 000", -1},
        {"１２", -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t cents = -1;
        bool is_read = amount_parse(span_of(cases[i].text), &cents);
        ck_assert_msg(is_read == (cases[i].cents >= 0) && cents == cases[i].cents, "%s: %lld",
                      cases[i].text, (long long)cents);
    }
}
END_TEST

/* Among 300,000 texts about ten pairs have one hash of 32 bits: each text keeps its own id. */
START_TEST(pool_keeps_texts_of_one_hash_apart) {
    struct strpool pool = {0}, other = {0};
    char text[24];
    ck_assert_uint_eq(strpool_find(&pool, SPAN("a")).n, 0);
    for (uint32_t i = 1; i <= 300000; i++) {
        int n = snprintf(text, sizeof text, i % 2 ? "k%u" : "person-%u", i);
        ck_assert_uint_eq(strpool_intern(&pool, (struct span){text, (size_t)n}).n, i);
    }
    for (uint32_t i = 1; i <= 300000; i++) {
        int n = snprintf(text, sizeof text, i % 2 ? "k%u" : "person-%u", i);
        ck_assert_uint_eq(strpool_find(&pool, (struct span){text, (size_t)n}).n, i);
        strpool_prefetch_of(&pool, &other, (str_id){i}); /* of a pool without such a text */
    }
    ck_assert_uint_eq(strpool_find(&pool, SPAN("")).n, 0);
    ck_assert_uint_eq(strpool_text(&pool, (str_id){300001}).n, 0);
    strpool_release(&pool);
}
END_TEST

START_TEST(csv_quotes_only_what_needs_it) {
    struct span row[] = {SPAN("a"),         SPAN(""),           SPAN("b,c"),
                         SPAN("say \"x\""), SPAN("two\nlines"), SPAN(" x")};
    char *text = cells(false, false, 6, row);
    ck_assert_str_eq(text, "a,,\"b,c\",\"say \"\"x\"\"\",\"two\nlines\",\" x\"\n");
    free(text);
    struct span empty = SPAN("");
    text = cells(false, true, 1, &empty);
    ck_assert_str_eq(text, "\"\"\r\n");
    free(text);
}
END_TEST

/* Does the cell `before` + `behind` get an apostrophe? */
static bool is_guarded(const char *before, const char *behind) {
    struct strbuf both = {0};
    strbuf_add_text(&both, before);
    strbuf_add_text(&both, behind);
    struct span cell = strbuf_span(&both);
    char *text = cells(true, false, 1, &cell);
    bool is = text[0] == '\'' || (text[0] == '"' && text[1] == '\'');
    bool was = before[0] == '\'' || (before[0] == '"' && before[1] == '\'');
    is = is && (!was || (text[0] == '"' ? text[2] : text[1]) == '\'');
    free(text);
    strbuf_release(&both);
    return is;
}

START_TEST(csv_cells_are_no_formulas) {
    struct span row[] = {SPAN("=1+1"), SPAN("+81"), SPAN("-"),   SPAN("@x"),
                         SPAN("\tx"),  SPAN("\rx"), SPAN("a=1"), SPAN("=A,B")};
    char *text = cells(true, false, 8, row);
    ck_assert_str_eq(text, "'=1+1,'+81,'-,'@x,'\tx,\"'\rx\",a=1,\"'=A,B\"\n");
    free(text);
    /* Behind whatever does not show, or is dropped when a cell is pasted elsewhere. */
    static const char *const unseen[] = {" ",      "\"",     "'",      ",",      ";",
                                         "\u00A0", "\u00AD", "\u2000", "\u200F", "\u2028",
                                         "\u202F", "\u205F", "\u206F", "\u3000", "\uFEFF"};
    static const char *const seen[] = {"!",      "x",      "é",      "\u00A1",  "\u2010", "\u2027",
                                       "\u2030", "\u205E", "\u2070", "\u2190",  "\u3001", "\u3040",
                                       "\uFF1A", "\uFEC0", "\uFEFE", "\xE2\x80"};
    static const char *const formulas[] = {"=1", "+1",  "-1",  "@x",  "\t",
                                           "\n", "＝1", "＋1", "－1", "＠x"};
    for (size_t f = 0; f < sizeof formulas / sizeof *formulas; f++) {
        for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
            ck_assert_msg(is_guarded(unseen[i], formulas[f]), "%zu before %s", i, formulas[f]);
        for (size_t i = 0; i < sizeof seen / sizeof *seen; i++)
            ck_assert_msg(!is_guarded(seen[i], formulas[f]), "%s before %s", seen[i], formulas[f]);
    }
    ck_assert(!is_guarded("", "＜1") && !is_guarded("", "\xEF\xBC") && !is_guarded("", "ﾝ") &&
              !is_guarded(" ", "") && !is_guarded("", ""));
}
END_TEST

/* What RFC 4180 and a spreadsheet ask of a cell of letters with one other byte. */
static char *cell_with(char byte, size_t at, struct span plain) {
    struct strbuf text = {0};
    bool is_edge = at == 0 || at + 1 == plain.n;
    bool is_quoted = strchr(",\"\r\n", byte) || (byte == ' ' && is_edge);
    bool is_guarded = at == 0 && strchr("=+-@\t\r\n", byte);
    strbuf_add_text(&text, is_quoted ? "x,\"" : "x,");
    strbuf_add_text(&text, is_guarded ? "'" : "");
    for (size_t i = 0; i < plain.n; i++)
        strbuf_add_text(&text, i != at ? "x" : byte == '"' ? "\"\"" : (char[2]){byte, '\0'});
    strbuf_add_text(&text, is_quoted ? "\"\n" : "\n");
    return text.p;
}

/* Eight bytes are looked at together, and the last ones once more: each byte at each place. */
START_TEST(csv_sees_every_byte_at_every_place) {
    char letters[] = "xxxxxxxxxxxxxxxxxxxxxx";
    for (int byte = 1; byte < 256; byte++)
        for (size_t n = 1; n < sizeof letters; n++)
            for (size_t at = 0; at < n; at++) {
                char *cell = memory_copy_text((struct span){letters, n});
                cell[at] = (char)byte;
                struct span row[] = {SPAN("x"), {cell, n}};
                char *text = cells(true, false, 2, row), *right = cell_with((char)byte, at, row[1]);
                ck_assert_str_eq(text, right);
                free(text);
                free(right);
                free(cell);
            }
}
END_TEST

START_TEST(csv_guards_behind_what_does_not_show) {
    struct span row[] = {SPAN(" =1"),        SPAN("　＝1"),    SPAN("\u200B+1"),
                         SPAN("\uFEFF-1"),   SPAN("\u00A0@x"), SPAN(";=1"),
                         SPAN("　二月一日"), SPAN("、=1"),     SPAN("はい=1")};
    char *text = cells(true, false, 9, row);
    ck_assert_str_eq(text,
                     "' =1,'　＝1,'\u200B+1,'\uFEFF-1,'\u00A0@x,';=1,　二月一日,、=1,はい=1\n");
    free(text);
}
END_TEST

START_TEST(json_escapes_every_byte) {
    for (int c = 0; c < 256; c++) {
        char byte = (char)c;
        struct strbuf text = {0};
        struct sink out;
        sink_to_memory(&out, &text);
        jsonout_write_string(&out, (struct span){&byte, 1});
        ck_assert_int_eq(sink_close(&out, NULL), 0);
        json_error_t why;
        json_t *value = json_loadb(text.p, text.n, JSON_DECODE_ANY | JSON_ALLOW_NUL, &why);
        ck_assert_msg(value != NULL, "byte %02x: %s: %s", c, text.p, why.text);
        if (c < 0x80) {
            ck_assert_uint_eq(json_string_length(value), 1);
            ck_assert_int_eq(json_string_value(value)[0], byte);
        } else {
            ck_assert_str_eq(json_string_value(value), "\xEF\xBF\xBD");
        }
        json_decref(value);
        strbuf_release(&text);
    }
}
END_TEST

/* The sequences of RFC 3629, and the nearest that are none: a sign for each byte of those. */
START_TEST(json_is_utf8) {
    static const struct {
        const char *text;
        size_t bad;
    } cases[] = {
        {"é", 0},
        {"\xDF\xBF\xC2\x80", 0},
        {"\xE0\xA0\x80", 0},
        {"\xED\x9F\xBF\xEE\x80\x80", 0},
        {"\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", 0},
        {"\xC1\xBF", 2},
        {"\xC3x", 1},
        {"\xE0\x9F\xBF", 3},
        {"\xE3x\x81", 2},
        {"\xE3\x81x", 2},
        {"\xE3\x81", 2},
        {"\xEDx\x80", 2},
        {"\xED\xA0\x80", 3},
        {"\xF0\x8F\xBF\xBF", 4},
        {"\xF4\x90\x80\x80", 4},
        {"\xF5\x80\x80\x80", 4},
        {"\xF0\x9F\x98x", 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf text = {0};
        jsonout_add_string(&text, span_of(cases[i].text));
        size_t bad = 0;
        for (const char *p = text.p; (p = strstr(p, "\xEF\xBF\xBD")); p += 3)
            bad++;
        ck_assert_msg(bad == cases[i].bad, "case %zu: %s", i, text.p);
        json_t *value = json_loadb(text.p, text.n, JSON_DECODE_ANY, NULL);
        ck_assert_ptr_nonnull(value);
        json_decref(value);
        strbuf_release(&text);
    }
}
END_TEST

START_TEST(json_nests) {
    struct strbuf text = {0};
    struct sink out;
    sink_to_memory(&out, &text);
    struct jsonout j = {.out = &out};
    jsonout_begin_object(&j);
    jsonout_key(&j, "a");
    jsonout_begin_array(&j);
    jsonout_number(&j, -9223372036854775807 - 1);
    jsonout_begin_object(&j);
    jsonout_end_object(&j);
    jsonout_bool(&j, true);
    jsonout_end_array(&j);
    jsonout_key(&j, "b");
    jsonout_decimal(&j, 85.9, 1);
    jsonout_key(&j, "c");
    jsonout_string_or_null(&j, SPAN(""));
    jsonout_end_object(&j);
    ck_assert_int_eq(sink_close(&out, NULL), 0);
    ck_assert_str_eq(text.p, "{\"a\":[-9223372036854775808,{},true],\"b\":85.9,\"c\":null}");
    strbuf_clear(&text);
    sink_to_memory(&out, &text);
    j = (struct jsonout){.out = &out};
    jsonout_begin_object(&j);
    jsonout_key_text(&j, SPAN("\"a\""));
    jsonout_decimal(&j, -0.05, 2);
    jsonout_key_text(&j, SPAN("b"));
    jsonout_decimal(&j, 2.5, 0);
    jsonout_end_object(&j);
    ck_assert_int_eq(sink_close(&out, NULL), 0);
    ck_assert_str_eq(text.p, "{\"\\\"a\\\"\":-0.05,\"b\":3}");
    strbuf_release(&text);
}
END_TEST

START_TEST(file_sink_is_private_hashed_and_new) {
    char dir[] = "/tmp/tenko-sink-XXXXXX", hex[DIGEST_HEX_SIZE];
    ck_assert_ptr_nonnull(mkdtemp(dir));
    int dirfd = open(dir, O_RDONLY | O_DIRECTORY);
    struct sink out;
    ck_assert_int_eq(sink_create(&out, dirfd, "f"), 0);
    sink_text(&out, "abc");
    ck_assert_int_eq(sink_close(&out, hex), 0);
    ck_assert_str_eq(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    struct stat st;
    ck_assert_int_eq(fstatat(dirfd, "f", &st, 0), 0);
    ck_assert_uint_eq(st.st_mode & 0777, 0600);
    ck_assert_int_eq(sink_create(&out, dirfd, "f"), EEXIST);
    unlinkat(dirfd, "f", 0);
    close(dirfd);
    rmdir(dir);
}
END_TEST

/* Two files in turns, many buffers each: every byte arrives, in order, hashed. */
START_TEST(sinks_grow_side_by_side) {
    char dir[] = "/tmp/tenko-base-XXXXXX", hex[2][DIGEST_HEX_SIZE], want[DIGEST_HEX_SIZE];
    ck_assert_ptr_nonnull(mkdtemp(dir));
    int dirfd = open(dir, O_RDONLY | O_DIRECTORY);
    struct sink a, b;
    struct digest *digest = digest_new();
    ck_assert_int_eq(sink_create(&a, dirfd, "a"), 0);
    ck_assert_int_eq(sink_create(&b, dirfd, "b"), 0);
    for (int i = 0; i < 100000; i++) {
        sink_number(&a, i);
        sink_number(&b, i);
        char text[16];
        digest_add(digest, text, (size_t)snprintf(text, sizeof text, "%d", i));
    }
    digest_finish(digest, want);
    ck_assert_int_eq(sink_close(&a, hex[0]), 0);
    ck_assert_int_eq(sink_close(&b, hex[1]), 0);
    ck_assert_str_eq(hex[0], want);
    ck_assert_str_eq(hex[1], want);
    struct stat st;
    ck_assert_int_eq(fstatat(dirfd, "b", &st, 0), 0);
    ck_assert_uint_eq(st.st_mode & 0777, 0600);
    ck_assert_int_eq(st.st_size, 10 + 180 + 2700 + 36000 + 450000);
    unlinkat(dirfd, "a", 0);
    unlinkat(dirfd, "b", 0);
    close(dirfd);
    rmdir(dir);
}
END_TEST

START_TEST(sink_error_sticks) {
    int full = open("/dev/full", O_WRONLY);
    ck_assert_int_ge(full, 0);
    struct sink out;
    sink_to_fd(&out, full);
    sink_text(&out, "x");
    char hex[DIGEST_HEX_SIZE] = "x";
    ck_assert_int_eq(sink_close(&out, hex), ENOSPC);
    ck_assert_str_eq(hex, ""); /* no digest of what was not ours to hash */
    close(full);
}
END_TEST

/* --- Folders --- */

static void make_file(const char *folder, const char *name) {
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "w");
    ck_assert_ptr_nonnull(f);
    fclose(f);
}

static void make_folder(const char *folder, const char *name) {
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    ck_assert_int_eq(mkdir(path, 0700), 0);
    make_file(path, ".a");
    make_file(path, "..b");
}

/* Names that begin with dots are names; links are not followed; what is not there is gone. */
START_TEST(a_folder_is_removed_whole) {
    char folder[] = "/tmp/tenko-removal-XXXXXX", path[128], other[] = "/tmp/tenko-other-XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_ptr_nonnull(mkdtemp(other));
    make_file(other, "kept");
    for (int i = 0; i < 12; i++) { /* more than are opened first at the end */
        snprintf(path, sizeof path, "sub%d", i);
        make_folder(folder, path);
    }
    snprintf(path, sizeof path, "%s/sub3", folder);
    make_folder(path, "deep");
    snprintf(path, sizeof path, "%s/link", folder);
    ck_assert_int_eq(symlink(other, path), 0);
    if (_i) {
        struct rlimit before;
        ck_assert_int_eq(getrlimit(RLIMIT_NOFILE, &before), 0);
        bool gone = removal_at_end(AT_FDCWD, folder);
        ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &before), 0);
        /* a folder in a folder could not be opened any more */
        ck_assert(!gone);
    }
    ck_assert(removal_of(AT_FDCWD, folder));
    ck_assert_int_ne(access(folder, F_OK), 0);
    ck_assert(removal_of(AT_FDCWD, folder) && removal_at_end(AT_FDCWD, folder));
    snprintf(path, sizeof path, "%s/kept", other);
    ck_assert_int_eq(access(path, F_OK), 0);
    ck_assert(removal_of(AT_FDCWD, other));
}
END_TEST

/* At the end it is gone where its folders hold files alone. */
START_TEST(a_flat_folder_is_removed_at_the_end) {
    char folder[] = "/tmp/tenko-removal-XXXXXX";
    struct rlimit before;
    ck_assert_ptr_nonnull(mkdtemp(folder));
    make_file(folder, "file");
    make_folder(folder, "one");
    make_folder(folder, "two");
    ck_assert_int_eq(getrlimit(RLIMIT_NOFILE, &before), 0);
    bool gone = removal_at_end(AT_FDCWD, folder);
    ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &before), 0);
    ck_assert(gone && access(folder, F_OK) != 0);
}
END_TEST

START_TEST(nearest_words) {
    static const char *const words[] = {"rosters", "systems", "licenses", "ledger"};
    ck_assert_str_eq(nearest_word("roster", words, 4), "rosters");
    ck_assert_str_eq(nearest_word("sytsems", words, 4), "systems");
    ck_assert_str_eq(nearest_word("LICENCES", words, 4), "licenses");
    ck_assert_ptr_null(nearest_word("organization", words, 4));
    ck_assert_ptr_null(nearest_word("", words, 4));
    char text[66];
    memset(text, 'a', 65);
    text[65] = '\0';
    ck_assert_ptr_null(nearest_word(text, words, 4));
    const char *const texts[] = {text, text + 1};
    ck_assert_ptr_eq(nearest_word(text + 1, texts, 2),
                     text + 1); /* 64 letters are compared, 65 not */
    ck_assert_ptr_null(nearest_word(text + 1, texts, 1));
}
END_TEST

static void count_task(void *context, size_t i) {
    atomic_uint *seen = context;
    atomic_fetch_add(&seen[i], 1);
}

START_TEST(parallel_runs_each_once) {
    static atomic_uint seen[1000];
    parallel_run(1000, 4, count_task, seen);
    for (int i = 0; i < 1000; i++)
        ck_assert_uint_eq(atomic_load(&seen[i]), 1);
    parallel_run(0, 4, count_task, seen);
    ck_assert_uint_ge(parallel_cores(), 1);
}
END_TEST

/* As if it held 1.6 billion texts: only its counters are set. */
START_TEST(a_pool_of_more_texts_than_ids_ends_the_program) {
    struct strpool pool = {0};
    strpool_intern(&pool, SPAN("a"));
    pool.slot_mask = UINT32_MAX / 2;
    pool.count = UINT32_MAX / 2;
    strpool_intern(&pool, SPAN("b"));
}
END_TEST

enum { LINE_ITEMS = 500, LINE_TAKERS = 3 };
struct line_watch {
    size_t slots[PIPELINE_SLOTS]; /* 1 + the item in it */
    atomic_int made[LINE_ITEMS];  /* how often */
    atomic_int taken[LINE_ITEMS]; /* by how many */
    size_t next[LINE_TAKERS];     /* what each takes next */
    atomic_bool is_busy[LINE_TAKERS];
    bool has_failed;
};

static void make_item(void *context, size_t item) {
    struct line_watch *w = context;
    if (item >= PIPELINE_SLOTS && w->taken[item - PIPELINE_SLOTS] != LINE_TAKERS)
        w->has_failed = true; /* the slot is in use */
    atomic_fetch_add(&w->made[item], 1);
    w->slots[item % PIPELINE_SLOTS] = item + 1;
}

static void take_item(void *context, size_t taker, size_t item) {
    struct line_watch *w = context;
    if (atomic_exchange(&w->is_busy[taker], true) || w->next[taker]++ != item ||
        w->slots[item % PIPELINE_SLOTS] != item + 1)
        w->has_failed = true;
    atomic_fetch_add(&w->taken[item], 1);
    w->is_busy[taker] = false;
}

/* Each item is made once, in a slot that nobody needs any more, and each taker gets all in order.
 */
START_TEST(a_pipeline_is_taken_in_order) {
    for (unsigned threads = 1; threads <= 8; threads *= 2) {
        struct line_watch *w = memory_zeroed(1, sizeof *w);
        struct pipeline line = {LINE_ITEMS, LINE_TAKERS, make_item, take_item, w};
        pipeline_run(&line, threads);
        for (size_t i = 0; i < LINE_ITEMS; i++)
            ck_assert(w->made[i] == 1 && w->taken[i] == LINE_TAKERS);
        ck_assert(!w->has_failed);
        line.items = 0;
        pipeline_run(&line, threads);
        line = (struct pipeline){LINE_ITEMS, 0, make_item, take_item, w};
        pipeline_run(&line, threads); /* nobody wants any: nothing is made */
        ck_assert_int_eq(w->made[0], 1);
        free(w);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("base");
    TCase *c = tcase_create("base");
    tcase_add_test(c, pool_gives_dense_ids_in_order_of_first_sight);
    tcase_add_test(c, pool_keeps_many_texts_apart);
    tcase_add_test(c, pool_with_room_for_what_comes);
    tcase_add_test(c, spans_are_equal_byte_for_byte);
    tcase_add_test(c, pool_takes_texts_longer_than_a_block);
    tcase_add_exit_test(c, a_pool_of_more_texts_than_ids_ends_the_program, 4);
    tcase_add_test(c, arena_pieces_are_apart_and_zero);
    tcase_add_test(c, memory_of_no_bytes);
    tcase_add_exit_test(c, a_size_beyond_all_memory_ends_the_program, 4);
    tcase_add_exit_test(c, a_piece_beyond_all_memory_ends_the_program, 4);
    tcase_add_test(c, digest_of_abc);
    tcase_add_test(c, digest_id_keeps_parts_apart);
    tcase_add_test(c, pool_keeps_texts_of_one_hash_apart);
    tcase_add_test(c, amounts);
    tcase_add_test(c, csv_quotes_only_what_needs_it);
    tcase_add_test(c, csv_cells_are_no_formulas);
    tcase_add_test(c, csv_sees_every_byte_at_every_place);
    tcase_add_test(c, csv_guards_behind_what_does_not_show);
    tcase_add_test(c, json_escapes_every_byte);
    tcase_add_test(c, json_is_utf8);
    tcase_add_test(c, json_nests);
    tcase_add_test(c, file_sink_is_private_hashed_and_new);
    tcase_add_test(c, sinks_grow_side_by_side);
    tcase_add_test(c, sink_error_sticks);
    tcase_add_loop_test(c, a_folder_is_removed_whole, 0, 2);
    tcase_add_test(c, a_flat_folder_is_removed_at_the_end);
    tcase_add_test(c, nearest_words);
    tcase_add_test(c, parallel_runs_each_once);
    tcase_add_test(c, a_pipeline_is_taken_in_order);
    suite_add_tcase(suite, c);
    return run_suite(suite);
}
