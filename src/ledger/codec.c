/*
 * Rows go out, by a table of fields: as JSON arrays, and as the hash by which an unchanged row is
 * recognised. The hash is of what the fields say, each with its number and, where it has no fixed
 * length, its length; so no text is written to learn that nothing has changed, and a field that a
 * later version adds changes no hash while it says nothing.
 */
#include "codec.h"

#include "tenko/jsonout.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <assert.h>

static const void *at(const void *row, size_t offset) {
    return (const char *)row + offset;
}

/* --- What is said --- */

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

uint64_t codec_said(const struct codec_table *table, const void *row) {
    uint64_t said = 0;
    assert(table->field_count <= 64);
    for (size_t i = 0; i < table->field_count; i++)
        said |= (uint64_t)!is_usual(&table->fields[i], row) << i;
    return said;
}

/* --- Hash --- */

static void put_row(struct strbuf *out, const struct codec_table *table, const void *row,
                    uint64_t said);

/* Of a size that is known when this is compiled. */
static inline void put_bytes(struct strbuf *out, const void *bytes, size_t size) {
    if (out->capacity - out->n <= size)
        strbuf_reserve(out, size);
    memcpy(out->p + out->n, bytes, size);
    out->n += size;
}

static void put_count(struct strbuf *out, uint32_t count) {
    put_bytes(out, &count, sizeof count);
}

static void put_text(struct strbuf *out, struct span text) {
    uint32_t count = (uint32_t)text.n;
    if (out->capacity - out->n <= sizeof count + text.n)
        strbuf_reserve(out, sizeof count + text.n);
    memcpy(out->p + out->n, &count, sizeof count);
    span_copy(out->p + out->n + sizeof count, text);
    out->n += sizeof count + text.n;
}

static void put_texts(struct strbuf *out, const struct span *items, uint32_t count) {
    put_count(out, count);
    for (uint32_t i = 0; i < count; i++)
        put_text(out, items[i]);
}

static void put_sentence(struct strbuf *out, const struct sentence *s) {
    put_text(out, s->code);
    put_texts(out, s->template, LANGUAGES);
    put_texts(out, s->args, SENTENCE_ARGS);
}

static void put_fact(struct strbuf *out, const struct evidence *v) {
    put_text(out, span_of(v->key));
    strbuf_add_char(out, (char)v->type);
    switch (v->type) {
    case EVIDENCE_TEXT:
        put_text(out, v->text);
        break;
    case EVIDENCE_DATE:
        put_bytes(out, &v->day, sizeof v->day);
        break;
    case EVIDENCE_NUMBER:
        put_bytes(out, &v->number, sizeof v->number);
        break;
    case EVIDENCE_TEXTS:
        put_texts(out, v->texts.items, v->texts.count);
        put_count(out, v->texts.left_out);
        break;
    }
}

static void put_facts(struct strbuf *out, const struct codec_field *f, const void *row) {
    const struct evidence *facts = *(const struct evidence *const *)at(row, f->offset);
    uint32_t count = count_of(f, row);
    put_count(out, count);
    for (uint32_t i = 0; i < count; i++)
        put_fact(out, &facts[i]);
}

static void put_rows(struct strbuf *out, const struct codec_field *f, const void *row) {
    const char *items = *(const char *const *)at(row, f->offset);
    size_t count = *(const size_t *)at(row, f->count_offset);
    put_count(out, (uint32_t)count);
    for (size_t i = 0; i < count; i++) {
        const void *item = items + i * f->rows->row_size;
        put_row(out, f->rows, item, codec_said(f->rows, item));
    }
}

static void put_field(struct strbuf *out, const struct codec_field *f, const void *row) {
    const void *p = at(row, f->offset);
    switch (f->type) {
    case CODEC_TEXT:
    case CODEC_HELD:
        put_text(out, *(const struct span *)p);
        break;
    case CODEC_KEY:
        put_text(out, span_of(*(const char *const *)p));
        break;
    case CODEC_NUMBER:
        put_bytes(out, p, sizeof(int64_t));
        break;
    case CODEC_SMALL:
        put_bytes(out, p, sizeof(int32_t));
        break;
    case CODEC_FLAG:
    case CODEC_ON:
        break; /* it is not as usual: that says all */
    case CODEC_DATE:
        put_bytes(out, p, sizeof(date));
        break;
    case CODEC_TEXTS:
        put_texts(out, *(const struct span *const *)p, count_of(f, row));
        break;
    case CODEC_SENTENCE:
        put_sentence(out, p);
        break;
    case CODEC_EVIDENCE:
        put_facts(out, f, row);
        break;
    case CODEC_ROWS:
        put_rows(out, f, row);
        break;
    }
}

enum { END_OF_ROW = 64 }; /* no field's number */

static void put_row(struct strbuf *out, const struct codec_table *table, const void *row,
                    uint64_t said) {
    for (; said; said &= said - 1) {
        int i = __builtin_ctzll(said);
        strbuf_add_char(out, (char)i);
        put_field(out, &table->fields[i], row);
    }
    strbuf_add_char(out, END_OF_ROW);
}

uint64_t codec_digest(const struct codec_table *table, const void *row, uint64_t said,
                      struct strbuf *room) {
    strbuf_clear(room);
    put_row(room, table, row, said);
    return XXH3_64bits(room->p, room->n);
}

/* --- Text --- */

static void write_row(struct strbuf *out, const struct codec_table *table, const void *row,
                      uint64_t said);

static void write_text(struct strbuf *out, struct span text) {
    jsonout_add_string(out, text);
}

/* So many nulls, in front of another item or behind others. */
static void write_nulls(struct strbuf *out, size_t written, size_t count) {
    static const char each[] = "null,null,null,null,null,null,null,null,null,null,null,null,null,"
                               "null,null,null,null,null,null,null,null,null,null,null,null,null,";
    enum { MOST = (sizeof each - 1) / 5 };
    strbuf_add_char(out, written ? ',' : '[');
    for (; count > MOST; count -= MOST)
        strbuf_add(out, each, sizeof each - 1);
    strbuf_add(out, each, count * 5 - 1);
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
    enum { QUOTED = sizeof "\"0000-00-00\"" };
    if (day == DATE_UNKNOWN) {
        strbuf_add(out, "\"?\"", 3);
    } else if (day == DATE_NONE) {
        strbuf_add(out, "null", 4);
    } else {
        if (out->capacity - out->n <= QUOTED)
            strbuf_reserve(out, QUOTED);
        char *at = out->p + out->n;
        date_format(day, at + 1);
        size_t n = at[1] ? QUOTED - 1 : 2; /* "" beyond the calendar */
        at[0] = at[n - 1] = '"';
        at[n] = '\0';
        out->n += n;
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
        const void *item = items + i * f->rows->row_size;
        write_row(out, f->rows, item, codec_said(f->rows, item));
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

static void write_row(struct strbuf *out, const struct codec_table *table, const void *row,
                      uint64_t said) {
    size_t written = 0; /* fields; a usual one is where another follows */
    for (; said; said &= said - 1) {
        size_t i = (size_t)__builtin_ctzll(said);
        if (written < i)
            write_nulls(out, written, i - written);
        separate(out, i);
        written = i + 1;
        write_field(out, &table->fields[i], row);
    }
    end_array(out, written);
}

void codec_write(const struct codec_table *table, const void *row, uint64_t said,
                 struct strbuf *out) {
    write_row(out, table, row, said);
}
