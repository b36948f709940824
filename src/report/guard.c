/* The files of a directory against its manifest. */
#include "guard.h"

#include "manifest_read.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_DEPTH = 8, MOST_TRIES = 16 };

struct look {
    const struct guard *guard;
    enum guard_look how;
    const struct written_files *listed;
    struct error *err;
    size_t entries;
    bool is_unseen; /* something could not be looked at, and *err says why */
};

static const int open_directory = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW;

bool guard_ignores(const char *name) {
    static const char *const patterns[] = {"~$*", ".~lock*", "Thumbs.db", "desktop.ini",
                                           ".DS_Store"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        if (fnmatch(patterns[i], name, 0) == 0)
            return true;
    return false;
}

static int by_name(const void *key, const void *item) {
    return strcmp(key, ((const struct written_file *)item)->name);
}

static const struct written_file *find(const struct look *l, const char *path) {
    if (!l->listed->count)
        return NULL;
    return bsearch(path, l->listed->items, l->listed->count, sizeof *l->listed->items, by_name);
}

static bool refuse(struct look *l, enum message_id message, const char *path) {
    struct strbuf file = {0};
    strbuf_addf(&file, "%s/%s", l->guard->display, path);
    error_set(l->err, FAULT_OUTPUT, message, file.p, 0, NULL);
    strbuf_release(&file);
    return false;
}

/* Errors that say nothing of what lies there: no descriptor is free, a disk or a share fails. */
static bool is_of_system(int error) {
    return error == EMFILE || error == ENFILE || error == EIO || error == ESTALE ||
           error == ETIMEDOUT;
}

/* What cannot be looked at is not ours, unless the system is to blame. */
static bool refuse_unseen(struct look *l, int error, enum message_id message, const char *path) {
    if (!is_of_system(error))
        return refuse(l, message, path);
    l->is_unseen = true;
    return output_failed(l->err, error, l->guard->display, "", path);
}

static bool check_hash(struct look *l, int dir, const char *name, const struct written_file *file) {
    char hex[DIGEST_HEX_SIZE];
    uint64_t bytes;
    int fd = openat(dir, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return errno == ENOENT || refuse_unseen(l, errno, MSG_REPORT_CHANGED_FILE, file->name);
    int error = digest_file(fd, hex, &bytes);
    close(fd);
    if (error)
        return refuse_unseen(l, error, MSG_REPORT_CHANGED_FILE, file->name);
    return strcmp(hex, file->sha256) == 0 || refuse(l, MSG_REPORT_CHANGED_FILE, file->name);
}

static bool walk(struct look *l, int fd, const char *below, int depth);

static bool look_into(struct look *l, int dir, const char *name, const char *path, int depth) {
    if (depth >= MOST_DEPTH)
        return refuse(l, MSG_REPORT_FOREIGN_FILE, path);
    int fd = openat(dir, name, open_directory);
    if (fd < 0)
        return errno == ENOENT || refuse_unseen(l, errno, MSG_REPORT_FOREIGN_FILE, path);
    return walk(l, fd, path, depth + 1);
}

static bool look_at(struct look *l, int dir, const char *name, const char *path, int depth) {
    struct stat st;
    if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT || refuse_unseen(l, errno, MSG_REPORT_FOREIGN_FILE, path);
    if (S_ISDIR(st.st_mode))
        return look_into(l, dir, name, path, depth);
    if (guard_ignores(name))
        return true;
    l->entries++;
    if (strcmp(path, MANIFEST_FILE) == 0)
        return true;
    const struct written_file *file = S_ISREG(st.st_mode) ? find(l, path) : NULL;
    if (!file)
        return refuse(l, MSG_REPORT_FOREIGN_FILE, path);
    return l->how != GUARD_BYTES || check_hash(l, dir, name, file);
}

/* Closes fd. `below` is the path so far, "" at the top. */
static bool walk(struct look *l, int fd, const char *below, int depth) {
    DIR *entries = fdopendir(fd);
    struct strbuf path = {0};
    bool ok = true;
    if (!entries) {
        int error = errno;
        close(fd);
        return refuse_unseen(l, error, MSG_REPORT_FOREIGN_FILE, below);
    }
    for (struct dirent *e; ok && (errno = 0, e = readdir(entries));) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        strbuf_clear(&path);
        strbuf_addf(&path, "%s%s%s", below, *below ? "/" : "", e->d_name);
        ok = look_at(l, dirfd(entries), e->d_name, path.p, depth);
    }
    if (ok && errno) /* the list broke off */
        ok = refuse_unseen(l, errno, MSG_REPORT_FOREIGN_FILE, below);
    strbuf_release(&path);
    closedir(entries);
    return ok;
}

/* A directory without a manifest may hold nothing but what does not count. */
static bool judge_directory(const struct guard *g, int dir, enum guard_look how,
                            struct error *err) {
    struct written_files listed;
    bool is_report = manifest_read(&listed, dir);
    int problem = is_report ? 0 : errno;
    struct look l = {.guard = g, .how = how, .listed = &listed, .err = err};
    if (is_of_system(problem))
        return refuse_unseen(&l, problem, MSG_REPORT_FOREIGN_FILE, MANIFEST_FILE);
    int fd = openat(dir, ".", open_directory);
    bool ok = fd >= 0 ? walk(&l, fd, "", 0) : refuse_unseen(&l, errno, MSG_REPORT_FOREIGN_FILE, "");
    written_files_release(&listed);
    if (!is_report && !l.is_unseen && (!ok || l.entries))
        return error_set(err, FAULT_OUTPUT, MSG_REPORT_FOREIGN_DIRECTORY, g->display, 0, NULL);
    return ok;
}

/* Is the entry still the directory that was looked at? Another run may have swapped it. */
static bool is_same(const struct guard *g, int dir) {
    struct stat opened, now;
    return fstat(dir, &opened) == 0 &&
           fstatat(g->parent, g->name, &now, AT_SYMLINK_NOFOLLOW) == 0 &&
           opened.st_dev == now.st_dev && opened.st_ino == now.st_ino;
}

bool guard_allows(const struct guard *g, enum guard_look how, struct error *err) {
    for (int tries = 1;; tries++) {
        struct stat st;
        if (fstatat(g->parent, g->name, &st, AT_SYMLINK_NOFOLLOW) != 0)
            return errno == ENOENT || output_failed(err, errno, g->display, "", "");
        if (!S_ISDIR(st.st_mode))
            return error_set(err, FAULT_OUTPUT, MSG_REPORT_NOT_A_DIRECTORY, g->display, 0, NULL);
        int dir = openat(g->parent, g->name, open_directory);
        if (dir < 0 && errno == ENOENT && tries < MOST_TRIES)
            continue;
        if (dir < 0)
            return output_failed(err, errno, g->display, "", "");
        bool ok = judge_directory(g, dir, how, err);
        bool is_final = ok || tries == MOST_TRIES || is_same(g, dir);
        close(dir);
        if (is_final)
            return ok;
    }
}
