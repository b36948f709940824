/* SHA-256 by libcrypto. */
#include "tenko/digest.h"

#include "tenko/ending.h"
#include "tenko/memory.h"

#include <errno.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

enum { NO_SHA256_STATUS = 4, BLOCK_BYTES = 1 << 16 };

struct digest {
    EVP_MD_CTX *context;
};

/* It fails only without the algorithm, and nothing can be proved then. */
static void must(int ok) {
    static const char text[] = "tenko: OpenSSL has no SHA-256: check its configuration\n";
    if (ok)
        return;
    ssize_t ignored = write(STDERR_FILENO, text, sizeof text - 1);
    (void)ignored;
    ending_now(NO_SHA256_STATUS);
}

/* Fetched once: libcrypto would look the algorithm up for every digest. */
static EVP_MD *algorithm;

static void fetch(void) {
    algorithm = EVP_MD_fetch(NULL, "SHA256", NULL);
    must(algorithm != NULL);
}

static const EVP_MD *sha256(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, fetch);
    return algorithm;
}

struct digest *digest_new(void) {
    struct digest *d = memory_alloc(sizeof *d);
    const EVP_MD *md = sha256();
    d->context = EVP_MD_CTX_new();
    must(d->context && EVP_DigestInit_ex(d->context, md, NULL));
    return d;
}

void digest_add(struct digest *d, const void *bytes, size_t n) {
    must(EVP_DigestUpdate(d->context, bytes, n));
}

void digest_finish(struct digest *d, char hex[DIGEST_HEX_SIZE]) {
    static const char digits[] = "0123456789abcdef";
    unsigned char raw[SHA256_DIGEST_LENGTH];
    must(EVP_DigestFinal_ex(d->context, raw, NULL));
    for (size_t i = 0; i < sizeof raw; i++) {
        hex[2 * i] = digits[raw[i] >> 4];
        hex[2 * i + 1] = digits[raw[i] & 15];
    }
    hex[DIGEST_HEX_SIZE - 1] = '\0';
    digest_free(d);
}

void digest_take(struct digest *d, unsigned char out[DIGEST_SIZE]) {
    must(EVP_DigestFinal_ex(d->context, out, NULL) && EVP_DigestInit_ex(d->context, NULL, NULL));
}

void digest_free(struct digest *d) {
    if (!d)
        return;
    EVP_MD_CTX_free(d->context);
    free(d);
}

int digest_file(int fd, char hex[DIGEST_HEX_SIZE], uint64_t *bytes) {
    char block[BLOCK_BYTES];
    struct digest *d = digest_new();
    ssize_t n;
    *bytes = 0;
    while ((n = read(fd, block, sizeof block)) > 0) {
        digest_add(d, block, (size_t)n);
        *bytes += (uint64_t)n;
    }
    int error = n < 0 ? errno : 0;
    digest_finish(d, hex);
    return error;
}

uint64_t digest_id(const struct span *texts, size_t count) {
    unsigned char raw[SHA256_DIGEST_LENGTH];
    unsigned char small[512] = {0}, *all = small;
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        n += texts[i].n + 1;
    if (n > sizeof small)
        all = memory_alloc(n);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        if (texts[i].n)
            memcpy(all + at, texts[i].p, texts[i].n);
        at += texts[i].n;
        all[at++] = 0;
    }
    must(EVP_Digest(all, n, raw, NULL, sha256(), NULL));
    if (all != small)
        free(all);
    uint64_t id = 0;
    for (int i = 0; i < 8; i++)
        id = id << 8 | raw[i];
    return id;
}
