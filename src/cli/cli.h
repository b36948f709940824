/* What every command has: a language, standard output as a sink, and one way to complain. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "options.h"

#include "tenko/model.h"
#include "tenko/sink.h"

struct cli {
    enum language language;
    struct sink out; /* standard output */
};

struct command {
    const char *name;
    const char *usage;      /* arguments after the name, language-neutral */
    const char *summary[2]; /* by enum language */
    const char *examples;   /* lines of commands */
    uint64_t options;
    int (*run)(struct cli *cli, const struct options *options);
};

extern const struct command commands[];
extern const size_t command_count;
const struct command *command_find(const char *name); /* NULL: there is none */

int cmd_run(struct cli *cli, const struct options *options);
int cmd_check(struct cli *cli, const struct options *options);
int cmd_init(struct cli *cli, const struct options *options);
int cmd_peek(struct cli *cli, const struct options *options);
int cmd_explain(struct cli *cli, const struct options *options);
int cmd_review(struct cli *cli, const struct options *options);
int cmd_rules(struct cli *cli, const struct options *options);
int cmd_runs(struct cli *cli, const struct options *options);
int cmd_diff(struct cli *cli, const struct options *options);
int cmd_report(struct cli *cli, const struct options *options);
int cmd_verify(struct cli *cli, const struct options *options);
int cmd_sample(struct cli *cli, const struct options *options);
int cmd_purge(struct cli *cli, const struct options *options);

/* Writes the error to stderr; returns the exit status. */
int cli_fail(const struct cli *cli, const struct error *err);
/* Writes a sentence of the catalogue to stderr (cli_note) or standard output (cli_say), with a
 * newline. */
void cli_note(const struct cli *cli, enum message_id message, ...) __attribute__((sentinel));
void cli_say(struct cli *cli, enum message_id message, ...) __attribute__((sentinel));
/* The number's digits, which stand in `room`: an argument of the two. */
char *cli_number(char room[24], uint64_t value);
/* A line on standard output. */
void cli_line(struct cli *cli, struct span text);
/* The text of an issue: "file:line: column: value: problem: done". */
void cli_add_issue(struct strbuf *out, enum language lang, const char *display,
                   const struct issue *issue);
/* What a source turned out to be: "label: value". */
void cli_add_fact(struct strbuf *out, enum language lang, const struct fact *fact);
/* More arguments than the command takes, or fewer. */
bool cli_expect_arguments(const struct options *o, size_t least, size_t most, const char *command,
                          struct error *err) must_check;

#endif
