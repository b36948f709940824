/* The file of trusted authorities (tls_ca): what it holds, and a form of it that every TLS library
 * reads. */
#ifndef TENKO_LDAP_AUTHORITY_H
#define TENKO_LDAP_AUTHORITY_H

#include "tenko/error.h"

/*
 * Reads the certificates in `path`. *fd is −1 where the file can be handed on as it is (PEM), else
 * a file in memory with the same certificates in PEM, the caller's to close: for DER, which Windows
 * exports as .cer, and for PEM behind a byte order mark. Returns MSG_NONE, or what is wrong with
 * the file; *system_error is errno where it could not be read, else 0.
 */
enum message_id authority_read(const char *path, int *fd, int *system_error);

#endif
