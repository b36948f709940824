/*
 * The tables. Sources: Microsoft's "Active Directory Schema" (attribute syntaxes), slapo-ppolicy(5)
 * and slapo-lastbind(5), RFC 2307, RFC 2798, RFC 4512, and the 389 Directory Server's schema files.
 *
 * Where several attributes may say the same, the better one stands first. Active Directory's
 * lastLogon is exact but each controller keeps its own, lastLogonTimestamp is common and lags up to
 * 14 days: the newest of both is taken.
 */
#include "ldap_schema.h"

#include <strings.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define PEOPLE       COLUMN_OF_PEOPLE
#define ACCOUNTS     COLUMN_OF_ACCOUNTS
#define ALL          COLUMN_OF_ALL
#define SHOWN        (COLUMN_OF_ACCOUNTS | COLUMN_MUST_SHOW)
#define SHOWN_TO_ALL (COLUMN_OF_ALL | COLUMN_MUST_SHOW)

static const struct ldap_column ad_columns[] = {
    {"user_id", ACCOUNTS, COMBINE_FIRST, {"sAMAccountName"}},
    {"login", PEOPLE, COMBINE_FIRST, {"sAMAccountName"}},
    {"person_id", ALL, COMBINE_FIRST, {"employeeID", "employeeNumber"}},
    {"name", ALL, COMBINE_FIRST, {"displayName", "cn"}},
    {"kana", ALL, COMBINE_FIRST, {"msDS-PhoneticDisplayName"}},
    {"email", ALL, COMBINE_FIRST, {"mail"}},
    {"department_code", SHOWN_TO_ALL, COMBINE_FIRST, {"departmentNumber"}},
    {"department", SHOWN_TO_ALL, COMBINE_FIRST, {"department"}},
    {"position", PEOPLE, COMBINE_FIRST, {"title"}},
    {"employment", PEOPLE, COMBINE_FIRST, {"employeeType"}},
    {"role", SHOWN, COMBINE_ALL, {"memberOf"}},
    {"status", SHOWN, COMBINE_FIRST, {"userAccountControl"}},
    {"privileged", ACCOUNTS, COMBINE_FIRST, {"adminCount"}},
    {"created_on", ACCOUNTS, COMBINE_FIRST, {"whenCreated"}},
    {"last_login_on", SHOWN, COMBINE_NEWEST, {"lastLogonTimestamp", "lastLogon"}},
    {"password_changed_on", SHOWN, COMBINE_FIRST, {"pwdLastSet"}},
    {"expires_on", ACCOUNTS, COMBINE_FIRST, {"accountExpires"}},
};

static const struct ldap_column openldap_columns[] = {
    {"user_id", ACCOUNTS, COMBINE_FIRST, {"uid"}},
    {"login", PEOPLE, COMBINE_FIRST, {"uid"}},
    {"person_id", ALL, COMBINE_FIRST, {"employeeNumber"}},
    {"name", ALL, COMBINE_FIRST, {"displayName", "cn"}},
    {"kana", ALL, COMBINE_FIRST, {"displayName;lang-ja;phonetic", "cn;lang-ja;phonetic"}},
    {"email", ALL, COMBINE_FIRST, {"mail"}},
    {"department_code", SHOWN_TO_ALL, COMBINE_FIRST, {"departmentNumber"}},
    {"department", SHOWN_TO_ALL, COMBINE_FIRST, {"ou"}},
    {"position", PEOPLE, COMBINE_FIRST, {"title"}},
    {"employment", PEOPLE, COMBINE_FIRST, {"employeeType"}},
    {"role", SHOWN, COMBINE_ALL, {"memberOf"}},
    {"status", ACCOUNTS, COMBINE_FIRST, {"pwdAccountLockedTime"}},
    {"created_on", ACCOUNTS, COMBINE_FIRST, {"createTimestamp"}},
    {"last_login_on", SHOWN, COMBINE_NEWEST, {"pwdLastSuccess", "authTimestamp"}},
    {"password_changed_on", SHOWN, COMBINE_FIRST, {"pwdChangedTime", "shadowLastChange"}},
    {"expires_on", ACCOUNTS, COMBINE_FIRST, {"pwdEndTime", "shadowExpire"}},
};

static const struct ldap_column ds389_columns[] = {
    {"user_id", ACCOUNTS, COMBINE_FIRST, {"uid"}},
    {"login", PEOPLE, COMBINE_FIRST, {"uid"}},
    {"person_id", ALL, COMBINE_FIRST, {"employeeNumber"}},
    {"name", ALL, COMBINE_FIRST, {"displayName", "cn"}},
    {"kana", ALL, COMBINE_FIRST, {"displayName;lang-ja;phonetic", "cn;lang-ja;phonetic"}},
    {"email", ALL, COMBINE_FIRST, {"mail"}},
    {"department_code", SHOWN_TO_ALL, COMBINE_FIRST, {"departmentNumber"}},
    {"department", SHOWN_TO_ALL, COMBINE_FIRST, {"ou"}},
    {"position", PEOPLE, COMBINE_FIRST, {"title"}},
    {"employment", PEOPLE, COMBINE_FIRST, {"employeeType"}},
    {"role", SHOWN, COMBINE_ALL, {"memberOf"}},
    {"status", ACCOUNTS, COMBINE_FIRST, {"nsAccountLock"}},
    {"created_on", ACCOUNTS, COMBINE_FIRST, {"createTimestamp"}},
    {"last_login_on", SHOWN, COMBINE_NEWEST, {"lastLoginTime", "krbLastSuccessfulAuth"}},
    {"password_changed_on", SHOWN, COMBINE_FIRST, {"pwdUpdateTime", "krbLastPwdChange"}},
    {"expires_on", ACCOUNTS, COMBINE_FIRST, {"krbPrincipalExpiration", "shadowExpire"}},
};

static const struct ldap_column posix_columns[] = {
    {"user_id", ACCOUNTS, COMBINE_FIRST, {"uid"}},
    {"login", PEOPLE, COMBINE_FIRST, {"uid"}},
    {"person_id", ALL, COMBINE_FIRST, {"employeeNumber"}},
    {"name", ALL, COMBINE_FIRST, {"gecos", "cn"}},
    {"email", ALL, COMBINE_FIRST, {"mail"}},
    {"role", SHOWN, COMBINE_ALL, {"memberOf"}},
    {"created_on", ACCOUNTS, COMBINE_FIRST, {"createTimestamp"}},
    {"password_changed_on", SHOWN, COMBINE_FIRST, {"shadowLastChange"}},
    {"expires_on", ACCOUNTS, COMBINE_FIRST, {"shadowExpire"}},
};

/* The last row is what an unknown name falls to. */
static const struct ldap_schema schemas[] = {
    {"ad", "(&(objectCategory=person)(objectClass=user))", ad_columns, COUNT(ad_columns)},
    {"openldap", "(|(objectClass=person)(objectClass=account)(objectClass=posixAccount))",
     openldap_columns, COUNT(openldap_columns)},
    {"389ds", "(|(objectClass=person)(objectClass=account)(objectClass=posixAccount))",
     ds389_columns, COUNT(ds389_columns)},
    {"posix", "(objectClass=posixAccount)", posix_columns, COUNT(posix_columns)},
    {"none", "(objectClass=*)", NULL, 0},
};

static const struct {
    const char *attribute;
    ldap_decoder *decode;
} decoders[] = {
    {"accountExpires", decode_filetime_expiry},
    {"adminCount", decode_flag},
    {"authTimestamp", decode_generalized_time},
    {"badPasswordTime", decode_filetime},
    {"createTimestamp", decode_generalized_time},
    {"gecos", decode_gecos},
    {"krbLastPwdChange", decode_generalized_time},
    {"krbLastSuccessfulAuth", decode_generalized_time},
    {"krbPasswordExpiration", decode_generalized_time},
    {"krbPrincipalExpiration", decode_generalized_time},
    {"lastLoginTime", decode_generalized_time},
    {"lastLogon", decode_filetime},
    {"lastLogonTimestamp", decode_filetime},
    {"manager", decode_dn},
    {"member", decode_dn},
    {"memberOf", decode_dn},
    {"modifyTimestamp", decode_generalized_time},
    {"nsAccountLock", decode_lock_flag},
    {"owner", decode_dn},
    {"passwordExpirationTime", decode_generalized_time},
    {"pwdAccountLockedTime", decode_locked_time},
    {"pwdChangedTime", decode_generalized_time},
    {"pwdEndTime", decode_generalized_time},
    {"pwdLastSet", decode_filetime},
    {"pwdLastSuccess", decode_generalized_time},
    {"pwdStartTime", decode_generalized_time},
    {"pwdUpdateTime", decode_generalized_time},
    {"secretary", decode_dn},
    {"shadowExpire", decode_shadow_expiry},
    {"shadowLastChange", decode_shadow_days},
    {"uniqueMember", decode_dn},
    {"userAccountControl", decode_account_control},
    {"whenChanged", decode_generalized_time},
    {"whenCreated", decode_generalized_time},
};

const struct ldap_schema *ldap_schema_find(const char *name) {
    size_t i = 0;
    while (i + 1 < COUNT(schemas) && strcmp(schemas[i].name, name) != 0)
        i++;
    return &schemas[i];
}

ldap_decoder *ldap_schema_decoder(const struct ldap_schema *schema, struct span attribute) {
    if (schema->column_count)
        for (size_t i = 0; i < COUNT(decoders); i++)
            if (strlen(decoders[i].attribute) == attribute.n &&
                strncasecmp(decoders[i].attribute, attribute.p, attribute.n) == 0)
                return decoders[i].decode;
    return decode_text;
}

bool ldap_field_is_many(const char *field) {
    return strcmp(field, "role") == 0 || strcmp(field, "members") == 0;
}
