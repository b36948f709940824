/* Where a report may lie. */
#include "place.h"

#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#define NTFS_SUPER_MAGIC 0x5346544EUL /* ntfs3 and ntfs; in no header */

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
        if (!real)
            return error;
        *whole = real;
    } else {
        *whole = text.p;
        if (!text.n || !text.p)
            return ENOENT;
    }
    char *slash = strrchr(*whole, '/');
    *name = slash ? slash + 1 : *whole;
    *parent = !slash ? "." : slash == *whole ? "/" : *whole;
    if (slash && slash != *whole)
        *slash = '\0';
    return 0;
}

bool place_find(const char *path, enum guard_look look, int *parent_fd, char **name,
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
    if (!*base) { /* the root; "." and ".." have their real names by now */
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
    if (!place_find(directory, GUARD_NAMES, &parent, &name, err))
        return false;
    close(parent);
    free(name);
    return true;
}

/* The bytes of the real path of what lies above this one. */
static size_t above(const char *real) {
    size_t n = (size_t)(strrchr(real, '/') - real);
    return n ? n : 1;
}

/* The path with links followed, of a file that need not exist yet, nor the folders above it; free()
 * it, NULL = no place. */
static char *real_place(const char *path) {
    char *real = realpath(path, NULL);
    if (real)
        return real;
    char *whole = NULL;
    const char *parent = "", *name = "";
    if (split_path(path, &whole, &parent, &name) != 0 || strcmp(parent, path) == 0) {
        free(whole);
        return NULL;
    }
    real = real_place(parent);
    struct strbuf joined = {0};
    if (real && strcmp(name, "..") == 0)
        strbuf_add(&joined, real, above(real));
    else if (real)
        strbuf_addf(&joined, "%s/%s", strcmp(real, "/") == 0 ? "" : real, name);
    free(real);
    free(whole);
    return joined.p;
}

static bool lies_in(const char *file, const char *directory) {
    size_t n = strcmp(directory, "/") == 0 ? 0 : strlen(directory);
    return strncmp(file, directory, n) == 0 && (file[n] == '/' || file[n] == '\0');
}

bool report_is_same_place(const char *a, const char *b) {
    char *one = real_place(a), *other = real_place(b);
    bool is_same = one && other && strcmp(one, other) == 0;
    free(one);
    free(other);
    return is_same;
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

/* Drives of other systems show one mode for all files, which says nothing of who may write. */
static bool has_own_modes(const char *path) {
    static const unsigned long others[] = {V9FS_MAGIC,        CIFS_SUPER_MAGIC, SMB_SUPER_MAGIC,
                                           SMB2_SUPER_MAGIC,  FUSE_SUPER_MAGIC, MSDOS_SUPER_MAGIC,
                                           EXFAT_SUPER_MAGIC, NTFS_SUPER_MAGIC};
    struct statfs about;
    if (statfs(path, &about) != 0)
        return true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (((unsigned long)about.f_type & 0xFFFFFFFF) == others[i])
            return false;
    return true;
}

/* Where everybody may rename what is there, and nothing (no sticky bit) keeps the names of others,
 * a report could be exchanged for another one. */
bool report_check_place(const char *directory, struct error *err) {
    char *whole = NULL;
    const char *parent = "", *name = "";
    struct stat st;
    bool ok = true;
    if (split_path(directory, &whole, &parent, &name) == 0 && stat(parent, &st) == 0 &&
        st.st_mode & S_IWOTH && !(st.st_mode & S_ISVTX) && has_own_modes(parent))
        ok = error_set(err, FAULT_OUTPUT, MSG_REPORT_OPEN_PARENT, parent, 0, NULL);
    free(whole);
    return ok;
}
