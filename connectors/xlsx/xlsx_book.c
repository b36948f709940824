/*
 * [Content_Types].xml says what kind of document it is, _rels/.rels where the workbook part is, the
 * workbook part which sheets there are, and its own .rels in which part each of them is.
 */
#include "xlsx_book.h"

#include "xlsx_xml.h"

#include "tenko/fold.h"

#include <stdio.h>

#define CONTENT_TYPES "[Content_Types].xml"
#define SHEETS_MAX    10000u
#define RELATIONS_MAX 20000u

/* ---- what kind of document ---- */

struct kinds {
    bool has_macros, is_binary, is_workbook, is_other;
};

static void on_type(struct xml *x, const char *name, const char **attributes) {
    struct kinds *kinds = x->context;
    const char *type = xml_attribute(attributes, "ContentType");
    (void)name;
    if (!type)
        return;
    kinds->is_binary |= strstr(type, "sheet.binary") != NULL;
    kinds->has_macros |= strstr(type, "macroEnabled") || strstr(type, "vbaProject");
    kinds->is_workbook |= strstr(type, "spreadsheetml") != NULL;
    kinds->is_other |=
        strstr(type, "wordprocessingml") != NULL || strstr(type, "presentationml") != NULL;
}

static bool check_kind(const struct package *p, struct error *err) {
    static const struct xml_handlers handlers = {.start = on_type};
    struct kinds kinds = {0};
    if (!package_has(p, CONTENT_TYPES))
        return error_set(err, FAULT_INPUT, MSG_FILE_IS_ZIP, p->display, 0, NULL);
    if (!xml_read_all(p, CONTENT_TYPES, &handlers, &kinds, err))
        return false;
    enum message_id refusal = kinds.is_binary                        ? MSG_XLSX_IS_XLSB
                              : kinds.has_macros                     ? MSG_XLSX_HAS_MACROS
                              : kinds.is_other && !kinds.is_workbook ? MSG_FILE_IS_DOCUMENT
                              : package_has(p, "xl/vbaProject.bin")  ? MSG_XLSX_HAS_MACROS
                              : package_has(p, "xl/workbook.bin")    ? MSG_XLSX_IS_XLSB
                                                                     : MSG_NONE;
    return refusal == MSG_NONE || error_set(err, FAULT_INPUT, refusal, p->display, 0, NULL);
}

/* ---- relationships ---- */

struct relation {
    char *id, *kind, *part; /* kind: the last word of its type; part: NULL outside the file */
};
struct relations {
    const char *base; /* part whose relations these are; "" for the package */
    VEC(struct relation) items;
};

static void relations_release(struct relations *r) {
    for (size_t i = 0; i < r->items.count; i++) {
        free(r->items.items[i].id);
        free(r->items.items[i].kind);
        free(r->items.items[i].part);
    }
    vec_release(&r->items);
}

/* Where the folder of a part's name ends: 3 for "xl/workbook.xml". */
static size_t folder_length(const char *part) {
    const char *slash = strrchr(part, '/');
    return slash ? (size_t)(slash - part) + 1 : 0;
}

/* "worksheets/sheet1.xml", "/xl/…" or "../…" as the name of a part. */
static char *resolve(const char *base, const char *target) {
    struct strbuf out = {0};
    if (*target != '/')
        strbuf_add(&out, base, folder_length(base));
    while (*target) {
        size_t n = strcspn(target, "/\\");
        if (n == 2 && memcmp(target, "..", 2) == 0) {
            out.n -= out.n > 0;
            while (out.n > 0 && out.p[out.n - 1] != '/')
                out.n--;
        } else if (n > 0 && !(n == 1 && *target == '.')) {
            strbuf_add(&out, target, n);
            if (target[n])
                strbuf_add_char(&out, '/');
        }
        target += n + (target[n] != '\0');
    }
    char *name = memory_copy_text(strbuf_span(&out));
    strbuf_release(&out);
    return name;
}

static void on_relation(struct xml *x, const char *name, const char **attributes) {
    struct relations *r = x->context;
    const char *id = xml_attribute(attributes, "Id"), *type = xml_attribute(attributes, "Type"),
               *target = xml_attribute(attributes, "Target"),
               *mode = xml_attribute(attributes, "TargetMode");
    if (strcmp(name, "Relationship") != 0 || !id || !type || !target)
        return;
    if (r->items.count >= RELATIONS_MAX) {
        xml_limit(x, "20,000 relations");
        return;
    }
    bool is_external = mode && strcmp(mode, "External") == 0;
    struct relation relation = {memory_copy_text(span_of(id)),
                                memory_copy_text(span_of(type + folder_length(type))),
                                is_external ? NULL : resolve(r->base, target)};
    vec_push(&r->items, relation);
}

/* Those of a part are in a file beside it: xl/_rels/workbook.xml.rels. */
static bool read_relations(struct relations *out, const struct package *p, const char *part,
                           struct error *err) {
    static const struct xml_handlers handlers = {.start = on_relation};
    size_t folder = folder_length(part);
    struct strbuf name = {0};
    *out = (struct relations){.base = part};
    strbuf_addf(&name, "%.*s_rels/%s.rels", (int)folder, part, part + folder);
    bool ok = !package_has(p, name.p) || xml_read_all(p, name.p, &handlers, out, err);
    strbuf_release(&name);
    return ok;
}

static const struct relation *relation_of_kind(const struct relations *r, const char *kind) {
    for (size_t i = 0; i < r->items.count; i++)
        if (strcmp(r->items.items[i].kind, kind) == 0 && r->items.items[i].part)
            return &r->items.items[i];
    return NULL;
}

static const struct relation *relation_of_id(const struct relations *r, const char *id) {
    for (size_t i = 0; id && i < r->items.count; i++)
        if (strcmp(r->items.items[i].id, id) == 0)
            return &r->items.items[i];
    return NULL;
}

/* ---- the workbook ---- */

struct contents {
    struct book *book;
    struct relations relations;
};

static void on_workbook(struct xml *x, const char *name, const char **attributes) {
    struct contents *c = x->context;
    if (strcmp(name, "workbookPr") == 0)
        c->book->is_1904 = xml_is_true(xml_attribute(attributes, "date1904"));
    if (strcmp(name, "sheet") != 0)
        return;
    if (c->book->sheets.count >= SHEETS_MAX) {
        xml_limit(x, "10,000 sheets");
        return;
    }
    const char *title = xml_attribute(attributes, "name"),
               *state = xml_attribute(attributes, "state");
    /* A chart is a relation of another kind; a sheet elsewhere is not fetched. */
    const struct relation *at = relation_of_id(&c->relations, xml_attribute(attributes, "id"));
    if (!title || !at || !at->part || strcmp(at->kind, "worksheet") != 0)
        return;
    struct book_sheet sheet = {memory_copy_text(span_of(title)),
                               memory_copy_text(span_of(at->part)),
                               state && strcmp(state, "visible") != 0};
    vec_push(&c->book->sheets, sheet);
}

static char *copy_part(const struct relation *relation) {
    return relation ? memory_copy_text(span_of(relation->part)) : NULL;
}

static bool read_workbook(struct book *book, const struct package *p, const char *part,
                          struct error *err) {
    static const struct xml_handlers handlers = {.start = on_workbook};
    struct contents c = {.book = book};
    bool ok =
        read_relations(&c.relations, p, part, err) && xml_read_all(p, part, &handlers, &c, err);
    if (ok) {
        book->strings_part = copy_part(relation_of_kind(&c.relations, "sharedStrings"));
        book->styles_part = copy_part(relation_of_kind(&c.relations, "styles"));
        ok = book->sheets.count > 0 || package_damaged(p, part, "no worksheet in it", err);
    }
    relations_release(&c.relations);
    return ok;
}

bool book_read(struct book *book, const struct package *p, struct error *err) {
    struct relations package = {0};
    *book = (struct book){0};
    bool ok = check_kind(p, err) && read_relations(&package, p, "", err);
    if (ok) {
        const struct relation *main = relation_of_kind(&package, "officeDocument");
        ok = read_workbook(book, p, main ? main->part : "xl/workbook.xml", err);
    }
    relations_release(&package);
    return ok;
}

void book_release(struct book *book) {
    for (size_t i = 0; i < book->sheets.count; i++) {
        free(book->sheets.items[i].name);
        free(book->sheets.items[i].part);
    }
    vec_release(&book->sheets);
    free(book->strings_part);
    free(book->styles_part);
    *book = (struct book){0};
}

/* ---- the sheet that is wanted ---- */

void book_add_names(const struct book *book, struct strbuf *out) {
    for (size_t i = 0; i < book->sheets.count; i++)
        strbuf_add_item(out, ", ", span_of(book->sheets.items[i].name));
}

static bool is_called(const struct book_sheet *sheet, struct span folded, struct strbuf *scratch) {
    fold_text(FOLD_WORD, span_of(sheet->name), scratch);
    return span_equal(strbuf_span(scratch), folded);
}

static const struct book_sheet *sheet_of_name(const struct book *book, const char *wanted) {
    struct strbuf folded = {0}, scratch = {0};
    const struct book_sheet *found = NULL;
    for (size_t i = 0; i < book->sheets.count && !found; i++)
        if (strcmp(book->sheets.items[i].name, wanted) == 0)
            found = &book->sheets.items[i];
    fold_text(FOLD_WORD, span_of(wanted), &folded);
    for (size_t i = 0; i < book->sheets.count && !found; i++)
        if (is_called(&book->sheets.items[i], strbuf_span(&folded), &scratch))
            found = &book->sheets.items[i];
    strbuf_release(&folded);
    strbuf_release(&scratch);
    return found;
}

static const struct book_sheet *sheet_of_number(const struct book *book, uint64_t number) {
    for (size_t i = 0; i < book->sheets.count; i++)
        if (!book->sheets.items[i].is_hidden && --number == 0)
            return &book->sheets.items[i];
    return NULL;
}

static uint64_t number_of(const char *text) {
    size_t n = strspn(text, "0123456789");
    return n > 0 && n < 6 && text[n] == '\0' ? strtoull(text, NULL, 10) : 0;
}

const struct book_sheet *book_find_sheet(const struct book *book, const char *wanted,
                                         const struct package *p, struct error *err) {
    const struct book_sheet *found = wanted ? sheet_of_name(book, wanted) : NULL;
    if (!found)
        found = sheet_of_number(book, wanted ? number_of(wanted) : 1);
    if (found)
        return found;
    struct strbuf names = {0};
    book_add_names(book, &names);
    if (wanted)
        error_set(err, FAULT_INPUT, MSG_XLSX_NO_SHEET, p->display, 0, wanted, names.p, NULL);
    else
        error_set(err, FAULT_INPUT, MSG_XLSX_ALL_HIDDEN, p->display, 0, names.p, NULL);
    strbuf_release(&names);
    return NULL;
}
