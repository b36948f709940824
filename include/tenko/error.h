/*
 * How an operation fails: a function that can fail takes `struct error *err` last and returns
 * false (or NULL), with *err set once; outputs are written only on success. The message is a
 * row of the catalogue (message.h) and its arguments, so that it can be shown in either language.
 */
#ifndef TENKO_ERROR_H
#define TENKO_ERROR_H

#include "tenko/message.h"

#include <stdbool.h>
#include <stdint.h>

#define must_check __attribute__((warn_unused_result))

/* What the program's exit status will be (tenko(1)). */
enum fault {
    FAULT_NONE = 0,
    FAULT_USAGE = 2,  /* usage or configuration */
    FAULT_INPUT = 3,  /* an input could not be read, or a safety stop */
    FAULT_OUTPUT = 4, /* ledger or output could not be written, or internal */
};

#define ERROR_ARGS 4

struct error {
    enum fault fault;
    enum message_id message;
    uint32_t line;              /* 0 = the whole file */
    char file[1024];            /* "" = no file */
    char args[ERROR_ARGS][512]; /* UTF-8, cut at a character with … when longer */
};

/* error_set(err, FAULT_USAGE, MSG_UNKNOWN_KEY, "tenko.yaml", 12, "key", "nearest", NULL):
 * up to ERROR_ARGS strings, ended by NULL. Returns false, so that `return error_set(…)` works. */
bool error_set(struct error *err, enum fault fault, enum message_id message, const char *file,
               uint32_t line, ...) __attribute__((sentinel));

/* Appends "file:line: text" in the language, without a newline. */
void error_format(const struct error *err, enum language lang, struct strbuf *out);

#endif
