/* The ldap connector: a directory as roster or as list of accounts. */
#ifndef TENKO_LDAP_CONNECTOR_H
#define TENKO_LDAP_CONNECTOR_H

#include "tenko/connector.h"

extern const struct connector ldap_connector;

#endif
