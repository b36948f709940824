/* readdir takes memory, which a signal handler must not: the kernel's own entries are read. */
#include "tenko/removal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* Threads that still write into a folder may fill it again between two looks. */
enum { MOST_DEPTH = 16, MOST_LOOKS = 100, BLOCK_BYTES = 4096 };

static const int open_folder = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW;

static bool remove_at(int parent, const char *name, int depth);

static bool is_dots(const char *name) {
    return name[0] == '.' && (name[1] == '\0' || (name[1] == '.' && name[2] == '\0'));
}

/* One look at the entries. */
static bool remove_entries(int fd, int depth) {
    _Alignas(struct dirent64) char block[BLOCK_BYTES];
    bool ok = lseek(fd, 0, SEEK_SET) == 0;
    ssize_t n;
    while ((n = getdents64(fd, block, sizeof block)) > 0)
        for (ssize_t at = 0; at < n;) {
            const struct dirent64 *entry = (const struct dirent64 *)(const void *)(block + at);
            if (!is_dots(entry->d_name))
                ok = remove_at(fd, entry->d_name, depth + 1) && ok;
            at += entry->d_reclen;
        }
    return ok && n == 0;
}

static bool is_gone(int parent, const char *name, int flags) {
    return unlinkat(parent, name, flags) == 0 || errno == ENOENT;
}

static bool remove_at(int parent, const char *name, int depth) {
    if (is_gone(parent, name, 0))
        return true;
    if ((errno != EISDIR && errno != EPERM) || depth > MOST_DEPTH)
        return false;
    if (is_gone(parent, name, AT_REMOVEDIR))
        return true;
    int fd = openat(parent, name, open_folder);
    if (fd < 0)
        return errno == ENOENT; /* another run has removed it */
    bool ok = false;
    for (int looks = 0; !ok && looks < MOST_LOOKS; looks++) {
        bool is_empty = remove_entries(fd, depth);
        int why = errno;
        ok = is_gone(parent, name, AT_REMOVEDIR);
        if (ok || (is_empty && (errno == ENOTEMPTY || errno == EEXIST)))
            continue;
        errno = is_empty ? errno : why;
        break;
    }
    int problem = errno;
    close(fd);
    errno = problem;
    return ok;
}

bool removal_of(int parent, const char *name) {
    return remove_at(parent, name, 0);
}

/* The folders in the directory, opened; returns how many. */
static int open_folders(int fd, int *folders, int most) {
    _Alignas(struct dirent64) char block[BLOCK_BYTES];
    int count = 0;
    ssize_t n;
    lseek(fd, 0, SEEK_SET);
    while ((n = getdents64(fd, block, sizeof block)) > 0)
        for (ssize_t at = 0; at < n && count < most;) {
            const struct dirent64 *entry = (const struct dirent64 *)(const void *)(block + at);
            int one = is_dots(entry->d_name) ? -1 : openat(fd, entry->d_name, open_folder);
            if (one >= 0)
                folders[count++] = one;
            at += entry->d_reclen;
        }
    return count;
}

/* The folders are opened first: from then on nobody opens anything, and they are still there. */
bool removal_at_end(int parent, const char *name) {
    enum { MOST_FOLDERS = 8 };
    int folders[MOST_FOLDERS], fd = openat(parent, name, open_folder);
    struct rlimit limit;
    bool gone = false;
    if (fd < 0 || getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return removal_of(parent, name);
    int count = open_folders(fd, folders, MOST_FOLDERS);
    limit.rlim_cur = 0;
    setrlimit(RLIMIT_NOFILE, &limit);
    for (int looks = 0; !gone && looks < MOST_LOOKS; looks++) {
        for (int i = 0; i < count; i++)
            remove_entries(folders[i], 1);
        gone = remove_entries(fd, 0) && is_gone(parent, name, AT_REMOVEDIR);
    }
    return gone;
}
