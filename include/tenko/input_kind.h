/* The kinds of inputs, in the order in which every report has them. */
#ifndef TENKO_INPUT_KIND_H
#define TENKO_INPUT_KIND_H

/* Of a table (departments, registers, policy) nothing is judged. */
enum input_kind {
    INPUT_ROSTER,
    INPUT_SYSTEM,
    INPUT_LICENSE,
    INPUT_DEVICES,
    INPUT_TABLE,
    INPUT_KIND_COUNT
};
/* "roster", "system", "license", "devices", "table" */
const char *input_kind_name(enum input_kind k);

#endif
