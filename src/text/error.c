/*
 * Errors are values: a message of the catalogue with its arguments copied, so that nothing they
 * came from need live on, and formatted only where they are shown.
 */
#include "tenko/error.h"

#include <stdarg.h>

#define ELLIPSIS "\xE2\x80\xA6"

/* Copies `text`; where it does not fit, cuts it before a character and ends it with …. */
static void copy_cut(char *to, size_t size, const char *text) {
    size_t n = strlen(text);
    if (n < size) {
        memcpy(to, text, n + 1);
        return;
    }
    size_t cut = size - sizeof ELLIPSIS;
    while (cut > 0 && ((unsigned char)text[cut] & 0xC0) == 0x80)
        cut--;
    memcpy(to, text, cut);
    memcpy(to + cut, ELLIPSIS, sizeof ELLIPSIS);
}

bool error_set(struct error *err, enum fault fault, enum message_id message, const char *file,
               uint32_t line, ...) {
    /* Built aside: an error may be wrapped into itself, its own texts being the arguments. */
    struct error built = {.fault = fault, .message = message, .line = line};
    copy_cut(built.file, sizeof built.file, file ? file : "");
    va_list args;
    va_start(args, line);
    for (size_t i = 0; i < ERROR_ARGS; i++) {
        const char *arg = va_arg(args, const char *);
        if (!arg)
            break;
        copy_cut(built.args[i], sizeof built.args[i], arg);
    }
    va_end(args);
    *err = built;
    return false;
}

void error_format(const struct error *err, enum language lang, struct strbuf *out) {
    if (err->file[0]) {
        strbuf_add_text(out, err->file);
        if (err->line)
            strbuf_addf(out, ":%u", (unsigned)err->line);
        strbuf_add_text(out, ": ");
    }
    struct span args[ERROR_ARGS];
    for (size_t i = 0; i < ERROR_ARGS; i++)
        args[i] = span_of(err->args[i]);
    message_format(out, err->message, lang, args, ERROR_ARGS);
}
