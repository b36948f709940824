/*
 * Any bytes as a delimited file. The first byte chooses the encoding, the second the delimiter, the
 * third the block size; the rest is the file. Cells are UTF-8, lines ascend, notes fit their row,
 * and the rows are the same whatever the block size.
 */
#include "../../connectors/csv/csv_connector.h"
#include "../../connectors/csv/csv_reader.h"
#include "fuzz.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#define HEADER_BYTES 3

static void write_row(const struct row *row, struct strbuf *out) {
    strbuf_addf(out, "%u %s", row->line, message_name(row->problem));
    for (uint32_t i = 0; i < row->count; i++) {
        struct span text = {row->cells[i].p, row->cells[i].n};
        FUZZ_ASSERT(utf8_valid_prefix(text) == text.n);
        FUZZ_ASSERT(text.n <= CELL_MAX_BYTES || row->problem != MSG_NONE);
        strbuf_addf(out, " [%u:", row->cells[i].flags);
        strbuf_add_span(out, text);
        strbuf_add_char(out, ']');
    }
    for (uint32_t i = 0; i < row->note_count; i++) {
        const struct row_note *n = &row->notes[i];
        FUZZ_ASSERT(n->cell < row->count);
        FUZZ_ASSERT(utf8_valid_prefix(n->value) == n->value.n);
        strbuf_addf(out, " ~%u:%s:", n->cell, message_name(n->problem));
        strbuf_add_span(out, n->value);
    }
    strbuf_add_char(out, '\n');
}

/* False if the file is refused. */
static bool read_all(const char *path, const struct csv_settings *settings, struct strbuf *out) {
    struct reader *r;
    struct row row;
    struct error err = {0};
    struct source_facts facts = {0};
    uint32_t line = 0;
    enum next next;
    strbuf_clear(out);
    if (!csv_reader_open(&r, path, path, settings, &err)) {
        FUZZ_ASSERT(err.fault == FAULT_INPUT && err.message != MSG_NONE);
        return false;
    }
    while ((next = csv_connector.next(r, &row, &err)) == NEXT_ROW) {
        FUZZ_ASSERT(row.line > line);
        FUZZ_ASSERT(row.count <= ROW_MAX_CELLS);
        line = row.line;
        write_row(&row, out);
    }
    FUZZ_ASSERT(next == NEXT_END);
    csv_connector.describe(r, &facts);
    strbuf_addf(out, "%s %d %s\n", facts.encoding, facts.delimiter, facts.sha256);
    source_facts_release(&facts);
    csv_connector.close(r);
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const delimiters[] = {NULL, ",", ";", "\t", "|", "||", " ", "~|~"};
    static const char quotes[] = {0, '\'', SIGN_NONE}, escapes[] = {0, '\\'};
    enum { DELIMITERS = sizeof delimiters / sizeof *delimiters };
    static struct strbuf whole, blocks;
    if (size < HEADER_BYTES)
        return 0;
    struct csv_settings settings = {
        .encoding = (enum encoding)(data[0] % (ENCODING_LAST + 1)),
        .delimiter = delimiters[data[1] % DELIMITERS],
        .quote = quotes[data[1] / DELIMITERS % sizeof quotes],
        .escape = escapes[data[1] / DELIMITERS / sizeof quotes % sizeof escapes]};
    int fd = memfd_create("fuzz", 0);
    FUZZ_ASSERT(fd >= 0);
    FUZZ_ASSERT(write(fd, data + HEADER_BYTES, size - HEADER_BYTES) ==
                (ssize_t)(size - HEADER_BYTES));
    char path[32];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    bool is_whole = read_all(path, &settings, &whole);
    settings.block_bytes = 1 + data[2] % 40;
    settings.ahead_bytes = 8 + data[2];
    bool is_blocks = read_all(path, &settings, &blocks);
    /* What is no text is refused by its beginning, which is shorter the second time. */
    FUZZ_ASSERT(!is_whole || !is_blocks || span_equal(strbuf_span(&whole), strbuf_span(&blocks)));
    close(fd);
    return 0;
}
