/*
 * Prints what the csv connector reads of many files, without hints: their paths on standard input,
 * one a line; behind each cell 1F, each row LF, each file 1E and its exit status. For the score of
 * dialects, which are more files than programs should be started for.
 */
#include "tenko/connector.h"

#include <stdio.h>
#include <string.h>

#define END_OF_CELL 0x1F
#define END_OF_FILE 0x1E

static void print_row(const struct row *row) {
    if (row->problem != MSG_NONE)
        return;
    for (uint32_t i = 0; i < row->count; i++) {
        fwrite(row->cells[i].p, 1, row->cells[i].n, stdout);
        putchar(END_OF_CELL);
    }
    putchar('\n');
}

static int print_file(const char *path) {
    struct source_spec spec = {.connector = connector_find("csv"), .base_dir = ""};
    struct reader *reader = NULL;
    struct error err = {0};
    struct row row;
    enum next next = NEXT_FAILED;
    vec_push(&spec.options, ((struct option_value){"path", path, 0}));
    if (spec.connector->open(&reader, &spec, &err)) {
        while ((next = spec.connector->next(reader, &row, &err)) == NEXT_ROW)
            print_row(&row);
        spec.connector->close(reader);
    }
    vec_release(&spec.options);
    return next == NEXT_END ? 0 : (int)err.fault;
}

int main(void) {
    char path[4096];
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = '\0';
        int status = print_file(path);
        printf("%c%d%c", END_OF_FILE, status, END_OF_FILE);
    }
    return ferror(stdout) || fclose(stdout) ? 1 : 0;
}
