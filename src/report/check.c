/* A report folder against its own manifest: every file that is listed, and every file that is not.
 */
#include "guard.h"
#include "manifest_read.h"
#include "output.h"

#include "tenko/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <jansson.h>
#include <stdio.h>
#include <unistd.h>

struct listed {
    struct span name, sha256;
    bool is_there;
};

struct checking {
    struct report_check *out;
    const char *directory;
    VEC(struct listed) files; /* by name */
};

static void add_fault(struct checking *c, struct span file, enum message_id what) {
    vec_push(&c->out->faults,
             ((struct report_fault){arena_copy(&c->out->arena, file), sentence_of(what, NULL)}));
}

/* --- The manifest --- */

static struct span text_of(struct checking *c, const json_t *value) {
    if (!json_is_string(value))
        return (struct span){0};
    return arena_copy(&c->out->arena,
                      (struct span){json_string_value(value), json_string_length(value)});
}

static int by_name(const void *a, const void *b) {
    return span_compare(((const struct listed *)a)->name, ((const struct listed *)b)->name);
}

static bool take_manifest(struct checking *c, const json_t *manifest) {
    const json_t *files = json_object_get(manifest, "files");
    if (!json_object_get(manifest, MANIFEST_MARKER) || !json_is_array(files))
        return false;
    c->out->run = (uint64_t)json_integer_value(json_object_get(manifest, "run"));
    c->out->head = text_of(c, json_object_get(manifest, "ledger_head"));
    for (size_t i = 0; i < json_array_size(files); i++) {
        const json_t *file = json_array_get(files, i);
        struct listed row = {text_of(c, json_object_get(file, "name")),
                             text_of(c, json_object_get(file, "sha256")), false};
        vec_push(&c->files, row);
    }
    if (c->files.count)
        qsort(c->files.items, c->files.count, sizeof *c->files.items, by_name);
    return true;
}

static void hash_text(struct span text, char hex[DIGEST_HEX_SIZE]) {
    struct digest *d = digest_new();
    digest_add(d, text.p, text.n);
    digest_finish(d, hex);
}

static bool read_manifest(struct checking *c, struct error *err) {
    struct strbuf path = {0}, bytes = {0};
    strbuf_addf(&path, "%s/" MANIFEST_FILE, c->directory);
    int problem = manifest_bytes(AT_FDCWD, path.p, &bytes);
    bool ok = !problem || error_set(err, FAULT_OUTPUT, MSG_REPORT_CHECK_NO_MANIFEST, c->directory,
                                    0, strerrordesc_np(problem), NULL);
    if (ok) {
        json_t *manifest = json_loadb(bytes.p ? bytes.p : "", bytes.n, 0, NULL);
        ok = take_manifest(c, manifest) ||
             error_set(err, FAULT_OUTPUT, MSG_REPORT_CHECK_BAD_MANIFEST, path.p, 0, NULL);
        json_decref(manifest);
        hash_text(strbuf_span(&bytes), c->out->manifest_sha256);
    }
    strbuf_release(&path);
    strbuf_release(&bytes);
    return ok;
}

/* --- The files --- */

/* 0, or the errno that kept the file from being read. */
static int hash_file(const char *path, char hex[DIGEST_HEX_SIZE]) {
    uint64_t bytes;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return errno;
    int problem = digest_file(fd, hex, &bytes);
    close(fd);
    return problem;
}

/* False: the file could not be read, so nothing is known of it. */
static bool check_file(struct checking *c, const char *path, bool is_regular, struct error *err) {
    char hex[DIGEST_HEX_SIZE] = "";
    struct listed key = {.name = span_of(path + strlen(c->directory) + 1)};
    if (span_equal(key.name, SPAN(MANIFEST_FILE)))
        return true;
    struct listed *file =
        c->files.count ? bsearch(&key, c->files.items, c->files.count, sizeof key, by_name) : NULL;
    if (!file) {
        add_fault(c, key.name, MSG_REPORT_CHECK_NOT_LISTED);
        return true;
    }
    file->is_there = true;
    int problem = is_regular ? hash_file(path, hex) : 0;
    if (problem)
        return error_set(err, FAULT_OUTPUT, MSG_SYSTEM_ERROR, NULL, 0, path,
                         strerrordesc_np(problem), NULL);
    if (!is_regular || !span_equal(span_of(hex), file->sha256))
        add_fault(c, key.name, MSG_REPORT_CHECK_CHANGED);
    return true;
}

static int by_file_name(const FTSENT **a, const FTSENT **b) {
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

static bool check_files(struct checking *c, struct error *err) {
    char *roots[] = {memory_copy_text(span_of(c->directory)), NULL};
    FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, by_file_name);
    bool ok = true;
    int problem = walk ? 0 : errno;
    while (walk && ok && !problem) {
        errno = 0;
        FTSENT *e = fts_read(walk);
        if (!e) {
            problem = errno;
            break;
        }
        if (e->fts_info == FTS_DNR || e->fts_info == FTS_ERR || e->fts_info == FTS_NS)
            problem = e->fts_errno;
        else if (e->fts_info != FTS_D && e->fts_info != FTS_DP && !guard_ignores(e->fts_name))
            ok = check_file(c, e->fts_path, e->fts_info == FTS_F, err);
    }
    if (walk)
        fts_close(walk);
    free(roots[0]);
    for (size_t i = 0; ok && !problem && i < c->files.count; i++)
        if (!c->files.items[i].is_there)
            add_fault(c, c->files.items[i].name, MSG_REPORT_CHECK_MISSING);
    if (problem)
        return error_set(err, FAULT_OUTPUT, MSG_REPORT_CHECK_NO_MANIFEST, c->directory, 0,
                         strerrordesc_np(problem), NULL);
    return ok;
}

bool report_verify(struct report_check *out, const char *directory, struct error *err) {
    char *plain = memory_copy_text(span_of(directory));
    for (size_t n = strlen(plain); n > 1 && plain[n - 1] == '/'; n--)
        plain[n - 1] = '\0';
    *out = (struct report_check){0};
    struct checking c = {.out = out, .directory = plain};
    bool ok = read_manifest(&c, err) && check_files(&c, err);
    vec_release(&c.files);
    free(plain);
    if (!ok)
        report_check_release(out);
    return ok;
}

void report_check_release(struct report_check *check) {
    vec_release(&check->faults);
    arena_release(&check->arena);
}
