/*
 * The rows of seats.csv: the seats of each license as its list has them, and behind them those that
 * were bought and stand in no list. So the rows of a license add up to what it owns. Where more
 * than UNLISTED_MOST stand in no list, one row holds the cost of all of them.
 */
#ifndef TENKO_REPORT_SEATS_H
#define TENKO_REPORT_SEATS_H

#include "tenko/record.h"

enum { UNLISTED_MOST = 100000 };

struct seat_row {
    struct seat_record seat;
    const struct input_record *license;
};

struct seats {
    size_t *first; /* row of each license; [count] is the end */
    size_t count;  /* of the licenses */
};

void seats_init(struct seats *s, const struct run_record *r);
void seats_release(struct seats *s);
void seats_row(const struct seats *s, const struct run_record *r, size_t row, struct seat_row *out);

#endif
