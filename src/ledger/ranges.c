#include "ranges.h"

#include "tenko/memory.h"

#include <jansson.h>

#define MOST_ROWS INT64_C(4000000000)

static bool parse_range(const json_t *pair, struct range *out) {
    const json_t *first = json_array_get(pair, 0), *count = json_array_get(pair, 1);
    out->first = json_integer_value(first);
    out->count = json_integer_value(count);
    return json_is_integer(first) && json_is_integer(count) && out->first >= 0 && out->count >= 0 &&
           out->first <= INT64_MAX - 2 * MOST_ROWS && out->count <= MOST_ROWS;
}

bool ranges_parse(struct span text, struct range **items, size_t *count) {
    json_t *array = json_loadb(text.n ? text.p : "", text.n, 0, NULL);
    bool ok = json_is_array(array);
    *count = json_array_size(array);
    *items = memory_zeroed(*count + 1, sizeof **items);
    for (size_t i = 0; ok && i < *count; i++)
        ok = parse_range(json_array_get(array, i), &(*items)[i]);
    ok = ok && ranges_total(*items, *count) <= (size_t)MOST_ROWS;
    json_decref(array);
    if (!ok) {
        free(*items);
        *items = NULL;
        *count = 0;
    }
    return ok;
}

size_t ranges_total(const struct range *items, size_t count) {
    size_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += (size_t)items[i].count;
    return total;
}

void ranges_format(const int64_t *numbers, size_t count, struct strbuf *out) {
    strbuf_add_char(out, '[');
    for (size_t i = 0, n; i < count; i += n) {
        for (n = 1; i + n < count && numbers[i + n] == numbers[i] + (int64_t)n;)
            n++;
        strbuf_addf(out, "%s[%lld,%zu]", i ? "," : "", (long long)numbers[i], n);
    }
    strbuf_add_char(out, ']');
}
