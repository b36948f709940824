/* Any bytes under every folding: the key is UTF-8, and its own key. Globs end. */
#include "fuzz.h"

#include "tenko/encoding.h"
#include "tenko/fold.h"

static struct strbuf once, twice;

static void check_key(void) {
    FUZZ_ASSERT(utf8_valid_prefix(strbuf_span(&once)) == once.n);
    FUZZ_ASSERT(once.p[once.n] == '\0');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct span text = {(const char *)data, size};
    for (int kind = 0; kind < FOLD_COUNT; kind++) {
        fold_text((enum fold)kind, text, &once);
        check_key();
        if (kind == FOLD_ROMAJI)
            continue;
        fold_text((enum fold)kind, strbuf_span(&once), &twice);
        FUZZ_ASSERT(span_equal(strbuf_span(&once), strbuf_span(&twice)));
    }
    fold_name_unordered(text, &once);
    check_key();
    fold_name_unordered(strbuf_span(&once), &twice);
    FUZZ_ASSERT(span_equal(strbuf_span(&once), strbuf_span(&twice)));

    /* The first byte says where the pattern ends and the text begins. */
    if (size > 1) {
        size_t cut = 1 + data[0] % (size - 1);
        glob_match((struct span){text.p + 1, cut - 1}, (struct span){text.p + cut, size - cut});
    }
    FUZZ_ASSERT(glob_match(SPAN("*"), text));
    return 0;
}
