/*
 * Completion from the tables of commands and options, so that no shell's script knows any of them.
 * The words before the last one say what is asked for: a command, an option, an option's value or
 * an argument.
 */
#include "complete.h"

#include "complete_names.h"

#include "tenko/report.h"

struct completion {
    struct cli *cli;
    struct span typed;  /* of the word that is asked for, behind `before` */
    struct span before; /* "--config=", "xlsx,": stays before every word that is offered */
    const char *config; /* -c, among the words */
    const struct command *command;
};

/* --- What is offered --- */

static void offer(void *context, struct span word, struct span meaning) {
    struct completion *c = context;
    struct sink *out = &c->cli->out;
    /* A control character would end the line or the word. */
    for (size_t i = 0; i < word.n; i++)
        if ((unsigned char)word.p[i] < 0x20)
            return;
    if (word.n < c->typed.n || memcmp(word.p, c->typed.p, c->typed.n) != 0)
        return;
    sink_span(out, c->before);
    sink_span(out, word);
    if (meaning.n) {
        sink_char(out, '\t');
        sink_span(out, meaning);
    }
    sink_char(out, '\n');
}

static void offer_choices(struct completion *c, const char *choices, const char *between) {
    while (*choices) {
        size_t n = strcspn(choices, between);
        offer(c, (struct span){choices, n}, SPAN(""));
        choices += n + strspn(choices + n, between);
    }
}

static void offer_commands(struct completion *c) {
    for (size_t i = 0; i < command_count; i++)
        offer(c, span_of(commands[i].name), span_of(commands[i].summary[c->cli->language]));
    offer(c, SPAN("help"), SPAN(""));
}

static void offer_option(struct completion *c, enum option_id id) {
    const struct option_info *info = &option_table[id];
    struct strbuf name = {0};
    strbuf_addf(&name, "--%s", info->name);
    offer(c, strbuf_span(&name), span_of(info->help[c->cli->language]));
    strbuf_release(&name);
}

static void offer_options(struct completion *c) {
    for (int i = 0; i < OPTION_COUNT; i++)
        if (c->command->options & (UINT64_C(1) << i))
            offer_option(c, (enum option_id)i);
}

static void offer_rules(struct completion *c) {
    bool is_japanese = c->cli->language == LANG_JA;
    for (size_t i = 0; i < rule_count; i++)
        offer(c, span_of(rules[i].name),
              span_of(is_japanese ? rules[i].title_ja : rules[i].title_en));
}

static void offer_names(struct completion *c, enum complete_name what) {
    complete_names(what, c->config, offer, c);
}

static void ask_shell(struct completion *c, const char *for_what) {
    sink_f(&c->cli->out, ":%s\n", for_what);
}

/* --- Values and arguments --- */

static void cut_behind(struct completion *c, char sign) {
    const char *last = c->typed.n ? memrchr(c->typed.p, sign, c->typed.n) : NULL;
    if (!last)
        return;
    size_t n = (size_t)(last + 1 - c->typed.p);
    c->before.n += n;
    c->typed = (struct span){last + 1, c->typed.n - n};
}

/* The formats of a report, by commas. */
static void offer_formats(struct completion *c) {
    struct strbuf names = {0};
    report_add_formats(&names);
    cut_behind(c, ',');
    offer_choices(c, names.p, ", ");
    strbuf_release(&names);
}

static void offer_severities(struct completion *c) {
    for (enum severity s = SEVERITY_CRITICAL; s < SEVERITY_COUNT; s++)
        offer(c, span_of(severity_name(s)), SPAN(""));
}

/* NAME=FILE; a name alone where systems are drawn from the configuration. */
static void offer_named_file(struct completion *c, enum option_id id) {
    if (id == OPTION_ROSTER || memchr(c->typed.p, '=', c->typed.n))
        ask_shell(c, "files");
    else if (id == OPTION_DRAWN)
        offer_names(c, COMPLETE_SYSTEMS);
}

static void offer_values(struct completion *c, enum option_id id) {
    const char *value = option_table[id].value;
    switch (id) {
    case OPTION_FORMAT:
        offer_formats(c);
        break;
    case OPTION_FAIL_ON:
        offer_severities(c);
        break;
    case OPTION_RULE:
        offer_rules(c);
        break;
    case OPTION_RUN:
        offer_names(c, COMPLETE_RUNS);
        break;
    case OPTION_ROSTER:
    case OPTION_SYSTEM:
    case OPTION_DRAWN:
    case OPTION_LICENSE:
        offer_named_file(c, id);
        break;
    default:
        if (strchr(value, '|'))
            offer_choices(c, value, "|");
        else if (strcmp(value, "FILE") == 0)
            ask_shell(c, "files");
        else if (strcmp(value, "DIR") == 0)
            ask_shell(c, "dirs");
    }
}

/* The argument at `place`, from 0, behind `first` (NULL: it is the first). */
static void offer_argument(struct completion *c, size_t place, const char *first) {
    const char *name = c->command->name ? c->command->name : ""; /* as at the table's end */
    if (strcmp(name, "explain") == 0 && place == 0) {
        offer_names(c, COMPLETE_SYSTEMS);
        offer_names(c, COMPLETE_EXCEPTIONS);
    } else if (strcmp(name, "diff") == 0 && place < 2) {
        offer_names(c, COMPLETE_RUNS);
    } else if (strcmp(name, "review") == 0 && place == 0) {
        offer_choices(c, "export|import|status", "|");
    } else if ((strcmp(name, "review") == 0 && first && strcmp(first, "import") == 0) ||
               (strcmp(name, "peek") == 0 && place == 0)) {
        ask_shell(c, "files");
    } else if ((strcmp(name, "init") == 0 || strcmp(name, "verify") == 0) && place == 0) {
        ask_shell(c, "dirs");
    }
}

/* --- Which of them --- */

/* The option of the command that `word` begins; OPTION_COUNT: none. */
static enum option_id option_of(const struct command *command, const char *word) {
    const char *equals = strchr(word, '=');
    size_t n = equals ? (size_t)(equals - word) : strlen(word);
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *info = &option_table[i];
        if (!(command->options & (UINT64_C(1) << i)))
            continue;
        bool is_long = n == strlen(info->name) + 2 && strncmp(word, "--", 2) == 0 &&
                       memcmp(word + 2, info->name, n - 2) == 0;
        if (is_long || (info->letter && n == 2 && word[0] == '-' && word[1] == info->letter))
            return (enum option_id)i;
    }
    return OPTION_COUNT;
}

static bool takes_value(enum option_id id) {
    return id != OPTION_COUNT && option_table[id].value;
}

/* Behind the command: the last word is an option, the value of one, or an argument. */
static void complete_words(struct completion *c, int count, char *const *words) {
    enum option_id pending = OPTION_COUNT; /* its value is the next word */
    const char *first = NULL;
    size_t arguments = 0;
    for (int i = 0; i + 1 < count; i++) {
        if (takes_value(pending)) {
            pending = OPTION_COUNT;
        } else if (words[i][0] != '-') {
            first = first ? first : words[i];
            arguments++;
        } else if (!strchr(words[i], '=')) {
            pending = option_of(c->command, words[i]);
        }
    }
    const char *last = words[count - 1];
    const char *equals = strchr(last, '=');
    c->typed = span_of(last);
    c->before = (struct span){last, 0};
    if (takes_value(pending)) {
        offer_values(c, pending);
    } else if (last[0] == '-' && equals) {
        enum option_id id = option_of(c->command, last);
        c->before.n = (size_t)(equals + 1 - last);
        c->typed = span_of(equals + 1);
        if (takes_value(id))
            offer_values(c, id);
    } else if (last[0] == '-') {
        offer_options(c);
    } else {
        offer_argument(c, arguments, first);
    }
}

/* Before the command: --lang and -c, as every command takes them. */
static void complete_command(struct completion *c, int count, char *const *words) {
    static const struct command leading = {.options = OPTION_SET(LANG) | OPTION_SET(CONFIG)};
    c->command = &leading;
    const char *last = words[count - 1];
    enum option_id pending = count > 1 && !strchr(words[count - 2], '=')
                                 ? option_of(&leading, words[count - 2])
                                 : OPTION_COUNT;
    if (takes_value(pending) || (last[0] == '-' && strchr(last, '='))) {
        complete_words(c, count, words);
        return;
    }
    c->typed = span_of(last);
    if (last[0] != '-') {
        offer_commands(c);
        return;
    }
    offer_options(c);
    offer(c, SPAN("--help"), SPAN(""));
    offer(c, SPAN("--version"), SPAN(""));
}

static const char *find_config(int count, char *const *words) {
    const char *config = NULL;
    for (int i = 0; i + 1 < count; i++) {
        bool is_apart = strcmp(words[i], "-c") == 0 || strcmp(words[i], "--config") == 0;
        if (is_apart && i + 2 < count)
            config = words[++i];
        else if (strncmp(words[i], "--config=", 9) == 0)
            config = words[i] + 9;
    }
    return config;
}

/* The command's place among the words; `count` - 1 or more: it is not there yet. */
static int find_command(int count, char *const *words) {
    int i = 0;
    while (i < count && words[i][0] == '-')
        i += strcmp(words[i], "-c") == 0 || strcmp(words[i], "--config") == 0 ||
                     strcmp(words[i], "--lang") == 0
                 ? 2
                 : 1;
    return i;
}

void complete(struct cli *cli, int count, char *const *words) {
    struct completion c = {.cli = cli, .config = find_config(count, words)};
    int at = find_command(count, words);
    if (count == 0)
        return;
    if (at + 1 >= count) {
        complete_command(&c, count, words);
        return;
    }
    c.command = command_find(words[at]);
    if (c.command) {
        complete_words(&c, count - at - 1, words + at + 1);
    } else if (strcmp(words[at], "help") == 0) {
        c.typed = span_of(words[count - 1]);
        offer_commands(&c);
    }
}
