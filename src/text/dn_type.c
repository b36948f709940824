/* One name for an attribute that DNs call by several (RFC 4514 section 3, RFC 4519). */
#include "dn.h"

#include <strings.h>

struct span dn_usual_type(struct span type) {
    static const struct {
        const char *name, *usual;
    } names[] = {
        {"commonname", "cn"},
        {"2.5.4.3", "cn"},
        {"organizationalunitname", "ou"},
        {"2.5.4.11", "ou"},
        {"organizationname", "o"},
        {"2.5.4.10", "o"},
        {"userid", "uid"},
        {"0.9.2342.19200300.100.1.1", "uid"},
        {"domaincomponent", "dc"},
        {"0.9.2342.19200300.100.1.25", "dc"},
        {"surname", "sn"},
        {"2.5.4.4", "sn"},
        {"2.5.4.6", "c"},
        {"2.5.4.7", "l"},
        {"2.5.4.8", "st"},
        {"rfc822mailbox", "mail"},
        {"0.9.2342.19200300.100.1.3", "mail"},
    };
    enum { OID_BYTES = 4, SHORT = 3 };
    if (type.n <= SHORT) /* nearly all */
        return type;
    if (strncasecmp(type.p, "oid.", OID_BYTES) == 0)
        type = (struct span){type.p + OID_BYTES, type.n - OID_BYTES};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (type.n == strlen(names[i].name) && strncasecmp(type.p, names[i].name, type.n) == 0)
            return span_of(names[i].usual);
    }
    return type;
}
