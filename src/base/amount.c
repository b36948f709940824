/* Amounts as people write them, without floating point. */
#include "tenko/amount.h"

/* Three digits behind a comma that parts thousands; of 12,5 nobody knows what it is. */
static bool is_group(struct span text, size_t comma) {
    size_t n = 0;
    while (comma + 1 + n < text.n && text.p[comma + 1 + n] >= '0' && text.p[comma + 1 + n] <= '9')
        n++;
    return comma > 0 && n == 3;
}

bool amount_parse(struct span text, int64_t *cents) {
    enum { MOST_DIGITS = 15 };
    int64_t amount = 0;
    size_t digits = 0, decimals = 0;
    bool has_point = false;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (c == ',' && !has_point && is_group(text, i))
            continue;
        if (c == '.' && !has_point && digits) {
            has_point = true;
            continue;
        }
        if (c < '0' || c > '9' || ++digits > MOST_DIGITS || (has_point && ++decimals > 2))
            return false;
        amount = amount * 10 + (c - '0');
    }
    if (digits == 0 || (has_point && decimals == 0))
        return false;
    for (; decimals < 2; decimals++)
        amount *= 10;
    *cents = amount;
    return true;
}
