/* The reporter table: what may stand in a report, and what --format calls it. */
#include "reporters.h"

#include "inventory.h"
#include "output.h"
#include "tenko/memory.h"
#include "tenko/nearest.h"

#include <stdlib.h>

const struct reporter reporters[REPORTERS] = {
    {"csv", "exceptions.csv", .exceptions = &exceptions_csv},
    {"jsonl", "exceptions.jsonl", .exceptions = &exceptions_jsonl},
    {"html", "index.html", .exceptions = &exceptions_html},
    {"departments", "departments/", .exceptions = &exceptions_by_addressee},
    {"inventory", INVENTORY_FOLDER, .write_alone = inventory_write},
    {"xlsx", "exceptions.xlsx", .workbooks = &exceptions_workbook},
    {"departments", "departments/", .workbooks = &department_workbooks},
    {"inventory", INVENTORY_FOLDER, .workbooks = &inventory_workbooks},
    {"csv", "leavers.csv", .list = &leavers_list},
    {"csv", "seats.csv", .list = &seats_list},
    {"csv", "licenses.csv", .list = &licenses_list},
    {"csv", "systems.csv", .list = &systems_list},
    {"csv", "issues.csv", .list = &issues_list},
    {"csv", "resolved.csv", .list = &resolved_list, .needs_ledger = true},
    {NULL, "summary.json", .write = write_summary_json},
};

static const struct {
    const char *name;
    unsigned bit;
} format_bits[] = {
    {"csv", FORMAT_CSV},
    {"jsonl", FORMAT_JSONL},
    {"html", FORMAT_HTML},
    {"xlsx", FORMAT_XLSX},
    {"departments", FORMAT_DEPARTMENTS},
    {"inventory", FORMAT_INVENTORY},
};

unsigned reporter_format(const char *name) {
    for (size_t i = 0; i < sizeof format_bits / sizeof *format_bits; i++)
        if (strcmp(format_bits[i].name, name) == 0)
            return format_bits[i].bit;
    return 0;
}

/* Names of the formats that some reporter writes, in the table's order. */
static size_t known_formats(const char *names[static REPORTERS], struct strbuf *list) {
    size_t count = 0;
    unsigned seen = 0;
    for (size_t i = 0; i < REPORTERS; i++) {
        const char *name = reporters[i].format;
        if (!name || (seen & reporter_format(name)))
            continue;
        seen |= reporter_format(name);
        strbuf_add_item(list, ", ", span_of(name));
        names[count++] = name;
    }
    return count;
}

void report_add_formats(struct strbuf *out) {
    const char *names[REPORTERS];
    known_formats(names, out);
}

static bool format_refused(const char *word, const char *const *names, size_t count,
                           const char *list, struct error *err) {
    if (!*word)
        return error_set(err, FAULT_USAGE, MSG_REPORT_FORMAT_EMPTY, NULL, 0, list, NULL);
    const char *nearest = nearest_word(word, names, count);
    return error_set(err, FAULT_USAGE,
                     nearest ? MSG_REPORT_FORMAT_NEAREST : MSG_REPORT_FORMAT_UNKNOWN, NULL, 0, word,
                     list, nearest, NULL);
}

bool report_formats_parse(const char *list, unsigned *out, struct error *err) {
    const char *names[REPORTERS];
    struct strbuf known = {0};
    size_t count = known_formats(names, &known);
    unsigned bits = 0;
    bool ok = true;
    for (size_t i = 0; !list && i < count; i++)
        bits |= reporter_format(names[i]);
    for (const char *p = list; ok && p;) {
        const char *comma = strchr(p, ',');
        size_t n = comma ? (size_t)(comma - p) : strlen(p);
        for (; n && *p == ' '; n--)
            p++;
        while (n && p[n - 1] == ' ')
            n--;
        char *word = memory_copy_text((struct span){p, n});
        size_t i = 0;
        while (i < count && strcmp(names[i], word) != 0)
            i++;
        if (i < count)
            bits |= reporter_format(names[i]);
        else
            ok = format_refused(word, names, count, known.p, err);
        free(word);
        p = comma ? comma + 1 : NULL;
    }
    strbuf_release(&known);
    if (ok)
        *out = bits;
    return ok;
}
