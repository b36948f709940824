/* The csv connector: its options, and a reader's life. */
#include "csv_connector.h"

#include "csv_detect.h"
#include "csv_reader.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define SAMPLE_BYTES      ((size_t)64 << 10)
#define CELL_GROWTH_BYTES ((size_t)64 << 10)

static const struct option_spec options[] = {
    {"path", OPTION_PATH, NULL, NULL, true, "the file", "ファイル"},
    {"encoding", OPTION_TEXT, "auto", NULL, false,
     "auto, utf-8, cp932 (shift_jis, sjis, ms932, windows-31j), utf-16le, utf-16be, euc-jp, "
     "iso-2022-jp (jis), windows-1252 (iso-8859-1, latin1), windows-1250, windows-1251, "
     "iso-8859-2 (latin2), iso-8859-15 (latin9), gb18030 (gbk), big5 or euc-kr",
     "文字コード: auto、utf-8、cp932（shift_jis、sjis、ms932、windows-31j）、utf-16le、utf-16be、"
     "euc-jp、iso-2022-jp（jis）、windows-1252（iso-8859-1、latin1）、windows-1250、windows-1251、"
     "iso-8859-2（latin2）、iso-8859-15（latin9）、gb18030（gbk）、big5、euc-kr"},
    {"delimiter", OPTION_TEXT, "auto", NULL, false,
     "auto, comma, semicolon, tab, pipe, colon or space, or the characters themselves",
     "区切り文字: "
     "auto、comma、semicolon、tab、pipe、colon、space、またはその文字そのもの（2文字以上も可）"},
    {"quote", OPTION_TEXT, "auto", NULL, false, "auto, the sign around cells, or none",
     "セルを囲む引用符: auto、記号1字、none"},
    {"escape", OPTION_TEXT, "auto", NULL, false,
     "auto, the sign that makes the next one plain (such as \\), or none",
     "次の文字を普通の文字として扱わせる記号（\\ など）: auto、記号1字、none"},
    {"header", OPTION_CHOICE, "auto", "auto|none", false,
     "none: the first row is an entry already, and `columns` gives positions",
     "none: 見出しがなく1行目からデータ。columns には列の位置（1、2…）を書く"},
};

/* The characters that a delimiter's name stands for, or the text itself; *out NULL: auto. */
static bool parse_delimiter(const char *word, const char **out) {
    static const struct {
        const char *word, *delimiter;
    } words[] = {{"auto", NULL}, {"comma", ","}, {"semicolon", ";"}, {"tab", "\t"},
                 {"\\t", "\t"},  {"pipe", "|"},  {"colon", ":"},     {"space", " "}};
    *out = word;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasecmp(words[i].word, word) == 0)
            *out = words[i].delimiter;
    if (!*out)
        return true;
    /* Letters and digits are no delimiters, but misspelt names of some. */
    bool is_word = ((*out)[0] | 0x20) >= 'a' && ((*out)[0] | 0x20) <= 'z';
    bool is_number = (*out)[0] >= '0' && (*out)[0] <= '9';
    return !is_word && !is_number && (*out)[0] && strlen(*out) <= DELIMITER_MAX_BYTES &&
           !strpbrk(*out, "\"\r\n");
}

/* auto, none, or a sign of one byte. */
static bool parse_sign(const char *word, char *out) {
    bool is_auto = strcasecmp(word, "auto") == 0, is_none = strcasecmp(word, "none") == 0;
    *out = is_auto ? 0 : is_none ? SIGN_NONE : word[0];
    bool is_sign = word[0] > ' ' && word[0] < 0x7F && word[1] == '\0';
    return is_auto || is_none || is_sign;
}

/* Where an option was set, for messages. */
static uint32_t option_line(const struct source_spec *spec, const char *name) {
    for (size_t i = 0; i < spec->options.count; i++)
        if (strcmp(spec->options.items[i].name, name) == 0)
            return spec->options.items[i].line;
    return spec->config_line;
}

static bool bad_option(const struct source_spec *spec, const char *name, enum message_id message,
                       struct error *err) {
    return error_set(err, FAULT_USAGE, message, spec->config_file ? spec->config_file : "",
                     option_line(spec, name), source_option(spec, name), NULL);
}

/* libcsv's buffer holds one cell, which ROW_MAX_BYTES bounds. */
static void *grow_cell(void *old, size_t size) {
    return memory_resize(old, size, 1);
}

/* Steps over a `sep=` line. */
static bool skip_separator_line(struct reader *r, char *separator, struct error *err) {
    struct csv_text *t = &r->text;
    struct line first;
    enum found found = csv_find_line(t, 0, &first, err);
    *separator = 0;
    if (found == LINE_FOUND)
        *separator = csv_separator_line((struct span){t->text.p + t->at, first.length});
    if (*separator) {
        r->has_separator_line = true;
        t->at += first.bytes;
        r->line++;
    }
    return found != LINE_FAILED;
}

/* How cells are told apart, from what is set and what the beginning shows. */
static bool look_at_head(struct reader *r, const struct csv_settings *settings, struct error *err) {
    struct csv_text *t = &r->text;
    char separator;
    while (!t->is_complete && t->text.n - t->at < SAMPLE_BYTES)
        if (!csv_text_more(t, err))
            return false;
    if (!skip_separator_line(r, &separator, err))
        return false;
    struct span sample = {t->text.p + t->at, t->text.n - t->at};
    bool is_all = t->is_complete && sample.n <= SAMPLE_BYTES;
    if (sample.n > SAMPLE_BYTES)
        sample.n = SAMPLE_BYTES;
    struct csv_layout *l = &r->layout;
    *l = (struct csv_layout){.quote = settings->quote, .escape = settings->escape};
    if (settings->delimiter)
        snprintf(l->delimiter, sizeof l->delimiter, "%s", settings->delimiter);
    else
        l->delimiter[0] = separator;
    csv_find_layout(l, sample, is_all);
    if (!l->delimiter[0])
        l->delimiter[0] = ',';
    r->delimiter = l->delimiter[0];
    r->is_usual = l->quote == '"' && l->escape == SIGN_NONE && !l->delimiter[1] && !l->is_spaced;
    r->is_one_column =
        !separator && memmem(sample.p, sample.n, l->delimiter, strlen(l->delimiter)) == NULL;
    csv_set_delim(&r->parser, (unsigned char)r->delimiter);
    return true;
}

static void reader_close(struct reader *r) {
    if (!r)
        return;
    csv_text_close(&r->text);
    csv_free(&r->parser);
    vec_release(&r->cells);
    vec_release(&r->notes);
    vec_release(&r->note_texts);
    strbuf_release(&r->copy);
    free(r->path);
    free(r->display);
    free(r);
}

bool csv_reader_open(struct reader **out, const char *path, const char *display,
                     const struct csv_settings *settings, struct error *err) {
    struct reader *r = memory_zeroed(1, sizeof *r);
    r->path = memory_copy_text(span_of(path));
    r->display = memory_copy_text(span_of(display));
    r->line = 1;
    csv_init(&r->parser, 0);
    csv_set_realloc_func(&r->parser, grow_cell);
    csv_set_blk_size(&r->parser, CELL_GROWTH_BYTES);
    strbuf_reserve(&r->copy, CELL_GROWTH_BYTES);
    if (!csv_text_open(&r->text, r->path, r->display, settings, err)) {
        r->text = (struct csv_text){.source = {.fd = -1}};
        reader_close(r);
        return false;
    }
    if (!look_at_head(r, settings, err)) {
        reader_close(r);
        return false;
    }
    *out = r;
    return true;
}

static bool csv_open(struct reader **out, const struct source_spec *spec, struct error *err) {
    struct csv_settings settings = {0};
    if (!encoding_parse(span_of(source_option(spec, "encoding")), &settings.encoding))
        return bad_option(spec, "encoding", MSG_ENCODING_UNKNOWN, err);
    if (!parse_delimiter(source_option(spec, "delimiter"), &settings.delimiter))
        return bad_option(spec, "delimiter", MSG_DELIMITER_UNKNOWN, err);
    if (!parse_sign(source_option(spec, "quote"), &settings.quote))
        return bad_option(spec, "quote", MSG_SIGN_UNKNOWN, err);
    if (!parse_sign(source_option(spec, "escape"), &settings.escape) ||
        (settings.escape == settings.quote && settings.escape != SIGN_NONE && settings.escape))
        return bad_option(spec, "escape", MSG_SIGN_UNKNOWN, err);
    if (spec->look_error)
        return csv_bytes_failed(source_display(spec), spec->look_error, err);
    char *path = source_path(spec, source_option(spec, "path"));
    bool ok = csv_reader_open(out, path, source_display(spec), &settings, err);
    free(path);
    return ok;
}

/* The first lines may be much shorter than those of entries. */
static uint64_t csv_rows_left(const struct reader *r) {
    enum { LEAST_ROW_BYTES = 16 };
    uint64_t bytes = r->text.dropped + r->text.at, lines = r->line - 1;
    if (!lines)
        return 0;
    uint64_t row = bytes / lines < LEAST_ROW_BYTES ? LEAST_ROW_BYTES : bytes / lines;
    return csv_text_left(&r->text) / row;
}

static void add_number(struct source_facts *facts, enum message_id label, uint64_t number) {
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, number);
    source_facts_add(facts, label, text);
}

static void csv_describe(const struct reader *r, struct source_facts *facts) {
    const struct csv_text *t = &r->text;
    snprintf(facts->encoding, sizeof facts->encoding, "%s", encoding_name(t->encoding));
    facts->delimiter = r->delimiter;
    facts->has_bom = t->has_bom;
    facts->bytes = t->bytes;
    memcpy(facts->sha256, t->sha256, sizeof facts->sha256);
    if (r->layout.delimiter[1])
        source_facts_add(facts, MSG_CSV_FACT_DELIMITER, r->layout.delimiter);
    if (r->layout.is_spaced) {
        char delimiter[] = {r->delimiter, ' ', '\0'};
        source_facts_add(facts, MSG_CSV_FACT_DELIMITER, delimiter);
    }
    if (r->has_separator_line) {
        char line[] = {'s', 'e', 'p', '=', r->delimiter, '\0'};
        source_facts_add(facts, MSG_CSV_FACT_SEP_LINE, line);
    }
    if (t->has_dos_end || r->has_dos_line)
        source_facts_add(facts, MSG_CSV_FACT_DOS_END, "0x1A");
    if (r->nul_rows > 0)
        add_number(facts, MSG_CSV_FACT_NUL, r->nul_rows);
    if (csv_text_bad_bytes(t) > 0)
        add_number(facts, MSG_CSV_FACT_BAD_BYTES, csv_text_bad_bytes(t));
    if (t->not_utf8_at != NO_BYTE)
        add_number(facts, MSG_CSV_FACT_NOT_UTF8, t->not_utf8_at);
    if (t->latin_accents > 0) {
        char accents[24];
        snprintf(accents, sizeof accents, "%" PRIu64, t->latin_accents);
        source_facts_remark(facts, MSG_CSV_LOOKS_LATIN, MSG_CSV_READ_AS_CP932, accents);
    } else if (*t->readable_as) {
        source_facts_remark(facts, MSG_CSV_LOOKS_ASIAN, MSG_CSV_READ_AS_CP932, t->readable_as);
    }
}

const struct connector csv_connector = {
    .name = "csv",
    .summary_en = "a delimited text file (CSV, TSV), in any encoding common in Japan",
    .summary_ja = "区切り文字で区切られたテキストファイル（CSV、TSV）",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .display_option = "path",
    .open = csv_open,
    .next = csv_reader_next,
    .rows_left = csv_rows_left,
    .describe = csv_describe,
    .close = reader_close,
};
