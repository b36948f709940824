/* Any bytes under every folding: the key is UTF-8, and its own key. Globs end, and so do the walks
 * over cells. */
#include "fuzz.h"

#include "tenko/address.h"
#include "tenko/dn.h"
#include "tenko/encoding.h"
#include "tenko/fold.h"
#include "tenko/identifier.h"
#include "tenko/name.h"

static struct strbuf once, twice;

static void check_key(void) {
    FUZZ_ASSERT(utf8_valid_prefix(strbuf_span(&once)) == once.n);
    FUZZ_ASSERT(once.p[once.n] == '\0');
}

static void assert_inside(struct span part, struct span text) {
    FUZZ_ASSERT(part.n <= text.n);
    FUZZ_ASSERT(part.n == 0 || (part.p >= text.p && part.p + part.n <= text.p + text.n));
}

/* Everything that cuts a cell gives parts of it, and comes to an end. */
static void cut_cell(struct span text) {
    struct span rest = text, part, other;
    struct name_cell name;
    while (address_next(&rest, &part))
        assert_inside(part, text);
    rest = text;
    while (dn_next(&rest, &part)) {
        assert_inside(part, text);
        strbuf_clear(&once);
        dn_name(part, &once);
        if (dn_value_of(part, "ou", &other))
            assert_inside(other, part);
        strbuf_clear(&once);
        dn_key(part, &once);
        strbuf_clear(&twice);
        dn_key(strbuf_span(&once), &twice);
        FUZZ_ASSERT(span_equal(strbuf_span(&once), strbuf_span(&twice)));
    }
    if (path_last_part(text, &part) || path_last_word(text, &part))
        assert_inside(part, text);
    if (code_and_name(text, &part, &other)) {
        assert_inside(part, text);
        assert_inside(other, text);
    }
    name_split(text, &name);
    assert_inside(name.name, text);
    assert_inside(name.former, text);
    name_is_former(name.name, text, name.former);
    address_of_guest(text, &once);
    is_placeholder(text);
    id_repair(text, &once, &part);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct span text = {size ? (const char *)data : "", size};
    for (int kind = 0; kind < FOLD_COUNT; kind++) {
        fold_text((enum fold)kind, text, &once);
        check_key();
        if (kind == FOLD_ROMAJI)
            continue;
        fold_text((enum fold)kind, strbuf_span(&once), &twice);
        FUZZ_ASSERT(span_equal(strbuf_span(&once), strbuf_span(&twice)));
    }

    cut_cell(text);

    /* The first byte says where the pattern ends and the text begins. */
    if (size > 1) {
        size_t cut = 1 + data[0] % (size - 1);
        glob_match((struct span){text.p + 1, cut - 1}, (struct span){text.p + cut, size - cut});
    }
    FUZZ_ASSERT(glob_match(SPAN("*"), text));
    return 0;
}
