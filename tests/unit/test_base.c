/* src/base: containers, output, digests. Expected digests are FIPS 180-4's and shasum's. */
#include "suite.h"
#include "tenko/csvout.h"
#include "tenko/jsonout.h"
#include "tenko/nearest.h"
#include "tenko/parallel.h"
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

START_TEST(csv_cells_are_no_formulas) {
    struct span row[] = {SPAN("=1+1"), SPAN("+81"), SPAN("-"),   SPAN("@x"),
                         SPAN("\tx"),  SPAN("\rx"), SPAN("a=1"), SPAN("=A,B")};
    char *text = cells(true, false, 8, row);
    ck_assert_str_eq(text, "'=1+1,'+81,'-,'@x,'\tx,\"'\rx\",a=1,\"'=A,B\"\n");
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
    ck_assert_int_eq(sink_close(&out, NULL), ENOSPC);
    close(full);
}
END_TEST

START_TEST(nearest_words) {
    static const char *const words[] = {"rosters", "systems", "licenses", "ledger"};
    ck_assert_str_eq(nearest_word("roster", words, 4), "rosters");
    ck_assert_str_eq(nearest_word("sytsems", words, 4), "systems");
    ck_assert_str_eq(nearest_word("LICENCES", words, 4), "licenses");
    ck_assert_ptr_null(nearest_word("organization", words, 4));
    ck_assert_ptr_null(nearest_word("", words, 4));
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

int main(void) {
    Suite *suite = suite_create("base");
    TCase *c = tcase_create("base");
    tcase_add_test(c, pool_gives_dense_ids_in_order_of_first_sight);
    tcase_add_test(c, pool_keeps_many_texts_apart);
    tcase_add_test(c, pool_takes_texts_longer_than_a_block);
    tcase_add_exit_test(c, a_pool_of_more_texts_than_ids_ends_the_program, 4);
    tcase_add_test(c, arena_pieces_are_apart_and_zero);
    tcase_add_test(c, digest_of_abc);
    tcase_add_test(c, digest_id_keeps_parts_apart);
    tcase_add_test(c, csv_quotes_only_what_needs_it);
    tcase_add_test(c, csv_cells_are_no_formulas);
    tcase_add_test(c, json_escapes_every_byte);
    tcase_add_test(c, json_nests);
    tcase_add_test(c, file_sink_is_private_hashed_and_new);
    tcase_add_test(c, sinks_grow_side_by_side);
    tcase_add_test(c, sink_error_sticks);
    tcase_add_test(c, nearest_words);
    tcase_add_test(c, parallel_runs_each_once);
    suite_add_tcase(suite, c);
    return run_suite(suite);
}
