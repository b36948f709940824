/* What all lists have in common. */
#include "list.h"

void list_row_init(struct list_row *row, const struct view *view) {
    *row = (struct list_row){.view = view};
}

void list_row_release(struct list_row *row) {
    strbuf_release(&row->message);
    strbuf_release(&row->ids);
    strbuf_release(&row->text);
}

static const void *member_of(const struct list_row *row) {
    return (const char *)row + row->column->which;
}

void list_text(struct list_row *row, struct cells *c) {
    cells_text(c, *(const struct span *)member_of(row));
}

void list_day(struct list_row *row, struct cells *c) {
    cells_date(c, *(const date *)member_of(row));
}

static const void *input_member_of(const struct list_row *row) {
    return (const char *)row->input + row->column->which;
}

void list_input_text(struct list_row *row, struct cells *c) {
    cells_text(c, *(const struct span *)input_member_of(row));
}

void list_input_day(struct list_row *row, struct cells *c) {
    cells_date(c, *(const date *)input_member_of(row));
}

void list_headings(const struct list *list, enum language lang, struct cells *c) {
    for (size_t i = 0; i < list->column_count; i++)
        cells_text(c, message_span(list->columns[i].heading, lang));
    cells_end_row(c);
}

void list_cells(const struct list *list, struct list_row *row, struct cells *c) {
    for (size_t i = 0; i < list->column_count; i++) {
        row->column = &list->columns[i];
        row->column->write(row, c);
    }
    cells_end_row(c);
}

void list_rows(const struct list *list, const struct view *view, size_t first, size_t end,
               struct cells *c) {
    struct list_row row;
    list_row_init(&row, view);
    for (row.index = first; row.index < end; row.index++) {
        list->fetch(&row);
        list_cells(list, &row, c);
    }
    list_row_release(&row);
}

void list_write(const struct list *list, const struct view *view, struct cells *c) {
    list_headings(list, view->language, c);
    list_rows(list, view, 0, list->count(view), c);
}

void cells_term(struct cells *c, const struct list_row *row, enum message_id term) {
    cells_text(c, message_span(term, row->view->language));
}

void cells_line(struct cells *c, const struct place *place) {
    if (place->dn.n || !place->line)
        cells_text(c, place->dn);
    else
        cells_number(c, place->line);
}
