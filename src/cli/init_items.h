/* What init found: files with what their headers say they are, and a directory. */
#ifndef CLI_INIT_ITEMS_H
#define CLI_INIT_ITEMS_H

#include "init_details.h"
#include "init_ldap.h"

#include "tenko/model.h"

#define INIT_REGISTER_FOLDER "register"
#define INIT_REGISTER_PATH   INIT_REGISTER_FOLDER "/systems.csv"

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
size_t init_items_count(const struct recognised_items *all, enum record record);
/* More than ten systems were found, and no register among the files: a register is written. */
bool init_register_is_due(const struct recognised_items *all);

#endif
