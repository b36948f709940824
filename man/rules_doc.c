/*
 * docs/RULES.md and docs/RULES.ja.md from the table of rules.
 *     tenko_rules_doc en|ja FILE           writes one
 *     tenko_rules_doc --check en|ja FILE   exit status 1 when the file is not what would be written
 */
#include "rules_document.h"

#include "tenko/memory.h"

#include <stdio.h>
#include <stdlib.h>

static bool write_file(const char *path, struct span text) {
    FILE *file = fopen(path, "wb");
    if (!file)
        return false;
    bool is_written = fwrite(text.p, 1, text.n, file) == text.n;
    return fclose(file) == 0 && is_written;
}

static bool is_same(const char *path, struct span text) {
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    char *there = memory_zeroed(text.n + 1, 1);
    size_t n = fread(there, 1, text.n + 1, file);
    fclose(file);
    bool same = span_equal((struct span){there, n}, text);
    free(there);
    return same;
}

int main(int argc, char **argv) {
    bool is_check = argc == 4 && strcmp(argv[1], "--check") == 0;
    if (argc != 3 && !is_check) {
        fputs("usage: tenko_rules_doc [--check] en|ja FILE\n", stderr);
        return 2;
    }
    struct strbuf text = {0};
    const char *file = argv[argc - 1];
    rules_document(&text, strcmp(argv[argc - 2], "ja") == 0);
    bool is_ok =
        is_check ? is_same(file, strbuf_span(&text)) : write_file(file, strbuf_span(&text));
    if (!is_ok)
        fprintf(stderr,
                is_check ? "%s is stale: write it again with tenko_rules_doc\n"
                         : "%s could not be written\n",
                file);
    strbuf_release(&text);
    return is_ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
