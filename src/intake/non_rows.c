/*
 * What stands among the rows of a list and is no entry of it: rulers and frames of database
 * clients, totals, counts, page headers, remarks below. Such a row is rejected like a bad one, but
 * is no record that somebody may miss.
 *
 * An account may be called "total" or "---": so a row is judged as a whole, and nearly all rows are
 * passed by their first byte alone.
 */
#include "reading.h"

enum { WORDS_BYTES = 96 }; /* longer cells are no totals */

/* What of the row is filled. */
struct shape {
    uint32_t filled, first; /* cells; index of the first of them */
    struct span text;       /* of the first */
    bool is_alone;          /* physically the only cell, where rows have several */
};

static struct shape shape_of(const struct reading *r, const struct row *row) {
    struct shape shape = {.is_alone = row->count == 1 && r->width > 1};
    for (uint32_t i = 0; i < row->count; i++) {
        struct span text = cell_text(row, i);
        if (text.n && shape.filled++ == 0) {
            shape.first = i;
            shape.text = text;
        }
    }
    return shape;
}

static bool starts_with(struct span text, const char *start) {
    size_t n = strlen(start);
    return text.n >= n && memcmp(text.p, start, n) == 0;
}

static struct span behind(struct span text, size_t n) {
    return (struct span){text.p + n, text.n - n};
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_word_char(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* Bytes of the number that the text starts with: 71, 1,234, ７１. */
static size_t number_length(struct span text) {
    size_t n = 0;
    for (;;) {
        struct span rest = behind(text, n);
        bool is_wide = rest.n >= 3 && memcmp(rest.p, "\xEF\xBC", 2) == 0 &&
                       (unsigned char)rest.p[2] >= 0x90 && (unsigned char)rest.p[2] <= 0x99;
        if (is_wide)
            n += 3;
        else if (rest.n && (is_digit(rest.p[0]) || (n && rest.p[0] == ',')))
            n++;
        else
            return n;
    }
}

/* --- rulers --- */

/* Bytes of the ruler's character that the text starts with, or 0. */
static size_t ruler_char(struct span text) {
    static const char *const others[] = {"─", "━", "═",  "┼",  "╋",  "│",  "┃",  "├",  "┤",  "┌",
                                         "┐", "└", "┘",  "┬",  "┴",  "┣",  "┫",  "－", "ー", "―",
                                         "—", "–", "＝", "＿", "＋", "｜", "＊", "…",  "・", "　"};
    if (strchr("-=_+*~|:. ", text.p[0]) && text.p[0])
        return 1;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        if (starts_with(text, others[i]))
            return strlen(others[i]);
    }
    return 0;
}

/* Single strokes are not enough: they stand for cells that hold nothing. */
static bool is_ruler(const struct row *row) {
    size_t characters = 0, longest = 0;
    for (uint32_t i = 0; i < row->count; i++) {
        size_t of_cell = 0;
        for (struct span text = cell_text(row, i); text.n; of_cell++) {
            size_t n = ruler_char(text);
            if (n == 0)
                return false;
            text = behind(text, n);
        }
        characters += of_cell;
        longest = of_cell > longest ? of_cell : longest;
    }
    return characters >= 3 && longest >= 2;
}

/* --- the header again --- */

/* Does every cell repeat its header? An account may be called "user", but not all its cells. */
static bool is_header(const struct reading *r, const struct row *row) {
    bool is_certain = false;
    for (size_t i = 0; i < r->tasks.count; i++) {
        const struct task *task = &r->tasks.items[i];
        if (!span_equal(cell_text(row, task->column), task->header))
            return false;
        is_certain |= task->column != r->tasks.items[0].column || task->header.p[0] & 0x80;
    }
    return is_certain;
}

static bool has_digit(struct span text) {
    for (size_t i = 0; i < text.n; i++) {
        if (is_digit(text.p[i]) || number_length(behind(text, i)))
            return true;
    }
    return false;
}

/* A printed list says its title, and both rows of a header of two, on each page. Beside the title
 * the number of the page differs. */
static bool repeats_row_above(const struct reading *r, const struct row *row,
                              const struct shape *shape) {
    enum { TITLE_MAX = 3 };
    for (size_t k = 0; k < r->rows_above; k++) {
        const struct row *above = &r->ahead.items[k];
        struct shape title = shape_of(r, above);
        bool repeats = shape->filled == title.filled && shape->first == title.first &&
                       span_equal(shape->text, title.text);
        for (uint32_t i = 0; repeats && i < row->count; i++) {
            struct span cell = cell_text(row, i), other = cell_text(above, i);
            repeats = span_equal(cell, other) || (title.filled <= TITLE_MAX && i > shape->first &&
                                                  has_digit(cell) && has_digit(other));
        }
        if (repeats)
            return true;
    }
    return false;
}

/* --- totals and counts --- */

/* Without what people put around such lines: * ( - = 【 … */
static struct span without_ornaments(struct span text) {
    static const char *const ornaments[] = {
        "*",  "-",  "=",  "(",  ")",  "[",  "]",  "<",  ">", "#", "【", "】", "（", "）",
        "＜", "＞", "〈", "〉", "［", "］", "－", "＊", "―", " ", "　", ".",  "。", "!"};
    for (size_t before = text.n + 1; text.n && text.n < before;) {
        before = text.n;
        for (size_t i = 0; i < sizeof ornaments / sizeof ornaments[0]; i++) {
            size_t n = strlen(ornaments[i]);
            if (starts_with(text, ornaments[i]))
                text = behind(text, n);
            if (text.n >= n && memcmp(text.p + text.n - n, ornaments[i], n) == 0)
                text.n -= n;
        }
    }
    return text;
}

static struct span without_separators(struct span text) {
    static const char *const separators[] = {":", "：", "=", "＝", " ", "　", "\t", ".", "…", "・"};
    for (size_t i = 0; text.n && i < sizeof separators / sizeof separators[0]; i++) {
        if (starts_with(text, separators[i])) {
            text = behind(text, strlen(separators[i]));
            i = (size_t)-1;
        }
    }
    return text;
}

static bool starts_with_unit(struct span text) {
    static const char *const units[] = {
        "row",    "rows",     "record",   "records", "user",   "users",      "account", "accounts",
        "entry",  "entries",  "item",     "items",   "line",   "lines",      "member",  "members",
        "result", "results",  "object",   "objects", "person", "persons",    "people",  "employees",
        "seats",  "licenses", "licences", "people",  "staff",  "Datensätze", "Zeilen",  "lignes"};
    static const char *const japanese[] = {
        "件",     "名", "人", "行",     "個",   "ID",         "レコード",   "台",
        "条",     "건", "명", "ユーザ", "項目", "分",         "アカウント", "頁",
        "ページ", "本", "枚", "口",     "式",   "ライセンス", "シート",     "端末"};
    for (size_t i = 0; i < sizeof japanese / sizeof japanese[0]; i++) {
        if (starts_with(text, japanese[i]))
            return true;
    }
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        size_t n = strlen(units[i]);
        if (text.n >= n && strncasecmp(text.p, units[i], n) == 0 &&
            (text.n == n || !is_word_char(text.p[n])))
            return true;
    }
    return false;
}

/* Empty, or a number as people write it under a list: 71, 1,234, 71件, 71 users. */
static bool is_count(struct span text) {
    size_t n = number_length(text);
    struct span rest = without_separators(behind(text, n));
    return rest.n == 0 || (n > 0 && starts_with_unit(rest));
}

/* Bytes of the word for a sum that the text starts with, or 0. */
static size_t total_word(struct span text) {
    static const char *const words[] = {
        "総合計",    "合計件数",      "合計",        "総計",        "小計",        "中計",
        "累計",      "総件数",        "総数",        "件数",        "人数",        "出力件数",
        "登録件数",  "以下余白",      "以上",        "計",          "合计",        "总计",
        "합계",      "grand total",   "subtotal",    "sub total",   "totals",      "total",
        "sum",       "count",         "gesamt",      "summe",       "anzahl",      "somme",
        "row count", "end of report", "end of list", "end of file", "no more rows"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t n = strlen(words[i]);
        bool is_latin = !(words[i][0] & 0x80);
        if (text.n >= n && strncasecmp(text.p, words[i], n) == 0 &&
            (!is_latin || text.n == n || !is_word_char(text.p[n])))
            return n;
    }
    return 0;
}

/* "合計" alone does not make a totals row: an account may be called so. Nothing but counts may
 * stand beside it. */
static bool says_total(struct span cell) {
    struct span text = without_ornaments(cell);
    size_t n = text.n <= WORDS_BYTES ? total_word(text) : 0;
    return n > 0 && is_count(without_separators(behind(text, n)));
}

/* The word may stand in any column: columns come in any order. */
static bool is_total(const struct reading *r, const struct row *row, const struct shape *shape) {
    size_t words = says_total(shape->text);
    for (size_t i = 0; i < r->tasks.count; i++) {
        uint32_t column = r->tasks.items[i].column;
        struct span cell = cell_text(row, column);
        if (column == shape->first)
            continue;
        if (says_total(cell))
            words++;
        else if (!is_count(cell))
            return false;
    }
    return words == 1 && (says_total(shape->text) || is_count(shape->text));
}

static bool ends_with_digit(struct span text) {
    return is_digit(text.p[text.n - 1]) ||
           (text.n >= 3 && number_length(behind(text, text.n - 3)) == 3);
}

/* "全12件", "対象者: 5名": a number and what it counts at the end, behind a word of no ID. */
static bool ends_with_count(struct span text) {
    for (size_t i = 1; i < text.n; i++) {
        struct span rest = behind(text, i);
        bool is_start = number_length(rest) > 0 && !is_word_char(text.p[i - 1]);
        if (!is_start)
            continue;
        struct span unit = without_separators(behind(rest, number_length(rest)));
        bool is_labelled = text.p[i - 1] == ':' || (i > 1 && text.p[i - 2] == ':') ||
                           (i > 2 && memcmp(text.p + i - 3, "：", 3) == 0);
        return (unit.n == 0 && is_labelled && text.p[0] & 0x80) ||
               (unit.n > 0 && starts_with_unit(unit) && unit.n <= 16);
    }
    return false;
}

/* "(4 rows)", "* 5 users", "5 rows in set (0.00 sec)", "（12件）", "Records: 5", "Page 2 of 7",
 * where nothing else is filled. */
static bool is_count_line(struct span cell) {
    static const char *const words[] = {"total",   "records", "rows",      "users", "accounts",
                                        "entries", "items",   "number of", "count", "page",
                                        "ページ",  "頁",      "results",   "合計",  "件数"};
    struct span text = without_ornaments(cell);
    if (text.n == 0 || text.n > WORDS_BYTES)
        return false;
    size_t n = number_length(text);
    struct span rest = without_separators(behind(text, n));
    if (n > 0)
        return (rest.n > 0 && starts_with_unit(rest)) || starts_with(rest, "ページ") ||
               starts_with(rest, "頁");
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        n = strlen(words[i]);
        if (text.n > n && strncasecmp(text.p, words[i], n) == 0 && !is_word_char(text.p[n]) &&
            ends_with_digit(text))
            return true;
    }
    return ends_with_count(text);
}

/* --- remarks --- */

static bool has_gap(struct span text) {
    return memchr(text.p, ' ', text.n) || memmem(text.p, text.n, "　", strlen("　"));
}

/* What people put before a remark; signs that an ID may begin with need a space behind them, and
 * words (注文係) a mark. */
static bool is_marked(struct span text) {
    static const char *const marks[] = {"※",     "＊",         "★",      "◆",     "■",
                                        "▼",     "●",          "注：",   "注:",   "注）",
                                        "注)",   "注意",       "備考：", "備考:", "備考　",
                                        "備考 ", "（注",       "(注",    "* ",    "-- ",
                                        "// ",   "Copyright ", "©",      "(c) ",  "Note:"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (starts_with(text, marks[i]) && text.n > strlen(marks[i]))
            return true;
    }
    /* 注1, 注 停止中を含む */
    size_t n = strlen("注");
    return text.n > n && starts_with(text, "注") &&
           (number_length(behind(text, n)) || without_separators(behind(text, n)).n < text.n - n);
}

/* 【管理者】: the caption of a part of the list. */
static bool is_caption(struct span text) {
    size_t n = strlen("【");
    return text.n > 2 * n && starts_with(text, "【") && memcmp(text.p + text.n - n, "】", n) == 0;
}

/* More words, or other signs, than an ID has; in a list of IDs alone they may be names. */
static bool is_sentence(struct span text, bool is_only_column) {
    static const char *const signs[] = {"：", "。", "、", ": "};
    const size_t enough = is_only_column ? 4 : 2;
    size_t gaps = 0;
    for (size_t i = 0; i + 1 < text.n; i++)
        gaps += text.p[i] == ' ' && text.p[i + 1] != ' ';
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        gaps += memmem(text.p, text.n, signs[i], strlen(signs[i])) ? enough : 0;
    return gaps >= enough;
}

/* "該当データはありません", "No records found": what a program writes where it has no row. */
static bool says_nothing_found(struct span text) {
    static const char *const starts[] = {"該当", "対象", "データ", "レコード", "検索結果"};
    static const char *const ends[] = {"ありません",
                                       "ありませんでした",
                                       "存在しません",
                                       "見つかりません",
                                       "見つかりませんでした",
                                       "なし",
                                       "無し"};
    static const char *const english[] = {"no data",    "no rows",  "no records",  "no results",
                                          "no entries", "no users", "no accounts", "no items"};
    text = without_ornaments(text);
    for (size_t i = 0; i < sizeof english / sizeof english[0]; i++) {
        size_t n = strlen(english[i]);
        if (text.n >= n && strncasecmp(text.p, english[i], n) == 0 &&
            (text.n == n || !is_word_char(text.p[n])))
            return true;
    }
    bool starts_so = false, ends_so = false;
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        starts_so |= starts_with(text, starts[i]);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        size_t n = strlen(ends[i]);
        ends_so |= text.n > n && memcmp(text.p + text.n - n, ends[i], n) == 0;
    }
    return starts_so && ends_so;
}

/* "次頁へ続く", "(continued)": where a printed list turns its page. */
static bool turns_page(struct span text) {
    static const char *const words[] = {"次頁",       "次ページ",  "次葉",   "前頁",
                                        "前ページ",   "へ続く",    "に続く", "つづく",
                                        "からの続き", "continued", "cont'd"};
    text = without_ornaments(text);
    for (size_t i = 0; i < sizeof words / sizeof words[0] && text.n <= WORDS_BYTES; i++) {
        size_t n = strlen(words[i]);
        bool is_latin = !(words[i][0] & 0x80);
        if (is_latin ? text.n >= n && strncasecmp(text.p, words[i], n) == 0
                     : memmem(text.p, text.n, words[i], n) != NULL)
            return true;
    }
    return false;
}

/* A sentence in place of a row: marked as a remark, or the only cell where rows have several, and
 * either of several words or apart from the rows. */
static bool is_remark(const struct reading *r, const struct row *row, const struct shape *shape) {
    struct span text = shape->text;
    if (shape->filled != 1)
        return false;
    if (is_marked(text) || is_caption(text) || is_sentence(text, r->width == 1) ||
        says_nothing_found(text) || turns_page(text))
        return true;
    if (!shape->is_alone)
        return false;
    return has_gap(text) || strchr("#*", text.p[0]) || row->follows_blank || r->is_below_list;
}

/* --- all of it --- */

/* Does the text begin with two letters of which a word for a sum may be made? */
static bool may_be_total(struct span text) {
    static const char pairs[] = "to su gr co ge an so ro en no";
    if (text.n < 3)
        return false;
    const char pair[] = {(char)(text.p[0] | 0x20), (char)(text.p[1] | 0x20)};
    for (size_t i = 0; i < sizeof pairs; i += 3) {
        if (pairs[i] == pair[0] && pairs[i + 1] == pair[1])
            return true;
    }
    return false;
}

/* What no key of a usual row has; the rest is looked at closely. */
static bool may_be_none(const struct reading *r, const struct row *row) {
    const struct task *key = &r->tasks.items[0];
    struct span text = cell_text(row, key->column);
    if (r->source->rows_read == 1 || row->count != r->width || text.n == 0 || row->follows_blank ||
        r->is_below_list)
        return true;
    char c = text.p[0];
    if (memchr(text.p, ' ', text.n))
        return true;
    if (is_digit(c))
        return text.p[text.n - 1] & 0x80;
    bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return !is_letter || (may_be_total(text) && total_word(text)) || span_equal(text, key->header);
}

static enum message_id problem_of(struct reading *r, const struct row *row,
                                  const struct shape *shape) {
    if (shape->filled == 0)
        return MSG_ROW_IS_EMPTY;
    if (is_ruler(row))
        return MSG_ROW_IS_RULER;
    if (is_header(r, row) || repeats_row_above(r, row, shape) ||
        (r->source->rows_read == 1 && is_row_of_labels(r, row)))
        return MSG_ROW_REPEATS_HEADER;
    if (is_total(r, row, shape) || (shape->filled == 1 && is_count_line(shape->text)))
        return MSG_ROW_IS_TOTAL;
    return is_remark(r, row, shape) ? MSG_ROW_IS_REMARK : MSG_NONE;
}

bool is_no_record(struct reading *r, const struct row *row) {
    if (row->problem != MSG_NONE || r->tasks.count == 0 || !may_be_none(r, row))
        return false;
    struct shape shape = shape_of(r, row);
    enum message_id problem = problem_of(r, row, &shape);
    r->is_below_list = problem == MSG_ROW_IS_TOTAL || problem == MSG_ROW_IS_REMARK;
    if (problem == MSG_NONE)
        return false;
    struct span header = shape.first < r->headers.count ? r->headers.items[shape.first] : SPAN("");
    issue_add_at(r, r->current.origin, header, shape.text, problem, MSG_DONE_ROW_REJECTED);
    r->source->rows_not_records++;
    return true;
}
