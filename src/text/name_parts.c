/* A name cell cut into its parts, as written. The brackets are looked for in the raw text, in all
 * the widths that NFKC would unite. */
#include "code_points.h"
#include "name.h"

#include "tenko/fold.h"
#include "tenko/memory.h"
#include "tenko/name.h"

/* bracket_step before NFKC. */
static int raw_bracket_step(int32_t c) {
    switch (c) {
    case 0xFF08: /* （ */
    case 0xFF3B: /* ［ */
    case 0xFF5B: /* ｛ */
    case 0xFF1C: /* ＜ */
        return 1;
    case 0xFF09:
    case 0xFF3D:
    case 0xFF5D:
    case 0xFF1E:
        return -1;
    default:
        return bracket_step(c);
    }
}

static bool is_edge(int32_t c) {
    return is_space(c) || is_invisible(c) || c == ':' || c == 0xFF1A || c == ',' || c == 0x3001 ||
           c == '/' || c == 0xFF0F;
}

static struct span trim(struct span text) {
    const unsigned char *p = (const unsigned char *)text.p, *end = p + text.n, *start = NULL;
    const unsigned char *stop = p;
    while (p < end) {
        const unsigned char *at = p;
        if (is_edge(utf8_next(&p, end)))
            continue;
        if (!start)
            start = at;
        stop = p;
    }
    return start ? (struct span){(const char *)start, (size_t)(stop - start)}
                 : (struct span){text.p, 0};
}

static bool starts_with(struct span text, const char *word) {
    size_t n = strlen(word);
    if (text.n < n)
        return false;
    for (size_t i = 0; i < n; i++) {
        char c = text.p[i];
        if ((c >= 'A' && c <= 'Z' ? (char)(c + 32) : c) != word[i])
            return false;
    }
    return true;
}

/* 旧姓 山田, 旧姓：山田, née Yamada, formerly Yamada → the name behind the word. */
static bool former_of(struct span remark, struct span *former) {
    static const char *const words[] = {
        "旧姓", "旧氏名", "旧氏", "旧名",     "旧:",         "旧：",        "元姓",
        "née ", "nee ",   "nee.", "formerly", "former name", "maiden name", "previously"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);
        if (!starts_with(remark, words[i]))
            continue;
        *former = trim((struct span){remark.p + n, remark.n - n});
        return former->n > 0;
    }
    return false;
}

static void take_remark(struct span remark, struct name_cell *out) {
    struct span former;
    remark = trim(remark);
    if (out->former.n == 0 && former_of(remark, &former))
        out->former = former;
    else if (out->remark.n == 0)
        out->remark = remark;
}

static bool is_wide(struct span text) {
    return (unsigned char)text.p[0] >= 0xE3;
}

/* What stands outside of brackets: the first of it is the name, or what a stroke parts from it. A
 * bracket within the name holds the family name of before: 加藤（山田）花. */
static void take_outside(struct span text, struct name_cell *out) {
    const unsigned char *p = (const unsigned char *)text.p, *end = p + text.n, *start = p;
    const bool goes_on = out->name.n > 0;
    struct span former;
    while (p < end) {
        const unsigned char *at = p;
        int32_t c = utf8_next(&p, end);
        bool is_stroke = c == '/' || c == 0xFF0F || c == '\n';
        if (!is_stroke && p < end)
            continue;
        const unsigned char *stop = is_stroke ? at : p;
        struct span piece = trim((struct span){(const char *)start, (size_t)(stop - start)});
        bool is_first = start == (const unsigned char *)text.p;
        start = p;
        if (piece.n == 0)
            continue;
        if (goes_on && is_first && is_wide(piece) && is_wide(out->name)) {
            if (out->former.n == 0)
                out->former = out->remark;
        } else if (out->name.n && former_of(piece, &former))
            out->former = former;
        else if (out->name.n == 0)
            out->name = piece;
        else if (out->other.n == 0)
            out->other = piece;
    }
}

/* 佐藤花子 旧姓山田, without a bracket. */
static void cut_open_former(struct name_cell *out) {
    static const char word[] = "旧姓";
    size_t n = sizeof word - 1;
    for (size_t i = 1; i + n < out->name.n; i++) {
        if (memcmp(out->name.p + i, word, n) != 0)
            continue;
        struct span behind = {out->name.p + i, out->name.n - i};
        if (former_of(behind, &out->former))
            out->name = trim((struct span){out->name.p, i});
        return;
    }
}

void name_split(struct span cell, struct name_cell *out) {
    const unsigned char *p = (const unsigned char *)cell.p, *end = p + cell.n, *start = p;
    int depth = 0;
    *out = (struct name_cell){0};
    while (p < end) {
        const unsigned char *at = p;
        int step = raw_bracket_step(utf8_next(&p, end));
        if (step == 0 || (depth == 0 && step < 0))
            continue;
        struct span before = {(const char *)start, (size_t)(at - start)};
        if (depth == 0)
            take_outside(before, out);
        else if (depth + step == 0)
            take_remark(before, out);
        if (depth == 0 || depth + step == 0)
            start = p;
        depth += step;
    }
    struct span rest = {(const char *)start, (size_t)(end - start)};
    if (depth > 0)
        take_remark(rest, out);
    else
        take_outside(rest, out);
    if (out->name.n == 0 && out->former.n == 0) {
        out->name = out->remark.n ? out->remark : trim(cell); /* 【山田太郎】 */
        out->remark = (struct span){cell.p, 0};
    }
    cut_open_former(out);
}

/* --- former family names --- */

static bool has_word(struct span words, struct span wanted) {
    struct span word;
    while (next_word(&words, &word)) {
        if (span_equal(word, wanted))
            return true;
    }
    return false;
}

/* yamada hanako / hanako sato / yamada: each word of the one before is there, and the rest is of
 * the present name. */
static bool is_former_in_words(struct span name, struct span present, struct span former) {
    struct span rest = former, word;
    bool has_given = false;
    while (next_word(&rest, &word)) {
        if (!has_word(name, word))
            return false;
    }
    rest = name;
    while (next_word(&rest, &word)) {
        if (has_word(former, word))
            continue;
        if (!has_word(present, word))
            return false;
        has_given = true;
    }
    return has_given;
}

/* 山田花子 / 佐藤花子 / 山田: what follows the one before ends the present name. */
static bool is_former_in_kanji(struct span name, struct span present, struct span former) {
    if (former.n == 0 || name.n <= former.n || memcmp(name.p, former.p, former.n) != 0)
        return false;
    struct span given = {name.p + former.n, name.n - former.n};
    return present.n > given.n && memcmp(present.p + present.n - given.n, given.p, given.n) == 0;
}

enum {
    NAME_MAX_BYTES = 1024
}; /* longer cells are no names, and comparing words costs their square */

bool name_is_former(struct span name, struct span present, struct span former) {
    if (name.n > NAME_MAX_BYTES || present.n > NAME_MAX_BYTES || former.n > NAME_MAX_BYTES)
        return false;
    struct strbuf a = {0}, b = {0}, c = {0};
    bool is_former;
    name_words(name, &a);
    name_words(present, &b);
    name_words(former, &c);
    if (is_latin(strbuf_span(&a)) && is_latin(strbuf_span(&b)) && is_latin(strbuf_span(&c))) {
        is_former = is_former_in_words(strbuf_span(&a), strbuf_span(&b), strbuf_span(&c));
    } else {
        fold_text(FOLD_NAME, name, &a);
        fold_text(FOLD_NAME, present, &b);
        fold_text(FOLD_NAME, former, &c);
        is_former = is_former_in_kanji(strbuf_span(&a), strbuf_span(&b), strbuf_span(&c));
    }
    strbuf_release(&a);
    strbuf_release(&b);
    strbuf_release(&c);
    return is_former;
}
