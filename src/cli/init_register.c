/*
 * register/systems.csv: what a section per system would say, as rows that people fill in with a
 * spreadsheet: name and list are known, owner, contract and date of the list are theirs to tell.
 */
#include "init_register.h"

#include "tenko/csvout.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* In the order of docs/CONFIG.md, whatever field.h sorts by. */
static const enum field columns[] = {
    FIELD_system,      FIELD_owner,         FIELD_manager,  FIELD_contract_owner,
    FIELD_contract_no, FIELD_purpose,       FIELD_source,   FIELD_exported_on,
    FIELD_exported_by, FIELD_declared_rows, FIELD_ended_on,
};

static void write_row(struct csvout *csv, const char *name, const char *path) {
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        csvout_text(csv, columns[i] == FIELD_system   ? name
                         : columns[i] == FIELD_source ? path
                                                      : NULL);
    csvout_end_row(csv);
}

static void write_rows(struct sink *out, const struct recognised_items *all) {
    struct csvout csv = {.out = out, .is_crlf = true};
    sink_text(out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        csvout_text(&csv, fields[columns[i]].name);
    csvout_end_row(&csv);
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].record == RECORD_ACCOUNT)
            write_row(&csv, all->items[i].name, all->items[i].path);
    if (directory_is_system(all))
        write_row(&csv, INIT_DIRECTORY_NAME, NULL);
}

void init_path(struct strbuf *out, const char *directory, const char *name) {
    strbuf_clear(out);
    if (strcmp(directory, ".") != 0)
        strbuf_addf(out, "%s/", directory);
    strbuf_add_text(out, name);
}

bool init_register_write(const char *directory, const struct recognised_items *all,
                         struct error *err) {
    struct strbuf path = {0};
    struct sink out;
    init_path(&path, directory, INIT_REGISTER_FOLDER);
    int failed = mkdir(path.p, 0700) == 0 || errno == EEXIST ? 0 : errno;
    if (!failed) {
        init_path(&path, directory, INIT_REGISTER_PATH);
        failed = sink_create(&out, AT_FDCWD, path.p);
        if (!failed) {
            write_rows(&out, all);
            failed = sink_close(&out, NULL);
        }
        if (failed && failed != EEXIST)
            init_register_remove(directory);
    }
    if (failed == EEXIST)
        error_set(err, FAULT_USAGE, MSG_INIT_EXISTS, NULL, 0, path.p, NULL);
    else if (failed)
        error_set(err, FAULT_OUTPUT, MSG_SYSTEM_ERROR, NULL, 0, path.p, strerrordesc_np(failed),
                  NULL);
    strbuf_release(&path);
    return failed == 0;
}

void init_register_remove(const char *directory) {
    struct strbuf path = {0};
    init_path(&path, directory, INIT_REGISTER_PATH);
    unlink(path.p);
    init_path(&path, directory, INIT_REGISTER_FOLDER);
    rmdir(path.p); /* only if nothing else is in it */
    strbuf_release(&path);
}
