/*
 * Run by the build: reads variants.txt, writes the table that variants.c looks up, sorted by code
 * point. A malformed line or a kanji in two groups stops the build.
 *     make_variants variants.txt variants_table.h
 */
#include "variants.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct pair { int32_t from, to; } pairs[4096];
static size_t pair_count;

static void fail(const char *file, int line, const char *what) {
    fprintf(stderr, "%s:%d: %s\n", file, line, what);
    exit(1);
}

/* The next code point of UTF-8 that the repository's own file holds; 0 at the end of the line. */
static int32_t next_code_point(const unsigned char **p) {
    const unsigned char *s = *p;
    if (*s == '\0' || *s == '\n')
        return 0;
    int more = *s < 0x80 ? 0 : *s < 0xE0 ? 1 : *s < 0xF0 ? 2 : 3;
    int32_t c = more == 0 ? *s : *s & (0x3F >> more);
    s++;
    for (; more && (*s & 0xC0) == 0x80; more--)
        c = (int32_t)((c << 6) | (*s++ & 0x3F));
    *p = s;
    return more ? -1 : c;
}

static void read_group(const char *file, int number, const char *text) {
    const unsigned char *p = (const unsigned char *)text;
    int32_t base = 0, c;
    for (size_t members = 0; (c = next_code_point(&p)) != 0;) {
        if (c == ' ')
            continue;
        if (c < 0x2E80)
            fail(file, number, "not a kanji");
        if (members++ == 0)
            base = c;
        if (pair_count == sizeof pairs / sizeof *pairs)
            fail(file, number, "too many kanji for make_variants.c");
        pairs[pair_count++] = (struct pair){c, base};
    }
}

static int by_code_point(const void *a, const void *b) {
    const struct pair *x = a, *y = b;
    return (x->from > y->from) - (x->from < y->from);
}

/* A base is itself without being looked up. */
static void drop_bases(void) {
    size_t kept = 0;
    for (size_t i = 0; i < pair_count; i++) {
        if (pairs[i].from != pairs[i].to)
            pairs[kept++] = pairs[i];
    }
    pair_count = kept;
}

/* page_start[k] is the first entry whose code point is in page k or later. */
static void write_tables(FILE *out) {
    fputs("/* Made from variants.txt by make_variants.c: edit those. */\n"
          "static const struct variant variants[] = {\n",
          out);
    for (size_t i = 0; i < pair_count; i++)
        fprintf(out, "{0x%X, 0x%X},\n", (unsigned)pairs[i].from, (unsigned)pairs[i].to);
    fputs("};\nstatic const uint16_t page_start[VARIANT_PAGES + 1] = {\n", out);
    size_t entry = 0;
    for (int32_t page = 0; page <= VARIANT_PAGES; page++) {
        while (entry < pair_count && pairs[entry].from >> VARIANT_PAGE_BITS < page)
            entry++;
        fprintf(out, "%zu,\n", entry);
    }
    fputs("};\n", out);
}

int main(int argc, char **argv) {
    if (argc != 3)
        return 2;
    FILE *in = fopen(argv[1], "r");
    if (!in)
        fail(argv[1], 0, "cannot be read");
    char line[1024];
    for (int number = 1; fgets(line, sizeof line, in); number++) {
        if (line[0] != '#' && line[0] != '\n')
            read_group(argv[1], number, line);
    }
    fclose(in);
    qsort(pairs, pair_count, sizeof *pairs, by_code_point);

    FILE *out = fopen(argv[2], "w");
    if (!out)
        fail(argv[2], 0, "cannot be written");
    for (size_t i = 1; i < pair_count; i++) {
        if (pairs[i].from == pairs[i - 1].from)
            fail(argv[1], 0, "a kanji stands in two groups");
    }
    drop_bases();
    write_tables(out);
    return ferror(out) || fclose(out) ? 1 : 0;
}
