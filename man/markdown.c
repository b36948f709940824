/*
 * A line at a time: a line says what block it begins, and what belongs to the block is gathered
 * before it is written, since a paragraph's lines are joined (without a space between two Japanese
 * letters).
 */
#include "markdown.h"

#include "tenko/memory.h"

struct reader {
    struct strbuf *out;
    struct span rest; /* lines not read yet */
};

/* --- Lines --- */

static struct span peek_line(const struct reader *r) {
    const char *end = r->rest.n ? memchr(r->rest.p, '\n', r->rest.n) : NULL;
    return (struct span){r->rest.p, end ? (size_t)(end - r->rest.p) : r->rest.n};
}

static struct span next_line(struct reader *r) {
    struct span line = peek_line(r);
    size_t n = line.n + (line.n < r->rest.n);
    r->rest = (struct span){r->rest.p + n, r->rest.n - n};
    return line;
}

static bool begins(struct span line, const char *with) {
    size_t n = strlen(with);
    return line.n >= n && memcmp(line.p, with, n) == 0;
}

static struct span trimmed(struct span text) {
    while (text.n && (*text.p == ' ' || *text.p == '\t'))
        text = (struct span){text.p + 1, text.n - 1};
    while (text.n && (text.p[text.n - 1] == ' ' || text.p[text.n - 1] == '\t'))
        text.n--;
    return text;
}

/* The length of "1. " at the line's beginning, or 0. */
static size_t number_width(struct span line) {
    size_t n = 0;
    while (n < line.n && line.p[n] >= '0' && line.p[n] <= '9')
        n++;
    return n && n + 1 < line.n && line.p[n] == '.' && line.p[n + 1] == ' ' ? n + 2 : 0;
}

static bool begins_block(struct span line) {
    return !trimmed(line).n || begins(line, "#") || begins(line, "- ") || begins(line, "|") ||
           begins(line, "```") || begins(line, "<!--") || number_width(line);
}

/* Behind what is there: a space, except between two letters of Japanese. */
static void join(struct strbuf *text, struct span line) {
    line = trimmed(line);
    bool is_between = text->n && line.n && (unsigned char)text->p[text->n - 1] >= 0x80 &&
                      (unsigned char)line.p[0] >= 0x80;
    if (text->n && !is_between)
        strbuf_add_char(text, ' ');
    strbuf_add_span(text, line);
}

/* The lines of a paragraph or of an item that go on from `first`. */
static void gather(struct reader *r, struct span first, struct strbuf *text) {
    join(text, first);
    while (r->rest.n && !begins_block(peek_line(r)))
        join(text, next_line(r));
}

/* --- Within a line --- */

static const char *find(struct span text, size_t from, const char *what) {
    size_t n = strlen(what);
    for (size_t i = from; i + n <= text.n; i++)
        if (memcmp(text.p + i, what, n) == 0)
            return text.p + i;
    return NULL;
}

static struct span between(const char *start, const char *end) {
    return (struct span){start, (size_t)(end - start)};
}

static void add_inline(struct strbuf *out, struct span text);

/* [text](target): the text, and an address of the web behind it. Returns what it took. */
static size_t add_link(struct strbuf *out, struct span text) {
    const char *close = find(text, 1, "]");
    if (!close || !begins((struct span){close, text.n - (size_t)(close - text.p)}, "]("))
        return 0;
    const char *end = find(text, (size_t)(close - text.p), ")");
    if (!end)
        return 0;
    struct span shown = between(text.p + 1, close), target = between(close + 2, end);
    bool is_other_language =
        span_equal(shown, SPAN("日本語")) || span_equal(shown, SPAN("English"));
    if (!is_other_language)
        add_inline(out, shown);
    if (begins(target, "http")) {
        strbuf_add_text(out, " <");
        roff_text(out, target);
        strbuf_add_char(out, '>');
    }
    return (size_t)(end + 1 - text.p);
}

/* (English: [CONFIG.md](CONFIG.md)): manual pages have languages of their own. */
static size_t other_language(struct span text) {
    if (!begins(text, "(English: [") && !begins(text, "(日本語: ["))
        return 0;
    const char *end = find(text, 0, "))");
    return end ? (size_t)(end + 2 - text.p) : 0;
}

/* `code`, **strong** and *stress*: what lies between two marks. Returns what it took. */
static size_t add_marked(struct strbuf *out, struct span text, const char *mark) {
    size_t n = strlen(mark);
    const char *end =
        begins(text, mark) && text.n > n && text.p[n] != ' ' ? find(text, n, mark) : NULL;
    if (!end)
        return 0;
    if (*mark == '*' && n == 1)
        roff_placeholder(out, between(text.p + n, end));
    else
        roff_literal(out, between(text.p + n, end));
    return (size_t)(end + n - text.p);
}

/* Signs that Markdown has to write in another way. */
static size_t add_entity(struct strbuf *out, struct span text) {
    static const char *const entities[][2] = {{"&#124;", "|"}, {"&lt;", "<"}, {"&gt;", ">"},
                                              {"&amp;", "&"},  {"\\|", "|"},  {"\\*", "*"}};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (begins(text, entities[i][0])) {
            roff_text(out, span_of(entities[i][1]));
            return strlen(entities[i][0]);
        }
    return 0;
}

static size_t add_special(struct strbuf *out, struct span text) {
    size_t n = 0;
    switch (*text.p) {
    case '`':
        return add_marked(out, text, "`");
    case '*':
        n = add_marked(out, text, "**");
        return n ? n : add_marked(out, text, "*");
    case '[':
        return add_link(out, text);
    case '(':
        return other_language(text);
    case '&':
    case '\\':
        return add_entity(out, text);
    default:
        return 0;
    }
}

static void add_inline(struct strbuf *out, struct span text) {
    while (text.n) {
        size_t n = add_special(out, text);
        if (!n) {
            for (n = 1; n < text.n && !strchr("`*[(&\\", text.p[n]);)
                n++;
            roff_text(out, (struct span){text.p, n});
        }
        text = (struct span){text.p + n, text.n - n};
    }
}

/* A tail of spaces would stay where a link to the other language was. */
static void add_flowing(struct strbuf *out, struct span text) {
    add_inline(out, trimmed(text));
    while (out->n && out->p[out->n - 1] == ' ')
        out->p[--out->n] = '\0';
    roff_end_line(out);
}

/* --- Blocks --- */

static void add_heading(struct reader *r, struct span line) {
    size_t depth = 0;
    while (depth < line.n && line.p[depth] == '#')
        depth++;
    if (depth > 1) {
        strbuf_add_text(r->out, depth == 2 ? ".SH " : ".SS ");
        add_flowing(r->out, (struct span){line.p + depth, line.n - depth});
    }
}

static void add_paragraph(struct reader *r, struct span line) {
    struct strbuf text = {0};
    gather(r, line, &text);
    roff_paragraph(r->out);
    add_flowing(r->out, strbuf_span(&text));
    strbuf_release(&text);
}

static void add_item(struct reader *r, struct span line) {
    struct strbuf text = {0};
    size_t width = number_width(line);
    if (width)
        strbuf_addf(r->out, ".IP %.*s 4\n", (int)width - 1, line.p);
    else
        strbuf_add_text(r->out, ".IP \\(bu 2\n");
    width = width ? width : 2;
    gather(r, (struct span){line.p + width, line.n - width}, &text);
    add_flowing(r->out, strbuf_span(&text));
    strbuf_release(&text);
}

/* Between fences, or indented by four. */
static void add_code(struct reader *r, struct span line) {
    struct strbuf code = {0};
    bool is_fenced = begins(line, "```");
    if (is_fenced)
        line = next_line(r);
    while (is_fenced ? !begins(line, "```") : begins(line, "    ")) {
        size_t indent = is_fenced ? 0 : 4;
        strbuf_add(&code, line.p + indent, line.n - indent);
        strbuf_add_char(&code, '\n');
        if (!r->rest.n || (!is_fenced && !begins(peek_line(r), "    ")))
            break;
        line = next_line(r);
    }
    roff_lines(r->out, strbuf_span(&code));
    strbuf_release(&code);
}

struct row {
    VEC(struct span) cells;
};

static void read_row(struct row *row, struct span line) {
    row->cells.count = 0;
    size_t from = 1;
    for (size_t i = 1; i < line.n; i++)
        if (line.p[i] == '|' && line.p[i - 1] != '\\') {
            vec_push(&row->cells, trimmed(between(line.p + from, line.p + i)));
            from = i + 1;
        }
}

/* The first cell is the tag, the last one the text; those between stand before it with their
 * headings. */
static void add_row(struct strbuf *out, const struct row *heads, const struct row *row) {
    roff_tag(out);
    add_flowing(out, row->cells.items[0]);
    for (size_t i = 1; i + 1 < row->cells.count; i++) {
        struct span cell = row->cells.items[i];
        if (!cell.n)
            continue;
        if (i < heads->cells.count) {
            add_inline(out, heads->cells.items[i]);
            strbuf_add_text(out, ": ");
        }
        add_inline(out, cell);
        roff_end_line(out);
        strbuf_add_text(out, ".br\n");
    }
    if (row->cells.count > 1)
        add_flowing(out, row->cells.items[row->cells.count - 1]);
}

static void add_table(struct reader *r, struct span line) {
    struct row heads = {0}, row = {0};
    read_row(&heads, line);
    next_line(r); /* |---|---| */
    while (begins(peek_line(r), "|")) {
        read_row(&row, next_line(r));
        if (row.cells.count)
            add_row(r->out, &heads, &row);
    }
    vec_release(&heads.cells);
    vec_release(&row.cells);
}

void markdown_to_roff(struct strbuf *out, struct span text) {
    struct reader r = {.out = out, .rest = text};
    while (r.rest.n) {
        struct span line = next_line(&r);
        if (!trimmed(line).n || begins(line, "<!--"))
            continue;
        roff_end_line(out);
        if (begins(line, "#"))
            add_heading(&r, line);
        else if (begins(line, "```") || begins(line, "    "))
            add_code(&r, line);
        else if (begins(line, "|"))
            add_table(&r, line);
        else if (begins(line, "- ") || number_width(line))
            add_item(&r, line);
        else
            add_paragraph(&r, line);
    }
}

struct span markdown_chapter(struct span text, const char *heading) {
    struct reader r = {.rest = text};
    struct span chapter = {0};
    bool is_inside = false;
    while (r.rest.n) {
        struct span line = next_line(&r);
        if (begins(line, "# ")) {
            is_inside =
                span_equal(trimmed((struct span){line.p + 2, line.n - 2}), span_of(heading));
            if (is_inside)
                chapter.p = r.rest.p;
        } else if (is_inside) {
            chapter.n = (size_t)(line.p + line.n - chapter.p);
        }
    }
    return chapter;
}
