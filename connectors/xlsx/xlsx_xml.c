/* What expat is told, and what stops it. */
#include "xlsx_xml.h"

#define BLOCK_BYTES ((size_t)64 << 10)
/* A tag that is longer, or elements in each other that are deeper, are nothing that a spreadsheet
 * writes; expat would hold them in memory. Expat looks at a tag that grows when it has doubled: it
 * is noticed between one and two times TAG_MAX_BYTES. */
#define TAG_MAX_BYTES ((uint64_t)4 << 20)
#define DEPTH_MAX     200u

static const char *local_name(const char *name) {
    const char *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

static void XMLCALL on_start(void *context, const XML_Char *name, const XML_Char **attributes) {
    struct xml *x = context;
    if (++x->depth > DEPTH_MAX)
        xml_fail(x, "too many elements in each other");
    else if (!x->fault)
        x->handlers->start(x, local_name(name), attributes);
}

static void XMLCALL on_end(void *context, const XML_Char *name) {
    struct xml *x = context;
    x->depth--;
    if (!x->fault && x->handlers->end)
        x->handlers->end(x, local_name(name));
}

static void XMLCALL on_text(void *context, const XML_Char *p, int n) {
    struct xml *x = context;
    if (!x->fault)
        x->handlers->text(x, p, (size_t)n);
}

static void XMLCALL on_doctype(void *context, const XML_Char *name, const XML_Char *system_id,
                               const XML_Char *public_id, int has_internal) {
    (void)name, (void)system_id, (void)public_id, (void)has_internal;
    xml_fail(context, "a document type, which no workbook has");
}

bool xml_open(struct xml *x, const struct package *p, const char *part, uint64_t max_bytes,
              struct error *err) {
    *x = (struct xml){0};
    if (!part_open(&x->part, p, part, max_bytes, err))
        return false;
    x->parser = XML_ParserCreate(NULL);
    return true;
}

void xml_listen(struct xml *x, const struct xml_handlers *handlers, void *context) {
    x->handlers = handlers;
    x->context = context;
    XML_SetUserData(x->parser, x);
    XML_SetElementHandler(x->parser, on_start, on_end);
    XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
    if (handlers->text)
        XML_SetCharacterDataHandler(x->parser, on_text);
}

void xml_pause(struct xml *x) {
    if (!x->fault)
        XML_StopParser(x->parser, XML_TRUE);
}

void xml_fail(struct xml *x, const char *why) {
    if (x->fault)
        return;
    x->fault = why;
    XML_StopParser(x->parser, XML_FALSE);
}

void xml_limit(struct xml *x, const char *most) {
    x->is_limit |= !x->fault;
    xml_fail(x, most);
}

static enum xml_state failed(struct xml *x, struct error *err) {
    enum XML_Error code = XML_GetErrorCode(x->parser);
    if (x->is_limit) {
        error_set(err, FAULT_INPUT, MSG_XLSX_TOO_BIG, x->part.package->display, 0, x->part.name,
                  x->fault, NULL);
        return XML_FAILED;
    }
    const char *why = x->fault ? x->fault : XML_ErrorString(code);
    package_damaged(x->part.package, x->part.name, why ? why : "", err);
    return XML_FAILED;
}

/* The next block, or what is left of the last one. */
static bool parse_some(struct xml *x, enum XML_Status *status, struct error *err) {
    size_t got;
    if (x->is_paused) {
        *status = XML_ResumeParser(x->parser);
        return true;
    }
    char *block = XML_GetBuffer(x->parser, (int)BLOCK_BYTES);
    if (!part_read(&x->part, block, BLOCK_BYTES, &got, err))
        return false;
    x->is_last = got == 0;
    x->fed += got;
    *status = XML_ParseBuffer(x->parser, (int)got, x->is_last);
    return true;
}

enum xml_state xml_read(struct xml *x, struct error *err) {
    for (;;) {
        enum XML_Status status;
        if (!parse_some(x, &status, err))
            return XML_FAILED;
        x->is_paused = status == XML_STATUS_SUSPENDED;
        if (status == XML_STATUS_ERROR)
            return failed(x, err);
        if (x->is_paused)
            return XML_PAUSED_IN_PART;
        if (x->is_last)
            return XML_AT_END;
        XML_Index at = XML_GetCurrentByteIndex(x->parser);
        if (at >= 0 && x->fed - (uint64_t)at > TAG_MAX_BYTES) {
            x->fault = "a tag of more than 4 MiB";
            return failed(x, err);
        }
    }
}

void xml_close(struct xml *x) {
    if (x->parser)
        XML_ParserFree(x->parser);
    part_close(&x->part);
    *x = (struct xml){0};
}

const char *xml_attribute(const char **attributes, const char *name) {
    for (; *attributes; attributes += 2)
        if (strcmp(local_name(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}

bool xml_is_true(const char *value) {
    return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

bool xml_read_all(const struct package *p, const char *part, const struct xml_handlers *handlers,
                  void *context, struct error *err) {
    struct xml x;
    if (!xml_open(&x, p, part, SMALL_PART_MAX_BYTES, err))
        return false;
    xml_listen(&x, handlers, context);
    bool ok = xml_read(&x, err) == XML_AT_END;
    xml_close(&x);
    return ok;
}
