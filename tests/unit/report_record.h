/*
 * A small run record, built by hand and of rules of its own: two of Tenko's and lost-badge, which
 * Tenko does not have. Systems: 税 (a file), 庁内LAN (a directory), 旧台帳 (no list delivered); a
 * roster, two licenses, a table; exceptions of a line, of a DN, of no source, a waived and a
 * decided one, and a notice.
 */
#ifndef TENKO_TESTS_REPORT_RECORD_H
#define TENKO_TESTS_REPORT_RECORD_H

#include "tenko/memory.h"
#include "tenko/report.h"

enum { ROSTER, TAX, LAN, LEDGER, TELEWORK, DRAWING, TABLE, INPUTS };
enum { RULE_LEAVER, RULE_ORPHAN, RULE_BADGE, RULE_SOON, RULES };

struct report_world {
    struct rule_record rules[RULES];
    struct input_record inputs[INPUTS];
    struct coverage_record coverage[INPUTS][RULES];
    VEC(struct exception_record) exceptions;
    struct issue_record issues[2];
    struct run_record record;
    struct report_options options; /* but for the directory */
};

void report_world_init(struct report_world *w);
void report_world_release(struct report_world *w);

/* Appends an exception of a rule with nothing set but what every exception has. The pointer dies
 * at the next call. */
struct exception_record *report_world_add(struct report_world *w, uint32_t rule,
                                          const char *subject);
/* Writes the report there. */
bool report_world_write(struct report_world *w, const char *directory, unsigned formats,
                        struct error *err);

#endif
