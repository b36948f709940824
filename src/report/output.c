/* One file of the report: created 0600, hashed on its way, listed when it is whole. */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

bool output_open(struct output *out, int dirfd, const char *directory, const char *folder,
                 const char *name, struct error *err) {
    *out = (struct output){.directory = directory, .folder = folder, .name = name};
    int error = sink_create(&out->sink, dirfd, name);
    if (error)
        return output_failed(err, error, directory, folder, name);
    out->sink.no_fsync = true;
    /* The umask may have taken the owner's own bits. */
    if (fchmod(out->sink.fd, 0600) != 0)
        out->sink.error = errno;
    return true;
}

bool output_close(struct output *out, struct written_files *written, struct error *err) {
    struct written_file file = {.bytes = out->sink.bytes};
    int error = sink_close(&out->sink, file.sha256);
    if (error)
        return output_failed(err, error, out->directory, out->folder, out->name);
    struct strbuf path = {0};
    strbuf_addf(&path, "%s%s", out->folder, out->name);
    file.name = path.p; /* the list owns it from here */
    vec_push(written, file);
    return true;
}

void written_files_release(struct written_files *files) {
    for (size_t i = 0; i < files->count; i++)
        free(files->items[i].name);
    vec_release(files);
}
