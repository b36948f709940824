/* exceptions.csv: the list as CSV; departments/ takes its rows too. */
#include "csv_cells.h"
#include "writers.h"

void exception_csv_row(struct list_row *row, struct sink *out) {
    struct csv_cells csv;
    csv_cells_init(&csv, out, row->view->language);
    list_cells(&exceptions_list, row, &csv.cells);
}

void exceptions_csv_begin(const struct view *view, struct sink *out) {
    struct csv_cells csv;
    csv_cells_bom(out);
    csv_cells_init(&csv, out, view->language);
    list_headings(&exceptions_list, view->language, &csv.cells);
}

static void *open_file(const struct view *view, int dirfd, struct error *err) {
    struct output *out = exceptions_file_open(view, dirfd, "exceptions.csv", err);
    if (out)
        exceptions_csv_begin(view, &out->sink);
    return out;
}

static void take_rows(void *file, const struct rendered *part) {
    struct output *out = file;
    sink_span(&out->sink, strbuf_span(&part->text));
}

const struct exceptions_writer exceptions_csv = {exception_csv_row, open_file, take_rows,
                                                 exceptions_file_close};
