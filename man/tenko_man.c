/*
 * The manual pages from the tables that the program uses: commands, options, keys and rules; what
 * no table says stands in man/texts.md, docs/CONFIG.md and docs/LEDGER.md.
 *     tenko_man SOURCE DIR     writes DIR/man1/tenko.1 … and DIR/ja/man1/tenko.1 …
 */
#include "markdown.h"
#include "pages.h"
#include "rules_document.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static void die(const char *what, const char *of) {
    fprintf(stderr, "tenko_man: %s: %s\n", of, what);
    exit(EXIT_FAILURE);
}

static void read_text(const char *source, const char *file, enum language lang,
                      struct strbuf *out) {
    struct strbuf path = {0};
    strbuf_addf(&path, "%s/%s%s.md", source, file, lang == LANG_JA ? ".ja" : "");
    FILE *in = fopen(path.p, "rb");
    if (!in)
        die("cannot be read", path.p);
    char block[4096];
    for (size_t n; (n = fread(block, 1, sizeof block, in)) > 0;)
        strbuf_add(out, block, n);
    fclose(in);
    strbuf_release(&path);
}

void man_texts_add(struct strbuf *out, const struct man_texts *t, const char *heading) {
    struct span chapter = markdown_chapter(t->all, heading);
    if (!chapter.n)
        die("no such chapter in man/texts", heading);
    markdown_to_roff(out, chapter);
}

void page_see_also(struct strbuf *out, enum language language, const char *pages) {
    roff_section(out, language == LANG_JA ? "関連項目" : "SEE ALSO");
    roff_text(out, span_of(pages));
    strbuf_add_char(out, '\n');
}

/* --- Files --- */

/* `DIR[/ja]/man1/NAME.1`, emptied for the next page. */
static void write_page(const char *dir, const char *name, int section, enum language lang,
                       struct strbuf *page) {
    struct strbuf path = {0};
    strbuf_addf(&path, "%s%s/man%d/%s.%d", dir, lang == LANG_JA ? "/ja" : "", section, name,
                section);
    for (char *p = strchr(path.p + 1, '/'); p; p = strchr(p + 1, '/')) {
        *p = '\0';
        mkdir(path.p, 0755);
        *p = '/';
    }
    FILE *file = fopen(path.p, "wb");
    if (!file || fwrite(page->p, 1, page->n, file) != page->n || fclose(file) != 0)
        die("cannot be written", path.p);
    strbuf_release(&path);
    strbuf_clear(page);
}

struct document {
    const char *name;
    int section;
    const char *file; /* below SOURCE, without language and ending; NULL = the rules */
    const char *summary[2];
};
static const struct document documents[] = {
    {"tenko.yaml", 5, "docs/CONFIG", {"Tenko の設定ファイル", "configuration of Tenko"}},
    {"tenko-ledger", 5, "docs/LEDGER", {"Tenko の実行の台帳", "the ledger of Tenko's runs"}},
    {"tenko-rules", 7, NULL, {"Tenko の規則", "the rules of Tenko"}},
};

static void add_document(struct strbuf *page, const char *source, const struct document *d,
                         enum language lang) {
    struct strbuf text = {0};
    const struct roff_head head = {d->name, d->section, d->summary[lang], lang};
    roff_page(page, &head);
    if (strcmp(d->name, "tenko.yaml") == 0)
        page_add_keys(page, lang);
    roff_section(page, lang == LANG_JA ? "説明" : "DESCRIPTION");
    if (d->file)
        read_text(source, d->file, lang, &text);
    else
        rules_document(&text, lang == LANG_JA);
    markdown_to_roff(page, strbuf_span(&text));
    page_see_also(page, lang,
                  "tenko(1), tenko-run(1), tenko.yaml(5), tenko-rules(7), tenko-ledger(5)");
    strbuf_release(&text);
}

static void write_language(const char *source, const char *dir, enum language lang) {
    struct strbuf texts = {0}, page = {0}, name = {0};
    read_text(source, "man/texts", lang, &texts);
    const struct man_texts t = {lang, strbuf_span(&texts)};
    page_tenko(&page, &t);
    write_page(dir, "tenko", 1, lang, &page);
    for (size_t i = 0; i < command_count; i++) {
        page_command(&page, &t, &commands[i]);
        strbuf_clear(&name);
        strbuf_addf(&name, "tenko-%s", commands[i].name);
        write_page(dir, name.p, 1, lang, &page);
    }
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
        add_document(&page, source, &documents[i], lang);
        write_page(dir, documents[i].name, documents[i].section, lang, &page);
    }
    strbuf_release(&texts);
    strbuf_release(&page);
    strbuf_release(&name);
}

int main(int argc, char **argv) {
    if (argc != 3)
        die("usage: tenko_man SOURCE DIR", "arguments");
    write_language(argv[1], argv[2], LANG_JA);
    write_language(argv[1], argv[2], LANG_EN);
    return EXIT_SUCCESS;
}
