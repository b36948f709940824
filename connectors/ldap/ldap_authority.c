/* Certificates are parsed with OpenSSL, whichever library libldap was built with: a file that holds
 * none would otherwise trust nobody, and the server's certificate would be blamed for it. */
#include "ldap_authority.h"

#include "tenko/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_BYTES ((size_t)16 << 20) /* the authorities of a whole machine are 200 KiB */

/* One byte more than is read at most says that there is more. */
static bool read_file(const char *path, struct strbuf *out) {
    char piece[4096];
    ssize_t n = -1;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return false;
    while (out->n <= MAX_BYTES && (n = read(fd, piece, sizeof piece)) > 0)
        strbuf_add(out, piece, (size_t)n);
    int saved = errno;
    close(fd);
    errno = saved;
    return n >= 0;
}

static size_t mark_bytes(struct span text) {
    return text.n >= 3 && memcmp(text.p, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

/* How many certificates the text has in PEM; those behind a broken one do not count. */
static size_t count_pem(struct span text) {
    size_t count = 0;
    BIO *in = BIO_new_mem_buf(text.p, (int)text.n);
    X509 *certificate;
    while (in && (certificate = PEM_read_bio_X509_AUX(in, NULL, NULL, NULL))) {
        X509_free(certificate);
        count++;
    }
    BIO_free(in);
    ERR_clear_error();
    return count;
}

static int file_in_memory(struct span text) {
    int fd = memfd_create("tls_ca", MFD_CLOEXEC);
    for (size_t at = 0; fd >= 0 && at < text.n;) {
        ssize_t n = write(fd, text.p + at, text.n - at);
        if (n < 0) {
            close(fd);
            return -1;
        }
        at += (size_t)n;
    }
    return fd;
}

/* The text as one certificate in DER: a PEM file in memory, or −1. */
static int pem_of_der(struct span text) {
    const unsigned char *bytes = (const unsigned char *)text.p;
    X509 *certificate = d2i_X509(NULL, &bytes, (long)text.n);
    BIO *out = BIO_new(BIO_s_mem());
    int fd = -1;
    if (certificate && out && PEM_write_bio_X509(out, certificate) == 1) {
        char *pem;
        long n = BIO_get_mem_data(out, &pem);
        fd = file_in_memory((struct span){pem, (size_t)n});
    }
    BIO_free(out);
    X509_free(certificate);
    ERR_clear_error();
    return fd;
}

enum message_id authority_read(const char *path, int *fd, int *system_error) {
    struct strbuf file = {0};
    enum message_id fault = MSG_NONE;
    *fd = -1;
    *system_error = 0;
    if (!read_file(path, &file)) {
        *system_error = errno;
        strbuf_release(&file);
        return MSG_LDAP_FILE_UNREADABLE;
    }
    struct span text = strbuf_span(&file);
    size_t mark = mark_bytes(text);
    struct span body = {text.p + mark, text.n - mark};
    if (text.n > MAX_BYTES)
        fault = MSG_LDAP_CA_LARGE;
    else if (body.n == 0)
        fault = MSG_LDAP_CA_EMPTY;
    else if (count_pem(body) > 0)
        *fd = mark ? file_in_memory(body) : -1;
    else if ((*fd = pem_of_der(body)) < 0)
        fault = MSG_LDAP_CA_BROKEN;
    strbuf_release(&file);
    return fault;
}
