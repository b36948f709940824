/* Parts → package, by libzip; package → rows, by the reader. */
#include "workbook.h"

#include "xlsx_connector.h"
#include "xlsx_reader.h"

#include "tenko/encoding.h"

#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

#define TYPES                                                                                      \
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "     \
    "PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."   \
    "spreadsheetml.sheet.main+xml\"/></Types>"
#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATIONS                                                                                  \
    "<Relationships><Relationship Id=\"rId1\" Type=\"" REL                                         \
    "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
#define BOOK                                                                                       \
    "<workbook xmlns:r=\"" REL "\"><sheets><sheet name=\"職員\" sheetId=\"1\" r:id=\"rId1\"/>"   \
    "<sheet name=\"退職者\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"
#define BOOK_RELATIONS                                                                             \
    "<Relationships><Relationship Id=\"rId1\" Type=\"" REL                                         \
    "worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" REL          \
    "worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>%s%s</Relationships>"
#define STRINGS_RELATION                                                                           \
    "<Relationship Id=\"rId8\" Type=\"" REL "sharedStrings\" Target=\"sharedStrings.xml\"/>"
#define STYLES_RELATION "<Relationship Id=\"rId9\" Type=\"" REL "styles\" Target=\"styles.xml\"/>"
#define SHEET                                                                                      \
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row>"   \
    "</sheetData></worksheet>"

static void check(int ok, const char *what) {
    if (ok)
        return;
    fprintf(stderr, "workbook: %s\n", what);
    exit(1);
}

static void add(zip_t *zip, const char *name, struct span text) {
    zip_source_t *source = zip_source_buffer(zip, text.p, text.n, 0);
    check(source != NULL, name);
    check(zip_file_add(zip, name, source, ZIP_FL_OVERWRITE) >= 0, name);
}

static void add_or(zip_t *zip, const char *name, struct span text, const char *usual) {
    add(zip, name, text.p ? text : span_of(usual));
}

void workbook_write(const char *path, const struct workbook *w) {
    char relations[4096];
    int code;
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code);
    check(zip != NULL, path);
    snprintf(relations, sizeof relations, BOOK_RELATIONS, w->strings.p ? STRINGS_RELATION : "",
             w->styles.p ? STYLES_RELATION : "");
    add_or(zip, "[Content_Types].xml", w->types, TYPES);
    add_or(zip, "_rels/.rels", w->relations, RELATIONS);
    add_or(zip, "xl/workbook.xml", w->book, BOOK);
    add_or(zip, "xl/_rels/workbook.xml.rels", w->book_relations, relations);
    add_or(zip, "xl/worksheets/sheet1.xml", w->sheet, SHEET);
    add_or(zip, "xl/worksheets/sheet2.xml", w->sheet2, SHEET);
    if (w->strings.p)
        add(zip, "xl/sharedStrings.xml", w->strings);
    if (w->styles.p)
        add(zip, "xl/styles.xml", w->styles);
    if (w->extra)
        add(zip, w->extra, SPAN("x"));
    check(zip_close(zip) == 0, zip_strerror(zip));
}

static void dump_row(const struct row *row, struct strbuf *out) {
    strbuf_addf(out, "%u:", row->line);
    for (uint32_t i = 0; i < row->count; i++) {
        struct span text = {row->cells[i].p, row->cells[i].n};
        check(utf8_valid_prefix(text) == text.n, "a cell that is no UTF-8");
        strbuf_add_char(out, '[');
        strbuf_add_span(out, text);
        strbuf_add_char(out, ']');
    }
    if (row->problem != MSG_NONE)
        strbuf_addf(out, " !%s", message_name(row->problem));
    for (uint32_t i = 0; i < row->note_count; i++)
        strbuf_addf(out, " ~%d:%s", (int)row->notes[i].cell, message_name(row->notes[i].problem));
    strbuf_add_char(out, '\n');
}

const char *workbook_dump(const char *path, const char *sheet, struct source_facts *facts) {
    static struct strbuf out;
    struct reader *r;
    struct row row;
    struct error err = {0};
    strbuf_clear(&out);
    strbuf_add(&out, "", 0);
    if (!xlsx_reader_open(&r, path, "list.xlsx", sheet, &err)) {
        check(err.fault == FAULT_INPUT, "a fault of another kind");
        strbuf_addf(&out, "error %s", message_name(err.message));
        return out.p;
    }
    enum next next;
    while ((next = xlsx_connector.next(r, &row, &err)) == NEXT_ROW)
        dump_row(&row, &out);
    if (next == NEXT_FAILED)
        strbuf_addf(&out, "error %s", message_name(err.message));
    else if (facts)
        xlsx_connector.describe(r, facts);
    xlsx_connector.close(r);
    return out.p;
}
