#include "files.h"

#include "tenko/strbuf.h"

#include <check.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

char *make_directory(void) {
    const char *base = getenv("TMPDIR");
    char *path = path_below(base ? base : "/tmp", "tenko-test-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(path));
    return path;
}

static int remove_entry(const char *path, const struct stat *st, int type, struct FTW *ftw) {
    (void)st, (void)type, (void)ftw;
    return remove(path);
}

void remove_directory(const char *path) {
    nftw(path, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

char *path_below(const char *directory, const char *name) {
    struct strbuf path = {0};
    strbuf_addf(&path, "%s/%s", directory, name);
    return path.p;
}

char *read_whole(const char *path, size_t *n) {
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "cannot read %s", path);
    struct strbuf text = {0};
    char block[4096];
    size_t got;
    strbuf_add_text(&text, "");
    while ((got = fread(block, 1, sizeof block, file)) > 0)
        strbuf_add(&text, block, got);
    fclose(file);
    if (n)
        *n = text.n;
    return text.p;
}

void write_whole(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    ck_assert_int_eq(fclose(file), 0);
}
