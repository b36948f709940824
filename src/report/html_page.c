/* index.html as a whole: the frame of assets/page.html with its slots filled. It is written in two
 * parts, before and behind the rows of the exceptions. */
#include "html.h"
#include "page_css.h"
#include "page_html.h"
#include "page_js.h"
#include "writers.h"

#include <stdlib.h>

#define ROWS_SLOT "{{rows}}"

/* --- Slots --- */

static void language(struct page *p) {
    html_markup(p, p->view->language == LANG_JA ? "ja" : "en");
}

static void organization(struct page *p) {
    html_text(p, p->view->record->head.organization);
}

static void as_of(struct page *p) {
    html_date(p, p->view->record->head.as_of);
}

static void as_of_iso(struct page *p) {
    char iso[11];
    date_format(p->view->record->head.as_of, iso);
    html_markup(p, iso);
}

static void version(struct page *p) {
    html_text(p, p->view->record->head.tool_version);
}

static void style(struct page *p) {
    html_markup(p, page_css);
}

static void script(struct page *p) {
    html_markup(p, page_js);
}

static unsigned digit(char hex) {
    return (unsigned)(hex <= '9' ? hex - '0' : hex - 'a' + 10);
}

/* "sha256-…", as a Content-Security-Policy names an inline script or style. */
static void policy_hash(struct page *p, const char *text) {
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    enum { BYTES = 32 };
    char hex[DIGEST_HEX_SIZE];
    struct digest *digest = digest_new();
    digest_add(digest, text, strlen(text));
    digest_finish(digest, hex);
    html_markup(p, "sha256-");
    for (size_t i = 0; i < BYTES; i += 3) {
        unsigned bits = 0;
        for (size_t k = i; k < i + 3; k++)
            bits = bits << 8 | (k < BYTES ? digit(hex[2 * k]) << 4 | digit(hex[2 * k + 1]) : 0);
        for (size_t k = 0; k < 4; k++)
            sink_char(p->out, i + k > BYTES ? '=' : letters[bits >> (18 - 6 * k) & 63]);
    }
}

static void style_hash(struct page *p) {
    policy_hash(p, page_css);
}

static void script_hash(struct page *p) {
    policy_hash(p, page_js);
}

static const struct slot {
    const char *name;
    void (*write)(struct page *p); /* NULL: the sentence */
    enum message_id sentence;
} slots[] = {
    {"language", language, MSG_NONE},
    {"organization", organization, MSG_NONE},
    {"as_of", as_of, MSG_NONE},
    {"as_of_iso", as_of_iso, MSG_NONE},
    {"version", version, MSG_NONE},
    {"style", style, MSG_NONE},
    {"script", script, MSG_NONE},
    {"style_hash", style_hash, MSG_NONE},
    {"script_hash", script_hash, MSG_NONE},
    {"summary", html_summary, MSG_NONE},
    {"inputs", html_inputs, MSG_NONE},
    {"licenses", html_licenses, MSG_NONE},
    {"rules", html_rules, MSG_NONE},
    {"resolved", html_resolved, MSG_NONE},
    {"review", html_review, MSG_NONE},
    {"review_link", html_review_link, MSG_NONE},
    {"words", html_words, MSG_NONE},
    {"title", NULL, MSG_PAGE_TITLE},
    {"skip", NULL, MSG_PAGE_SKIP},
    {"contents", NULL, MSG_PAGE_CONTENTS},
    {"as_of_label", NULL, MSG_PAGE_AS_OF},
    {"summary_heading", NULL, MSG_PAGE_SUMMARY},
    {"inputs_heading", NULL, MSG_PAGE_INPUTS},
    {"licenses_heading", NULL, MSG_SHEET_LICENSES},
    {"exceptions_heading", NULL, MSG_SHEET_EXCEPTIONS},
    {"rules_heading", NULL, MSG_PAGE_BY_RULE},
    {"resolved_heading", NULL, MSG_SHEET_RESOLVED},
    {"list_heading", NULL, MSG_PAGE_EVERY_EXCEPTION},
    {"no_script", NULL, MSG_PAGE_NO_SCRIPT},
    {"search", NULL, MSG_PAGE_SEARCH},
    {"severity", NULL, MSG_HEAD_SEVERITY},
    {"rule", NULL, MSG_HEAD_TITLE},
    {"target", NULL, MSG_HEAD_TARGET},
    {"addressee", NULL, MSG_HEAD_ADDRESSEE},
    {"status", NULL, MSG_HEAD_STATUS},
    {"sort", NULL, MSG_PAGE_SORT},
    {"group", NULL, MSG_PAGE_GROUP},
    {"clear", NULL, MSG_PAGE_CLEAR},
    {"copy", NULL, MSG_PAGE_COPY},
    {"save", NULL, MSG_PAGE_SAVE},
    {"keys", NULL, MSG_PAGE_KEYS},
    {"footer", NULL, MSG_PAGE_FOOTER},
};

static void fill(struct page *p, struct span name) {
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        if (!span_equal(span_of(slots[i].name), name))
            continue;
        if (slots[i].write)
            slots[i].write(p);
        else
            html_label(p, slots[i].sentence);
    }
}

/* The frame from there on, to the slot of the rows or to its end. Returns what follows. */
static const char *write_frame(struct page *p, const char *frame) {
    for (const char *open; (open = strstr(frame, "{{")) != NULL;) {
        const char *close = strstr(open, "}}");
        sink_add(p->out, frame, (size_t)(open - frame));
        frame = close + 2;
        if (strncmp(open, ROWS_SLOT, strlen(ROWS_SLOT)) == 0)
            return frame;
        fill(p, (struct span){open + 2, (size_t)(close - open - 2)});
    }
    html_markup(p, frame);
    return "";
}

/* --- The writer --- */

struct page_file {
    struct output *output;
    struct page page;
    const char *rest; /* of the frame, behind the rows */
};

static void *open_page(const struct view *view, int dirfd, struct error *err) {
    struct output *output = exceptions_file_open(view, dirfd, "index.html", err);
    if (!output)
        return NULL;
    struct page_file *file = memory_alloc(sizeof *file);
    *file = (struct page_file){.output = output, .page = {.view = view, .out = &output->sink}};
    file->rest = write_frame(&file->page, page_html);
    return file;
}

static void take_rows(void *context, const struct rendered *part) {
    struct page_file *file = context;
    struct span rows = strbuf_span(&part->text);
    bool is_first = part->first == 0 && rows.n > 0; /* nothing before its comma */
    html_add_json(file->page.out, (struct span){rows.p + is_first, rows.n - is_first});
}

static bool close_page(void *context, struct written_files *written, struct error *err) {
    struct page_file *file = context;
    write_frame(&file->page, file->rest);
    bool ok = exceptions_file_close(file->output, written, err);
    strbuf_release(&file->page.text);
    free(file);
    return ok;
}

const struct exceptions_writer exceptions_html = {html_exception, open_page, take_rows, close_page};
