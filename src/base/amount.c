/* Amounts as people write them, without floating point. */
#include "tenko/amount.h"

bool amount_parse(struct span text, int64_t *cents) {
    enum { MOST_DIGITS = 15 };
    int64_t amount = 0;
    size_t digits = 0, decimals = 0;
    bool has_point = false;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (c == ',' && !has_point && i > 0)
            continue;
        if (c == '.' && !has_point && digits) {
            has_point = true;
            continue;
        }
        if (c < '0' || c > '9' || ++digits > MOST_DIGITS || (has_point && ++decimals > 2))
            return false;
        amount = amount * 10 + (c - '0');
    }
    for (; decimals < 2; decimals++)
        amount *= 10;
    *cents = amount;
    return digits > 0 && (!has_point || text.p[text.n - 1] != '.');
}
