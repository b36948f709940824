/*
 * Why rules cannot be evaluated. A city has 160 systems and 45 rules, but five reasons: each stands
 * once, and below it a line for the rules that hold for the same sources.
 */
#include "check_reasons.h"

#include "tenko/strpool.h"

#include <stdlib.h>

/* One rule that is not evaluated for one source. */
struct reason_gap {
    str_id reason;
    uint32_t rule, input;
};

struct reason_gaps {
    struct strpool reasons;
    VEC(struct reason_gap) items;
};

static void collect(struct reason_gaps *out, const struct cli *cli, const struct findings *f) {
    struct strbuf why = {0};
    for (uint32_t input = 0; input < f->input_count; input++) {
        const struct coverage *row = &f->coverage[input * rule_count];
        for (size_t r = 0; r < rule_count; r++) {
            if (row[r].is_evaluated || row[r].why == MSG_NONE)
                continue;
            strbuf_clear(&why);
            message_format(&why, row[r].why, cli->language, row[r].args, 2);
            str_id reason = strpool_intern(&out->reasons, strbuf_span(&why));
            vec_push(&out->items, ((struct reason_gap){reason, (uint32_t)r, input}));
        }
    }
    strbuf_release(&why);
}

static int by_reason(const void *a, const void *b) {
    const struct reason_gap *x = a, *y = b;
    if (x->reason.n != y->reason.n)
        return x->reason.n < y->reason.n ? -1 : 1;
    if (x->rule != y->rule)
        return x->rule < y->rule ? -1 : 1;
    return (x->input > y->input) - (x->input < y->input);
}

/* The gaps from `begin` on that are of one reason and, if asked, one rule. */
static size_t end_of(const struct reason_gaps *gaps, size_t begin, bool one_rule) {
    const struct reason_gap *first = &gaps->items.items[begin];
    size_t end = begin + 1;
    while (end < gaps->items.count && str_equal(gaps->items.items[end].reason, first->reason) &&
           (!one_rule || gaps->items.items[end].rule == first->rule))
        end++;
    return end;
}

static bool have_same_sources(const struct reason_gap *a, size_t a_count,
                              const struct reason_gap *b, size_t b_count) {
    if (a_count != b_count)
        return false;
    for (size_t i = 0; i < a_count; i++)
        if (a[i].input != b[i].input)
            return false;
    return true;
}

/* Rules of one reason from `begin` to `end` in lines: those of the same sources share one. */
static void say_rules(struct cli *cli, const struct reason_gaps *gaps, const struct model *m,
                      size_t begin, size_t end) {
    struct strbuf names = {0}, where = {0};
    const struct reason_gap *all = gaps->items.items;
    for (size_t first = begin; first < end;) {
        size_t first_end = end_of(gaps, first, true), next = first_end;
        strbuf_clear(&names);
        strbuf_clear(&where);
        strbuf_add_text(&names, rules[all[first].rule].name);
        while (next < end) {
            size_t next_end = end_of(gaps, next, true);
            if (!have_same_sources(&all[first], first_end - first, &all[next], next_end - next))
                break;
            strbuf_addf(&names, ", %s", rules[all[next].rule].name);
            next = next_end;
        }
        for (size_t i = first; i < first_end; i++)
            strbuf_add_item(&where, ", ", span_of(m->inputs.items[all[i].input].plan->name));
        cli_say(cli, MSG_CHECK_REASON_RULES, names.p, where.p, NULL);
        first = next;
    }
    strbuf_release(&names);
    strbuf_release(&where);
}

void check_say_reasons(struct cli *cli, const struct run *run) {
    struct reason_gaps gaps = {0};
    struct strbuf line = {0};
    collect(&gaps, cli, &run->findings);
    if (gaps.items.count) {
        qsort(gaps.items.items, gaps.items.count, sizeof *gaps.items.items, by_reason);
        cli_say(cli, MSG_CHECK_REASONS, NULL);
    }
    for (size_t i = 0; i < gaps.items.count;) {
        size_t end = end_of(&gaps, i, false);
        strbuf_clear(&line);
        strbuf_add_text(&line, "  ");
        strbuf_add_span(&line, strpool_text(&gaps.reasons, gaps.items.items[i].reason));
        cli_line(cli, strbuf_span(&line));
        say_rules(cli, &gaps, &run->model, i, end);
        i = end;
    }
    strbuf_release(&line);
    strpool_release(&gaps.reasons);
    vec_release(&gaps.items);
}
