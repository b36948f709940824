/*
 * A small finished run, built by hand, for tests of the report: nothing but what reporters read.
 * Systems: 税 (a file), 庁内LAN (a directory), 旧台帳 (no list delivered); a roster, two licenses,
 * exceptions of a line, of a DN, of no source, and a waived one.
 */
#ifndef TENKO_TESTS_REPORT_VIEW_H
#define TENKO_TESTS_REPORT_VIEW_H

#include "tenko/report.h"

#define ROSTERS  1
#define SYSTEMS  3
#define LICENSES 2

struct report_world {
    struct plan plan;
    struct model model;
    struct source rosters[ROSTERS], systems[SYSTEMS], licenses[LICENSES];
    struct license_figures license_figures[LICENSES];
    struct system_figures system_figures[SYSTEMS];
    struct waiver waiver;
    struct arena arena;
    struct findings findings;
    struct view view;
};

void report_world_init(struct report_world *w);
void report_world_release(struct report_world *w);

/* Appends an exception of a rule with nothing set but what every exception has. The pointer dies
 * at the next call. */
struct exception *report_world_add(struct report_world *w, const char *rule, const char *subject);

/* A new empty directory below TMPDIR; free() it. remove_directory removes it with its contents. */
char *make_directory(void);
void remove_directory(const char *path);
/* directory/name; free() it. */
char *path_below(const char *directory, const char *name);
/* A whole file with a NUL behind it; free() it. Ends the test when it cannot be read. */
char *read_whole(const char *path, size_t *n);
void write_whole(const char *path, const char *text);

#endif
