/* Rows come back: a JSON array by a table of fields. */
#include "codec.h"

#include <jansson.h>

static void *place_in(void *row, size_t offset) {
    return (char *)row + offset;
}

static bool read_row(const struct codec_table *table, const json_t *array, void *row,
                     struct arena *arena);

/* A present text is never NULL, also when it is empty: null is something else. */
static bool read_text(const json_t *value, struct span *out, struct arena *arena) {
    if (!json_is_string(value))
        return false;
    *out = arena_copy(arena, (struct span){json_string_value(value), json_string_length(value)});
    return true;
}

static bool read_number(const json_t *value, int64_t *out) {
    *out = json_integer_value(value);
    return json_is_integer(value);
}

date codec_day(struct span text) {
    static const char form[] = "dddd-dd-dd";
    int parts[3] = {0}, part = 0;
    if (text.n != sizeof form - 1)
        return DATE_NONE;
    for (size_t i = 0; i < text.n; i++) {
        bool is_digit = text.p[i] >= '0' && text.p[i] <= '9';
        if (is_digit != (form[i] == 'd') || (!is_digit && text.p[i] != '-'))
            return DATE_NONE;
        if (is_digit)
            parts[part] = parts[part] * 10 + (text.p[i] - '0');
        else
            part++;
    }
    return date_from_civil(parts[0], parts[1], parts[2]);
}

static bool read_date(const json_t *value, date *out) {
    const char *text = json_string_value(value);
    if (json_is_null(value)) {
        *out = DATE_NONE;
        return true;
    }
    if (text && text[0] == '?') {
        *out = DATE_UNKNOWN;
        return true;
    }
    *out = codec_day(span_of(text ? text : ""));
    return *out != DATE_NONE;
}

static bool read_texts(const json_t *value, struct span **items, uint32_t *count,
                       struct arena *arena) {
    if (!json_is_array(value))
        return false;
    *count = (uint32_t)json_array_size(value);
    *items = arena_array(arena, *count, sizeof **items);
    for (uint32_t i = 0; i < *count; i++)
        if (!read_text(json_array_get(value, i), &(*items)[i], arena))
            return false;
    return true;
}

static bool read_sentence(const json_t *value, struct sentence *s, struct arena *arena) {
    struct span parts[1 + LANGUAGES + SENTENCE_ARGS];
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!read_text(json_array_get(value, i), &parts[i], arena))
            return false;
    s->code = parts[0];
    memcpy(s->template, &parts[1], sizeof s->template);
    memcpy(s->args, &parts[1 + LANGUAGES], sizeof s->args);
    return true;
}

static bool read_fact(const json_t *value, struct evidence *v, struct arena *arena) {
    struct span key;
    const json_t *fact = json_array_get(value, 2);
    const char *letter = json_string_value(json_array_get(value, 1));
    if (!letter || !read_text(json_array_get(value, 0), &key, arena))
        return false;
    v->key = key.p;
    int64_t left_out;
    struct span *items;
    switch (*letter) {
    case 't':
        v->type = EVIDENCE_TEXT;
        return read_text(fact, &v->text, arena);
    case 'd':
        v->type = EVIDENCE_DATE;
        return read_date(fact, &v->day);
    case 'n':
        v->type = EVIDENCE_NUMBER;
        return read_number(fact, &v->number);
    case 'l':
        v->type = EVIDENCE_TEXTS;
        if (!read_texts(fact, &items, &v->texts.count, arena) ||
            !read_number(json_array_get(value, 3), &left_out))
            return false;
        v->texts.items = items;
        v->texts.left_out = (uint32_t)left_out;
        return true;
    default:
        return false;
    }
}

static bool read_facts(const json_t *value, const struct codec_field *f, void *row,
                       struct arena *arena) {
    size_t count = json_array_size(value);
    struct evidence *facts = arena_array(arena, count, sizeof *facts);
    for (size_t i = 0; i < count; i++)
        if (!read_fact(json_array_get(value, i), &facts[i], arena))
            return false;
    *(const struct evidence **)place_in(row, f->offset) = facts;
    *(uint32_t *)place_in(row, f->count_offset) = (uint32_t)count;
    return true;
}

static bool read_rows(const json_t *value, const struct codec_field *f, void *row,
                      struct arena *arena) {
    size_t count = json_array_size(value);
    char *items = arena_array(arena, count, f->rows->row_size);
    for (size_t i = 0; i < count; i++)
        if (!read_row(f->rows, json_array_get(value, i), items + i * f->rows->row_size, arena))
            return false;
    *(const void **)place_in(row, f->offset) = items;
    *(size_t *)place_in(row, f->count_offset) = count;
    return true;
}

static void set_usual(const struct codec_field *f, void *row) {
    if (f->type == CODEC_TEXT && f->usual.n)
        *(struct span *)place_in(row, f->offset) = f->usual;
    else if (f->type == CODEC_DATE)
        *(date *)place_in(row, f->offset) = DATE_NONE;
    else if (f->type == CODEC_ON)
        *(bool *)place_in(row, f->offset) = true;
}

/* An enum has its values and no others: they are places in tables. */
static bool is_small(const struct codec_field *f, int64_t number) {
    return f->below ? number >= 0 && number < f->below
                    : number >= INT32_MIN && number <= (int64_t)UINT32_MAX;
}

static bool read_field(const struct codec_field *f, const json_t *value, void *row,
                       struct arena *arena) {
    void *p = place_in(row, f->offset);
    struct span text, *items;
    int64_t number;
    switch (f->type) {
    case CODEC_TEXT:
    case CODEC_HELD:
        return read_text(value, p, arena);
    case CODEC_KEY:
        if (!read_text(value, &text, arena))
            return false;
        *(const char **)p = text.p;
        return true;
    case CODEC_NUMBER:
        return read_number(value, p);
    case CODEC_SMALL:
        if (!read_number(value, &number) || !is_small(f, number))
            return false;
        *(int32_t *)p = (int32_t)number;
        return true;
    case CODEC_FLAG:
    case CODEC_ON:
        if (!read_number(value, &number))
            return false;
        *(bool *)p = number != 0;
        return true;
    case CODEC_DATE:
        return read_date(value, p);
    case CODEC_TEXTS:
        if (!read_texts(value, &items, place_in(row, f->count_offset), arena))
            return false;
        *(const struct span **)p = items;
        return true;
    case CODEC_SENTENCE:
        return read_sentence(value, p, arena);
    case CODEC_EVIDENCE:
        return read_facts(value, f, row, arena);
    case CODEC_ROWS:
        return read_rows(value, f, row, arena);
    }
    return false;
}

static bool read_row(const struct codec_table *table, const json_t *array, void *row,
                     struct arena *arena) {
    if (!json_is_array(array) || json_array_size(array) > table->field_count)
        return false;
    for (size_t i = 0; i < table->field_count; i++) {
        const json_t *value = json_array_get(array, i);
        if (!value || json_is_null(value))
            set_usual(&table->fields[i], row);
        else if (!read_field(&table->fields[i], value, row, arena))
            return false;
    }
    return true;
}

bool codec_read(const struct codec_table *table, struct span text, void *row, struct arena *arena) {
    json_t *array = json_loadb(text.p ? text.p : "", text.n, JSON_ALLOW_NUL, NULL);
    bool ok = array && read_row(table, array, row, arena);
    json_decref(array);
    return ok;
}
