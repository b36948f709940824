/* Stacked bars as SVG: they are there without script and on paper, and say in words what they show.
 */
#include "html.h"

#include <inttypes.h>

enum { BAR_WIDTH = 6000, BAR_HEIGHT = 160 }; /* tenths of the drawing's units */

static int64_t known(const struct bar_part *part) {
    return part->value > 0 ? part->value : 0;
}

static void tenths(struct page *p, const char *name, int64_t value) {
    sink_f(p->out, " %s=\"%" PRId64 ".%" PRId64 "\"", name, value / 10, value % 10);
}

static void rect(struct page *p, const char *style, int64_t from, int64_t to) {
    sink_f(p->out, "<rect class=\"%s\" y=\"1\" height=\"%d\"", style, BAR_HEIGHT / 10);
    tenths(p, "x", from);
    tenths(p, "width", to - from > 10 ? to - from - 10 : to - from); /* a gap between two */
    html_markup(p, "/>");
}

/* "Active 644; Never used 65": the bar in words. */
static void description(struct page *p, const struct bar_part *parts, size_t count) {
    for (size_t i = 0, said = 0; i < count; i++) {
        if (parts[i].value < 0)
            continue;
        if (said++)
            html_markup(p, "; ");
        html_label(p, parts[i].label);
        html_markup(p, " ");
        html_number(p, parts[i].value);
    }
}

static void swatch(struct page *p, const struct bar_part *part, bool is_zero) {
    sink_f(p->out,
           "<li%s><svg class=\"swatch\" viewBox=\"0 0 12 12\" aria-hidden=\"true\">"
           "<rect class=\"%s\" width=\"12\" height=\"12\"/></svg>",
           is_zero ? " class=\"zero\"" : "", part->style);
    html_label(p, part->label);
}

static void legend(struct page *p, const struct bar_part *parts, size_t count) {
    html_markup(p, "<ul class=\"legend\">");
    for (size_t i = 0; i < count; i++) {
        if (parts[i].value < 0)
            continue;
        swatch(p, &parts[i], parts[i].value == 0);
        html_markup(p, " <b>");
        html_number(p, parts[i].value);
        html_markup(p, "</b></li>");
    }
    html_markup(p, "</ul>\n");
}

void html_keys(struct page *p, const struct bar_part *parts, size_t count) {
    html_markup(p, "<ul class=\"legend\">");
    for (size_t i = 0; i < count; i++) {
        swatch(p, &parts[i], false);
        html_markup(p, "</li>");
    }
    html_markup(p, "</ul>\n");
}

static void drawing(struct page *p, const struct bar_part *parts, size_t count, int64_t limit) {
    int64_t total = 0, sum = 0;
    for (size_t i = 0; i < count; i++)
        total += known(&parts[i]);
    int64_t scale = limit > total ? limit : total;
    for (size_t i = 0; i < count && scale; i++) {
        int64_t next = sum + known(&parts[i]);
        if (next > sum)
            rect(p, parts[i].style, sum * BAR_WIDTH / scale, next * BAR_WIDTH / scale);
        sum = next;
    }
    if (limit > 0 && limit < total) {
        html_markup(p, "<rect class=\"s-limit\" y=\"0\" width=\"2\" height=\"18\"");
        tenths(p, "x", limit * BAR_WIDTH / scale - 10);
        html_markup(p, "/>");
    }
}

void html_bar(struct page *p, struct span name, const struct bar_part *parts, size_t count,
              int64_t limit) {
    unsigned id = ++p->bars;
    sink_f(p->out,
           "<svg class=\"bar\" viewBox=\"0 0 600 18\" role=\"img\" aria-labelledby=\"bar-%u-t\" "
           "aria-describedby=\"bar-%u-d\"><title id=\"bar-%u-t\">",
           id, id, id);
    html_text(p, name);
    sink_f(p->out, "</title><desc id=\"bar-%u-d\">", id);
    description(p, parts, count);
    html_markup(p, "</desc>");
    drawing(p, parts, count, limit);
    html_markup(p, "</svg>");
    legend(p, parts, count);
}
