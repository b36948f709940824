/* Folders and files of a test. What fails here ends the test. */
#ifndef TENKO_TESTS_FILES_H
#define TENKO_TESTS_FILES_H

#include <stddef.h>

/* A new empty directory below TMPDIR; free() it. remove_directory removes it with its contents. */
char *make_directory(void);
void remove_directory(const char *path);
/* directory/name; free() it. */
char *path_below(const char *directory, const char *name);
/* A whole file with a NUL behind it; free() it. */
char *read_whole(const char *path, size_t *n);
void write_whole(const char *path, const char *text);

#endif
