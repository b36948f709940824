/* Sources that could not be read: each with its reason, then what to do about it. */
#include "failures.h"

#include "init_kind.h"

#include <stdlib.h>
#include <sys/stat.h>

/* The file behind a source, if it can be read twice; free() it. */
static char *regular_file(const struct source *s) {
    const char *option = s->plan->source.connector ? source_option(&s->plan->source, "path") : NULL;
    if (!option)
        return NULL;
    char *path = source_path(&s->plan->source, option);
    struct stat st;
    if (stat(path, &st) == 0 && S_ISREG(st.st_mode))
        return path;
    free(path);
    return NULL;
}

/* A roster in a system's place, or the other way round. */
static void note_swap(const struct cli *cli, const struct source *s) {
    enum record is = s->plan->record, looks = RECORD_COUNT;
    char *path = is == RECORD_PERSON || is == RECORD_ACCOUNT ? regular_file(s) : NULL;
    struct source as = {0};
    if (path && init_recognise(&as, &looks, path)) {
        if (is == RECORD_ACCOUNT && looks == RECORD_PERSON)
            cli_note(cli, MSG_LOOKS_LIKE_ROSTER, s->plan->name,
                     source_option(&s->plan->source, "path"), NULL);
        else if (is == RECORD_PERSON && looks == RECORD_ACCOUNT)
            cli_note(cli, MSG_LOOKS_LIKE_SYSTEM, s->plan->name,
                     source_option(&s->plan->source, "path"), NULL);
        source_release(&as);
    }
    free(path);
}

/* What a configuration says better: nothing of it finds a file that is not there. */
static bool is_settable(const struct error *failure) {
    switch (failure->message) {
    case MSG_HEADER_KEY_MISSING:
    case MSG_HEADER_IS_VALUES:
    case MSG_HEADER_TWICE:
        return true;
    default:
        return false;
    }
}

int failures_say(const struct cli *cli, const struct run *run) {
    bool says_how = false;
    for (size_t i = 0; i < run->failures.count; i++) {
        const struct error *failure = &run->failures.items[i].error;
        cli_fail(cli, failure);
        note_swap(cli, run->failures.items[i].source);
        says_how = says_how || is_settable(failure);
    }
    if (run->plan.is_quick && says_how)
        cli_note(cli, MSG_QUICK_NEXT, NULL);
    return (int)run->failures.items[0].error.fault;
}
