/* Writes JSON, comma by comma. */
#include "tenko/jsonout.h"

#include <assert.h>
#include <math.h>

enum { MAX_DEPTH = 32 };

/* Length of the valid UTF-8 sequence at p (RFC 3629), 0 if there is none. */
static size_t sequence(const unsigned char *p, size_t n) {
    size_t length = p[0] < 0x80                   ? 1
                    : p[0] >= 0xC2 && p[0] < 0xE0 ? 2
                    : (p[0] & 0xF0) == 0xE0       ? 3
                    : p[0] >= 0xF0 && p[0] < 0xF5 ? 4
                                                  : 0;
    if (length == 0 || length > n)
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) ||
        (p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))
        return 0;
    return length;
}

static void escape(struct sink *out, unsigned char c) {
    static const char digits[] = "0123456789abcdef";
    static const char letters[32] = {
        ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
    char text[6] = {'\\', (char)c, '0', '0'};
    if (c >= 0x20) {
        sink_add(out, text, 2);
    } else if (letters[c]) {
        text[1] = letters[c];
        sink_add(out, text, 2);
    } else {
        text[1] = 'u';
        text[2] = '0';
        text[4] = digits[c >> 4];
        text[5] = digits[c & 15];
        sink_add(out, text, 6);
    }
}

static bool is_special(unsigned char c) {
    return c < 0x20 || c == '"' || c == '\\';
}

/* Are eight bytes all ASCII that needs no escape? */
static bool is_plain_ascii(const unsigned char *p) {
    const uint64_t each = 0x0101010101010101, high = each * 0x80;
    uint64_t bytes;
    memcpy(&bytes, p, sizeof bytes);
    uint64_t quote = bytes ^ each * '"', backslash = bytes ^ each * '\\';
    return !((bytes | (bytes - each * 0x20) | (quote - each) | (backslash - each)) & high);
}

/* How many bytes are written as they are: ASCII that needs no escape, and valid sequences, of which
 * those of three bytes, most of every Japanese text, are looked at first. */
static size_t plain_run(const unsigned char *p, size_t n) {
    size_t i = 0;
    while (i < n) {
        if (p[i] >= 0x80) {
            bool is_kana_or_kanji = p[i] >= 0xE1 && p[i] <= 0xEC && n - i > 2 &&
                                    (p[i + 1] & 0xC0) == 0x80 && (p[i + 2] & 0xC0) == 0x80;
            size_t length = is_kana_or_kanji ? 3 : sequence(p + i, n - i);
            if (length == 0)
                return i;
            i += length;
        } else if (n - i >= 8 && is_plain_ascii(p + i)) {
            i += 8;
        } else if (is_special(p[i])) {
            return i;
        } else {
            i++;
        }
    }
    return i;
}

/* What plain_run stopped at. */
static void write_special(struct sink *out, unsigned char c) {
    if (c < 0x80)
        escape(out, c);
    else
        sink_text(out, "\xEF\xBF\xBD");
}

static void add_plain(struct strbuf *out, struct span text) {
    if (out->capacity - out->n <= text.n + 2)
        strbuf_reserve(out, text.n + 2);
    char *p = out->p + out->n;
    *p++ = '"';
    span_copy(p, text);
    p[text.n] = '"';
    p[text.n + 1] = '\0';
    out->n += text.n + 2;
}

void jsonout_write_string(struct sink *out, struct span text) {
    const unsigned char *p = (const unsigned char *)text.p;
    size_t plain = plain_run(p, text.n);
    sink_char(out, '"');
    for (size_t i = 0;;) {
        if (plain)
            sink_add(out, p + i, plain);
        i += plain;
        if (i == text.n)
            break;
        write_special(out, p[i++]);
        plain = plain_run(p + i, text.n - i);
    }
    sink_char(out, '"');
}

void jsonout_add_string(struct strbuf *out, struct span text) {
    if (plain_run((const unsigned char *)text.p, text.n) == text.n) {
        add_plain(out, text);
        return;
    }
    struct sink sink;
    sink_to_memory(&sink, out);
    jsonout_write_string(&sink, text);
}

static void new_line(struct jsonout *j) {
    if (!j->indent)
        return;
    sink_char(j->out, '\n');
    for (unsigned i = 0; i < j->depth * j->indent; i++)
        sink_char(j->out, ' ');
}

/* Before an item of an array or a key of an object. */
static void separate(struct jsonout *j) {
    uint32_t bit = 1u << j->depth;
    if (j->depth == 0)
        return;
    if (j->has_items & bit)
        sink_char(j->out, ',');
    j->has_items |= bit;
    new_line(j);
}

/* A value right after its key needs no separator. The key leaves depth's bit set in `after_key`. */
static void before_value(struct jsonout *j) {
    if (j->after_key)
        j->after_key = false;
    else
        separate(j);
}

static void begin(struct jsonout *j, char bracket) {
    before_value(j);
    sink_char(j->out, bracket);
    j->depth++;
    assert(j->depth < MAX_DEPTH);
    j->has_items &= ~(1u << j->depth);
}

static void end(struct jsonout *j, char bracket) {
    bool had_items = j->has_items & (1u << j->depth);
    j->depth--;
    if (had_items)
        new_line(j);
    sink_char(j->out, bracket);
}

void jsonout_begin_object(struct jsonout *j) {
    begin(j, '{');
}

void jsonout_end_object(struct jsonout *j) {
    end(j, '}');
}

void jsonout_begin_array(struct jsonout *j) {
    begin(j, '[');
}

void jsonout_end_array(struct jsonout *j) {
    end(j, ']');
}

void jsonout_key(struct jsonout *j, const char *key) {
    separate(j);
    sink_char(j->out, '"');
    sink_text(j->out, key);
    sink_text(j->out, j->indent ? "\": " : "\":");
    j->after_key = true;
}

void jsonout_key_text(struct jsonout *j, struct span key) {
    separate(j);
    jsonout_write_string(j->out, key);
    sink_text(j->out, j->indent ? ": " : ":");
    j->after_key = true;
}

void jsonout_string(struct jsonout *j, struct span text) {
    before_value(j);
    jsonout_write_string(j->out, text);
}

void jsonout_number(struct jsonout *j, int64_t value) {
    before_value(j);
    sink_number(j->out, value);
}

void jsonout_decimal(struct jsonout *j, double value, int digits) {
    int64_t scale = 1;
    for (int i = 0; i < digits; i++)
        scale *= 10;
    int64_t scaled = llround(value * (double)scale);
    uint64_t rest = scaled < 0 ? 0 - (uint64_t)scaled : (uint64_t)scaled;
    before_value(j);
    if (scaled < 0)
        sink_char(j->out, '-');
    sink_number(j->out, (int64_t)(rest / (uint64_t)scale));
    if (digits > 0) {
        sink_char(j->out, '.');
        for (int64_t place = scale / 10; place > 0; place /= 10)
            sink_char(j->out, (char)('0' + rest / (uint64_t)place % 10));
    }
}

void jsonout_bool(struct jsonout *j, bool value) {
    before_value(j);
    sink_text(j->out, value ? "true" : "false");
}

void jsonout_null(struct jsonout *j) {
    before_value(j);
    sink_text(j->out, "null");
}

void jsonout_string_or_null(struct jsonout *j, struct span text) {
    if (text.n)
        jsonout_string(j, text);
    else
        jsonout_null(j);
}
