/*
 * Guesses from a file's beginning, each made from counts and none from a file's name.
 */
#include "csv_detect.h"

#include "tenko/file_kind.h"

/* ---- what is no text ---- */

/* The refusal of each kind of file that is no list. */
static const enum message_id refusals[] = {
    [FILE_TEXT] = MSG_NONE,         [FILE_XLSX] = MSG_FILE_IS_WORKBOOK,
    [FILE_OLE] = MSG_FILE_IS_OLE,   [FILE_ENCRYPTED] = MSG_FILE_IS_ENCRYPTED,
    [FILE_ODS] = MSG_FILE_IS_ODS,   [FILE_ZIP] = MSG_FILE_IS_ZIP,
    [FILE_PDF] = MSG_FILE_IS_PDF,   [FILE_HTML] = MSG_FILE_IS_HTML,
    [FILE_XML] = MSG_FILE_IS_XML,   [FILE_JSON] = MSG_FILE_IS_JSON,
    [FILE_LDIF] = MSG_FILE_IS_LDIF, [FILE_DOCUMENT] = MSG_FILE_IS_DOCUMENT,
};

#define SIDED_TIMES 8  /* zeros on one side for each on the other: UTF-16 */
#define TEXT_PART   20 /* one byte in so many is the letter of such a pair */

static bool is_control(unsigned char c) {
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != 0x0B && c != 0x0C && c != 0x1A &&
           c != 0x01 && c != 0x1F; /* delimiters of some databases */
}

/* The escapes that begin and end its Japanese letters. */
static bool has_jis_escape(struct span head) {
    static const char *const escapes[] = {"\x1B$B", "\x1B$@", "\x1B$(D", "\x1B(J", "\x1B(I"};
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (memmem(head.p, head.n, escapes[i], strlen(escapes[i])))
            return true;
    return false;
}

/* UTF-16 without a mark: ASCII (signs, digits) has its 0 always on one side; the other side has
 * few, of characters like U+3000, and so have halves of kanji that look like controls.
 * ENCODING_AUTO: it is none. */
static enum encoding sided_utf16(struct span head) {
    size_t low_first = 0, high_first = 0, controls = 0;
    for (size_t i = 0; i + 1 < head.n; i += 2) {
        unsigned char a = (unsigned char)head.p[i], b = (unsigned char)head.p[i + 1];
        low_first += b == 0 && a > 0 && a < 0x7F && !is_control(a);
        high_first += a == 0 && b > 0 && b < 0x7F && !is_control(b);
        controls += a > 0 && is_control(a);
        controls += b > 0 && is_control(b);
    }
    size_t letters = low_first + high_first;
    bool is_text = letters > head.n / TEXT_PART && letters >= controls;
    if (is_text && low_first > SIDED_TIMES * high_first)
        return ENCODING_UTF16LE;
    return is_text && high_first > SIDED_TIMES * low_first ? ENCODING_UTF16BE : ENCODING_AUTO;
}

enum message_id csv_sniff(struct span head, enum encoding encoding, const char **arg) {
    enum message_id refusal = refusals[file_kind(head)];
    if (refusal != MSG_NONE)
        return refusal;
    if (encoding == ENCODING_UTF16LE || encoding == ENCODING_UTF16BE ||
        encoding == ENCODING_ISO2022JP)
        return MSG_NONE;
    if (has_jis_escape(head))
        return MSG_FILE_IS_JIS;
    size_t controls = 0;
    for (size_t i = 0; i < head.n; i++)
        controls += is_control((unsigned char)head.p[i]);
    /* A stray NUL or two is repaired row by row; one byte in twenty is no accident. */
    if (controls <= 8 || controls < head.n / 20)
        return MSG_NONE;
    enum encoding sided = sided_utf16(head);
    if (sided == ENCODING_AUTO)
        return MSG_FILE_IS_BINARY;
    *arg = encoding_name(sided);
    return MSG_FILE_IS_UTF16;
}

/* ---- Excel's separator line ---- */

char csv_separator_line(struct span line) {
    if (line.n >= 2 && line.p[0] == '"' && line.p[line.n - 1] == '"')
        line = (struct span){line.p + 1, line.n - 2};
    if (line.n != 5 || strncasecmp(line.p, "sep=", 4) != 0)
        return 0;
    unsigned char c = (unsigned char)line.p[4];
    bool is_word = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    return c == '"' || c == ' ' || c >= 0x7F || is_word ? 0 : (char)c;
}
