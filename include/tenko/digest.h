/* SHA-256 (FIPS 180-4) by OpenSSL's libcrypto. */
#ifndef TENKO_DIGEST_H
#define TENKO_DIGEST_H

#include "tenko/span.h"

#include <stdint.h>

#define DIGEST_HEX_SIZE 65 /* 64 hex digits and NUL */

struct digest;

struct digest *digest_new(void);
void digest_add(struct digest *d, const void *bytes, size_t n);
/* Writes 64 hex digits and NUL, frees d. */
void digest_finish(struct digest *d, char hex[DIGEST_HEX_SIZE]);
/* The 32 bytes themselves; d begins anew. For many short texts, which would else pay for a new one
 * each. */
#define DIGEST_SIZE 32
void digest_take(struct digest *d, unsigned char out[DIGEST_SIZE]);
void digest_free(struct digest *d); /* NULL is fine */
/* Of everything that the descriptor gives until its end; *bytes says how much. Returns 0 or errno.
 */
int digest_file(int fd, char hex[DIGEST_HEX_SIZE], uint64_t *bytes);

/* The first 64 bits of the SHA-256 of the texts, each followed by a NUL byte, big endian. */
uint64_t digest_id(const struct span *texts, size_t count);

#endif
