/*
 * Any bytes as a workbook. The first byte says how the rest is meant: as the file itself, or as the
 * texts of its parts (sheet, shared strings, styles, workbook, relations, content types), each
 * ended by a NUL, which are packed first: a mutated package seldom gets past its checksums. Cells
 * are UTF-8 and not too long, lines ascend, rows do not get shorter, notes fit their row.
 */
#include "../../connectors/xlsx/xlsx_connector.h"
#include "../../connectors/xlsx/xlsx_reader.h"
#include "../unit/workbook.h"
#include "fuzz.h"

#include "tenko/encoding.h"

#include <fcntl.h>
#include <unistd.h>

static char path[] = "/tmp/tenko-fuzz-xlsx-XXXXXX";

static void remove_file(void) {
    unlink(path);
}

static void write_file(struct span bytes) {
    int fd = open(path, O_WRONLY | O_TRUNC);
    FUZZ_ASSERT(fd >= 0);
    FUZZ_ASSERT(write(fd, bytes.p, bytes.n) == (ssize_t)bytes.n);
    close(fd);
}

/* The next part; an empty one is the usual one. */
static struct span next_part(struct span *rest) {
    const char *end = rest->n ? memchr(rest->p, '\0', rest->n) : NULL;
    struct span part = {rest->p, end ? (size_t)(end - rest->p) : rest->n};
    size_t used = part.n + (end != NULL);
    *rest = (struct span){rest->p + used, rest->n - used};
    return part.n ? part : (struct span){NULL, 0};
}

static void write_parts(struct span rest) {
    struct workbook w = {0};
    w.sheet = next_part(&rest);
    w.strings = next_part(&rest);
    w.styles = next_part(&rest);
    w.book = next_part(&rest);
    w.book_relations = next_part(&rest);
    w.types = next_part(&rest);
    workbook_write(path, &w);
}

static void check_row(const struct row *row, uint32_t line, uint32_t widest) {
    FUZZ_ASSERT(row->line > line);
    FUZZ_ASSERT(row->count <= XLSX_ROW_MAX_CELLS);
    FUZZ_ASSERT(row->problem != MSG_NONE || row->count >= widest);
    for (uint32_t i = 0; i < row->count; i++) {
        struct span text = {row->cells[i].p, row->cells[i].n};
        FUZZ_ASSERT(utf8_valid_prefix(text) == text.n);
        FUZZ_ASSERT(text.n <= XLSX_CELL_MAX_BYTES);
    }
    for (uint32_t i = 0; i < row->note_count; i++)
        FUZZ_ASSERT(row->notes[i].cell == ROW_NOTE_WHOLE ||
                    row->notes[i].cell < XLSX_ROW_MAX_CELLS);
}

static void read_all(void) {
    struct reader *r;
    struct row row;
    struct error err = {0};
    struct source_facts facts = {0};
    uint32_t line = 0, widest = 0;
    enum next next;
    if (!xlsx_reader_open(&r, path, path, NULL, &err)) {
        FUZZ_ASSERT(err.fault == FAULT_INPUT && err.message != MSG_NONE);
        return;
    }
    while ((next = xlsx_connector.next(r, &row, &err)) == NEXT_ROW) {
        check_row(&row, line, widest);
        line = row.line;
        widest = row.problem == MSG_NONE ? row.count : widest;
    }
    FUZZ_ASSERT(next == NEXT_END || (err.fault == FAULT_INPUT && err.message != MSG_NONE));
    xlsx_connector.describe(r, &facts);
    source_facts_release(&facts);
    xlsx_connector.close(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static bool is_made;
    if (size == 0)
        return 0;
    if (!is_made) {
        int fd = mkstemp(path);
        FUZZ_ASSERT(fd >= 0);
        close(fd);
        atexit(remove_file);
        is_made = true;
    }
    struct span rest = {(const char *)data + 1, size - 1};
    if (data[0] == 'F')
        write_file(rest);
    else
        write_parts(rest);
    read_all();
    return 0;
}
