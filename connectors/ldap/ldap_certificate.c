/* Reads a refused certificate with OpenSSL's X.509, for the message alone: whether to trust it was
 * decided before, by the TLS library. */
#include "ldap_certificate.h"

#include "tenko/date.h"

#include <arpa/inet.h>
#include <openssl/x509v3.h>

static void add_day(const ASN1_TIME *time, struct strbuf *what) {
    struct tm tm;
    char day[11] = "";
    if (ASN1_TIME_to_tm(time, &tm) == 1)
        date_format(date_from_civil(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday), day);
    strbuf_add_text(what, day);
}

static void add_address(const ASN1_OCTET_STRING *address, struct strbuf *what) {
    char text[INET6_ADDRSTRLEN] = "?";
    int n = ASN1_STRING_length(address);
    if (n == 4 || n == 16)
        inet_ntop(n == 4 ? AF_INET : AF_INET6, ASN1_STRING_get0_data(address), text, sizeof text);
    strbuf_add_text(what, text);
}

/* The host names and addresses that the certificate is for. */
static void add_names(X509 *certificate, struct strbuf *what) {
    GENERAL_NAMES *names = X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
    for (int i = 0; i < sk_GENERAL_NAME_num(names); i++) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i);
        if (name->type != GEN_DNS && name->type != GEN_IPADD)
            continue;
        strbuf_add_text(what, what->n ? ", " : "");
        if (name->type == GEN_DNS)
            strbuf_add(what, ASN1_STRING_get0_data(name->d.dNSName),
                       (size_t)ASN1_STRING_length(name->d.dNSName));
        else
            add_address(name->d.iPAddress, what);
    }
    GENERAL_NAMES_free(names);
    if (what->n == 0)
        strbuf_add_char(what, '-');
}

static bool is_for(X509 *certificate, const char *host) {
    return X509_check_ip_asc(certificate, host, 0) == 1 ||
           X509_check_host(certificate, host, strlen(host), 0, NULL) == 1;
}

bool certificate_is_for(struct span der, const char *host) {
    const unsigned char *bytes = (const unsigned char *)der.p;
    X509 *certificate = d2i_X509(NULL, &bytes, (long)der.n);
    bool is = certificate && is_for(certificate, host);
    X509_free(certificate);
    return is;
}

enum message_id certificate_fault(struct span der, const char *host, int64_t now_s,
                                  struct strbuf *what) {
    const unsigned char *bytes = (const unsigned char *)der.p;
    X509 *certificate = d2i_X509(NULL, &bytes, (long)der.n);
    time_t now = (time_t)now_s;
    enum message_id fault;
    if (!certificate)
        return MSG_NONE;
    if (X509_cmp_time(X509_get0_notAfter(certificate), &now) < 0) {
        fault = MSG_LDAP_CERTIFICATE_ENDED;
        add_day(X509_get0_notAfter(certificate), what);
    } else if (X509_cmp_time(X509_get0_notBefore(certificate), &now) > 0) {
        fault = MSG_LDAP_CERTIFICATE_EARLY;
        add_day(X509_get0_notBefore(certificate), what);
    } else if (!is_for(certificate, host)) {
        fault = MSG_LDAP_CERTIFICATE_HOST;
        add_names(certificate, what);
    } else {
        char issuer[256];
        fault = MSG_LDAP_CERTIFICATE_ISSUER;
        X509_NAME_oneline(X509_get_issuer_name(certificate), issuer, sizeof issuer);
        strbuf_add_text(what, issuer);
    }
    X509_free(certificate);
    return fault;
}
