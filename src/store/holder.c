/* Who holds a ledger: SQLite locks bytes of the file with POSIX locks, and the kernel tells whose
 * they are. */
#include "store_internal.h"

#include "tenko/memory.h"

#include "tenko/strbuf.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* SQLite's lock bytes: PENDING_BYTE and the 511 behind it (file format, "Lock-Byte Page"). */
enum { LOCK_START = 0x40000000, LOCK_BYTES = 512 };

static pid_t holder_pid(const char *path) {
    struct flock lock = {
        .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_START, .l_len = LOCK_BYTES};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return 0;
    bool is_held = fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    close(fd);
    return is_held && lock.l_pid > 0 ? lock.l_pid : 0;
}

/* SQLite takes ENOLCK for a lock of somebody else, and would wait for it. */
bool store_has_locks(const char *path) {
    struct flock lock = {.l_type = F_RDLCK,
                         .l_whence = SEEK_SET,
                         .l_start = LOCK_START + LOCK_BYTES, /* nobody's */
                         .l_len = 1};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return true; /* that is for SQLite to say */
    bool has_locks = fcntl(fd, F_SETLK, &lock) == 0 || errno == EACCES || errno == EAGAIN;
    close(fd);
    return has_locks;
}

static void add_name(struct strbuf *out, pid_t pid) {
    char path[64], name[64] = "";
    snprintf(path, sizeof path, "/proc/%ld/comm", (long)pid);
    FILE *file = fopen(path, "re");
    if (file) {
        if (fgets(name, sizeof name, file))
            name[strcspn(name, "\n")] = '\0';
        fclose(file);
    }
    struct stat st;
    snprintf(path, sizeof path, "/proc/%ld", (long)pid);
    struct passwd entry, *user = NULL;
    char room[1024];
    if (stat(path, &st) == 0)
        getpwuid_r(st.st_uid, &entry, room, sizeof room, &user);
    if (name[0])
        strbuf_addf(out, user ? " (%s, %s)" : " (%s)", name, user ? user->pw_name : "");
}

char *store_holder(const char *path) {
    pid_t pid = holder_pid(path);
    struct strbuf text = {0};
    if (pid) {
        strbuf_addf(&text, "PID %ld", (long)pid);
        add_name(&text, pid);
    }
    return text.p ? text.p : memory_copy_text(SPAN(""));
}
