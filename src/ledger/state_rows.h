/*
 * A record's rows as sections see them, both ways. What a row says of its holder as the people say
 * it is left out of its text (codec.h), and a number of another row is kept as what finds it again:
 * a person by number and place among those of that number, an exception's account by user ID.
 */
#ifndef TENKO_LEDGER_STATE_ROWS_H
#define TENKO_LEDGER_STATE_ROWS_H

#include "people_index.h"
#include "section.h"

#define NO_PERSON UINT32_MAX /* shown as -1 */

/* The rows of one section of a record. */
struct row_view {
    const struct run_record *record;
    const struct people_index *people;
    size_t first; /* of the section's rows among those of their kind */
};

/* Fetches for row_feed; the context is a row_view. */
void fetch_account(const void *context, size_t i, void *row, uint32_t *line);
void fetch_seat(const void *context, size_t i, void *row, uint32_t *line);
void fetch_person(const void *context, size_t i, void *row, uint32_t *line);
void fetch_device(const void *context, size_t i, void *row, uint32_t *line);
void fetch_exception(const void *context, size_t i, void *row, uint32_t *line);
void fetch_issue(const void *context, size_t i, void *row, uint32_t *line);
void fetch_rule(const void *context, size_t i, void *row, uint32_t *line);
void fetch_threshold(const void *context, size_t i, void *row, uint32_t *line);
void fetch_input(const void *context, size_t i, void *row, uint32_t *line);

#endif
