/*
 * How well the romaji key does its work: over the full names of ENAMDICT (Debian package enamdict,
 * CC BY-SA; read where it is installed, nothing of it is in Tenko), how many names in kana have the
 * key of their romaji, and how many random other pairs have one key too.
 *
 *     enamdict [FILE [SHOWN]]     exit 1 if fewer than 99.0 % agree or more than 1 pair in 10,000
 *
 * A line is `青木春奈 [あおきはるな] /(h) Aoki Haruna (1950.1-)/`. Counted are lines of class h
 * with kana and two or more words of romaji.
 */
#include "tenko/fold.h"
#include "tenko/memory.h"

#include <iconv.h>
#include <stdio.h>

#define DEFAULT_FILE "/usr/share/edict/enamdict"

enum { PAIRS_PER_NAME = 100, SKIPPED = 77 };

struct name {
    char *kana_key, *romaji_key;
};

static struct span between(const char *line, const char *open, const char *close) {
    const char *from = strstr(line, open);
    const char *to = from ? strstr(from + strlen(open), close) : NULL;
    return to ? (struct span){from + strlen(open), (size_t)(to - from) - strlen(open)}
              : (struct span){NULL, 0};
}

/* "Aoki Haruna" of `/(f,h) Aoki Haruna (1950.1-)/`; empty if it is not two words. */
static struct span romaji_of(const char *line) {
    const char *class = strstr(line, "h) ");
    while (class && class > line && class[-1] != '(' && class[-1] != ',')
        class = strstr(class + 1, "h) ");
    struct span romaji = class ? span_of(class + 3) : (struct span){NULL, 0};
    size_t words = 1;
    for (size_t i = 0; i < romaji.n; i++) {
        if (strchr("(/,", romaji.p[i]))
            romaji.n = i;
    }
    while (romaji.n && romaji.p[romaji.n - 1] == ' ')
        romaji.n--;
    for (size_t i = 0; i < romaji.n; i++)
        words += romaji.p[i] == ' ';
    return words == 2 ? romaji : (struct span){NULL, 0};
}

static char *key_of(struct span text) {
    struct strbuf key = {0};
    fold_text(FOLD_ROMAJI, text, &key);
    return key.p;
}

static bool to_utf8(iconv_t cd, char *from, char *to, size_t room) {
    size_t left = strlen(from);
    char *end = to;
    room--;
    iconv(cd, NULL, NULL, NULL, NULL);
    bool is_whole = iconv(cd, &from, &left, &end, &room) != (size_t)-1;
    *end = '\0';
    return is_whole;
}

int main(int argc, char **argv) {
    FILE *in = fopen(argc > 1 ? argv[1] : DEFAULT_FILE, "r");
    if (!in) {
        puts("enamdict is not installed: skipped");
        return SKIPPED;
    }
    int shown = argc > 2 ? atoi(argv[2]) : 0;
    iconv_t cd = iconv_open("UTF-8", "EUC-JP");
    char raw[4096], line[3 * sizeof raw];
    VEC(struct name) names = {0};
    size_t agreeing = 0;
    while (fgets(raw, sizeof raw, in)) {
        if (!to_utf8(cd, raw, line, sizeof line))
            continue;
        struct span kana = between(line, "[", "]"), romaji = romaji_of(line);
        if (kana.n == 0 || romaji.n == 0)
            continue;
        struct name name = {key_of(kana), key_of(romaji)};
        vec_push(&names, name);
        if (strcmp(name.kana_key, name.romaji_key) == 0)
            agreeing++;
        else if (shown-- > 0)
            printf("%.*s  %.*s  %s  %s\n", (int)kana.n, kana.p, (int)romaji.n, romaji.p,
                   name.kana_key, name.romaji_key);
    }
    iconv_close(cd);
    fclose(in);
    if (names.count == 0)
        return 1;
    size_t pairs = 0, alike = 0;
    uint32_t state = 20260331;
    for (size_t i = 0; i < names.count; i++) {
        for (int k = 0; k < PAIRS_PER_NAME; k++) {
            state = state * 1664525u + 1013904223u;
            size_t other = (size_t)((uint64_t)state * names.count >> 32);
            if (other == i || strcmp(names.items[i].kana_key, names.items[other].kana_key) == 0)
                continue; /* itself, or a namesake */
            pairs++;
            alike += strcmp(names.items[i].kana_key, names.items[other].romaji_key) == 0;
        }
    }
    double percent = 100.0 * (double)agreeing / (double)names.count;
    double in_ten_thousand = 10000.0 * (double)alike / (double)pairs;
    printf("%zu full names: %.2f %% agree; %zu random other pairs: %zu agree (%.3f in 10,000)\n",
           names.count, percent, pairs, alike, in_ten_thousand);
    for (size_t i = 0; i < names.count; i++) {
        free(names.items[i].kana_key);
        free(names.items[i].romaji_key);
    }
    vec_release(&names);
    return percent < 99.0 || in_ten_thousand > 1.0;
}
