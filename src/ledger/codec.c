/* Rows as JSON arrays: writing and reading by a table of fields. */
#include "codec.h"

#include "tenko/jsonout.h"

#include <jansson.h>

static const void *at(const void *row, size_t offset) {
    return (const char *)row + offset;
}

static void *place_in(void *row, size_t offset) {
    return (char *)row + offset;
}

/* --- Writing --- */

static void write_row(struct strbuf *out, const struct codec_table *table, const void *row);

static void write_text(struct strbuf *out, struct span text) {
    jsonout_add_string(out, text);
}

/* "[" before the first item of an array, "," before the others. */
static void separate(struct strbuf *out, size_t i) {
    strbuf_add_char(out, i ? ',' : '[');
}

static void end_array(struct strbuf *out, size_t items) {
    if (!items)
        strbuf_add_char(out, '[');
    strbuf_add_char(out, ']');
}

static void write_texts(struct strbuf *out, const struct span *items, size_t count) {
    for (size_t i = 0; i < count; i++) {
        separate(out, i);
        write_text(out, items[i]);
    }
    end_array(out, count);
}

static void write_sentence(struct strbuf *out, const struct sentence *s) {
    struct span parts[1 + LANGUAGES + SENTENCE_ARGS] = {s->code};
    memcpy(&parts[1], s->template, sizeof s->template);
    memcpy(&parts[1 + LANGUAGES], s->args, sizeof s->args);
    write_texts(out, parts, sizeof parts / sizeof *parts);
}

static void write_date(struct strbuf *out, date day) {
    char quoted[13] = "\"";
    if (day == DATE_UNKNOWN) {
        strbuf_add_text(out, "\"?\"");
    } else if (day == DATE_NONE) {
        strbuf_add_text(out, "null");
    } else {
        date_format(day, quoted + 1);
        size_t n = strlen(quoted);
        quoted[n] = '"';
        strbuf_add(out, quoted, n + 1);
    }
}

/* ["left_on","d","2025-10-31"]: the key, the type's letter, the value. */
static void write_fact(struct strbuf *out, const struct evidence *v) {
    static const char *const letters[] = {"t", "d", "n", "l"};
    separate(out, 0);
    write_text(out, span_of(v->key));
    separate(out, 1);
    write_text(out, span_of(letters[v->type]));
    separate(out, 2);
    switch (v->type) {
    case EVIDENCE_TEXT:
        write_text(out, v->text);
        break;
    case EVIDENCE_DATE:
        write_date(out, v->day);
        break;
    case EVIDENCE_NUMBER:
        strbuf_add_number(out, v->number);
        break;
    case EVIDENCE_TEXTS:
        write_texts(out, v->texts.items, v->texts.count);
        separate(out, 3);
        strbuf_add_number(out, v->texts.left_out);
        break;
    }
    strbuf_add_char(out, ']');
}

static uint32_t count_of(const struct codec_field *f, const void *row) {
    return *(const uint32_t *)at(row, f->count_offset);
}

/* Is the field's value the one that null stands for? */
static bool is_usual(const struct codec_field *f, const void *row) {
    const void *p = at(row, f->offset);
    switch (f->type) {
    case CODEC_TEXT: {
        const struct span *text = p;
        return span_equal(*text, f->usual);
    }
    case CODEC_HELD:
        return !((const struct span *)p)->p;
    case CODEC_KEY:
        return *(const char *const *)p == NULL;
    case CODEC_NUMBER:
        return *(const int64_t *)p == 0;
    case CODEC_SMALL:
        return *(const int32_t *)p == 0;
    case CODEC_FLAG:
        return !*(const bool *)p;
    case CODEC_ON:
        return *(const bool *)p;
    case CODEC_DATE:
        return *(const date *)p == DATE_NONE;
    case CODEC_TEXTS:
    case CODEC_EVIDENCE:
        return count_of(f, row) == 0;
    case CODEC_SENTENCE:
        return ((const struct sentence *)p)->code.n == 0;
    case CODEC_ROWS:
        return *(const size_t *)at(row, f->count_offset) == 0;
    }
    return false;
}

static void write_facts(struct strbuf *out, const struct codec_field *f, const void *row) {
    const struct evidence *facts = *(const struct evidence *const *)at(row, f->offset);
    uint32_t count = count_of(f, row);
    for (uint32_t i = 0; i < count; i++) {
        separate(out, i);
        write_fact(out, &facts[i]);
    }
    end_array(out, count);
}

static void write_rows(struct strbuf *out, const struct codec_field *f, const void *row) {
    const char *items = *(const char *const *)at(row, f->offset);
    size_t count = *(const size_t *)at(row, f->count_offset);
    for (size_t i = 0; i < count; i++) {
        separate(out, i);
        write_row(out, f->rows, items + i * f->rows->row_size);
    }
    end_array(out, count);
}

static void write_field(struct strbuf *out, const struct codec_field *f, const void *row) {
    const void *p = at(row, f->offset);
    switch (f->type) {
    case CODEC_TEXT:
    case CODEC_HELD:
        write_text(out, *(const struct span *)p);
        break;
    case CODEC_KEY:
        write_text(out, span_of(*(const char *const *)p));
        break;
    case CODEC_NUMBER:
        strbuf_add_number(out, *(const int64_t *)p);
        break;
    case CODEC_SMALL:
        strbuf_add_number(out, *(const int32_t *)p);
        break;
    case CODEC_FLAG:
    case CODEC_ON:
        strbuf_add_number(out, *(const bool *)p);
        break;
    case CODEC_DATE:
        write_date(out, *(const date *)p);
        break;
    case CODEC_TEXTS:
        write_texts(out, *(const struct span *const *)p, count_of(f, row));
        break;
    case CODEC_SENTENCE:
        write_sentence(out, p);
        break;
    case CODEC_EVIDENCE:
        write_facts(out, f, row);
        break;
    case CODEC_ROWS:
        write_rows(out, f, row);
        break;
    }
}

static void write_row(struct strbuf *out, const struct codec_table *table, const void *row) {
    size_t written = 0; /* fields; a usual one is where another follows */
    for (size_t i = 0; i < table->field_count; i++) {
        if (is_usual(&table->fields[i], row))
            continue;
        for (; written < i; written++) {
            separate(out, written);
            strbuf_add(out, "null", 4);
        }
        separate(out, written++);
        write_field(out, &table->fields[i], row);
    }
    end_array(out, written);
}

void codec_write(const struct codec_table *table, const void *row, struct strbuf *out) {
    write_row(out, table, row);
}

/* --- Reading --- */

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
    int year = 0, month = 0, day = 0;
    char digits[16] = "";
    memcpy(digits, text.n ? text.p : "", text.n < sizeof digits ? text.n : sizeof digits - 1);
    return sscanf(digits, "%4d-%2d-%2d", &year, &month, &day) == 3
               ? date_from_civil(year, month, day)
               : DATE_NONE;
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
        if (!read_number(value, &number))
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
