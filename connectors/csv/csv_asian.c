/* Which encodings leave no place that is no character. */
#include "csv_asian.h"

#include "tenko/encoding.h"

#include <string.h>

#define SURE_PAIRS 4

/* Whole lines, so that no character is cut at the end. */
static struct span whole_lines(struct span bytes) {
    size_t n = bytes.n;
    while (n > 0 && bytes.p[n - 1] != '\n')
        n--;
    return n ? (struct span){bytes.p, n} : bytes;
}

/* Characters of two bytes of A1 and higher, and no others: as all of these encodings have, and
 * CP932 does not, most of whose characters begin with 81 to 9F. */
static bool has_only_high_pairs(struct span bytes) {
    size_t high = 0;
    for (size_t i = 0; i < bytes.n; i++) {
        unsigned char c = (unsigned char)bytes.p[i];
        if (c >= 0x80 && c <= 0xA0)
            return false;
        high += c > 0xA0;
    }
    return high / 2 >= SURE_PAIRS;
}

/* All of them are characters, and none is of private use. */
static bool reads_all(enum encoding e, struct span bytes) {
    struct decoder *d = decoder_new(e);
    struct strbuf text = {0};
    if (!d)
        return false;
    decoder_add(d, bytes, true, &text);
    bool ok = decoder_bad_bytes(d) == 0 && memchr(text.p, '\xEE', text.n) == NULL;
    decoder_free(d);
    strbuf_release(&text);
    return ok;
}

void csv_asian_names(struct span bytes, bool is_all, char out[ASIAN_NAMES_MAX]) {
    static const enum encoding encodings[] = {ENCODING_EUCJP, ENCODING_GB18030, ENCODING_BIG5,
                                              ENCODING_EUCKR};
    struct span lines = is_all ? bytes : whole_lines(bytes);
    size_t used = 0;
    *out = '\0';
    if (!has_only_high_pairs(lines))
        return;
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
        const char *name = encoding_name(encodings[i]);
        size_t n = strlen(name);
        if (!reads_all(encodings[i], lines) || used + n + 3 > ASIAN_NAMES_MAX)
            continue;
        if (used) {
            memcpy(out + used, ", ", 2);
            used += 2;
        }
        memcpy(out + used, name, n + 1);
        used += n;
    }
}
