/* The command line. Unknown options and bad values name the nearest thing that exists. */
#include "options.h"

#include "tenko/fold.h"
#include "tenko/nearest.h"

#include <stddef.h>
#include <stdlib.h>

const struct option_info option_table[OPTION_COUNT] = {
#define OPTION(id, name, letter, value, en, ja) [OPTION_##id] = {name, letter, value, {ja, en}},
    OPTION_TABLE
#undef OPTION
};

static bool usage(struct error *err, enum message_id message, const char *a, const char *b) {
    return error_set(err, FAULT_USAGE, message, NULL, 0, a, b, NULL);
}

static bool unknown_option(struct error *err, const char *name, uint64_t allowed) {
    const char *known[OPTION_COUNT];
    size_t count = 0;
    for (int i = 0; i < OPTION_COUNT; i++)
        if (allowed & (UINT64_C(1) << i))
            known[count++] = option_table[i].name;
    const char *nearest = nearest_word(name, known, count);
    return nearest ? usage(err, MSG_UNKNOWN_OPTION_NEAREST, name, nearest)
                   : usage(err, MSG_UNKNOWN_OPTION, name, NULL);
}

static struct named_file named(const char *text) {
    const char *equals = strchr(text, '=');
    if (!equals)
        return (struct named_file){NULL, text, NULL};
    char *name = memory_copy_text((struct span){text, (size_t)(equals - text)});
    return (struct named_file){name, equals + 1, name};
}

static bool add_file(struct options *o, enum option_id id, const char *text, struct error *err) {
    struct named_file file = named(text);
    if (!*file.path || (file.name && !*file.name) || (id != OPTION_ROSTER && !file.name)) {
        free(file.owned);
        return usage(err, MSG_NAME_IS_FILE, option_table[id].name, text);
    }
    if (id == OPTION_ROSTER)
        vec_push(&o->rosters, file);
    else if (id == OPTION_SYSTEM)
        vec_push(&o->systems, file);
    else
        vec_push(&o->licenses, file);
    return true;
}

/* An option as it was given. */
struct given {
    struct options *options;
    enum option_id id;
    void *member; /* of the options: what it sets */
    const char *value;
};

static bool bad_value(const struct given *g, enum message_id message, struct error *err) {
    return usage(err, message, option_table[g->id].name, g->value);
}

/* A variable of a script that was never set, often: `--head "$HEAD"` must not pass as no --head. */
static bool is_blank(const char *value) {
    struct strbuf key = {0};
    fold_text(FOLD_ID, span_of(value), &key);
    bool is_blank = key.n == 0;
    strbuf_release(&key);
    return is_blank;
}

static bool set_text(const struct given *g, struct error *err) {
    *(const char **)g->member = g->value;
    return !is_blank(g->value) || bad_value(g, MSG_BAD_VALUE, err);
}

/* A blank, too: whoever asks for it has words of its own. */
static bool set_any(const struct given *g, struct error *err) {
    (void)err;
    *(const char **)g->member = g->value;
    return true;
}

/* A number from 1 on. */
static bool set_number(const struct given *g, struct error *err) {
    uint64_t *out = g->member;
    const char *value = g->value;
    char *end;
    *out = *value >= '0' && *value <= '9' && strlen(value) < 19 ? strtoull(value, &end, 10) : 0;
    return (*out && *end == '\0') || bad_value(g, MSG_BAD_NUMBER, err);
}

static bool set_threads(const struct given *g, struct error *err) {
    char *end;
    long n = strtol(g->value, &end, 10);
    *(unsigned *)g->member = n >= 1 && n <= 1024 && *end == '\0' ? (unsigned)n : 0;
    return *(unsigned *)g->member || usage(err, MSG_BAD_THREADS, g->value, NULL);
}

static bool is_day(const struct given *g) {
    struct date_style style = {0};
    return date_parse(span_of(g->value), &style, g->member) == DATE_READ;
}

static bool set_day(const struct given *g, struct error *err) {
    return is_day(g) || bad_value(g, MSG_BAD_DAY, err);
}

static bool set_as_of(const struct given *g, struct error *err) {
    return is_day(g) || usage(err, MSG_BAD_AS_OF, g->value, NULL);
}

static bool set_form(const struct given *g, struct error *err) {
    static const char *const names[] = {"text", "csv", "json"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(g->value, names[i]) == 0) {
            *(enum output_form *)g->member = (enum output_form)i;
            return true;
        }
    return usage(err, MSG_BAD_FORM, g->value, NULL);
}

static bool set_language(const struct given *g, struct error *err) {
    struct options *o = g->options;
    o->has_language = language_parse(span_of(g->value), &o->language);
    return o->has_language || usage(err, MSG_BAD_LANGUAGE, g->value, NULL);
}

static bool set_fail_on(const struct given *g, struct error *err) {
    struct options *o = g->options;
    o->has_fail_on = severity_parse(g->value, &o->fail_on);
    return o->has_fail_on || usage(err, MSG_BAD_SEVERITY, g->value, NULL);
}

static bool set_flag(const struct given *g, struct error *err) {
    (void)err;
    *(bool *)g->member = true;
    return true;
}

static bool add_list(const struct given *g, struct error *err) {
    return add_file(g->options, g->id, g->value, err);
}

static bool add_rule(const struct given *g, struct error *err) {
    vec_push(&g->options->rules, g->value);
    return !is_blank(g->value) || bad_value(g, MSG_BAD_VALUE, err);
}

/* A system that is in the configuration, or one with its list. */
static bool add_drawn(const struct given *g, struct error *err) {
    if (strchr(g->value, '='))
        return add_file(g->options, OPTION_SYSTEM, g->value, err);
    vec_push(&g->options->drawn, g->value);
    return !is_blank(g->value) || bad_value(g, MSG_BAD_VALUE, err);
}

#define MEMBER(name) offsetof(struct options, name)

static const struct {
    bool (*set)(const struct given *g, struct error *err);
    size_t member;
} settings[OPTION_COUNT] = {
    [OPTION_CONFIG] = {set_text, MEMBER(config)},
    [OPTION_AS_OF] = {set_as_of, MEMBER(as_of)},
    [OPTION_OUT] = {set_text, MEMBER(out)},
    [OPTION_FORMAT] = {set_any, MEMBER(format)},
    [OPTION_FORM] = {set_form, MEMBER(form)},
    [OPTION_LANG] = {set_language, MEMBER(language)},
    [OPTION_FAIL_ON] = {set_fail_on, MEMBER(fail_on)},
    [OPTION_NO_LEDGER] = {set_flag, MEMBER(no_ledger)},
    [OPTION_FORCE] = {set_flag, MEMBER(force)},
    [OPTION_REASON] = {set_any, MEMBER(reason)},
    [OPTION_ROSTER] = {add_list, MEMBER(rosters)},
    [OPTION_SYSTEM] = {add_list, MEMBER(systems)},
    [OPTION_DRAWN] = {add_drawn, MEMBER(drawn)},
    [OPTION_LICENSE] = {add_list, MEMBER(licenses)},
    [OPTION_ENCODING] = {set_text, MEMBER(encoding)},
    [OPTION_DELIMITER] = {set_any, MEMBER(delimiter)},
    [OPTION_SHEET] = {set_text, MEMBER(sheet)},
    [OPTION_THREADS] = {set_threads, MEMBER(threads)},
    [OPTION_LDAP] = {set_text, MEMBER(ldap)},
    [OPTION_BIND_DN] = {set_text, MEMBER(bind_dn)},
    [OPTION_PASSWORD_FILE] = {set_text, MEMBER(password_file)},
    [OPTION_TLS_CA] = {set_text, MEMBER(tls_ca)},
    [OPTION_STARTTLS] = {set_flag, MEMBER(starttls)},
    [OPTION_RUN] = {set_number, MEMBER(run)},
    [OPTION_HEAD] = {set_text, MEMBER(head)},
    [OPTION_SIZE] = {set_number, MEMBER(size)},
    [OPTION_SEED] = {set_text, MEMBER(seed)},
    [OPTION_RULE] = {add_rule, MEMBER(rules)},
    [OPTION_BEFORE] = {set_day, MEMBER(before)},
    [OPTION_BY] = {set_text, MEMBER(by)},
    [OPTION_REPLY_BY] = {set_day, MEMBER(reply_by)},
    [OPTION_QUIET] = {set_flag, MEMBER(quiet)},
    [OPTION_METRICS] = {set_text, MEMBER(metrics)},
    [OPTION_HELP] = {set_flag, MEMBER(help)},
};

static bool set(struct options *o, enum option_id id, const char *value, struct error *err) {
    struct given given = {o, id, (char *)o + settings[id].member, value};
    return settings[id].set(&given, err);
}

/* The allowed option that `text` ("--name", "--name=value", "-c") means; *value is what follows
 * "=". */
static enum option_id find(const char *text, uint64_t allowed, const char **value) {
    *value = NULL;
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *info = &option_table[i];
        if (!(allowed & (UINT64_C(1) << i)))
            continue;
        if (text[1] != '-') {
            if (info->letter && text[1] == info->letter) {
                *value = text[2] ? text + 2 : NULL;
                return (enum option_id)i;
            }
            continue;
        }
        size_t n = strlen(info->name);
        if (strncmp(text + 2, info->name, n) == 0 && (text[2 + n] == '\0' || text[2 + n] == '=')) {
            *value = text[2 + n] == '=' ? text + 3 + n : NULL;
            return (enum option_id)i;
        }
    }
    return OPTION_COUNT;
}

static bool takes_files(enum option_id id) {
    return id == OPTION_ROSTER || id == OPTION_SYSTEM || id == OPTION_DRAWN || id == OPTION_LICENSE;
}

/* What stands without a sign: another file of the option before (--system A=a.csv B=b.csv), or an
 * argument. */
static bool take_plain(struct options *o, enum option_id last, const char *text,
                       struct error *err) {
    if (takes_files(last) && (strchr(text, '=') || last == OPTION_ROSTER))
        return add_file(o, last == OPTION_DRAWN ? OPTION_SYSTEM : last, text, err);
    vec_push(&o->arguments, text);
    return true;
}

static bool take_option(struct options *o, enum option_id id, const char *value,
                        struct error *err) {
    if (option_table[id].value)
        return value ? set(o, id, value, err)
                     : usage(err, MSG_VALUE_MISSING, option_table[id].name, option_table[id].value);
    if (value)
        return usage(err, MSG_FLAG_WITH_VALUE, option_table[id].name, NULL);
    return set(o, id, NULL, err);
}

bool options_parse(struct options *o, int argc, char **argv, uint64_t allowed, struct error *err) {
    *o = (struct options){.as_of = DATE_NONE, .before = DATE_NONE, .reply_by = DATE_NONE};
    enum option_id last = OPTION_COUNT;
    bool only_arguments = false;
    for (int i = 1; i < argc; i++) {
        const char *value, *text = argv[i];
        bool is_end = !only_arguments && strcmp(text, "--") == 0;
        if (only_arguments || is_end || text[0] != '-' || text[1] == '\0') {
            if (only_arguments)
                vec_push(&o->arguments, text);
            else if (!is_end && !take_plain(o, last, text, err))
                return false;
            only_arguments |= is_end;
            continue;
        }
        enum option_id id = find(text, allowed, &value);
        if (id == OPTION_COUNT)
            return unknown_option(err, text + (text[1] == '-' ? 2 : 1), allowed);
        last = id;
        if (option_table[id].value && !value && i + 1 < argc)
            value = argv[++i];
        if (!take_option(o, id, value, err))
            return false;
    }
    if (o->force && (!o->reason || is_blank(o->reason)) && !o->help)
        return usage(err, MSG_FORCE_NEEDS_REASON, NULL, NULL);
    return true;
}

static void release_files(struct named_file *files, size_t count) {
    for (size_t i = 0; i < count; i++)
        free(files[i].owned);
    free(files);
}

void options_release(struct options *o) {
    release_files(o->rosters.items, o->rosters.count);
    release_files(o->systems.items, o->systems.count);
    release_files(o->licenses.items, o->licenses.count);
    vec_release(&o->arguments);
    vec_release(&o->rules);
    vec_release(&o->drawn);
    *o = (struct options){0};
}

enum language options_language(int argc, char **argv) {
    enum language lang = LANG_JA;
    const char *usual = getenv("TENKO_LANG");
    if (usual)
        language_parse(span_of(usual), &lang);
    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--lang=", 7) == 0)
            language_parse(span_of(argv[i] + 7), &lang);
        else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            language_parse(span_of(argv[i + 1]), &lang);
    }
    return lang;
}
