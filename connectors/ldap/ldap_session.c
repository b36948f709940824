/*
 * Connecting, TLS and login. Nothing of the machine's ldap.conf or of LDAP… variables may weaken a
 * session, so everything that matters is set on the handle: certificates are verified, referrals
 * stay where they are, no limit but ours is asked for. Every step waits for timeout_s at most.
 */
#include "ldap_certificate.h"
#include "ldap_internal.h"
#include "ldap_url.h"

#include <sasl/sasl.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>

#define MAX_MESSAGE_BYTES ((ber_len_t)64 << 20) /* no answer of one piece is larger */

/* What of a server's certificate is verified. */
enum trial {
    TRIAL_WHOLE,
    TRIAL_CHAIN, /* its name by us: libldap takes localhost for this machine's own name */
    TRIAL_NONE,  /* to look at one that was refused */
};

/* Options of the handle; an LDAP code. */
static int set_options(LDAP *ld, const struct ldap_settings *s, enum trial trial) {
    int certificates = trial == TRIAL_NONE ? LDAP_OPT_X_TLS_NEVER : LDAP_OPT_X_TLS_DEMAND;
    int without_name = LDAP_OPT_X_TLS_ALLOW;
    int version = LDAP_VERSION3, none = 0;
    int tls_1_2 = LDAP_OPT_X_TLS_PROTOCOL_TLS1_2, deref = s->deref;
    ber_len_t largest = MAX_MESSAGE_BYTES;
    Sockbuf *socket = NULL;
    struct timeval wait = {.tv_sec = s->timeout_s, .tv_usec = 0};
    /* LDAP_OPT_OFF is a null pointer, so a null pointer alone cannot mean "leave it": only a file
     * that is not configured is left. */
    const struct {
        int option;
        bool is_file;
        const void *value;
    } options[] = {
        {LDAP_OPT_PROTOCOL_VERSION, false, &version},
        {LDAP_OPT_REFERRALS, false, LDAP_OPT_OFF},
        {LDAP_OPT_RESTART, false, LDAP_OPT_ON},
        {LDAP_OPT_DEREF, false, &deref},
        {LDAP_OPT_SIZELIMIT, false, &none},
        {LDAP_OPT_TIMELIMIT, false, &none},
        {LDAP_OPT_NETWORK_TIMEOUT, false, &wait},
        {LDAP_OPT_TIMEOUT, false, &wait},
        {LDAP_OPT_X_SASL_NOCANON, false, LDAP_OPT_ON},
        {LDAP_OPT_X_TLS_REQUIRE_CERT, false, &certificates},
        {LDAP_OPT_X_TLS_PROTOCOL_MIN, false, &tls_1_2},
        {LDAP_OPT_X_TLS_CACERTFILE, true, s->tls_ca},
        {LDAP_OPT_X_TLS_CERTFILE, true, s->tls_cert},
        {LDAP_OPT_X_TLS_KEYFILE, true, s->tls_key},
    };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if ((options[i].value || !options[i].is_file) &&
            ldap_set_option(ld, options[i].option, options[i].value) != LDAP_OPT_SUCCESS)
            return LDAP_PARAM_ERROR;
    if (ldap_get_option(ld, LDAP_OPT_SOCKBUF, &socket) == LDAP_OPT_SUCCESS && socket)
        ber_sockbuf_ctrl(socket, LBER_SB_OPT_SET_MAX_INCOMING, &largest);
    int is_client = 0; /* the options above make a TLS context of this handle alone */
    if (ldap_set_option(ld, LDAP_OPT_X_TLS_NEWCTX, &is_client) != LDAP_OPT_SUCCESS)
        return LDAP_CONNECT_ERROR;
    /* The context verifies the chain as it was made; the handle is asked for the name alone. */
    return trial != TRIAL_CHAIN ||
                   ldap_set_option(ld, LDAP_OPT_X_TLS_REQUIRE_CERT, &without_name) == 0
               ? LDAP_SUCCESS
               : LDAP_PARAM_ERROR;
}

/* Reads in large pieces instead of twice an entry. And should a server fall silent in the middle of
 * a TLS record, where libldap waits in read() and not for our time limit, read() itself gives up.
 */
static void tune_socket(struct dir_session *s) {
    Sockbuf *socket = NULL;
    int fd = -1;
    struct timeval wait = {.tv_sec = s->settings->timeout_s, .tv_usec = 0};
    if (ldap_get_option(s->ld, LDAP_OPT_SOCKBUF, &socket) == LDAP_OPT_SUCCESS && socket)
        ber_sockbuf_add_io(socket, &ber_sockbuf_io_readahead, LBER_SBIOD_LEVEL_PROVIDER, NULL);
    if (ldap_get_option(s->ld, LDAP_OPT_DESC, &fd) != LDAP_OPT_SUCCESS || fd < 0)
        return;
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
}

/* Asks for TLS on an ldap:// connection (RFC 4511, 4.14). */
static int ask_for_tls(struct dir_session *s) {
    int msgid, code = ldap_start_tls(s->ld, NULL, NULL, &msgid);
    int64_t left_ms = dir_patience(s);
    LDAPMessage *answer = NULL;
    if (code == LDAP_SUCCESS)
        code = dir_wait(s, msgid, LDAP_MSG_ALL, &left_ms, &answer);
    if (code == LDAP_SUCCESS) {
        int parsed = ldap_parse_result(s->ld, answer, &code, NULL, NULL, NULL, NULL, 0);
        if (parsed != LDAP_SUCCESS)
            code = parsed;
    }
    dir_free_message(answer);
    return code;
}

/*
 * The handshake. libldap minds its time limit only in "asynchronous" mode and on a socket that does
 * not block; in the other mode it would spin for ever on a server that says nothing.
 */
static int begin_tls(struct dir_session *s) {
    Sockbuf *socket = NULL;
    if (ldap_get_option(s->ld, LDAP_OPT_SOCKBUF, &socket) != LDAP_OPT_SUCCESS || !socket)
        return LDAP_CONNECT_ERROR;
    ber_sockbuf_ctrl(socket, LBER_SB_OPT_SET_NONBLOCK, s);
    ldap_set_option(s->ld, LDAP_OPT_CONNECT_ASYNC, LDAP_OPT_ON);
    int code = ldap_install_tls(s->ld);
    ldap_set_option(s->ld, LDAP_OPT_CONNECT_ASYNC, LDAP_OPT_OFF);
    ber_sockbuf_ctrl(socket, LBER_SB_OPT_SET_NONBLOCK, NULL);
    return code;
}

static void note_tls(struct dir_session *s) {
    void *handle = NULL;
    char *version = NULL;
    if (ldap_get_option(s->ld, LDAP_OPT_X_TLS_SSL_CTX, &handle) != LDAP_OPT_SUCCESS || !handle)
        return;
    if (ldap_get_option(s->ld, LDAP_OPT_X_TLS_VERSION, &version) == LDAP_OPT_SUCCESS && version) {
        snprintf(s->tls, sizeof s->tls, "%s", version);
        ldap_memfree(version);
    }
}

/* The verdict on a bind's answer; the server's words go into *words. */
static int bind_verdict(struct dir_session *s, int msgid, struct strbuf *words) {
    LDAPMessage *answer = NULL;
    int64_t left_ms = dir_patience(s);
    int code = dir_wait(s, msgid, LDAP_MSG_ALL, &left_ms, &answer);
    if (code == LDAP_SUCCESS) {
        char *text = NULL;
        int parsed = ldap_parse_result(s->ld, answer, &code, NULL, &text, NULL, NULL, 0);
        if (parsed != LDAP_SUCCESS)
            code = parsed;
        if (text)
            strbuf_add_text(words, text);
        ldap_memfree(text);
    }
    dir_free_message(answer);
    return code;
}

/* Kerberos asks nothing: the ticket is there or it is not. */
static int answer_nothing(LDAP *ld, unsigned flags, void *defaults, void *interaction) {
    (void)ld, (void)flags, (void)defaults;
    for (sasl_interact_t *i = interaction; i->id != SASL_CB_LIST_END; i++) {
        i->result = i->defresult ? i->defresult : "";
        i->len = (unsigned)strlen(i->result);
    }
    return LDAP_SUCCESS;
}

static int bind_gssapi(struct dir_session *s) {
    /* Signed and sealed by Kerberos in clear text; within TLS, Active Directory wants neither. */
    const char *properties =
        s->tls[0] ? "noanonymous,noplain,maxssf=0" : "noanonymous,noplain,minssf=56";
    if (ldap_set_option(s->ld, LDAP_OPT_X_SASL_SECPROPS, properties) != LDAP_OPT_SUCCESS)
        return LDAP_PARAM_ERROR;
    LDAPMessage *answer = NULL;
    const char *mechanism = NULL;
    int64_t left_ms = dir_patience(s);
    int msgid, code;
    do {
        code = ldap_sasl_interactive_bind(s->ld, NULL, "GSSAPI", NULL, NULL, LDAP_SASL_QUIET,
                                          answer_nothing, NULL, answer, &mechanism, &msgid);
        dir_free_message(answer);
        answer = NULL;
        if (code != LDAP_SASL_BIND_IN_PROGRESS)
            break;
        int waited = dir_wait(s, msgid, LDAP_MSG_ALL, &left_ms, &answer);
        if (waited != LDAP_SUCCESS)
            return waited;
    } while (true);
    return code;
}

static int log_in(struct dir_session *s, struct strbuf *words) {
    const struct ldap_settings *settings = s->settings;
    struct berval secret = {0, (char[]){""}};
    int msgid, code;
    switch (settings->bind) {
    case BIND_ANONYMOUS:
        return LDAP_SUCCESS; /* LDAPv3 begins so */
    case BIND_GSSAPI:
        return bind_gssapi(s);
    case BIND_EXTERNAL:
        code = ldap_sasl_bind(s->ld, NULL, "EXTERNAL", &secret, NULL, NULL, &msgid);
        break;
    default:
        secret = (struct berval){strlen(settings->password), settings->password};
        code =
            ldap_sasl_bind(s->ld, settings->bind_dn, LDAP_SASL_SIMPLE, &secret, NULL, NULL, &msgid);
    }
    return code == LDAP_SUCCESS ? bind_verdict(s, msgid, words) : code;
}

static bool is_scheme(const char *url, const char *scheme) {
    return strncasecmp(url, scheme, strlen(scheme)) == 0;
}

/* A handle for the URL. One for ldaps:// is told ldap:// with the same port: the handshake that
 * makes the difference is ours (begin_tls). */
static int make_handle(struct dir_session *s) {
    if (!is_scheme(s->url, "ldaps:"))
        return ldap_initialize(&s->ld, s->url);
    LDAPURLDesc *url = NULL;
    if (ldap_url_parse(s->url, &url) != LDAP_URL_SUCCESS)
        return LDAP_PARAM_ERROR;
    ldap_memfree(url->lud_scheme);
    url->lud_scheme = ber_strdup("ldap");
    char *plain = ldap_url_desc2str(url);
    int code = plain ? ldap_initialize(&s->ld, plain) : LDAP_PARAM_ERROR;
    ldap_memfree(plain);
    ldap_free_urldesc(url);
    return code;
}

enum step { STEP_CONNECT, STEP_TLS, STEP_BIND };

/* Connects to the URL, up to and with TLS: an LDAP code, and the step that failed. */
static int connect_url(struct dir_session *s, enum trial trial, enum step *step) {
    bool is_tls = is_scheme(s->url, "ldaps:");
    bool is_starttls = s->settings->wants_starttls && is_scheme(s->url, "ldap:");
    *step = STEP_CONNECT;
    int code = make_handle(s);
    if (code == LDAP_SUCCESS)
        code = set_options(s->ld, s->settings, trial);
    if (code == LDAP_SUCCESS)
        code = ldap_connect(s->ld);
    if (code != LDAP_SUCCESS)
        return code;
    tune_socket(s);
    *step = STEP_TLS;
    if (is_starttls)
        code = ask_for_tls(s);
    if (code == LDAP_SUCCESS && (is_tls || is_starttls))
        code = begin_tls(s);
    return code;
}

static void hang_up(struct dir_session *s) {
    if (!s->ld)
        return;
    struct quiet quiet;
    quiet_begin(&quiet);
    ldap_unbind_ext_s(s->ld, NULL, NULL);
    quiet_end(&quiet);
    s->ld = NULL;
}

/* Once more where only the name was wrong that libldap puts in localhost's place. */
static int connect_localhost(struct dir_session *s, enum step *step) {
    struct berval der = {0, NULL};
    hang_up(s);
    int code = connect_url(s, TRIAL_CHAIN, step);
    if (code != LDAP_SUCCESS)
        return code;
    bool is_ours = ldap_get_option(s->ld, LDAP_OPT_X_TLS_PEERCERT, &der) == LDAP_OPT_SUCCESS &&
                   der.bv_val &&
                   certificate_is_for((struct span){der.bv_val, der.bv_len}, "localhost");
    ber_memfree(der.bv_val);
    return is_ours ? LDAP_SUCCESS : LDAP_CONNECT_ERROR;
}

/* One URL, from nothing to logged in. */
static int try_url(struct dir_session *s, enum step *step, struct strbuf *words) {
    int code = connect_url(s, TRIAL_WHOLE, step);
    if (code != LDAP_SUCCESS && code != LDAP_TIMEOUT && *step == STEP_TLS &&
        ldap_url_is_localhost(s->url))
        code = connect_localhost(s, step);
    if (code != LDAP_SUCCESS)
        return code;
    note_tls(s);
    *step = STEP_BIND;
    return log_in(s, words);
}

/* Says why the server's certificate was refused, if it was that: shakes hands once more, this time
 * without a verdict, reads the certificate and hangs up. Nothing is sent on that connection. */
static bool blame_certificate(struct dir_session *s, struct error *err) {
    enum step step;
    struct berval der = {0, NULL};
    LDAPURLDesc *url = NULL;
    struct strbuf what = {0};
    struct quiet quiet;
    enum message_id fault = MSG_NONE;
    hang_up(s);
    quiet_begin(&quiet);
    if (connect_url(s, TRIAL_NONE, &step) == LDAP_SUCCESS &&
        ldap_get_option(s->ld, LDAP_OPT_X_TLS_PEERCERT, &der) == LDAP_OPT_SUCCESS && der.bv_val &&
        ldap_url_parse(s->url, &url) == LDAP_URL_SUCCESS)
        fault = certificate_fault((struct span){der.bv_val, der.bv_len}, url->lud_host,
                                  (int64_t)time(NULL), &what);
    hang_up(s);
    quiet_end(&quiet);
    if (fault != MSG_NONE)
        error_set(err, FAULT_INPUT, fault, s->url, 0, what.p, url->lud_host, NULL);
    ldap_free_urldesc(url);
    ber_memfree(der.bv_val);
    strbuf_release(&what);
    return fault != MSG_NONE;
}

/* The last failure as the error: with one URL what exactly failed, with several what each said. */
static bool fail_all(struct dir_session *s, int code, enum step step, const char *words,
                     struct strbuf *history, struct error *err) {
    const struct ldap_settings *settings = s->settings;
    if (settings->urls.count > 1 && history->n)
        return error_set(err, FAULT_INPUT, MSG_LDAP_NO_SERVER, settings->display, 0, history->p,
                         NULL);
    if (code == LDAP_TIMEOUT || step == STEP_BIND)
        return dir_fail(s, code, words, err);
    struct strbuf text = {0};
    dir_words(s, code, words, &text);
    if (step != STEP_TLS || !blame_certificate(s, err))
        error_set(err, FAULT_INPUT, step == STEP_TLS ? MSG_LDAP_NO_TLS : MSG_LDAP_NO_CONNECTION,
                  s->url, 0, text.p, NULL);
    strbuf_release(&text);
    return false;
}

/* Would another server of the list answer differently? Not on who we are. */
static bool is_worth_another(int code, enum step step) {
    return step != STEP_BIND || code == LDAP_BUSY || code == LDAP_UNAVAILABLE ||
           code == LDAP_SERVER_DOWN || code == LDAP_TIMEOUT || code == LDAP_CONNECT_ERROR ||
           code == LDAP_DECODING_ERROR;
}

bool dir_session_open(struct dir_session **out, const struct ldap_settings *settings,
                      struct error *err) {
    struct dir_session *s = memory_zeroed(1, sizeof *s);
    struct strbuf history = {0}, words = {0};
    bool is_open = false;
    s->settings = settings;
    for (size_t i = 0; i < settings->urls.count && !is_open; i++) {
        enum step step;
        s->url = settings->urls.items[i];
        strbuf_clear(&words);
        struct quiet quiet;
        quiet_begin(&quiet);
        int code = try_url(s, &step, &words);
        quiet_end(&quiet);
        is_open = code == LDAP_SUCCESS;
        if (is_open)
            break;
        bool is_last = i + 1 == settings->urls.count;
        if (is_worth_another(code, step)) {
            strbuf_addf(&history, "%s%s ", history.n ? "; " : "", s->url);
            dir_words(s, code, words.n ? words.p : NULL, &history);
        } else {
            strbuf_clear(&history);
            is_last = true;
        }
        if (is_last) {
            fail_all(s, code, step, words.n ? words.p : NULL, &history, err);
            break;
        }
        hang_up(s);
    }
    strbuf_release(&history);
    strbuf_release(&words);
    if (is_open)
        *out = s;
    else
        dir_session_close(s);
    return is_open;
}

void dir_session_close(struct dir_session *s) {
    if (!s)
        return;
    hang_up(s);
    strbuf_release(&s->identity);
    free(s);
}

const char *dir_session_url(const struct dir_session *s) {
    return s->url;
}

const char *dir_session_tls(const struct dir_session *s) {
    return s->tls;
}

/* "Who am I?" (RFC 4532); false where the server does not say. */
static bool ask_identity(struct dir_session *s) {
    LDAPMessage *answer = NULL;
    struct berval *id = NULL;
    int64_t left_ms = dir_patience(s);
    int msgid, code;
    struct quiet quiet;
    quiet_begin(&quiet);
    code = ldap_extended_operation(s->ld, LDAP_EXOP_WHO_AM_I, NULL, NULL, NULL, &msgid);
    quiet_end(&quiet);
    if (code == LDAP_SUCCESS)
        code = dir_wait(s, msgid, LDAP_MSG_ALL, &left_ms, &answer);
    if (code == LDAP_SUCCESS &&
        ldap_parse_result(s->ld, answer, &code, NULL, NULL, NULL, NULL, 0) == LDAP_SUCCESS &&
        code == LDAP_SUCCESS)
        code = ldap_parse_extended_result(s->ld, answer, NULL, &id, 0);
    if (id && id->bv_len)
        strbuf_add(&s->identity, id->bv_val, id->bv_len);
    ber_bvfree(id);
    dir_free_message(answer);
    return s->identity.n > 0;
}

const char *dir_session_identity(struct dir_session *s) {
    static const char *const manners[] = {"anonymous", "simple", "external", "gssapi"};
    if (s->identity.n || ask_identity(s))
        return s->identity.p;
    bool is_simple = s->settings->bind == BIND_SIMPLE;
    strbuf_add_text(&s->identity, is_simple ? s->settings->bind_dn : manners[s->settings->bind]);
    return s->identity.p;
}
