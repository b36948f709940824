/* A failed system call as a sentence that says what to do. */
#include "output.h"

#include <errno.h>

static const struct {
    int error;
    enum message_id message;
} sentences[] = {
    {ENOSPC, MSG_REPORT_DISK_FULL},   {EDQUOT, MSG_REPORT_DISK_FULL},
    {EFBIG, MSG_REPORT_TOO_LARGE},    {EROFS, MSG_REPORT_READ_ONLY},
    {EACCES, MSG_REPORT_NOT_ALLOWED}, {EPERM, MSG_REPORT_NOT_ALLOWED},
    {ENOENT, MSG_REPORT_NO_PARENT},   {ENOTDIR, MSG_REPORT_NOT_A_DIRECTORY},
    {EBUSY, MSG_REPORT_MOUNT_POINT},  {EXDEV, MSG_REPORT_MOUNT_POINT},
};

bool output_failed(struct error *err, int error, const char *directory, const char *folder,
                   const char *name) {
    struct strbuf path = {0};
    strbuf_addf(&path, "%s%s%s%s", directory, *folder || *name ? "/" : "", folder, name);
    enum message_id message = MSG_REPORT_WRITE_FAILED;
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if (sentences[i].error == error)
            message = sentences[i].message;
    error_set(err, FAULT_OUTPUT, message, path.p, 0, strerrordesc_np(error), NULL);
    strbuf_release(&path);
    return false;
}
