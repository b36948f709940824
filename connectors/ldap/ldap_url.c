#include "ldap_url.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool ldap_url_has_scheme(const char *url, const char *scheme) {
    return strncasecmp(url, scheme, strlen(scheme)) == 0;
}

static bool is_end(char c) {
    return c == '\0' || c == '/';
}

/* The end of the host, or a port and then the end. */
static bool is_port(const char *text) {
    char *end = NULL;
    if (is_end(*text))
        return true;
    if (*text != ':' || text[1] < '0' || text[1] > '9')
        return false;
    return strtoul(text + 1, &end, 10) <= UINT16_MAX && is_end(*end);
}

/* host, host:389, [::1]:636 */
static bool is_host(const char *text) {
    if (*text == '[') {
        const char *end = strchr(text, ']');
        return end && is_port(end + 1);
    }
    size_t n = strcspn(text, ":/,?");
    return n > 0 && is_port(text + n);
}

enum message_id ldap_url_fault(const char *url) {
    bool is_socket = ldap_url_has_scheme(url, "ldapi://");
    bool is_network = ldap_url_has_scheme(url, "ldap://") || ldap_url_has_scheme(url, "ldaps://");
    if (!is_socket &&
        strchr(url, '@')) /* user:password@host would be shown with the source's name */
        return MSG_LDAP_URL_SECRET;
    if (!is_socket && !is_network)
        return MSG_LDAP_BAD_URL;
    const char *host = strstr(url, "://") + 3, *behind = host + strcspn(host, "/");
    if (is_network && !is_host(host))
        return MSG_LDAP_BAD_URL;
    if (*behind && behind[1])
        return is_socket ? MSG_LDAP_BAD_URL : MSG_LDAP_URL_REST;
    return MSG_NONE;
}

bool ldap_url_is_localhost(const char *url) {
    const char *host = strstr(url, "://") + 3;
    return strcspn(host, ":/") == 9 && strncasecmp(host, "localhost", 9) == 0;
}

/* Does the URL's host name this machine and nothing else? */
bool ldap_url_is_loopback(const char *url) {
    const char *host = strstr(url, "://") + 3;
    if (strncmp(host, "[::1]", 5) == 0)
        return host[5] == '\0' || host[5] == ':' || host[5] == '/';
    size_t n = strcspn(host, ":/");
    if (ldap_url_is_localhost(url))
        return true;
    unsigned a, b, c, d;
    int used = 0;
    return sscanf(host, "%3u.%3u.%3u.%3u%n", &a, &b, &c, &d, &used) == 4 && (size_t)used == n &&
           a == 127;
}
