/*
 * Options of a directory. A password comes from a file that only its owner may read, or from the
 * environment, and never crosses a network in clear text.
 */
#include "ldap_settings.h"

#include "ldap_authority.h"
#include "ldap_url.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#define PASSWORD_BYTES 1024
#define LONGEST        "1024"

const struct option_spec ldap_options[LDAP_OPTION_COUNT] = {
    {"url", OPTION_TEXT, NULL, NULL, true,
     "ldaps://host:636, ldap://host or ldapi://%2fpath; several, separated by spaces, are tried in "
     "order",
     "ldaps://ホスト:636、ldap://ホスト、ldapi://%2fパス。空白で区切って複数書くと順に試します"},
    {"starttls", OPTION_BOOL, "false", NULL, false, "turn an ldap:// connection into TLS at once",
     "ldap:// の接続をすぐに TLS に切り替えます"},
    {"tls_ca", OPTION_PATH, NULL, NULL, false,
     "certificates of the authorities to trust (PEM, or one in DER); without it, the machine's",
     "信頼する認証局の証明書 (PEM。1 枚なら DER "
     "も可)。省略するとこのコンピューターの設定を使います"},
    {"tls_cert", OPTION_PATH, NULL, NULL, false, "own certificate (PEM), for bind: external",
     "自分の証明書 (PEM)。bind: external で使います"},
    {"tls_key", OPTION_PATH, NULL, NULL, false, "key of tls_cert (PEM)", "tls_cert の秘密鍵 (PEM)"},
    {"base", OPTION_TEXT, NULL, NULL, true, "where in the directory to look: OU=Staff,DC=example",
     "検索を始める場所: OU=Staff,DC=example"},
    {"scope", OPTION_CHOICE, "sub", "base|one|sub", false,
     "the entry itself, its children, or all below", "その項目だけ、直下、または配下すべて"},
    {"filter", OPTION_TEXT, NULL, NULL, false, "LDAP filter; without it, the schema's people",
     "LDAP フィルター。省略するとスキーマごとの「人」の条件を使います"},
    {"schema", OPTION_CHOICE, "none", "ad|openldap|389ds|posix|none", false,
     "which attributes mean what, and how they are written",
     "どの属性が何を表し、どう書かれているか"},
    {"bind", OPTION_CHOICE, "anonymous", "anonymous|simple|external|gssapi", false, "how to log in",
     "接続時の認証方法"},
    {"bind_dn", OPTION_TEXT, NULL, NULL, false, "who logs in, for bind: simple",
     "bind: simple で使う利用者"},
    {"password_file", OPTION_PATH, NULL, NULL, false, "file with the password, mode 0600",
     "パスワードを書いたファイル (権限 0600)"},
    {"password_env", OPTION_TEXT, NULL, NULL, false, "environment variable with the password",
     "パスワードを入れた環境変数の名前"},
    {"page_size", OPTION_NUMBER, "500", NULL, false,
     "entries in a page, 1 to 10000; 0 reads without pages",
     "1 ページの件数 (1〜10000)。0 はページに分けずに読みます"},
    {"timeout_s", OPTION_NUMBER, "30", NULL, false,
     "seconds to wait for the connection, the login and each message of an answer, 1 to 3600",
     "接続・認証・応答の 1 件ごとを待つ秒数 (1〜3600)"},
    {"deref", OPTION_CHOICE, "never", "never|searching|finding|always", false, "follow aliases",
     "別名 (alias) をたどるか"},
    {"min_entries", OPTION_NUMBER, "1", NULL, false,
     "fewer entries than this fail the source: an empty answer is rarely the truth",
     "これより少ない件数なら読み取り失敗とします (空の応答はたいてい誤りです)"},
    {"group_base", OPTION_TEXT, NULL, NULL, false,
     "where groups are, to read roles from member, uniqueMember and memberUid",
     "グループのある場所。member、uniqueMember、memberUid から権限を読みます"},
    {"group_filter", OPTION_TEXT, NULL, NULL, false, "LDAP filter for the groups",
     "グループの LDAP フィルター"},
};

/* The line of an option in the configuration, for messages. */
static uint32_t option_line(const struct source_spec *spec, const char *name) {
    for (size_t i = 0; i < spec->options.count; i++)
        if (strcmp(spec->options.items[i].name, name) == 0)
            return spec->options.items[i].line;
    return spec->config_line;
}

static bool refuse(struct error *err, const struct source_spec *spec, const char *option,
                   enum message_id message, const char *first, const char *second) {
    return error_set(err, FAULT_USAGE, message, spec->config_file, option_line(spec, option), first,
                     second, NULL);
}

static bool read_number(const struct source_spec *spec, const char *name, int64_t low, int64_t high,
                        int64_t *out, struct error *err) {
    const char *text = source_option(spec, name);
    char *end;
    errno = 0;
    long long value = strtoll(text, &end, 10);
    if (end == text || *end || errno || value < low || value > high) {
        char limits[64];
        snprintf(limits, sizeof limits, "%lld–%lld", (long long)low, (long long)high);
        return refuse(err, spec, name, MSG_LDAP_BAD_NUMBER, name, limits);
    }
    *out = value;
    return true;
}

/* The place of `word` in a choice list "a|b|c". */
static int choice_index(const char *choices, const char *word) {
    size_t n = strlen(word);
    int index = 0;
    for (const char *at = choices; *at; index++) {
        size_t length = strcspn(at, "|");
        if (length == n && memcmp(at, word, n) == 0)
            return index;
        at += length + (at[length] == '|');
    }
    return -1;
}

static bool read_choice(const struct source_spec *spec, const char *name, int *out,
                        struct error *err) {
    for (size_t i = 0; i < LDAP_OPTION_COUNT; i++) {
        if (strcmp(ldap_options[i].name, name) != 0)
            continue;
        *out = choice_index(ldap_options[i].choices, source_option(spec, name));
        if (*out >= 0)
            return true;
        return refuse(err, spec, name, MSG_LDAP_BAD_CHOICE, name, ldap_options[i].choices);
    }
    return false;
}

static bool check_url(const struct ldap_settings *s, const char *url, struct error *err) {
    enum message_id fault = ldap_url_fault(url);
    return fault == MSG_NONE ? true : refuse(err, s->spec, "url", fault, url, NULL);
}

static bool read_urls(struct ldap_settings *s, struct error *err) {
    const char *at = source_option(s->spec, "url");
    while (at && *at) {
        at += strspn(at, " \t\r\n");
        size_t n = strcspn(at, " \t\r\n");
        if (n)
            vec_push(&s->urls, arena_copy(&s->arena, (struct span){at, n}).p);
        at += n;
    }
    for (size_t i = 0; i < s->urls.count; i++)
        if (!check_url(s, s->urls.items[i], err))
            return false;
    return s->urls.count ? true : refuse(err, s->spec, "url", MSG_LDAP_BAD_URL, "", NULL);
}

/* A password in clear text may go no further than this machine. */
static bool check_clear_text(const struct ldap_settings *s, struct error *err) {
    if (s->bind != BIND_SIMPLE || s->wants_starttls)
        return true;
    for (size_t i = 0; i < s->urls.count; i++)
        if (ldap_url_has_scheme(s->urls.items[i], "ldap://") &&
            !ldap_url_is_loopback(s->urls.items[i]))
            return refuse(err, s->spec, "url", MSG_LDAP_CLEAR_TEXT, s->urls.items[i], NULL);
    return true;
}

static bool is_utf16(struct span text) {
    return (text.n >= 2 &&
            (memcmp(text.p, "\xFF\xFE", 2) == 0 || memcmp(text.p, "\xFE\xFF", 2) == 0)) ||
           memchr(text.p, 0, text.n);
}

static bool has_control(struct span text) {
    for (size_t i = 0; i < text.n; i++)
        if ((unsigned char)text.p[i] < ' ' || text.p[i] == 0x7F)
            return true;
    return false;
}

/* Cuts one line end, and the byte order mark of an editor. */
static struct span bare_line(struct span text) {
    if (text.n >= 3 && memcmp(text.p, "\xEF\xBB\xBF", 3) == 0)
        text = (struct span){text.p + 3, text.n - 3};
    while (text.n && (text.p[text.n - 1] == '\n' || text.p[text.n - 1] == '\r'))
        text.n--;
    return text;
}

/* What cannot be meant as a password is not tried on a server: each try counts towards a lock. */
static bool take_password(struct ldap_settings *s, const char *option, const char *place,
                          struct span raw, struct error *err) {
    enum message_id fault = MSG_NONE;
    struct span text = bare_line(raw);
    if (is_utf16(raw))
        fault = MSG_LDAP_PASSWORD_UTF16;
    else if (text.n == 0)
        fault = MSG_LDAP_PASSWORD_EMPTY;
    else if (memchr(text.p, '\n', text.n))
        fault = MSG_LDAP_PASSWORD_LINES;
    else if (has_control(text))
        fault = MSG_LDAP_PASSWORD_CONTROL;
    if (fault != MSG_NONE)
        return refuse(err, s->spec, option, fault, place, NULL);
    s->password = memory_copy_text(text);
    return true;
}

/* The bytes of an open file; one byte more than a password may have says that it has too many. */
static bool take_password_file(struct ldap_settings *s, const char *path, int fd,
                               struct error *err) {
    char bytes[PASSWORD_BYTES + 1];
    size_t n = 0;
    ssize_t got = 0;
    while (n < sizeof bytes && (got = read(fd, bytes + n, sizeof bytes - n)) > 0)
        n += (size_t)got;
    bool ok;
    if (got < 0)
        ok = refuse(err, s->spec, "password_file", MSG_LDAP_PASSWORD_UNREADABLE, path,
                    strerrordesc_np(errno));
    else if (n > PASSWORD_BYTES)
        ok = refuse(err, s->spec, "password_file", MSG_LDAP_PASSWORD_LONG, path, LONGEST);
    else
        ok = take_password(s, "password_file", path, (struct span){bytes, n}, err);
    explicit_bzero(bytes, sizeof bytes);
    return ok;
}

static bool read_password_file(struct ldap_settings *s, const char *path, struct error *err) {
    char *full = source_path(s->spec, path);
    bool ok = false;
    int fd = open(full, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat st;
    if (fd < 0 || fstat(fd, &st) != 0) {
        refuse(err, s->spec, "password_file", MSG_LDAP_PASSWORD_UNREADABLE, path,
               strerrordesc_np(errno));
    } else if (!S_ISREG(st.st_mode)) {
        refuse(err, s->spec, "password_file", MSG_LDAP_PASSWORD_NOT_FILE, path, NULL);
    } else if (st.st_mode & (S_IRWXG | S_IRWXO)) {
        char mode[16];
        snprintf(mode, sizeof mode, "%04o", (unsigned)(st.st_mode & 07777));
        refuse(err, s->spec, "password_file", MSG_LDAP_PASSWORD_MODE, path, mode);
    } else {
        ok = take_password_file(s, path, fd, err);
    }
    if (fd >= 0)
        close(fd);
    free(full);
    return ok;
}

static bool read_password(struct ldap_settings *s, struct error *err) {
    const char *file = source_option(s->spec, "password_file");
    const char *variable = source_option(s->spec, "password_env");
    if (!s->bind_dn || !*s->bind_dn)
        return refuse(err, s->spec, "bind", MSG_LDAP_NO_BIND_DN, NULL, NULL);
    if (has_control(span_of(s->bind_dn)))
        return refuse(err, s->spec, "bind_dn", MSG_LDAP_BIND_DN_CONTROL, NULL, NULL);
    if (file && *file)
        return read_password_file(s, file, err);
    if (!variable || !*variable)
        return refuse(err, s->spec, "bind", MSG_LDAP_NO_PASSWORD, NULL, NULL);
    const char *value = getenv(variable);
    /* A simple bind without a password "succeeds" as nobody (RFC 4513, 5.1.2). */
    if (!value || !*value)
        return refuse(err, s->spec, "password_env", MSG_LDAP_PASSWORD_EMPTY, variable, NULL);
    return take_password(s, "password_env", variable, span_of(value), err);
}

static const char *full_path(struct ldap_settings *s, const char *option) {
    const char *path = source_option(s->spec, option);
    if (!path || !*path)
        return NULL;
    char *full = source_path(s->spec, path);
    const char *copy = arena_copy(&s->arena, span_of(full)).p;
    free(full);
    return copy;
}

static bool check_files(const struct ldap_settings *s, struct error *err) {
    static const char *const names[] = {"tls_ca", "tls_cert", "tls_key"};
    const char *paths[] = {s->tls_ca, s->tls_cert, s->tls_key};
    for (size_t i = 0; i < 3; i++)
        if (paths[i] && access(paths[i], R_OK) != 0)
            return refuse(err, s->spec, names[i], MSG_LDAP_FILE_UNREADABLE, paths[i],
                          strerrordesc_np(errno));
    return true;
}

/* The authorities to trust, in a form that libldap's TLS library reads. */
static bool read_authorities(struct ldap_settings *s, struct error *err) {
    int system_error;
    if (!s->tls_ca)
        return true;
    enum message_id fault = authority_read(s->tls_ca, &s->tls_ca_fd, &system_error);
    if (fault != MSG_NONE)
        return refuse(err, s->spec, "tls_ca", fault, source_option(s->spec, "tls_ca"),
                      system_error ? strerrordesc_np(system_error) : NULL);
    if (s->tls_ca_fd >= 0) {
        char path[32];
        snprintf(path, sizeof path, "/proc/self/fd/%d", s->tls_ca_fd);
        s->tls_ca = arena_copy(&s->arena, span_of(path)).p;
    }
    return true;
}

static bool read_all(struct ldap_settings *s, struct error *err) {
    int bind = 0;
    int64_t page_size = 0, timeout_s = 0;
    const char *starttls = source_option(s->spec, "starttls");
    s->wants_starttls =
        starttls && (strcasecmp(starttls, "true") == 0 || strcasecmp(starttls, "yes") == 0);
    if (!read_urls(s, err) || !read_choice(s->spec, "scope", &s->scope, err) ||
        !read_choice(s->spec, "deref", &s->deref, err) ||
        !read_choice(s->spec, "bind", &bind, err) ||
        !read_number(s->spec, "page_size", 0, 10000, &page_size, err) ||
        !read_number(s->spec, "timeout_s", 1, 3600, &timeout_s, err) ||
        !read_number(s->spec, "min_entries", 0, INT32_MAX, &s->min_entries, err))
        return false;
    s->page_size = (int)page_size;
    s->timeout_s = (int)timeout_s;
    s->bind = (enum ldap_bind)bind;
    s->base = source_option(s->spec, "base");
    s->filter = source_option(s->spec, "filter");
    s->group_base = source_option(s->spec, "group_base");
    s->group_filter = source_option(s->spec, "group_filter");
    s->schema = source_option(s->spec, "schema");
    s->bind_dn = source_option(s->spec, "bind_dn");
    s->tls_ca = full_path(s, "tls_ca");
    s->tls_cert = full_path(s, "tls_cert");
    s->tls_key = full_path(s, "tls_key");
    return check_files(s, err) && read_authorities(s, err) && check_clear_text(s, err) &&
           (s->bind != BIND_SIMPLE || read_password(s, err));
}

bool ldap_settings_read(struct ldap_settings *out, const struct source_spec *spec,
                        struct error *err) {
    *out = (struct ldap_settings){.spec = spec, .display = source_display(spec), .tls_ca_fd = -1};
    if (read_all(out, err))
        return true;
    ldap_settings_release(out);
    return false;
}

void ldap_settings_release(struct ldap_settings *s) {
    if (s->password)
        explicit_bzero(s->password, strlen(s->password));
    free(s->password);
    if (s->tls_ca_fd >= 0)
        close(s->tls_ca_fd);
    vec_release(&s->urls);
    arena_release(&s->arena);
    *s = (struct ldap_settings){.tls_ca_fd = -1};
}
