/*
 * A manifest is JSON that Tenko wrote, but whoever can write into a folder could have written it
 * too: it is read as JSON, whatever its order and spacing, and anything unexpected ends the
 * reading.
 */
#include "manifest_read.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum { MOST_BYTES = 256 << 20, MOST_DEPTH = 32 };

/* --- A reader of JSON that knows where it is and nothing else --- */

struct json {
    const char *p, *end;
    int depth;
};

static char peek(struct json *j) {
    while (j->p < j->end && (*j->p == ' ' || *j->p == '\t' || *j->p == '\r' || *j->p == '\n'))
        j->p++;
    return j->p < j->end ? *j->p : '\0';
}

static bool take(struct json *j, char c) {
    if (peek(j) != c)
        return false;
    j->p++;
    return true;
}

static void add_code_point(struct strbuf *out, unsigned c) {
    if (c < 0x80) {
        strbuf_add_char(out, (char)c);
    } else if (c < 0x800) {
        strbuf_add_char(out, (char)(0xC0 | c >> 6));
        strbuf_add_char(out, (char)(0x80 | (c & 0x3F)));
    } else {
        strbuf_add_char(out, (char)(0xE0 | c >> 12));
        strbuf_add_char(out, (char)(0x80 | (c >> 6 & 0x3F)));
        strbuf_add_char(out, (char)(0x80 | (c & 0x3F)));
    }
}

/* \uXXXX, of the basic plane: more Tenko does not escape. */
static bool take_unicode(struct json *j, struct strbuf *out) {
    unsigned c = 0;
    if (j->end - j->p < 4)
        return false;
    for (int i = 0; i < 4; i++) {
        char digit = *j->p++;
        if (!isxdigit((unsigned char)digit))
            return false;
        c = c << 4 | (unsigned)(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
    }
    add_code_point(out, c);
    return true;
}

static bool take_escape(struct json *j, struct strbuf *out) {
    static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    if (j->p == j->end)
        return false;
    char c = *j->p++;
    if (c == 'u')
        return take_unicode(j, out);
    const char *at = c ? strchr(names, c) : NULL;
    if (at)
        strbuf_add_char(out, values[at - names]);
    return at != NULL;
}

static bool take_string(struct json *j, struct strbuf *out) {
    strbuf_clear(out);
    strbuf_add_text(out, "");
    if (!take(j, '"'))
        return false;
    while (j->p < j->end && *j->p != '"') {
        char c = *j->p++;
        if (c != '\\')
            strbuf_add_char(out, c);
        else if (!take_escape(j, out))
            return false;
    }
    return take(j, '"');
}

static bool skip_value(struct json *j, struct strbuf *scratch);

static bool skip_items(struct json *j, char close, struct strbuf *scratch) {
    if (++j->depth > MOST_DEPTH)
        return false;
    for (bool is_first = true; !take(j, close); is_first = false) {
        if (!is_first && !take(j, ','))
            return false;
        if (close == '}' && (!take_string(j, scratch) || !take(j, ':')))
            return false;
        if (!skip_value(j, scratch))
            return false;
    }
    j->depth--;
    return true;
}

static bool skip_value(struct json *j, struct strbuf *scratch) {
    char c = peek(j);
    if (c == '"')
        return take_string(j, scratch);
    if (c == '{' || c == '[') {
        j->p++;
        return skip_items(j, c == '{' ? '}' : ']', scratch);
    }
    const char *from = j->p;
    while (j->p < j->end &&
           (isalnum((unsigned char)*j->p) || *j->p == '-' || *j->p == '+' || *j->p == '.'))
        j->p++;
    return j->p > from;
}

/* --- The manifest --- */

/* A value of {"name": …, "bytes": …, "sha256": …} */
static bool take_fact(struct json *j, struct written_file *file, struct strbuf *text) {
    bool is_name = strcmp(text->p, "name") == 0, is_hash = strcmp(text->p, "sha256") == 0;
    if (!is_name && !is_hash)
        return skip_value(j, text);
    if (!take_string(j, text) || (is_hash && text->n != DIGEST_HEX_SIZE - 1))
        return false;
    if (is_hash) {
        memcpy(file->sha256, text->p, DIGEST_HEX_SIZE);
    } else {
        free(file->name);
        file->name = memory_copy_text(strbuf_span(text));
    }
    return true;
}

static bool take_file(struct json *j, struct written_file *file, struct strbuf *text) {
    if (!take(j, '{'))
        return false;
    for (bool is_first = true; !take(j, '}'); is_first = false) {
        bool is_key = (is_first || take(j, ',')) && take_string(j, text) && take(j, ':');
        if (!is_key || !take_fact(j, file, text))
            return false;
    }
    return file->name && file->sha256[0];
}

static bool take_files(struct json *j, struct written_files *out, struct strbuf *text) {
    if (!take(j, '['))
        return false;
    while (!take(j, ']')) {
        struct written_file file = {0};
        if (out->count && !take(j, ','))
            return false;
        if (!take_file(j, &file, text)) {
            free(file.name);
            return false;
        }
        vec_push(out, file);
    }
    return true;
}

/* The marker must be the first key, so that a look at the beginning tells whose file it is. */
static bool take_manifest(struct json *j, struct written_files *out, bool *has_run) {
    struct strbuf text = {0};
    bool has_files = false, ok = take(j, '{');
    for (bool is_first = true; ok && !take(j, '}'); is_first = false) {
        ok = (is_first || take(j, ',')) && take_string(j, &text) && take(j, ':');
        if (!ok || (is_first && strcmp(text.p, MANIFEST_MARKER) != 0)) {
            ok = false;
        } else if (strcmp(text.p, "files") == 0 && !has_files) {
            has_files = true;
            ok = take_files(j, out, &text);
        } else {
            if (strcmp(text.p, "run") == 0)
                *has_run = isdigit((unsigned char)peek(j));
            ok = skip_value(j, &text);
        }
    }
    strbuf_release(&text);
    return ok && has_files && peek(j) == '\0' && j->p == j->end;
}

int manifest_bytes(int dir, const char *path, struct strbuf *out) {
    char block[65536];
    int fd = openat(dir, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return errno;
    ssize_t n = 0;
    while (out->n <= MOST_BYTES && (n = read(fd, block, sizeof block)) > 0)
        strbuf_add(out, block, (size_t)n);
    int problem = n < 0 ? errno : out->n > MOST_BYTES ? EFBIG : 0;
    close(fd);
    return problem;
}

static int by_name(const void *a, const void *b) {
    const struct written_file *x = a, *y = b;
    return strcmp(x->name, y->name);
}

static bool read_manifest(struct written_files *out, int dir, bool *has_run) {
    struct strbuf bytes = {0};
    *out = (struct written_files){0};
    int problem = manifest_bytes(dir, MANIFEST_FILE, &bytes);
    bool ok = problem == 0 && bytes.n;
    if (ok) {
        struct json j = {.p = bytes.p, .end = bytes.p + bytes.n};
        ok = take_manifest(&j, out, has_run);
    }
    strbuf_release(&bytes);
    errno = problem;
    return ok;
}

bool manifest_read(struct written_files *out, int dir) {
    bool has_run = false, ok = read_manifest(out, dir, &has_run);
    if (!ok)
        written_files_release(out);
    else if (out->count)
        qsort(out->items, out->count, sizeof *out->items, by_name);
    return ok;
}

bool manifest_has_run(int dir) {
    struct written_files files;
    bool has_run = false, ok = read_manifest(&files, dir, &has_run);
    written_files_release(&files);
    return ok ? has_run : errno != 0 && errno != ENOENT;
}
