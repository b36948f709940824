/* Any bytes as a date cell, under every style: what is read is a day that is read back. */
#include "fuzz.h"

#include "tenko/zone.h"

static void check_style(struct span text, const struct date_style *style) {
    date d, again;
    char iso[11];
    enum date_result result = date_parse(text, style, &d);
    FUZZ_ASSERT(result >= DATE_READ && result <= DATE_UNREADABLE);
    FUZZ_ASSERT((d != DATE_NONE) == (result == DATE_READ || result == DATE_OUT_OF_ERA));
    if (d == DATE_NONE)
        return;
    int year, month, day;
    date_to_civil(d, &year, &month, &day);
    FUZZ_ASSERT(date_from_civil(year, month, day) == d);
    date_format(d, iso);
    FUZZ_ASSERT(iso[10] == '\0' && iso[4] == '-' && iso[7] == '-');
    FUZZ_ASSERT(date_parse(span_of(iso), style, &again) == DATE_READ && again == d);
}

/* Any zone: a day, or the end of time. */
static void check_zone(struct span text, const char *name) {
    struct arena arena = {0};
    struct date_style style = {.code = DATE_CODE_EPOCH, .zone = zone_load(&arena, name)};
    date d;
    char iso[11];
    enum date_result result = date_parse(text, &style, &d);
    date_format(d, iso);
    FUZZ_ASSERT((iso[0] != '\0') == (result == DATE_READ || result == DATE_OUT_OF_ERA));
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct span text = {(const char *)data, size};
    for (int order = DATE_ORDER_UNKNOWN; order <= DATE_ORDER_MDY; order++) {
        check_style(text, &(struct date_style){.order = (enum date_order)order});
        check_style(text, &(struct date_style){.order = (enum date_order)order,
                                               .dot_order = (enum date_order)order,
                                               .two_digit_from = 1950,
                                               .is_end = true,
                                               .code = (enum date_code)order});
    }
    check_zone(text, "Asia/Tokyo");
    check_zone(text, "-12:00");
    /* A proof holds: under the order that a cell proves it is a day or at least no riddle. */
    enum date_order proven = date_order_proven_by(text).order;
    if (proven != DATE_ORDER_UNKNOWN) {
        date d, same;
        enum date_result result =
            date_parse(text, &(struct date_style){.order = proven, .dot_order = proven}, &d);
        FUZZ_ASSERT(result == DATE_READ || result == DATE_IMPOSSIBLE || result == DATE_EMPTY ||
                    result == DATE_UNREADABLE);
        FUZZ_ASSERT(date_parse(text, &(struct date_style){.two_digit_from = 0}, &same) == result &&
                    same == d);
    }
    return 0;
}
