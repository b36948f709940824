/* What is refused before a directory is asked: its settings, the file of authorities, and what is
 * said of a certificate that was refused. */
#include "ldap_authority.h"
#include "ldap_certificate.h"
#include "ldap_settings.h"
#include "suite.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/tenko-ldap-settings-XXXXXX";

static const char *path_of(const char *name) {
    static char path[4][160];
    static int turn;
    turn = (turn + 1) % 4;
    snprintf(path[turn], sizeof path[turn], "%s/%s", folder, name);
    return path[turn];
}

static void write_file(const char *name, const void *bytes, size_t n, mode_t mode) {
    FILE *file = fopen(path_of(name), "wb");
    if (!file || fwrite(bytes, 1, n, file) != n || fchmod(fileno(file), mode) != 0 ||
        fclose(file) != 0)
        abort();
}

/* --- Settings --- */

/* Options as "name=value", up to a NULL; those of a usable source are there already. */
struct setting_case {
    const char *options[8];
    enum message_id fault; /* MSG_NONE: they are accepted */
    const char *argument;  /* {0}, NULL: not looked at */
};

static bool read_settings(struct ldap_settings *out, const struct setting_case *c,
                          struct error *err) {
    static struct source_spec spec;
    static char copies[8][256];
    vec_release(&spec.options);
    spec = (struct source_spec){.connector = connector_find("ldap"),
                                .config_file = "tenko.yaml",
                                .config_line = 7,
                                .base_dir = folder};
    vec_push(&spec.options, ((struct option_value){"base", "dc=example", 8}));
    for (size_t i = 0; c->options[i]; i++) {
        snprintf(copies[i], sizeof copies[i], "%s", c->options[i]);
        char *equals = strchr(copies[i], '=');
        *equals = '\0';
        vec_push(&spec.options, ((struct option_value){copies[i], equals + 1, (uint32_t)(i + 9)}));
    }
    return ldap_settings_read(out, &spec, err);
}

#define LOCAL  "url=ldap://127.0.0.1"
#define SIMPLE "bind=simple", "bind_dn=cn=reader"

static const struct setting_case settings[] = {
    {{LOCAL}, MSG_NONE, NULL},
    /* numbers: at their ends and one beyond */
    {{LOCAL, "page_size=0"}, MSG_NONE, NULL},
    {{LOCAL, "page_size=10000"}, MSG_NONE, NULL},
    {{LOCAL, "page_size=-1"}, MSG_LDAP_BAD_NUMBER, "page_size"},
    {{LOCAL, "page_size=10001"}, MSG_LDAP_BAD_NUMBER, "page_size"},
    {{LOCAL, "page_size="}, MSG_LDAP_BAD_NUMBER, "page_size"},
    {{LOCAL, "page_size=1x"}, MSG_LDAP_BAD_NUMBER, "page_size"},
    {{LOCAL, "timeout_s=1"}, MSG_NONE, NULL},
    {{LOCAL, "timeout_s=3600"}, MSG_NONE, NULL},
    {{LOCAL, "timeout_s=0"}, MSG_LDAP_BAD_NUMBER, "timeout_s"},
    {{LOCAL, "timeout_s=3601"}, MSG_LDAP_BAD_NUMBER, "timeout_s"},
    {{LOCAL, "min_entries=0"}, MSG_NONE, NULL},
    {{LOCAL, "min_entries=2147483647"}, MSG_NONE, NULL},
    {{LOCAL, "min_entries=2147483648"}, MSG_LDAP_BAD_NUMBER, "min_entries"},
    {{LOCAL, "min_entries=99999999999999999999"}, MSG_LDAP_BAD_NUMBER, "min_entries"},
    /* choices: whole words */
    {{LOCAL, "scope=one"}, MSG_NONE, NULL},
    {{LOCAL, "scope=on"}, MSG_LDAP_BAD_CHOICE, "scope"},
    {{LOCAL, "scope=ones"}, MSG_LDAP_BAD_CHOICE, "scope"},
    {{LOCAL, "scope="}, MSG_LDAP_BAD_CHOICE, "scope"},
    {{LOCAL, "deref=sometimes"}, MSG_LDAP_BAD_CHOICE, "deref"},
    {{LOCAL, "bind=digest"}, MSG_LDAP_BAD_CHOICE, "bind"},
    /* addresses */
    {{"url="}, MSG_LDAP_BAD_URL, ""},
    {{"url= \t\n"}, MSG_LDAP_BAD_URL, ""},
    {{"url=http://127.0.0.1"}, MSG_LDAP_BAD_URL, "http://127.0.0.1"},
    {{"url=LDAP://127.0.0.1 ldapi://%2fx  LDAPS://host"}, MSG_NONE, NULL},
    {{"url=ldap://a host"}, MSG_LDAP_BAD_URL, "host"},
    {{"url=ldap://dc1.example:65535/ ldaps://[2001:db8::1]:1 ldapi:///"}, MSG_NONE, NULL},
    {{"url=ldap://dc1.example:65536"}, MSG_LDAP_BAD_URL, "ldap://dc1.example:65536"},
    {{"url=ldap://dc1.example:"}, MSG_LDAP_BAD_URL, NULL},
    {{"url=ldap://dc1.example:389x"}, MSG_LDAP_BAD_URL, NULL},
    {{"url=ldap://"}, MSG_LDAP_BAD_URL, NULL}, /* libldap would ask ldap.conf for a host */
    {{"url=ldap:///"}, MSG_LDAP_BAD_URL, NULL},
    {{"url=ldap://[::1"}, MSG_LDAP_BAD_URL, NULL},
    {{"url=ldap://[::1]x"}, MSG_LDAP_BAD_URL, NULL},
    {{"url=ldap://a,ldap://b"}, MSG_LDAP_BAD_URL, NULL},
    {{"url=ldapi:///run/slapd/ldapi"}, MSG_LDAP_BAD_URL, NULL},
    {{"url=ldap://dc1.example/dc=example"}, MSG_LDAP_URL_REST, "ldap://dc1.example/dc=example"},
    /* a secret is not repeated */
    {{"url=ldap://reader:secret@dc1.example"}, MSG_LDAP_URL_SECRET, NULL},
    {{"url=ldaps://dc1.example ldaps://reader:se/cret@dc2.example"}, MSG_LDAP_URL_SECRET, NULL},
    {{"url=https://reader:secret@dc1.example"}, MSG_LDAP_URL_SECRET, NULL},
    {{"url=ldap://localhost:secret@dc1.example", SIMPLE}, MSG_LDAP_URL_SECRET, NULL},
    /* a password in clear text stays on this machine */
    {{LOCAL, SIMPLE, "password_env=SECRET"}, MSG_NONE, NULL},
    {{"url=ldap://127.1.2.3:389/", SIMPLE, "password_env=SECRET"}, MSG_NONE, NULL},
    {{"url=ldap://LOCALHOST:389", SIMPLE, "password_env=SECRET"}, MSG_NONE, NULL},
    {{"url=ldap://[::1]", SIMPLE, "password_env=SECRET"}, MSG_NONE, NULL},
    {{"url=ldap://[::1]:389", SIMPLE, "password_env=SECRET"}, MSG_NONE, NULL},
    {{"url=ldap://[::1]/", SIMPLE, "password_env=SECRET"}, MSG_NONE, NULL},
    {{"url=ldapi://%2fx", SIMPLE, "password_env=SECRET"}, MSG_NONE, NULL},
    {{"url=ldaps://dc1.example", SIMPLE, "password_env=SECRET"}, MSG_NONE, NULL},
    {{"url=ldap://dc1.example", "starttls=yes", SIMPLE, "password_env=SECRET"}, MSG_NONE, NULL},
    {{"url=ldap://dc1.example", "starttls=TRUE", SIMPLE, "password_env=SECRET"}, MSG_NONE, NULL},
    {{"url=ldap://dc1.example", "starttls=no", SIMPLE, "password_env=SECRET"},
     MSG_LDAP_CLEAR_TEXT,
     "ldap://dc1.example"},
    {{"url=ldap://128.0.0.1", SIMPLE, "password_env=SECRET"}, MSG_LDAP_CLEAR_TEXT, NULL},
    {{"url=ldap://127.0.0", SIMPLE, "password_env=SECRET"}, MSG_LDAP_CLEAR_TEXT, NULL},
    {{"url=ldap://127.0.0.1x", SIMPLE, "password_env=SECRET"}, MSG_LDAP_CLEAR_TEXT, NULL},
    {{"url=ldap://localhostx", SIMPLE, "password_env=SECRET"}, MSG_LDAP_CLEAR_TEXT, NULL},
    {{"url=ldap://xlocalhos", SIMPLE, "password_env=SECRET"}, MSG_LDAP_CLEAR_TEXT, NULL},
    {{"url=ldap://127.0.0.1 ldap://dc1.example", SIMPLE, "password_env=SECRET"},
     MSG_LDAP_CLEAR_TEXT,
     "ldap://dc1.example"},
    /* who logs in, and with what */
    {{LOCAL, "bind=simple"}, MSG_LDAP_NO_BIND_DN, NULL},
    {{LOCAL, "bind=simple", "bind_dn="}, MSG_LDAP_NO_BIND_DN, NULL},
    {{LOCAL, "bind=simple", "bind_dn=CORP\treader"}, MSG_LDAP_BIND_DN_CONTROL, NULL},
    {{LOCAL, "bind=simple", "bind_dn=CORP\x7Freader"}, MSG_LDAP_BIND_DN_CONTROL, NULL},
    {{LOCAL, SIMPLE}, MSG_LDAP_NO_PASSWORD, NULL},
    {{LOCAL, SIMPLE, "password_env="}, MSG_LDAP_NO_PASSWORD, NULL},
    {{LOCAL, SIMPLE, "password_file=", "password_env="}, MSG_LDAP_NO_PASSWORD, NULL},
    {{LOCAL, SIMPLE, "password_env=EMPTY"}, MSG_LDAP_PASSWORD_EMPTY, "EMPTY"},
    {{LOCAL, SIMPLE, "password_env=NO_SUCH_VARIABLE"}, MSG_LDAP_PASSWORD_EMPTY, NULL},
    {{LOCAL, SIMPLE, "password_file=secret"}, MSG_NONE, NULL},
    {{LOCAL, SIMPLE, "password_file=longest"}, MSG_NONE, NULL},
    {{LOCAL, SIMPLE, "password_file=longer"}, MSG_LDAP_PASSWORD_LONG, "longer"},
    {{LOCAL, SIMPLE, "password_file=group"}, MSG_LDAP_PASSWORD_MODE, "group"},
    {{LOCAL, SIMPLE, "password_file=other"}, MSG_LDAP_PASSWORD_MODE, "other"},
    {{LOCAL, SIMPLE, "password_file=missing"}, MSG_LDAP_PASSWORD_UNREADABLE, "missing"},
    {{LOCAL, SIMPLE, "password_file=."}, MSG_LDAP_PASSWORD_NOT_FILE, "."},
    {{LOCAL, SIMPLE, "password_file=utf16le"}, MSG_LDAP_PASSWORD_UTF16, NULL},
    {{LOCAL, SIMPLE, "password_file=utf16be"}, MSG_LDAP_PASSWORD_UTF16, NULL},
    {{LOCAL, SIMPLE, "password_file=nul"}, MSG_LDAP_PASSWORD_UTF16, NULL},
    {{LOCAL, SIMPLE, "password_file=newline"}, MSG_LDAP_PASSWORD_EMPTY, NULL},
    {{LOCAL, SIMPLE, "password_file=marked"}, MSG_NONE, NULL},
    {{LOCAL, SIMPLE, "password_file=short"}, MSG_NONE, NULL},
    {{LOCAL, SIMPLE, "password_file=lines"}, MSG_LDAP_PASSWORD_LINES, NULL},
    {{LOCAL, SIMPLE, "password_file=control"}, MSG_LDAP_PASSWORD_CONTROL, NULL},
    {{LOCAL, SIMPLE, "password_file=delete"}, MSG_LDAP_PASSWORD_CONTROL, NULL},
    /* files of TLS */
    {{LOCAL, "tls_cert=missing"}, MSG_LDAP_FILE_UNREADABLE, NULL},
    {{LOCAL, "tls_key=missing"}, MSG_LDAP_FILE_UNREADABLE, NULL},
    {{LOCAL, "tls_ca=missing"}, MSG_LDAP_FILE_UNREADABLE, NULL},
    {{LOCAL, "tls_ca=secret"}, MSG_LDAP_CA_BROKEN, "secret"},
    {{LOCAL, "tls_ca=."}, MSG_LDAP_FILE_UNREADABLE, "."},
    {{LOCAL, "tls_ca="}, MSG_NONE, NULL},
};

static void write_passwords(void) {
    static char longest[1025];
    memset(longest, 'p', sizeof longest);
    setenv("SECRET", "secret", 1);
    setenv("EMPTY", "", 1);
    write_file("secret", "secret", 6, 0600);
    write_file("longest", longest, 1024, 0600);
    write_file("longer", longest, 1025, 0600);
    write_file("group", "secret", 6, 0640);
    write_file("other", "secret", 6, 0604);
    write_file("utf16le", "\xFF\xFEs\0", 4, 0600);
    write_file("utf16be", "\xFE\xFF\0s", 4, 0600);
    write_file("nul", "s\0e\0", 4, 0600);
    write_file("newline", "\r\n", 2, 0600);
    write_file("marked", "\xEF\xBB\xBFsecret\r\n", 11, 0600);
    write_file("short", "s", 1, 0600);
    write_file("lines", "one\ntwo\n", 8, 0600);
    write_file("control", "sec\tret", 7, 0600);
    write_file("delete", "sec\x7Fret", 7, 0600);
}

START_TEST(settings_are_refused_before_a_server_is_asked) {
    const struct setting_case *c = &settings[_i];
    struct ldap_settings s;
    struct error err = {0};
    bool ok = read_settings(&s, c, &err);
    ck_assert_msg(ok == (c->fault == MSG_NONE), "case %d: %s", _i,
                  ok ? "accepted" : message_name(err.message));
    if (ok) {
        ldap_settings_release(&s);
        return;
    }
    ck_assert_msg(err.message == c->fault, "case %d: %s", _i, message_name(err.message));
    ck_assert_int_eq(err.fault, FAULT_USAGE);
    ck_assert_str_eq(err.file, "tenko.yaml");
    ck_assert_uint_ge(err.line, 7);
    if (c->argument)
        ck_assert_str_eq(err.args[0], c->argument);
}
END_TEST

/* The line is that of the option; where it has none, that of the source. */
START_TEST(settings_name_their_line) {
    struct ldap_settings s;
    struct error err;
    ck_assert(!read_settings(&s, &(struct setting_case){.options = {LOCAL, "page_size=x"}}, &err));
    ck_assert_uint_eq(err.line, 10);
    ck_assert(!read_settings(&s, &(struct setting_case){.options = {LOCAL, SIMPLE}}, &err));
    ck_assert_uint_eq(err.line, 10);
    ck_assert(!read_settings(
        &s, &(struct setting_case){.options = {LOCAL, "bind_dn=x", "bind=simple"}}, &err));
    ck_assert_uint_eq(err.line, 11);
}
END_TEST

/* What a password is: one line, without the mark and the end that an editor adds, blanks kept. */
START_TEST(a_password_is_one_line) {
    static const struct {
        const char *file, *password;
    } cases[] = {{"secret", "secret"}, {"marked", "secret"}, {"short", "s"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char option[64];
        struct ldap_settings s;
        struct error err;
        snprintf(option, sizeof option, "password_file=%s", cases[i].file);
        ck_assert(
            read_settings(&s, &(struct setting_case){.options = {LOCAL, SIMPLE, option}}, &err));
        ck_assert_str_eq(s.password, cases[i].password);
        ldap_settings_release(&s);
    }
}
END_TEST

/* --- Certificates --- */

struct made {
    int from_days, to_days; /* from now */
    const char *names;      /* subjectAltName; NULL: none */
};

static X509 *certificate_of(const struct made *m) {
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *c = X509_new();
    X509_set_version(c, X509_VERSION_3);
    X509_gmtime_adj(X509_getm_notBefore(c), (long)m->from_days * 86400);
    X509_gmtime_adj(X509_getm_notAfter(c), (long)m->to_days * 86400);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(c), "CN", MBSTRING_ASC,
                               (const unsigned char *)"Test CA", -1, -1, 0);
    X509_set_issuer_name(c, X509_get_subject_name(c));
    X509_set_pubkey(c, key);
    if (m->names) {
        X509_EXTENSION *names = X509V3_EXT_conf_nid(NULL, NULL, NID_subject_alt_name, m->names);
        ck_assert_ptr_nonnull(names);
        X509_add_ext(c, names, -1);
        X509_EXTENSION_free(names);
    }
    ck_assert_int_gt(X509_sign(c, key, EVP_sha256()), 0);
    EVP_PKEY_free(key);
    return c;
}

static const struct {
    struct made certificate;
    const char *host;
    enum message_id fault;
    const char *what; /* NULL: a day */
} refused[] = {
    {{-9, -1, "DNS:dc1.example"}, "dc1.example", MSG_LDAP_CERTIFICATE_ENDED, NULL},
    {{1, 9, "DNS:dc1.example"}, "dc1.example", MSG_LDAP_CERTIFICATE_EARLY, NULL},
    {{-1, 9, "DNS:dc1.example"}, "dc1.example", MSG_LDAP_CERTIFICATE_ISSUER, "/CN=Test CA"},
    {{-1, 9, "IP:127.0.0.1"}, "127.0.0.1", MSG_LDAP_CERTIFICATE_ISSUER, "/CN=Test CA"},
    {{-1, 9, "DNS:*.example,DNS:b.test"}, "c.test", MSG_LDAP_CERTIFICATE_HOST, "*.example, b.test"},
    {{-1, 9, "IP:192.0.2.7,IP:2001:db8::1"},
     "dc1.example",
     MSG_LDAP_CERTIFICATE_HOST,
     "192.0.2.7, 2001:db8::1"},
    {{-1, 9, "email:a@example,URI:ldap://x"}, "dc1.example", MSG_LDAP_CERTIFICATE_HOST, "-"},
    {{-1, 9, NULL}, "dc1.example", MSG_LDAP_CERTIFICATE_HOST, "-"},
};

START_TEST(why_a_certificate_was_refused) {
    X509 *c = certificate_of(&refused[_i].certificate);
    unsigned char *der = NULL;
    int n = i2d_X509(c, &der);
    struct strbuf what = {0};
    enum message_id fault = certificate_fault((struct span){(const char *)der, (size_t)n},
                                              refused[_i].host, time(NULL), &what);
    ck_assert_msg(fault == refused[_i].fault, "case %d: %s", _i, message_name(fault));
    if (refused[_i].what)
        ck_assert_str_eq(what.p, refused[_i].what);
    else
        ck_assert_uint_eq(what.n, strlen("2026-03-31"));
    strbuf_release(&what);
    OPENSSL_free(der);
    X509_free(c);
}
END_TEST

START_TEST(bytes_that_are_no_certificate) {
    struct strbuf what = {0};
    ck_assert_int_eq(certificate_fault(SPAN("no certificate"), "host", 0, &what), MSG_NONE);
    ck_assert_uint_eq(what.n, 0);
}
END_TEST

/* --- The file of authorities --- */

static struct span pem_of(X509 *c) {
    static char text[8192];
    BIO *out = BIO_new(BIO_s_mem());
    ck_assert_int_eq(PEM_write_bio_X509(out, c), 1);
    int n = BIO_read(out, text, sizeof text);
    BIO_free(out);
    return (struct span){text, (size_t)n};
}

/* A PEM file of so many bytes: what does not belong to the certificate stands in front of it. */
static void write_large(const char *name, struct span pem, size_t bytes) {
    char *text = memory_alloc(bytes);
    memset(text, '\n', bytes);
    memcpy(text + bytes - pem.n, pem.p, pem.n);
    write_file(name, text, bytes, 0600);
    free(text);
}

START_TEST(authorities_in_their_forms) {
    X509 *c = certificate_of(&(struct made){-1, 9, NULL});
    struct span pem = pem_of(c);
    struct strbuf marked = {0};
    unsigned char *der = NULL;
    int der_bytes = i2d_X509(c, &der);
    strbuf_add_text(&marked, "\xEF\xBB\xBF");
    strbuf_add_span(&marked, pem);
    write_file("ca.pem", pem.p, pem.n, 0600);
    write_file("ca.der", der, (size_t)der_bytes, 0600);
    write_file("ca.marked", marked.p, marked.n, 0600);
    write_file("ca.half", pem.p, pem.n / 2, 0600);
    write_file("ca.empty", "", 0, 0600);
    write_file("ca.mark", "\xEF\xBB\xBF", 3, 0600);
    write_large("ca.largest", pem, (size_t)16 << 20);
    write_large("ca.larger", pem, ((size_t)16 << 20) + 1);
    static const struct {
        const char *file;
        enum message_id fault;
        bool is_made; /* into a file in memory */
    } cases[] = {
        {"ca.pem", MSG_NONE, false},
        {"ca.der", MSG_NONE, true},
        {"ca.marked", MSG_NONE, true},
        {"ca.half", MSG_LDAP_CA_BROKEN, false},
        {"ca.empty", MSG_LDAP_CA_EMPTY, false},
        {"ca.mark", MSG_LDAP_CA_EMPTY, false},
        {"ca.largest", MSG_NONE, false},
        {"ca.larger", MSG_LDAP_CA_LARGE, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int fd, system_error;
        enum message_id fault = authority_read(path_of(cases[i].file), &fd, &system_error);
        ck_assert_msg(fault == cases[i].fault, "%s: %s", cases[i].file, message_name(fault));
        ck_assert_int_eq(system_error, 0);
        ck_assert_msg((fd >= 0) == cases[i].is_made, "%s: %d", cases[i].file, fd);
        if (fd >= 0) { /* the same certificate, in PEM */
            char text[8192];
            ck_assert_int_eq(pread(fd, text, sizeof text, 0), (ssize_t)pem.n);
            ck_assert_int_eq(memcmp(text, pem.p, pem.n), 0);
            close(fd);
        }
    }
    strbuf_release(&marked);
    OPENSSL_free(der);
    X509_free(c);
}
END_TEST

/* libldap is given the file that was made, not the one that it could not read. */
START_TEST(settings_hand_on_what_libldap_reads) {
    X509 *c = certificate_of(&(struct made){-1, 9, NULL});
    unsigned char *der = NULL;
    int n = i2d_X509(c, &der);
    struct ldap_settings s;
    struct error err;
    write_file("ca.cer", der, (size_t)n, 0600);
    ck_assert(read_settings(&s, &(struct setting_case){.options = {LOCAL, "tls_ca=ca.cer"}}, &err));
    ck_assert_int_eq(strncmp(s.tls_ca, "/proc/self/fd/", 14), 0);
    ck_assert_int_ge(s.tls_ca_fd, 0);
    ldap_settings_release(&s);
    struct span pem = pem_of(c);
    write_file("ca.txt", pem.p, pem.n, 0600);
    ck_assert(read_settings(&s, &(struct setting_case){.options = {LOCAL, "tls_ca=ca.txt"}}, &err));
    ck_assert_str_eq(s.tls_ca, path_of("ca.txt"));
    ck_assert_int_eq(s.tls_ca_fd, -1);
    ldap_settings_release(&s);
    OPENSSL_free(der);
    X509_free(c);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("ldap_settings");
    TCase *tests = tcase_create("ldap_settings");
    if (!mkdtemp(folder))
        return EXIT_FAILURE;
    write_passwords();
    tcase_set_timeout(tests, 30);
    tcase_add_loop_test(tests, settings_are_refused_before_a_server_is_asked, 0,
                        sizeof settings / sizeof *settings);
    tcase_add_test(tests, settings_name_their_line);
    tcase_add_test(tests, a_password_is_one_line);
    tcase_add_loop_test(tests, why_a_certificate_was_refused, 0, sizeof refused / sizeof *refused);
    tcase_add_test(tests, bytes_that_are_no_certificate);
    tcase_add_test(tests, authorities_in_their_forms);
    tcase_add_test(tests, settings_hand_on_what_libldap_reads);
    suite_add_tcase(suite, tests);
    int status = run_suite(suite);
    struct strbuf command = {0};
    strbuf_addf(&command, "rm -r %s", folder);
    if (system(command.p) != 0)
        status = EXIT_FAILURE;
    strbuf_release(&command);
    return status;
}
