/* A header looked up in the table of synonyms as it stands. */
#include "header_forms.h"

#include <string.h>

/* Is the header the entry of n bytes, but for ー in the entry? */
static bool is_entry(const char *entry, size_t n, struct span header) {
    static const char mark[] = "ー";
    size_t at = 0;
    for (size_t i = 0; i < n;) {
        if (n - i >= 3 && memcmp(entry + i, mark, 3) == 0)
            i += 3;
        else if (at == header.n || entry[i++] != header.p[at++])
            return false;
    }
    return at == header.n;
}

/* Is the header one of the list? */
static bool lists(const char *list, struct span header) {
    for (const char *p = list; *p;) {
        size_t n = strcspn(p, " ");
        bool is_same;
        if (*p == '*')
            is_same = header.n >= n && memcmp(header.p + header.n - (n - 1), p + 1, n - 1) == 0;
        else if (p[n - 1] == '*')
            is_same = header.n >= n && memcmp(header.p, p, n - 1) == 0;
        else
            is_same = *p == *header.p && is_entry(p, n, header);
        if (is_same)
            return true;
        p += n + (p[n] == ' ');
    }
    return false;
}

size_t entry_meanings(enum record record, struct span folded, uint8_t more_rank,
                      struct meaning out[MEANINGS_MAX]) {
    size_t count = 0;
    for (size_t i = 0; folded.n && i < synonyms_count && count < MEANINGS_MAX; i++) {
        const struct synonyms *s = &synonyms[i];
        if (!(s->records & 1u << record) || !lists(s->headers, folded))
            continue;
        size_t at = count++;
        for (; at > 0 && out[at - 1].rank > s->rank + more_rank; at--)
            out[at] = out[at - 1];
        out[at] = (struct meaning){s->field, (uint8_t)(s->rank + more_rank), s->flags, 0};
    }
    return count;
}
