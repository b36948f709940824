/*
 * Headers that say what their codes mean: 利用区分(0:停止 1:利用),
 * 在籍区分［1＝在籍、2＝休職、9＝退職］, Status (A=Active, D=Disabled). Read folded, so without
 * blanks: 0:停止1:利用.
 */
#include "words.h"

#include "tenko/fold.h"

#include <string.h>

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_alphanumeric(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z');
}

static bool is_sign(char c) {
    return c == ':' || c == '=';
}

/* Bytes of the character that ends a word here; 0 = none. */
static size_t boundary_at(struct span text) {
    static const char *const wide[] = {"、", "，", "・", "。", "【", "】",
                                       "〔", "〕", "「", "」", "→"};
    if (strchr(",;/|([{<>)]}.", text.p[0]))
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++) {
        size_t n = strlen(wide[i]);
        if (text.n >= n && memcmp(text.p, wide[i], n) == 0)
            return n;
    }
    return 0;
}

/* The code before the sign at `at`: digits, letters, or one mark (○). */
static struct span code_before(struct span legend, size_t at) {
    size_t begin = at;
    bool is_number = at > 0 && is_digit(legend.p[at - 1]);
    while (begin > 0 &&
           (is_number ? is_digit(legend.p[begin - 1]) : is_alphanumeric(legend.p[begin - 1])))
        begin--;
    if (begin == at) {
        while (begin > 0 && ((unsigned char)legend.p[begin - 1] & 0xC0) == 0x80)
            begin--;
        begin -= begin > 0 && begin < at;
    }
    return (struct span){legend.p + begin, at - begin};
}

/* Does the next code begin here: digits, or letters behind a wide one, before a sign? */
static bool begins_entry(struct span legend, size_t at) {
    bool is_number = is_digit(legend.p[at]);
    size_t i = at;
    if (!is_number && (at == 0 || !((unsigned char)legend.p[at - 1] & 0x80)))
        return false;
    while (i < legend.n && (is_number ? is_digit(legend.p[i]) : is_alphanumeric(legend.p[i])))
        i++;
    return i > at && i < legend.n && is_sign(legend.p[i]);
}

bool legend_next(struct span legend, size_t *at, struct legend_entry *out) {
    for (size_t i = *at; i < legend.n; i++) {
        if (!is_sign(legend.p[i]))
            continue;
        size_t end = i + 1;
        while (end < legend.n && !is_sign(legend.p[end]) &&
               !boundary_at((struct span){legend.p + end, legend.n - end}) &&
               (end == i + 1 || !begins_entry(legend, end)))
            end++;
        *out = (struct legend_entry){code_before(legend, i), {legend.p + i + 1, end - i - 1}};
        *at = end;
        if (out->code.n && out->word.n)
            return true;
        i = end - 1;
    }
    return false;
}

bool legend_value(const struct word_column *column, struct span code, uint8_t *out) {
    struct strbuf legend = {0}, folded = {0};
    struct legend_entry entry;
    bool is_known = false;
    fold_text(FOLD_WORD, column->header, &legend);
    fold_text(FOLD_WORD, code, &folded);
    for (size_t at = 0; !is_known && folded.n && legend_next(strbuf_span(&legend), &at, &entry);)
        is_known = span_equal(entry.code, strbuf_span(&folded)) &&
                   word_value(column->record, column->field, column->flags, entry.word, out);
    strbuf_release(&legend);
    strbuf_release(&folded);
    return is_known;
}
