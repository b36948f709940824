/* The first implementation of cells. */
#include "csv_cells.h"

#include <inttypes.h>
#include <stdio.h>

static struct csvout *csv_of(struct cells *c) {
    return &((struct csv_cells *)(void *)c)->csv;
}

static void text(struct cells *c, struct span value) {
    csvout_cell(csv_of(c), value);
}

static void number(struct cells *c, int64_t value) {
    csvout_number(csv_of(c), value);
}

/* 859 with one digit behind the point is 85.9. */
static void decimal(struct csvout *csv, int64_t value, int digits) {
    char room[32];
    int64_t unit = digits == 2 ? 100 : 10;
    uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    int n = snprintf(room, sizeof room, "%s%" PRIu64 ".%0*" PRIu64, value < 0 ? "-" : "",
                     size / (uint64_t)unit, digits, size % (uint64_t)unit);
    csvout_value(csv, (struct span){room, (size_t)n});
}

static void percent(struct cells *c, int64_t permille) {
    decimal(csv_of(c), permille, 1);
}

/* Whole units as such: 1272000, not 1272000.00. */
static void money(struct cells *c, int64_t hundredths) {
    if (hundredths % 100 == 0)
        csvout_number(csv_of(c), hundredths / 100);
    else
        decimal(csv_of(c), hundredths, 2);
}

static void day(struct cells *c, date value) {
    char *room = csvout_room(csv_of(c), DATE_SAID_SIZE);
    size_t n = 0;
    if (date_is_known(value))
        n = date_say(value, ((struct csv_cells *)(void *)c)->language, room);
    csvout_took(csv_of(c), n);
}

static void end_row(struct cells *c) {
    csvout_end_row(csv_of(c));
}

/* A CSV has no colours. */
static void mark(struct cells *c, struct span value, enum severity severity) {
    (void)severity;
    text(c, value);
}

static const struct cells_format format = {text, mark, number, percent, money, day, end_row};

void csv_cells_init(struct csv_cells *c, struct sink *out, enum language lang) {
    *c = (struct csv_cells){
        .cells = {&format},
        .csv = {.out = out, .is_crlf = true, .is_spreadsheet_safe = true},
        .language = lang,
    };
}

void csv_cells_bom(struct sink *out) {
    sink_text(out, "\xEF\xBB\xBF");
}
