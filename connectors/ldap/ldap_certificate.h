/* Why a server's certificate was not accepted: libldap only says that it was not. */
#ifndef TENKO_LDAP_CERTIFICATE_H
#define TENKO_LDAP_CERTIFICATE_H

#include "tenko/message.h"

#include <stdint.h>

/* The sentence for a certificate (DER) that was refused for this host, with its argument {0}
 * appended to *what: the day it ended or begins, the names in it, or its issuer. MSG_NONE where the
 * bytes are no certificate. */
enum message_id certificate_fault(struct span der, const char *host, int64_t now_s,
                                  struct strbuf *what);

/* Is the certificate (DER) for that host? Says nothing of trust. */
bool certificate_is_for(struct span der, const char *host);

#endif
