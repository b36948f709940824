/* What the program says of itself. */
#include "help.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

void help_command(struct cli *cli, const struct command *c) {
    struct sink *out = &cli->out;
    sink_f(out, "tenko %s %s\n\n  %s\n\n", c->name, c->usage, c->summary[cli->language]);
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *info = &option_table[i];
        if (!(c->options & (UINT64_C(1) << i)))
            continue;
        if (info->letter)
            sink_f(out, "  -%c, --%s", info->letter, info->name);
        else
            sink_f(out, "  --%s", info->name);
        sink_f(out, "%s%s\n      %s\n", info->value ? " " : "", info->value ? info->value : "",
               info->help[cli->language]);
    }
    cli_say(cli, MSG_EXAMPLES, NULL);
    for (const char *p = c->examples; *p;) {
        size_t n = strcspn(p, "\n");
        sink_f(out, "  %.*s\n", (int)n, p);
        p += n + (p[n] == '\n');
    }
}

void help_all(struct cli *cli) {
    cli_say(cli, MSG_ABOUT, NULL);
    for (size_t i = 0; i < command_count; i++)
        sink_f(&cli->out, "  tenko %-8s %s\n", commands[i].name,
               commands[i].summary[cli->language]);
    cli_say(cli, MSG_MORE_HELP, NULL);
}

/* The page lies where the program was installed to: share/man/ja/man1 beside bin. */
static bool find_page(const struct command *c, enum language lang, struct strbuf *path) {
    char program[4096];
    ssize_t n = readlink("/proc/self/exe", program, sizeof program - 1);
    if (n <= 0)
        return false;
    program[n] = '\0';
    char *name = strrchr(program, '/');
    strbuf_add(path, program, name ? (size_t)(name - program) : 0);
    strbuf_addf(path, "/" TENKO_MAN_FROM_BIN "%s/man1/tenko-%s.1.gz", lang == LANG_JA ? "/ja" : "",
                c->name);
    return access(path->p, R_OK) == 0;
}

/* The environment, but with an encoding in which the page can be shown. */
static char **utf8_environment(void) {
    static char locale[] = "LC_ALL=C.UTF-8";
    size_t count = 0, kept = 0;
    while (environ[count])
        count++;
    char **out = memory_zeroed(count + 2, sizeof *out);
    for (size_t i = 0; i < count; i++)
        if (strncmp(environ[i], "LC_ALL=", 7) != 0)
            out[kept++] = environ[i];
    out[kept] = locale;
    return out;
}

bool help_open_page(struct cli *cli, const struct command *c) {
    struct strbuf path = {0};
    if (!find_page(c, cli->language, &path)) {
        strbuf_release(&path);
        return false;
    }
    char man[] = "man", local[] = "-l";
    char *words[] = {man, local, path.p, NULL};
    char **environment = utf8_environment();
    posix_spawnattr_t manners;
    sigset_t usual;
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    sigaddset(&usual, SIGXFSZ);
    posix_spawnattr_init(&manners);
    posix_spawnattr_setsigdefault(&manners, &usual);
    posix_spawnattr_setflags(&manners, POSIX_SPAWN_SETSIGDEF);
    pid_t child;
    int status = -1;
    if (posix_spawnp(&child, man, NULL, &manners, words, environment) == 0)
        while (waitpid(child, &status, 0) < 0 && errno == EINTR)
            continue;
    posix_spawnattr_destroy(&manners);
    free(environment);
    strbuf_release(&path);
    return status == 0;
}
