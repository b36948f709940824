/* Speaking: errors and notes to stderr, results to standard output. */
#include "cli.h"

#include "tenko/visible.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

enum { MOST_ARGS = 10 };

static void to_stderr(const struct strbuf *text) {
    const char *p = text->p;
    size_t n = text->n;
    while (n > 0) {
        ssize_t done = write(STDERR_FILENO, p, n);
        if (done <= 0)
            return; /* nobody listens */
        p += done;
        n -= (size_t)done;
    }
}

int cli_fail(const struct cli *cli, const struct error *err) {
    struct strbuf text = {0};
    if (!*err->file) /* `file:line: ` comes first where there is one: editors jump to it */
        strbuf_add_text(&text, "tenko: ");
    struct strbuf raw = {0};
    error_format(err, cli->language, &raw);
    visible_add(&text, strbuf_span(&raw));
    strbuf_release(&raw);
    strbuf_add_char(&text, '\n');
    to_stderr(&text);
    strbuf_release(&text);
    return (int)err->fault;
}

/* Our own sentences have line ends; what stands in them shows what it is. */
static void format(struct strbuf *text, enum language lang, enum message_id message, va_list list) {
    struct strbuf shown[MOST_ARGS] = {0};
    struct span args[MOST_ARGS];
    size_t count = 0;
    const char *arg;
    while (count < MOST_ARGS && (arg = va_arg(list, const char *)) != NULL) {
        visible_add(&shown[count], span_of(arg));
        args[count] = strbuf_span(&shown[count]);
        count++;
    }
    message_format(text, message, lang, args, count);
    strbuf_add_char(text, '\n');
    for (size_t i = 0; i < count; i++)
        strbuf_release(&shown[i]);
}

void cli_note(const struct cli *cli, enum message_id message, ...) {
    struct strbuf text = {0};
    va_list list;
    va_start(list, message);
    format(&text, cli->language, message, list);
    va_end(list);
    to_stderr(&text);
    strbuf_release(&text);
}

void cli_say(struct cli *cli, enum message_id message, ...) {
    struct strbuf text = {0};
    va_list list;
    va_start(list, message);
    format(&text, cli->language, message, list);
    va_end(list);
    sink_span(&cli->out, strbuf_span(&text));
    strbuf_release(&text);
}

char *cli_number(char room[24], uint64_t value) {
    snprintf(room, 24, "%" PRIu64, value);
    return room;
}

void cli_line(struct cli *cli, struct span text) {
    struct strbuf shown = {0};
    visible_add(&shown, text);
    strbuf_add_char(&shown, '\n');
    sink_span(&cli->out, strbuf_span(&shown));
    strbuf_release(&shown);
}

void cli_add_issue(struct strbuf *out, enum language lang, const char *display,
                   const struct issue *issue) {
    strbuf_add_text(out, display);
    if (issue->line)
        strbuf_addf(out, ":%u", issue->line);
    else if (issue->dn.n) {
        strbuf_add_text(out, ": ");
        strbuf_add_span(out, issue->dn);
    }
    strbuf_add_text(out, ": ");
    if (issue->column.n) {
        strbuf_add_span(out, issue->column);
        strbuf_add_text(out, ": ");
    }
    size_t begin = out->n;
    message_format(out, issue->problem, lang, issue->args, 2);
    /* Many sentences quote the value themselves. */
    if (issue->value.n && !memmem(out->p + begin, out->n - begin, issue->value.p, issue->value.n)) {
        strbuf_add_text(out, ": ");
        strbuf_add_span(out, issue->value);
    }
    if (issue->done != MSG_NONE) {
        strbuf_add_text(out, ": ");
        message_format(out, issue->done, lang, issue->args, 2);
    }
}

void cli_add_fact(struct strbuf *out, enum language lang, const struct fact *fact) {
    strbuf_add_text(out, message_template(fact->label, lang));
    strbuf_add_text(out, ": ");
    strbuf_add_text(out, fact->value);
}

bool cli_expect_arguments(const struct options *o, size_t least, size_t most, const char *command,
                          struct error *err) {
    if (o->arguments.count < least)
        return error_set(err, FAULT_USAGE, MSG_TOO_FEW_ARGUMENTS, NULL, 0, command, NULL);
    if (o->arguments.count > most)
        return error_set(err, FAULT_USAGE, MSG_TOO_MANY_ARGUMENTS, NULL, 0, command,
                         o->arguments.items[most], NULL);
    return true;
}
