/* Many files, few buffers. */
#include "folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

bool folder_create(struct folder *f, int dirfd, const char *directory, const char *name,
                   struct error *err) {
    *f = (struct folder){.dir = -1, .directory = directory, .name = name};
    if (mkdirat(dirfd, name, 0700) != 0 || fchmodat(dirfd, name, 0700, 0) != 0 ||
        (f->dir = openat(dirfd, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0)
        return output_failed(err, errno, directory, name, "");
    return true;
}

void folder_files(struct folder *f, size_t count) {
    f->files = memory_zeroed(count + 1, sizeof *f->files);
    f->count = count;
}

void folder_name(struct folder *f, size_t file, const char *stem, const char *ending) {
    struct strbuf name = {0};
    strbuf_addf(&name, "%s%s", stem, ending);
    f->files[file].name = name.p;
}

static int write_bytes(int fd, const char *bytes, size_t n) {
    while (n > 0) {
        ssize_t done = write(fd, bytes, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return done < 0 ? errno : EIO;
        bytes += done;
        n -= (size_t)done;
    }
    return 0;
}

/* What waits goes to the end of the file. Returns 0 or errno. */
static int append(const struct folder *f, struct folder_file *file) {
    bool is_new = !file->digest;
    int flags = O_WRONLY | O_CLOEXEC | (is_new ? O_CREAT | O_EXCL : O_APPEND);
    int fd = openat(f->dir, file->name, flags, 0600);
    if (fd < 0)
        return errno;
    int error = 0;
    if (is_new) {
        file->digest = digest_new();
        /* The umask may have taken the owner's own bits. */
        error = fchmod(fd, 0600) == 0 ? 0 : errno;
    }
    digest_add(file->digest, file->waiting.p, file->waiting.n);
    if (!error)
        error = write_bytes(fd, file->waiting.p, file->waiting.n);
    if (close(fd) != 0 && !error)
        error = errno;
    file->bytes += file->waiting.n;
    return error;
}

static void flush(struct folder *f) {
    for (size_t i = 0; i < f->count; i++) {
        struct folder_file *file = &f->files[i];
        if (file->waiting.n && !f->error) {
            f->error = append(f, file);
            f->failed = i;
        }
        strbuf_release(&file->waiting);
    }
    f->waiting = 0;
}

void folder_add(struct folder *f, size_t file, struct span text) {
    strbuf_add_span(&f->files[file].waiting, text);
    f->waiting += text.n;
    if (f->waiting > FOLDER_BYTES)
        flush(f);
}

static void list_file(const struct folder *f, struct folder_file *file,
                      struct written_files *written) {
    struct written_file out = {.bytes = file->bytes};
    struct strbuf path = {0};
    strbuf_addf(&path, "%s%s", f->name, file->name);
    digest_finish(file->digest, out.sha256);
    file->digest = NULL;
    out.name = path.p; /* the list owns it from here */
    vec_push(written, out);
}

bool folder_close(struct folder *f, struct written_files *written, struct error *err) {
    flush(f);
    bool ok = f->error == 0;
    if (!ok)
        output_failed(err, f->error, f->directory, f->name, f->files[f->failed].name);
    for (size_t i = 0; i < f->count; i++) {
        if (ok && f->files[i].digest)
            list_file(f, &f->files[i], written);
        digest_free(f->files[i].digest);
        free(f->files[i].name);
    }
    free(f->files);
    if (f->dir >= 0)
        close(f->dir);
    return ok;
}
