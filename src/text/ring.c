/*
 * A text seen as a ring. Two parts joined in either order are the same ring, also where nobody
 * knows the border between them; cut where it reads smallest, the ring is a key.
 */
#include "name.h"

/* The minimal rotation, by two candidates that overtake each other: linear. */
size_t ring_least_start(const char *ring, size_t n) {
    size_t i = 0, k = 1, same = 0;
    while (i < n && k < n && same < n) {
        char a = ring[(i + same) % n], b = ring[(k + same) % n];
        if (a == b) {
            same++;
            continue;
        }
        if (a > b)
            i += same + 1;
        else
            k += same + 1;
        if (i == k)
            k++;
        same = 0;
    }
    return i < k ? i : k;
}

static void reverse(char *text, size_t n) {
    for (size_t i = 0; i < n / 2; i++) {
        char c = text[i];
        text[i] = text[n - 1 - i];
        text[n - 1 - i] = c;
    }
}

void ring_turn(char *ring, size_t n, size_t start) {
    reverse(ring, start);
    reverse(ring + start, n - start);
    reverse(ring, n);
}
