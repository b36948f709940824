/*
 * Links that a sheet settled, at the end of policy.links. What stands in the file stays byte for
 * byte; the new lines take its encoding, delimiter, line ends and order of columns. It is written
 * aside and takes its place when the ledger has the answers. A workbook is not written into, nor a
 * file whose head is not understood: links-new.csv beside it has the lines then.
 */
#include "review_internal.h"

#include "tenko/connector.h"
#include "tenko/csvout.h"
#include "tenko/encoding.h"
#include "tenko/ending.h"
#include "tenko/fold.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINK_SYSTEM, LINK_USER_ID, LINK_PERSON_ID, LINK_NOTE, LINK_FIELDS, LINK_OTHER = 99 };

struct link_file {
    char *path, *temporary;
    char sha256[DIGEST_HEX_SIZE];
};

/* How the file is written. */
struct table_style {
    struct strbuf bytes; /* all of it */
    mode_t mode;
    char encoding[16];
    char delimiter[16];
    bool has_head;
    int fields[64]; /* of its columns */
    uint32_t column_count;
};

static int field_of(struct span heading) {
    static const char *const words[LINK_FIELDS][6] = {
        {"system", "システム", "システム名", "対象システム", "対象"},
        {"user_id", "利用者ID", "ユーザーID", "ログインID", "アカウント", "アカウントID"},
        {"person_id", "職員番号", "社員番号", "従業員番号", "employee_id"},
        {"note", "notes", "備考", "メモ", "摘要", "comment"},
    };
    struct strbuf a = {0}, b = {0};
    int found = LINK_OTHER;
    fold_text(FOLD_HEADER, heading, &a);
    for (int f = 0; f < LINK_FIELDS && found == LINK_OTHER; f++)
        for (int i = 0; i < 6 && words[f][i] && found == LINK_OTHER; i++) {
            fold_text(FOLD_HEADER, span_of(words[f][i]), &b);
            if (a.n && span_equal(strbuf_span(&a), strbuf_span(&b)))
                found = f;
        }
    strbuf_release(&a);
    strbuf_release(&b);
    return found;
}

static bool take_head(struct table_style *m, const struct row *row) {
    bool has[LINK_FIELDS] = {false};
    m->column_count = row->count;
    if (row->count > sizeof m->fields / sizeof *m->fields)
        return false;
    for (uint32_t i = 0; i < row->count; i++) {
        m->fields[i] = field_of((struct span){row->cells[i].p, row->cells[i].n});
        if (m->fields[i] < LINK_FIELDS)
            has[m->fields[i]] = true;
    }
    return has[LINK_SYSTEM] && has[LINK_USER_ID] && has[LINK_PERSON_ID];
}

static bool read_bytes(struct table_style *m, const char *path) {
    struct stat st;
    char block[65536];
    ssize_t n;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
        if (fd >= 0)
            close(fd);
        return false;
    }
    m->mode = st.st_mode & 0777;
    while ((n = read(fd, block, sizeof block)) > 0)
        strbuf_add(&m->bytes, block, (size_t)n);
    close(fd);
    return n == 0;
}

/* The delimiter, in its length: of several characters it stands among what is said beside. */
static void learn_delimiter(struct table_style *m, const struct source_facts *facts) {
    snprintf(m->delimiter, sizeof m->delimiter, "%c", facts->delimiter);
    for (size_t i = 0; i < facts->more.count; i++)
        if (facts->more.items[i].label == MSG_CSV_FACT_DELIMITER)
            snprintf(m->delimiter, sizeof m->delimiter, "%s", facts->more.items[i].value);
}

/* Are cells enclosed as we enclose them? */
static bool has_usual_signs(const struct source_spec *spec) {
    const char *quote = source_option(spec, "quote"), *escape = source_option(spec, "escape");
    return (strcmp(quote, "auto") == 0 || strcmp(quote, "\"") == 0) &&
           (strcmp(escape, "auto") == 0 || strcmp(escape, "none") == 0);
}

/* False: the file cannot be appended to. `configured` says how it is read; NULL: of our own. */
static bool learn_style(struct table_style *m, const char *path,
                        const struct source_spec *configured) {
    struct source_spec spec = {
        .connector = connector_find("csv"), .base_dir = "", .config_file = ""};
    struct source_facts facts = {0};
    struct reader *reader = NULL;
    struct row row;
    struct error err;
    enum next next = NEXT_END;
    vec_push(&spec.options, ((struct option_value){"path", path, 0}));
    for (size_t i = 0; configured && i < configured->options.count; i++)
        if (strcmp(configured->options.items[i].name, "path") != 0)
            vec_push(&spec.options, configured->options.items[i]);
    if (read_bytes(m, path) && has_usual_signs(&spec) &&
        spec.connector->open(&reader, &spec, &err)) {
        while ((next = spec.connector->next(reader, &row, &err)) == NEXT_ROW)
            m->has_head = m->has_head || take_head(m, &row);
        spec.connector->describe(reader, &facts);
        snprintf(m->encoding, sizeof m->encoding, "%s", facts.encoding);
        learn_delimiter(m, &facts);
    }
    spec.connector->close(reader);
    source_facts_release(&facts);
    vec_release(&spec.options);
    return m->has_head && next == NEXT_END;
}

/* --- New lines, behind a head --- */

static const char *line_end_of(const struct table_style *m) {
    bool has_cr = memchr(m->bytes.p, '\r', m->bytes.n) != NULL;
    bool has_lf = memchr(m->bytes.p, '\n', m->bytes.n) != NULL;
    return has_cr ? (has_lf ? "\r\n" : "\r") : "\n";
}

static bool ends_line(const struct table_style *m) {
    size_t n = m->bytes.n;
    if (m->bytes.p[n - 1] == '\0') /* of UTF-16 */
        n--;
    return m->bytes.p[n - 1] == '\n' || m->bytes.p[n - 1] == '\r';
}

static void add_cell(struct strbuf *out, struct span text, char delimiter) {
    bool needs_quotes = false;
    for (size_t i = 0; i < text.n; i++)
        needs_quotes |=
            text.p[i] == delimiter || text.p[i] == '"' || text.p[i] == '\n' || text.p[i] == '\r';
    if (!needs_quotes) {
        strbuf_add_span(out, text);
        return;
    }
    strbuf_add_char(out, '"');
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '"')
            strbuf_add_char(out, '"');
        strbuf_add_char(out, text.p[i]);
    }
    strbuf_add_char(out, '"');
}

static void add_line(struct strbuf *out, const struct table_style *m,
                     const struct review_link *link, const char *end) {
    const struct span cells[LINK_FIELDS] = {link->system, link->user_id, link->person_id,
                                            link->note};
    for (uint32_t i = 0; i < m->column_count; i++) {
        if (i)
            strbuf_add_text(out, m->delimiter);
        if (m->fields[i] < LINK_FIELDS)
            add_cell(out, cells[m->fields[i]], m->delimiter[0]);
    }
    strbuf_add_text(out, end);
}

/* Appends the text in the file's encoding; false where a character is not in it. */
static bool encode(struct table_style *m, struct span text) {
    enum encoding e;
    if (!encoding_parse(span_of(m->encoding), &e) || e == ENCODING_AUTO || e == ENCODING_UTF8) {
        strbuf_add_span(&m->bytes, text);
        return true;
    }
    iconv_t converter = iconv_open(encoding_iconv_name(e), "UTF-8");
    if (converter == (iconv_t)-1)
        return false;
    char *in = (char *)(uintptr_t)text.p;
    size_t left = text.n;
    bool ok = true;
    for (bool is_whole = false; ok && !is_whole;) {
        char block[4096], *at = block;
        size_t room = sizeof block;
        is_whole = left == 0; /* what is left then is the way back to ASCII */
        ok = iconv(converter, is_whole ? NULL : &in, &left, &at, &room) != (size_t)-1 ||
             errno == E2BIG;
        strbuf_add(&m->bytes, block, (size_t)(at - block));
    }
    iconv_close(converter);
    return ok;
}

static bool append(struct table_style *m, const struct review_link *links, size_t count) {
    struct strbuf lines = {0};
    const char *end = line_end_of(m);
    if (!ends_line(m))
        strbuf_add_text(&lines, end);
    for (size_t i = 0; i < count; i++)
        add_line(&lines, m, &links[i], end);
    bool ok = encode(m, strbuf_span(&lines));
    strbuf_release(&lines);
    return ok;
}

/* A table of its own, in UTF-8 with BOM. */
static void begin_new(struct table_style *m) {
    strbuf_release(&m->bytes);
    *m = (struct table_style){.mode = 0600, .delimiter = ",", .column_count = LINK_FIELDS};
    strbuf_add_text(&m->bytes, "\xEF\xBB\xBFsystem,user_id,person_id,note\r\n");
    for (int i = 0; i < LINK_FIELDS; i++)
        m->fields[i] = i;
}

/* --- The file --- */

/* links-new.csv, or, where that is taken, links-new-2.csv … */
static char *path_beside(const struct review_act *act, int number) {
    struct strbuf path = {0};
    const char *slash = act->links ? strrchr(act->links, '/') : NULL;
    if (slash)
        strbuf_add(&path, act->links, (size_t)(slash - act->links) + 1);
    else if (!act->links)
        strbuf_addf(&path, "%s/", act->directory);
    strbuf_add_text(&path, "links-new");
    if (number > 1)
        strbuf_addf(&path, "-%d", number);
    strbuf_add_text(&path, ".csv");
    return path.p;
}

/* The file of an earlier import grows; one that cannot take the links is left as it is. */
static char *put_beside(struct table_style *m, const struct review_act *act,
                        const struct review_link *links, size_t count) {
    for (int number = 1;; number++) {
        char *path = path_beside(act, number);
        strbuf_release(&m->bytes);
        *m = (struct table_style){0};
        bool is_there = access(path, F_OK) == 0;
        if (!is_there)
            begin_new(m);
        if ((!is_there || learn_style(m, path, NULL)) && append(m, links, count))
            return path;
        free(path);
    }
}

static bool write_aside(const struct link_file *f, const struct table_style *m, struct error *err) {
    unlink(f->temporary);
    int fd = open(f->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    size_t done = 0;
    if (fd < 0)
        return review_failed(err, errno, "", f->path);
    while (done < m->bytes.n) {
        ssize_t n = write(fd, m->bytes.p + done, m->bytes.n - done);
        if (n <= 0 && errno != EINTR)
            break;
        done += n > 0 ? (size_t)n : 0;
    }
    bool ok = done == m->bytes.n && fchmod(fd, m->mode) == 0 && fsync(fd) == 0;
    int error = errno;
    return (close(fd) == 0 && ok) || review_failed(err, error, "", f->path);
}

static char *temporary_path(const char *path) {
    struct strbuf temporary = {0};
    strbuf_addf(&temporary, "%s.tenko-new", path);
    return temporary.p;
}

static void hash_bytes(const struct table_style *m, char sha256[DIGEST_HEX_SIZE]) {
    struct digest *d = digest_new();
    digest_add(d, m->bytes.p ? m->bytes.p : "", m->bytes.n);
    digest_finish(d, sha256);
}

/* What stands there now is what the waiting file begins with. */
static bool goes_on_from(const struct table_style *waiting, const char *path) {
    struct table_style now = {0};
    bool is_there = read_bytes(&now, path);
    struct span there = strbuf_span(&now.bytes), whole = strbuf_span(&waiting->bytes);
    bool fits = !is_there || (there.n <= whole.n && memcmp(there.p, whole.p, there.n) == 0);
    strbuf_release(&now.bytes);
    return fits;
}

static void finish_one(const char *path, struct span staged) {
    struct table_style waiting = {0};
    char sha256[DIGEST_HEX_SIZE], *temporary = temporary_path(path);
    if (read_bytes(&waiting, temporary)) {
        hash_bytes(&waiting, sha256);
        bool is_recorded = span_equal(span_of(sha256), staged) && goes_on_from(&waiting, path);
        if (!is_recorded || rename(temporary, path) != 0)
            unlink(temporary);
    }
    strbuf_release(&waiting.bytes);
    free(temporary);
}

void link_file_finish_last(const struct review_act *act, struct span staged) {
    bool is_there = true;
    if (act->links && act->links_is_csv)
        finish_one(act->links, staged);
    for (int number = 1; is_there; number++) {
        char *beside = path_beside(act, number);
        finish_one(beside, staged);
        is_there = access(beside, F_OK) == 0;
        free(beside);
    }
}

bool link_file_write(struct link_file **out, const struct review_act *act,
                     const struct review_link *links, size_t count, struct error *err) {
    struct table_style m = {0};
    struct link_file *f = memory_zeroed(1, sizeof *f);
    bool is_appended = act->links && act->links_is_csv &&
                       learn_style(&m, act->links, act->links_source) && append(&m, links, count);
    f->path =
        is_appended ? memory_copy_text(span_of(act->links)) : put_beside(&m, act, links, count);
    f->temporary = temporary_path(f->path);
    hash_bytes(&m, f->sha256);
    ending_add_file(AT_FDCWD, f->temporary);
    bool ok = (act->links || mkdir(act->directory, 0700) == 0 || errno == EEXIST ||
               review_failed(err, errno, act->directory, "")) &&
              write_aside(f, &m, err);
    strbuf_release(&m.bytes);
    if (!ok) {
        link_file_free(f);
        return false;
    }
    *out = f;
    return true;
}

const char *link_file_path(const struct link_file *f) {
    return f->path;
}

const char *link_file_sha256(const struct link_file *f) {
    return f->sha256;
}

bool link_file_commit(struct link_file *f, struct error *err) {
    return rename(f->temporary, f->path) == 0 || review_failed(err, errno, "", f->path);
}

void link_file_free(struct link_file *f) {
    if (!f)
        return;
    unlink(f->temporary);
    ending_drop_file(f->temporary);
    free(f->temporary);
    free(f->path);
    free(f);
}
