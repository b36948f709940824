/* What the files that speak libldap share: ldap_session.c, ldap_answer.c, ldap_search.c. */
#ifndef TENKO_LDAP_INTERNAL_H
#define TENKO_LDAP_INTERNAL_H

#include "ldap_facade.h"

#include <ldap.h>
#include <signal.h>

struct dir_session {
    LDAP *ld;
    const struct ldap_settings *settings;
    const char *url;
    char tls[32];
    struct strbuf identity;
};

/*
 * Sends without SIGPIPE: a server that hung up is an error code here, never the end of the program.
 * The signal is held back for this thread alone, and a pending one of ours is swallowed.
 */
struct quiet {
    sigset_t before;
    bool was_pending;
};
void quiet_begin(struct quiet *q);
void quiet_end(const struct quiet *q);

/* Waits for (the rest of) an answer: an LDAP result code. `all` is LDAP_MSG_ONE or LDAP_MSG_ALL.
 * *left_ms is what may still be waited, and is lessened by what was: the caller's own work between
 * two messages costs the server nothing. On LDAP_TIMEOUT the request is abandoned. */
int dir_wait(struct dir_session *s, int msgid, int all, int64_t *left_ms, LDAPMessage **answer);
int64_t dir_patience(const struct dir_session *s); /* timeout_s in ms */
/* Frees an LDAPMessage; NULL is fine. */
void dir_free_message(LDAPMessage *m);

/* What the server said to an earlier question is no answer to the next one. */
void dir_forget_words(struct dir_session *s);
/* The code's own text, and the server's words behind it: "Size limit exceeded (4): …". */
void dir_words(struct dir_session *s, int code, const char *server_words, struct strbuf *out);
/* Fails with what is known of a result code: what it means here, and what to do. */
bool dir_fail(struct dir_session *s, int code, const char *server_words, struct error *err);

#endif
