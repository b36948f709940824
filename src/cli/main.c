/* tenko: finds the command that is meant, and ends the program well. */
#include "cli.h"
#include "complete.h"
#include "help.h"

#include "tenko/ending.h"
#include "tenko/library.h"
#include "tenko/nearest.h"
#include "tenko/plan.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static int unknown_command(const struct cli *cli, const char *name) {
    const char **names = memory_zeroed(command_count, sizeof *names);
    for (size_t i = 0; i < command_count; i++)
        names[i] = commands[i].name;
    const char *nearest = nearest_word(name, names, command_count);
    free(names);
    struct error err;
    error_set(&err, FAULT_USAGE, nearest ? MSG_UNKNOWN_COMMAND_NEAREST : MSG_UNKNOWN_COMMAND, NULL,
              0, name, nearest, NULL);
    return cli_fail(cli, &err);
}

/* --lang, else what the configuration says, else TENKO_LANG, else Japanese. */
static void settle_language(struct cli *cli, const struct command *c, struct options *o) {
    bool is_quick = o->rosters.count || o->systems.count || o->licenses.count;
    o->asks_for_language = o->has_language;
    if (!o->has_language && c->options & OPTION_SET(CONFIG) && !is_quick)
        plan_peek_language(o->config ? o->config : "tenko.yaml", &cli->language);
    if (o->has_language)
        cli->language = o->language;
    o->language = cli->language;
    o->has_language = true;
    memory_set_last_words(message_template(MSG_OUT_OF_MEMORY, cli->language));
}

static int run_command(struct cli *cli, const struct command *c, int argc, char **argv) {
    struct options options;
    struct error err;
    int status;
    if (!options_parse(&options, argc, argv, c->options, &err)) {
        status = cli_fail(cli, &err);
        options_release(&options);
        return status;
    }
    settle_language(cli, c, &options);
    if (options.help) {
        help_command(cli, c);
        status = 0;
    } else {
        status = c->run(cli, &options);
    }
    options_release(&options);
    return status;
}

static bool is_help(const char *word) {
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0;
}

/* How many words of argv from `i` on are an option that may stand before the command. */
static int words_of_leading_option(int argc, char **argv, int i) {
    const char *word = argv[i];
    if (strncmp(word, "--lang=", 7) == 0 || strncmp(word, "--config=", 9) == 0 ||
        (strncmp(word, "-c", 2) == 0 && word[2]))
        return 1;
    bool takes_next =
        strcmp(word, "--lang") == 0 || strcmp(word, "--config") == 0 || strcmp(word, "-c") == 0;
    return takes_next ? (i + 1 < argc ? 2 : 1) : 0;
}

/* `tenko help`, `tenko help COMMAND`: the manual page where it is installed, else --help. */
static int help(struct cli *cli, int argc, char **argv) {
    int i = 2, words;
    while (i < argc && (words = words_of_leading_option(argc, argv, i)) > 0)
        i += words;
    const char *name = i < argc && *argv[i] != '-' ? argv[i] : NULL;
    const struct command *c = name ? command_find(name) : NULL;
    if (name && !c)
        return unknown_command(cli, name);
    if (!c)
        help_all(cli);
    else if (!help_open_page(cli, c))
        help_command(cli, c);
    return 0;
}

/* Options and no command: what is wrong with them, else that a command is missing. */
static int no_command(const struct cli *cli, int argc, char **argv) {
    struct options options;
    struct error err;
    if (options_parse(&options, argc, argv, OPTION_SET(LANG) | OPTION_SET(CONFIG), &err))
        error_set(&err, FAULT_USAGE, MSG_NO_COMMAND, NULL, 0, NULL);
    options_release(&options);
    return cli_fail(cli, &err);
}

static int dispatch(struct cli *cli, int argc, char **argv) {
    if (argc < 2)
        return no_command(cli, argc, argv);
    const char *word = argv[1];
    if (strcmp(word, "--version") == 0) {
        sink_text(&cli->out, "tenko " TENKO_VERSION "\n");
        return 0;
    }
    if (is_help(word))
        return help(cli, argc, argv);
    if (strcmp(word, "complete") == 0) {
        complete(cli, argc - 2, argv + 2);
        return 0;
    }
    if (*word == '-')
        return no_command(cli, argc, argv);
    const struct command *c = command_find(word);
    return c ? run_command(cli, c, argc - 1, argv + 1) : unknown_command(cli, word);
}

/* --lang and -c may stand before the command: behind it they are read like every other option, and
 * what stood behind it already wins. */
static void command_first(int argc, char **argv) {
    int leading = 1, words;
    while (leading < argc && (words = words_of_leading_option(argc, argv, leading)) > 0)
        leading += words;
    if (leading == argc)
        return;
    char *command = argv[leading];
    memmove(argv + 2, argv + 1, (size_t)(leading - 1) * sizeof *argv);
    argv[1] = command;
}

/* Descriptors 0, 1 and 2 must be taken, or the first file opened would become standard output. */
static void take_standard_streams(void) {
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == 0 ? O_RDONLY : O_WRONLY) != fd)
            _exit(FAULT_OUTPUT);
}

int main(int argc, char **argv) {
    bool out_is_open = fcntl(STDOUT_FILENO, F_GETFD) >= 0;
    take_standard_streams();
    memory_tune();
    /* A closed pipe and a limit on file sizes are errors of write, with a message, not of the
     * process. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    library_tame();
    ending_catch_signals();
    struct cli cli = {.language = options_language(argc, argv)};
    memory_set_last_words(message_template(MSG_OUT_OF_MEMORY, cli.language));
    sink_to_fd(&cli.out, STDOUT_FILENO);
    command_first(argc, argv);
    int status = dispatch(&cli, argc, argv);
    bool has_output = cli.out.bytes > 0;
    int failed = sink_close(&cli.out, NULL);
    if (has_output && !out_is_open)
        failed = EBADF;
    if (failed && failed != EPIPE) { /* `| head` has read what it wanted */
        struct error err;
        error_set(&err, FAULT_OUTPUT, MSG_STDOUT_FAILED, NULL, 0, strerrordesc_np(failed), NULL);
        cli_fail(&cli, &err);
        return status > 1 ? status : FAULT_OUTPUT;
    }
    return status;
}
