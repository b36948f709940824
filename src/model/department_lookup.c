/*
 * Departments by what lists write: codes, names, codes whose zeros a spreadsheet has eaten, paths,
 * code and name in one cell.
 */
#include "seal.h"

#include "tenko/identifier.h"

struct index_span departments_of_keys(const struct model *m, key_id code, key_id name) {
    const struct model_tables *t = m->tables;
    struct index_span meant = key_index_get(&t->department_by_code, code);
    if (meant.count == 0)
        meant = key_index_get(&t->department_by_name, name);
    /* Lists that write the code in the department's column, or the name in the code's. */
    if (meant.count == 0)
        meant = key_index_get(&t->department_by_code, name);
    if (meant.count == 0)
        meant = key_index_get(&t->department_by_name, code);
    return meant;
}

/* The key of a code: as written, else without leading zeros if that leaves one code. */
static key_id code_meant(const struct model *m, struct span code) {
    const struct model_tables *t = m->tables;
    key_id key = model_key(m, FOLD_ID, code);
    if (key_index_get(&t->department_by_code, key).count || code.n == 0)
        return key;
    struct index_span codes = key_index_get(&t->code_by_bare, model_key(m, FOLD_ID_BARE, code));
    return codes.count == 1 ? (key_id){codes.items[0]} : key;
}

static struct index_span by_code(const struct model *m, struct span code) {
    return key_index_get(&m->tables->department_by_code, code_meant(m, code));
}

static struct index_span by_name(const struct model *m, struct span name) {
    return key_index_get(&m->tables->department_by_name, model_key(m, FOLD_WORD, name));
}

/* A cell of names: as a whole, else its parts. */
static struct index_span by_cell(const struct model *m, struct span cell) {
    struct span part, code;
    struct index_span meant = by_name(m, cell);
    if (meant.count == 0)
        meant = by_code(m, cell);
    if (meant.count == 0 && path_last_part(cell, &part))
        meant = by_cell(m, part);
    if (meant.count == 0 && code_and_name(cell, &code, &part)) {
        meant = by_code(m, code);
        if (meant.count == 0)
            meant = by_name(m, part);
    }
    if (meant.count == 0 && path_last_word(cell, &part))
        meant = by_name(m, part);
    return meant;
}

struct index_span model_departments_meant(const struct model *m, struct span code,
                                          struct span name) {
    struct index_span meant = by_code(m, code);
    if (meant.count == 0 && name.n)
        meant = by_cell(m, name);
    if (meant.count == 0 && code.n)
        meant = by_cell(m, code);
    return meant;
}

/* Itself, not through a successor. */
static bool is_valid_itself(const struct model *m, struct span name_or_code) {
    key_id name = model_key(m, FOLD_WORD, name_or_code);
    key_id code = code_meant(m, name_or_code);
    size_t count =
        m->table_of[RECORD_DEPARTMENT] ? m->tables->table_departments : m->departments.count;
    for (size_t i = 0; i < count; i++) {
        const struct department *d = &m->departments.items[i];
        if (d->is_valid && ((key_is_known(name) && key_equal(d->name_key, name)) ||
                            (key_is_known(code) && key_equal(d->code_key, code))))
            return true;
    }
    if (m->table_of[RECORD_DEPARTMENT])
        return false;
    /* the last part of a path that a roster writes */
    struct index_span meant = by_cell(m, name_or_code);
    for (uint32_t i = 0; i < meant.count; i++) {
        if (meant.items[i] < count && m->departments.items[meant.items[i]].is_valid)
            return true;
    }
    return false;
}

struct index_span model_departments_called(const struct model *m, key_id key) {
    struct index_span meant = departments_of_keys(m, KEY_NONE, key);
    return meant.count ? meant : model_departments_meant(m, SPAN(""), model_key_text(m, key));
}

bool model_is_department(const struct model *m, struct span written) {
    struct span part, code;
    return is_valid_itself(m, written) ||
           (path_last_part(written, &part) && model_is_department(m, part)) ||
           (code_and_name(written, &code, &part) && is_valid_itself(m, code)) ||
           (path_last_word(written, &part) && is_valid_itself(m, part));
}
