/*
 * Signatures first, then markup. A list may hold anything in its cells, so that only what stands at
 * the very beginning counts, and markup only when a second sign of it follows: <DATE>,<TIME> is a
 * header that a program really writes.
 */
#include "tenko/file_kind.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tenko/memory.h"

#define TEXT_BYTES ((size_t)8 << 10) /* of the text that is looked at for markup */

static bool starts_with(struct span text, struct span start) {
    return text.n >= start.n && memcmp(text.p, start.p, start.n) == 0;
}

static bool starts_with_word(struct span text, const char *word) {
    size_t n = strlen(word);
    return text.n >= n && strncasecmp(text.p, word, n) == 0;
}

static bool holds(struct span text, struct span part) {
    return memmem(text.p, text.n, part.p, part.n) != NULL;
}

/* ---- signatures ---- */

static const struct {
    struct span start;
    enum file_kind kind;
} signatures[] = {
    {{"PK\x03\x04", 4}, FILE_ZIP},
    {{"PK\x05\x06", 4}, FILE_ZIP},
    {{"\x1F\x8B", 2}, FILE_ZIP},
    {{"7z\xBC\xAF\x27\x1C", 6}, FILE_ZIP},
    {{"Rar!\x1A\x07", 6}, FILE_ZIP},
    {{"\xFD"
      "7zXZ",
      5},
     FILE_ZIP},
    {{"\x28\xB5\x2F\xFD", 4}, FILE_ZIP}, /* zstd */
    {{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8}, FILE_OLE},
    {{"%PDF-", 5}, FILE_PDF},
    {{"{\\rtf", 5}, FILE_DOCUMENT},
    {{"BEGIN:VCARD", 11}, FILE_DOCUMENT},
    {{"BEGIN:VCALENDAR", 15}, FILE_DOCUMENT},
    {{"MIME-Version:", 13}, FILE_HTML}, /* "single file web page" of Excel */
};

/* What a ZIP holds: the names of its members, as far as they are in sight. */
static enum file_kind kind_of_zip(struct span head) {
    if (holds(head, SPAN("opendocument.spreadsheet")))
        return FILE_ODS;
    /* A letter may be embedded in a workbook, and a workbook in a letter: the first name tells. */
    const char *book = memmem(head.p, head.n, "xl/", 3),
               *letter = memmem(head.p, head.n, "word/", 5);
    if (book && letter && book < letter)
        return FILE_XLSX;
    if (holds(head, SPAN("word/")) || holds(head, SPAN("ppt/")) || holds(head, SPAN("visio/")) ||
        holds(head, SPAN("opendocument.")))
        return FILE_DOCUMENT;
    bool is_workbook = holds(head, SPAN("xl/")) || holds(head, SPAN("[Content_Types].xml"));
    return is_workbook ? FILE_XLSX : FILE_ZIP;
}

/* A symbolic link file of old spreadsheets: ID;PWXL and then records (C;Y1;X1;K"…"). A list whose
 * first header is ID begins the same way, but its second line is none of these. */
static bool is_symbolic_link(struct span head) {
    const char *line = starts_with(head, SPAN("ID;P")) ? memchr(head.p, '\n', head.n) : NULL;
    size_t left = line ? (size_t)(head.p + head.n - line) : 0;
    return left > 3 && memchr("BCFNOPW", line[1], 7) && line[2] == ';' &&
           memchr("DELMNPRSWXY", line[3], 11);
}

static enum file_kind kind_of_signature(struct span head) {
    if (is_symbolic_link(head))
        return FILE_DOCUMENT;
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
        if (!starts_with(head, signatures[i].start))
            continue;
        enum file_kind kind = signatures[i].kind;
        if (kind == FILE_ZIP && head.p[0] == 'P')
            return kind_of_zip(head);
        if (kind == FILE_OLE && holds(head, SPAN("E\0n\0c\0r\0y\0p\0t\0e\0d\0P")))
            return FILE_ENCRYPTED;
        return kind;
    }
    return FILE_TEXT;
}

/* ---- markup ---- */

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static struct span skip_spaces(struct span text) {
    while (text.n && is_space(text.p[0]))
        text = (struct span){text.p + 1, text.n - 1};
    return text;
}

static bool is_letter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Steps over <!-- … -->, as programs put their name there. */
static struct span skip_comments(struct span text) {
    while (starts_with(text, SPAN("<!--"))) {
        const char *end = memmem(text.p, text.n, "-->", 3);
        if (!end)
            break;
        text = skip_spaces((struct span){end + 3, (size_t)(text.p + text.n - end) - 3});
    }
    return text;
}

static bool is_html_tag(struct span text) {
    static const char *const tags[] = {
        "!doctype html", "html",   "head", "body", "table", "meta", "style", "title",  "div",
        "span",          "center", "p",    "br",   "form",  "font", "h1",    "script", "tr"};
    struct span name = {text.p + 1, text.n - 1};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        size_t n = strlen(tags[i]);
        if (name.n > n && starts_with_word(name, tags[i]) &&
            (is_space(name.p[n]) || name.p[n] == '>' || name.p[n] == '/'))
            return true;
    }
    return false;
}

static enum file_kind kind_of_markup(struct span text) {
    text = skip_comments(text);
    bool is_tag = text.n > 1 && text.p[0] == '<' &&
                  (is_letter(text.p[1]) || text.p[1] == '!' || text.p[1] == '?');
    if (!is_tag)
        return FILE_TEXT;
    bool is_declared = starts_with_word(text, "<?xml") || starts_with_word(text, "<!doctype");
    bool has_end = holds(text, SPAN("</")) || holds(text, SPAN("/>"));
    if (!is_declared && !has_end && !starts_with_word(text, "<html"))
        return FILE_TEXT;
    if (is_html_tag(text) ||
        (is_declared && (holds(text, SPAN("<html")) || holds(text, SPAN("<HTML")))))
        return FILE_HTML;
    return FILE_XML;
}

/* An object, or a list of objects, lists or texts. */
static enum file_kind kind_of_json(struct span text) {
    if (text.n == 0 || (text.p[0] != '{' && text.p[0] != '['))
        return FILE_TEXT;
    bool is_object = text.p[0] == '{';
    struct span inner = skip_spaces((struct span){text.p + 1, text.n - 1});
    if (inner.n == 0)
        return FILE_TEXT;
    char c = inner.p[0];
    if (is_object)
        return (c == '"' && holds(inner, SPAN(":"))) || c == '}' ? FILE_JSON : FILE_TEXT;
    return c == '{' || c == '[' || c == ']' || (c == '"' && holds(inner, SPAN("]"))) ? FILE_JSON
                                                                                     : FILE_TEXT;
}

/* ---- LDIF ---- */

static struct span next_line(struct span *rest) {
    const char *end = rest->n ? memchr(rest->p, '\n', rest->n) : NULL;
    size_t n = end ? (size_t)(end - rest->p) : rest->n;
    struct span line = {rest->p, n};
    *rest = (struct span){rest->p + n + (end != NULL), rest->n - n - (end != NULL)};
    if (line.n && line.p[line.n - 1] == '\r')
        line.n--;
    return line;
}

/* "cn: …", "cn:: …" or "cn;lang-ja: …". */
static bool is_attribute(struct span line) {
    size_t n = 0;
    while (n < line.n && (is_letter(line.p[n]) || strchr("-;.0123456789_", line.p[n])))
        n++;
    if (n == 0 || !is_letter(line.p[0]) || n >= line.n || line.p[n] != ':')
        return false;
    n += n + 1 < line.n && (line.p[n + 1] == ':' || line.p[n + 1] == '<') ? 2 : 1;
    return n == line.n || line.p[n] == ' ';
}

/* Comments, perhaps a version, an entry's name, and an attribute of it. */
static enum file_kind kind_of_ldif(struct span text) {
    bool has_dn = false;
    while (text.n) {
        struct span line = next_line(&text);
        if (line.n == 0 || line.p[0] == '#' || (has_dn && line.p[0] == ' '))
            continue;
        if (has_dn)
            return is_attribute(line) ? FILE_LDIF : FILE_TEXT;
        if (starts_with_word(line, "version:"))
            continue;
        has_dn = starts_with_word(line, "dn:") && is_attribute(line);
        if (!has_dn)
            return FILE_TEXT;
    }
    return has_dn ? FILE_LDIF : FILE_TEXT;
}

/* ---- all of it ---- */

/* The beginning as one-byte text: without a byte order mark, and every second byte of UTF-16. */
static struct span text_of(struct span head, char *room) {
    if (starts_with(head, SPAN("\xEF\xBB\xBF")))
        head = (struct span){head.p + 3, head.n - 3};
    bool is_wide = starts_with(head, SPAN("\xFF\xFE")) || starts_with(head, SPAN("\xFE\xFF"));
    size_t n = 0;
    for (size_t i = is_wide ? 2 : 0; i < head.n && n < TEXT_BYTES; i++)
        if (!is_wide || head.p[i] != '\0')
            room[n++] = head.p[i];
    return skip_spaces((struct span){room, n});
}

enum file_kind file_kind(struct span head) {
    enum file_kind kind = kind_of_signature(head);
    if (kind != FILE_TEXT)
        return kind;
    char room[TEXT_BYTES];
    struct span text = text_of(head, room);
    static enum file_kind (*const looks[])(struct span) = {kind_of_markup, kind_of_json,
                                                           kind_of_ldif};
    for (size_t i = 0; i < sizeof looks / sizeof *looks && kind == FILE_TEXT; i++)
        kind = looks[i](text);
    return kind;
}

bool file_kind_at(int fd, enum file_kind *out) {
    char *head = memory_alloc(FILE_KIND_BYTES);
    ssize_t n;
    do
        n = pread(fd, head, FILE_KIND_BYTES, 0);
    while (n < 0 && errno == EINTR);
    int error = errno;
    if (n >= 0)
        *out = file_kind((struct span){head, (size_t)n});
    free(head);
    errno = error;
    return n >= 0;
}

bool file_kind_of(const char *path, enum file_kind *out) {
    struct stat about;
    *out = FILE_TEXT;
    /* Asked before it is opened: whoever waits to write into a pipe would take the look for the
     * reader, and write to nobody once it is over. */
    if (stat(path, &about) != 0)
        return false;
    if (!S_ISREG(about.st_mode))
        return true;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return false;
    bool ok = fstat(fd, &about) == 0 && (!S_ISREG(about.st_mode) || file_kind_at(fd, out));
    int error = errno;
    close(fd);
    errno = error;
    return ok;
}
