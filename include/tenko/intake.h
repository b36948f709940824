/*
 * Intake: a connector's rows → one typed source. Headers → fields, values → model, everything odd →
 * input issues.
 */
#ifndef TENKO_INTAKE_H
#define TENKO_INTAKE_H

#include "tenko/model.h"

/* Shown while reading; called every few thousand rows from the reading thread with the rows read
 * since the last call. May be NULL. */
struct intake_progress {
    void (*report)(void *context, const struct input_plan *input, uint64_t rows);
    void *context;
};

/*
 * Reads the whole source into *out (initialized here). False: the source could not be read or its
 * header makes no sense (FAULT_INPUT), or the configuration names a header the file does not have
 * (FAULT_USAGE). A missing file is an error here; the caller knows missing_list.
 */
bool intake_read(struct source *out, const struct input_plan *input, const struct plan *plan,
                 const struct intake_progress *progress, struct error *err) must_check;

/* Reads the header and nothing after it; for `init`. FIELD_NONE columns are listed as unused. */
bool intake_recognise(struct source *out, const struct input_plan *input, const struct plan *plan,
                      struct error *err) must_check;

/* The field a header means in a record, FIELD_NONE if no synonym fits. */
enum field header_field(enum record record, struct span header);

#endif
