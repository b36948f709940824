/* Where a block of the ledger's states ends: at its rows, at its bytes, and one beyond. */
#include "suite.h"

#include "chunk.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

/* A row of one text. */
static const struct codec_field fields[] = {{.name = "text", .type = CODEC_TEXT}};
static const struct codec_table texts = {"text", fields, 1, sizeof(struct span)};

/* Rows of so many letters; [] for none, and four bytes more than letters for others. */
static void fetch(const void *context, size_t i, void *row, uint32_t *line) {
    static char letters[2 * BLOCK_BYTES];
    const size_t *lengths = context;
    memset(letters, 'x', sizeof letters);
    *(struct span *)row = (struct span){letters, lengths[i]};
    *line = 1;
}

static size_t count_lines(struct span body) {
    size_t lines = 1;
    for (size_t i = 0; i < body.n; i++)
        lines += body.p[i] == '\n';
    return lines;
}

/* The rows of each block, as "3 1". */
static const char *blocks_of(const size_t *lengths, size_t count) {
    static char said[64];
    struct section section = {.feed = {&texts, fetch, lengths}, .row_count = count};
    struct chunk *c = memory_zeroed(1, sizeof *c);
    size_t n = 0;
    c->section = &section;
    c->count = count;
    chunk_encode(c);
    said[0] = '\0';
    for (size_t i = 0; i < c->blocks.count; i++) {
        struct span body = chunk_block_body(c, i);
        uint32_t rows = c->blocks.items[i].rows;
        ck_assert_uint_eq(count_lines(body), rows);
        ck_assert(body.p[0] == '[' && body.p[1] == '[');
        ck_assert(body.p[body.n - 2] == ']' && body.p[body.n - 1] == ']');
        ck_assert(rows == 1 || body.n <= BLOCK_BYTES);
        n += (size_t)snprintf(said + n, sizeof said - n, n ? " %u" : "%u", rows);
    }
    chunk_release(c);
    free(c);
    return said;
}

START_TEST(rows_of_a_block) {
    static const size_t none[2 * BLOCK_ROWS + 1];
    ck_assert_str_eq(blocks_of(none, 0), "");
    ck_assert_str_eq(blocks_of(none, BLOCK_ROWS), "255");
    ck_assert_str_eq(blocks_of(none, BLOCK_ROWS + 1), "255 1");
    ck_assert_str_eq(blocks_of(none, 2 * BLOCK_ROWS + 1), "255 255 1");
}
END_TEST

/* Two rows of a and b letters are a body of a + b + 12 bytes. */
START_TEST(bytes_of_a_block) {
    const size_t half = BLOCK_BYTES / 2 - 6;
    ck_assert_str_eq(blocks_of((size_t[]){half, half}, 2), "2");
    ck_assert_str_eq(blocks_of((size_t[]){half, half + 1}, 2), "1 1");
    ck_assert_str_eq(blocks_of((size_t[]){half, half, 0, 0}, 4), "2 2");
}
END_TEST

START_TEST(a_row_longer_than_a_block) {
    ck_assert_str_eq(blocks_of((size_t[]){1, 1, BLOCK_BYTES, 1}, 4), "2 1 1");
    ck_assert_str_eq(blocks_of((size_t[]){BLOCK_BYTES, BLOCK_BYTES}, 2), "1 1");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("blocks");
    TCase *tests = tcase_create("blocks");
    tcase_add_test(tests, rows_of_a_block);
    tcase_add_test(tests, bytes_of_a_block);
    tcase_add_test(tests, a_row_longer_than_a_block);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
