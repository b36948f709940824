/*
 * Variant kanji. The table is made from variants.txt at build time, sorted by code point; a page
 * index over the upper bits leaves a handful of entries to look through.
 */
#include "variants.h"

#include "tenko/fold.h"

struct variant {
    int32_t from, base;
};

#include "variants_table.h"

int32_t fold_variant(int32_t code_point) {
    if (code_point < 0x2E80 || code_point >> VARIANT_PAGE_BITS >= VARIANT_PAGES)
        return code_point;
    size_t page = (size_t)code_point >> VARIANT_PAGE_BITS;
    for (size_t i = page_start[page]; i < page_start[page + 1]; i++) {
        if (variants[i].from == code_point)
            return variants[i].base;
    }
    return code_point;
}
