/*
 * A part as XML, through expat. A document type is refused, so there are no entities and nothing
 * outside the part is ever read. Names are given without their prefix and their namespace is not
 * looked at: the strict and the transitional format differ in nothing else that matters here.
 */
#ifndef TENKO_XLSX_XML_H
#define TENKO_XLSX_XML_H

#include "xlsx_package.h"

#include <expat.h>

struct xml;

/* NULL = of no interest. What they are for is x->context. */
struct xml_handlers {
    void (*start)(struct xml *x, const char *name, const char **attributes);
    void (*end)(struct xml *x, const char *name);
    void (*text)(struct xml *x, const char *p, size_t n);
};

struct xml {
    struct package_part part;
    XML_Parser parser;
    const struct xml_handlers *handlers;
    void *context;
    const char *fault; /* what a handler found wrong, or too much: xml_fail, xml_limit */
    bool is_limit;
    uint64_t fed;
    uint32_t depth;
    bool is_paused, is_last;
};

enum xml_state { XML_PAUSED_IN_PART, XML_AT_END, XML_FAILED };

bool xml_open(struct xml *x, const struct package *p, const char *part, uint64_t max_bytes,
              struct error *err) must_check;
void xml_listen(struct xml *x, const struct xml_handlers *handlers, void *context);
/* Reads on until a handler says xml_pause, or to the part's end. */
enum xml_state xml_read(struct xml *x, struct error *err) must_check;
void xml_close(struct xml *x);

/* For handlers: to be read on later; and to fail, as a damaged workbook or as one that holds more
 * than is read ("1 GiB"). Texts are static. */
void xml_pause(struct xml *x);
void xml_fail(struct xml *x, const char *why);
void xml_limit(struct xml *x, const char *most);

/* The value of the attribute, by its name without prefix; or NULL. */
const char *xml_attribute(const char **attributes, const char *name);
bool xml_is_true(const char *value); /* "1" or "true"; NULL is not */

/* A whole small part at once. */
bool xml_read_all(const struct package *p, const char *part, const struct xml_handlers *handlers,
                  void *context, struct error *err) must_check;

#endif
