/*
 * Prints what the ldap connector reads: one line a row, cells separated by TAB, a newline within a
 * cell as "|"; then notes and facts. For the tests on real servers.
 *     ldap_rows [--people] [--probe] [--facts] [--privileged-roles] [--state-values]
 *               [--pause-after ROWS] [--want FIELD=HEADER]… OPTION=VALUE…
 * Exit status as the program's: 0, or the error's fault.
 */
#include "tenko/connector.h"
#include "tenko/directory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct span half(const char *pair, bool is_second) {
    const char *equals = strchr(pair, '=');
    if (!equals) {
        fprintf(stderr, "ldap_rows: no = in %s\n", pair);
        exit(2);
    }
    return is_second ? span_of(equals + 1) : (struct span){pair, (size_t)(equals - pair)};
}

static void print_note(const struct row *row, const struct row_note *note) {
    printf("# note cell %u %s, %s: %.*s", note->cell, message_name(note->problem),
           message_name(note->done), (int)note->value.n, note->value.p);
    printf(" (%.*s)\n", (int)row->dn.n, row->dn.p);
}

static void print_row(const struct row *row) {
    for (uint32_t i = 0; i < row->count; i++) {
        if (i)
            putchar('\t');
        for (uint32_t k = 0; k < row->cells[i].n; k++)
            putchar(row->cells[i].p[k] == '\n' ? '|' : row->cells[i].p[k]);
    }
    putchar('\n');
    for (uint32_t i = 0; i < row->note_count; i++)
        print_note(row, &row->notes[i]);
}

static void print_facts(const struct connector *connector, const struct reader *reader) {
    struct source_facts facts = {0};
    connector->describe(reader, &facts);
    for (size_t i = 0; i < facts.more.count; i++)
        printf("# fact %s: %s\n", message_name(facts.more.items[i].label),
               facts.more.items[i].value);
    for (size_t i = 0; i < facts.remarks.count; i++)
        printf("# remark %s, %s: %s\n", message_name(facts.remarks.items[i].problem),
               message_name(facts.remarks.items[i].done), facts.remarks.items[i].value);
    for (size_t i = 0; i < facts.unseen.count; i++)
        printf("# unseen %s\n", facts.unseen.items[i]);
    if (facts.roles_doubt != MSG_NONE)
        printf("# roles in doubt %d %s\n", facts.roles_unresolved, message_name(facts.roles_doubt));
    printf("# sha256 %s\n# login lag %d\n", facts.sha256, facts.login_lag_days);
    source_facts_release(&facts);
}

static int fail(const struct error *err) {
    struct strbuf text = {0};
    fflush(stdout);
    error_format(err, LANG_EN, &text);
    fprintf(stderr, "%s\n", text.p);
    strbuf_release(&text);
    return (int)err->fault;
}

static int print_rows(const struct source_spec *spec, bool wants_facts, long pause_after) {
    struct reader *reader = NULL;
    struct error err = {0};
    struct row row;
    enum next next;
    long rows = 0;
    if (!spec->connector->open(&reader, spec, &err))
        return fail(&err);
    while ((next = spec->connector->next(reader, &row, &err)) == NEXT_ROW) {
        print_row(&row);
        if (rows++ == pause_after) { /* lets the test do something to the server meanwhile */
            fflush(stdout);
            ssize_t ignored = read(STDIN_FILENO, &(char){0}, 1);
            (void)ignored;
        }
    }
    if (wants_facts && next == NEXT_END)
        print_facts(spec->connector, reader);
    spec->connector->close(reader);
    return next == NEXT_END ? 0 : fail(&err);
}

static int print_probe(const struct source_spec *spec) {
    struct directory_facts facts;
    struct error err = {0};
    if (!directory_probe(&facts, spec, &err)) {
        directory_facts_release(&facts);
        return fail(&err);
    }
    printf("server %s\nschema %s\ntls %s\nidentity %s\nbase %s\n", facts.server, facts.schema,
           facts.tls, facts.identity, facts.base);
    for (size_t i = 0; i < facts.contexts.count; i++)
        printf("context %s\n", facts.contexts.items[i]);
    for (size_t i = 0; i < facts.attributes.count; i++)
        printf("attribute %s %u/%u\n", facts.attributes.items[i].name,
               facts.attributes.items[i].entries, facts.sampled);
    directory_facts_release(&facts);
    return 0;
}

int main(int argc, char **argv) {
    struct source_spec spec = {.connector = connector_find("ldap"), .config_file = "tenko.yaml"};
    struct arena arena = {0};
    bool wants_facts = false, wants_probe = false;
    long pause_after = -1;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--facts") == 0) {
            wants_facts = true;
        } else if (strcmp(argv[i], "--probe") == 0) {
            wants_probe = true;
        } else if (strcmp(argv[i], "--people") == 0) {
            spec.wants_people = true;
        } else if (strcmp(argv[i], "--privileged-roles") == 0) {
            spec.has_privileged_roles = true;
        } else if (strcmp(argv[i], "--state-values") == 0) {
            spec.has_state_values = true;
        } else if (strcmp(argv[i], "--pause-after") == 0 && i + 1 < argc) {
            pause_after = strtol(argv[++i], NULL, 10);
        } else if (strcmp(argv[i], "--want") == 0 && i + 1 < argc) {
            const char *pair = argv[++i];
            struct wanted_column wanted = {arena_copy(&arena, half(pair, false)).p,
                                           half(pair, true).p};
            vec_push(&spec.wanted, wanted);
        } else {
            struct option_value value = {arena_copy(&arena, half(argv[i], false)).p,
                                         half(argv[i], true).p, 1};
            vec_push(&spec.options, value);
        }
    }
    int status = wants_probe ? print_probe(&spec) : print_rows(&spec, wants_facts, pause_after);
    vec_release(&spec.options);
    vec_release(&spec.wanted);
    arena_release(&arena);
    return status;
}
