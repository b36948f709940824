/*
 * Identifiers as spreadsheets and exports leave them. What is certain is undone; what has lost
 * its digits is named and never guessed.
 */
#include "tenko/identifier.h"
#include "tenko/fold.h"

/* Under FOLD_WORD, which drops spaces; dashes of any kind and number are seen to apart. */
static const char *const placeholders[] = {
    "nan",          "null",          "(null)",        "<null>",   "[null]",
    "nil",          "(nil)",         "none",          "(none)",   "<none>",
    "[none]",       "undefined",     "n/a",           "(n/a)",    "#n/a",
    "#n/a!",        "#na",           "#ref!",         "#value!",  "#name?",
    "#div/0!",      "#num!",         "#null!",        "#error!",  "#spill!",
    "#calc!",       "#getting_data", "\\n",           "(blank)",  "(empty)",
    "<empty>",      "notset",        "(notset)",      "<notset>", "notapplicable",
    "notavailable", "dbnull",        "system.dbnull", "なし",     "無し",
    "無",           "ナシ",          "該当なし",      "該当無し", "未設定",
    "未登録",       "(なし)",        "(空白)",        "(未設定)", "空白",
};

/* [object Object], System.Object[], System.String[], Microsoft.…ADPropertyValueCollection: a type,
 * no value. */
static bool is_type_name(struct span key) {
    if (key.n > 8 && memcmp(key.p, "[object ", 8) == 0 && key.p[key.n - 1] == ']')
        return true;
    bool is_dotnet = (key.n > 7 && memcmp(key.p, "system.", 7) == 0) ||
                     (key.n > 10 && memcmp(key.p, "microsoft.", 10) == 0);
    if (!is_dotnet)
        return false;
    if (key.p[key.n - 1] == ']')
        return true;
    static const char tail[] = "collection";
    size_t n = sizeof tail - 1;
    return key.n > n && memcmp(key.p + key.n - n, tail, n) == 0;
}

static bool is_dashes(struct span key) {
    for (size_t i = 0; i < key.n; i++) {
        if (key.p[i] != '-')
            return false;
    }
    return key.n > 0;
}

enum { PLACEHOLDER_MAX = 80 }; /* bytes; longer cells say something */

/* The first characters of all of them, whatever width and case: nearly every cell ends here. */
static bool may_be_placeholder(struct span text) {
    static const char ascii[] = " \t-nNuUsSmMdD(<[#\\";
    static const char *const wide[] = {"無", "該", "未", "空", "な", "ナ", "ー", "　", "【", "〔"};
    unsigned char first = (unsigned char)text.p[0], last = (unsigned char)text.p[text.n - 1];
    if (last >= '0' && last <= '9')
        return false;
    if (first < 0x80)
        return strchr(ascii, first) != NULL;
    if (first == 0xC2 || first == 0xE2 || first == 0xEF) /* spaces, strokes, other widths */
        return true;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
        if (text.n >= 3 && memcmp(text.p, wide[i], 3) == 0)
            return true;
    }
    return false;
}

bool is_placeholder(struct span text) {
    if (text.n == 0 || text.n > PLACEHOLDER_MAX || !may_be_placeholder(text))
        return false;
    struct strbuf key = {0};
    fold_text(FOLD_ID, text, &key); /* one hyphen for all dashes, also ー */
    bool found = is_dashes(strbuf_span(&key)) || is_type_name(strbuf_span(&key));
    fold_text(FOLD_WORD, text, &key);
    for (size_t i = 0; !found && i < sizeof placeholders / sizeof *placeholders; i++)
        found = span_equal(strbuf_span(&key), span_of(placeholders[i]));
    strbuf_release(&key);
    return found;
}

/* --- what a spreadsheet makes of numbers --- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static size_t digits_at(struct span text, size_t from) {
    size_t n = 0;
    while (from + n < text.n && is_digit(text.p[from + n]))
        n++;
    return n;
}

/* 1.23457E+05, 1E+05, 1,2E+05 */
static bool is_scientific(struct span text) {
    size_t i = digits_at(text, 0);
    if (i == 0 || i >= text.n)
        return false;
    if (text.p[i] == '.' || text.p[i] == ',')
        i += 1 + digits_at(text, i + 1);
    if (i + 2 >= text.n || (text.p[i] != 'E' && text.p[i] != 'e') ||
        (text.p[i + 1] != '+' && text.p[i + 1] != '-'))
        return false;
    size_t n = digits_at(text, i + 2);
    return n > 0 && i + 2 + n == text.n;
}

static bool has_month_at(struct span text, size_t at) {
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    if (at + 3 > text.n)
        return false;
    for (size_t m = 0; m < 36; m += 3) {
        size_t same = 0;
        while (same < 3 && (text.p[at + same] | 0x20) == months[m + same])
            same++;
        if (same == 3)
            return true;
    }
    return false;
}

/* 1月2日, 2-Jan, Jan-26: of 1-2 and the like. */
static bool is_month_day(struct span text) {
    size_t a = digits_at(text, 0);
    if (a == 0)
        return text.n >= 5 && text.n <= 8 && has_month_at(text, 0) && text.p[3] == '-' &&
               4 + digits_at(text, 4) == text.n;
    if (a > 2)
        return false;
    if (text.n >= a + 4 && text.p[a] == '-' && has_month_at(text, a + 1)) {
        size_t behind = a + 4;
        return behind == text.n || (text.p[behind] == '-' && behind + 1 < text.n &&
                                    behind + 1 + digits_at(text, behind + 1) == text.n);
    }
    if (text.n < a + 7 || memcmp(text.p + a, "月", 3) != 0)
        return false;
    size_t b = digits_at(text, a + 3);
    return b > 0 && b <= 2 && text.n == a + b + 6 && memcmp(text.p + a + 3 + b, "日", 3) == 0;
}

/* Digits, a stroke, and nothing but zeros: 1235.0, 100000.00, 001235. */
static bool is_whole_number(struct span text, size_t *digits) {
    *digits = digits_at(text, 0);
    if (*digits == 0 || *digits >= text.n || text.p[*digits] != '.')
        return false;
    for (size_t i = *digits + 1; i < text.n; i++) {
        if (text.p[i] != '0')
            return false;
    }
    return true;
}

/* 12,345 or 1,234,567, perhaps with .00. */
static bool is_grouped(struct span text) {
    size_t i = digits_at(text, 0), groups = 0;
    if (i == 0 || i > 3)
        return false;
    while (i < text.n && text.p[i] == ',') {
        if (digits_at(text, i + 1) != 3)
            return false;
        groups++;
        i += 4;
    }
    struct span rest = {text.p + i, text.n - i};
    if (rest.n && rest.p[0] == '.') {
        for (size_t k = 1; k < rest.n; k++) {
            if (rest.p[k] != '0')
                return false;
        }
        rest.n = 0;
    }
    return groups > 0 && rest.n == 0;
}

/* ="001" and =T("001") → 001, '001 → 001, also with the apostrophe that a word processor has bent
 */
static struct span without_guard(struct span text) {
    static const char *const bent[] = {"‘", "’", "＇"};
    for (size_t i = 0; i < sizeof bent / sizeof bent[0]; i++) {
        size_t n = strlen(bent[i]);
        if (text.n > n && memcmp(text.p, bent[i], n) == 0)
            return (struct span){text.p + n, text.n - n};
    }
    if (text.n >= 3 && text.p[0] == '=' && text.p[1] == '"' && text.p[text.n - 1] == '"')
        return (struct span){text.p + 2, text.n - 3};
    static const char formula[] = "=T(\"", formula_end[] = "\")";
    size_t begin = sizeof formula - 1, end = sizeof formula_end - 1;
    if (text.n >= begin + end && memcmp(text.p, formula, begin) == 0 &&
        memcmp(text.p + text.n - end, formula_end, end) == 0)
        return (struct span){text.p + begin, text.n - begin - end};
    if (text.n >= 2 && text.p[0] == '\'')
        return (struct span){text.p + 1, text.n - 1};
    return text;
}

enum id_state id_repair(struct span text, struct strbuf *scratch, struct span *out) {
    size_t digits;
    *out = without_guard(text);
    if (out->n == 0 || !(is_digit(out->p[0]) || has_month_at(*out, 0)))
        return ID_SOUND;
    if (is_scientific(*out) || is_month_day(*out)) {
        enum id_state state = is_scientific(*out) ? ID_SCIENTIFIC : ID_MONTH_DAY;
        out->n = 0;
        return state;
    }
    if (is_whole_number(*out, &digits)) {
        out->n = digits;
        return ID_REPAIRED;
    }
    if (!is_grouped(*out))
        return ID_SOUND;
    strbuf_clear(scratch);
    for (size_t i = 0; i < out->n && out->p[i] != '.'; i++) {
        if (out->p[i] != ',')
            strbuf_add_char(scratch, out->p[i]);
    }
    *out = strbuf_span(scratch);
    return ID_REPAIRED;
}
