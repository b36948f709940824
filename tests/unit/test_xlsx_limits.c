/* Workbooks at the limits of the reader and one beyond, and parts that no spreadsheet writes so. */
#include "suite.h"
#include "workbook.h"
#include "xlsx_format.h"
#include "xlsx_package.h"
#include "xlsx_reader.h"
#include "xlsx_strings.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static char path[] = "/tmp/tenko-test-xlsx-XXXXXX";

static void assert_rows(const struct workbook *w, const char *wanted) {
    workbook_write(path, w);
    const char *said = workbook_dump(path, NULL, NULL);
    ck_assert_msg(strcmp(said, wanted) == 0, "%.300s, not %.300s", said, wanted);
}

static void assert_sheet(const char *rows, const char *wanted) {
    struct strbuf sheet = {0};
    strbuf_addf(&sheet, "<worksheet><sheetData>%s</sheetData></worksheet>", rows);
    assert_rows(&(struct workbook){.sheet = strbuf_span(&sheet)}, wanted);
    strbuf_release(&sheet);
}

static void begins(const struct workbook *w, const char *wanted) {
    workbook_write(path, w);
    const char *said = workbook_dump(path, NULL, NULL);
    ck_assert_msg(strncmp(said, wanted, strlen(wanted)) == 0, "%.80s, not %s", said, wanted);
}

/* Letters that do not pack well: a thousandth of what repeats would be a bomb. */
static void add_noise(struct strbuf *out, size_t n) {
    static uint32_t state = 1;
    strbuf_reserve(out, n);
    for (size_t i = 0; i < n; i++) {
        state = state * 1664525u + 1013904223u;
        strbuf_add_char(out, (char)('a' + (state >> 24) % 26));
    }
}

/* --- Sizes --- */

/* A row: 16 MiB in cells that are short enough. */
START_TEST(a_row_of_sixteen_mebibytes) {
    for (size_t more = 0; more <= 1; more++) {
        struct strbuf rows = {0};
        strbuf_add_text(&rows, "<worksheet><sheetData><row>");
        for (int i = 0; i < 16; i++) {
            strbuf_add_text(&rows, "<c t=\"inlineStr\"><is><t>");
            add_noise(&rows, XLSX_CELL_MAX_BYTES);
            strbuf_add_text(&rows, "</t></is></c>");
        }
        strbuf_add_text(&rows, more ? "<c t=\"str\"><v>x</v></c>" : "");
        strbuf_add_text(&rows, "</row></sheetData></worksheet>");
        begins(&(struct workbook){.sheet = strbuf_span(&rows)},
               more ? "1: !csv-row-too-long" : "1:[");
        ck_assert((strchr(workbook_dump(path, NULL, NULL), '!') != NULL) == (more > 0));
        strbuf_release(&rows);
    }
}
END_TEST

/* What packs to less than a 200th is a bomb, from 16 MiB on. */
START_TEST(what_packs_too_well) {
    static const char head[] = "<worksheet><sheetData><row><c><v>1</v></c></row>",
                      tail[] = "</sheetData></worksheet>";
    for (size_t more = 0; more <= 1; more++) {
        struct strbuf sheet = {0};
        size_t blanks = RATIO_FROM_BYTES + more - strlen(head) - strlen(tail);
        strbuf_add_text(&sheet, head);
        strbuf_reserve(&sheet, blanks);
        for (size_t i = 0; i < blanks; i++)
            strbuf_add_char(&sheet, ' ');
        strbuf_add_text(&sheet, tail);
        assert_rows(&(struct workbook){.sheet = strbuf_span(&sheet)},
                    more ? "error xlsx-bomb" : "1:[1]\n");
        strbuf_release(&sheet);
    }
}
END_TEST

/* All parts but sheets and texts: 64 MiB. */
START_TEST(a_part_of_sixty_four_mebibytes) {
    static const char head[] = "<styleSheet>", tail[] = "</styleSheet>";
    const size_t block = 1 << 16, noise = 1 << 10;
    for (size_t more = 0; more <= 1; more++) {
        struct strbuf styles = {0};
        size_t bytes = SMALL_PART_MAX_BYTES + more - strlen(tail);
        strbuf_add_text(&styles, head);
        strbuf_reserve(&styles, bytes);
        while (styles.n < bytes) {
            size_t n = bytes - styles.n < block ? bytes - styles.n : block;
            add_noise(&styles, n < noise ? n : noise);
            for (size_t i = noise; i < n; i++)
                strbuf_add_char(&styles, ' ');
        }
        strbuf_add_text(&styles, tail);
        ck_assert_uint_eq(styles.n, SMALL_PART_MAX_BYTES + more);
        assert_rows(&(struct workbook){.styles = strbuf_span(&styles)},
                    more ? "error xlsx-too-big" : "1:[x]\n");
        strbuf_release(&styles);
    }
}
END_TEST

/* Of any part as many bytes as its reader allows, by what the file says of itself and by what comes
 * out of it. (A sheet's 4 GiB take too long for a test.) */
START_TEST(bytes_of_a_part) {
    static const char sheet[] =
        "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    const char *const name = "xl/worksheets/sheet1.xml";
    char room[2 * sizeof sheet];
    workbook_write(path, &(struct workbook){.sheet = SPAN(sheet)});
    for (size_t less = 0; less <= 1; less++) {
        struct package package;
        struct package_part part;
        struct error err = {0};
        size_t got, most = strlen(sheet) - less;
        ck_assert(package_open(&package, path, "book.xlsx", &err));
        ck_assert(part_open(&part, &package, name, most, &err) == (less == 0));
        if (less)
            ck_assert_int_eq(err.message, MSG_XLSX_TOO_BIG);
        else
            part_close(&part);
        ck_assert(part_open(&part, &package, name, strlen(sheet), &err));
        part.max_bytes = most; /* as if the file had said less */
        bool ok = part_read(&part, room, sizeof room, &got, &err);
        ck_assert(ok == (less == 0));
        if (less)
            ck_assert_int_eq(err.message, MSG_XLSX_TOO_BIG);
        part_close(&part);
        package_close(&package);
    }
}
END_TEST

static bool reads_strings(const char *strings, struct strings_limits limits) {
    struct strbuf part = {0};
    strbuf_addf(&part, "<sst>%s</sst>", strings);
    workbook_write(path, &(struct workbook){.strings = strbuf_span(&part)});
    struct package package;
    struct strings out;
    struct error err = {0};
    ck_assert(package_open(&package, path, "book.xlsx", &err));
    bool ok = strings_read(&out, &package, "xl/sharedStrings.xml", &limits, &err);
    ck_assert(ok || err.message == MSG_XLSX_TOO_BIG);
    strings_release(&out);
    package_close(&package);
    strbuf_release(&part);
    return ok;
}

/* Texts that cells share, and bytes of them all: 64 Mi and 1 GiB take too long. */
START_TEST(texts_that_are_shared) {
    static const char three[] =
        "<si><t>ab</t></si><si><t/></si><si><r><t>cd</t></r><r><t>e</t></r></si>";
    ck_assert_uint_eq(strings_usual_limits.texts, 64 << 20);
    ck_assert_uint_eq(strings_usual_limits.bytes, 1 << 30);
    ck_assert(reads_strings(three, (struct strings_limits){.texts = 3, .bytes = 5}));
    ck_assert(!reads_strings(three, (struct strings_limits){.texts = 2, .bytes = 5}));
    ck_assert(!reads_strings(three, (struct strings_limits){.texts = 3, .bytes = 4}));
    ck_assert(reads_strings("", (struct strings_limits){0}));
    ck_assert(!reads_strings("<si/>", (struct strings_limits){0}));
}
END_TEST

/* A tag: 4 MiB, looked at where a block of 64 KiB ends; expat itself looks at what grows only when
 * it has doubled. */
START_TEST(a_tag_of_four_mebibytes) {
    const size_t most = (size_t)4 << 20, block = 64 << 10;
    for (int is_beyond = 0; is_beyond <= 1; is_beyond++) {
        struct strbuf sheet = {0};
        strbuf_add_text(&sheet, "<worksheet><sheetData><row x=\"");
        add_noise(&sheet, is_beyond ? 2 * most + block : most - block);
        strbuf_add_text(&sheet, "\"><c><v>1</v></c></row></sheetData></worksheet>");
        assert_rows(&(struct workbook){.sheet = strbuf_span(&sheet)},
                    is_beyond ? "error xlsx-damaged" : "1:[1]\n");
        strbuf_release(&sheet);
    }
}
END_TEST

/* A number: 64 characters of it are read as one, and 127 are kept as they stand. */
START_TEST(numbers_of_many_digits) {
    static const struct {
        size_t zeros;
        bool is_number;
    } cases[] = {{62, true}, {63, false}, {124, false}, {125, false}, {126, false}, {999, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf number = {0}, rows = {0}, wanted = {0};
        strbuf_add_text(&number, "1.");
        for (size_t k = 0; k < cases[i].zeros; k++)
            strbuf_add_char(&number, '0');
        strbuf_addf(&rows, "<row><c><v>%s</v></c></row>", number.p);
        strbuf_addf(&wanted, "1:[%s]\n", cases[i].is_number ? "1" : number.p);
        assert_sheet(rows.p, wanted.p);
        strbuf_release(&number);
        strbuf_release(&rows);
        strbuf_release(&wanted);
    }
}
END_TEST

/* --- Where rows and cells stand --- */

START_TEST(places_at_their_ends) {
    static const struct {
        const char *rows, *wanted;
    } cases[] = {
        {"<row r=\"4294967294\"><c><v>1</v></c></row>", "4294967294:[1]\n"},
        {"<row r=\"4294967295\"><c><v>1</v></c></row>", "error xlsx-damaged"},
        {"<row r=\"99999999999999999999\"><c><v>1</v></c></row>", "error xlsx-damaged"},
        {"<row r=\"\"><c><v>1</v></c></row>", "error xlsx-damaged"},
        {"<row r=\"1x\"><c><v>1</v></c></row>", "error xlsx-damaged"},
        {"<row r=\"0\"><c><v>1</v></c></row>", "error xlsx-damaged"},
        {"<row><c r=\"a1\"><v>1</v></c></row>", "1:[1]\n"},
        {"<row><c r=\"XFD1\"><v>1</v></c></row>", "1: !csv-too-many-cells\n"},
        {"<row><c r=\"AAAA1\"><v>1</v></c></row>", "error xlsx-damaged"},
        {"<row><c r=\"1\"><v>1</v></c></row>", "error xlsx-damaged"},
        {"<row><c r=\"[1\"><v>1</v></c></row>", "error xlsx-damaged"},
        {"<row><c s=\"x\"><v>1</v></c></row>", "error xlsx-damaged"},
        {"<row><c s=\"4294967295\"><v>1</v></c></row>", "error xlsx-damaged"},
        {"<row><c r=\"XFD1\"><f>A1</f></c><c r=\"A1\"><v>1</v></c></row>", "1:[1]\n"},
        /* one place twice: the later value stands there */
        {"<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c><c r=\"B1\"><v>3</v></c></row>",
         "1:[2][3]\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_sheet(cases[i].rows, cases[i].wanted);
}
END_TEST

/* --- Elements where they do not belong --- */

START_TEST(elements_out_of_place) {
    static const struct {
        const char *rows, *wanted;
    } cases[] = {
        {"<c><v>1</v></c>", ""},                                    /* a cell in no row */
        {"<row><v>1</v><t>2</t></row>", ""},                        /* a value in no cell */
        {"<row><c><v>1</v><row><c/></row></c></row>", "1:[1]\n"},   /* a row in a cell */
        {"<row><row><c><v>1</v></c></row></row>", "1:[1]\n"},       /* … in a row */
        {"<row><c><is><t>a</t></is></c></row>", "1:[a]\n"},         /* a text that says no type */
        {"<row><c t=\"s\"><is><t>a</t></is></c></row>", "1:[a]\n"}, /* … or another one */
        {"<row><c t=\"inlineStr\"><t>a</t></c></row>", ""},         /* a text outside <is> */
        {"<row><c t=\"inlineStr\"><is></rPh></is></c></row>", "error xlsx-damaged"},
        {"<row><c "
         "t=\"inlineStr\"><is><rPh><rPh><t>x</t></rPh><t>y</t></rPh><t>z</t></is></c></row>",
         "1:[z]\n"},
        {"<row><c t=\"x\"><v>7</v></c></row>", "1:[7]\n"}, /* a type that nobody knows */
        {"<row><c t=\"s\"><v></v></c></row>", ""},
        {"<row><c t=\"s\"><v>x</v></c></row>", "error xlsx-damaged"},
        {"<row><c t=\"s\"><v>4294967295</v></c></row>", "error xlsx-damaged"},
        {"<row><c t=\"d\"><v>2026-03-31</v></c></row>", "1:[2026-03-31]\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_sheet(cases[i].rows, cases[i].wanted);
    assert_rows(&(struct workbook){.sheet = SPAN("<worksheet><row><c><v>1</v></c></row><sheetData/>"
                                                 "</worksheet>")},
                "");
    assert_rows(&(struct workbook){.sheet = SPAN("<worksheet><sheetData>")}, "error xlsx-damaged");
}
END_TEST

START_TEST(days_of_iso_cells_keep_a_clock_that_is_shown) {
    struct workbook w = {
        .sheet = SPAN("<worksheet><sheetData><row><c t=\"d\" s=\"1\"><v>2026-03-31T10:20:00</v></c>"
                      "<c t=\"d\" s=\"2\"><v>2026-03-31T00:00:00</v></c></row></sheetData>"
                      "</worksheet>"),
        .styles = SPAN("<styleSheet><cellXfs><xf/><xf numFmtId=\"22\"/><xf numFmtId=\"14\"/>"
                       "</cellXfs></styleSheet>")};
    assert_rows(&w, "1:[2026-03-31T10:20:00][2026-03-31]\n");
}
END_TEST

START_TEST(merged_ranges_in_every_form) {
    static const struct {
        const char *ranges, *rows; /* how many go over rows; NULL: none */
    } cases[] = {
        {"<mergeCell ref=\"A1:B1\"/>", NULL},
        {"<mergeCell ref=\"A1\"/><mergeCell/>", NULL},
        {"<mergeCell ref=\"A1:A2\"/><mergeCell ref=\"A9:B10\"/>", "2"},
        {"<mergeCell ref=\"A:B\"/>", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf sheet = {0};
        struct source_facts facts = {0};
        strbuf_addf(&sheet,
                    "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>%s"
                    "</mergeCells></worksheet>",
                    cases[i].ranges);
        workbook_write(path, &(struct workbook){.sheet = strbuf_span(&sheet)});
        ck_assert_str_eq(workbook_dump(path, NULL, &facts), "1:[1]\n");
        ck_assert_uint_eq(facts.more.count, cases[i].rows ? 2 : 1);
        if (cases[i].rows)
            ck_assert_str_eq(facts.more.items[1].value, cases[i].rows);
        source_facts_release(&facts);
        strbuf_release(&sheet);
    }
}
END_TEST

/* --- Escapes in texts --- */

START_TEST(escapes_at_their_edges) {
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"_x0041_", "A"},
        {"_x7A0e_", "税"},
        {"a_x0000_b", "ab"}, /* NUL is nothing */
        {"_xD83D_", "_xD83D_"},
        {"_xDFFF_", "_xDFFF_"},
        {"_xE000_", "\uE000"},
        {"_x004_", "_x004_"},
        {"_x00G1_", "_x00G1_"},
        {"_x00/1_", "_x00/1_"},
        {"_x00:1_", "_x00:1_"},
        {"_x0041", "_x0041"},
        {"_x0041x", "_x0041x"},
        {"__x0041_", "_A"},
        {"_y0041_ _x", "_y0041_ _x"},
        {"_x0041__x0042_", "AB"},
        {"_x0041_x0042_", "Ax0042_"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf strings = {0}, wanted = {0};
        strbuf_addf(&strings, "<sst><si><t>%s</t></si></sst>", cases[i].text);
        strbuf_addf(&wanted, "1:[%s]%s\n", cases[i].wanted,
                    strcmp(cases[i].wanted, "\uE000") == 0 ? " ~0:csv-private-use" : "");
        assert_rows(
            &(struct workbook){.sheet = SPAN("<worksheet><sheetData><row><c t=\"s\"><v>0</v>"
                                             "</c></row></sheetData></worksheet>"),
                               .strings = strbuf_span(&strings)},
            wanted.p);
        strbuf_release(&strings);
        strbuf_release(&wanted);
    }
}
END_TEST

/* --- Formats that are cut off, or ask for nothing --- */

START_TEST(formats_at_their_edges) {
    static const struct {
        const char *code, *raw, *wanted;
    } cases[] = {
        {"[", "12", "12"},
        {"[h", "0.5", "0.5"},
        {"[]0", "12", "12"},
        {"[hh]:mm", "1.5", "36:00:00"},
        {"[m]", "0.5", "12:00:00"},
        {"[SS]", "0.5", "12:00:00"},
        {"[hm]0", "12", "12"},
        {"[>100]0", "12", "12"},
        {"[=1]0", "12", "12"},
        {"\"open", "12", "12"},
        {"\\", "12", "12"},
        {"0\\", "12", "12"},
        {"_", "12", "12"},
        {"*", "12", "12"},
        {"\"税\"0000", "12", "税0012"},
        {"\\税0000", "12", "税0012"},
        {"0E-0", "12", "12"},
        {"m", "46112", "2026-03-31"},
        {"s", "0.5", "12:00:00"},
        {"", "12", "12"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf out = {0};
        struct number_format format = format_of_code(cases[i].code);
        format_write(&out, span_of(cases[i].raw), &format, false);
        ck_assert_msg(strcmp(out.p, cases[i].wanted) == 0, "%s of %s: %s, not %s", cases[i].code,
                      cases[i].raw, out.p, cases[i].wanted);
        free(format.digits);
        strbuf_release(&out);
    }
}
END_TEST

START_TEST(styles_that_lack_something) {
    struct workbook w = {
        .sheet = SPAN("<worksheet><sheetData><row><c s=\"0\"><v>46112</v></c></row></sheetData>"
                      "</worksheet>"),
        .styles = SPAN("<styleSheet><numFmts><numFmt formatCode=\"yyyy\"/><numFmt numFmtId=\"9\"/>"
                       "</numFmts><cellXfs><xf/></cellXfs></styleSheet>")};
    assert_rows(&w, "1:[46112]\n");
}
END_TEST

/* --- The package --- */

#define RELATED(more)                                                                              \
    "<Relationships>" more "<Relationship Id=\"rId1\" Type=\"" REL                                 \
    "worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
#define ONE(target)                                                                                \
    "<Relationships><Relationship Id=\"rId1\" Type=\"" REL "worksheet\" Target=\"" target          \
    "\"/></Relationships>"

START_TEST(relations_in_every_form) {
    static const struct {
        const char *relations;
        const char *wanted;
    } cases[] = {
        {RELATED("<Relationship Id=\"a\" Target=\"x\"/>"), "1:[x]\n"},
        {RELATED("<Relationship Type=\"t/x\" Target=\"x\"/>"), "1:[x]\n"},
        {RELATED("<Relationship Id=\"a\" Type=\"t/x\"/>"), "1:[x]\n"},
        {RELATED("<Other Id=\"a\" Type=\"t/styles\" Target=\"x\"/>"), "1:[x]\n"},
        {RELATED("<Relationship Id=\"a\" Type=\"t/styles\" Target=\"http://x/\" "
                 "TargetMode=\"External\"/>"),
         "1:[x]\n"},
        {RELATED("<Relationship Id=\"a\" Type=\"t/theme\" Target=\"x\" TargetMode=\"Internal\"/>"),
         "1:[x]\n"},
        {RELATED("<Relationship Id=\"a\" Type=\"styles\" Target=\"nowhere.xml\"/>"),
         "error xlsx-damaged"},
        {ONE("./worksheets/./sheet1.xml"), "1:[x]\n"},
        {ONE("worksheets//sheet1.xml"), "1:[x]\n"},
        {ONE("worksheets\\sheet1.xml"), "1:[x]\n"},
        {ONE("../xl/worksheets/../worksheets/sheet1.xml"), "1:[x]\n"},
        {ONE("../../../xl/worksheets/sheet1.xml"), "1:[x]\n"}, /* there is nothing above the top */
        {ONE("worksheets/nowhere.xml"), "error xlsx-damaged"},
        {ONE(".."), "error xlsx-damaged"},
        {"<Relationships/>", "error xlsx-damaged"},
        {"<Relationships><Relationship Id=\"rId1\" Type=\"" REL
         "chartsheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
         "error xlsx-damaged"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_rows(&(struct workbook){.book_relations = span_of(cases[i].relations)},
                    cases[i].wanted);
}
END_TEST

#define TYPE(type) "<Types><Override ContentType=\"" type "\"/><Default Extension=\"xml\"/></Types>"

START_TEST(kinds_of_packages) {
    static const struct {
        const char *types;
        const char *extra, *wanted;
    } cases[] = {
        {TYPE("application/vnd.ms-office.vbaProject"), NULL, "error xlsx-has-macros"},
        {TYPE("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
         NULL, "error file-is-document"},
        {TYPE("text/xml"), "xl/workbook.bin", "error xlsx-is-xlsb"},
        {TYPE("text/xml"), NULL, "1:[x]\n"},
        {"<Types>", NULL, "error xlsx-damaged"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_rows(&(struct workbook){.types = span_of(cases[i].types), .extra = cases[i].extra},
                    cases[i].wanted);
}
END_TEST

START_TEST(sheets_without_what_they_need) {
    static const struct {
        const char *book;
        const char *sheet, *wanted;
    } cases[] = {
        {"<workbook><sheets><sheet id=\"rId1\"/><sheet name=\"b\"/>"
         "<sheet name=\"c\" id=\"nowhere\"/><sheet name=\"d\" id=\"rId1\"/></sheets>"
         "</workbook>",
         NULL, "1:[x]\n"},
        {"<workbook><sheets/></workbook>", NULL, "error xlsx-damaged"},
        {"<workbook><sheets><sheet name=\"d\" id=\"rId1\"/></sheets></workbook>", "99999",
         "error xlsx-no-sheet"},
        {"<workbook><sheets><sheet name=\"d\" id=\"rId1\"/></sheets></workbook>", "100000",
         "error xlsx-no-sheet"},
        {"<workbook><sheets><sheet name=\"d\" id=\"rId1\"/></sheets></workbook>", "1x",
         "error xlsx-no-sheet"},
        {"<workbook><sheets><sheet name=\"d\" id=\"rId1\"/></sheets></workbook>", "0",
         "error xlsx-no-sheet"},
        {"<workbook><sheets><sheet name=\"d\" id=\"rId1\"/></sheets></workbook>", "",
         "error xlsx-no-sheet"},
        {"<workbook><sheets><sheet name=\"d\" id=\"rId1\"/></sheets></workbook>", "00001",
         "1:[x]\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        workbook_write(path, &(struct workbook){.book = span_of(cases[i].book)});
        ck_assert_msg(strcmp(workbook_dump(path, cases[i].sheet, NULL), cases[i].wanted) == 0,
                      "case %zu: %s", i, workbook_dump(path, cases[i].sheet, NULL));
    }
}
END_TEST

START_TEST(files_that_cannot_be_opened) {
    static const struct {
        const char *path;
        enum message_id message;
    } cases[] = {
        {"/nowhere/list.xlsx", MSG_FILE_MISSING},
        {"/dev/null/list.xlsx", MSG_FILE_MISSING},
        {"/tmp", MSG_XLSX_IS_FOLDER},
        {"/dev/null", MSG_FILE_UNREADABLE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct package p;
        struct error err = {0};
        ck_assert(!package_open(&p, cases[i].path, "list.xlsx", &err));
        ck_assert_msg(err.message == cases[i].message, "%s: %s", cases[i].path,
                      message_name(err.message));
        ck_assert_str_eq(err.file, "list.xlsx");
    }
}
END_TEST

int main(void) {
    int fd = mkstemp(path);
    if (fd < 0)
        return EXIT_FAILURE;
    close(fd);
    Suite *suite = suite_create("xlsx limits");
    TCase *tests = tcase_create("limits");
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, a_row_of_sixteen_mebibytes);
    tcase_add_test(tests, what_packs_too_well);
    tcase_add_test(tests, a_part_of_sixty_four_mebibytes);
    tcase_add_test(tests, bytes_of_a_part);
    tcase_add_test(tests, texts_that_are_shared);
    tcase_add_test(tests, a_tag_of_four_mebibytes);
    tcase_add_test(tests, numbers_of_many_digits);
    tcase_add_test(tests, places_at_their_ends);
    tcase_add_test(tests, elements_out_of_place);
    tcase_add_test(tests, days_of_iso_cells_keep_a_clock_that_is_shown);
    tcase_add_test(tests, merged_ranges_in_every_form);
    tcase_add_test(tests, escapes_at_their_edges);
    tcase_add_test(tests, formats_at_their_edges);
    tcase_add_test(tests, styles_that_lack_something);
    tcase_add_test(tests, relations_in_every_form);
    tcase_add_test(tests, kinds_of_packages);
    tcase_add_test(tests, sheets_without_what_they_need);
    tcase_add_test(tests, files_that_cannot_be_opened);
    suite_add_tcase(suite, tests);
    int status = run_suite(suite);
    unlink(path);
    return status;
}
