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
#include "manifest_read.h"
#include "output.h"
#include "place.h"

#include "tenko/ending.h"
#include "tenko/removal.h"

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
    const struct report_listener *listener;
    uint64_t run; /* of the ledger; 0 = none */
    bool is_synced;
};

static const int open_directory = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW;

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

/* Says what could not be removed; the next run tries again. */
static void removing_failed(const struct report_directory *d, const char *name) {
    const char *why = strerrordesc_np(errno);
    struct strbuf path = {0};
    const char *slash = strrchr(d->display, '/');
    strbuf_addf(&path, "%.*s%s", slash ? (int)(slash - d->display + 1) : 0, d->display, name);
    if (d->listener)
        d->listener->cannot_remove(d->listener->context, path.p, why);
    strbuf_release(&path);
}

static void clear(const struct report_directory *d, const char *name) {
    if (!removal_of(d->parent, name))
        removing_failed(d, name);
}

/* Is the entry the directory that was written? Whoever may rename in the parent could have put
 * another one in its place. */
static bool is_written(const struct report_directory *d, const char *name) {
    struct stat written, there;
    return fstat(d->dir, &written) == 0 &&
           fstatat(d->parent, name, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
           written.st_dev == there.st_dev && written.st_ino == there.st_ino;
}

/* What a run with a ledger staged may be in the ledger: such a run alone knows, and has looked. */
static bool may_be_recorded(const struct report_directory *d, int staged) {
    return d->run == 0 && manifest_has_run(staged);
}

/* Removes a leftover, unless a living run holds its lock: false. */
static bool clear_leftover(const struct report_directory *d, const char *name) {
    int fd = openat(d->parent, name, open_directory);
    if (fd < 0)
        return true;
    bool is_dead = flock(fd, LOCK_EX | LOCK_NB) == 0;
    if (is_dead && !may_be_recorded(d, fd))
        clear(d, name);
    close(fd);
    return is_dead;
}

/* Calls for every temporary directory beside the target, until it returns false. */
typedef bool leftover_call(struct report_directory *d, const char *name, void *context);

static bool each_leftover(struct report_directory *d, leftover_call *call, void *context) {
    int copy = openat(d->parent, ".", open_directory);
    DIR *entries = copy >= 0 ? fdopendir(copy) : NULL;
    bool goes_on = true;
    if (!entries) {
        if (copy >= 0)
            close(copy);
        return true;
    }
    char *prefix = name_beside(d->name, "");
    for (struct dirent *e; goes_on && (e = readdir(entries));)
        if (is_temporary_of(e->d_name, prefix))
            goes_on = call(d, e->d_name, context);
    free(prefix);
    closedir(entries);
    return goes_on;
}

static bool clear_one(struct report_directory *d, const char *name, void *context) {
    (void)context;
    clear_leftover(d, name);
    return true;
}

static bool is_dead(struct report_directory *d, const char *name, void *context) {
    (void)context;
    int fd = openat(d->parent, name, open_directory);
    bool is_dead = fd < 0 || flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
    if (fd >= 0)
        close(fd);
    return is_dead;
}

/* A run that died between the two renames of the fallback left no report but the old one aside; one
 * that lives may be between them. */
static void bring_back_old(struct report_directory *d) {
    char *old = name_beside(d->name, "old");
    if (faccessat(d->parent, d->name, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
        clear_leftover(d, old);
    else if (faccessat(d->parent, old, F_OK, AT_SYMLINK_NOFOLLOW) == 0 &&
             each_leftover(d, is_dead, NULL))
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
    for (int tries = 0; flock(d->dir, LOCK_EX) != 0 && errno == EINTR && tries < MOST_TRIES;)
        tries++;
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
        if (d->temporary) /* of a random name: ours or gone */
            unlinkat(d->parent, d->temporary, AT_REMOVEDIR);
        if (error && error != EEXIST && error != ENOENT)
            return error;
    }
    return error ? error : EAGAIN;
}

/* What a signal leaves undone. */
static void remove_temporary(void *context) {
    const struct report_directory *d = context;
    if (is_written(d, d->temporary))
        removal_at_end(d->parent, d->temporary);
}

/* A signal counts when the directory is made and will be removed. */
static int make_and_watch(struct report_directory *d) {
    ending_hold();
    int error = make_temporary(d);
    if (!error)
        ending_add(remove_temporary, d);
    ending_allow();
    return error;
}

static void release(struct report_directory *d) {
    ending_drop(d);
    if (d->dir >= 0)
        close(d->dir);
    close(d->parent);
    free(d->name);
    free(d->temporary);
    free(d);
}

bool directory_begin(struct report_directory **out, const struct report_options *options,
                     uint64_t run, struct error *err) {
    const char *path = options->directory;
    struct report_directory *d = memory_zeroed(1, sizeof *d);
    *d = (struct report_directory){
        .display = path, .dir = -1, .parent = -1, .listener = options->listener, .run = run};
    if (!report_check_place(path, err) ||
        !place_find(path, GUARD_BYTES, &d->parent, &d->name, err)) {
        free(d);
        return false;
    }
    bring_back_old(d);
    each_leftover(d, clear_one, NULL);
    int error = make_and_watch(d);
    if (error) {
        output_failed(err, error, path, "", "");
        if (d->temporary)
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
    } else if (has_old && is_written(d, d->name)) {
        clear(d, old);
    }
    free(old);
    return error;
}

static bool forged(const struct report_directory *d, struct error *err) {
    return error_set(err, FAULT_OUTPUT, MSG_REPORT_FORGED, d->display, 0, NULL);
}

/* The exchange, and a look at what came out and went in: somebody may have put files there
 * meanwhile, or another directory in the place of ours. */
static bool exchanged_well(struct report_directory *d, struct error *err) {
    struct guard old = {d->parent, d->temporary, d->display};
    bool ok = is_written(d, d->name) ? guard_allows(&old, GUARD_NAMES, err) : forged(d, err);
    if (!ok)
        renameat2(d->parent, d->temporary, d->parent, d->name, RENAME_EXCHANGE);
    return ok;
}

static bool swap(struct report_directory *d, struct error *err) {
    int error = 0;
    if (!is_written(d, d->temporary))
        return forged(d, err);
    if (renameat2(d->parent, d->temporary, d->parent, d->name, RENAME_EXCHANGE) == 0)
        return exchanged_well(d, err);
    if (errno == ENOENT)
        error = renameat(d->parent, d->temporary, d->parent, d->name) == 0 ? 0 : errno;
    else if (errno == EINVAL || errno == ENOSYS)
        error = swap_by_two(d);
    else
        error = errno;
    if (error)
        return output_failed(err, error, d->display, "", "");
    return is_written(d, d->name) || forged(d, err);
}

bool directory_check(const struct report_directory *d, struct error *err) {
    return guard_allows(&(struct guard){d->parent, d->temporary, d->display}, GUARD_NAMES, err);
}

/* One syncfs for all files: an fsync for each of 200 small ones costs twice as much. */
bool directory_sync(struct report_directory *d, struct error *err) {
    d->is_synced = syncfs(d->dir) == 0;
    return d->is_synced || output_failed(err, errno, d->display, "", "");
}

bool directory_commit(struct report_directory *d, struct error *err) {
    ending_hold();
    bool is_swapped = swap(d, err), ok = is_swapped;
    if (ok && d->is_synced && fsync(d->parent) != 0 && errno != EINVAL)
        ok = output_failed(err, errno, d->display, "", "");
    if (is_swapped || is_written(d, d->temporary))
        clear(d, d->temporary); /* the old report, or the new one that has no place */
    release(d);
    ending_allow();
    return ok;
}

void directory_abandon(struct report_directory *d) {
    if (is_written(d, d->temporary))
        clear(d, d->temporary);
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

static bool is_not_staged(struct report_directory *d, const char *name, void *context) {
    const struct span *manifest_sha256 = context;
    return !take_over(d, name, *manifest_sha256);
}

bool directory_finish(const char *path, struct span manifest_sha256,
                      const struct report_listener *listener, struct error *err) {
    struct report_directory *d = memory_zeroed(1, sizeof *d);
    *d = (struct report_directory){.display = path, .dir = -1, .parent = -1, .listener = listener};
    if (!place_find(path, GUARD_NAMES, &d->parent, &d->name, err)) {
        free(d);
        return false;
    }
    if (manifest_sha256.n && !each_leftover(d, is_not_staged, &manifest_sha256))
        return directory_commit(d, err);
    bring_back_old(d);
    release(d);
    return true;
}
