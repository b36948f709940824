/* The first rows of a file, through its connector but before any header is looked for. */
#include "first_rows.h"

#include "tenko/connector.h"

#include <ctype.h>
#include <string.h>

enum { ROWS_KEPT = 2000, HEADER_WITHIN = 30 };

static struct span trim(struct span text) {
    while (text.n && isspace((unsigned char)*text.p))
        text = (struct span){text.p + 1, text.n - 1};
    while (text.n && isspace((unsigned char)text.p[text.n - 1]))
        text.n--;
    return text;
}

static void keep(struct first_rows *out, const struct row *row) {
    struct first_row kept = {row->line, row->count, NULL};
    kept.cells = arena_array(&out->arena, row->count + 1, sizeof *kept.cells);
    for (uint32_t i = 0; i < row->count; i++) {
        struct span text = {row->cells[i].p, row->cells[i].n};
        kept.cells[i] = arena_copy(&out->arena, trim(text));
    }
    vec_push(&out->items, kept);
}

void first_rows_read(struct first_rows *out, const char *path) {
    struct source_spec spec = {.base_dir = "", .config_file = ""};
    struct reader *reader = NULL;
    struct error ignored;
    struct row row;
    vec_push(&spec.options, ((struct option_value){"path", path, 0}));
    source_find_connector(&spec);
    bool is_open = spec.connector->open(&reader, &spec, &ignored);
    while (is_open && out->items.count < ROWS_KEPT &&
           spec.connector->next(reader, &row, &ignored) == NEXT_ROW)
        if (row.problem == MSG_NONE)
            keep(out, &row);
    spec.connector->close(reader);
    vec_release(&spec.options);
}

void first_rows_release(struct first_rows *rows) {
    arena_release(&rows->arena);
    vec_release(&rows->items);
}

static uint32_t filled(const struct first_row *row) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < row->count; i++)
        count += row->cells[i].n > 0;
    return count;
}

/* A number, a date or an address is nothing that a header says. */
static bool looks_like_data(const struct first_row *row) {
    for (uint32_t i = 0; i < row->count; i++) {
        size_t digits = 0;
        for (size_t k = 0; k < row->cells[i].n; k++) {
            digits += isdigit((unsigned char)row->cells[i].p[k]) != 0;
            if (row->cells[i].p[k] == '@')
                return true;
        }
        if (digits >= 3 || (digits && digits == row->cells[i].n))
            return true;
    }
    return false;
}

const struct first_row *first_rows_header(const struct first_rows *rows) {
    const struct first_row *best = NULL;
    for (size_t i = 0; i < rows->items.count && i < HEADER_WITHIN; i++) {
        const struct first_row *row = &rows->items.items[i];
        if (filled(row) >= 2 && (!best || filled(row) > filled(best)))
            best = row;
    }
    return best && !looks_like_data(best) ? best : NULL;
}

static bool is_one_of(struct span text, const char *words) {
    for (const char *p = words; *p;) {
        size_t n = strcspn(p, " ");
        if (n == text.n && memcmp(p, text.p, n) == 0)
            return true;
        p += n + (p[n] == ' ');
    }
    return false;
}

/* Rows of another width (remarks, totals) prove nothing. */
static bool is_ticked_below(const struct first_rows *rows, size_t header, uint32_t column) {
    bool has_tick = false;
    for (size_t i = header + 1; i < rows->items.count; i++) {
        const struct first_row *row = &rows->items.items[i];
        struct span text = column < row->count ? row->cells[column] : SPAN("");
        if (text.n == 0 || is_one_of(text, "× ✕ ✗ - － ―"))
            continue;
        if (!is_one_of(text, "○ 〇 ◯ ● ◎ レ ﾚ ✓ ✔ ☑ v V x X ｘ Ｘ"))
            return false;
        has_tick = true;
    }
    return has_tick;
}

bool first_rows_are_ticked(const struct first_rows *rows, uint32_t line, struct span header) {
    for (size_t i = 0; i < rows->items.count; i++) {
        const struct first_row *row = &rows->items.items[i];
        for (uint32_t k = 0; row->line == line && k < row->count; k++)
            if (span_equal(row->cells[k], trim(header)))
                return is_ticked_below(rows, i, k);
    }
    return false;
}
