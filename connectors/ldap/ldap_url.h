/* What an address of a directory may be: a scheme, a host and a port, or the path of a socket. */
#ifndef TENKO_LDAP_URL_H
#define TENKO_LDAP_URL_H

#include "tenko/message.h"

#include <stdbool.h>

/* MSG_NONE, or why it is none. {0} of the sentence is the URL, but where it holds a secret. */
enum message_id ldap_url_fault(const char *url);
/* `scheme` with its "://". */
bool ldap_url_has_scheme(const char *url, const char *scheme);
/* Is the host "localhost", by name? */
bool ldap_url_is_localhost(const char *url);
/* Does the host name this machine and nothing else? */
bool ldap_url_is_loopback(const char *url);

#endif
