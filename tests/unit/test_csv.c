/*
 * connectors/csv, over the bytes that exports hold. A case is bytes and the rows they must become,
 * written as
 *     LINE:[cell][cell]q !problem ~CELL:problem(value)
 * with q (stood in quotes), x (was ="…") and u (undecodable) behind a cell. Every case must come
 * out the same whatever the block size.
 */
#include "../../connectors/csv/csv_connector.h"
#include "../../connectors/csv/csv_reader.h"
#include "suite.h"

#include <check.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- reading, and writing down what came out ---- */

static char path[] = "/tmp/tenko-test-csv-XXXXXX";

static void write_file(struct span bytes) {
    int fd = open(path, O_WRONLY | O_TRUNC);
    ck_assert_int_ge(fd, 0);
    for (size_t at = 0; at < bytes.n;) {
        ssize_t n = write(fd, bytes.p + at, bytes.n - at);
        ck_assert_int_gt(n, 0);
        at += (size_t)n;
    }
    close(fd);
}

static void dump_row(const struct row *row, struct strbuf *out) {
    strbuf_addf(out, "%u:", row->line);
    for (uint32_t i = 0; i < row->count; i++) {
        const struct cell *c = &row->cells[i];
        struct span text = {c->p, c->n};
        ck_assert_uint_eq(utf8_valid_prefix(text), text.n);
        strbuf_add_char(out, '[');
        strbuf_add_span(out, text);
        strbuf_add_char(out, ']');
        strbuf_add_text(out, c->flags & CELL_QUOTED ? "q" : "");
        strbuf_add_text(out, c->flags & CELL_EXCEL_TEXT ? "x" : "");
        strbuf_add_text(out, c->flags & CELL_UNDECODABLE ? "u" : "");
    }
    if (row->problem != MSG_NONE)
        strbuf_addf(out, " !%s", message_name(row->problem));
    for (uint32_t i = 0; i < row->note_count; i++) {
        const struct row_note *n = &row->notes[i];
        ck_assert(n->done != MSG_NONE);
        strbuf_addf(out, " ~%u:%s(", n->cell, message_name(n->problem));
        strbuf_add_span(out, n->value);
        strbuf_add_char(out, ')');
    }
    strbuf_add_char(out, '\n');
}

/* The rows of the file at `path`, or the error. */
static void dump_file(const struct csv_settings *settings, struct strbuf *out,
                      struct source_facts *facts) {
    struct reader *r;
    struct row row;
    struct error err = {0};
    strbuf_clear(out);
    strbuf_add(out, "", 0);
    if (!csv_reader_open(&r, path, "list.csv", settings, &err)) {
        ck_assert_int_eq(err.fault, FAULT_INPUT);
        ck_assert_str_eq(err.file, "list.csv");
        strbuf_addf(out, "error %s", message_name(err.message));
        return;
    }
    enum next next;
    while ((next = csv_connector.next(r, &row, &err)) == NEXT_ROW)
        dump_row(&row, out);
    ck_assert_int_eq(next, NEXT_END);
    csv_connector.describe(r, facts);
    csv_connector.close(r);
}

static struct csv_settings settings_of(enum encoding e, const char *delimiter) {
    return (struct csv_settings){.encoding = e, .delimiter = delimiter};
}

static void assert_rows(const char *name, struct span bytes, struct csv_settings settings,
                        const char *wanted, struct source_facts *facts) {
    static const size_t sizes[] = {0, 1, 2, 3, 7, 64};
    struct strbuf out = {0};
    write_file(bytes);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        settings.block_bytes = settings.ahead_bytes = sizes[i];
        if (settings.ahead_bytes > 0 && settings.ahead_bytes < 8)
            settings.ahead_bytes = 8; /* a byte order mark and a signature are one piece */
        source_facts_release(facts);
        *facts = (struct source_facts){0};
        dump_file(&settings, &out, facts);
        ck_assert_msg(strcmp(out.p, wanted) == 0, "%s, blocks of %zu:\n%swanted:\n%s", name,
                      sizes[i], out.p, wanted);
        ck_assert_uint_eq(facts->bytes, bytes.n);
    }
    strbuf_release(&out);
}

/* ---- lines without a quote: split here, and by libcsv alone ---- */

static int no_space(unsigned char c) {
    (void)c;
    return 0;
}

static void write_cell(void *text, size_t n, void *context) {
    strbuf_addf(context, "[%.*s]", (int)n, (const char *)text);
}

static void end_row(int c, void *context) {
    (void)c;
    strbuf_add_char(context, '\n');
}

START_TEST(plain_lines_are_cut_as_libcsv_cuts_them) {
    static const char *const letters[] = {",",  ",", "a", " ", "\t",   "高",
                                          "ﾊﾝ", "'", ";", "-", "\x7F", "1234567"};
    unsigned seed = 20260331;
    for (int round = 0; round < 300; round++) {
        struct strbuf line = {0}, wanted = {0}, out = {0}, got = {0};
        strbuf_add_text(&line, "x,x\n"); /* decides the delimiter, and that a blank line is none */
        for (int i = 0; i < 8; i++) {
            strbuf_add_text(&line, "a,");
            for (int k = 0; k < 12; k++) {
                seed = seed * 1103515245u + 12345u;
                strbuf_add_text(&line, letters[(seed >> 16) % (sizeof letters / sizeof *letters)]);
            }
            strbuf_add_char(&line, '\n');
        }
        struct csv_parser parser;
        ck_assert_int_eq(csv_init(&parser, 0), 0);
        csv_set_space_func(&parser, no_space);
        ck_assert_uint_eq(csv_parse(&parser, line.p, line.n, write_cell, end_row, &wanted), line.n);
        csv_fini(&parser, write_cell, end_row, &wanted);
        csv_free(&parser);
        write_file(strbuf_span(&line));
        struct source_facts facts = {0};
        struct csv_settings settings = settings_of(ENCODING_UTF8, ",");
        settings.quote = '"'; /* not what the random letters may seem to prove */
        dump_file(&settings, &out, &facts);
        source_facts_release(&facts);
        /* Without the line numbers that dump_file writes before each row. */
        for (const char *p = out.p; *p; p = strchr(p, '\n') + 1) {
            const char *cells = strchr(p, ':') + 1;
            strbuf_add(&got, cells, (size_t)(strchr(p, '\n') + 1 - cells));
        }
        ck_assert_str_eq(got.p, wanted.p);
        strbuf_release(&line);
        strbuf_release(&wanted);
        strbuf_release(&out);
        strbuf_release(&got);
    }
}
END_TEST

/* ---- rows ---- */

struct row_case {
    const char *name;
    struct span bytes;
    const char *wanted;
};
#define CASE(name, bytes, wanted)                                                                  \
    { name, {"" bytes, sizeof(bytes) - 1}, wanted }

static const struct row_case row_cases[] = {
    CASE("empty file", "", ""),
    CASE("only a header", "a,b", "1:[a][b]\n"),
    CASE("CR LF", "a,b\r\n1,2\r\n", "1:[a][b]\n2:[1][2]\n"),
    CASE("CR alone", "a,b\r1,2\r3,4", "1:[a][b]\n2:[1][2]\n3:[3][4]\n"),
    CASE("mixed line ends", "a,b\r\n1,2\n3,4\r5,6\r\n", "1:[a][b]\n2:[1][2]\n3:[3][4]\n4:[5][6]\n"),
    CASE("blank lines count as lines", "\na,b\n\n\r\n1,2\n\n", "2:[a][b]\n5:[1][2]\n"),
    CASE("a blank line where rows have one cell", "a\n\nb\n", "1:[a]\n2:[]\n3:[b]\n"),
    CASE("only blank lines", "\n\n", "1:[]\n2:[]\n"),
    CASE("trailing empty columns", "a,b,,\n1,2,,\n", "1:[a][b][][]\n2:[1][2][][]\n"),
    CASE("shorter and longer rows", "a,b\n1\n1,2,3\n", "1:[a][b]\n2:[1]\n3:[1][2][3]\n"),
    CASE("spaces stay", "a,b\n x , y\n  ,\n", "1:[a][b]\n2:[ x ][ y]\n3:[  ][]\n"),
    CASE("newline in quotes", "a,b\n\"1\n\n2\",\"x\r\ny\"\n3,4\n",
         "1:[a][b]\n2:[1\n\n2]q[x\r\ny]q\n6:[3][4]\n"),
    CASE("escaped quotes", "a,b\n\"\"\"\",\"x\"\"y\"\n", "1:[a][b]\n2:[\"]q[x\"y]q\n"),
    CASE("delimiter in quotes", "a,b\n\"1,2\",3\n", "1:[a][b]\n2:[1,2]q[3]\n"),
    CASE("quoted last cell, no newline", "a,b\n1,\"2\"", "1:[a][b]\n2:[1][2]q\n"),

    CASE("Excel text", "a,b\n=\"001\",=\"\"\n", "1:[a][b]\n2:[001]x[]x\n"),
    CASE("Excel text in quotes", "a,b\n\"=\"\"001\"\"\",2\n", "1:[a][b]\n2:[001]qx[2]\n"),
    CASE("Excel text, exported twice", "a,b\n\"\"\"=\"\"001\"\"\",2\n", "1:[a][b]\n2:[001]qx[2]\n"),
    CASE("Excel text in an odd row", "a,b\n=\"001\",2,3\n", "1:[a][b]\n2:[001]x[2][3]\n"),
    CASE("Excel text in a row of two lines", "a,b\n=\"001\",\"x\ny\"\n=\"002\",2\n",
         "1:[a][b]\n2:[001]x[x\ny]q\n4:[002]x[2]\n"),
    CASE("a formula is no Excel text", "a,b\n=A1,=\n", "1:[a][b]\n2:[=A1][=]\n"),

    CASE("quote in a cell", "a,b\n5\" disk,2\n3,4\n",
         "1:[a][b]\n2:[5\" disk][2] ~0:csv-quote-in-cell(5\" disk)\n3:[3][4]\n"),
    CASE("quote in a cell, cells unclear", "a,b\n5\" disk,2,3\n3,4\n",
         "1:[a][b]\n2: !csv-stray-quote\n3:[3][4]\n"),
    CASE("text behind a closing quote", "a,b\n\"x\" y\",2\n",
         "1:[a][b]\n2:[x\" y]q[2] ~0:csv-quote-in-cell(x\" y)\n"),
    CASE("text behind a closing quote, and no other", "a,b\n\"x\"y,2\n3,4\n",
         "1:[a][b]\n2:[\"x\"y][2] ~0:csv-quote-in-cell(\"x\"y)\n3:[3][4]\n"),
    CASE("the same in the last cell, which may go on below", "a,b\n2,\"x\"y\n",
         "1:[a][b]\n2: !csv-stray-quote\n"),
    CASE("spaces around quotes", "a,b\n \"1,2\" , x \n",
         "1:[a][b]\n2:[1,2]q[ x ] ~0:csv-space-at-quote(1,2)\n"),
    CASE("unclosed quote at the end", "a,b\n1,\"2\n", "1:[a][b]\n2: !csv-unclosed-quote\n"),
    CASE("unclosed quote at the end, no newline", "a,b\n1,\"2",
         "1:[a][b]\n2: !csv-unclosed-quote\n"),
    CASE("unclosed quote does not eat the rest", "a,b\n1,\"2\n3,4\n5,\"x\"\n7,8\n",
         "1:[a][b]\n2: !csv-unclosed-quote\n3:[3][4]\n4:[5][x]q\n5:[7][8]\n"),
    CASE("two unclosed quotes", "a,b\n1,\"2\n3,4\n5,\"6\n7,8\n9,\"x\"\n",
         "1:[a][b]\n2: !csv-unclosed-quote\n3:[3][4]\n4: "
         "!csv-unclosed-quote\n5:[7][8]\n6:[9][x]q\n"),
    /* Quotes that make no sense, and the count of cells proves what they are: csv_stray.c. */
    CASE("a stray quote before a cell", "a,b,c\n1,\"x,3\n4,\"y, z\",6\n",
         "1:[a][b][c]\n2:[1][\"x][3] ~1:csv-quote-in-cell(\"x)\n3:[4][y, z]q[6]\n"),
    CASE("… and nothing in quotes below", "a,b,c\n1,\"x,3\n4,5,6\n",
         "1:[a][b][c]\n2:[1][\"x][3] ~1:csv-quote-in-cell(\"x)\n3:[4][5][6]\n"),
    CASE("… in the header", "a,\"b,c\n1,2,\"3, 4\"\n",
         "1:[a][\"b][c] ~1:csv-quote-in-cell(\"b)\n2:[1][2][3, 4]q\n"),
    CASE("… before a cell in quotes", "a,b,c\n1,\"\"x, y\",3\n",
         "1:[a][b][c]\n2:[1][\"x, y]q[3] ~1:csv-quote-in-cell(\"x, y)\n"),
    CASE("… before one cell, and another in quotes", "a,b,c\n\"x,\"y, z\",3\n",
         "1:[a][b][c]\n2:[\"x][y, z]q[3] ~0:csv-quote-in-cell(\"x)\n"),
    CASE("a quote inside that is not doubled", "a,b,c\n1,\"5\" disk, grey\",3\n",
         "1:[a][b][c]\n2:[1][5\" disk, grey]q[3] ~1:csv-quote-in-cell(5\" disk, grey)\n"),
    CASE("… at its end", "a,b,c\n1,\"disk, 5\"\",3\n4,\"5,6\",7\n",
         "1:[a][b][c]\n2:[1][disk, 5\"]q[3] ~1:csv-quote-in-cell(disk, 5\")\n3:[4][5,6]q[7]\n"),
    CASE("two readings, none with as many cells", "a,b,c\n1,\"5\", grey\",3\n4,5,6\n",
         "1:[a][b][c]\n2: !csv-stray-quote\n3:[4][5][6]\n"),
    CASE("a cell that is not closed and has the delimiter", "a,b,c\n1,\"x, y,3\n4,\"5\",6\n",
         "1:[a][b][c]\n2: !csv-unclosed-quote\n3:[4][5]q[6]\n"),
    CASE("a cell of two lines with a quote inside is not cut", "a,b,c\n1,\"x,y\nsay \"z\" w\",3\n",
         "1:[a][b][c]\n2: !csv-unclosed-quote\n3: !csv-stray-quote\n"),
    CASE("as many cells, and the last may go on below", "a,b,c\n1,2,\"x\n3,4,\"y\"\n",
         "1:[a][b][c]\n2: !csv-unclosed-quote\n3:[3][4][y]q\n"),
    CASE("Excel text beside a stray quote", "a,b,c\n=\"001\",\"x,\"y, z\"\n",
         "1:[a][b][c]\n2:[001]x[\"x][y, z]q ~1:csv-quote-in-cell(\"x)\n"),

    CASE("NUL bytes", "a,b\n1\0\0,2\n\"\0x\",\0\n",
         "1:[a][b]\n2:[1][2] ~0:csv-nul(1)\n3:[x]q[] ~0:csv-nul(x) ~1:csv-nul()\n"),
    CASE("old DOS end", "a,b\n1,2\n\x1A", "1:[a][b]\n2:[1][2]\n"),
    CASE("old DOS end, then a newline", "a,b\n1,2\n\x1A\r\n", "1:[a][b]\n2:[1][2]\n"),
    CASE("old DOS end behind a row, padded", "a,b\n1,2\x1A\x1A\x1A", "1:[a][b]\n2:[1][2]\n"),
    CASE("a formula's control byte is kept", "a,b\n1\x1A,2\n", "1:[a][b]\n2:[1\x1A][2]\n"),
    CASE("separator line", "sep=;\na;b\n1;2\n", "2:[a][b]\n3:[1][2]\n"),
    CASE("separator line in quotes", "\"sep=,\"\r\na,b\r\n", "2:[a][b]\n"),
    CASE("a header that begins like one", "sep=xy\n1,2\n", "1:[sep=xy]\n2:[1][2]\n"),
    CASE("a header with a letter behind it", "sep=a\n1,2\n", "1:[sep=a]\n2:[1][2]\n"),
    CASE("a header with a digit behind it", "sep=5\n1,2\n", "1:[sep=5]\n2:[1][2]\n"),
    CASE("a separator of no letters", "sep=|\na|b\n1|2\n", "2:[a][b]\n3:[1][2]\n"),
    CASE("another sign between", "SEP={\na{b\n1{2\n", "2:[a][b]\n3:[1][2]\n"),

    CASE("UTF-8 with a mark", "\xEF\xBB\xBF氏名,b\n", "1:[氏名][b]\n"),
    CASE("a mark alone", "\xEF\xBB\xBF", ""),
    CASE("CP932", "\x8E\x81\x96\xBC,b\n\xFB\xFC\x8B\xB4,\x87\x40\n", "1:[氏名][b]\n2:[髙橋][①]\n"),
    CASE("CP932 with second bytes 5C and 7C", "\x95\x5C,\x83\x7C\n", "1:[表][ポ]\n"),
    CASE("CP932 seen late", "a,b\n1,2\n3,4\n5,6\n7,8\n9,10\n11,12\n13,14\n15,\x8E\x81\n",
         "1:[a][b]\n2:[1][2]\n3:[3][4]\n4:[5][6]\n5:[7][8]\n6:[9][10]\n7:[11][12]\n8:[13][14]\n"
         "9:[15][氏]\n"),
    CASE("undecodable in CP932", "a,b\n\x8E\x81\x85\x40,2\n",
         "1:[a][b]\n2:[氏\xEF\xBF\xBD@]u[2] ~0:csv-undecodable(0x85 @ 2)\n"),
    CASE("undecodable in quotes", "a,b\n\"x\x85\",\"y\"\n",
         "1:[a][b]\n2:[x\xEF\xBF\xBD]qu[y]q ~0:csv-undecodable(0x85 @ 2)\n"),
    CASE("a lead byte does not eat the delimiter", "a,b\n\x81,2\n",
         "1:[a][b]\n2:[\xEF\xBF\xBD]u[2] ~0:csv-undecodable(0x81 @ 1)\n"),
    CASE("vendor characters", "a,b\n\xF0\x40,2\n",
         "1:[a][b]\n2:[\xEE\x80\x80][2] ~0:csv-private-use(\xEE\x80\x80)\n"),
    CASE("one bad byte in UTF-8", "氏名,b\n佐藤,x\xE5y\n鈴木,ア\n",
         "1:[氏名][b]\n2:[佐藤][x\xEF\xBF\xBDy]u ~1:csv-undecodable(0xE5 @ 2)\n3:[鈴木][ア]\n"),
    CASE("UTF-8 cut in its last character", "番号,氏名\n一,佐藤\n二,鈴\xE6\x9C",
         "1:[番号][氏名]\n2:[一][佐藤]\n3:[二][鈴\xEF\xBF\xBD\xEF\xBF\xBD]u "
         "~1:csv-undecodable(0xE6 @ 2)\n"),
    /* As CP932, é is ﾃｩ, which leaves no odd place at all: but whole characters tell. */
    CASE("one byte of Latin-1 among accents in UTF-8", "éééééééééé,b\néééééééééé,Andr\xE9\n",
         "1:[éééééééééé][b]\n2:[éééééééééé][Andr\xEF\xBF\xBD]u "
         "~1:csv-undecodable(0xE9 @ 5)\n"),
    CASE("vendor characters do not make UTF-8 of CP932", "a,b\n\x8E\x81\xF0\x40\xF0\x41,2\n",
         "1:[a][b]\n2:[氏\xEE\x80\x80\xEE\x80\x81][2] "
         "~0:csv-private-use(氏\xEE\x80\x80\xEE\x80\x81)\n"),
    CASE("half-width kana, of which some are UTF-8 by chance",
         "a,b\n\xC5\xB6\xB2,\xD4\xCF\xC0\xDE\n", "1:[a][b]\n2:[ﾅｶｲ][ﾔﾏﾀﾞ]\n"),
    CASE("private use in UTF-8", "氏名,b\n1,\xEF\xA3\xBF\n２,ア\n",
         "1:[氏名][b]\n2:[1][\xEF\xA3\xBF] ~1:csv-private-use(\xEF\xA3\xBF)\n3:[２][ア]\n"),
    CASE("UTF-16LE, tabs",
         "\xFF\xFE"
         "a\0\t\0b\0\r\0\n\0\x0F\x6C\t\0\"\0x\0\n\0y\0\"\0",
         "1:[a][b]\n2:[氏][x\ny]q\n"),
    CASE("UTF-16BE", "\xFE\xFF\0a\0,\0b\0\n\x6C\x0F\0,\0x", "1:[a][b]\n2:[氏][x]\n"),

    CASE("tab", "a\tb\n1\t2 3\n", "1:[a][b]\n2:[1][2 3]\n"),
    CASE("semicolon", "a;b;c\n1,5;2,5;x\n", "1:[a][b][c]\n2:[1,5][2,5][x]\n"),
    CASE("pipe", "a|b\n1|2\n", "1:[a][b]\n2:[1][2]\n"),
    CASE("comma, roles with semicolons", "id,role\nu1,a;b\nu2,a;b\nu3,c;d\n",
         "1:[id][role]\n2:[u1][a;b]\n3:[u2][a;b]\n4:[u3][c;d]\n"),
    CASE("delimiters in quotes do not count", "a;b\n\"1,2,3\";x\n\"4,5,6\";y\n",
         "1:[a][b]\n2:[1,2,3]q[x]\n3:[4,5,6]q[y]\n"),
    CASE("a space behind each comma", "a, b\n1, \"x, y\"\n2,  z\n3, \n",
         "1:[a][b]\n2:[1][x, y]q\n3:[2][ z]\n4:[3][]\n"),
    CASE("a space behind some", "a, b\n1,x\n2, z\n", "1:[a][ b]\n2:[1][x]\n3:[2][ z]\n"),
    CASE("a comma at each row's end", "a,\n1,\n2,\n", "1:[a][]\n2:[1][]\n3:[2][]\n"),
    CASE("title lines", "list of users\n2026/3/31, made by x\n\nid\tname\n1\ta\n2\tb\n",
         "1:[list of users]\n2:[2026/3/31, made by x]\n4:[id][name]\n5:[1][a]\n6:[2][b]\n"),
};

START_TEST(rows) {
    const struct row_case *c = &row_cases[_i];
    struct source_facts facts = {0};
    assert_rows(c->name, c->bytes, settings_of(ENCODING_AUTO, NULL), c->wanted, &facts);
    source_facts_release(&facts);
}
END_TEST

/* The delimiter of each is proved by its rows, or is none. */
START_TEST(delimiters_are_proved) {
    static const struct {
        const char *text, *delimiter;
    } cases[] = {
        {"root:x:0:0:root:/root:/bin/sh\nu1:x:1:1:A B,,,:/home/u1:/bin/sh\n", ":"},
        {"# users\nroot:x:0\nu1:x:1\n", ":"},
        {"id name dept\nu1 a b\nu2 c d\n", " "},
        {"full name\nAda Lovelace\nKarl Marx\n", ","}, /* two words are no two columns */
        {"id^name\nu1^a\n", "^"},
        {"id||name||x\nu1||a||\nu2||b||c\n", "||"},
        {"id|name|x\nu1||\n", "|"},
        {"id||name\nu1||A|B\nu2||c\n", "||"}, /* alone it is a letter */
        {"list\nid||name\nu1||A|B\nu2||c\nend\n", "||"},
        {"list\nid^name\nu1^a, b\nu2^c\nend\n", "^"},
        /* the comma has more rows, though not all */
        {"a,b\nc\n1,~\n2,~\n3,~\n4,x\n", ","},
        {"list\nat 10:20\nby 10:30\nto 10:40\n", ","}, /* times have it, too */
        {"id\x1Fname\nu1\x1F"
         "a\n",
         "\x1F"},
        {"time,note\n10:20,a:b\n10:30,c:d\n", ","},
        {"id;name\nu1;a,b\nu2;c,d\nu3;e\n", ";"},
        {"id\tnote\nu1\tsay \"a, b\nu2\tx, y, z\n", "\t"},
        {"'a;b';c\n'd;e';f\n", ";"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct csv_layout layout = {0};
        csv_find_layout(&layout, span_of(cases[i].text), true);
        const char *found = layout.delimiter[0] ? layout.delimiter : ",";
        ck_assert_msg(strcmp(found, cases[i].delimiter) == 0, "%s: %s", cases[i].text, found);
    }
}
END_TEST

/* ' and \\ are taken for what they are where the columns, or quotes that make no sense, prove it.
 */
START_TEST(signs_are_proved) {
    static const struct {
        const char *text;
        char quote, escape;
    } cases[] = {
        {"a,b\n\"x, y\",\"it's\"\n", '"', SIGN_NONE},
        {"'a','b'\n'x','y'\n", '\'', SIGN_NONE},
        /* nothing stands in ', whatever a stray quote does to the rows */
        {"\"a\"\t\"b\"\n\"u\"\t\"'\"\n\"v\"\"\t\"x\"\n\"w\"\t\"'y\"\n", '"', SIGN_NONE},
        /* paths at line ends, and a stray quote */
        {"a,b,c\n1,\"x, y\",d\\\n2,\"z,\" w\",e\\\n3,\"v\",f\n", '"', SIGN_NONE},
        {"list\n\n'a', 'b'\n'it''s', 'y'\n", '\'', SIGN_NONE},
        {"a,b\n'x, y',2\nz,'3'\n'u, v',w\n", '\'', SIGN_NONE},
        {"a,b\n\"x \\\"y\\\" z\",2\nz,3\n", '"', '\\'},
        {"a,b\n\"C:\\dir\\\",2\n\"D:\\\",3\n", '"', SIGN_NONE}, /* paths */
        {"a,b\n'001,2\n'002,3\n", '"', SIGN_NONE},              /* Excel's mark of a text */
        {"a,b\nO'Neil,2\nd'Arc,3\n", '"', SIGN_NONE},
        {"a,b\n5\" disk,2\n", '"', SIGN_NONE},
        /* few cells need the signs, and with them every row has one width */
        {"a,b\n1,x\\, y\n2,z\n3,w\n", '"', '\\'},
        {"a,b\n1,x\\, y\n2,z\\, w\n", '"', '\\'},
        {"a,b\n1,2\n3,4\n5,6\n7,8\n9,'x, y'\n", '\'', SIGN_NONE},
        {"a,b\n1,2,\\\n3,4\n5,6\n", '"', SIGN_NONE},   /* one row is broken in any case */
        {"a,b\n'x, y,2\n3,4'\n5,6\n", '"', SIGN_NONE}, /* over two lines it proves nothing */
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct csv_layout layout = {0};
        csv_find_layout(&layout, span_of(cases[i].text), true);
        ck_assert_msg(layout.quote == cases[i].quote && layout.escape == cases[i].escape,
                      "%s: %c %c", cases[i].text, layout.quote, layout.escape);
    }
}
END_TEST

START_TEST(rows_are_measured_by_the_header) {
    struct csv_settings defaults = {0};
    struct source_facts facts = {0};
    assert_rows("a short row before", SPAN("a,b,c\n1,2\n3,5\" x,4\n5,6,7\n"), defaults,
                "1:[a][b][c]\n2:[1][2]\n3:[3][5\" x][4] ~1:csv-quote-in-cell(5\" x)\n"
                "4:[5][6][7]\n",
                &facts);
    assert_rows("most rows are short", SPAN("list\na,b,c\n1,2\n3,4\n5,6\n3,5\" x,4\n"), defaults,
                "1:[list]\n2:[a][b][c]\n3:[1][2]\n4:[3][4]\n5:[5][6]\n"
                "6:[3][5\" x][4] ~1:csv-quote-in-cell(5\" x)\n",
                &facts);
    source_facts_release(&facts);
}
END_TEST

/* Signs that libcsv does not know. */
START_TEST(other_manners) {
    static const struct {
        const char *name, *text, *delimiter;
        char quote, escape;
        const char *wanted;
    } cases[] = {
        {"several characters", "a||b\n1||x|y\n||\n", "||", 0, 0, "1:[a][b]\n2:[1][x|y]\n3:[][]\n"},
        {"… and quotes", "a~|~b\n\"1~|~\n2\"~|~3\n4~|~5\n", "~|~", 0, 0,
         "1:[a][b]\n2:[1~|~\n2]q[3]\n4:[4][5]\n"},
        {"' around cells", "'a','b'\n'it''s, so','\"'\n", NULL, '\'', 0,
         "1:[a]q[b]q\n2:[it's, so]q[\"]q\n"},
        {"… and ' in words", "a,b\n'the clerk's, so',1\n'x, y',2\nz,3\n", NULL, 0, 0,
         "1:[a][b]\n2:[the clerk's, so]q[1] ~0:csv-quote-in-cell(the clerk's, so)\n3:[x, y]q[2]\n"
         "4:[z][3]\n"},
        {"\\ before letters is one", "a,b\n\"CITY\\yamada\",\"O\\'Brien\"\nC:\\dir\\,\\\\x\n", NULL,
         0, '\\', "1:[a][b]\n2:[CITY\\yamada]q[O'Brien]q\n3:[C:\\dir,\\x]\n"},
        {"\\ before quotes", "a,b\n\"x \\\"y\\\" z\",2\n", NULL, 0, '\\',
         "1:[a][b]\n2:[x \"y\" z]q[2]\n"},
        {"\\ before delimiters and line ends", "a\tb\n1\\\t2\tx\\\ny\n\\N\t3\n", "\t", SIGN_NONE,
         '\\', "1:[a][b]\n2:[1\t2][x\ny]\n4:[\\N][3]\n"},
        {"no quotes at all", "a|b\n\"1|2\n3|\"4\"\n", "|", SIGN_NONE, 0,
         "1:[a][b]\n2:[\"1][2]\n3:[3][\"4\"]\n"},
        {"spaces around quotes", "a,b\n 'x' , 'y'\n", NULL, '\'', 0, "1:[a][b]\n2:[x]q[y]q\n"},
        {"quotes that make no sense", "a,b\n'x'y,2\n'x'y\n'z\n3,4\n", NULL, '\'', 0,
         "1:[a][b]\n2:['x'y][2] ~0:csv-quote-in-cell('x'y)\n3: !csv-stray-quote\n"
         "4: !csv-unclosed-quote\n5:[3][4]\n"},
        {"Excel text", "a||b\n=\"001\"||2\n", "||", 0, 0, "1:[a][b]\n2:[001]x[2]\n"},
        {"a colon", "u1:x:0\nu2:x:1\n", NULL, 0, 0, "1:[u1][x][0]\n2:[u2][x][1]\n"},
        {"CP932's second byte is no escape", "a,b\n\x95\\,2\n", NULL, 0, '\\',
         "1:[a][b]\n2:[表][2]\n"},
    };
    struct source_facts facts = {0};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct csv_settings settings = {
            .delimiter = cases[i].delimiter, .quote = cases[i].quote, .escape = cases[i].escape};
        assert_rows(cases[i].name, span_of(cases[i].text), settings, cases[i].wanted, &facts);
    }
    source_facts_release(&facts);
}
END_TEST

START_TEST(a_setting_overrides) {
    struct source_facts facts = {0};
    assert_rows("CP932 read as UTF-8", SPAN("a,b\n\x8E\x81,2\n"), settings_of(ENCODING_UTF8, NULL),
                "1:[a][b]\n2:[\xEF\xBF\xBD\xEF\xBF\xBD]u[2] ~0:csv-undecodable(0x8E @ 1)\n",
                &facts);
    ck_assert_str_eq(facts.encoding, "utf-8");
    assert_rows("UTF-8 read as CP932", SPAN("a,b\n\xE3\x81\x82,2\n"),
                settings_of(ENCODING_CP932, NULL),
                "1:[a][b]\n2:[縺\xEF\xBF\xBD]u[2] ~0:csv-undecodable(0x82 @ 2)\n", &facts);
    assert_rows("UTF-16 without a mark", SPAN("a\0,\0b\0\n\0"), settings_of(ENCODING_UTF16LE, NULL),
                "1:[a][b]\n", &facts);
    assert_rows("EUC-JP", SPAN("\xBB\xE1\xCC\xBE,b\n"), settings_of(ENCODING_EUCJP, NULL),
                "1:[氏名][b]\n", &facts);
    assert_rows("UTF-8 read as UTF-16", SPAN("abcd\n\n"), settings_of(ENCODING_UTF16BE, NULL),
                "1:[慢捤\xE0\xA8\x8A]\n", &facts);
    assert_rows("delimiter", SPAN("a,b;c\n"), settings_of(ENCODING_AUTO, ";"), "1:[a,b][c]\n",
                &facts);
    source_facts_release(&facts);
}
END_TEST

/* ---- facts ---- */

static const char *fact_of(const struct source_facts *facts, enum message_id label) {
    for (size_t i = 0; i < facts->more.count; i++)
        if (facts->more.items[i].label == label)
            return facts->more.items[i].value;
    return "";
}

START_TEST(facts_tell_what_was_found) {
    struct source_facts f = {0};
    struct csv_settings defaults = {0};
    /* printf 'a,b\n1,2\n' | sha256sum */
    assert_rows("plain", SPAN("a,b\n1,2\n"), defaults, "1:[a][b]\n2:[1][2]\n", &f);
    ck_assert_str_eq(f.sha256, "492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470");
    ck_assert_str_eq(f.encoding, "utf-8");
    ck_assert_int_eq(f.delimiter, ',');
    ck_assert(!f.has_bom);
    ck_assert_uint_eq(f.more.count, 0);

    assert_rows("UTF-16",
                SPAN("\xFF\xFE"
                     "a\0;\0b\0"),
                defaults, "1:[a][b]\n", &f);
    ck_assert_str_eq(f.encoding, "utf-16le");
    ck_assert_int_eq(f.delimiter, ';');
    ck_assert(f.has_bom);

    assert_rows("odd", SPAN("sep=,\na,\x81\n\0x,2\n\x1A"), defaults,
                "2:[a][\xEF\xBF\xBD]u ~1:csv-undecodable(0x81 @ 1)\n3:[x][2] ~0:csv-nul(x)\n", &f);
    ck_assert_str_eq(f.encoding, "cp932");
    ck_assert_str_eq(fact_of(&f, MSG_CSV_FACT_SEP_LINE), "sep=,");
    ck_assert_str_eq(fact_of(&f, MSG_CSV_FACT_DOS_END), "0x1A");
    ck_assert_str_eq(fact_of(&f, MSG_CSV_FACT_NUL), "1");
    ck_assert_str_eq(fact_of(&f, MSG_CSV_FACT_BAD_BYTES), "1");
    ck_assert_str_eq(fact_of(&f, MSG_CSV_FACT_NOT_UTF8), "8");
    ck_assert_uint_eq(f.remarks.count, 0);

    /* E8 76 is a kanji like any other in CP932 */
    assert_rows("Latin letters", SPAN("a,b\n1,Lef\xE8vre\n"), defaults,
                "1:[a][b]\n2:[1][Lef\xE9\x92\x81re]\n", &f);
    ck_assert_uint_eq(f.remarks.count, 1);
    ck_assert_int_eq(f.remarks.items[0].problem, MSG_CSV_LOOKS_LATIN);
    ck_assert_str_eq(f.remarks.items[0].value, "1");
    source_facts_release(&f);
}
END_TEST

/* ---- large files ---- */

static void add_repeated(struct strbuf *b, const char *text, size_t times) {
    for (size_t i = 0; i < times; i++)
        strbuf_add_text(b, text);
}

/* More than is read ahead, and the only byte that tells is the last but one. */
START_TEST(encoding_is_decided_by_the_whole_file) {
    static const char line[] = "0123456789,abcdefghijklmnop\n";
    size_t lines = ((size_t)9 << 20) / (sizeof line - 1);
    struct {
        const char *end, *encoding, *cell;
    } cases[] = {{"x,\x8E\x81", "cp932", "氏"}, {"x,\xE6\xB0\x8F", "utf-8", "氏"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf bytes = {0};
        add_repeated(&bytes, line, lines);
        strbuf_add_text(&bytes, cases[i].end);
        write_file(strbuf_span(&bytes));
        struct csv_settings defaults = {0};
        struct source_facts facts = {0};
        struct reader *r;
        struct row row;
        struct error err;
        ck_assert(csv_reader_open(&r, path, path, &defaults, &err));
        size_t n = 0;
        while (csv_connector.next(r, &row, &err) == NEXT_ROW && ++n <= lines)
            ck_assert_uint_eq(row.count, 2);
        ck_assert_uint_eq(n, lines + 1);
        ck_assert_uint_eq(row.line, lines + 1);
        ck_assert(
            span_equal((struct span){row.cells[1].p, row.cells[1].n}, span_of(cases[i].cell)));
        ck_assert_int_eq(csv_connector.next(r, &row, &err), NEXT_END);
        csv_connector.describe(r, &facts);
        ck_assert_str_eq(facts.encoding, cases[i].encoding);
        ck_assert_uint_eq(facts.bytes, bytes.n);
        source_facts_release(&facts);
        csv_connector.close(r);
        strbuf_release(&bytes);
    }
}
END_TEST

/* The middle row breaks a limit; the rows around it are read. */
static void assert_limit(struct strbuf *middle, enum message_id problem, uint32_t lines) {
    struct csv_settings defaults = {0};
    struct strbuf bytes = {0};
    struct reader *r;
    struct row row;
    struct error err;
    strbuf_add_text(&bytes, "a,b\n");
    strbuf_add_span(&bytes, strbuf_span(middle));
    strbuf_add_text(&bytes, "\n3,4\n");
    write_file(strbuf_span(&bytes));
    ck_assert(csv_reader_open(&r, path, path, &defaults, &err));
    ck_assert_int_eq(csv_connector.next(r, &row, &err), NEXT_ROW);
    ck_assert_int_eq(csv_connector.next(r, &row, &err), NEXT_ROW);
    ck_assert_uint_eq(row.line, 2);
    ck_assert_int_eq((int)row.problem, (int)problem);
    ck_assert_int_eq(csv_connector.next(r, &row, &err), NEXT_ROW);
    ck_assert_uint_eq(row.line, 2 + lines);
    ck_assert_int_eq(row.problem, MSG_NONE);
    ck_assert_uint_eq(row.count, 2);
    ck_assert_int_eq(csv_connector.next(r, &row, &err), NEXT_END);
    csv_connector.close(r);
    strbuf_release(&bytes);
    strbuf_release(middle);
}

START_TEST(limits) {
    struct strbuf b = {0};
    add_repeated(&b, "x,", ROW_MAX_CELLS - 1);
    assert_limit(&b, MSG_NONE, 1);
    add_repeated(&b, "x,", ROW_MAX_CELLS);
    assert_limit(&b, MSG_CSV_TOO_MANY_CELLS, 1);
    add_repeated(&b, "x,", 1000000);
    assert_limit(&b, MSG_CSV_TOO_MANY_CELLS, 1);
    add_repeated(&b, "\"x\",", 1000000);
    assert_limit(&b, MSG_CSV_TOO_MANY_CELLS, 1);
    strbuf_add_text(&b, "1,");
    add_repeated(&b, "0123456789abcdef", CELL_MAX_BYTES / 16);
    assert_limit(&b, MSG_NONE, 1);
    add_repeated(&b, "0123456789abcdef", CELL_MAX_BYTES / 16);
    strbuf_add_text(&b, "x,2");
    assert_limit(&b, MSG_CSV_CELL_TOO_LONG, 1);
    strbuf_add_text(&b, "\"");
    add_repeated(&b, "0123456789abcde\n", CELL_MAX_BYTES / 16 + 1);
    strbuf_add_text(&b, "\",2");
    assert_limit(&b, MSG_CSV_CELL_TOO_LONG, CELL_MAX_BYTES / 16 + 2);
    add_repeated(&b, "0123456789abcdef", ROW_MAX_BYTES / 16 + 1);
    assert_limit(&b, MSG_CSV_ROW_TOO_LONG, 1);
    strbuf_add_text(&b, "1,\"");
    add_repeated(&b, "0123456789abcdef", ROW_MAX_BYTES / 16 * 6); /* a cell of 96 MiB */
    strbuf_add_text(&b, "\"");
    assert_limit(&b, MSG_CSV_ROW_TOO_LONG, 1);
}
END_TEST

/* What stands behind a row that is too long is read, whatever ends the line. */
START_TEST(rows_behind_a_row_that_is_too_long) {
    static const struct {
        const char *behind, *wanted;
    } cases[] = {
        {"", "1: !csv-row-too-long\n"},
        {"\n", "1: !csv-row-too-long\n"},
        {"\r", "1: !csv-row-too-long\n"},
        {"\r\n", "1: !csv-row-too-long\n"},
        {"\n1,2\n", "1: !csv-row-too-long\n2:[1][2]\n"},
        {"\r1,2\n", "1: !csv-row-too-long\n2:[1][2]\n"},
        {"\r\n1,2\n", "1: !csv-row-too-long\n2:[1][2]\n"},
        {" \"a\"\r\n1,2", "1: !csv-row-too-long\n2:[1][2]\n"},
    };
    static const size_t sizes[] = {0, 1 << 20};
    struct strbuf bytes = {0}, out = {0};
    struct source_facts facts = {0};
    add_repeated(&bytes, "0123456789abcdef", ROW_MAX_BYTES / 16 + 1);
    size_t row = bytes.n;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t k = 0; k < 2; k++) {
            bytes.n = row;
            strbuf_add_text(&bytes, cases[i].behind);
            write_file(strbuf_span(&bytes));
            const struct csv_settings settings = {.block_bytes = sizes[k], .ahead_bytes = sizes[k]};
            dump_file(&settings, &out, &facts);
            ck_assert_str_eq(out.p, cases[i].wanted);
            source_facts_release(&facts);
            facts = (struct source_facts){0};
        }
    strbuf_release(&bytes);
    strbuf_release(&out);
}
END_TEST

/* ---- files that cannot be read ---- */

static void assert_error(const char *at, enum encoding e, enum message_id wanted) {
    struct csv_settings settings = settings_of(e, NULL);
    struct reader *r;
    struct error err = {0};
    ck_assert(!csv_reader_open(&r, at, "list.csv", &settings, &err));
    ck_assert_int_eq(err.fault, FAULT_INPUT);
    ck_assert_str_eq(err.file, "list.csv");
    ck_assert_msg(err.message == wanted, "%s instead of %s", message_name(err.message),
                  message_name(wanted));
}

static void assert_refused(struct span bytes, enum message_id wanted) {
    write_file(bytes);
    assert_error(path, ENCODING_AUTO, wanted);
}

/* As if the file had all those lines before: only the counter of the reader is set. */
START_TEST(lines_that_cannot_be_counted_are_refused) {
    const struct csv_settings settings = {0};
    struct reader *r;
    struct row row;
    struct error err = {0};
    write_file(SPAN("a,b\n\n\"c\nd\",e\nf,g\n"));
    ck_assert(csv_reader_open(&r, path, "list.csv", &settings, &err));
    r->line = FILE_MAX_LINES - 2;
    ck_assert_int_eq(csv_reader_next(r, &row, &err), NEXT_ROW);
    ck_assert_uint_eq(row.line, FILE_MAX_LINES - 2);
    ck_assert_int_eq(csv_reader_next(r, &row, &err), NEXT_ROW);
    ck_assert_uint_eq(row.line, FILE_MAX_LINES); /* a blank line was between */
    ck_assert_int_eq(csv_reader_next(r, &row, &err), NEXT_FAILED);
    ck_assert_int_eq(err.fault, FAULT_INPUT);
    ck_assert_int_eq(err.message, MSG_CSV_TOO_MANY_LINES);
    csv_connector.close(r);
}
END_TEST

/* 1,000 rows of one length, of which the first hundred were read: of the window alone, and where
 * most of the file is not decoded yet, in another encoding too. */
START_TEST(rows_left_are_judged_by_those_before) {
    static const struct csv_settings settings[] = {
        {0},
        {.block_bytes = 512, .ahead_bytes = 1024},
        {.encoding = ENCODING_CP932, .block_bytes = 512, .ahead_bytes = 1024}};
    struct strbuf file = {0};
    add_repeated(&file, "a001,2026-03-31\n", 1000);
    write_file(strbuf_span(&file));
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        struct reader *r;
        struct row row;
        struct error err = {0};
        ck_assert(csv_reader_open(&r, path, "list.csv", &settings[i], &err));
        ck_assert_uint_eq(csv_connector.rows_left(r), 0); /* nothing to judge by */
        for (int k = 0; k < 100; k++)
            ck_assert_int_eq(csv_reader_next(r, &row, &err), NEXT_ROW);
        ck_assert_uint_eq(csv_connector.rows_left(r), 900);
        while (csv_reader_next(r, &row, &err) == NEXT_ROW)
            ;
        ck_assert_uint_eq(csv_connector.rows_left(r), 0);
        csv_connector.close(r);
    }
    strbuf_release(&file);
}
END_TEST

START_TEST(unreadable_files) {
    assert_error("/tmp/tenko-no-such-file.csv", ENCODING_AUTO, MSG_FILE_MISSING);
    assert_error("/dev/null/x.csv", ENCODING_AUTO, MSG_FILE_MISSING);
    assert_error("/tmp", ENCODING_AUTO, MSG_FILE_IS_FOLDER);
    ck_assert_int_eq(chmod(path, 0), 0);
    bool is_root = geteuid() == 0; /* who may read everything: be nobody meanwhile */
    if (is_root)
        ck_assert_int_eq(seteuid(65534), 0);
    assert_error(path, ENCODING_AUTO, MSG_FILE_NO_PERMISSION);
    if (is_root)
        ck_assert_int_eq(seteuid(0), 0);
    ck_assert_int_eq(chmod(path, 0600), 0);
}
END_TEST

START_TEST(no_text) {
    assert_refused(SPAN("PK\x03\x04....[Content_Types].xml...."), MSG_FILE_IS_WORKBOOK);
    assert_refused(SPAN("PK\x03\x04....list.csv...."), MSG_FILE_IS_ZIP);
    assert_refused(SPAN("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...."), MSG_FILE_IS_OLE);
    assert_refused(SPAN("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0"),
                   MSG_FILE_IS_ENCRYPTED);
    assert_refused(SPAN("PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK"),
                   MSG_FILE_IS_ODS);
    assert_refused(SPAN("PK\x03\x04....[Content_Types].xml....word/document.xml"),
                   MSG_FILE_IS_DOCUMENT);
    assert_refused(SPAN("\xEF\xBB\xBF\r\n<!DOCTYPE html>\n<title>a</title>"), MSG_FILE_IS_HTML);
    assert_refused(SPAN("<!-- made by x -->\n<TABLE border=1>\n<tr><td>a</td></tr>"),
                   MSG_FILE_IS_HTML);
    assert_refused(SPAN("<?xml version=\"1.0\"?><!DOCTYPE html><html><body>"), MSG_FILE_IS_HTML);
    assert_refused(SPAN("\xFF\xFE<\0h\0t\0m\0l\0>\0"), MSG_FILE_IS_HTML);
    assert_refused(SPAN("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>"),
                   MSG_FILE_IS_XML);
    assert_refused(SPAN("<users>\n<user id=\"a\"/>"), MSG_FILE_IS_XML);
    assert_refused(SPAN(" {\n \"users\": [\n"), MSG_FILE_IS_JSON);
    assert_refused(SPAN("[\n  {\"id\": 1}"), MSG_FILE_IS_JSON);
    assert_refused(SPAN("{\"id\":1}\n{\"id\":2}\n"), MSG_FILE_IS_JSON);
    assert_refused(SPAN("# extended LDIF\n#\nversion: 1\n\ndn: uid=a,dc=x\nuid: a\n"),
                   MSG_FILE_IS_LDIF);
    assert_refused(SPAN("dn:: 5bGx\n 55Sw\nobjectClass: top\n"), MSG_FILE_IS_LDIF);
    assert_refused(SPAN("{\\rtf1\\ansi"), MSG_FILE_IS_DOCUMENT);
    assert_refused(SPAN("%PDF-1.7\n"), MSG_FILE_IS_PDF);
    assert_refused(SPAN("a\0,\0b\0c\0d\0e\0f\0g\0h\0i\0"), MSG_FILE_IS_UTF16);
    assert_refused(SPAN("\0a\0,\0b\0c\0d\0e\0f\0g\0h\0i"), MSG_FILE_IS_UTF16);
    assert_refused(SPAN("a\0\0b\0c\0d\0e\0f\0g\0h\0i\0\0"), MSG_FILE_IS_BINARY);
    assert_refused(SPAN("a\0,\0\2\3\4\5\6\7b\0c\0"), MSG_FILE_IS_BINARY);
    assert_refused(SPAN("\x7F"
                        "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\1\2\3\4"),
                   MSG_FILE_IS_BINARY);
}
END_TEST

/* ---- through the connector, as configured ---- */

START_TEST(options) {
    char *slash = strrchr(path, '/');
    char folder[sizeof path] = "";
    memcpy(folder, path, (size_t)(slash - path));
    struct source_spec spec = {.connector = &csv_connector,
                               .base_dir = folder,
                               .config_file = "tenko.yaml",
                               .config_line = 7};
    struct option_value at = {"path", slash + 1, 8}, encoding = {"encoding", "Shift_JIS", 9},
                        delimiter = {"delimiter", "semicolon", 10};
    struct reader *r;
    struct row row;
    struct error err = {0};
    vec_push(&spec.options, at);
    vec_push(&spec.options, encoding);
    vec_push(&spec.options, delimiter);
    write_file(SPAN("\x8E\x81,x;b\n"));
    ck_assert(csv_connector.open(&r, &spec, &err));
    ck_assert_int_eq(csv_connector.next(r, &row, &err), NEXT_ROW);
    ck_assert_uint_eq(row.count, 2);
    ck_assert_int_eq(memcmp(row.cells[0].p, "氏,x", 5), 0);
    csv_connector.close(r);

    spec.options.items[1].value = "latin5";
    ck_assert(!csv_connector.open(&r, &spec, &err));
    ck_assert_int_eq(err.fault, FAULT_USAGE);
    ck_assert_int_eq(err.message, MSG_ENCODING_UNKNOWN);
    ck_assert_str_eq(err.file, "tenko.yaml");
    ck_assert_uint_eq(err.line, 9);
    ck_assert_str_eq(err.args[0], "latin5");
    spec.options.items[1].value = "auto";
    spec.options.items[2].value = "x";
    ck_assert(!csv_connector.open(&r, &spec, &err));
    ck_assert_int_eq(err.message, MSG_DELIMITER_UNKNOWN);
    vec_release(&spec.options);
    csv_connector.close(NULL);
}
END_TEST

/* Opens the list with one option set so; the message of the refusal. */
static enum message_id option_fault(const char *name, const char *value, const char *more) {
    struct source_spec spec = {.connector = &csv_connector, .base_dir = "/"};
    struct reader *r;
    struct error err = {0};
    vec_push(&spec.options, ((struct option_value){name, value, 0}));
    if (more)
        vec_push(&spec.options, ((struct option_value){"quote", more, 0}));
    vec_push(&spec.options, ((struct option_value){"path", path, 0}));
    bool is_open = csv_connector.open(&r, &spec, &err);
    if (is_open)
        csv_connector.close(r);
    else
        ck_assert_str_eq(err.file, ""); /* no configuration, no line */
    vec_release(&spec.options);
    return is_open ? MSG_NONE : err.message;
}

/* Delimiters by name or as they are, signs of one byte. */
START_TEST(options_that_are_signs) {
    static const struct {
        const char *name, *value, *quote;
        enum message_id message;
    } cases[] = {
        {"delimiter", "AUTO", NULL, MSG_NONE},
        {"delimiter", "Tab", NULL, MSG_NONE},
        {"delimiter", "\\t", NULL, MSG_NONE},
        {"delimiter", "space", NULL, MSG_NONE},
        {"delimiter", "||", NULL, MSG_NONE},
        {"delimiter", "^~^~^~", NULL, MSG_NONE},
        {"delimiter", "{", NULL, MSG_NONE},
        {"delimiter", "@", NULL, MSG_NONE},
        {"delimiter", "/", NULL, MSG_NONE},
        {"delimiter", "\u3001", NULL, MSG_NONE},
        {"delimiter", "", NULL, MSG_DELIMITER_UNKNOWN},
        {"delimiter", "comas", NULL, MSG_DELIMITER_UNKNOWN},
        {"delimiter", "1", NULL, MSG_DELIMITER_UNKNOWN},
        {"delimiter", "9;", NULL, MSG_DELIMITER_UNKNOWN},
        {"delimiter", ";\"", NULL, MSG_DELIMITER_UNKNOWN},
        {"delimiter", "\n", NULL, MSG_DELIMITER_UNKNOWN},
        {"delimiter", ";;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;", NULL, MSG_DELIMITER_UNKNOWN},
        {"quote", "'", NULL, MSG_NONE},
        {"quote", "None", NULL, MSG_NONE},
        {"quote", "''", NULL, MSG_SIGN_UNKNOWN},
        {"quote", "", NULL, MSG_SIGN_UNKNOWN},
        {"quote", " ", NULL, MSG_SIGN_UNKNOWN},
        {"quote", "\x7F", NULL, MSG_SIGN_UNKNOWN},
        {"quote", "\u201C", NULL, MSG_SIGN_UNKNOWN},
        {"escape", "\\", NULL, MSG_NONE},
        {"escape", "none", "none", MSG_NONE},
        {"escape", "auto", "auto", MSG_NONE},
        {"escape", "'", "'", MSG_SIGN_UNKNOWN}, /* one sign cannot be both */
        {"escape", "'", "\"", MSG_NONE},
        {"escape", "ab", NULL, MSG_SIGN_UNKNOWN},
    };
    write_file(SPAN("a,b\n1,2\n"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        enum message_id message = option_fault(cases[i].name, cases[i].value, cases[i].quote);
        ck_assert_msg(message == cases[i].message, "%s %s: %s", cases[i].name, cases[i].value,
                      message_name(message));
    }
}
END_TEST

/* ---- material from elsewhere: CSVs with their JSON truth ---- */

struct table {
    VEC(struct table_row {
        struct strbuf *cells;
        uint32_t count;
        bool is_reported; /* rejected, or kept with a note */
    })
    rows;
};

static void table_read(struct table *t, const char *file) {
    struct csv_settings defaults = {0};
    struct reader *r;
    struct row row;
    struct error err = {0};
    ck_assert(csv_reader_open(&r, file, file, &defaults, &err));
    while (csv_connector.next(r, &row, &err) == NEXT_ROW) {
        struct table_row one = {.count = row.count,
                                .cells = memory_zeroed(row.count + 1, sizeof *one.cells),
                                .is_reported = row.problem != MSG_NONE || row.note_count > 0};
        for (uint32_t i = 0; i < row.count; i++)
            strbuf_add(&one.cells[i], row.cells[i].p, row.cells[i].n);
        vec_push(&t->rows, one);
    }
    csv_connector.close(r);
}

static void table_release(struct table *t) {
    for (size_t i = 0; i < t->rows.count; i++) {
        for (uint32_t k = 0; k < t->rows.items[i].count; k++)
            strbuf_release(&t->rows.items[i].cells[k]);
        free(t->rows.items[i].cells);
    }
    vec_release(&t->rows);
}

static void assert_cell(const char *name, const struct strbuf *got, const json_t *wanted) {
    ck_assert_msg(json_is_string(wanted), "%s", name);
    ck_assert_msg(span_equal(strbuf_span(got),
                             (struct span){json_string_value(wanted), json_string_length(wanted)}),
                  "%s: %s instead of %s", name, got->p, json_string_value(wanted));
}

/* An array of arrays is all rows; an array of objects, the rows below a header. */
static void assert_truth(const char *name, const struct table *t, const json_t *truth) {
    bool has_header = json_array_size(truth) == 0 || json_is_object(json_array_get(truth, 0));
    ck_assert_msg(t->rows.count == json_array_size(truth) + has_header, "%s: %zu rows", name,
                  t->rows.count);
    size_t i;
    json_t *wanted;
    json_array_foreach(truth, i, wanted) {
        const struct table_row *row = &t->rows.items[i + has_header];
        size_t columns = has_header ? json_object_size(wanted) : json_array_size(wanted);
        ck_assert_msg(row->count == columns && !row->is_reported, "%s, row %zu", name, i);
        for (uint32_t k = 0; k < row->count; k++)
            assert_cell(name, &row->cells[k],
                        has_header ? json_object_get(wanted, t->rows.items[0].cells[k].p)
                                   : json_array_get(wanted, k));
    }
}

/* Reads csv and json of one name below the folder; false when the material is missing. */
static bool load(const char *csv, const char *json, struct table *t, json_t **truth) {
    char csv_path[512], json_path[512];
    snprintf(csv_path, sizeof csv_path, "%s/%s.csv", TENKO_EXTERNAL_DIR, csv);
    if (access(csv_path, R_OK) != 0) {
        printf("%s: skipped, the material is not there\n", csv);
        return false;
    }
    *t = (struct table){0};
    table_read(t, csv_path);
    *truth = NULL;
    if (json) {
        json_error_t why;
        snprintf(json_path, sizeof json_path, "%s/%s.json", TENKO_EXTERNAL_DIR, json);
        *truth = json_load_file(json_path, 0, &why);
        ck_assert_msg(*truth != NULL, "%s: %s", json_path, why.text);
    }
    return true;
}

static const char *const good_files[][2] = {
#define SPECTRUM(name)                                                                             \
    { "csv-spectrum/csvs/" name, "csv-spectrum/json/" name }
#define TEST_DATA(name)                                                                            \
    { "csv-test-data/csv/" name, "csv-test-data/json/" name }
    SPECTRUM("comma_in_quotes"),
    SPECTRUM("empty"),
    SPECTRUM("empty_crlf"),
    SPECTRUM("escaped_quotes"),
    SPECTRUM("json"),
    SPECTRUM("newlines"),
    SPECTRUM("newlines_crlf"),
    SPECTRUM("quotes_and_newlines"),
    SPECTRUM("simple"),
    SPECTRUM("simple_crlf"),
    SPECTRUM("utf8"),
    TEST_DATA("all-empty"),
    TEST_DATA("empty-field"),
    TEST_DATA("empty-one-column"),
    TEST_DATA("header-no-rows"),
    TEST_DATA("header-simple"),
    TEST_DATA("leading-space"),
    TEST_DATA("one-column"),
    TEST_DATA("quotes-empty"),
    TEST_DATA("quotes-with-comma"),
    TEST_DATA("quotes-with-escaped-quote"),
    TEST_DATA("quotes-with-newline"),
    TEST_DATA("quotes-with-space"),
    TEST_DATA("simple-crlf"),
    TEST_DATA("simple-lf"),
    TEST_DATA("trailing-newline"),
    TEST_DATA("trailing-newline-one-field"),
    TEST_DATA("trailing-space"),
    TEST_DATA("utf8"),
};

START_TEST(agrees_with_the_truth) {
    struct table t;
    json_t *truth;
    if (!load(good_files[_i][0], good_files[_i][1], &t, &truth))
        return;
    assert_truth(good_files[_i][0], &t, truth);
    json_decref(truth);
    table_release(&t);
}
END_TEST

/* Its JSON is one object with another phone number: a quote inside a cell, kept and noted. */
START_TEST(coordinates_keep_their_quotes) {
    struct table t;
    json_t *truth;
    if (!load("csv-spectrum/csvs/location_coordinates", "csv-spectrum/json/location_coordinates",
              &t, &truth))
        return;
    ck_assert_uint_eq(t.rows.count, 2);
    ck_assert(t.rows.items[1].is_reported);
    for (uint32_t k = 1; k < t.rows.items[1].count; k++)
        assert_cell("coordinates", &t.rows.items[1].cells[k],
                    json_object_get(truth, t.rows.items[0].cells[k].p));
    json_decref(truth);
    table_release(&t);
}
END_TEST

/* What is wrong inside a row is reported; what is wrong with a header or a row's length shows in
 * the rows, for the intake to report. */
static const struct {
    const char *name;
    size_t rows;
    bool is_reported;
    uint32_t last_count;
} bad_files[] = {
    {"bad-missing-quote", 2, true, 3},        {"bad-quotes-with-unescaped-quote", 2, true, 3},
    {"bad-unescaped-quote", 2, true, 3},      {"bad-header-less-fields", 2, false, 2},
    {"bad-header-more-fields", 2, false, 4},  {"bad-header-no-header", 0, false, 0},
    {"bad-header-wrong-header", 1, false, 3},
};

START_TEST(bad_files_are_reported) {
    char name[128];
    struct table t;
    json_t *truth;
    snprintf(name, sizeof name, "csv-test-data/csv/%s", bad_files[_i].name);
    if (!load(name, NULL, &t, &truth))
        return;
    ck_assert_uint_eq(t.rows.count, bad_files[_i].rows);
    if (t.rows.count > 0) {
        const struct table_row *last = &t.rows.items[t.rows.count - 1];
        ck_assert_int_eq(last->is_reported, bad_files[_i].is_reported);
        ck_assert_uint_eq(last->count, bad_files[_i].last_count);
    }
    table_release(&t);
}
END_TEST

int main(void) {
    int fd = mkstemp(path);
    if (fd < 0)
        return 1;
    close(fd);
    Suite *suite = suite_create("csv");
    TCase *c = tcase_create("csv");
    tcase_set_timeout(c, 120);
    tcase_add_loop_test(c, rows, 0, (int)(sizeof row_cases / sizeof *row_cases));
    tcase_add_test(c, plain_lines_are_cut_as_libcsv_cuts_them);
    tcase_add_test(c, delimiters_are_proved);
    tcase_add_test(c, signs_are_proved);
    tcase_add_test(c, rows_are_measured_by_the_header);
    tcase_add_test(c, other_manners);
    tcase_add_test(c, a_setting_overrides);
    tcase_add_test(c, facts_tell_what_was_found);
    tcase_add_test(c, encoding_is_decided_by_the_whole_file);
    tcase_add_test(c, limits);
    tcase_add_test(c, rows_behind_a_row_that_is_too_long);
    tcase_add_test(c, lines_that_cannot_be_counted_are_refused);
    tcase_add_test(c, rows_left_are_judged_by_those_before);
    tcase_add_test(c, unreadable_files);
    tcase_add_test(c, no_text);
    tcase_add_test(c, options);
    tcase_add_test(c, options_that_are_signs);
    tcase_add_loop_test(c, agrees_with_the_truth, 0, (int)(sizeof good_files / sizeof *good_files));
    tcase_add_test(c, coordinates_keep_their_quotes);
    tcase_add_loop_test(c, bad_files_are_reported, 0, (int)(sizeof bad_files / sizeof *bad_files));
    suite_add_tcase(suite, c);
    int status = run_suite(suite);
    unlink(path);
    return status;
}
