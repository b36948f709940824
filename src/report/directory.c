/*
 * The report directory is swapped in whole. Beside the target DIR:
 *
 *     .DIR.tenko-0123456789abcdef   being written (locked with flock while its run lives)
 *     .DIR.tenko-old                the old report, for the moment between two renames, only on
 *                                   file systems that cannot exchange
 *
 * One exchange puts the new report in place and the old one under the temporary name, where it is
 * removed. What a crashed run left is recognised by its name and by nobody holding its lock.
 */
#include "guard.h"
#include "output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ID_DIGITS = 16, MOST_TRIES = 100 };

struct report_directory {
    const char *display; /* as the caller named it */
    int parent, dir;     /* descriptors */
    char *name;          /* in parent */
    char *temporary;     /* in parent */
    uint64_t run;        /* of the ledger; 0 = none */
    bool is_synced;
};

static const int open_directory = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW;

/* --- Removing --- */

static void remove_tree(int parent, const char *name);

static void remove_entries(int fd) {
    int copy = dup(fd);
    DIR *entries = copy >= 0 ? fdopendir(copy) : NULL;
    if (!entries) {
        if (copy >= 0)
            close(copy);
        return;
    }
    rewinddir(entries);
    for (struct dirent *e; (e = readdir(entries));)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            remove_tree(fd, e->d_name);
    closedir(entries);
}

/* What cannot be removed stays and is tried again by the next run. */
static void remove_tree(int parent, const char *name) {
    if (unlinkat(parent, name, 0) == 0 || (errno != EISDIR && errno != EPERM))
        return;
    int fd = openat(parent, name, open_directory);
    if (fd >= 0) {
        remove_entries(fd);
        close(fd);
    }
    unlinkat(parent, name, AT_REMOVEDIR);
}

/* --- Where it lies --- */

/* Splits into parent directory and name, links to directories followed; free() *whole. */
static int split_path(const char *path, char **whole, const char **parent, const char **name) {
    struct strbuf text = {0};
    strbuf_add_text(&text, path);
    while (text.n > 1 && text.p[text.n - 1] == '/')
        text.p[--text.n] = '\0';
    struct stat st;
    if (text.n && lstat(text.p, &st) == 0) {
        /* Existing: "." and links get their real name; a link to nothing is no place. */
        char *real = realpath(text.p, NULL);
        int error = real ? 0 : errno == ENOENT ? ENOTDIR : errno;
        strbuf_release(&text);
        if (error)
            return error;
        *whole = real;
    } else {
        *whole = text.p;
        if (!text.n)
            return ENOENT;
    }
    char *slash = strrchr(*whole, '/');
    *name = slash ? slash + 1 : *whole;
    *parent = !slash ? "." : slash == *whole ? "/" : *whole;
    if (slash && slash != *whole)
        *slash = '\0';
    return 0;
}

/* Opens the parent and checks the target; on success *parent_fd and *name (free()) are set. */
static bool locate(const char *path, enum guard_look look, int *parent_fd, char **name,
                   struct error *err) {
    char *whole = NULL;
    const char *parent, *base;
    int error = split_path(path, &whole, &parent, &base);
    bool ok = false;
    int fd = -1;
    if (error)
        goto out;
    fd = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 || faccessat(fd, ".", W_OK | X_OK, AT_EACCESS) != 0) {
        error = errno;
        goto out;
    }
    if (!*base || strcmp(base, "..") == 0 || strcmp(base, ".") == 0) {
        error_set(err, FAULT_OUTPUT, MSG_REPORT_FOREIGN_DIRECTORY, path, 0, NULL);
        goto out;
    }
    ok = guard_allows(&(struct guard){fd, base, path}, look, err);
out:
    if (error)
        output_failed(err, error, path, "", "");
    if (ok) {
        *parent_fd = fd;
        *name = memory_copy_text(span_of(base));
    } else if (fd >= 0) {
        close(fd);
    }
    free(whole);
    return ok;
}

bool report_check_directory(const char *directory, struct error *err) {
    int parent;
    char *name;
    if (!locate(directory, GUARD_NAMES, &parent, &name, err))
        return false;
    close(parent);
    free(name);
    return true;
}

/* The path with links followed, of a file that need not exist yet; free() it, NULL = no place. */
static char *real_place(const char *path) {
    char *real = realpath(path, NULL);
    if (real)
        return real;
    char *whole = NULL;
    const char *parent, *name;
    if (split_path(path, &whole, &parent, &name) != 0) {
        free(whole);
        return NULL;
    }
    real = realpath(parent, NULL);
    struct strbuf joined = {0};
    if (real)
        strbuf_addf(&joined, "%s/%s", strcmp(real, "/") == 0 ? "" : real, name);
    free(real);
    free(whole);
    return joined.p;
}

static bool lies_in(const char *file, const char *directory) {
    size_t n = strcmp(directory, "/") == 0 ? 0 : strlen(directory);
    return strncmp(file, directory, n) == 0 && (file[n] == '/' || file[n] == '\0');
}

bool report_check_inputs(const char *directory, const char *const *files, size_t count,
                         struct error *err) {
    char *place = real_place(directory);
    bool ok = true;
    for (size_t i = 0; place && ok && i < count; i++) {
        char *file = real_place(files[i]);
        if (file && lies_in(file, place))
            ok = error_set(err, FAULT_USAGE, MSG_REPORT_HOLDS_INPUTS, files[i], 0, directory, NULL);
        free(file);
    }
    free(place);
    return ok;
}

/* --- Names beside the target --- */

static char *name_beside(const char *name, const char *ending) {
    struct strbuf text = {0};
    strbuf_addf(&text, ".%s.tenko-%s", name, ending);
    return text.p;
}

static bool is_temporary_of(const char *entry, const char *prefix) {
    size_t n = strlen(prefix);
    return strncmp(entry, prefix, n) == 0 && strlen(entry) == n + ID_DIGITS &&
           strspn(entry + n, "0123456789abcdef") == ID_DIGITS;
}

/* Removes a leftover unless a living run holds its lock. */
static void clear_leftover(int parent, const char *name) {
    int fd = openat(parent, name, open_directory);
    if (fd < 0)
        return;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        remove_tree(parent, name);
    close(fd);
}

static void clear_leftovers(const struct report_directory *d) {
    int copy = openat(d->parent, ".", open_directory);
    DIR *entries = copy >= 0 ? fdopendir(copy) : NULL;
    if (!entries) {
        if (copy >= 0)
            close(copy);
        return;
    }
    char *prefix = name_beside(d->name, "");
    for (struct dirent *e; (e = readdir(entries));)
        if (is_temporary_of(e->d_name, prefix))
            clear_leftover(d->parent, e->d_name);
    free(prefix);
    closedir(entries);
}

/* A run that died between the two renames of the fallback left no report but the old one aside. */
static void bring_back_old(const struct report_directory *d) {
    char *old = name_beside(d->name, "old");
    if (faccessat(d->parent, d->name, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
        clear_leftover(d->parent, old);
    else
        renameat(d->parent, old, d->parent, d->name);
    free(old);
}

/* Makes a directory of a new name, and opens it. Returns 0 or errno. */
static int make_new(struct report_directory *d) {
    uint64_t id;
    char digits[ID_DIGITS + 1];
    if (getrandom(&id, sizeof id, 0) != (ssize_t)sizeof id)
        return errno;
    snprintf(digits, sizeof digits, "%016" PRIx64, id);
    free(d->temporary);
    d->temporary = name_beside(d->name, digits);
    if (mkdirat(d->parent, d->temporary, 0700) != 0)
        return errno;
    /* The umask may have taken the owner's own bits. */
    if (fchmodat(d->parent, d->temporary, 0700, 0) != 0)
        return errno;
    d->dir = openat(d->parent, d->temporary, open_directory);
    return d->dir < 0 ? errno : 0;
}

/* Another run may take the new directory for a leftover before it is locked. A file system that
 * cannot lock is none where leftovers are cleared either. */
static bool is_ours(const struct report_directory *d) {
    struct stat st;
    while (flock(d->dir, LOCK_EX) != 0)
        if (errno != EINTR)
            break;
    return fstat(d->dir, &st) == 0 && st.st_nlink > 0;
}

/* Makes and locks the temporary directory. Returns 0 or errno. */
static int make_temporary(struct report_directory *d) {
    int error = EAGAIN;
    for (int tries = 0; tries < MOST_TRIES; tries++) {
        error = make_new(d);
        if (!error && is_ours(d))
            return 0;
        if (d->dir >= 0)
            close(d->dir);
        d->dir = -1;
        if (error && error != EEXIST && error != ENOENT)
            return error;
    }
    return error ? error : EAGAIN;
}

static void release(struct report_directory *d) {
    if (d->dir >= 0)
        close(d->dir);
    if (d->parent >= 0)
        close(d->parent);
    free(d->name);
    free(d->temporary);
    free(d);
}

bool directory_begin(struct report_directory **out, const char *path, uint64_t run,
                     struct error *err) {
    struct report_directory *d = memory_zeroed(1, sizeof *d);
    *d = (struct report_directory){.display = path, .dir = -1, .parent = -1, .run = run};
    if (!locate(path, GUARD_BYTES, &d->parent, &d->name, err)) {
        free(d);
        return false;
    }
    bring_back_old(d);
    clear_leftovers(d);
    int error = make_temporary(d);
    if (error) {
        output_failed(err, error, path, "", "");
        unlinkat(d->parent, d->temporary, AT_REMOVEDIR);
        release(d);
        return false;
    }
    *out = d;
    return true;
}

int directory_fd(const struct report_directory *d) {
    return d->dir;
}

/* --- The swap --- */

/* For file systems that cannot exchange: two renames, undone if the second fails. */
static int swap_by_two(struct report_directory *d) {
    char *old = name_beside(d->name, "old");
    int error = 0;
    bool has_old = renameat(d->parent, d->name, d->parent, old) == 0;
    if (!has_old && errno != ENOENT) {
        error = errno;
    } else if (renameat(d->parent, d->temporary, d->parent, d->name) != 0) {
        error = errno;
        if (has_old)
            renameat(d->parent, old, d->parent, d->name);
    } else if (has_old) {
        remove_tree(d->parent, old);
    }
    free(old);
    return error;
}

/* The exchange, and a look at what came out: somebody may have put files there meanwhile. */
static bool swap(struct report_directory *d, struct error *err) {
    int error = 0;
    if (renameat2(d->parent, d->temporary, d->parent, d->name, RENAME_EXCHANGE) == 0) {
        struct guard old = {d->parent, d->temporary, d->display};
        if (guard_allows(&old, GUARD_NAMES, err))
            return true;
        renameat2(d->parent, d->temporary, d->parent, d->name, RENAME_EXCHANGE);
        return false;
    }
    if (errno == ENOENT)
        error = renameat(d->parent, d->temporary, d->parent, d->name) == 0 ? 0 : errno;
    else if (errno == EINVAL || errno == ENOSYS)
        error = swap_by_two(d);
    else
        error = errno;
    return error ? output_failed(err, error, d->display, "", "") : true;
}

/* One syncfs for all files: an fsync for each of 200 small ones costs twice as much. */
bool directory_sync(struct report_directory *d, struct error *err) {
    d->is_synced = syncfs(d->dir) == 0;
    return d->is_synced || output_failed(err, errno, d->display, "", "");
}

bool directory_commit(struct report_directory *d, struct error *err) {
    if (!swap(d, err)) {
        directory_abandon(d);
        return false;
    }
    bool ok = !d->is_synced || fsync(d->parent) == 0 || errno == EINVAL;
    if (!ok)
        output_failed(err, errno, d->display, "", "");
    remove_tree(d->parent, d->temporary); /* the old report, if there was one */
    release(d);
    return ok;
}

void directory_abandon(struct report_directory *d) {
    remove_tree(d->parent, d->temporary);
    release(d);
}

/* --- What a run that died left to do --- */

/* SHA-256 of the folder's manifest; empty where there is none. */
static void hash_manifest(int dir, char hex[DIGEST_HEX_SIZE]) {
    char block[4096];
    ssize_t n;
    struct digest *sha = digest_new();
    hex[0] = '\0';
    int fd = openat(dir, MANIFEST_FILE, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0) {
        digest_free(sha);
        return;
    }
    while ((n = read(fd, block, sizeof block)) > 0)
        digest_add(sha, block, (size_t)n);
    digest_finish(sha, hex);
    close(fd);
}

/* Takes the folder over, if no living run holds it and it has the manifest. */
static bool take_over(struct report_directory *d, const char *name, struct span manifest_sha256) {
    char hex[DIGEST_HEX_SIZE];
    int fd = openat(d->parent, name, open_directory);
    if (fd < 0)
        return false;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0) {
        hash_manifest(fd, hex);
        if (span_equal(span_of(hex), manifest_sha256)) {
            d->dir = fd;
            d->temporary = memory_copy_text(span_of(name));
            d->is_synced = true;
            return true;
        }
    }
    close(fd);
    return false;
}

static bool find_staged(struct report_directory *d, struct span manifest_sha256) {
    int copy = openat(d->parent, ".", open_directory);
    DIR *entries = copy >= 0 ? fdopendir(copy) : NULL;
    bool is_found = false;
    if (!entries) {
        if (copy >= 0)
            close(copy);
        return false;
    }
    char *prefix = name_beside(d->name, "");
    for (struct dirent *e; !is_found && (e = readdir(entries));)
        is_found = is_temporary_of(e->d_name, prefix) && take_over(d, e->d_name, manifest_sha256);
    free(prefix);
    closedir(entries);
    return is_found;
}

bool directory_finish(const char *path, struct span manifest_sha256, struct error *err) {
    struct report_directory *d = memory_zeroed(1, sizeof *d);
    *d = (struct report_directory){.display = path, .dir = -1, .parent = -1};
    if (!locate(path, GUARD_NAMES, &d->parent, &d->name, err)) {
        free(d);
        return false;
    }
    if (manifest_sha256.n && find_staged(d, manifest_sha256))
        return directory_commit(d, err);
    release(d);
    return true;
}
