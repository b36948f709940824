/*
 * connectors/xlsx. A case is the parts of a workbook and the rows they must become (workbook_dump).
 * Other workbooks are written by libxlsxwriter, which knows nothing of this reader.
 */
#include "../../connectors/xlsx/xlsx_connector.h"
#include "../../connectors/xlsx/xlsx_reader.h"
#include "suite.h"
#include "workbook.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

static char path[] = "/tmp/tenko-test-xlsx-XXXXXX";

static const char *dump(const char *sheet, struct source_facts *facts) {
    return workbook_dump(path, sheet, facts);
}

static void assert_rows(const struct workbook *workbook, const char *sheet, const char *wanted) {
    workbook_write(path, workbook);
    ck_assert_str_eq(dump(sheet, NULL), wanted);
}

static struct workbook sheet_of(const char *rows) {
    static struct strbuf sheet;
    strbuf_clear(&sheet);
    strbuf_addf(&sheet, "<worksheet><sheetData>%s</sheetData></worksheet>", rows);
    return (struct workbook){.sheet = strbuf_span(&sheet)};
}

static void assert_sheet(const char *rows, const char *wanted) {
    struct workbook w = sheet_of(rows);
    assert_rows(&w, NULL, wanted);
}

/* ---- cells ---- */

#define T(text) "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"

START_TEST(cells_of_every_type) {
    assert_sheet(
        "<row r=\"1\"><c r=\"A1\"><v>123</v></c><c r=\"B1\" t=\"str\"><f>A1</f><v>00123</v>"
        "</c><c r=\"C1\" t=\"b\"><v>1</v></c><c r=\"D1\" t=\"b\"><v>0</v></c><c r=\"E1\" "
        "t=\"e\"><v>#N/A</v></c><c r=\"F1\" t=\"inlineStr\"><is><t> a </t></is></c><c "
        "r=\"G1\" t=\"d\"><v>2026-03-31T00:00:00</v></c></row>",
        "1:[123][00123][TRUE][FALSE][#N/A][ a ][2026-03-31]\n");
}
END_TEST

START_TEST(numbers_as_typed) {
    static const struct {
        const char *raw, *wanted;
    } numbers[] = {
        {"123", "123"},
        {"1235.0", "1235"},
        {"1.235E3", "1235"},
        {"100000000000000", "100000000000000"},
        {"1E+14", "100000000000000"},
        {"1234567890123456", "1234567890123456"},             /* whoever wrote it knew all digits */
        {"1.2345678901234499E+16", "1.2345678901234499E+16"}, /* its last digits are lost */
        {"0.30000000000000004", "0.3"},
        {"-5", "-5"},
        {"-0", "-0"},
        {"-0.0", "0"},
        {"abc", "abc"}, /* no number: kept */
        {"0x10", "0x10"},
        {"1e999", "1e999"},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct strbuf out = {0};
        format_write(&out, span_of(numbers[i].raw), NULL, false);
        ck_assert_str_eq(out.p, numbers[i].wanted);
        strbuf_release(&out);
    }
}
END_TEST

START_TEST(formats_of_dates_and_zeros) {
    static const struct {
        const char *code, *raw, *wanted;
        bool is_1904;
    } cases[] = {
        /* 46112 = 2026-03-31 */
        {"yyyy/m/d", "46112", "2026-03-31", false},
        {"[$-411]ggge\"年\"m\"月\"d\"日\";@", "46112", "2026-03-31", false},
        {"[$-411]ge.m.d", "46112", "2026-03-31", false},
        {"yyyy/m/d h:mm", "46112.5", "2026-03-31 12:00:00", false},
        {"yyyy/m/d", "46112.5", "2026-03-31", false},
        {"h:mm", "46112.5", "2026-03-31 12:00:00", false},
        {"h:mm AM/PM", "0.75", "18:00:00", false},
        {"[h]:mm", "1.5", "36:00:00", false},
        {"mm:ss.0", "0.5", "12:00:00", false},
        {"mmm-yy", "46112", "2026-03-31", false},
        {"m\"月\"", "46112", "2026-03-31", false},
        {"yyyy\\-mm\\-dd", "44650", "2026-03-31", true}, /* 1462 days fewer */
        {"yyyy/m/d", "0", "1900-01-00", false},
        {"yyyy/m/d", "1", "1900-01-01", false},
        {"yyyy/m/d", "59", "1900-02-28", false},
        {"yyyy/m/d", "60", "1900-02-29", false}, /* as Excel shows it; no such day */
        {"yyyy/m/d", "61", "1900-03-01", false},
        {"yyyy/m/d", "2958465", "9999-12-31", false},
        {"yyyy/m/d", "2958466", "2958466", false},
        {"yyyy/m/d", "-1", "-1", false},
        {"yyyy/m/d h:mm:ss", "46111.999999", "2026-03-31 00:00:00", false}, /* to the second */
        {"General", "46112", "46112", false},
        {"G/標準", "46112", "46112", false},
        {"0", "46112", "46112", false},
        {"0.00", "1235", "1235", false},
        {"#,##0", "1234567", "1234567", false},
        {"[Red]#,##0;[Blue]-#,##0", "12", "12", false},
        {"0.00E+00", "1235", "1235", false},
        {"\"d\"0", "12", "12", false},
        {"_-* #,##0_-", "12", "12", false},
        {"000000", "1234", "001234", false},
        {"000000", "1234567", "1234567", false},
        {"000-0000", "1234567", "123-4567", false},
        {"\"K\"00000", "123", "K00123", false},
        {"\\K00000", "123", "K00123", false},
        {"##00", "5", "05", false},
        {"000000", "12.5", "12.5", false},
        {"000000", "-12", "-12", false},
        {"[<100]000;0000", "12", "12", false}, /* depends on the number: as typed */
        {"@", "12", "12", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf out = {0};
        struct number_format format = format_of_code(cases[i].code);
        format_write(&out, span_of(cases[i].raw), &format, cases[i].is_1904);
        ck_assert_msg(strcmp(out.p, cases[i].wanted) == 0, "%s of %s: %s, not %s", cases[i].code,
                      cases[i].raw, out.p, cases[i].wanted);
        free(format.digits);
        strbuf_release(&out);
    }
}
END_TEST

START_TEST(styles_by_number) {
    struct workbook w =
        sheet_of("<row><c s=\"0\"><v>46112</v></c><c s=\"1\"><v>46112</v></c><c s=\"2\">"
                 "<v>46112</v></c><c s=\"3\"><v>7</v></c><c s=\"4\"><v>46112</v></c><c s=\"99\">"
                 "<v>7</v></c></row>");
    w.styles = SPAN("<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"[$-411]ggge&quot;"
                    "年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"177\" "
                    "formatCode=\"0000\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
                    "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf "
                    "numFmtId=\"176\"/><xf numFmtId=\"177\"/><xf numFmtId=\"57\"/></cellXfs>"
                    "</styleSheet>");
    assert_rows(&w, NULL, "1:[46112][2026-03-31][2026-03-31][0007][2026-03-31][7]\n");
}
END_TEST

/* ---- texts ---- */

START_TEST(shared_texts_without_furigana) {
    struct workbook w = sheet_of("<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c "
                                 "t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c></row>");
    w.strings = SPAN(
        "<sst><si><t>山本</t><rPh sb=\"0\" eb=\"2\"><t>ヤマモト</t></rPh><phoneticPr/></si><si>"
        "<r><rPr><b/></rPr><t>税務</t></r><r><t xml:space=\"preserve\"> 課</t></r></si><si>"
        "<t>a_x000D__x005F_b_xZ_</t></si><si/></sst>");
    assert_rows(&w, NULL, "1:[山本][税務 課][a\r_b_xZ_]\n");
}
END_TEST

START_TEST(vendor_defined_characters_are_said) {
    struct workbook w = sheet_of("<row><c t=\"s\"><v>0</v></c><c t=\"str\"><v>\uE000</v></c></row>"
                                 "<row><c t=\"s\"><v>1</v></c></row>");
    w.strings = SPAN("<sst><si><t>\uF8FF</t></si><si><t>a</t></si></sst>");
    assert_rows(&w, NULL, "1:[\uF8FF][\uE000] ~0:csv-private-use ~1:csv-private-use\n2:[a][]\n");
}
END_TEST

START_TEST(inline_texts_without_furigana) {
    assert_sheet(
        "<row r=\"1\"><c t=\"inlineStr\"><is><r><t>山</t></r><r><t>本</t></r><rPh><t>ヤ</t>"
        "</rPh></is></c></row>",
        "1:[山本]\n");
}
END_TEST

START_TEST(shared_text_that_is_not_there) {
    struct workbook w = sheet_of("<row r=\"1\"><c t=\"s\"><v>1</v></c></row>");
    w.strings = SPAN("<sst><si><t>a</t></si></sst>");
    assert_rows(&w, NULL, "error xlsx-damaged");
}
END_TEST

/* ---- rows ---- */

START_TEST(sparse_rows_and_columns) {
    assert_sheet(
        "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>2</v></c></row><row r=\"4\"/>"
        "<row r=\"5\"><c r=\"A5\" s=\"1\"/></row><row r=\"9\"><c r=\"A9\"><v>3</v></c></row>"
        "<row><c><v>4</v></c><c r=\"AA10\"><v>5</v></c></row>",
        "3:[][1][][2]\n"
        "9:[3][][][]\n"
        "10:[4][][][][][][][][][][][][][][][][][][][][][][][][][][5]\n");
}
END_TEST

START_TEST(rows_out_of_order) {
    assert_sheet("<row r=\"3\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>",
                 "3:[1]\nerror xlsx-damaged");
}
END_TEST

START_TEST(hidden_rows_are_read_and_said) {
    struct source_facts facts = {0};
    struct workbook w =
        sheet_of("<row r=\"1\"><c><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c>"
                 "<v>2</v></c></row><row r=\"3\" hidden=\"true\"><c><v>3</v></c></row>");
    workbook_write(path, &w);
    ck_assert_str_eq(dump(NULL, &facts), "1:[1]\n2:[2] ~-1:xlsx-hidden-row\n3:[3]\n");
    ck_assert_uint_eq(facts.more.count, 2); /* the sheets, and: */
    ck_assert_int_eq(facts.more.items[1].label, MSG_XLSX_FACT_HIDDEN_ROWS);
    ck_assert_str_eq(facts.more.items[1].value, "2");
    source_facts_release(&facts);
}
END_TEST

START_TEST(formulas) {
    assert_sheet(
        "<row r=\"1\"><c><f>1+1</f><v>2</v></c><c><f t=\"shared\" si=\"0\"/><v>3</v></c><c>"
        "<f>A1</f></c><c t=\"str\"><f>A2</f><v></v></c><c><v>9</v></c></row>",
        "1:[2][3][][][9] ~2:xlsx-no-value\n");
}
END_TEST

START_TEST(merged_cells_hold_their_value_once) {
    struct source_facts facts = {0};
    struct workbook w = {
        .sheet =
            SPAN("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"/><c "
                 "r=\"C1\"><v>2</v></c></row><row r=\"2\"><c r=\"A2\"/><c r=\"B2\"><v>3</v></c>"
                 "</row></sheetData><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell "
                 "ref=\"C1:C2\"/></mergeCells></worksheet>")};
    workbook_write(path, &w);
    ck_assert_str_eq(dump(NULL, &facts), "1:[1][][2]\n2:[][3][]\n");
    ck_assert_int_eq(facts.more.items[1].label, MSG_XLSX_FACT_MERGED);
    ck_assert_str_eq(facts.more.items[1].value, "1"); /* A1:B1 is one row */
    source_facts_release(&facts);
}
END_TEST

START_TEST(rows_that_are_too_much) {
    struct strbuf rows = {0};
    strbuf_add_text(&rows, "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"FAO1\"><v>2</v></c></row>"
                           "<row r=\"2\"><c t=\"inlineStr\"><is><t>");
    for (size_t i = 0; i <= XLSX_CELL_MAX_BYTES; i++)
        strbuf_add_char(&rows, (char)('a' + i * i % 26)); /* so that it does not pack too well */
    strbuf_add_text(&rows, "</t></is></c></row><row r=\"3\"><c><v>3</v></c></row>");
    assert_sheet(rows.p, "1: !csv-too-many-cells\n2: !csv-cell-too-long\n3:[3]\n");
    strbuf_release(&rows);
}
END_TEST

/* ---- the workbook ---- */

START_TEST(strict_and_prefixed_names) {
    struct workbook w = {
        .relations =
            SPAN("<Relationships><Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/"
                 "officeDocument/relationships/officeDocument\" Target=\"/xl/workbook.xml\"/>"
                 "</Relationships>"),
        .book_relations = SPAN("<Relationships><Relationship Id=\"b\" Type=\"http://purl.oclc.org/"
                               "ooxml/officeDocument/relationships/worksheet\" "
                               "Target=\"../xl/worksheets/sheet1.xml\"/></Relationships>"),
        .book = SPAN("<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" "
                     "xmlns:q=\"u\"><x:workbookPr date1904=\"true\"/><x:sheets><x:sheet "
                     "name=\"a\" q:id=\"b\"/></x:sheets></x:workbook>"),
        .sheet = SPAN("<x:worksheet xmlns:x=\"u\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" "
                      "t=\"inlineStr\"><x:is><x:t>z</x:t></x:is></x:c></x:row></x:sheetData>"
                      "</x:worksheet>")};
    assert_rows(&w, NULL, "1:[z]\n");
}
END_TEST

static const char two_sheets[] =
    "<workbook><sheets><sheet name=\"控\" state=\"hidden\" id=\"rId1\"/><sheet name=\"３月 分\" "
    "id=\"rId2\"/></sheets></workbook>";

START_TEST(sheets_by_name_and_number) {
    static const struct {
        const char *sheet, *wanted;
    } cases[] = {
        {NULL, "1:[x]\n"},
        {"1", "1:[x]\n"},
        {"３月 分", "1:[x]\n"},
        {"3月分", "1:[x]\n"},
        {"控", "1:[1]\n"},
        {"2", "error xlsx-no-sheet"},
        {"なし", "error xlsx-no-sheet"},
    };
    struct workbook w = sheet_of("<row><c><v>1</v></c></row>");
    w.book = span_of(two_sheets);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_rows(&w, cases[i].sheet, cases[i].wanted);
    w.book = SPAN("<workbook><sheets><sheet name=\"a\" state=\"veryHidden\" id=\"rId1\"/></sheets>"
                  "</workbook>");
    assert_rows(&w, NULL, "error xlsx-all-hidden");
    assert_rows(&w, "a", "1:[1]\n");
}
END_TEST

START_TEST(messages_name_the_sheet) {
    struct workbook w = sheet_of("<row r=\"2\"><c><v>1</v></c></row><row><c>");
    struct reader *r;
    struct row row;
    struct error err;
    workbook_write(path, &w);
    ck_assert(xlsx_reader_open(&r, path, "hr/staff.xlsx", NULL, &err));
    ck_assert_str_eq(xlsx_connector.display(r), "hr/staff.xlsx[職員]");
    ck_assert_int_eq(xlsx_connector.next(r, &row, &err), NEXT_ROW);
    ck_assert_int_eq(xlsx_connector.next(r, &row, &err), NEXT_FAILED);
    ck_assert_str_eq(err.file, "hr/staff.xlsx[職員]");
    ck_assert_str_eq(err.args[0], "xl/worksheets/sheet1.xml");
    xlsx_connector.close(r);
}
END_TEST

/* ---- refusals ---- */

#define TYPE(type) "<Types><Override ContentType=\"" type "\"/></Types>"

START_TEST(refusals_by_content) {
    struct workbook macros = {
        .types = SPAN(TYPE("application/vnd.ms-excel.sheet.macroEnabled.main+xml"))};
    struct workbook hidden_macros = {.extra = "xl/vbaProject.bin"};
    struct workbook binary = {
        .types = SPAN(TYPE("application/vnd.ms-excel.sheet.binary.macroEnabled.main"))};
    struct workbook letter = {
        .types = SPAN(TYPE("application/vnd.openxmlformats-officedocument.wordprocessingml."
                           "document.main+xml"))};
    struct workbook elsewhere = {
        .book_relations = SPAN("<Relationships><Relationship Id=\"rId1\" TargetMode=\"External\" "
                               "Type=\"x/worksheet\" Target=\"http://host.example/s.xml\"/>"
                               "</Relationships>")};
    assert_rows(&macros, NULL, "error xlsx-has-macros");
    assert_rows(&hidden_macros, NULL, "error xlsx-has-macros");
    assert_rows(&binary, NULL, "error xlsx-is-xlsb");
    assert_rows(&letter, NULL, "error file-is-document");
    assert_rows(&elsewhere, NULL, "error xlsx-damaged"); /* never fetched: no sheet is left */
}
END_TEST

START_TEST(a_letter_in_a_workbook_is_no_letter) {
    struct workbook w = {.extra = "word/document.xml"};
    assert_rows(&w, NULL, "1:[x]\n");
}
END_TEST

START_TEST(entities_are_refused) {
    struct workbook w = {
        .strings =
            SPAN("<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><sst>"
                 "<si><t>&b;</t></si></sst>")};
    assert_rows(&w, NULL, "error xlsx-damaged");
}
END_TEST

/* Each cap of the reader, at it and one beyond: before, what is repeated (# is its number), behind.
 */
enum capped_part { PART_STYLES, PART_RELATIONS, PART_BOOK, PART_SHEET };

static struct span repeated(const char *before, const char *each, const char *behind, int times) {
    static struct strbuf text;
    strbuf_clear(&text);
    strbuf_add_text(&text, before);
    for (int i = 0; i < times; i++)
        for (const char *c = each; *c; c++)
            *c == '#' ? strbuf_addf(&text, "%d", i) : strbuf_add_char(&text, *c);
    strbuf_add_text(&text, behind);
    return strbuf_span(&text);
}

static const struct cap {
    enum capped_part part;
    int most;
    const char *before, *each, *behind, *message;
} caps[] = {
    {PART_STYLES, 5000, "<styleSheet><numFmts>", "<numFmt numFmtId=\"#\" formatCode=\"0\"/>",
     "</numFmts><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>", "error xlsx-too-big"},
    {PART_STYLES, 100000, "<styleSheet><cellXfs>", "<xf numFmtId=\"#\"/>",
     "</cellXfs><cellStyles><cellStyle/></cellStyles></styleSheet>", "error xlsx-too-big"},
    {PART_RELATIONS, 20000 - 1,
     "<Relationships><Relationship Id=\"rId1\" Type=\"worksheet\" "
     "Target=\"worksheets/sheet1.xml\"/>",
     "<Relationship Id=\"x#\" Type=\"t/other\" Target=\"x\"/>", "</Relationships>",
     "error xlsx-too-big"},
    {PART_BOOK, 10000 - 1,
     "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
     "<sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/>",
     "<sheet name=\"n#\" sheetId=\"2\" r:id=\"rId2\"/>", "</sheets></workbook>",
     "error xlsx-too-big"},
    {PART_SHEET, XLSX_ROW_MAX_CELLS, "<worksheet><sheetData><row>", "<c><v>#</v></c>",
     "</row></sheetData></worksheet>", "1: !csv-too-many-cells\n"},
};

static const char *dump_capped(const struct cap *cap, int times) {
    struct span text = repeated(cap->before, cap->each, cap->behind, times);
    struct workbook w = {.styles = cap->part == PART_STYLES ? text : (struct span){0},
                         .book_relations = cap->part == PART_RELATIONS ? text : (struct span){0},
                         .book = cap->part == PART_BOOK ? text : (struct span){0},
                         .sheet = cap->part == PART_SHEET ? text : (struct span){0}};
    workbook_write(path, &w);
    return dump(NULL, NULL);
}

START_TEST(counts_are_capped) {
    for (size_t i = 0; i < sizeof caps / sizeof *caps; i++) {
        const char *wanted = caps[i].part == PART_SHEET ? "1:[0][1]" : "1:[x]\n";
        const char *said = dump_capped(&caps[i], caps[i].most);
        ck_assert_msg(strncmp(said, wanted, strlen(wanted)) == 0 && !strchr(said, '!'),
                      "cap %zu, at it: %.80s", i, said);
        said = dump_capped(&caps[i], caps[i].most + 1);
        ck_assert_msg(strcmp(said, caps[i].message) == 0, "cap %zu, beyond it: %.80s", i, said);
    }
}
END_TEST

/* 200 elements in each other, worksheet and sheetData among them. */
static void assert_depth(int depth, const char *wanted) {
    struct strbuf rows = {0};
    for (int i = 2; i < depth; i++)
        strbuf_add_text(&rows, "<a>");
    for (int i = 2; i < depth; i++)
        strbuf_add_text(&rows, "</a>");
    assert_sheet(rows.p, wanted);
    strbuf_release(&rows);
}

START_TEST(depth_is_capped) {
    assert_depth(200, "");
    assert_depth(201, "error xlsx-damaged");
    assert_depth(1000, "error xlsx-damaged");
}
END_TEST

/* What fits, and what is one byte longer; so that it does not pack too well, no text repeats. */
static void assert_cell(size_t bytes, const char *wanted) {
    struct strbuf rows = {0};
    strbuf_add_text(&rows, "<row><c t=\"inlineStr\"><is><t>");
    for (size_t i = 0; i < bytes; i++)
        strbuf_add_char(&rows, (char)('a' + i * i % 26));
    strbuf_add_text(&rows, "</t></is></c></row>");
    struct workbook w = sheet_of(rows.p);
    workbook_write(path, &w);
    ck_assert_int_eq(strncmp(dump(NULL, NULL), wanted, strlen(wanted)), 0);
    strbuf_release(&rows);
}

START_TEST(a_cell_that_just_fits) {
    assert_cell(XLSX_CELL_MAX_BYTES, "1:[");
    assert_cell(XLSX_CELL_MAX_BYTES + 1, "1: !csv-cell-too-long");
}
END_TEST

START_TEST(bombs_are_refused) {
    struct strbuf sheet = {0};
    for (uint64_t i = 0; i <= RATIO_FROM_BYTES; i++)
        strbuf_add_char(&sheet, ' ');
    struct workbook w = {.sheet = strbuf_span(&sheet)};
    assert_rows(&w, NULL, "error xlsx-bomb");
    strbuf_release(&sheet);
}
END_TEST

static void write_bytes(const void *bytes, size_t n) {
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, n, file), n);
    fclose(file);
}

/* Cut anywhere, it is refused and never read in part. */
START_TEST(truncated_files) {
    static char bytes[1 << 16];
    struct workbook w = sheet_of("<row><c><v>1</v></c></row>");
    workbook_write(path, &w);
    FILE *file = fopen(path, "rb");
    size_t n = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    for (size_t cut = 1; cut < n; cut += 7) {
        write_bytes(bytes, cut);
        ck_assert_msg(strncmp(dump(NULL, NULL), "error ", 6) == 0, "cut at %zu", cut);
    }
    for (size_t at = 30; at < n; at++) { /* a bit that fell over: refused, or nothing is lost */
        bytes[at] ^= 4;
        write_bytes(bytes, n);
        const char *rows = dump(NULL, NULL);
        ck_assert_msg(strstr(rows, "error ") || strcmp(rows, "1:[1]\n") == 0, "bit at %zu: %s", at,
                      rows);
        bytes[at] ^= 4;
    }
}
END_TEST

START_TEST(refusals_by_bytes) {
    static const char ole[1024] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    write_bytes(ole, sizeof ole);
    ck_assert_str_eq(dump(NULL, NULL), "error file-is-ole");
    write_bytes("a,b\n", 4);
    ck_assert_str_eq(dump(NULL, NULL), "error xlsx-no-workbook");
    write_bytes("", 0);
    ck_assert_str_eq(dump(NULL, NULL), "error xlsx-no-workbook");
}
END_TEST

/* ---- what another library writes ---- */

START_TEST(a_workbook_of_libxlsxwriter) {
    lxw_workbook *book = workbook_new(path);
    lxw_worksheet *hidden = workbook_add_worksheet(book, "作業用");
    lxw_worksheet *sheet = workbook_add_worksheet(book, "職員 & <名簿>");
    worksheet_hide(hidden);
    worksheet_activate(sheet);
    worksheet_set_first_sheet(sheet);
    lxw_format *day = workbook_add_format(book), *zeros = workbook_add_format(book);
    format_set_num_format(day, "[$-411]ggge\"年\"m\"月\"d\"日\"");
    format_set_num_format(zeros, "000000");
    worksheet_merge_range(sheet, 0, 0, 0, 3, "職員名簿", NULL);
    worksheet_write_string(sheet, 2, 0, "職員番号", NULL);
    worksheet_write_string(sheet, 2, 1, "氏名", NULL);
    worksheet_write_string(sheet, 2, 2, "採用日", NULL);
    worksheet_write_string(sheet, 2, 3, "在職", NULL);
    lxw_datetime hired = {.year = 2020, .month = 4, .day = 1};
    worksheet_write_number(sheet, 3, 0, 1234, zeros);
    worksheet_write_string(sheet, 3, 1, "佐藤\n花子", NULL);
    worksheet_write_datetime(sheet, 3, 2, &hired, day);
    worksheet_write_boolean(sheet, 3, 3, 1, NULL);
    worksheet_write_string(sheet, 4, 0, "00123", NULL);
    worksheet_write_formula_str(sheet, 4, 1, "=\"鈴木\"", NULL, "鈴木");
    worksheet_write_number(sheet, 4, 3, 0.1, NULL);
    ck_assert_int_eq(workbook_close(book), LXW_NO_ERROR);
    ck_assert_str_eq(dump(NULL, NULL), "1:[職員名簿]\n"
                                       "3:[職員番号][氏名][採用日][在職]\n"
                                       "4:[001234][佐藤\n花子][2020-04-01][TRUE]\n"
                                       "5:[00123][鈴木][][0.1]\n");
    ck_assert_str_eq(dump("作業用", NULL), "");
}
END_TEST

/* Without shared strings, row by row, and more of them than one block holds. */
START_TEST(many_rows) {
    enum { ROWS = 20000 };
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *book = workbook_new_opt(path, &options);
    lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
    for (lxw_row_t i = 0; i < ROWS; i++) {
        char id[16];
        snprintf(id, sizeof id, "%06u", i);
        worksheet_write_string(sheet, i, 0, id, NULL);
        worksheet_write_number(sheet, i, 1, i, NULL);
    }
    ck_assert_int_eq(workbook_close(book), LXW_NO_ERROR);
    struct reader *r;
    struct row row;
    struct error err;
    ck_assert(xlsx_reader_open(&r, path, "list.xlsx", NULL, &err));
    for (uint32_t i = 0; i < ROWS; i++) {
        ck_assert_int_eq(xlsx_connector.next(r, &row, &err), NEXT_ROW);
        ck_assert_uint_eq(row.line, i + 1);
        ck_assert_uint_eq(row.count, 2);
        char id[16];
        snprintf(id, sizeof id, "%06u", i);
        ck_assert(span_equal((struct span){row.cells[0].p, row.cells[0].n}, span_of(id)));
    }
    ck_assert_int_eq(xlsx_connector.next(r, &row, &err), NEXT_END);
    xlsx_connector.close(r);
}
END_TEST

int main(void) {
    int fd = mkstemp(path);
    if (fd < 0)
        return EXIT_FAILURE;
    close(fd);
    const TTest *const tests[] = {
        cells_of_every_type,
        numbers_as_typed,
        formats_of_dates_and_zeros,
        styles_by_number,
        shared_texts_without_furigana,
        vendor_defined_characters_are_said,
        inline_texts_without_furigana,
        shared_text_that_is_not_there,
        sparse_rows_and_columns,
        rows_out_of_order,
        hidden_rows_are_read_and_said,
        formulas,
        merged_cells_hold_their_value_once,
        rows_that_are_too_much,
        strict_and_prefixed_names,
        sheets_by_name_and_number,
        messages_name_the_sheet,
        refusals_by_content,
        a_letter_in_a_workbook_is_no_letter,
        entities_are_refused,
        counts_are_capped,
        depth_is_capped,
        a_cell_that_just_fits,
        bombs_are_refused,
        truncated_files,
        refusals_by_bytes,
        a_workbook_of_libxlsxwriter,
        many_rows,
    };
    Suite *suite = suite_create("xlsx");
    TCase *c = tcase_create("xlsx");
    tcase_set_timeout(c, 60);
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        tcase_add_test(c, tests[i]);
    suite_add_tcase(suite, c);
    int status = run_suite(suite);
    unlink(path);
    return status;
}
