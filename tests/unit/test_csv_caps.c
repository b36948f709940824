/* connectors/csv: each cap with something that just reaches it, and with one more. */
#include "../../connectors/csv/csv_connector.h"
#include "../../connectors/csv/csv_layout.h"
#include "../../connectors/csv/csv_reader.h"
#include "suite.h"
#include "tenko/file_kind.h"

#include <check.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#define MARKUP_BYTES ((size_t)8 << 10)  /* that file_kind.c looks at */
#define SAMPLE_BYTES ((size_t)64 << 10) /* that csv_connector.c looks at */
#define SAMPLE_ROWS  64                 /* that csv_layout.c looks at */
#define LETTERS_MAX  64                 /* so often it goes back */

static char path[] = "/tmp/tenko-test-csv-caps-XXXXXX";

static void add_times(struct strbuf *b, const char *text, size_t times) {
    for (size_t i = 0; i < times; i++)
        strbuf_add_text(b, text);
}

/* What came of a file: its refusal, or its second row and the delimiter. */
struct seen {
    enum message_id refused, problem;
    uint32_t cells;
    size_t cell_bytes; /* of the longest */
    char delimiter;
};

static struct seen read_text(struct strbuf *bytes) {
    const struct csv_settings settings = {0};
    struct seen seen = {0};
    struct reader *r;
    struct row row;
    struct error err = {0};
    int fd = open(path, O_WRONLY | O_TRUNC);
    ck_assert_int_ge(fd, 0);
    for (size_t at = 0; at < bytes->n;) {
        ssize_t n = write(fd, bytes->p + at, bytes->n - at);
        ck_assert_int_gt(n, 0);
        at += (size_t)n;
    }
    close(fd);
    strbuf_release(bytes);
    if (!csv_reader_open(&r, path, path, &settings, &err)) {
        seen.refused = err.message;
        return seen;
    }
    for (int i = 0; i < 2 && csv_connector.next(r, &row, &err) == NEXT_ROW; i++) {
        seen.problem = row.problem;
        seen.cells = row.count;
        seen.cell_bytes = 0;
        for (uint32_t k = 0; k < row.count; k++)
            if (row.cells[k].n > seen.cell_bytes)
                seen.cell_bytes = row.cells[k].n;
    }
    seen.delimiter = r->delimiter;
    csv_connector.close(r);
    return seen;
}

START_TEST(bytes_of_a_row) {
    for (size_t more = 0; more < 2; more++) {
        struct strbuf b = {0};
        strbuf_add_text(&b, "a,b\n");
        for (size_t left = ROW_MAX_BYTES + more; left > 0;) {
            size_t cell = left < CELL_MAX_BYTES ? left : CELL_MAX_BYTES - 1;
            add_times(&b, "x", cell);
            left -= cell;
            strbuf_add_text(&b, left > 0 ? "," : "\n");
            left -= left > 0;
        }
        struct seen seen = read_text(&b);
        ck_assert_int_eq(seen.problem, more ? MSG_CSV_ROW_TOO_LONG : MSG_NONE);
        ck_assert_uint_eq(seen.cells, more ? 0 : 17);
    }
}
END_TEST

START_TEST(bytes_of_a_cell_in_quotes) {
    for (size_t more = 0; more < 2; more++) {
        struct strbuf b = {0};
        strbuf_add_text(&b, "a,b\n\"");
        add_times(&b, "x", CELL_MAX_BYTES - 1 + more);
        strbuf_add_text(&b, "\"\"\",1\n"); /* the quote that is doubled is one */
        struct seen seen = read_text(&b);
        ck_assert_int_eq(seen.problem, more ? MSG_CSV_CELL_TOO_LONG : MSG_NONE);
        ck_assert_uint_eq(seen.cell_bytes, CELL_MAX_BYTES + more);
    }
}
END_TEST

START_TEST(cells_of_a_row_in_quotes) {
    for (size_t more = 0; more < 2; more++) {
        struct strbuf b = {0};
        strbuf_add_text(&b, "a,b\n");
        add_times(&b, "\"x\",", ROW_MAX_CELLS - 1 + more);
        strbuf_add_text(&b, "\"x\"\n");
        struct seen seen = read_text(&b);
        ck_assert_int_eq(seen.problem, more ? MSG_CSV_TOO_MANY_CELLS : MSG_NONE);
        ck_assert_uint_eq(seen.cells, ROW_MAX_CELLS);
    }
}
END_TEST

static bool takes_delimiter(const char *delimiter) {
    struct source_spec spec = {.connector = &csv_connector, .base_dir = "", .config_file = ""};
    struct reader *r = NULL;
    struct error err = {0};
    vec_push(&spec.options, ((struct option_value){"path", path, 1}));
    vec_push(&spec.options, ((struct option_value){"delimiter", delimiter, 1}));
    bool ok = csv_connector.open(&r, &spec, &err);
    if (ok)
        ck_assert_str_eq(r->layout.delimiter, delimiter);
    else
        ck_assert_int_eq(err.message, MSG_DELIMITER_UNKNOWN);
    csv_connector.close(r);
    vec_release(&spec.options);
    return ok;
}

START_TEST(bytes_of_a_delimiter) {
    struct strbuf b = {0};
    strbuf_add_text(&b, "a,b\n");
    read_text(&b);
    ck_assert(takes_delimiter("~~~~~~~~~~~~~~~"));
    ck_assert(!takes_delimiter("~~~~~~~~~~~~~~~~"));
}
END_TEST

/* A : must stand in all rows that are looked at: one more without it is not looked at. */
START_TEST(rows_that_are_looked_at) {
    for (size_t rows = SAMPLE_ROWS - 1; rows <= SAMPLE_ROWS; rows++) {
        struct strbuf b = {0};
        struct csv_layout layout = {0};
        add_times(&b, "a:b\n", rows);
        strbuf_add_text(&b, "c\n");
        csv_find_layout(&layout, strbuf_span(&b), true);
        ck_assert_str_eq(layout.delimiter, rows == SAMPLE_ROWS ? ":" : "");
        strbuf_release(&b);
    }
}
END_TEST

START_TEST(bytes_that_are_looked_at) {
    for (size_t more = 0; more < 2; more++) {
        struct strbuf b = {0};
        size_t rows = 15, last = 4096;
        for (size_t i = 0; i < rows; i++) {
            strbuf_add_text(&b, "a:");
            add_times(&b, "b", 4093);
            strbuf_add_text(&b, "\n");
        }
        strbuf_add_text(&b, "a:"); /* a row that ends with the sample, or one byte behind it */
        add_times(&b, "b", last - 5 + more);
        strbuf_add_text(&b, "\nc\n");
        ck_assert_uint_eq(b.n, SAMPLE_BYTES + more);
        ck_assert_int_eq(read_text(&b).delimiter, more ? ':' : ',');
    }
}
END_TEST

/* A quote before each cell of a row; then one row in order. */
START_TEST(quotes_that_are_gone_back_to) {
    for (size_t letters = LETTERS_MAX; letters <= LETTERS_MAX + 2; letters += 2) {
        struct strbuf b = {0};
        struct csv_layout layout = {0};
        add_times(&b, "\"x,\"y,1\n", letters / 2);
        add_times(&b, "1,\"2, 3\",4\n", SAMPLE_ROWS);
        csv_find_layout(&layout, strbuf_span(&b), true);
        ck_assert_str_eq(layout.delimiter, ",");
        ck_assert_uint_eq(layout.usual_cells, 3);
        strbuf_release(&b);
    }
}
END_TEST

START_TEST(bytes_in_which_jis_is_seen) {
    for (size_t more = 0; more < 2; more++) {
        struct strbuf b = {0};
        while (b.n < FILE_KIND_BYTES - 64)
            strbuf_add_text(&b, "id,name\n");
        while (b.n < FILE_KIND_BYTES - 3 + more)
            strbuf_add_text(&b, "x");
        strbuf_add_text(&b, "\x1B$B;3\x1B(B\n");
        ck_assert_int_eq(read_text(&b).refused, more ? MSG_NONE : MSG_FILE_IS_JIS);
    }
}
END_TEST

START_TEST(bytes_in_which_markup_is_seen) {
    static const char tags[] = "--><html><body>";
    for (size_t more = 0; more < 2; more++) {
        struct strbuf b = {0};
        strbuf_add_text(&b, "<!--");
        while (b.n < MARKUP_BYTES - strlen("--><html>") + more)
            strbuf_add_text(&b, "x");
        strbuf_add_text(&b, tags);
        ck_assert_int_eq(read_text(&b).refused == MSG_FILE_IS_HTML, !more);
    }
}
END_TEST

int main(void) {
    int fd = mkstemp(path);
    if (fd < 0)
        return 1;
    close(fd);
    TCase *c = tcase_create("caps");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, bytes_of_a_row);
    tcase_add_test(c, bytes_of_a_cell_in_quotes);
    tcase_add_test(c, cells_of_a_row_in_quotes);
    tcase_add_test(c, bytes_of_a_delimiter);
    tcase_add_test(c, rows_that_are_looked_at);
    tcase_add_test(c, bytes_that_are_looked_at);
    tcase_add_test(c, quotes_that_are_gone_back_to);
    tcase_add_test(c, bytes_in_which_jis_is_seen);
    tcase_add_test(c, bytes_in_which_markup_is_seen);
    Suite *suite = suite_create("csv_caps");
    suite_add_tcase(suite, c);
    int status = run_suite(suite);
    unlink(path);
    return status;
}
