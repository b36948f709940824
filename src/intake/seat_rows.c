/*
 * Seats: which rows of a list are seats of the license at hand. A list may hold several products, a
 * cell several of them (A+B); a list of all users holds people without any.
 */
#include "reading.h"

/* Does a product cost nobody anything: Unlicensed, Power BI (free)? */
static bool is_free(struct reading *r, struct span product) {
    static const char *const words[] = {"unlicensed", "nolicense", "ライセンスなし",
                                        "free",       "無償",      "無料"};
    fold_text(FOLD_WORD, product, &r->scratch);
    struct span folded = strbuf_span(&r->scratch);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        fold_text(FOLD_WORD, span_of(words[i]), &r->more_scratch);
        if (span_equal(folded, strbuf_span(&r->more_scratch)))
            return true;
    }
    static const char *const tails[] = {"(free)", "(無償)", "(無料)"};
    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
        size_t n = strlen(tails[i]);
        if (folded.n > n && memcmp(folded.p + folded.n - n, tails[i], n) == 0)
            return true;
    }
    return false;
}

/* Of the whole list, whatever the license at hand wants. */
static void note_product(struct reading *r, struct span product) {
    uint32_t before = strpool_count(&r->paid_products);
    strpool_intern(&r->paid_products, product);
    if (strpool_count(&r->paid_products) == before)
        return;
    struct list_product noted = {strpool_intern(&r->source->text, product), r->current.origin};
    vec_push(&r->source->products, noted);
}

/* "A, B": what of the row the license means; none = the row is no seat of it. Products that cost
 * something are remembered. */
static str_id products_meant(struct reading *r, const char *wanted) {
    struct strbuf several = {0};
    str_id product = STR_NONE;
    uint32_t count = 0;
    for (uint32_t i = 0; i < r->products.count; i++) {
        str_id id = r->source->lists.items[r->products.first + i];
        struct span name = source_text(r->source, id);
        bool is_paid = !is_free(r, name);
        if (is_paid)
            note_product(r, name);
        if (wanted ? !glob_match(span_of(wanted), name) : !is_paid)
            continue;
        product = id;
        count++;
        strbuf_add_item(&several, ", ", source_text(r->source, id));
    }
    if (count > 1)
        product = strpool_intern(&r->source->text, strbuf_span(&several));
    strbuf_release(&several);
    return product;
}

bool is_seat_of_license(struct reading *r) {
    struct seat *seat = &r->current.seat;
    if (r->is_unassigned && seat->status != SEAT_CANCELLED)
        seat->status = SEAT_UNASSIGNED;
    else if (seat->status == SEAT_UNASSIGNED) /* whoever stands there has it no more */
        seat->status = SEAT_CANCELLED;
    if (!knows_field(r->source->known, FIELD_product))
        return true;
    r->current.seat.product = products_meant(r, r->input->license.product);
    return !str_is_none(r->current.seat.product);
}

/* Several products under one license are counted together, and that is said. */
void finish_seats(struct reading *r) {
    enum { SHOWN = 5 };
    bool is_of_one = r->input->license.product != NULL;
    if (is_of_one || strpool_count(&r->paid_products) < 3) /* ids run from 1 */
        return;
    struct strbuf list = {0};
    for (uint32_t i = 1; i < strpool_count(&r->paid_products) && i <= SHOWN; i++)
        strbuf_add_item(&list, ", ", strpool_text(&r->paid_products, (str_id){i}));
    if (strpool_count(&r->paid_products) > SHOWN + 1)
        strbuf_add_text(&list, " …");
    issue_add_at(r, (struct origin){0}, SPAN(""), strbuf_span(&list), MSG_PRODUCTS_SEVERAL,
                 MSG_DONE_NOTHING);
    strbuf_release(&list);
}
