/*
 * Registers (台帳) of systems and licenses: sections of the configuration in table form. A row adds
 * a section, or what a section of that name does not say; where both speak, the configuration wins
 * and a difference is an input issue. Runs before anything else is read, since rows name lists.
 */
#include "registers.h"

#include "tenko/amount.h"

#include <stdio.h>

/* One row on its way into the plan. */
struct register_merging {
    struct plan *plan;
    struct source *table;
    struct origin origin;
    struct input_plan *input;
};

static struct span header_of(const struct source *s, enum field field) {
    for (size_t i = 0; i < s->columns.count; i++)
        if (s->columns.items[i].field == field)
            return s->columns.items[i].header;
    return span_of(fields[field].name);
}

static void add_issue(struct register_merging *g, enum field field, struct span value,
                      enum message_id problem, enum message_id done, struct span arg) {
    struct issue issue = {.line = g->origin.line,
                          .column = header_of(g->table, field),
                          .value = value,
                          .problem = problem,
                          .done = done,
                          .args = {value, arg}};
    vec_push(&g->table->issues, issue);
}

static void say_difference(struct register_merging *g, enum field field, struct span value,
                           const char *configured) {
    add_issue(g, field, value, MSG_REGISTER_DIFFERS, MSG_REGISTER_CONFIG_WINS,
              arena_copy(&g->table->arena, span_of(configured)));
}

static const char *kept(struct register_merging *g, struct span text) {
    return arena_copy(&g->plan->arena, text).p;
}

/* --- One key --- */

static void merge_text(struct register_merging *g, enum field field, str_id cell, const char **to) {
    struct span text = source_text(g->table, cell);
    if (!text.n)
        return;
    if (!*to)
        *to = kept(g, text);
    else if (!fold_equal(FOLD_WORD, text, span_of(*to)))
        say_difference(g, field, text, *to);
}

static void merge_date(struct register_merging *g, enum field field, date day, date *to) {
    if (!date_is_known(day))
        return;
    if (*to == DATE_NONE) {
        *to = day;
        return;
    }
    char text[2][11];
    date_format(day, text[0]);
    date_format(*to, text[1]);
    if (day != *to)
        say_difference(g, field, arena_copy(&g->table->arena, span_of(text[0])), text[1]);
}

/* "1,366件", "￥12,000": what is counted may stand there. */
static bool read_amount(struct span text, int64_t *cents) {
    static const char *const units[] = {"件", "人", "名", "個", "本", "円"};
    struct strbuf folded = {0};
    fold_text(FOLD_WORD, text, &folded);
    struct span digits = strbuf_span(&folded);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t n = strlen(units[i]);
        if (digits.n > n && memcmp(digits.p + digits.n - n, units[i], n) == 0)
            digits.n -= n;
    }
    size_t sign = digits.n > 2 && memcmp(digits.p, "¥", 2) == 0 ? 2 : *digits.p == '\\';
    bool is_read = amount_parse((struct span){digits.p + sign, digits.n - sign}, cents);
    strbuf_release(&folded);
    return is_read;
}

/* An amount in hundredths; a count is one without decimals. */
static void merge_amount(struct register_merging *g, enum field field, str_id cell, bool is_count,
                         int64_t *to) {
    struct span text = source_text(g->table, cell);
    int64_t cents;
    if (!text.n)
        return;
    if (!read_amount(text, &cents) || (is_count && cents % 100)) {
        add_issue(g, field, text, MSG_REGISTER_BAD_NUMBER, MSG_DONE_CELL_EMPTY, SPAN(""));
        return;
    }
    int64_t number = is_count ? cents / 100 : cents;
    char configured[32];
    if (is_count)
        snprintf(configured, sizeof configured, "%lld", (long long)*to);
    else
        snprintf(configured, sizeof configured, "%lld.%02lld", (long long)*to / 100,
                 (long long)*to % 100);
    if (*to < 0)
        *to = number;
    else if (*to != number)
        say_difference(g, field, text, configured);
}

/* Bytes of what divides names at p, or 0. A path (総務部／人事課) is one name. */
static size_t divider_at(struct span rest) {
    static const char *const dividers[] = {",", ";", "\n", "\r", "、", "，", "；"};
    for (size_t i = 0; i < sizeof dividers / sizeof *dividers; i++) {
        size_t n = strlen(dividers[i]);
        if (rest.n >= n && memcmp(rest.p, dividers[i], n) == 0)
            return n;
    }
    return 0;
}

static struct span trim(struct span text) {
    while (text.n && *text.p == ' ') {
        text.p++;
        text.n--;
    }
    while (text.n && text.p[text.n - 1] == ' ')
        text.n--;
    return text;
}

/* "総務課、市民課": several, jointly. */
static struct word_list split_owners(struct register_merging *g, struct span text) {
    struct word_list list = {arena_array(&g->plan->arena, text.n + 1, sizeof *list.items), 0};
    size_t begin = 0;
    for (size_t i = 0; i <= text.n;) {
        size_t skip = i < text.n ? divider_at((struct span){text.p + i, text.n - i}) : 1;
        if (!skip) {
            i++;
            continue;
        }
        struct span name = trim((struct span){text.p + begin, i - begin});
        if (name.n)
            list.items[list.count++] = kept(g, name);
        i += skip;
        begin = i;
    }
    return list;
}

static void merge_owners(struct register_merging *g, str_id cell) {
    struct span text = source_text(g->table, cell);
    struct word_list *to = &g->input->owners;
    if (!text.n)
        return;
    struct word_list owners = split_owners(g, text);
    bool differs = owners.count != to->count;
    for (size_t i = 0; i < owners.count && !differs; i++)
        differs = !fold_equal(FOLD_WORD, span_of(owners.items[i]), span_of(to->items[i]));
    if (to->count == 0)
        *to = owners;
    else if (differs)
        say_difference(g, FIELD_owner, text, to->items[0]);
}

static void merge_source(struct register_merging *g, str_id cell) {
    struct span text = source_text(g->table, cell);
    struct input_plan *input = g->input;
    if (!text.n)
        return;
    if (!input->has_source) {
        plan_set_source(g->plan, input, kept(g, text));
        return;
    }
    const char *path = input->source.connector ? source_option(&input->source, "path") : "none";
    if (!path) /* a directory */
        path = input->source.connector->name;
    if (!fold_equal(FOLD_WORD, text, span_of(path)))
        say_difference(g, FIELD_source, text, path);
}

/* --- One row --- */

static void merge_system(struct register_merging *g, const struct system_entry *row) {
    struct input_plan *input = g->input;
    merge_owners(g, row->owner);
    merge_text(g, FIELD_manager, row->manager, &input->manager);
    merge_text(g, FIELD_contract_owner, row->contract_owner, &input->system.contract_owner);
    merge_text(g, FIELD_contract_no, row->contract_no, &input->contract_no);
    merge_text(g, FIELD_purpose, row->purpose, &input->purpose);
    merge_source(g, row->source);
    merge_date(g, FIELD_exported_on, row->exported_on, &input->exported_on);
    merge_text(g, FIELD_exported_by, row->exported_by, &input->exported_by);
    merge_amount(g, FIELD_declared_rows, row->declared_rows, true, &input->declared_rows);
    merge_date(g, FIELD_ended_on, row->ended_on, &input->system.ended_on);
}

static void merge_license(struct register_merging *g, const struct license_entry *row) {
    struct input_plan *input = g->input;
    merge_text(g, FIELD_product, row->product, &input->license.product);
    merge_amount(g, FIELD_quantity, row->quantity, true, &input->license.quantity);
    merge_amount(g, FIELD_unit_cost, row->unit_cost, false, &input->license.unit_cost_cents);
    merge_date(g, FIELD_contract_from, row->contract_from, &input->license.contract_from);
    merge_date(g, FIELD_contract_to, row->contract_to, &input->license.contract_to);
    merge_text(g, FIELD_contract_no, row->contract_no, &input->contract_no);
    merge_text(g, FIELD_purpose, row->purpose, &input->purpose);
    merge_owners(g, row->owner);
    merge_source(g, row->source);
}

/* --- The whole --- */

static uint32_t folded_id(struct strpool *names, struct span name) {
    struct strbuf folded = {0};
    fold_text(FOLD_WORD, name, &folded);
    uint32_t id = strpool_intern(names, strbuf_span(&folded)).n;
    strbuf_release(&folded);
    return id;
}

/* Sections by their folded names. */
struct sections {
    enum record record;
    struct strpool names;
    VEC(uint32_t) place; /* by id of the name, from 1; 0 = none */
};

static void put_section(struct sections *s, struct span name, size_t place) {
    uint32_t id = folded_id(&s->names, name);
    while (s->place.count <= id)
        vec_push(&s->place, 0);
    s->place.items[id] = (uint32_t)place + 1;
}

static struct input_plan *section_at(struct plan *plan, enum record record, size_t place) {
    return record == RECORD_ACCOUNT ? &plan->systems.items[place] : &plan->licenses.items[place];
}

/* The section of the row's name, a new one where there is none; NULL if an earlier row has it. */
static struct input_plan *section_of(struct register_merging *g, struct sections *s, str_id cell) {
    enum field field = s->record == RECORD_ACCOUNT ? FIELD_system : FIELD_license;
    struct span name = source_text(g->table, cell);
    uint32_t id = folded_id(&s->names, name);
    struct input_plan *input = NULL;
    if (id < s->place.count && s->place.items[id]) {
        input = section_at(g->plan, s->record, s->place.items[id] - 1);
        if (input->register_line) {
            add_issue(g, field, name, MSG_REGISTER_TWICE, MSG_DONE_ROW_IGNORED, SPAN(""));
            return NULL;
        }
    } else {
        size_t count =
            s->record == RECORD_ACCOUNT ? g->plan->systems.count : g->plan->licenses.count;
        input = plan_add_section(g->plan, s->record, kept(g, name));
        put_section(s, name, count);
    }
    input->register_line = g->origin.line;
    return input;
}

static void sections_init(struct sections *s, struct plan *plan, enum record record) {
    size_t count = record == RECORD_ACCOUNT ? plan->systems.count : plan->licenses.count;
    *s = (struct sections){.record = record};
    for (size_t i = 0; i < count; i++)
        put_section(s, span_of(section_at(plan, record, i)->name), i);
}

static void sections_release(struct sections *s) {
    strpool_release(&s->names);
    vec_release(&s->place);
}

void registers_merge(struct plan *plan, struct source *systems, struct source *licenses) {
    struct sections sections;
    sections_init(&sections, plan, RECORD_ACCOUNT);
    for (size_t i = 0; systems && i < systems->system_entries.count; i++) {
        const struct system_entry *row = &systems->system_entries.items[i];
        struct register_merging g = {plan, systems, row->origin, NULL};
        g.input = section_of(&g, &sections, row->system);
        if (g.input)
            merge_system(&g, row);
    }
    sections_release(&sections);
    sections_init(&sections, plan, RECORD_SEAT);
    for (size_t i = 0; licenses && i < licenses->license_entries.count; i++) {
        const struct license_entry *row = &licenses->license_entries.items[i];
        struct register_merging g = {plan, licenses, row->origin, NULL};
        g.input = section_of(&g, &sections, row->license);
        if (g.input)
            merge_license(&g, row);
    }
    sections_release(&sections);
}
