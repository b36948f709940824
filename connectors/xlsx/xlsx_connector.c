/* The xlsx connector: its options, and a reader's life. */
#include "xlsx_connector.h"

static const struct option_spec options[] = {
    {"path", OPTION_PATH, NULL, NULL, true, "the workbook", "ブック"},
    {"sheet", OPTION_TEXT, NULL, NULL, false,
     "name or number of the sheet (default: the first visible one)",
     "シートの名前または番号（既定: 表示されている最初のシート）"},
};

static bool xlsx_open(struct reader **out, const struct source_spec *spec, struct error *err) {
    *out = NULL;
    return error_set(err, FAULT_INPUT, MSG_FILE_IS_WORKBOOK, source_display(spec), 0, NULL);
}

static enum next xlsx_next(struct reader *r, struct row *row, struct error *err) {
    (void)r, (void)row, (void)err;
    return NEXT_END;
}

static void xlsx_describe(const struct reader *r, struct source_facts *facts) {
    (void)r, (void)facts;
}

static void xlsx_close(struct reader *r) {
    (void)r;
}

const struct connector xlsx_connector = {
    .name = "xlsx",
    .summary_en = "a sheet of an Excel workbook (.xlsx)",
    .summary_ja = "Excelブック（.xlsx）のシート",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .display_option = "path",
    .open = xlsx_open,
    .next = xlsx_next,
    .describe = xlsx_describe,
    .close = xlsx_close,
};
