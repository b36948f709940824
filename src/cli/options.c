/* The command line. Unknown options and bad values name the nearest thing that exists. */
#include "options.h"

#include "tenko/nearest.h"

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

/* A number from 1 on. */
static bool set_number(enum option_id id, const char *value, uint64_t *out, struct error *err) {
    char *end;
    *out = *value >= '0' && *value <= '9' && strlen(value) < 19 ? strtoull(value, &end, 10) : 0;
    return (*out && *end == '\0') || usage(err, MSG_BAD_NUMBER, option_table[id].name, value);
}

static bool set_day(enum option_id id, const char *value, date *out, struct error *err) {
    struct date_style style = {0};
    return date_parse(span_of(value), &style, out) == DATE_READ ||
           usage(err, MSG_BAD_DAY, option_table[id].name, value);
}

static bool set_form(const char *value, enum output_form *out, struct error *err) {
    static const char *const names[] = {"text", "csv", "json"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(value, names[i]) == 0) {
            *out = (enum output_form)i;
            return true;
        }
    return usage(err, MSG_BAD_FORM, value, NULL);
}

/* A case an option. NOLINTNEXTLINE(readability-function-size) */
static bool set_value(struct options *o, enum option_id id, const char *value, struct error *err) {
    char *end;
    switch (id) {
    case OPTION_CONFIG:
        o->config = value;
        return true;
    case OPTION_OUT:
        o->out = value;
        return *value ? true : usage(err, MSG_BAD_VALUE, "out", value);
    case OPTION_FORMAT:
        o->format = value;
        return true;
    case OPTION_FORM:
        return set_form(value, &o->form, err);
    case OPTION_REASON:
        o->reason = value;
        return true;
    case OPTION_HEAD:
        o->head = value;
        return true;
    case OPTION_SEED:
        o->seed = value;
        return true;
    case OPTION_RUN:
        return set_number(id, value, &o->run, err);
    case OPTION_SIZE:
        return set_number(id, value, &o->size, err);
    case OPTION_BEFORE:
        return set_day(id, value, &o->before, err);
    case OPTION_REPLY_BY:
        return set_day(id, value, &o->reply_by, err);
    case OPTION_BY:
        o->by = value;
        return true;
    case OPTION_RULE:
        vec_push(&o->rules, value);
        return true;
    case OPTION_DRAWN:
        if (strchr(value, '='))
            return add_file(o, OPTION_SYSTEM, value, err);
        vec_push(&o->drawn, value);
        return *value ? true : usage(err, MSG_BAD_VALUE, "system", value);
    case OPTION_LDAP:
        o->ldap = value;
        return true;
    case OPTION_BIND_DN:
        o->bind_dn = value;
        return true;
    case OPTION_PASSWORD_FILE:
        o->password_file = value;
        return true;
    case OPTION_TLS_CA:
        o->tls_ca = value;
        return true;
    case OPTION_METRICS:
        o->metrics = value;
        return *value ? true : usage(err, MSG_BAD_VALUE, "metrics", value);
    case OPTION_ENCODING:
        o->encoding = value;
        return true;
    case OPTION_SHEET:
        o->sheet = value;
        return true;
    case OPTION_DELIMITER:
        o->delimiter = value;
        return true;
    case OPTION_AS_OF: {
        struct date_style style = {0};
        enum date_result result = date_parse(span_of(value), &style, &o->as_of);
        return result == DATE_READ ? true : usage(err, MSG_BAD_AS_OF, value, NULL);
    }
    case OPTION_LANG:
        o->has_language = language_parse(span_of(value), &o->language);
        return o->has_language ? true : usage(err, MSG_BAD_LANGUAGE, value, NULL);
    case OPTION_FAIL_ON:
        o->has_fail_on = severity_parse(value, &o->fail_on);
        return o->has_fail_on ? true : usage(err, MSG_BAD_SEVERITY, value, NULL);
    case OPTION_THREADS: {
        long n = strtol(value, &end, 10);
        o->threads = n >= 1 && n <= 1024 && *end == '\0' ? (unsigned)n : 0;
        return o->threads ? true : usage(err, MSG_BAD_THREADS, value, NULL);
    }
    case OPTION_ROSTER:
    case OPTION_SYSTEM:
    case OPTION_LICENSE:
        return add_file(o, id, value, err);
    default:
        return true;
    }
}

static void set_flag(struct options *o, enum option_id id) {
    o->no_ledger |= id == OPTION_NO_LEDGER;
    o->force |= id == OPTION_FORCE;
    o->help |= id == OPTION_HELP;
    o->quiet |= id == OPTION_QUIET;
    o->starttls |= id == OPTION_STARTTLS;
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
        return value ? set_value(o, id, value, err)
                     : usage(err, MSG_VALUE_MISSING, option_table[id].name, option_table[id].value);
    if (value)
        return usage(err, MSG_FLAG_WITH_VALUE, option_table[id].name, NULL);
    set_flag(o, id);
    return true;
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
    if (o->force && (!o->reason || !*o->reason) && !o->help)
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
