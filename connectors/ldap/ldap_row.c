/*
 * An entry becomes a row. Plain values are pointed at where they lie in the server's answer; what
 * is decoded or joined is written into one buffer, and pointed at once the buffer stands still.
 */
#include "ldap_columns.h"
#include "ldap_tags.h"
#include "tenko/dn.h"
#include "tenko/encoding.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

static bool answers(const struct asked *asked, const struct dir_attribute *a,
                    const struct dir_attribute *found) {
    if (!ldap_text_equal(asked->name, a->name))
        return false;
    if (asked->options.n && !ldap_tags_are_range(asked->options))
        return ldap_tags_equal(asked->options, a->options);
    return ldap_tags_rank(a->options) > (found ? ldap_tags_rank(found->options) : RANK_READING);
}

/* Sorts the entry's attributes to what was asked. */
static void find_attributes(struct ldap_row *row, struct ldap_columns *c,
                            const struct dir_entry *entry) {
    vec_reserve(&row->found, c->asked.count);
    row->found.count = c->asked.count;
    memset(row->found.items, 0, c->asked.count * sizeof *row->found.items);
    for (size_t i = 0; i < entry->count; i++) {
        const struct dir_attribute *a = &entry->attributes[i];
        for (size_t k = 0; k < c->asked.count && a->count; k++)
            if (answers(&c->asked.items[k], a, row->found.items[k]))
                row->found.items[k] = a;
    }
    for (size_t k = 0; k < c->asked.count; k++)
        c->asked.items[k].seen += row->found.items[k] != NULL;
}

static void note(struct ldap_row *row, enum message_id problem, enum message_id done,
                 struct span value) {
    struct row_note made = {(uint32_t)row->cells.count, problem, done,
                            arena_copy(&row->scratch, value)};
    vec_push(&row->notes, made);
}

/* Text that can be shown and compared: UTF-8 without NUL. */
static bool is_text(struct span value) {
    return utf8_valid_prefix(value) == value.n && (value.n == 0 || !memchr(value.p, 0, value.n));
}

static void note_binary(struct ldap_row *row, const struct asked *asked, struct span value) {
    char text[160];
    snprintf(text, sizeof text, "%s (%zu B)", asked->wire, value.n);
    note(row, MSG_LDAP_BINARY, MSG_LDAP_LEFT_EMPTY, span_of(text));
}

static void note_garbage(struct ldap_row *row, const struct asked *asked, struct span value) {
    struct strbuf text = {0};
    strbuf_addf(&text, "%s: ", asked->wire);
    strbuf_add(&text, value.p,
               value.n > 200 ? utf8_valid_prefix((struct span){value.p, 200}) : value.n);
    note(row, MSG_LDAP_GARBAGE, MSG_LDAP_LEFT_EMPTY, strbuf_span(&text));
    strbuf_release(&text);
}

static void push_cell(struct ldap_row *row, struct span value, uint32_t flags, size_t offset) {
    struct cell cell = {value.p, (uint32_t)value.n, flags};
    vec_push(&row->cells, cell);
    vec_push(&row->offsets, offset);
}

/* Is it said of the cell being made that a value could not be read? */
static bool has_unread(const struct ldap_row *row) {
    for (size_t i = row->notes.count; i-- > 0;)
        if (row->notes.items[i].cell == row->cells.count &&
            row->notes.items[i].done == MSG_LDAP_LEFT_EMPTY)
            return true;
    return false;
}

/* The cell that begins at `offset` of row->text and ends where the text ends now. What could not be
 * read is not empty. */
static void push_made(struct ldap_row *row, size_t offset, uint32_t flags) {
    if (row->text.n == offset && has_unread(row))
        flags |= CELL_UNREAD;
    push_cell(row, (struct span){"", row->text.n - offset}, flags, offset);
}

/* Decodes one value behind row->text; says whether something was added. */
static bool decode(struct ldap_row *row, const struct ldap_columns *c, const struct asked *asked,
                   struct span value) {
    if (!is_text(value)) {
        note_binary(row, asked, value);
        return false;
    }
    enum decoded result = asked->decode(value, c->zone, &row->text);
    if (result == DECODED_GARBAGE)
        note_garbage(row, asked, value);
    return result == DECODED_VALUE;
}

static bool is_ascii(struct span value) {
    for (size_t i = 0; i < value.n; i++)
        if (value.p[i] & 0x80)
            return false;
    return true;
}

/* How well one of several values serves: text before what is none. A name that is not written in
 * Latin letters is what a roster writes beside its romaji; else the value that names the entry
 * (uid=a,… → a) is meant. */
static int value_rank(const struct asked *asked, struct span value, struct span dn, bool is_name) {
    if (!is_text(value))
        return -1;
    int rank = dn_is_named_by(dn, asked->name, value);
    return is_name && !is_ascii(value) ? rank + 2 : rank;
}

/* One of several values; of equal ones the first. The others are said, but for the names of people:
 * those are other names. */
static struct span choose(struct ldap_row *row, const struct asked *asked,
                          const struct dir_attribute *a, struct span dn,
                          const struct out_column *column) {
    if (a->count == 1)
        return a->values[0];
    size_t chosen = 0;
    for (size_t i = 1; i < a->count; i++)
        if (value_rank(asked, a->values[i], dn, column->is_name) >
            value_rank(asked, a->values[chosen], dn, column->is_name))
            chosen = i;
    if (column->has_others)
        return a->values[chosen];
    char text[160];
    snprintf(text, sizeof text, "%s: %zu", asked->wire, a->count);
    note(row, MSG_LDAP_SEVERAL_VALUES, MSG_LDAP_TOOK_ONE, span_of(text));
    return a->values[chosen];
}

static void add_person(struct ldap_row *row, const struct asked *asked, struct dir_people *people,
                       struct span value);

static bool has_text(const struct dir_attribute *a) {
    for (size_t i = 0; i < a->count; i++)
        if (is_text(a->values[i]))
            return true;
    return false;
}

/* A text that is none is as good as absent where another attribute may serve; a day or a state is
 * then unknown, for the other one need not say the same. */
static bool is_passed_over(struct ldap_row *row, const struct asked *asked,
                           const struct dir_attribute *a) {
    if (asked->meaning != MEANS_OTHER || has_text(a))
        return false;
    note_binary(row, asked, a->values[0]);
    return true;
}

/* The first attribute that the entry has; of several languages the better one. */
static uint32_t first_of(struct ldap_row *row, const struct ldap_columns *c,
                         const struct out_column *column) {
    uint32_t best = UINT32_MAX;
    int best_rank = -1;
    for (uint32_t i = 0; i < column->attribute_count; i++) {
        uint32_t at = column->attributes[i];
        const struct dir_attribute *a = row->found.items[at];
        if (!a || (a->count == 1 && a->values[0].n == 0))
            continue;
        int rank = ldap_tags_rank(c->asked.items[at].options.n ? SPAN("") : a->options);
        if (rank > best_rank && !is_passed_over(row, &c->asked.items[at], a)) {
            best = at;
            best_rank = rank;
        }
    }
    return best;
}

/* The values that could not be read were of other attributes than the one that serves. */
static void note_served(struct ldap_row *row) {
    for (size_t i = row->notes.count; i-- > 0;)
        if (row->notes.items[i].cell == row->cells.count &&
            row->notes.items[i].done == MSG_LDAP_LEFT_EMPTY)
            row->notes.items[i].done = MSG_LDAP_TOOK_OTHER;
}

static void first_cell(struct ldap_row *row, const struct ldap_columns *c,
                       const struct out_column *column, struct span dn,
                       const struct ldap_context *context) {
    uint32_t at = first_of(row, c, column);
    size_t offset = row->text.n;
    if (at == UINT32_MAX) {
        push_made(row, offset, 0);
        return;
    }
    note_served(row);
    const struct asked *asked = &c->asked.items[at];
    struct span value = choose(row, asked, row->found.items[at], dn, column);
    if (column->is_name)
        row->name = value;
    if (asked->decode == decode_text && !column->is_person && is_text(value)) {
        push_cell(row, value, 0, SIZE_MAX);
        return;
    }
    if (column->is_person)
        add_person(row, asked, context->people, value);
    else
        decode(row, c, asked, value);
    push_made(row, offset, 0);
}

/* ISO days compare as text. */
static void newest_cell(struct ldap_row *row, const struct ldap_columns *c,
                        const struct out_column *column) {
    size_t offset = row->text.n;
    for (uint32_t i = 0; i < column->attribute_count; i++) {
        const struct asked *asked = &c->asked.items[column->attributes[i]];
        const struct dir_attribute *a = row->found.items[column->attributes[i]];
        for (size_t v = 0; a && v < a->count; v++) {
            size_t before = row->text.n;
            if (!decode(row, c, asked, a->values[v]) || before == offset)
                continue;
            struct span old = {row->text.p + offset, before - offset};
            struct span new = {row->text.p + before, row->text.n - before};
            if (span_compare(new, old) > 0) {
                memmove(row->text.p + offset, new.p, new.n);
                before = offset + new.n;
            }
            row->text.p[row->text.n = before] = '\0';
        }
    }
    push_made(row, offset, 0);
}

/* Values of a cell, each with a newline behind it. */
struct values {
    size_t from, to; /* in row->text */
};

/* The values of other attributes have the one behind `before`, whatever its case? */
static bool has_value(const struct ldap_row *row, struct values others, size_t before) {
    struct span value = {row->text.p + before, row->text.n - before};
    for (size_t at = others.from; at < others.to;) {
        const char *end = memchr(row->text.p + at, '\n', others.to - at);
        size_t n = (size_t)(end - (row->text.p + at));
        if (ldap_text_equal(value, (struct span){row->text.p + at, n}))
            return true;
        at += n + 1;
    }
    return false;
}

static bool is_boolean(struct span value) {
    static const char *const words[] = {"true", "false", "yes", "no", "0", "1"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (value.n == strlen(words[i]) && strncasecmp(value.p, words[i], value.n) == 0)
            return true;
    return false;
}

/* One attribute that says "disabled" is enough; else the first one speaks. */
static void state_cell(struct ldap_row *row, const struct ldap_columns *c,
                       const struct out_column *column) {
    size_t offset = row->text.n;
    for (uint32_t i = 0; i < column->attribute_count; i++) {
        const struct asked *asked = &c->asked.items[column->attributes[i]];
        const struct dir_attribute *a = row->found.items[column->attributes[i]];
        for (size_t v = 0; a && v < a->count; v++) {
            size_t before = row->text.n;
            if (asked->meaning == MEANS_OTHER && is_boolean(a->values[v]) && !c->trusts_state)
                row->unclear = asked;
            if (!decode(row, c, asked, a->values[v]) || before == offset)
                continue;
            struct span state = {row->text.p + before, row->text.n - before};
            if (ldap_text_equal(state, SPAN("disabled"))) {
                memmove(row->text.p + offset, state.p, state.n);
                before = offset + state.n;
            }
            row->text.p[row->text.n = before] = '\0';
        }
    }
    push_made(row, offset, 0);
}

static struct span own_value(const struct ldap_row *row, uint32_t asked) {
    const struct dir_attribute *a = asked == UINT32_MAX ? NULL : row->found.items[asked];
    return a ? a->values[0] : SPAN(""); /* one without values is not found */
}

/* A list's values are told apart by newlines; one within a value becomes a space. An attribute, and
 * the walk over the groups, have nothing twice: only the others are compared. */
static void end_value(struct ldap_row *row, struct values others, size_t before) {
    for (size_t i = before; i < row->text.n; i++)
        if (row->text.p[i] == '\n')
            row->text.p[i] = ' ';
    if (row->text.n == before || has_value(row, others, before))
        row->text.p[row->text.n = before] = '\0';
    else
        strbuf_add_char(&row->text, '\n');
}

/* The number of the person that a DN names; else the entry's own name, else the value as it is. */
static void add_person(struct ldap_row *row, const struct asked *asked, struct dir_people *people,
                       struct span value) {
    struct span number = {"", 0};
    size_t before = row->text.n;
    if (!is_text(value)) {
        note_binary(row, asked, value);
        return;
    }
    if (people && dn_is_dn(value))
        number = dir_people_number(people, value);
    if (number.n)
        strbuf_add_span(&row->text, number);
    else if (!dn_is_dn(value) || decode_dn(value, NULL, &row->text) != DECODED_VALUE)
        strbuf_add_span(&row->text, value);
    if (!is_text((struct span){row->text.p + before, row->text.n - before}))
        row->text.p[row->text.n = before] = '\0';
}

static void add_groups(struct ldap_row *row, const struct ldap_columns *c, struct span dn,
                       const struct dir_attribute *member_of, struct dir_groups *groups,
                       size_t offset) {
    struct dir_belonging entry = {.dn = dn};
    struct span group;
    if (member_of) {
        entry.member_of = member_of->values;
        entry.member_of_count = member_of->count;
    }
    const struct dir_attribute *uids = c->uid == UINT32_MAX ? NULL : row->found.items[c->uid];
    entry.uids = uids ? uids->values : NULL;
    entry.uid_count = uids ? uids->count : 0;
    entry.gid = own_value(row, c->gid);
    entry.rid = own_value(row, c->rid);
    dir_groups_of(groups, &entry);
    struct values others = {offset, row->text.n};
    while (dir_groups_next(groups, &group)) {
        size_t before = row->text.n;
        if (!is_text(group) || ldap_is_no_role(group))
            continue;
        strbuf_add_span(&row->text, group);
        end_value(row, others, before);
    }
}

static void all_cell(struct ldap_row *row, const struct ldap_columns *c,
                     const struct out_column *column, const struct dir_entry *entry,
                     const struct ldap_context *context) {
    size_t offset = row->text.n;
    bool has_groups = column->is_role && context->groups;
    strbuf_reserve(&row->text, 1);
    for (uint32_t i = has_groups && column->attribute_count ? 1 : 0; i < column->attribute_count;
         i++) {
        const struct asked *asked = &c->asked.items[column->attributes[i]];
        const struct dir_attribute *a = row->found.items[column->attributes[i]];
        struct values others = {offset, row->text.n};
        for (size_t v = 0; a && v < a->count; v++) {
            size_t before = row->text.n;
            if (column->is_role && ldap_is_no_role(a->values[v]))
                continue;
            if (column->is_person)
                add_person(row, asked, context->people, a->values[v]);
            else
                decode(row, c, asked, a->values[v]);
            end_value(row, others, before);
        }
    }
    if (has_groups)
        add_groups(row, c, entry->dn,
                   column->attribute_count ? row->found.items[column->attributes[0]] : NULL,
                   context->groups, offset);
    if (row->text.n > offset) /* the newline behind the last value */
        row->text.p[--row->text.n] = '\0';
    push_made(row, offset, CELL_LIST);
}

/* Every value in every language, but for readings and the name itself. */
static void names_cell(struct ldap_row *row, const struct ldap_columns *c,
                       const struct out_column *column, const struct dir_entry *entry) {
    size_t offset = row->text.n;
    strbuf_reserve(&row->text, 1);
    for (size_t i = 0; i < entry->count; i++) {
        const struct dir_attribute *a = &entry->attributes[i];
        bool is_asked = false;
        for (uint32_t k = 0; k < column->attribute_count; k++)
            is_asked |= ldap_text_equal(c->asked.items[column->attributes[k]].name, a->name);
        struct values others = {offset, row->text.n};
        for (size_t v = 0; is_asked && ldap_tags_rank(a->options) >= RANK_LANGUAGE && v < a->count;
             v++) {
            size_t before = row->text.n;
            if (!is_text(a->values[v]) || span_equal(a->values[v], row->name))
                continue;
            strbuf_add_span(&row->text, a->values[v]);
            end_value(row, others, before);
        }
    }
    if (row->text.n > offset)
        row->text.p[--row->text.n] = '\0';
    push_made(row, offset, CELL_LIST);
}

/* Computers and their service accounts log in, but are nobody. */
static void kind_cell(struct ldap_row *row, bool is_machine) {
    push_cell(row, is_machine ? SPAN("service") : SPAN(""), 0, SIZE_MAX);
}

static void clear(struct ldap_row *row) {
    row->cells.count = row->offsets.count = row->notes.count = 0;
    row->unclear = NULL;
    row->name = SPAN("");
    strbuf_clear(&row->text);
    if (row->scratch.used_bytes)
        arena_release(&row->scratch);
}

void ldap_row_header(struct ldap_row *row, const struct ldap_columns *c) {
    clear(row);
    for (size_t i = 0; i < c->columns.count; i++)
        push_cell(row, span_of(c->columns.items[i].name), 0, SIZE_MAX);
}

static bool is_deleted(const struct ldap_row *row, const struct ldap_columns *c) {
    const struct dir_attribute *a = row->found.items[c->deleted];
    return a && ldap_text_equal(a->values[0], SPAN("TRUE"));
}

/* An entry of a machine may be read as an account, never as a person. That of a domain that trusts
 * this one (PARTNER$) has a person's classes. */
static enum ldap_thing thing_of(const struct ldap_row *row, const struct ldap_columns *c) {
    const struct dir_attribute *a = row->found.items[c->classes];
    bool is_machine = control_is_of_machine(own_value(row, c->control)) ||
                      type_is_of_machine(own_value(row, c->type));
    enum ldap_thing thing = is_machine ? THING_MACHINE : THING_UNKNOWN;
    for (size_t i = 0; a && i < a->count; i++) {
        enum ldap_thing now = ldap_class_thing(a->values[i]);
        thing = now > thing ? now : thing;
    }
    return thing;
}

static void make_cell(struct ldap_row *row, const struct ldap_columns *c,
                      const struct out_column *column, const struct dir_entry *entry,
                      const struct ldap_context *context) {
    if (column->is_hint)
        push_cell(row, SPAN(""), 0, SIZE_MAX);
    else if (column->combine == COMBINE_FIRST)
        first_cell(row, c, column, entry->dn, context);
    else if (column->combine == COMBINE_NEWEST)
        newest_cell(row, c, column);
    else if (column->combine == COMBINE_STATE)
        state_cell(row, c, column);
    else if (column->combine == COMBINE_NAMES)
        names_cell(row, c, column, entry);
    else if (column->combine == COMBINE_KIND)
        kind_cell(row, thing_of(row, c) == THING_MACHINE);
    else
        all_cell(row, c, column, entry, context);
}

enum ldap_entry_kind ldap_row_read(struct ldap_row *row, struct ldap_columns *c,
                                   const struct dir_entry *entry,
                                   const struct ldap_context *context) {
    clear(row);
    find_attributes(row, c, entry);
    enum ldap_thing thing = thing_of(row, c);
    if (is_deleted(row, c))
        return ENTRY_DELETED;
    if (thing == THING_NO_PERSON || (thing == THING_MACHINE && c->wants_people))
        return ENTRY_NO_PERSON;
    c->machines += thing == THING_MACHINE;
    for (size_t i = 0; i < c->columns.count; i++)
        make_cell(row, c, &c->columns.items[i], entry, context);
    for (size_t i = 0; i < row->cells.count; i++)
        if (row->offsets.items[i] != SIZE_MAX)
            row->cells.items[i].p = row->text.p ? row->text.p + row->offsets.items[i] : "";
    return ENTRY_ROW;
}

void ldap_row_release(struct ldap_row *row) {
    vec_release(&row->cells);
    vec_release(&row->offsets);
    vec_release(&row->notes);
    vec_release(&row->found);
    strbuf_release(&row->text);
    arena_release(&row->scratch);
}
