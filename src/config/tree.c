/*
 * Bytes → one YAML document. libyaml is asked twice: first for events, which cost no memory and
 * show depth, number and second documents before anything is built; then for the document. In the
 * document an alias is the same node again, so cycles and "billion laughs" are small here and
 * endless to a reader: a last walk, as readers will walk, counts visits.
 */
#include "tree.h"

#include "tenko/encoding.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WRITER_WAIT_MS = 5000 };

/* A pipe without a writer looks like its end: the first byte is waited for, for a while. */
static bool has_writer(struct strbuf *out, int fd) {
    struct pollfd one = {.fd = fd, .events = POLLIN};
    struct stat about;
    char first;
    if (fstat(fd, &about) != 0 || !S_ISFIFO(about.st_mode) || poll(&one, 1, WRITER_WAIT_MS) > 0)
        return true;
    ssize_t n = read(fd, &first, 1);
    if (n > 0)
        strbuf_add(out, &first, 1);
    return n != 0; /* else the writer is slow */
}

/* NULL: *err says why. */
static FILE *open_file(struct strbuf *out, const char *path, struct error *err) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd >= 0 && !has_writer(out, fd)) {
        close(fd);
        error_set(err, FAULT_USAGE, MSG_FILE_NO_WRITER, path, 0, NULL);
        return NULL;
    }
    FILE *file = fd >= 0 && fcntl(fd, F_SETFL, O_RDONLY) == 0 ? fdopen(fd, "rb") : NULL;
    if (!file)
        error_set(err, FAULT_USAGE, errno == ENOENT ? MSG_CONFIG_MISSING : MSG_CONFIG_UNREADABLE,
                  path, 0, strerrordesc_np(errno), NULL);
    return file;
}

bool tree_read_file(struct strbuf *out, const char *path, struct error *err) {
    const size_t limit = (size_t)CONFIG_MAX_MIB << 20;
    FILE *file = open_file(out, path, err);
    if (!file)
        return false;
    char block[16384];
    size_t n;
    while (out->n <= limit && (n = fread(block, 1, sizeof block, file)) > 0)
        strbuf_add(out, block, n);
    int problem = ferror(file) ? errno : 0;
    fclose(file);
    if (problem == EISDIR)
        return error_set(err, FAULT_USAGE, MSG_CONFIG_IS_DIRECTORY, path, 0, NULL);
    if (problem)
        return error_set(err, FAULT_USAGE, MSG_CONFIG_UNREADABLE, path, 0, strerrordesc_np(problem),
                         NULL);
    if (out->n > limit) {
        char mib[16];
        snprintf(mib, sizeof mib, "%d", CONFIG_MAX_MIB);
        return error_set(err, FAULT_USAGE, MSG_CONFIG_TOO_LARGE, path, 0, mib, NULL);
    }
    return true;
}

static uint32_t line_of_byte(struct span bytes, size_t offset) {
    uint32_t line = 1;
    for (size_t i = 0; i < offset; i++) {
        bool is_cr_alone = bytes.p[i] == '\r' && !(i + 1 < bytes.n && bytes.p[i + 1] == '\n');
        line += bytes.p[i] == '\n' || is_cr_alone;
    }
    return line;
}

static bool is_cp932(struct span bytes) {
    struct strbuf text = {0};
    struct decoder *decoder = decoder_new(ENCODING_CP932);
    decoder_add(decoder, bytes, true, &text);
    bool is_clean = decoder_bad_bytes(decoder) == 0;
    decoder_free(decoder);
    strbuf_release(&text);
    return is_clean;
}

/* Removes a mark of UTF-8; anything that is not UTF-8 is refused with what it seems to be. */
static bool check_encoding(struct span *bytes, const char *path, struct error *err) {
    size_t bom_bytes = 0;
    enum encoding bom = encoding_bom(*bytes, &bom_bytes);
    if (bom_bytes && bom != ENCODING_UTF8)
        return error_set(err, FAULT_USAGE, MSG_CONFIG_UTF16, path, 0, NULL);
    bytes->p += bom_bytes;
    bytes->n -= bom_bytes;
    size_t valid = utf8_valid_prefix(*bytes);
    if (valid == bytes->n)
        return true;
    return error_set(err, FAULT_USAGE, is_cp932(*bytes) ? MSG_CONFIG_CP932 : MSG_CONFIG_NOT_UTF8,
                     path, line_of_byte(*bytes, valid), NULL);
}

static bool not_yaml(const yaml_parser_t *parser, struct span bytes, const char *path,
                     struct error *err) {
    uint32_t line = parser->error == YAML_READER_ERROR ? line_of_byte(bytes, parser->problem_offset)
                                                       : (uint32_t)parser->problem_mark.line + 1;
    return error_set(err, FAULT_USAGE, MSG_CONFIG_NOT_YAML, path, line, parser->problem, NULL);
}

static bool parser_start(yaml_parser_t *parser, struct span bytes, const char *path,
                         struct error *err) {
    if (!yaml_parser_initialize(parser))
        return not_yaml(parser, bytes, path, err);
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(parser, (const unsigned char *)bytes.p, bytes.n);
    return true;
}

static bool limit_passed(enum message_id message, int limit, const char *path, size_t line,
                         struct error *err) {
    char number[16];
    snprintf(number, sizeof number, "%d", limit);
    return error_set(err, FAULT_USAGE, message, path, (uint32_t)line, number, NULL);
}

struct tree_shape {
    size_t nodes, documents;
    int depth;
};

static bool check_event(struct tree_shape *shape, const yaml_event_t *event, const char *path,
                        struct error *err) {
    size_t line = event->start_mark.line + 1;
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (++shape->documents > 1)
            return error_set(err, FAULT_USAGE, MSG_CONFIG_SEVERAL_DOCUMENTS, path, (uint32_t)line,
                             NULL);
        break;
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        if (++shape->depth > CONFIG_MAX_DEPTH)
            return limit_passed(MSG_CONFIG_TOO_DEEP, CONFIG_MAX_DEPTH, path, line, err);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        shape->depth--;
        break;
    default:
        break;
    }
    if (++shape->nodes > CONFIG_MAX_NODES)
        return limit_passed(MSG_CONFIG_TOO_MANY, CONFIG_MAX_NODES, path, line, err);
    return true;
}

static bool check_events(struct span bytes, const char *path, struct error *err) {
    yaml_parser_t parser;
    if (!parser_start(&parser, bytes, path, err))
        return false;
    struct tree_shape shape = {0};
    bool ok = true;
    for (bool is_end = false; ok && !is_end;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            ok = not_yaml(&parser, bytes, path, err);
            break;
        }
        is_end = event.type == YAML_STREAM_END_EVENT;
        ok = check_event(&shape, &event, path, err);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return ok;
}

struct tree_walk {
    yaml_document_t *document;
    int visits;
    const char *path;
    struct error *err;
};

static bool walk_node(struct tree_walk *w, int index, int depth);

static bool walk_children(struct tree_walk *w, const yaml_node_t *node, int depth) {
    if (node->type == YAML_SEQUENCE_NODE)
        for (yaml_node_item_t *item = node->data.sequence.items.start;
             item < node->data.sequence.items.top; item++)
            if (!walk_node(w, *item, depth))
                return false;
    if (node->type == YAML_MAPPING_NODE)
        for (yaml_node_pair_t *pair = node->data.mapping.pairs.start;
             pair < node->data.mapping.pairs.top; pair++)
            if (!walk_node(w, pair->key, depth) || !walk_node(w, pair->value, depth))
                return false;
    return true;
}

static bool walk_node(struct tree_walk *w, int index, int depth) {
    const yaml_node_t *node = yaml_document_get_node(w->document, index);
    size_t line = node->start_mark.line + 1;
    if (depth > CONFIG_MAX_DEPTH)
        return limit_passed(MSG_CONFIG_TOO_DEEP, CONFIG_MAX_DEPTH, w->path, line, w->err);
    if (++w->visits > CONFIG_MAX_NODES)
        return limit_passed(MSG_CONFIG_TOO_MANY, CONFIG_MAX_NODES, w->path, line, w->err);
    /* !include and the like would otherwise be read as if they were not there. */
    const char *tag = (const char *)node->tag;
    if (tag && strcmp(tag, "!") != 0 && strncmp(tag, "tag:yaml.org,2002:", 18) != 0)
        return error_set(w->err, FAULT_USAGE, MSG_CONFIG_TAG, w->path, (uint32_t)line, tag, NULL);
    if (node->type == YAML_SCALAR_NODE &&
        strlen((const char *)node->data.scalar.value) != node->data.scalar.length)
        return error_set(w->err, FAULT_USAGE, MSG_CONFIG_CONTROL_CHARACTER, w->path, (uint32_t)line,
                         (const char *)node->data.scalar.value, NULL);
    return walk_children(w, node, depth + 1);
}

/* A file of nothing, of comments, or of `---` and nothing. */
static bool says_nothing(yaml_document_t *document) {
    const yaml_node_t *root = yaml_document_get_root_node(document);
    return !root || (root->type == YAML_SCALAR_NODE && root->data.scalar.length == 0);
}

bool tree_parse(yaml_document_t *out, const char *path, struct span bytes, struct error *err) {
    if (!check_encoding(&bytes, path, err) || !check_events(bytes, path, err))
        return false;
    yaml_parser_t parser;
    if (!parser_start(&parser, bytes, path, err))
        return false;
    bool ok = yaml_parser_load(&parser, out) ? true : not_yaml(&parser, bytes, path, err);
    yaml_parser_delete(&parser);
    if (!ok)
        return false;
    struct tree_walk w = {.document = out, .path = path, .err = err};
    ok = says_nothing(out) ? error_set(err, FAULT_USAGE, MSG_CONFIG_EMPTY, path, 0, NULL)
                           : walk_node(&w, 1, 1);
    if (!ok)
        yaml_document_delete(out);
    return ok;
}
