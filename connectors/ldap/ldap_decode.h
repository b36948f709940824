/*
 * Decoders: how a directory writes a status, a day or a name, and what Tenko reads. Pure functions,
 * one a manner of writing; which attribute is written how stands in ldap_schema.c.
 */
#ifndef TENKO_LDAP_DECODE_H
#define TENKO_LDAP_DECODE_H

#include "tenko/strbuf.h"
#include "tenko/zone.h"

enum decoded {
    DECODED_VALUE,   /* appended to *out */
    DECODED_NONE,    /* the value says "none": never, not yet. Nothing was appended */
    DECODED_GARBAGE, /* not written as this attribute's values are. Nothing was appended */
};

typedef enum decoded ldap_decoder(struct span value, const struct zone *zone, struct strbuf *out);

/* Instants: the ISO day that it was then in the zone. */
ldap_decoder decode_filetime;         /* 100 ns since 1601; 0 and the largest number: none */
ldap_decoder decode_generalized_time; /* 20240331235959.0Z, 202403312359+0900 */
/* Instants from which on something is over: the last day on which it still was (zone_last_day). */
ldap_decoder decode_filetime_end; /* days after the year 9999 are "never" too */
ldap_decoder decode_generalized_end;
/* Days as they are written. */
ldap_decoder decode_shadow_days; /* days since 1970; −1: none, 0: must change, so none */
/* The day before shadowExpire, on which the account is off already; 0 is garbage: two readings are
 * in use. */
ldap_decoder decode_shadow_end;

/* Status: "enabled", "disabled". */
ldap_decoder decode_account_control; /* bits of userAccountControl: 0x2 is disabled */
/* Does a userAccountControl, or a sAMAccountType, speak of a computer's or a trusting domain's
 * account? */
bool control_is_of_machine(struct span value);
bool type_is_of_machine(struct span value);
ldap_decoder decode_lock_flag; /* nsAccountLock, loginDisabled …: TRUE is disabled */
/* pwdAccountLockedTime: 000001010000Z was locked by an administrator, for good. Any other time is
 * the passing lock after wrong passwords: whoever waits can log in, so the account is enabled. */
ldap_decoder decode_locked_time;
ldap_decoder decode_unlock_time; /* accountUnlockTime: the same; 1970 is for good */
ldap_decoder decode_lockout;     /* lockoutTime: a passing lock always */

ldap_decoder decode_flag;  /* adminCount: "yes", "no" */
ldap_decoder decode_dn;    /* the first RDN's value: CN=a\, b,OU=x → a, b */
ldap_decoder decode_gecos; /* the full name before the first comma */
ldap_decoder decode_text;  /* as it is */

#endif
