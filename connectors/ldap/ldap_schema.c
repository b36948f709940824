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
#define STATE        (COLUMN_OF_ACCOUNTS | COLUMN_OF_STATE)
#define SHOWN_TO_ALL (COLUMN_OF_ALL | COLUMN_MUST_SHOW)

static const struct ldap_column ad_columns[] = {
    {"user_id", ACCOUNTS, COMBINE_FIRST, {"sAMAccountName"}},
    {"login", PEOPLE, COMBINE_FIRST, {"sAMAccountName"}},
    {"person_id", ALL, COMBINE_FIRST, {"employeeID", "employeeNumber"}},
    {"name", ALL, COMBINE_FIRST, {"displayName", "cn"}},
    {"other_name", PEOPLE, COMBINE_NAMES, {"displayName", "cn"}},
    {"kana", ALL, COMBINE_FIRST, {"msDS-PhoneticDisplayName"}},
    {"email", ALL, COMBINE_ALL, {"mail"}},
    {"department_code", SHOWN_TO_ALL, COMBINE_ALL, {"departmentNumber"}},
    {"department", SHOWN_TO_ALL, COMBINE_ALL, {"department"}},
    {"position", PEOPLE, COMBINE_ALL, {"title"}},
    {"employment", PEOPLE, COMBINE_FIRST, {"employeeType"}},
    {"role", SHOWN, COMBINE_ALL, {"memberOf"}},
    {"status", SHOWN, COMBINE_STATE, {"userAccountControl", "msDS-UserAccountDisabled"}},
    {"privileged", ACCOUNTS, COMBINE_FIRST, {"adminCount"}},
    {"kind", ACCOUNTS, COMBINE_KIND, {"objectClass"}},
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
    {"other_name", PEOPLE, COMBINE_NAMES, {"displayName", "cn"}},
    {"kana", ALL, COMBINE_FIRST, {"displayName;lang-ja;phonetic", "cn;lang-ja;phonetic"}},
    {"email", ALL, COMBINE_ALL, {"mail"}},
    {"department_code", SHOWN_TO_ALL, COMBINE_ALL, {"departmentNumber"}},
    {"department", SHOWN_TO_ALL, COMBINE_ALL, {"ou"}},
    {"position", PEOPLE, COMBINE_ALL, {"title"}},
    {"employment", PEOPLE, COMBINE_FIRST, {"employeeType"}},
    {"role", SHOWN, COMBINE_ALL, {"memberOf"}},
    {"status", STATE, COMBINE_STATE, {"pwdAccountLockedTime"}},
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
    {"other_name", PEOPLE, COMBINE_NAMES, {"displayName", "cn"}},
    {"kana", ALL, COMBINE_FIRST, {"displayName;lang-ja;phonetic", "cn;lang-ja;phonetic"}},
    {"email", ALL, COMBINE_ALL, {"mail"}},
    {"department_code", SHOWN_TO_ALL, COMBINE_ALL, {"departmentNumber"}},
    {"department", SHOWN_TO_ALL, COMBINE_ALL, {"ou"}},
    {"position", PEOPLE, COMBINE_ALL, {"title"}},
    {"employment", PEOPLE, COMBINE_FIRST, {"employeeType"}},
    {"role", SHOWN, COMBINE_ALL, {"memberOf", "nsRole"}},
    {"status", STATE, COMBINE_STATE, {"nsAccountLock"}},
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
    {"other_name", PEOPLE, COMBINE_NAMES, {"cn"}},
    {"email", ALL, COMBINE_ALL, {"mail"}},
    {"role", SHOWN, COMBINE_ALL, {"memberOf"}},
    {"created_on", ACCOUNTS, COMBINE_FIRST, {"createTimestamp"}},
    {"password_changed_on", SHOWN, COMBINE_FIRST, {"shadowLastChange"}},
    {"expires_on", ACCOUNTS, COMBINE_FIRST, {"shadowExpire"}},
};

/* The last row is what an unknown name falls to. */
static const struct ldap_schema schemas[] = {
    {"ad", "(&(objectCategory=person)(objectClass=user))", ad_columns, COUNT(ad_columns), true},
    {"openldap", "(|(objectClass=person)(objectClass=account)(objectClass=posixAccount))",
     openldap_columns, COUNT(openldap_columns), false},
    {"389ds", "(|(objectClass=person)(objectClass=account)(objectClass=posixAccount))",
     ds389_columns, COUNT(ds389_columns), false},
    {"posix", "(objectClass=posixAccount)", posix_columns, COUNT(posix_columns), false},
    {"none", "(objectClass=*)", NULL, 0, false},
};

/* What an attribute's values are, decoded. The polarity of a state belongs to the attribute, never
 * to the word: TRUE is off in nsAccountLock and loginDisabled. */
static const struct {
    const char *attribute;
    ldap_decoder *decode;
    enum ldap_meaning meaning;
} decoders[] = {
    {"accountExpires", decode_filetime_end, MEANS_DAY},
    {"accountUnlockTime", decode_unlock_time, MEANS_STATE},
    {"adminCount", decode_flag, MEANS_OTHER},
    {"authTimestamp", decode_generalized_time, MEANS_DAY},
    {"badPasswordTime", decode_filetime, MEANS_DAY},
    {"createTimestamp", decode_generalized_time, MEANS_DAY},
    {"ds-pwp-account-disabled", decode_lock_flag, MEANS_STATE},
    {"ds-pwp-account-expiration-time", decode_generalized_end, MEANS_DAY},
    {"gecos", decode_gecos, MEANS_OTHER},
    {"ibm-pwdAccountLocked", decode_lock_flag, MEANS_STATE},
    {"isDeleted", decode_lock_flag, MEANS_STATE},
    {"isRecycled", decode_lock_flag, MEANS_STATE},
    {"krbLastPwdChange", decode_generalized_time, MEANS_DAY},
    {"krbLastSuccessfulAuth", decode_generalized_time, MEANS_DAY},
    {"krbPasswordExpiration", decode_generalized_time, MEANS_DAY},
    {"krbPrincipalExpiration", decode_generalized_end, MEANS_DAY},
    {"lastLoginTime", decode_generalized_time, MEANS_DAY},
    {"lastLogon", decode_filetime, MEANS_DAY},
    {"lastLogonTimestamp", decode_filetime, MEANS_DAY},
    {"lockoutTime", decode_lockout, MEANS_STATE},
    {"loginDisabled", decode_lock_flag, MEANS_STATE},
    {"loginExpirationTime", decode_generalized_end, MEANS_DAY},
    {"loginTime", decode_generalized_time, MEANS_DAY},
    {"modifyTimestamp", decode_generalized_time, MEANS_DAY},
    {"msDS-UserAccountDisabled", decode_lock_flag, MEANS_STATE},
    {"msExchUserAccountControl", decode_account_control, MEANS_STATE},
    {"nsAccountLock", decode_lock_flag, MEANS_STATE},
    {"passwordExpirationTime", decode_generalized_time, MEANS_DAY},
    {"pwdAccountLockedTime", decode_locked_time, MEANS_STATE},
    {"pwdChangedTime", decode_generalized_time, MEANS_DAY},
    {"pwdEndTime", decode_generalized_end, MEANS_DAY},
    {"pwdLastSet", decode_filetime, MEANS_DAY},
    {"pwdLastSuccess", decode_generalized_time, MEANS_DAY},
    {"pwdStartTime", decode_generalized_time, MEANS_DAY},
    {"pwdUpdateTime", decode_generalized_time, MEANS_DAY},
    {"shadowExpire", decode_shadow_end, MEANS_DAY},
    {"shadowLastChange", decode_shadow_days, MEANS_DAY},
    {"userAccountControl", decode_account_control, MEANS_STATE},
    {"whenChanged", decode_generalized_time, MEANS_DAY},
    {"whenCreated", decode_generalized_time, MEANS_DAY},
};

const struct ldap_schema *ldap_schema_find(const char *name) {
    size_t i = 0;
    while (i + 1 < COUNT(schemas) && strcmp(schemas[i].name, name) != 0)
        i++;
    return &schemas[i];
}

ldap_decoder *ldap_attribute_decoder(struct span attribute, enum ldap_meaning *meaning) {
    for (size_t i = 0; i < COUNT(decoders); i++)
        if (strlen(decoders[i].attribute) == attribute.n &&
            strncasecmp(decoders[i].attribute, attribute.p, attribute.n) == 0) {
            *meaning = decoders[i].meaning;
            return decoders[i].decode;
        }
    *meaning = MEANS_OTHER;
    return decode_text;
}

enum ldap_thing ldap_class_thing(struct span object_class) {
    static const struct {
        const char *name;
        enum ldap_thing thing;
    } classes[] = {
        {"computer", THING_MACHINE},
        {"msDS-ManagedServiceAccount", THING_MACHINE},
        {"msDS-GroupManagedServiceAccount", THING_MACHINE},
        {"msDS-DelegatedManagedServiceAccount", THING_MACHINE},
        {"ipaHost", THING_MACHINE},
        {"nsHost", THING_MACHINE},
        {"contact", THING_NO_PERSON},
        {"foreignSecurityPrincipal", THING_NO_PERSON},
        {"ipaHBACRule", THING_NO_PERSON},
        {"ipaSudoRule", THING_NO_PERSON},
    };
    for (size_t i = 0; i < COUNT(classes); i++)
        if (strlen(classes[i].name) == object_class.n &&
            strncasecmp(classes[i].name, object_class.p, object_class.n) == 0)
            return classes[i].thing;
    return THING_UNKNOWN;
}

bool ldap_is_no_role(struct span dn) {
    static const char *const begins[] = {"ipaUniqueID=", "cn=nsManagedDisabledRole,",
                                         "cn=nsDisabledRole,"};
    for (size_t i = 0; i < COUNT(begins); i++)
        if (dn.n > strlen(begins[i]) && strncasecmp(dn.p, begins[i], strlen(begins[i])) == 0)
            return true;
    return false;
}

bool ldap_field_is_many(const char *field) {
    static const char *const many[] = {"role",       "members",    "email",
                                       "login",      "department", "department_code",
                                       "other_name", "position",   "job_type"};
    for (size_t i = 0; i < COUNT(many); i++)
        if (strcmp(field, many[i]) == 0)
            return true;
    return false;
}

bool ldap_field_is_person(const char *field) {
    return strcmp(field, "owner") == 0 || strcmp(field, "members") == 0 ||
           strcmp(field, "manager") == 0;
}
