/* The xlsx connector: its options, and a reader's life. */
#include "xlsx_connector.h"

#include "xlsx_reader.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static const struct option_spec options[] = {
    {"path", OPTION_PATH, NULL, NULL, true, "the workbook", "ブック"},
    {"sheet", OPTION_TEXT, NULL, NULL, false,
     "name or number of the sheet (default: the first visible one)",
     "シートの名前または番号（既定: 表示されている最初のシート）"},
};

static void reader_close(struct reader *r) {
    if (!r)
        return;
    xml_close(&r->xml);
    strings_release(&r->strings);
    formats_release(&r->formats);
    book_release(&r->book);
    package_close(&r->package);
    vec_release(&r->cells);
    vec_release(&r->places);
    vec_release(&r->notes);
    strbuf_release(&r->text);
    free(r->path);
    free(r->display);
    free(r);
}

/* Everything but the rows. */
static bool read_workbook(struct reader *r, const char *sheet, struct error *err) {
    if (!book_read(&r->book, &r->package, err))
        return false;
    r->sheet = book_find_sheet(&r->book, sheet, &r->package, err);
    if (!r->sheet)
        return false;
    struct strbuf display = {0};
    strbuf_addf(&display, "%s[%s]", r->path, r->sheet->name);
    r->display = display.p;
    r->package.display = r->display;
    const char *strings = r->book.strings_part, *styles = r->book.styles_part;
    return (!strings ||
            strings_read(&r->strings, &r->package, strings, &strings_usual_limits, err)) &&
           (!styles || formats_read(&r->formats, &r->package, styles, err));
}

bool xlsx_reader_open(struct reader **out, const char *path, const char *display, const char *sheet,
                      struct error *err) {
    struct reader *r = memory_zeroed(1, sizeof *r);
    r->path = memory_copy_text(span_of(display));
    if (!package_open(&r->package, path, r->path, err) || !read_workbook(r, sheet, err) ||
        !xlsx_rows_begin(r, err)) {
        reader_close(r);
        return false;
    }
    *out = r;
    return true;
}

static bool xlsx_open(struct reader **out, const struct source_spec *spec, struct error *err) {
    char *path = source_path(spec, source_option(spec, "path"));
    bool ok = xlsx_reader_open(out, path, source_display(spec), source_option(spec, "sheet"), err);
    free(path);
    return ok;
}

static const char *xlsx_display(const struct reader *r) {
    return r->display;
}

static void add_number(struct source_facts *facts, enum message_id label, uint64_t number) {
    char text[24];
    if (number == 0)
        return;
    snprintf(text, sizeof text, "%" PRIu64, number);
    source_facts_add(facts, label, text);
}

static void xlsx_describe(const struct reader *r, struct source_facts *facts) {
    snprintf(facts->encoding, sizeof facts->encoding, "xlsx");
    facts->bytes = r->package.bytes;
    memcpy(facts->sha256, r->package.sha256, sizeof facts->sha256);
    if (r->book.sheets.count > 1) {
        struct strbuf names = {0};
        book_add_names(&r->book, &names);
        source_facts_add(facts, MSG_XLSX_FACT_SHEETS, names.p);
        strbuf_release(&names);
    }
    if (r->sheet->is_hidden)
        source_facts_add(facts, MSG_XLSX_FACT_HIDDEN_SHEET, r->sheet->name);
    if (r->book.is_1904)
        source_facts_add(facts, MSG_XLSX_FACT_1904, "1904-01-01");
    add_number(facts, MSG_XLSX_FACT_HIDDEN_ROWS, r->hidden_rows);
    add_number(facts, MSG_XLSX_FACT_MERGED, r->merged_rows);
    add_number(facts, MSG_XLSX_FACT_NO_VALUE, r->formulas_without_value);
}

const struct connector xlsx_connector = {
    .name = "xlsx",
    .summary_en = "a sheet of an Excel workbook (.xlsx)",
    .summary_ja = "Excelブック（.xlsx）のシート",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .display_option = "path",
    .open = xlsx_open,
    .next = xlsx_reader_next,
    .display = xlsx_display,
    .describe = xlsx_describe,
    .close = reader_close,
};
