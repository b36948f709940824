/*
 * Guesses from a file's beginning, each made from counts and none from a file's name.
 */
#include "csv_detect.h"

#include "tenko/file_kind.h"

#define SAMPLE_ROWS 64

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

static bool is_control(unsigned char c) {
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != 0x0B && c != 0x0C && c != 0x1A;
}

enum message_id csv_sniff(struct span head, enum encoding encoding, const char **arg) {
    enum message_id refusal = refusals[file_kind(head)];
    if (refusal != MSG_NONE)
        return refusal;
    if (encoding == ENCODING_UTF16LE || encoding == ENCODING_UTF16BE)
        return MSG_NONE;
    size_t controls = 0, nuls[2] = {0, 0};
    for (size_t i = 0; i < head.n; i++) {
        controls += is_control((unsigned char)head.p[i]);
        nuls[i & 1] += head.p[i] == '\0';
    }
    /* A stray NUL or two is repaired row by row; one byte in twenty is no accident. */
    if (controls <= 8 || controls < head.n / 20)
        return MSG_NONE;
    if (nuls[0] + nuls[1] == controls && (nuls[0] == 0 || nuls[1] == 0)) {
        *arg = encoding_name(nuls[0] == 0 ? ENCODING_UTF16LE : ENCODING_UTF16BE);
        return MSG_FILE_IS_UTF16;
    }
    return MSG_FILE_IS_BINARY;
}

/* ---- the delimiter ---- */

static const char candidates[] = {',', '\t', ';', '|'};
#define CANDIDATES (sizeof candidates)

struct sample {
    uint32_t rows;
    uint32_t counts[SAMPLE_ROWS][CANDIDATES]; /* delimiters outside quotes */
};

/* Counts the rows of the text; one that the sample's end cuts counts only if it is the only one. */
static void count_delimiters(struct sample *out, struct span text, bool is_all) {
    uint32_t now[CANDIDATES] = {0};
    bool is_quoted = false, is_blank = true;
    for (size_t i = 0; i <= text.n && out->rows < SAMPLE_ROWS; i++) {
        bool is_end = i == text.n;
        if (is_end && !is_all && out->rows > 0)
            break;
        char c = is_end ? '\n' : text.p[i];
        if ((c == '\n' || c == '\r') && (!is_quoted || is_end)) {
            if (!is_blank)
                memcpy(out->counts[out->rows++], now, sizeof now);
            memset(now, 0, sizeof now);
            is_blank = true;
            continue;
        }
        is_blank = false;
        if (c == '"')
            is_quoted = !is_quoted;
        for (size_t k = 0; k < CANDIDATES && !is_quoted; k++)
            now[k] += c == candidates[k];
    }
}

/* In how many rows the candidate stands equally often, and how often; the most such rows. */
static uint32_t agreeing_rows(const struct sample *s, size_t candidate, uint32_t *times) {
    uint32_t best = 0;
    *times = 0;
    for (uint32_t i = 0; i < s->rows; i++) {
        uint32_t count = s->counts[i][candidate], rows = 0;
        if (count == 0)
            continue;
        for (uint32_t j = 0; j < s->rows; j++)
            rows += s->counts[j][candidate] == count;
        if (rows > best || (rows == best && count > *times)) {
            best = rows;
            *times = count;
        }
    }
    return best;
}

char csv_find_delimiter(struct span sample, bool is_all) {
    struct sample s = {0};
    count_delimiters(&s, sample, is_all);
    char found = 0;
    uint32_t most_rows = 0, most_times = 0;
    for (size_t k = 0; k < CANDIDATES; k++) {
        uint32_t times, rows = agreeing_rows(&s, k, &times);
        if (rows > most_rows || (rows == most_rows && times > most_times)) {
            found = candidates[k];
            most_rows = rows;
            most_times = times;
        }
    }
    return found;
}

char csv_separator_line(struct span line) {
    if (line.n >= 2 && line.p[0] == '"' && line.p[line.n - 1] == '"')
        line = (struct span){line.p + 1, line.n - 2};
    if (line.n != 5 || strncasecmp(line.p, "sep=", 4) != 0)
        return 0;
    unsigned char c = (unsigned char)line.p[4];
    bool is_word = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    return c == '"' || c == ' ' || c >= 0x7F || is_word ? 0 : (char)c;
}
