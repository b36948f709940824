/* main() of a fuzz target in an ordinary build: every file of a folder once. No file is a failure.
 */
#include "fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEED_BYTES_MAX (1 << 20)

static void replay(const char *path) {
    FILE *in = fopen(path, "rb");
    if (!in) {
        perror(path);
        exit(1);
    }
    static char buffer[SEED_BYTES_MAX];
    size_t n = fread(buffer, 1, sizeof buffer, in);
    fclose(in);
    /* A block of exactly this size, so that reading behind it shows under AddressSanitizer. */
    uint8_t *data = malloc(n ? n : 1);
    if (!data)
        exit(1);
    memcpy(data, buffer, n);
    fprintf(stderr, "%s\n", path);
    LLVMFuzzerTestOneInput(data, n);
    free(data);
}

int main(int argc, char **argv) {
    DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;
    if (!folder) {
        fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
        return 2;
    }
    int count = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        char path[4096];
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", argv[1], entry->d_name);
        replay(path);
        count++;
    }
    closedir(folder);
    return count ? 0 : 1;
}
