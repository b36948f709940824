/* tenko peek: a file as Tenko reads it. Rows to standard output, everything detected or repaired to
 * stderr. */
#include "cli.h"

#include "tenko/csvout.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct peek {
    const char *path;
    uint64_t rows, rejected;
    uint64_t uneven; /* rows with another number of cells than the first */
    uint32_t cells_of_first, first_uneven_line;
};

static void note_problem(const struct cli *cli, const struct peek *peek, uint32_t line,
                         enum message_id problem, enum message_id done, struct span value) {
    struct issue issue = {.line = line, .problem = problem, .done = done, .args = {value}};
    struct strbuf text = {0};
    cli_add_issue(&text, cli->language, peek->path, &issue);
    cli_note(cli, MSG_FACT_LINE, text.p, NULL);
    strbuf_release(&text);
}

static void count_cells(struct peek *peek, const struct row *row) {
    if (peek->rows++ == 0)
        peek->cells_of_first = row->count;
    if (row->count != peek->cells_of_first && peek->uneven++ == 0)
        peek->first_uneven_line = row->line;
}

static void show_row(struct cli *cli, struct peek *peek, const struct row *row) {
    struct csvout csv = {.out = &cli->out};
    for (uint32_t i = 0; i < row->note_count; i++)
        note_problem(cli, peek, row->line, row->notes[i].problem, row->notes[i].done,
                     row->notes[i].value);
    if (row->problem != MSG_NONE) {
        peek->rejected++;
        note_problem(cli, peek, row->line, row->problem, MSG_NONE, (struct span){0});
        return;
    }
    count_cells(peek, row);
    for (uint32_t i = 0; i < row->count; i++)
        csvout_cell(&csv, (struct span){row->cells[i].p, row->cells[i].n});
    csvout_end_row(&csv);
}

static void say_facts(const struct cli *cli, const struct peek *peek,
                      const struct source_facts *facts) {
    char bytes[24], rows[24], delimiter[4] = {facts->delimiter};
    snprintf(bytes, sizeof bytes, "%" PRIu64, facts->bytes);
    snprintf(rows, sizeof rows, "%" PRIu64, peek->rows);
    if (facts->delimiter)
        cli_note(cli, MSG_PEEK_FACTS, peek->path, bytes, facts->encoding,
                 facts->has_bom ? " (BOM)" : "", facts->delimiter == '\t' ? "TAB" : delimiter, rows,
                 NULL);
    else
        cli_note(cli, MSG_PEEK_SHEET_FACTS, peek->path, bytes, rows, NULL);
    for (size_t i = 0; i < facts->more.count; i++) {
        struct strbuf text = {0};
        cli_add_fact(&text, cli->language, &facts->more.items[i]);
        cli_note(cli, MSG_FACT_LINE, text.p, NULL);
        strbuf_release(&text);
    }
    for (size_t i = 0; i < facts->remarks.count; i++)
        note_problem(cli, peek, 0, facts->remarks.items[i].problem, facts->remarks.items[i].done,
                     span_of(facts->remarks.items[i].value));
    if (peek->uneven) {
        char uneven[24], cells[24], line[24];
        snprintf(uneven, sizeof uneven, "%" PRIu64, peek->uneven);
        snprintf(cells, sizeof cells, "%" PRIu32, peek->cells_of_first);
        snprintf(line, sizeof line, "%" PRIu32, peek->first_uneven_line);
        cli_note(cli, MSG_PEEK_UNEVEN, uneven, cells, line, NULL);
    }
    if (peek->rejected) {
        snprintf(rows, sizeof rows, "%" PRIu64, peek->rejected);
        cli_note(cli, MSG_PEEK_REJECTED, rows, NULL);
    }
}

/* The options as if they stood in a configuration; those of the other connector have no effect. */
static struct source_spec spec_of(const struct options *o) {
    struct source_spec spec = {.base_dir = "", .config_file = ""};
    vec_push(&spec.options, ((struct option_value){"path", o->arguments.items[0], 0}));
    source_find_connector(&spec);
    if (o->sheet) {
        vec_push(&spec.options, ((struct option_value){"sheet", o->sheet, 0}));
        spec.connector = connector_find("xlsx");
    }
    if (o->encoding)
        vec_push(&spec.options, ((struct option_value){"encoding", o->encoding, 0}));
    if (o->delimiter)
        vec_push(&spec.options, ((struct option_value){"delimiter", o->delimiter, 0}));
    return spec;
}

int cmd_peek(struct cli *cli, const struct options *o) {
    struct error err;
    if (!cli_expect_arguments(o, 1, 1, "peek", &err))
        return cli_fail(cli, &err);
    struct source_spec spec = spec_of(o);
    struct peek peek = {.path = o->arguments.items[0]};
    struct reader *reader = NULL;
    int status = 0;
    if (!spec.connector->open(&reader, &spec, &err)) {
        status = cli_fail(cli, &err);
        goto out;
    }
    if (spec.connector->display)
        peek.path = spec.connector->display(reader);
    struct row row;
    enum next next;
    while ((next = spec.connector->next(reader, &row, &err)) == NEXT_ROW && !cli->out.error)
        show_row(cli, &peek, &row);
    if (next == NEXT_ROW) /* nobody reads on */
        goto out;
    if (next == NEXT_FAILED) {
        status = cli_fail(cli, &err);
        goto out;
    }
    struct source_facts facts = {0};
    spec.connector->describe(reader, &facts);
    say_facts(cli, &peek, &facts);
    source_facts_release(&facts);
out:
    spec.connector->close(reader);
    vec_release(&spec.options);
    return status;
}
