/* The workbooks: the exceptions with all lists, one for each addressee, one for each system. */
#include "addressees.h"
#include "inventory.h"
#include "reporters.h"
#include "stems.h"
#include "summary_sheet.h"
#include "xlsx_cells.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

enum { INVENTORY_MOST = 100000 }; /* accounts of a system that has a workbook */

/* "例外一覧　税務課" */
static void head_of(const struct view *view, enum message_id list, struct span name,
                    struct strbuf *out) {
    const struct span args[] = {message_span(list, view->language), name};
    message_format(out, MSG_SHEET_NAMED, view->language, args, 2);
}

static int open_folder(const struct view *view, int dirfd, const char *folder, struct error *err) {
    int dir = openat(dirfd, folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (dir < 0)
        output_failed(err, errno, view->directory, folder, "");
    return dir;
}

/* --- exceptions.xlsx --- */

static size_t one(const struct view *view) {
    (void)view;
    return 1;
}

static bool write_exceptions(const struct view *view, int dirfd, size_t i,
                             struct written_files *written, struct error *err) {
    static const struct list *const lists[] = {&exceptions_list, &leavers_list, &licenses_list,
                                               &shares_list,     &reclaim_list, &systems_list,
                                               &issues_list,     &resolved_list};
    size_t count = sizeof lists / sizeof *lists - !view->record->head.has_ledger;
    struct xlsx_book book;
    (void)i;
    xlsx_book_open(&book, view, dirfd, "", SPAN("exceptions"));
    summary_sheet_write(&book);
    for (size_t k = 0; k < count; k++)
        xlsx_add_list(&book, lists[k], 0, lists[k]->count(view));
    if (view->record->review)
        xlsx_add_list(&book, &review_list, 0, review_list.count(view));
    return xlsx_book_close(&book, written, err);
}

const struct workbooks exceptions_workbook = {one, write_exceptions};

/* --- departments/ --- */

static size_t count_addressees(const struct view *view) {
    return view->addressees->items.count;
}

static void add_exceptions(struct xlsx_cells *c, const struct view *view, size_t addressee) {
    const struct addressees *a = view->addressees;
    struct list_row row;
    list_row_init(&row, view);
    list_headings(&exceptions_list, view->language, &c->cells);
    for (size_t i = a->first[addressee]; i < a->first[addressee + 1]; i++) {
        row.index = a->ordered[i];
        exceptions_list.fetch(&row);
        list_cells(&exceptions_list, &row, &c->cells);
    }
    list_row_release(&row);
}

static bool write_department(const struct view *view, int dirfd, size_t i,
                             struct written_files *written, struct error *err) {
    const struct addressees *a = view->addressees;
    struct span name = a->items.items[i].name;
    if (!name.n)
        name = message_span(MSG_TERM_NO_ADDRESSEE, view->language);
    int dir = open_folder(view, dirfd, "departments/", err);
    if (dir < 0)
        return false;
    struct xlsx_book book;
    xlsx_book_open(&book, view, dir, "departments/", span_of(a->items.items[i].stem));
    struct xlsx_cells c;
    struct strbuf head = {0};
    head_of(view, MSG_SHEET_EXCEPTIONS, name, &head);
    xlsx_sheet_begin(&c, &book, &exceptions_list,
                     (struct xlsx_title){name, strbuf_span(&head), MSG_HEAD_ADDRESSEE},
                     a->first[i + 1] - a->first[i]);
    add_exceptions(&c, view, i);
    xlsx_sheet_end(&c);
    strbuf_release(&head);
    bool ok = xlsx_book_close(&book, written, err);
    close(dir);
    return ok;
}

const struct workbooks department_workbooks = {count_addressees, write_department};

/* --- inventory/ --- */

static size_t count_systems(const struct view *view) {
    return view->systems->count;
}

static bool write_system(const struct view *view, int dirfd, size_t i,
                         struct written_files *written, struct error *err) {
    const struct run_record *r = view->record;
    size_t input = r->first_input[INPUT_SYSTEM] + i;
    size_t first = r->first_account ? r->first_account[input] : 0;
    size_t end = r->first_account ? r->first_account[input + 1] : 0;
    if (!r->inputs[input].is_delivered || end - first > INVENTORY_MOST)
        return true;
    int dir = open_folder(view, dirfd, INVENTORY_FOLDER, err);
    if (dir < 0)
        return false;
    struct xlsx_book book;
    xlsx_book_open(&book, view, dir, INVENTORY_FOLDER, span_of(view->systems->items[i]));
    struct xlsx_cells c;
    struct strbuf head = {0};
    head_of(view, MSG_SHEET_INVENTORY, r->inputs[input].name, &head);
    xlsx_sheet_begin(&c, &book, &inventory_list,
                     (struct xlsx_title){r->inputs[input].name, strbuf_span(&head), MSG_NONE},
                     end - first);
    list_headings(&inventory_list, view->language, &c.cells);
    list_rows(&inventory_list, view, first, end, &c.cells);
    xlsx_sheet_end(&c);
    strbuf_release(&head);
    bool ok = xlsx_book_close(&book, written, err);
    close(dir);
    return ok;
}

const struct workbooks inventory_workbooks = {count_systems, write_system};
