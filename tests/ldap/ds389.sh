#!/bin/sh
# 389 Directory Server, by the recipe of docs/LDAP.md word for word: the reading account has that ACI and
# nothing else. Accounts are locked in the ways that this server has; groups stand in groups; roles are its own.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/ds389_server.sh"
need_389
start_389

manual=$here/../../docs/LDAP.md
# modify_389 COMMAND: LDIF on stdin, as the root
modify_389() { "$1" -x -D cn=root -w Root-Passw0rd -H "ldap://127.0.0.1:$port" >"$work/ldif.log" 2>&1 || { tail -n 3 "$work/ldif.log"; exit 1; }; }

modify_389 ldapadd <<'END'
dn: cn=people,cn=ldbm database,cn=plugins,cn=config
objectClass: top
objectClass: extensibleObject
objectClass: nsBackendInstance
cn: people
nsslapd-suffix: dc=example,dc=jp

dn: cn="dc=example,dc=jp",cn=mapping tree,cn=config
objectClass: top
objectClass: extensibleObject
objectClass: nsMappingTree
cn: dc=example,dc=jp
nsslapd-state: backend
nsslapd-backend: people

dn: dc=example,dc=jp
objectClass: top
objectClass: domain
dc: example

END
modify_389 ldapmodify <<'END'
dn: cn=MemberOf Plugin,cn=plugins,cn=config
changetype: modify
replace: nsslapd-pluginEnabled
nsslapd-pluginEnabled: on

END
kill "$pid"
wait "$pid" 2>/dev/null
restart_389

{
  for ou in people groups services; do
    printf 'dn: ou=%s,dc=example,dc=jp\nobjectClass: organizationalUnit\nou: %s\n\n' $ou $ou
  done
  printf 'dn: uid=tenko,ou=services,dc=example,dc=jp\nobjectClass: inetOrgPerson\nuid: tenko\ncn: tenko\nsn: tenko\nuserPassword: pass word\n\n'
  cat <<'END'
dn: cn=nsManagedDisabledRole,dc=example,dc=jp
objectClass: LDAPsubentry
objectClass: nsRoleDefinition
objectClass: nsSimpleRoleDefinition
objectClass: nsManagedRoleDefinition
cn: nsManagedDisabledRole

dn: cn=nsDisabledRole,dc=example,dc=jp
objectClass: LDAPsubentry
objectClass: nsRoleDefinition
objectClass: nsComplexRoleDefinition
objectClass: nsNestedRoleDefinition
cn: nsDisabledRole
nsRoleDN: cn=nsManagedDisabledRole,dc=example,dc=jp

dn: cn=nsAccountInactivationTmp,dc=example,dc=jp
objectClass: nsContainer
cn: nsAccountInactivationTmp

dn: cn="cn=nsDisabledRole,dc=example,dc=jp",cn=nsAccountInactivationTmp,dc=example,dc=jp
objectClass: extensibleObject
objectClass: cosTemplate
objectClass: LDAPsubentry
cosPriority: 1
nsAccountLock: true

dn: cn=nsAccountInactivation_cos,dc=example,dc=jp
objectClass: LDAPsubentry
objectClass: cosSuperDefinition
objectClass: cosClassicDefinition
cosTemplateDn: cn=nsAccountInactivationTmp,dc=example,dc=jp
cosSpecifier: nsRole
cosAttribute: nsAccountLock operational

dn: cn=Auditors,dc=example,dc=jp
objectClass: LDAPsubentry
objectClass: nsRoleDefinition
objectClass: nsSimpleRoleDefinition
objectClass: nsManagedRoleDefinition
cn: Auditors

END
  for i in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20; do
    printf 'dn: uid=d%s,ou=people,dc=example,dc=jp\nobjectClass: inetOrgPerson\nuid: d%s\ncn: d%s\nsn: d%s\nemployeeNumber: 00%s\nmail: d%s@example.test\n' $i $i $i $i $i $i
    case $i in
      05) echo 'nsRoleDN: cn=nsManagedDisabledRole,dc=example,dc=jp' ;;
      09) echo 'nsRoleDN: cn=Auditors,dc=example,dc=jp' ;;
    esac
    echo
  done
  printf 'dn: cn=G-In,ou=groups,dc=example,dc=jp\nobjectClass: groupOfNames\ncn: G-In\nmember: uid=d08,ou=people,dc=example,dc=jp\n\n'
  printf 'dn: cn=G-Out,ou=groups,dc=example,dc=jp\nobjectClass: groupOfNames\ncn: G-Out\nmember: cn=G-In,ou=groups,dc=example,dc=jp\n\n'
} | modify_389 ldapadd
{
  for i in 03 04; do
    printf 'dn: uid=d%s,ou=people,dc=example,dc=jp\nchangetype: modify\nreplace: nsAccountLock\nnsAccountLock: true\n\n' $i
  done
  printf 'dn: uid=d06,ou=people,dc=example,dc=jp\nchangetype: modify\nadd: lastLoginTime\nlastLoginTime: 20250601000000Z\n\n'
} | modify_389 ldapmodify
printf 'pass word\n' >"$work/password"
chmod 600 "$work/password"
reader="bind=simple bind_dn=uid=tenko,ou=services,dc=example,dc=jp password_file=$work/password"
ldap=url=ldap://127.0.0.1:$port
base=base=ou=people,dc=example,dc=jp

# Without the recipe the account sees nothing: no list, and not an empty one.
read_rows "$ldap" "$base" schema=389ds $reader
failed "without the ACI" 3 'answered with 0 entries|no such base'

# recipe EDIT: the ACI of the manual, changed by sed
recipe() {
  {
    printf 'dn: dc=example,dc=jp\nchangetype: modify\nreplace: aci\n'
    awk '/^   aci: /{on=1} /```/{on=0} on{sub(/^   /, ""); print}' "$manual" | sed "$1"
    echo
  } | modify_389 ldapmodify
}
recipe ''
read_rows --facts "$ldap" "$base" schema=389ds $reader
is "all 20" "0 20" "$status $(count_rows)"
is "nsAccountLock" "disabled disabled" "$(cell status user_id d03) $(cell status user_id d04)"
is "the disabled role, through its class of service" disabled "$(cell status user_id d05)"
is "nobody else" 3 "$(column status | grep -c '^disabled$')"
is "the last login" 2025-06-01 "$(cell last_login_on user_id d06)"
is "no last login" "" "$(cell last_login_on user_id d07)"
is "groups in groups" "G-In|G-Out" "$(groups user_id d08)"
is "a role of the server's own, which writes DNs in lower case" auditors "$(groups user_id d09)"
is "the disabled role is a state and no role" "" "$(groups user_id d05)"
has "the server's name" 'fact ldap-fact-server: 389 Project 389-Directory' "$work/out"
hasnt "passwords stay hidden" 'userPassword' "$work/out"
read_rows "$ldap" "$base" schema=389ds $reader page_size=3
is "pages, with a cookie that never changes" 20 "$(count_rows)"

# Without the right to objectClass the default filter finds nobody; without nsAccountLock it is said.
recipe 's/objectClass || //'
read_rows "$ldap" "$base" schema=389ds $reader
failed "without objectClass" 3 'answered with 0 entries'
recipe 's/ || nsAccountLock//'
read_rows --facts "$ldap" "$base" schema=389ds $reader
has "without nsAccountLock: an issue" 'remark ldap-state-unseen, ldap-all-in-use: nsAccountLock' "$work/out"
has "and named as hidden" 'fact ldap-fact-hidden: .*nsAccountLock' "$work/out"

finish
