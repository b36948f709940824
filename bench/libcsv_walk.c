/* Walks files with libcsv and counts cells: the floor that a reader on libcsv stands on. */
#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static void count_cell(void *cell, size_t n, void *context) {
    (void)cell;
    (void)n;
    ++*(size_t *)context;
}

static void end_row(int c, void *context) {
    (void)c;
    (void)context;
}

static int walk(const char *path, size_t *cells) {
    static char block[256 * 1024];
    struct csv_parser parser;
    int fd = open(path, O_RDONLY);
    ssize_t n = 0;
    if (fd < 0 || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return -1;
    while ((n = read(fd, block, sizeof block)) > 0)
        if (csv_parse(&parser, block, (size_t)n, count_cell, end_row, cells) != (size_t)n)
            return -1;
    csv_fini(&parser, count_cell, end_row, cells);
    csv_free(&parser);
    close(fd);
    return n < 0 ? -1 : 0;
}

int main(int argc, char **argv) {
    size_t cells = 0;
    for (int i = 1; i < argc; i++)
        if (walk(argv[i], &cells) != 0) {
            perror(argv[i]);
            return 1;
        }
    printf("%zu\n", cells);
    return 0;
}
