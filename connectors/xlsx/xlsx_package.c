/* From a file to the parts in it. */
#include "xlsx_package.h"

#include "tenko/file_kind.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK_BYTES ((size_t)256 << 10)

static bool read_failed(const struct package *p, int error, struct error *err) {
    enum message_id message = error == ENOENT || error == ENOTDIR ? MSG_FILE_MISSING
                              : error == EACCES || error == EPERM ? MSG_FILE_NO_PERMISSION
                              : error == EISDIR                   ? MSG_XLSX_IS_FOLDER
                                                                  : MSG_FILE_UNREADABLE;
    return error_set(err, FAULT_INPUT, message, p->display, 0, strerrordesc_np(error), NULL);
}

bool package_unchanged(const struct package *p, struct error *err) {
    struct stat now;
    if (fstat(p->fd, &now) != 0)
        return read_failed(p, errno, err);
    if (now.st_size == p->about.st_size && now.st_mtim.tv_sec == p->about.st_mtim.tv_sec &&
        now.st_mtim.tv_nsec == p->about.st_mtim.tv_nsec)
        return true;
    return error_set(err, FAULT_INPUT, MSG_FILE_CHANGED, p->display, 0, NULL);
}

bool package_damaged(const struct package *p, const char *part, const char *what,
                     struct error *err) {
    if (!package_unchanged(p, err))
        return false;
    return error_set(err, FAULT_INPUT, MSG_XLSX_DAMAGED, p->display, 0, part, what, NULL);
}

/* ---- the file ---- */

static bool hash_file(struct package *p, struct error *err) {
    char *block = memory_alloc(BLOCK_BYTES);
    struct digest *digest = digest_new();
    ssize_t got;
    while ((got = read(p->fd, block, BLOCK_BYTES)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            break;
        digest_add(digest, block, (size_t)got);
        p->bytes += (uint64_t)got;
    }
    int error = errno;
    free(block);
    digest_finish(digest, p->sha256);
    return got == 0 || read_failed(p, error, err);
}

/* A ZIP whose first members do not tell may be a workbook yet: its contents will say. */
static bool refuse_other(const struct package *p, struct error *err) {
    enum message_id refusal = MSG_XLSX_NO_WORKBOOK;
    enum file_kind kind;
    if (!file_kind_at(p->fd, &kind))
        return read_failed(p, errno, err);
    switch (kind) {
    case FILE_XLSX:
    case FILE_ZIP:
        return true;
    case FILE_OLE:
        refusal = MSG_FILE_IS_OLE;
        break;
    case FILE_ENCRYPTED:
        refusal = MSG_FILE_IS_ENCRYPTED;
        break;
    case FILE_ODS:
        refusal = MSG_FILE_IS_ODS;
        break;
    case FILE_DOCUMENT:
        refusal = MSG_FILE_IS_DOCUMENT;
        break;
    default:
        break;
    }
    return error_set(err, FAULT_INPUT, refusal, p->display, 0, NULL);
}

static bool open_zip(struct package *p, struct error *err) {
    int code = ZIP_ER_OPEN, fd = fcntl(p->fd, F_DUPFD_CLOEXEC, 0);
    p->zip = fd >= 0 ? zip_fdopen(fd, 0, &code) : NULL; /* takes it on success only */
    if (p->zip)
        return true;
    if (fd >= 0)
        close(fd);
    if (code == ZIP_ER_MEMORY)
        memory_exhausted();
    zip_error_t reason;
    zip_error_init_with_code(&reason, code);
    package_damaged(p, "ZIP", zip_error_strerror(&reason), err);
    zip_error_fini(&reason);
    return false;
}

bool package_open(struct package *p, const char *path, const char *display, struct error *err) {
    *p = (struct package){.display = display};
    p->fd = open(path, O_RDONLY | O_CLOEXEC);
    if (p->fd < 0)
        return read_failed(p, errno, err);
    bool ok = fstat(p->fd, &p->about) == 0 || read_failed(p, errno, err);
    if (ok && !S_ISREG(p->about.st_mode)) /* the directory of a ZIP stands at its end: no pipes */
        ok = read_failed(p, S_ISDIR(p->about.st_mode) ? EISDIR : ESPIPE, err);
    ok = ok && refuse_other(p, err) && hash_file(p, err) && open_zip(p, err);
    if (!ok)
        close(p->fd);
    return ok;
}

void package_close(struct package *p) {
    if (p->zip)
        zip_discard(p->zip);
    if (p->zip)
        close(p->fd);
    p->zip = NULL;
}

/* ---- parts ---- */

/* Names are compared without case, as the format says; some writers put \ for /. */
static zip_int64_t find_part(const struct package *p, const char *name) {
    zip_int64_t index = zip_name_locate(p->zip, name, ZIP_FL_NOCASE);
    if (index >= 0)
        return index;
    char *other = memory_copy_text(span_of(name));
    for (char *c = other; *c; c++)
        if (*c == '/')
            *c = '\\';
    index = zip_name_locate(p->zip, other, ZIP_FL_NOCASE);
    free(other);
    return index;
}

bool package_has(const struct package *p, const char *name) {
    return find_part(p, name) >= 0;
}

static bool too_big(const struct package_part *part, struct error *err) {
    char most[24];
    snprintf(most, sizeof most, "%" PRIu64 " MiB", part->max_bytes >> 20);
    return error_set(err, FAULT_INPUT, MSG_XLSX_TOO_BIG, part->package->display, 0, part->name,
                     most, NULL);
}

static bool check_size(const struct package_part *part, uint64_t unpacked, struct error *err) {
    if (unpacked > RATIO_FROM_BYTES && unpacked / RATIO_MAX > part->packed) {
        char ratio[16];
        snprintf(ratio, sizeof ratio, "%u", RATIO_MAX);
        return error_set(err, FAULT_INPUT, MSG_XLSX_BOMB, part->package->display, 0, part->name,
                         ratio, NULL);
    }
    return unpacked <= part->max_bytes || too_big(part, err);
}

static bool zip_failed(const struct package_part *part, zip_error_t *reason, struct error *err) {
    int code = zip_error_code_zip(reason);
    if (code == ZIP_ER_MEMORY)
        memory_exhausted();
    if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD || code == ZIP_ER_ENCRNOTSUPP)
        return error_set(err, FAULT_INPUT, MSG_FILE_IS_ENCRYPTED, part->package->display, 0, NULL);
    return package_damaged(part->package, part->name, zip_error_strerror(reason), err);
}

bool part_open(struct package_part *part, const struct package *p, const char *name,
               uint64_t max_bytes, struct error *err) {
    zip_stat_t about;
    zip_int64_t index = find_part(p, name);
    if (index < 0)
        return package_damaged(p, name, "not in the file", err);
    *part = (struct package_part){
        .package = p, .name = memory_copy_text(span_of(name)), .max_bytes = max_bytes};
    bool ok = zip_stat_index(p->zip, (zip_uint64_t)index, 0, &about) == 0 ||
              zip_failed(part, zip_get_error(p->zip), err);
    if (ok) {
        part->packed = about.comp_size;
        ok = check_size(part, about.size, err); /* as declared; the truth is counted */
    }
    if (ok) {
        part->file = zip_fopen_index(p->zip, (zip_uint64_t)index, 0);
        ok = part->file || zip_failed(part, zip_get_error(p->zip), err);
    }
    if (!ok)
        part_close(part);
    return ok;
}

bool part_read(struct package_part *part, char *to, size_t n, size_t *got, struct error *err) {
    zip_int64_t bytes = zip_fread(part->file, to, n);
    if (bytes < 0)
        return zip_failed(part, zip_file_get_error(part->file), err);
    *got = (size_t)bytes;
    part->unpacked += *got;
    return check_size(part, part->unpacked, err);
}

void part_close(struct package_part *part) {
    if (part->file)
        zip_fclose(part->file);
    free(part->name);
    *part = (struct package_part){0};
}
