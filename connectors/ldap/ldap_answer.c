/*
 * Waiting for a server, and what its result codes mean. A code other than success becomes one
 * sentence with the server's own words in it; which sentence stands in a table.
 */
#include "ldap_internal.h"

#include <errno.h>
#include <stdio.h>
#include <time.h>

void quiet_begin(struct quiet *q) {
    sigset_t pipe, pending;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    sigpending(&pending);
    q->was_pending = sigismember(&pending, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &pipe, &q->before);
}

void quiet_end(const struct quiet *q) {
    if (!q->was_pending) {
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        while (sigtimedwait(&pipe, NULL, &(struct timespec){0, 0}) == SIGPIPE)
            ;
    }
    pthread_sigmask(SIG_SETMASK, &q->before, NULL);
}

static int64_t now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int64_t dir_patience(const struct dir_session *s) {
    return (int64_t)s->settings->timeout_s * 1000;
}

void dir_free_message(LDAPMessage *m) {
    if (m)
        ldap_msgfree(m);
}

void dir_forget_words(struct dir_session *s) {
    ldap_set_option(s->ld, LDAP_OPT_DIAGNOSTIC_MESSAGE, "");
}

int dir_wait(struct dir_session *s, int msgid, int all, int64_t *left_ms, LDAPMessage **answer) {
    struct timeval wait = {.tv_sec = *left_ms / 1000, .tv_usec = *left_ms % 1000 * 1000};
    int64_t began = now_ms();
    errno = 0;
    int code = LDAP_SUCCESS, type = ldap_result(s->ld, msgid, all, &wait, answer);
    if (type == 0) {
        struct quiet quiet;
        quiet_begin(&quiet);
        ldap_abandon_ext(s->ld, msgid, NULL, NULL);
        quiet_end(&quiet);
        code = LDAP_TIMEOUT;
    } else if (type < 0 && errno == ERANGE) {
        code = LDAP_DECODING_ERROR; /* libldap says that the server is down */
    } else if (type < 0) {
        ldap_get_option(s->ld, LDAP_OPT_RESULT_CODE, &code);
        if (code == LDAP_SUCCESS)
            code = LDAP_SERVER_DOWN;
    }
    int64_t waited = now_ms() - began;
    *left_ms = waited < *left_ms ? *left_ms - waited : 0;
    if (type <= 0)
        *answer = NULL;
    return code;
}

/* Which sentence a result code is. Codes that are not here are "the server refused". */
static const struct {
    int code;
    enum message_id message;
} meanings[] = {
    {LDAP_TIMELIMIT_EXCEEDED, MSG_LDAP_TIME_LIMIT},
    {LDAP_SIZELIMIT_EXCEEDED, MSG_LDAP_SIZE_LIMIT},
    {LDAP_ADMINLIMIT_EXCEEDED, MSG_LDAP_SIZE_LIMIT},
    {LDAP_STRONG_AUTH_REQUIRED, MSG_LDAP_NEEDS_TLS},
    {LDAP_CONFIDENTIALITY_REQUIRED, MSG_LDAP_NEEDS_TLS},
    {LDAP_UNAVAILABLE_CRITICAL_EXTENSION, MSG_LDAP_NO_PAGING},
    {LDAP_NO_SUCH_OBJECT, MSG_LDAP_NO_SUCH_BASE},
    {LDAP_INVALID_DN_SYNTAX, MSG_LDAP_NO_SUCH_BASE},
    {LDAP_INAPPROPRIATE_AUTH, MSG_LDAP_LOGIN_REFUSED},
    {LDAP_INVALID_CREDENTIALS, MSG_LDAP_LOGIN_REFUSED},
    {LDAP_INSUFFICIENT_ACCESS, MSG_LDAP_NO_RIGHT},
    {LDAP_BUSY, MSG_LDAP_BUSY},
    {LDAP_UNAVAILABLE, MSG_LDAP_BUSY},
    {LDAP_UNWILLING_TO_PERFORM, MSG_LDAP_UNWILLING},
    {LDAP_REFERRAL, MSG_LDAP_REFERRED},
    {LDAP_SERVER_DOWN, MSG_LDAP_SERVER_GONE},
    {LDAP_CONNECT_ERROR, MSG_LDAP_SERVER_GONE},
    {LDAP_DECODING_ERROR, MSG_LDAP_NO_ANSWER},
    {LDAP_TIMEOUT, MSG_LDAP_TIMEOUT},
    {LDAP_FILTER_ERROR, MSG_LDAP_BAD_FILTER},
    {LDAP_LOCAL_ERROR, MSG_LDAP_NO_TICKET}, /* SASL's, before anything was sent */
};

void dir_words(struct dir_session *s, int code, const char *server_words, struct strbuf *out) {
    char *diagnostic = NULL;
    if (!server_words && s->ld &&
        ldap_get_option(s->ld, LDAP_OPT_DIAGNOSTIC_MESSAGE, &diagnostic) == LDAP_OPT_SUCCESS)
        server_words = diagnostic;
    strbuf_addf(out, "%s (%d)", ldap_err2string(code), code);
    size_t before = out->n;
    /* libldap's words for a certificate that GnuTLS rejected say nothing */
    if (server_words && *server_words && strcmp(server_words, "(unknown error code)") != 0)
        strbuf_addf(out, ": %s", server_words);
    for (size_t i = before; i < out->n; i++) /* one line, whatever the server sent */
        if ((unsigned char)out->p[i] < ' ' || out->p[i] == 0x7F)
            out->p[i] = ' ';
    if (diagnostic)
        ldap_memfree(diagnostic);
}

bool dir_fail(struct dir_session *s, int code, const char *server_words, struct error *err) {
    enum message_id message = MSG_LDAP_REFUSED;
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (meanings[i].code == code)
            message = meanings[i].message;
    struct strbuf words = {0};
    char seconds[16];
    snprintf(seconds, sizeof seconds, "%d", s->settings->timeout_s);
    dir_words(s, code, server_words, &words);
    error_set(err, FAULT_INPUT, message, s->url, 0, words.p, seconds, NULL);
    strbuf_release(&words);
    return false;
}
