/*
 * tenko init: a first configuration from what the files look like (init_kind.c, init_details.c).
 * Files that are not named on the command line are looked for below the directory.
 */
#include "cli.h"
#include "first_rows.h"
#include "init_kind.h"
#include "init_name.h"
#include "init_register.h"
#include "init_yaml.h"

#include "tenko/encoding.h"
#include "tenko/report.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

typedef VEC(struct recognised) recognised_list;
typedef VEC(char *) path_list;

/* nftw has no context argument; the list is set only while it runs. */
static path_list *found_files;

static int note_file(const char *path, const struct stat *st, int type, struct FTW *where) {
    enum { DEEPEST = 4 };
    static const char *const endings[] = {".csv",  ".tsv", ".txt", ".xlsx",
                                          ".xlsm", ".xls", ".ods", ".pdf"};
    (void)st;
    struct error ignored;
    const char *ending = strrchr(path, '.'), *name = path + where->base;
    bool is_of_editor = *name == '.' || strncmp(name, "~$", 2) == 0; /* a lock, a hidden file */
    /* A folder that a report may replace is a report or empty: no lists of a system in it. */
    if (type == FTW_D && where->level > 0 && report_check_directory(path, &ignored))
        return FTW_SKIP_SUBTREE;
    if (type != FTW_F || where->level > DEEPEST || !ending || is_of_editor)
        return FTW_CONTINUE;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (strcasecmp(ending, endings[i]) == 0)
            vec_push(found_files, memory_copy_text(span_of(path)));
    return FTW_CONTINUE;
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void find_files(path_list *out, const char *directory) {
    found_files = out;
    nftw(directory, note_file, 16, FTW_PHYS | FTW_ACTIONRETVAL);
    found_files = NULL;
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, by_text);
}

/* `path` as the configuration in `directory` should name it; free() it. */
static char *relative_to(const char *directory, const char *path) {
    char base[PATH_MAX], full[PATH_MAX];
    if (!realpath(directory, base) || !realpath(path, full))
        return memory_copy_text(span_of(path));
    size_t n = strlen(base);
    if (strncmp(full, base, n) == 0 && full[n] == '/')
        return memory_copy_text(span_of(full + n + 1));
    return memory_copy_text(span_of(full));
}

static bool has_name(const recognised_list *list, enum record record, const char *name) {
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].record == record && strcasecmp(list->items[i].name, name) == 0)
            return true;
    return false;
}

static void add(recognised_list *list, const struct recognised *r, const char *name,
                const char *path, const char *directory) {
    struct recognised item = *r;
    item.name = name ? memory_copy_text(span_of(name)) : init_name_of(path);
    item.path = relative_to(directory, path);
    if (!name && has_name(list, item.record, item.name)) {
        free(item.name);
        item.name = memory_copy_text(span_of(item.path));
    }
    init_read_details(&item.details, item.record, &item.source, path);
    vec_push(list, item);
}

/* A file of no kind: its headers, so that they can be named. What is no list (HTML, PDF …) is said
 * to be none. */
static void add_unplaced(const struct cli *cli, recognised_list *list, const char *path,
                         const char *directory) {
    struct recognised item = {.record = RECORD_COUNT};
    struct first_rows rows = {0};
    struct error err;
    first_rows_read(&rows, path);
    if (rows.items.count) {
        const struct first_row *header = first_rows_header(&rows);
        for (uint32_t i = 0; header && i < header->count; i++)
            if (header->cells[i].n)
                vec_push(&item.source.unused_headers,
                         arena_copy(&item.source.arena, header->cells[i]));
        cli_note(cli, MSG_INIT_UNRECOGNISED, path, NULL);
        add(list, &item, NULL, path, directory);
    } else if (init_recognise_as(&item.source, RECORD_ACCOUNT, path, &err)) {
        source_release(&item.source);
    } else {
        cli_fail(cli, &err);
    }
    first_rows_release(&rows);
}

/* A name in CP932, from an archive that was unpacked elsewhere, or with a TAB in it, is none that a
 * configuration can hold. */
static bool can_be_written(const char *path, const char *directory) {
    char *name = relative_to(directory, path);
    size_t n = strlen(name);
    bool can_be = utf8_valid_prefix((struct span){name, n}) == n;
    for (size_t i = 0; i < n; i++)
        can_be = can_be && (unsigned char)name[i] >= ' ' && name[i] != 0x7F;
    free(name);
    return can_be;
}

static void scan(const struct cli *cli, recognised_list *list, const char *directory) {
    path_list files = {0};
    find_files(&files, directory);
    for (size_t i = 0; i < files.count; i++) {
        struct recognised r = {0};
        if (!can_be_written(files.items[i], directory))
            cli_note(cli, MSG_INIT_BAD_NAME, files.items[i], NULL);
        else if (init_recognise(&r.source, &r.record, files.items[i]))
            add(list, &r, NULL, files.items[i], directory);
        else
            add_unplaced(cli, list, files.items[i], directory);
        free(files.items[i]);
    }
    vec_release(&files);
}

static bool add_named(recognised_list *list, enum record record, const struct named_file *files,
                      size_t count, const char *directory, struct error *err) {
    for (size_t i = 0; i < count; i++) {
        struct recognised r = {.record = record};
        if (!init_recognise_as(&r.source, record, files[i].path, err))
            return false;
        add(list, &r, files[i].name, files[i].path, directory);
    }
    return true;
}

static size_t count_of(const recognised_list *list, enum record record) {
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->items[i].record == record;
    return count;
}

static size_t count_placed(const recognised_list *list) {
    return list->count - count_of(list, RECORD_COUNT);
}

static bool write_yaml(const char *path, enum language lang, const struct recognised_items *all,
                       const struct options *o, struct error *err) {
    struct sink out;
    int failed = sink_create(&out, AT_FDCWD, path);
    if (failed == EEXIST)
        return error_set(err, FAULT_USAGE, MSG_INIT_EXISTS, NULL, 0, path, NULL);
    if (!failed) {
        init_yaml_write(&out, lang, all, o);
        failed = sink_close(&out, NULL);
        if (failed)
            unlink(path);
    }
    if (failed)
        return error_set(err, FAULT_OUTPUT, MSG_SYSTEM_ERROR, NULL, 0, path,
                         strerrordesc_np(failed), NULL);
    return true;
}

/* The configuration, and the register it names; both or none. */
static bool write_files(const struct cli *cli, const char *directory,
                        const struct recognised_items *all, const struct options *o,
                        struct error *err) {
    bool has_register = init_register_is_due(all);
    struct strbuf path = {0};
    if (has_register && !init_register_write(directory, all, err))
        return false;
    init_path(&path, directory, "tenko.yaml");
    bool ok = write_yaml(path.p, cli->language, all, o, err);
    if (!ok && has_register)
        init_register_remove(directory);
    strbuf_release(&path);
    return ok;
}

static bool collect(const struct cli *cli, recognised_list *list, const struct options *o,
                    const char *directory, struct error *err) {
    if (o->rosters.count + o->systems.count + o->licenses.count == 0) {
        scan(cli, list, directory);
        if (count_placed(list) == 0 && !o->ldap)
            return error_set(err, FAULT_USAGE, MSG_INIT_NOTHING, NULL, 0, directory, NULL);
    } else if (!add_named(list, RECORD_PERSON, o->rosters.items, o->rosters.count, directory,
                          err) ||
               !add_named(list, RECORD_ACCOUNT, o->systems.items, o->systems.count, directory,
                          err) ||
               !add_named(list, RECORD_SEAT, o->licenses.items, o->licenses.count, directory,
                          err)) {
        return false;
    }
    if (count_of(list, RECORD_PERSON) == 0 && !o->ldap)
        return error_set(err, FAULT_USAGE, MSG_INIT_NO_ROSTER, NULL, 0, NULL);
    return true;
}

static void say_written(struct cli *cli, const char *directory, const struct recognised_items *all,
                        const recognised_list *list) {
    char counts[3][24];
    static const enum record records[] = {RECORD_PERSON, RECORD_ACCOUNT, RECORD_SEAT};
    enum record of_directory = directory_is_system(all) ? RECORD_ACCOUNT : RECORD_PERSON;
    struct strbuf path = {0};
    for (int i = 0; i < 3; i++)
        snprintf(counts[i], sizeof counts[i], "%zu",
                 count_of(list, records[i]) + (all->directory && records[i] == of_directory));
    init_path(&path, directory, "tenko.yaml");
    cli_say(cli, MSG_INIT_WRITTEN, path.p, counts[0], counts[1], counts[2], NULL);
    init_path(&path, directory, INIT_REGISTER_PATH);
    if (init_register_is_due(all))
        cli_say(cli, MSG_INIT_REGISTER_WRITTEN, path.p, counts[1], NULL);
    strbuf_release(&path);
}

static bool make(struct cli *cli, const struct options *o, const char *directory,
                 recognised_list *list, struct error *err) {
    struct directory_facts facts = {0};
    bool ok =
        collect(cli, list, o, directory, err) && (!o->ldap || init_ldap_probe(&facts, o, err));
    const struct recognised_items all = {list->items, list->count, o->ldap ? &facts : NULL};
    ok = ok && write_files(cli, directory, &all, o, err);
    if (ok)
        say_written(cli, directory, &all, list);
    directory_facts_release(&facts);
    return ok;
}

/* A folder that is not there yet is made; *is_made: it was. */
static bool make_folder(const char *directory, bool *is_made, struct error *err) {
    *is_made = mkdir(directory, 0777) == 0;
    return *is_made || errno == EEXIST ||
           error_set(err, FAULT_OUTPUT, MSG_INIT_NO_FOLDER, NULL, 0, directory,
                     strerrordesc_np(errno), NULL);
}

int cmd_init(struct cli *cli, const struct options *o) {
    struct error err;
    recognised_list list = {0};
    struct strbuf path = {0};
    bool ok = false, is_made = false;
    if (!cli_expect_arguments(o, 0, 1, "init", &err))
        return cli_fail(cli, &err);
    const char *directory = o->arguments.count ? o->arguments.items[0] : ".";
    init_path(&path, directory, "tenko.yaml");
    if (access(path.p, F_OK) == 0)
        error_set(&err, FAULT_USAGE, MSG_INIT_EXISTS, NULL, 0, path.p, NULL);
    else
        ok = make_folder(directory, &is_made, &err) && make(cli, o, directory, &list, &err);
    if (!ok && is_made)
        rmdir(directory);
    for (size_t i = 0; i < list.count; i++) {
        source_release(&list.items[i].source);
        init_details_release(&list.items[i].details);
        free(list.items[i].name);
        free(list.items[i].path);
    }
    vec_release(&list);
    strbuf_release(&path);
    return ok ? 0 : cli_fail(cli, &err);
}
