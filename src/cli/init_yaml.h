/* Writes a commented tenko.yaml for sources that were recognised by their headers. */
#ifndef CLI_INIT_YAML_H
#define CLI_INIT_YAML_H

#include "init_details.h"
#include "init_ldap.h"

#include "tenko/model.h"

/* One file and what its header says it is. */
struct recognised {
    enum record record;   /* RECORD_COUNT: no kind fits */
    char *name;           /* of the section; free() it */
    char *path;           /* relative to the configuration; free() it */
    struct source source; /* columns and unused_headers as intake_recognise found them; of a file
                             without a kind, its headers are the unused ones */
    struct init_details details;
};

struct recognised_items {
    const struct recognised *items;
    size_t count;
    const struct directory_facts *directory; /* NULL = none was named */
};

/* Is a directory named, and are its people not the roster (for want of another)? */
bool directory_is_system(const struct recognised_items *all);

/* `options` say how the directory was reached. */
void init_yaml_write(struct sink *out, enum language lang, const struct recognised_items *all,
                     const struct options *options);

#endif
