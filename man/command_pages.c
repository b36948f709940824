/* tenko(1) and tenko-COMMAND(1) from the tables of commands and options. */
#include "pages.h"

#include "tenko/report.h"

static const char *word(const struct man_texts *t, const char *en, const char *ja) {
    return t->language == LANG_JA ? ja : en;
}

/* Words in capitals stand for others: FILE, NAME=FILE…; the rest is typed as it stands. */
static void add_usage(struct strbuf *out, const char *usage) {
    for (const char *p = usage; *p;) {
        size_t n = strspn(p, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");
        if (n) {
            roff_placeholder(out, (struct span){p, n});
        } else if (*p == '\n') {
            strbuf_add_text(out, "\n.br\n");
            n = 1 + strspn(p + 1, " ");
        } else {
            n = 1;
            roff_text(out, (struct span){p, n});
        }
        p += n;
    }
    strbuf_add_char(out, '\n');
}

static void add_option(struct strbuf *out, const struct man_texts *t, enum option_id id) {
    const struct option_info *info = &option_table[id];
    roff_tag(out);
    if (info->letter) {
        roff_literal(out, (struct span){(char[]){'-', info->letter}, 2});
        strbuf_add_text(out, ", ");
    }
    roff_literal(out, SPAN("--"));
    roff_literal(out, span_of(info->name));
    if (info->value) {
        strbuf_add_char(out, ' ');
        roff_placeholder(out, span_of(info->value));
    }
    roff_tag_end(out);
    roff_text(out, span_of(info->help[t->language]));
    if (id == OPTION_FORMAT) {
        struct strbuf formats = {0};
        report_add_formats(&formats);
        strbuf_addf(out, ": %s", formats.p);
        strbuf_release(&formats);
    }
    strbuf_add_char(out, '\n');
}

static void add_examples(struct strbuf *out, const struct man_texts *t, const struct command *c) {
    struct strbuf lines = {0};
    roff_section(out, word(t, "EXAMPLES", "例"));
    strbuf_addf(&lines, "%s\n", c->examples);
    roff_lines(out, strbuf_span(&lines));
    strbuf_release(&lines);
}

void page_command(struct strbuf *out, const struct man_texts *t, const struct command *c) {
    struct strbuf name = {0};
    strbuf_addf(&name, "tenko-%s", c->name);
    const struct roff_head head = {name.p, 1, c->summary[t->language], t->language};
    roff_page(out, &head);
    roff_section(out, word(t, "SYNOPSIS", "書式"));
    roff_literal(out, SPAN("tenko "));
    roff_literal(out, span_of(c->name));
    strbuf_add_char(out, ' ');
    add_usage(out, c->usage);
    roff_section(out, word(t, "DESCRIPTION", "説明"));
    man_texts_add(out, t, c->name);
    roff_section(out, word(t, "OPTIONS", "オプション"));
    for (int i = 0; i < OPTION_COUNT; i++)
        if (c->options & (UINT64_C(1) << i))
            add_option(out, t, (enum option_id)i);
    add_examples(out, t, c);
    roff_section(out, word(t, "EXIT STATUS", "終了コード"));
    man_texts_add(out, t, "exit");
    page_see_also(out, t->language, "tenko(1), tenko.yaml(5), tenko-rules(7), tenko-ledger(5)");
    strbuf_release(&name);
}

static void add_commands(struct strbuf *out, const struct man_texts *t) {
    roff_section(out, word(t, "COMMANDS", "コマンド"));
    for (size_t i = 0; i < command_count; i++) {
        roff_tag(out);
        roff_literal(out, SPAN("tenko-"));
        roff_literal(out, span_of(commands[i].name));
        strbuf_add_text(out, "(1)\n");
        roff_text(out, span_of(commands[i].summary[t->language]));
        strbuf_add_char(out, '\n');
    }
}

static void add_synopsis(struct strbuf *out, const struct man_texts *t) {
    roff_section(out, word(t, "SYNOPSIS", "書式"));
    roff_literal(out, SPAN("tenko "));
    add_usage(out, "COMMAND [--lang ja|en] [-c FILE] …");
    strbuf_add_text(out, ".br\n");
    roff_literal(out, SPAN("tenko help "));
    add_usage(out, "[COMMAND]");
    strbuf_add_text(out, ".br\n");
    roff_literal(out, SPAN("tenko --version"));
    strbuf_add_char(out, '\n');
}

void page_tenko(struct strbuf *out, const struct man_texts *t) {
    static const char *const en = "calls the roll of user IDs and licenses";
    static const char *const ja = "利用者ID とライセンスの点呼をとる";
    const struct roff_head head = {"tenko", 1, word(t, en, ja), t->language};
    roff_page(out, &head);
    add_synopsis(out, t);
    roff_section(out, word(t, "DESCRIPTION", "説明"));
    man_texts_add(out, t, "tenko");
    add_commands(out, t);
    roff_section(out, word(t, "EXIT STATUS", "終了コード"));
    man_texts_add(out, t, "exit");
    man_texts_add(out, t, "other checkers");
    man_texts_add(out, t, "surroundings");
    struct strbuf others = {0};
    for (size_t i = 0; i < command_count; i++)
        strbuf_addf(&others, "tenko-%s(1), ", commands[i].name);
    strbuf_add_text(&others, "tenko.yaml(5), tenko-rules(7), tenko-ledger(5)");
    page_see_also(out, t->language, others.p);
    strbuf_release(&others);
}
