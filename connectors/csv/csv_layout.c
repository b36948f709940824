/*
 * Which delimiter? One of , TAB ; | that stands equally often in the most rows. Where none of them
 * stands equally often in all rows, a weaker sign that does is the delimiter: the : of passwd
 * files, a space, or what databases write. Such a sign also stands in times and names, and proves
 * nothing unless every row agrees.
 *
 * A quote counts only where a cell begins: the 5" of a disk opens nothing. It closes only where a
 * cell ends. One that is never closed, or only behind one that opens another cell, opens nothing.
 *
 * Cells stand in " and a quote in them is doubled, unless ' or \\ make clearly more rows agree, or
 * all of them.
 */
#include "csv_layout.h"

#include <stdio.h>
#include <string.h>

#define SAMPLE_ROWS 64
#define LETTERS_MAX 64 /* so often the walk goes back */

static const char candidates[] = {',', '\t', ';', '|', ':', '^', '~', '\x1F', '\x01', ' '};
#define CANDIDATES sizeof candidates
#define STRONG     4 /* of them; the rest needs proof */
#define RARE       "^~\x1F\x01"
#define DOUBLED    "|:^~" /* may also stand twice: || */
#define SPACED     ",;"   /* may have a space behind them, always */

struct layout_sample {
    struct span given; /* the only candidate, if set */
    uint32_t rows;
    uint32_t odd_quotes;                      /* that close a cell before its end */
    uint32_t joined_lines;                    /* by an escape at the end of one */
    uint32_t enclosed;                        /* cells in quotes */
    uint32_t counts[SAMPLE_ROWS][CANDIDATES]; /* delimiters outside quotes */
    uint32_t doubled[SAMPLE_ROWS][CANDIDATES];
    uint32_t spaced[SAMPLE_ROWS][CANDIDATES]; /* with a space behind them, or the row's end … */
    bool ends_in[SAMPLE_ROWS][CANDIDATES];    /* … which is behind the last of them */
};

/* Which candidate stands at the beginning, CANDIDATES for none; *n: its bytes. */
static size_t candidate_at(const struct layout_sample *s, struct span text, size_t *n) {
    *n = 1;
    if (s->given.n) {
        bool is_there = text.n >= s->given.n && memcmp(text.p, s->given.p, s->given.n) == 0;
        *n = is_there ? s->given.n : 1;
        return is_there ? 0 : CANDIDATES;
    }
    const char *found = memchr(candidates, text.p[0], CANDIDATES);
    return found ? (size_t)(found - candidates) : CANDIDATES;
}

/* A text being walked over. */
struct walk {
    uint32_t now[CANDIDATES], doubled[CANDIDATES], spaced[CANDIDATES];
    bool ends_in[CANDIDATES];
    size_t i, opened; /* where the quote stands that is open */
    uint32_t letters; /* quotes before a cell that opened nothing */
    bool is_quoted, is_blank, is_cell_start, ignores_quotes;
};

static void begin_row(struct walk *w) {
    memset(w->now, 0, sizeof w->now);
    memset(w->doubled, 0, sizeof w->doubled);
    memset(w->spaced, 0, sizeof w->spaced);
    memset(w->ends_in, 0, sizeof w->ends_in);
    w->is_blank = w->is_cell_start = true;
}

static void end_row(struct layout_sample *s, struct walk *w, bool is_remark) {
    if (!w->is_blank && !is_remark) {
        memcpy(s->counts[s->rows], w->now, sizeof w->now);
        memcpy(s->spaced[s->rows], w->spaced, sizeof w->spaced);
        memcpy(s->ends_in[s->rows], w->ends_in, sizeof w->ends_in);
        memcpy(s->doubled[s->rows++], w->doubled, sizeof w->doubled);
    }
    begin_row(w);
}

/* The delimiter or line end before a cell, without the spaces between; a space, if it is one. */
static char before_cell(struct span text, size_t at) {
    size_t i = at;
    if (i > 0 && text.p[i - 1] == '=') /* Excel's ="001" */
        i = at = i - 1;
    while (i > 0 && text.p[i - 1] == ' ')
        i--;
    if (i == 0)
        return '\n';
    char c = text.p[i - 1];
    bool is_end = c == '\n' || c == '\r' || memchr(candidates, c, STRONG);
    return is_end || i == at ? c : ' ';
}

/* A quote closes a cell before its delimiter or the line's end, also with spaces between. The
 * delimiter is not known: a strong one, or what stands before the cell; behind a line's first cell
 * any. */
static bool closes(const struct layout_sample *s, const struct walk *w, struct span text,
                   size_t after) {
    char before = before_cell(text, w->opened);
    bool is_first = before == '\n' || before == '\r', is_double = text.p[w->opened] == '"';
    if (is_first && is_double && after < text.n && text.p[after] == ' ')
        return true;
    while (after < text.n && text.p[after] == ' ' && before != ' ')
        after++;
    if (after >= text.n)
        return true;
    char next = text.p[after];
    bool is_given = s->given.n > 0 && next == s->given.p[0];
    return next == '\n' || next == '\r' || next == before || is_given ||
           memchr(candidates, next, is_first ? CANDIDATES : STRONG) != NULL;
}

static bool opens(const struct layout_sample *s, struct span text, size_t at) {
    char before = at > 0 ? text.p[at - 1] : '\n';
    bool is_given = s->given.n > 0 && before == s->given.p[s->given.n - 1];
    return before == '\n' || before == '\r' || is_given ||
           memchr(candidates, before, STRONG) != NULL;
}

/* Back to the quote that is open, which opens nothing. */
static void take_for_letter(struct walk *w) {
    w->letters++;
    w->is_quoted = false;
    w->i = w->opened + 1;
}

/* Inside quotes: over the next character, or out of them. */
static void walk_quoted(struct layout_sample *s, struct walk *w, const struct csv_layout *l,
                        struct span text) {
    char c = text.p[w->i], next = w->i + 1 < text.n ? text.p[w->i + 1] : '\0';
    s->joined_lines += c == l->escape && (next == '\n' || next == '\r');
    bool is_pair = c == l->escape || (c == l->quote && next == l->quote);
    if (c == l->quote && !is_pair) {
        w->is_quoted = !closes(s, w, text, w->i + 1);
        s->odd_quotes += w->is_quoted;
        s->enclosed += !w->is_quoted;
        if (w->is_quoted && opens(s, text, w->i) && w->letters < LETTERS_MAX) {
            take_for_letter(w); /* this one begins a cell, so none was open */
            return;
        }
    }
    w->i += is_pair ? 2 : 1;
}

/* How often the sign at the beginning stands there twice. */
static uint32_t pairs_at(struct span text) {
    size_t n = 1;
    while (n < text.n && text.p[n] == text.p[0])
        n++;
    return (uint32_t)(n / 2);
}

static void walk_plain(struct layout_sample *s, struct walk *w, const struct csv_layout *l,
                       struct span text) {
    char c = text.p[w->i];
    struct span rest = {text.p + w->i, text.n - w->i};
    size_t n, k = candidate_at(s, rest, &n);
    if (c == l->escape) {
        s->joined_lines += rest.n > 1 && (rest.p[1] == '\n' || rest.p[1] == '\r');
        w->i += 2;
        w->is_cell_start = false;
        return;
    }
    if (c == l->quote && w->is_cell_start && !w->ignores_quotes) {
        w->is_quoted = true;
        w->opened = w->i;
    }
    if (k < CANDIDATES) {
        w->now[k]++;
        w->ends_in[k] = rest.n == n || rest.p[n] == '\n' || rest.p[n] == '\r';
        w->spaced[k] += w->ends_in[k] || rest.p[n] == ' ';
        w->doubled[k] += s->given.n || (w->i > 0 && rest.p[-1] == c) ? 0 : pairs_at(rest);
    }
    w->is_cell_start = k < CANDIDATES || c == '=' || (c == ' ' && w->is_cell_start);
    w->is_blank = false;
    w->i += n;
}

/* Counts the rows of the text; one that the sample's end cuts counts only if it is the only one. */
static void count_delimiters(struct layout_sample *s, const struct csv_layout *l, struct span text,
                             bool is_all) {
    struct walk w = {0};
    size_t row_start = 0;
    begin_row(&w);
    while (s->rows < SAMPLE_ROWS) {
        if (w.i >= text.n && w.is_quoted) { /* never closed: as if no quote stood there */
            w.ignores_quotes = true;
            take_for_letter(&w);
            continue;
        }
        if (w.i >= text.n) {
            if (is_all || s->rows == 0)
                end_row(s, &w, false);
            return;
        }
        char c = text.p[w.i];
        if (w.is_quoted) {
            walk_quoted(s, &w, l, text);
        } else if (c == '\n' || c == '\r') {
            end_row(s, &w, text.p[row_start] == '#' && s->given.n == 0);
            row_start = ++w.i;
        } else {
            walk_plain(s, &w, l, text);
        }
    }
}

/* In how many rows the candidate stands equally often, and how often; the most such rows. */
static uint32_t agreeing_rows(const struct layout_sample *s, size_t candidate, uint32_t *times) {
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

/* From the first row that has the sign to the last one. */
static void find_block(const struct layout_sample *s, size_t candidate, uint32_t *first,
                       uint32_t *end) {
    *end = s->rows;
    for (*first = 0; *first < *end && s->counts[*first][candidate] == 0;)
        ++*first;
    while (*end > *first && s->counts[*end - 1][candidate] == 0)
        --*end;
}

/* Does a weak sign stand equally often in every row? A title above and notes below may lack what
 * stands in no names, if more rows agree than by a strong one. */
static bool is_proof(const struct layout_sample *s, size_t candidate, uint32_t strong_rows) {
    uint32_t times, rows = agreeing_rows(s, candidate, &times), first, end;
    if (candidates[candidate] == ' ')
        return rows == s->rows && rows > 2 && times > 1;
    find_block(s, candidate, &first, &end);
    bool may_stand_apart = rows > 2 && rows > strong_rows && strchr(RARE, candidates[candidate]);
    return rows > 1 && rows == (may_stand_apart ? end - first : s->rows);
}

static size_t best_candidate(const struct layout_sample *s) {
    size_t found = CANDIDATES;
    uint32_t most_rows = 0, most_times = 0;
    for (size_t k = 0; k < STRONG; k++) {
        uint32_t times, rows = agreeing_rows(s, k, &times);
        if (rows > most_rows || (rows == most_rows && times > most_times)) {
            found = k;
            most_rows = rows;
            most_times = times;
        }
    }
    for (size_t k = STRONG; k < CANDIDATES && most_rows < s->rows; k++)
        if (is_proof(s, k, most_rows))
            return k;
    return found;
}

/* Does the sign stand twice, wherever it stands? Where it does in the first row that has it, and
 * equally often in all below, others may stand alone: they are letters. */
static bool is_doubled(const struct layout_sample *s, size_t candidate) {
    uint32_t rows = 0, even = 0, as_first = 0, first, end;
    find_block(s, candidate, &first, &end);
    for (uint32_t i = first; i < end; i++) {
        rows += s->counts[i][candidate] > 0;
        even += s->counts[i][candidate] == 2 * s->doubled[i][candidate];
        as_first += s->doubled[i][candidate] == s->doubled[first][candidate];
    }
    if (rows < 2 || !strchr(DOUBLED, candidates[candidate]))
        return false;
    bool is_first_even = s->counts[first][candidate] == 2 * s->doubled[first][candidate];
    return even == end - first || (is_first_even && as_first == end - first);
}

/* Does a space stand behind each, wherever it stands? */
static bool is_spaced(const struct layout_sample *s, size_t candidate) {
    uint32_t rows = 0;
    for (uint32_t i = 0; i < s->rows; i++) {
        if (s->counts[i][candidate] != s->spaced[i][candidate])
            return false;
        rows += s->counts[i][candidate] > s->ends_in[i][candidate];
    }
    return rows > 1 && strchr(SPACED, candidates[candidate]);
}

/* How well a layout fits. */
struct fit {
    struct csv_layout layout;
    uint32_t rows, agreeing; /* looked at; of the usual width */
    uint32_t odd_quotes, joined_lines, enclosed;
};

static struct fit try_layout(const struct csv_layout *wanted, struct span sample, bool is_all) {
    struct fit fit = {.layout = *wanted};
    struct csv_layout *l = &fit.layout;
    struct layout_sample s = {.given = span_of(wanted->delimiter)};
    uint32_t times, each = 1;
    count_delimiters(&s, l, sample, is_all);
    size_t k = s.given.n ? 0 : best_candidate(&s);
    fit.rows = s.rows;
    fit.odd_quotes = s.odd_quotes;
    fit.joined_lines = s.joined_lines;
    fit.enclosed = s.enclosed;
    if (k == CANDIDATES)
        return fit;
    fit.agreeing = agreeing_rows(&s, k, &times);
    if (!s.given.n) {
        each = is_doubled(&s, k) ? 2 : 1;
        memset(l->delimiter, candidates[k], each);
        l->is_spaced = is_spaced(&s, k);
    }
    l->usual_cells = times / each + 1;
    for (uint32_t i = 0; i < s.rows && l->header_cells == 0; i++)
        if (s.counts[i][k] >= times)
            l->header_cells = s.counts[i][k] / each + 1;
    return fit;
}

/* Are all cells of the first line with a delimiter in such quotes? */
static bool has_quoted_header(struct span sample, const struct csv_layout *l, char quote) {
    char between[DELIMITER_MAX_BYTES + 2];
    size_t n = 0, pairs = 0;
    size_t d =
        (size_t)snprintf(between, sizeof between, "%s%s", l->delimiter, l->is_spaced ? " " : "");
    for (; sample.n > 0; sample = (struct span){sample.p + n + 1, sample.n - n - 1}) {
        for (n = 0; n < sample.n && sample.p[n] != '\n' && sample.p[n] != '\r';)
            n++;
        if (memmem(sample.p, n, between, d) || n == sample.n)
            break;
    }
    if (n < 3 || l->usual_cells < 2 || sample.p[0] != quote || sample.p[n - 1] != quote)
        return false;
    for (size_t i = 1; i + d + 1 < n; i++)
        pairs += sample.p[i] == quote && memcmp(sample.p + i + 1, between, d) == 0 &&
                 sample.p[i + 1 + d] == quote;
    return pairs + 1 == l->usual_cells;
}

/* Every row has one width under a, and not under b: few cells need the signs, and these prove them.
 */
static bool makes_all_agree(const struct fit *a, const struct fit *b) {
    return a->rows == b->rows && a->rows > 2 && a->agreeing == a->rows && b->agreeing < b->rows &&
           strcmp(a->layout.delimiter, b->layout.delimiter) == 0;
}

/* Signs that make rows agree, but enclose less than others, are letters that stood well. */
static bool is_clearly_better(const struct fit *a, const struct fit *b) {
    uint64_t a_share = (uint64_t)a->agreeing * b->rows, b_share = (uint64_t)b->agreeing * a->rows;
    bool is_escape = a->layout.quote == b->layout.quote;
    if (is_escape ? a->enclosed < b->enclosed || a->odd_quotes > b->odd_quotes
                  : a->enclosed <= b->enclosed)
        return false;
    if (is_escape && a->joined_lines > 0) /* one more at a line's end would join them, too */
        return makes_all_agree(a, b);
    if (is_escape && a->odd_quotes == 0 && b->odd_quotes > 0)
        return a_share >= b_share;
    return makes_all_agree(a, b) ||
           (a->rows > 1 && a->agreeing * 10 >= a->rows * 9 && a_share * 10 > b_share * 11);
}

void csv_find_layout(struct csv_layout *layout, struct span sample, bool is_all) {
    static const struct {
        char quote, escape;
    } pairs[] = {{'"', SIGN_NONE}, {'"', '\\'}, {'\'', SIGN_NONE}, {'\'', '\\'}};
    struct fit best = {0};
    bool is_first = true;
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        char quote = pairs[i].quote, escape = pairs[i].escape;
        bool fits = (!layout->quote || i < 2) && (!layout->escape || escape == SIGN_NONE);
        bool has_quote = quote == '"' || memchr(sample.p, quote, sample.n);
        bool occurs =
            is_first || (has_quote && (escape == SIGN_NONE || memchr(sample.p, escape, sample.n)));
        if (!fits || sample.n == 0 || !occurs)
            continue;
        struct csv_layout wanted = *layout;
        wanted.quote = layout->quote ? layout->quote : quote;
        wanted.escape = layout->escape ? layout->escape : escape;
        struct fit fit = try_layout(&wanted, sample, is_all);
        if (is_first || is_clearly_better(&fit, &best) ||
            (best.layout.quote != quote && has_quoted_header(sample, &fit.layout, quote)))
            best = fit;
        is_first = false;
    }
    if (!is_first)
        *layout = best.layout;
    layout->quote = layout->quote ? layout->quote : '"';
    layout->escape = layout->escape ? layout->escape : SIGN_NONE;
}
