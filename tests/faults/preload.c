/*
 * Preloaded into a run by the fault tests: the Nth call of a class of functions fails, or a signal
 * comes in its place.
 *
 *     TENKO_FAULT=CLASS:N:ACTION,…    N = 0: every call; N+: the Nth and all behind it
 *     TENKO_FAULT_WAIT_MS=MS          SQLite waits no longer than so for another process
 *     TENKO_FAULT_CLOCK=SECONDS       what time() says
 *     TENKO_FAULT_COUNTS=FILE         at the end: how many calls of each class there were
 *     TENKO_FAULT_CALLERS=FILE         at the end, a line for each place that calls came from (a
 * stack of callers): the class, the first and the last call from there
 *
 * ACTION is an errno (of a query: a code of SQLite), or s and a signal (s9: killed there; s19:
 * stopped, until the test goes on). Counting begins with main: what the loader does is not the
 * program's. What goes to stderr is never hit, nor what a library of the system reads inside libc.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum class {
    MEMORY,
    OPEN,
    READ,
    WRITE,
    SYNC,
    RENAME,
    EXCHANGE,
    MKDIR,
    LOCK,
    CLOSE,
    UNLINK,
    STAT,
    TRUNCATE,
    LIST,
    THREAD,
    CHMOD,
    RANDOM,
    QUERY,
    CLASSES
};
static const char *const names[CLASSES] = {
    "memory", "open",   "read", "write",    "sync", "rename", "exchange", "mkdir",  "lock",
    "close",  "unlink", "stat", "truncate", "list", "thread", "chmod",    "random", "query"};

static struct plan {
    unsigned long from, to; /* calls, from 1 */
    int error, signal;
} plans[CLASSES];
static atomic_ulong calls[CLASSES];
static atomic_bool is_counting;

static void read_plan(const char *text) {
    char name[16], action[16];
    unsigned long n;
    char behind;
    while (text && sscanf(text, "%15[a-z]:%lu%c", name, &n, &behind) == 3) {
        const char *last = strchr(strchr(text, ':') + 1, ':');
        if (!last || sscanf(last, ":%15[s0-9]", action) != 1)
            abort();
        for (int c = 0; c < CLASSES; c++)
            if (strcmp(names[c], name) == 0)
                plans[c] = (struct plan){.from = n ? n : 1,
                                         .to = n && behind != '+' ? n : ~0ul,
                                         .error = action[0] == 's' ? 0 : atoi(action),
                                         .signal = action[0] == 's' ? atoi(action + 1) : 0};
        text = strchr(last, ',');
        text = text ? text + 1 : NULL;
    }
}

/* --- Callers --- */

enum { CALLERS = 1 << 17, DEEPEST = 96 };
static struct caller {
    unsigned long hash, first, last; /* hash 0: free */
    enum class class;
} callers[CALLERS];
static pthread_mutex_t callers_lock = PTHREAD_MUTEX_INITIALIZER;
static bool notes_callers;

static unsigned long hash_of(enum class c, void *const *frames, int count) {
    unsigned long hash = 1469598103934665603ul + c;
    for (int i = 0; i < count; i++)
        hash = (hash ^ (unsigned long)frames[i]) * 1099511628211ul;
    return hash ? hash : 1;
}

static void note_caller(enum class c, unsigned long n) {
    static _Thread_local bool is_inside; /* what backtrace calls itself */
    void *frames[DEEPEST];
    if (is_inside)
        return;
    is_inside = true;
    unsigned long hash = hash_of(c, frames, backtrace(frames, DEEPEST));
    pthread_mutex_lock(&callers_lock);
    struct caller *p = &callers[hash % CALLERS];
    while (p->hash && p->hash != hash)
        p = p + 1 < callers + CALLERS ? p + 1 : callers;
    if (!p->hash)
        *p = (struct caller){.hash = hash, .class = c, .first = n, .last = n};
    p->first = n < p->first ? n : p->first;
    p->last = n > p->last ? n : p->last;
    pthread_mutex_unlock(&callers_lock);
    is_inside = false;
}

/* --- Calls --- */

/* True: the call is to fail, and errno is set. */
static bool hit(enum class c) {
    if (!atomic_load_explicit(&is_counting, memory_order_relaxed))
        return false;
    unsigned long n = atomic_fetch_add(&calls[c], 1) + 1;
    if (notes_callers)
        note_caller(c, n);
    const struct plan *plan = &plans[c];
    if (n < plan->from || n > plan->to || !plan->from)
        return false;
    if (plan->signal) {
        raise(plan->signal);
        return false;
    }
    errno = plan->error;
    return true;
}

static void find_behind(const char *name, void *out) {
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(out, &found,
           sizeof found); /* ISO C knows no way from one kind of pointer to the other */
}
/* The function behind ours of the same name. */
#define REAL(function)                                                                             \
    static __typeof__(function) *behind;                                                           \
    if (!behind)                                                                                   \
    find_behind(#function, &behind)

/* --- main --- */

static int (*real_main)(int, char **, char **);

static int counted_main(int argc, char **argv, char **environment) {
    void *frame;
    read_plan(getenv("TENKO_FAULT"));
    notes_callers =
        getenv("TENKO_FAULT_CALLERS") && backtrace(&frame, 1) > 0; /* it loads a library */
    atomic_store(&is_counting, true);
    int status = real_main(argc, argv, environment);
    atomic_store(&is_counting, false); /* nor what it does behind main (counts of gcc's) */
    return status;
}

int __libc_start_main(int (*main_)(int, char **, char **), int argc, char **argv,
                      void (*init)(void), void (*fini)(void), void (*loader_fini)(void),
                      void *stack_end);
int __libc_start_main(int (*main_)(int, char **, char **), int argc, char **argv,
                      void (*init)(void), void (*fini)(void), void (*loader_fini)(void),
                      void *stack_end) {
    REAL(__libc_start_main);
    real_main = main_;
    return behind(counted_main, argc, argv, init, fini, loader_fini, stack_end);
}

static FILE *result(const char *variable) {
    const char *path = getenv(variable);
    return path ? fopen(path, "w") : NULL;
}

__attribute__((destructor)) static void write_results(void) {
    atomic_store(&is_counting, false);
    FILE *file = result("TENKO_FAULT_COUNTS");
    for (int c = 0; file && c < CLASSES; c++)
        fprintf(file, "%s %lu\n", names[c], atomic_load(&calls[c]));
    if (file)
        fclose(file);
    file = result("TENKO_FAULT_CALLERS");
    for (const struct caller *p = callers; file && p < callers + CALLERS; p++)
        if (p->hash)
            fprintf(file, "%s %lu %lu\n", names[p->class], p->first, p->last);
    if (file)
        fclose(file);
}

/* --- Memory: libc's own functions have second names --- */

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t align, size_t size);

void *malloc(size_t size) {
    return hit(MEMORY) ? NULL : __libc_malloc(size);
}
void *calloc(size_t count, size_t size) {
    return hit(MEMORY) ? NULL : __libc_calloc(count, size);
}
void *realloc(void *old, size_t size) {
    return hit(MEMORY) ? NULL : __libc_realloc(old, size);
}
void *memalign(size_t align, size_t size);
void *memalign(size_t align, size_t size) {
    return hit(MEMORY) ? NULL : __libc_memalign(align, size);
}
void *aligned_alloc(size_t align, size_t size) {
    return memalign(align, size);
}
int posix_memalign(void **out, size_t align, size_t size) {
    void *p = memalign(align, size);
    if (!p)
        return ENOMEM;
    *out = p;
    return 0;
}

/* --- Files --- */

static mode_t mode_of(int flags, va_list list) {
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
}
#define OPEN_LIKE(function)                                                                        \
    int function(const char *path, int flags, ...) {                                               \
        REAL(function);                                                                            \
        va_list list;                                                                              \
        va_start(list, flags);                                                                     \
        mode_t mode = mode_of(flags, list);                                                        \
        va_end(list);                                                                              \
        return hit(OPEN) ? -1 : behind(path, flags, mode);                                         \
    }
OPEN_LIKE(open)
OPEN_LIKE(open64)
#define OPENAT_LIKE(function)                                                                      \
    int function(int at, const char *path, int flags, ...) {                                       \
        REAL(function);                                                                            \
        va_list list;                                                                              \
        va_start(list, flags);                                                                     \
        mode_t mode = mode_of(flags, list);                                                        \
        va_end(list);                                                                              \
        return hit(OPEN) ? -1 : behind(at, path, flags, mode);                                     \
    }
OPENAT_LIKE(openat)
OPENAT_LIKE(openat64)

/* result function(parameters), which returns `failure` where it is hit. */
#define CALL(class, result, function, parameters, arguments, failure)                              \
    result function parameters;                                                                    \
    result function parameters {                                                                   \
        REAL(function);                                                                            \
        if (hit(class))                                                                            \
            return failure;                                                                        \
        return behind arguments;                                                                   \
    }
CALL(OPEN, int, __open_2, (const char *path, int flags), (path, flags), -1)
CALL(OPEN, int, __open64_2, (const char *path, int flags), (path, flags), -1)
CALL(OPEN, int, __openat_2, (int at, const char *path, int flags), (at, path, flags), -1)
CALL(OPEN, int, __openat64_2, (int at, const char *path, int flags), (at, path, flags), -1)
CALL(OPEN, FILE *, fopen, (const char *path, const char *how), (path, how), NULL)
CALL(OPEN, FILE *, fopen64, (const char *path, const char *how), (path, how), NULL)
CALL(OPEN, FILE *, tmpfile, (void), (), NULL)
CALL(OPEN, FILE *, tmpfile64, (void), (), NULL)
CALL(OPEN, int, mkstemp, (char *name), (name), -1)
CALL(OPEN, int, mkstemp64, (char *name), (name), -1)

CALL(READ, ssize_t, read, (int fd, void *to, size_t n), (fd, to, n), -1)
CALL(READ, ssize_t, pread, (int fd, void *to, size_t n, off_t at), (fd, to, n, at), -1)
CALL(READ, ssize_t, pread64, (int fd, void *to, size_t n, off_t at), (fd, to, n, at), -1)
CALL(READ, ssize_t, __read_chk, (int fd, void *to, size_t n, size_t room), (fd, to, n, room), -1)
CALL(READ, ssize_t, __pread_chk, (int fd, void *to, size_t n, off_t at, size_t room),
     (fd, to, n, at, room), -1)
CALL(READ, ssize_t, __pread64_chk, (int fd, void *to, size_t n, off_t at, size_t room),
     (fd, to, n, at, room), -1)

#define WRITE_LIKE(function, parameters, arguments)                                                \
    ssize_t function parameters {                                                                  \
        REAL(function);                                                                            \
        if (fd != STDERR_FILENO && hit(WRITE))                                                     \
            return -1;                                                                             \
        return behind arguments;                                                                   \
    }
WRITE_LIKE(write, (int fd, const void *from, size_t n), (fd, from, n))
WRITE_LIKE(pwrite, (int fd, const void *from, size_t n, off_t at), (fd, from, n, at))
WRITE_LIKE(pwrite64, (int fd, const void *from, size_t n, off_t at), (fd, from, n, at))
WRITE_LIKE(writev, (int fd, const struct iovec *from, int n), (fd, from, n))

CALL(SYNC, int, fsync, (int fd), (fd), -1)
CALL(SYNC, int, fdatasync, (int fd), (fd), -1)
CALL(SYNC, int, syncfs, (int fd), (fd), -1)
CALL(TRUNCATE, int, ftruncate, (int fd, off_t n), (fd, n), -1)
CALL(TRUNCATE, int, ftruncate64, (int fd, off_t n), (fd, n), -1)

CALL(RENAME, int, rename, (const char *from, const char *to), (from, to), -1)
CALL(RENAME, int, renameat, (int from_at, const char *from, int to_at, const char *to),
     (from_at, from, to_at, to), -1)
/* Exchanges have a class of their own beside: file systems that have none are to be had. */
int renameat2(int from_at, const char *from, int to_at, const char *to, unsigned flags) {
    REAL(renameat2);
    if (hit(RENAME) || (flags & RENAME_EXCHANGE && hit(EXCHANGE)))
        return -1;
    return behind(from_at, from, to_at, to, flags);
}

CALL(MKDIR, int, mkdir, (const char *path, mode_t mode), (path, mode), -1)
CALL(MKDIR, int, mkdirat, (int at, const char *path, mode_t mode), (at, path, mode), -1)
CALL(UNLINK, int, unlink, (const char *path), (path), -1)
CALL(UNLINK, int, unlinkat, (int at, const char *path, int flags), (at, path, flags), -1)
CALL(UNLINK, int, rmdir, (const char *path), (path), -1)
CALL(UNLINK, int, remove, (const char *path), (path), -1)

CALL(STAT, int, stat, (const char *path, struct stat *out), (path, out), -1)
CALL(STAT, int, stat64, (const char *path, struct stat64 *out), (path, out), -1)
CALL(STAT, int, lstat, (const char *path, struct stat *out), (path, out), -1)
CALL(STAT, int, lstat64, (const char *path, struct stat64 *out), (path, out), -1)
CALL(STAT, int, fstat, (int fd, struct stat *out), (fd, out), -1)
CALL(STAT, int, fstat64, (int fd, struct stat64 *out), (fd, out), -1)
CALL(STAT, int, fstatat, (int at, const char *path, struct stat *out, int flags),
     (at, path, out, flags), -1)
CALL(STAT, int, fstatat64, (int at, const char *path, struct stat64 *out, int flags),
     (at, path, out, flags), -1)
CALL(STAT, int, access, (const char *path, int how), (path, how), -1)
CALL(STAT, int, faccessat, (int at, const char *path, int how, int flags), (at, path, how, flags),
     -1)

CALL(LIST, DIR *, opendir, (const char *path), (path), NULL)
CALL(LIST, DIR *, fdopendir, (int fd), (fd), NULL)
CALL(LIST, struct dirent *, readdir, (DIR * d), (d), NULL)
CALL(LIST, struct dirent64 *, readdir64, (DIR * d), (d), NULL)
CALL(LIST, ssize_t, getdents64, (int fd, void *to, size_t n), (fd, to, n), -1)

CALL(CHMOD, int, fchmod, (int fd, mode_t mode), (fd, mode), -1)
CALL(CHMOD, int, fchmodat, (int at, const char *path, mode_t mode, int flags),
     (at, path, mode, flags), -1)
CALL(RANDOM, ssize_t, getrandom, (void *to, size_t n, unsigned flags), (to, n, flags), -1)
CALL(LOCK, int, flock, (int fd, int how), (fd, how), -1)

/* The descriptor is closed all the same, as the kernel does it. */
int close(int fd) {
    REAL(close);
    bool fails = hit(CLOSE);
    int error = errno, result = behind(fd);
    if (fails)
        errno = error;
    return fails ? -1 : result;
}

static bool is_lock(int command) {
    return command == F_SETLK || command == F_SETLKW || command == F_OFD_SETLK ||
           command == F_OFD_SETLKW;
}
#define FCNTL_LIKE(function)                                                                       \
    int function(int fd, int command, ...) {                                                       \
        REAL(function);                                                                            \
        va_list list;                                                                              \
        va_start(list, command);                                                                   \
        void *argument = va_arg(list, void *);                                                     \
        va_end(list);                                                                              \
        return is_lock(command) && hit(LOCK) ? -1 : behind(fd, command, argument);                 \
    }
FCNTL_LIKE(fcntl)
FCNTL_LIKE(fcntl64)

int pthread_create(pthread_t *id, const pthread_attr_t *attributes, void *(*start)(void *),
                   void *argument) {
    REAL(pthread_create);
    return hit(THREAD) ? errno : behind(id, attributes, start, argument);
}

/* --- Time --- */

time_t time(time_t *out) {
    REAL(time);
    const char *clock = getenv("TENKO_FAULT_CLOCK");
    time_t now = clock && *clock ? (time_t)atoll(clock) : behind(NULL);
    if (out)
        *out = now;
    return now;
}

/* --- SQLite, which steps itself where it runs a whole text --- */

static _Thread_local bool is_running;
static bool hit_query(void) {
    return !is_running && hit(QUERY);
}

int sqlite3_prepare_v3(void *db, const char *sql, int n, unsigned flags, void **out,
                       const char **rest);
int sqlite3_prepare_v3(void *db, const char *sql, int n, unsigned flags, void **out,
                       const char **rest) {
    REAL(sqlite3_prepare_v3);
    return hit_query() ? errno : behind(db, sql, n, flags, out, rest);
}

int sqlite3_step(void *statement);
int sqlite3_step(void *statement) {
    REAL(sqlite3_step);
    return hit_query() ? errno : behind(statement);
}

int sqlite3_exec(void *db, const char *sql, int (*row)(void *, int, char **, char **),
                 void *context, char **message);
int sqlite3_exec(void *db, const char *sql, int (*row)(void *, int, char **, char **),
                 void *context, char **message) {
    REAL(sqlite3_exec);
    if (hit_query())
        return errno;
    bool was_running = is_running; /* to read a schema it runs a text within the text */
    is_running = true;
    int code = behind(db, sql, row, context, message);
    is_running = was_running;
    return code;
}

/* --- Waiting --- */

int sqlite3_busy_timeout(void *db, int ms);
int sqlite3_busy_timeout(void *db, int ms) {
    REAL(sqlite3_busy_timeout);
    const char *most = getenv("TENKO_FAULT_WAIT_MS");
    int most_ms = most && *most ? atoi(most) : ms;
    return behind(db, ms < most_ms ? ms : most_ms);
}
