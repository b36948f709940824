/* How the table of variants is cut into pages: make_variants.c writes it, variants.c reads it. */
#ifndef TEXT_VARIANTS_H
#define TEXT_VARIANTS_H

#define VARIANT_PAGE_BITS 6
#define VARIANT_PAGES     (0x30000 >> VARIANT_PAGE_BITS)

#endif
