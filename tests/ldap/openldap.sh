#!/bin/sh
# OpenLDAP: connections, pages under a hard size limit of 500, decoders, groups, odd values.
. "$(dirname "$0")/lib.sh"
need_slapd

make_ca
make_certificate server 2 'IP:127.0.0.1'

# 5,000 people. Number 7 was locked by an administrator, number 8 by wrong passwords; 9 has two uids
# and two mail addresses, 10 a Japanese name beside the Latin one, 11 a description that is no text.
people() {
  base_entry
  for ou in people groups policies; do
    printf 'dn: ou=%s,dc=example,dc=com\nobjectClass: organizationalUnit\nou: %s\n\n' $ou $ou
  done
  cat <<'EOF'
dn: cn=default,ou=policies,dc=example,dc=com
objectClass: organizationalRole
objectClass: pwdPolicy
cn: default
pwdAttribute: userPassword
pwdLockout: TRUE

EOF
  awk 'BEGIN {
    for (i = 1; i <= 5000; i++) {
      printf "dn: uid=u%05d,ou=people,dc=example,dc=com\nobjectClass: inetOrgPerson\n", i
      printf "uid: u%05d\n%scn: Person %d\nsn: %d\nemployeeNumber: %06d\n", i, i == 9 ? "uid: another\n" : "", i, i, i
      printf "departmentNumber: %d\nou: Section %d\ntitle: Clerk\n", i % 10, i % 10
      printf "mail: u%05d@example.com\n%spwdChangedTime: 20260101120000Z\n", i, i == 9 ? "mail: second@example.com\n" : ""
      if (i % 2 || i > 4900) printf "pwdLastSuccess: 20260301235959Z\n"
      if (i == 7) printf "pwdAccountLockedTime: 000001010000Z\n"
      if (i == 8) printf "pwdAccountLockedTime: 20260330000000Z\n"
      if (i == 10) printf "cn;lang-ja:: 5bGx55Sw5aSq6YOO\ncn;lang-ja;phonetic:: 44Ok44Oe44OAIOOCv+ODreOCpg==\n"
      if (i == 11) printf "jpegPhoto:: /9j/4AD/\n"
      printf "\n"
    }
    print "dn: cn=all\\, of us,ou=groups,dc=example,dc=com\nobjectClass: groupOfNames\ncn: all, of us"
    for (i = 1; i <= 2000; i++) printf "member: uid=u%05d,ou=people,dc=example,dc=com\n", i
    print "\ndn: cn=unique,ou=groups,dc=example,dc=com\nobjectClass: groupOfUniqueNames\ncn: unique"
    print "uniqueMember: UID=U00001, OU=people, DC=example,DC=com\n"
    print "dn: cn=unix,ou=groups,dc=example,dc=com\nobjectClass: posixGroup\ncn: unix\ngidNumber: 9"
    print "memberUid: u00001\nmemberUid: u00002\n"
  }'
}

# limits: the reader may page through everything, the cut one may not; nobody reads passwords.
prepare_slapd main server <<'EOF'
overlay memberof
overlay ppolicy
ppolicy_default cn=default,ou=policies,dc=example,dc=com
limits dn.exact="uid=u00002,ou=people,dc=example,dc=com" size.soft=500 size.hard=500 size.prtotal=500
limits dn.exact="uid=u00003,ou=people,dc=example,dc=com" size.pr=noEstimate size.prtotal=disabled
limits * size.soft=500 size.hard=500 size.prtotal=unlimited
access to attrs=userPassword by anonymous auth by * none
access to attrs=employeeNumber by dn.exact="uid=u00004,ou=people,dc=example,dc=com" none by * read
access to * by * read
EOF
people >"$work/people.ldif"
load main "$work/people.ldif"
start_slapd main
hash=$(slappasswd -s secret)
for user in u00001 u00002 u00003 u00004; do
  printf 'dn: uid=%s,ou=people,dc=example,dc=com\nchangetype: modify\nreplace: userPassword\nuserPassword: %s\n\n' $user "$hash"
done >"$work/passwords.ldif"
ldapmodify -x -D cn=root,dc=example,dc=com -w root-secret -H "ldap://127.0.0.1:$port" -f "$work/passwords.ldif" >/dev/null ||
  { echo "cannot set passwords"; exit 1; }
printf 'secret\n' >"$work/password"
chmod 600 "$work/password"

base="base=ou=people,dc=example,dc=com"
ldapi="url=ldapi://$socket"
ldap="url=ldap://127.0.0.1:$port"
ldaps="url=ldaps://127.0.0.1:$tls_port"
ca="tls_ca=$work/ca.pem"
# simple NUMBER: the options of a login as that person
simple() { printf 'bind=simple bind_dn=uid=u0000%s,ou=people,dc=example,dc=com password_file=%s' "$1" "$work/password"; }

# Pages: every entry exactly once whatever the page size, although the server's hard limit is 500.
for size in 1000 500 499 37; do
  read_rows "$ldapi" "$base" schema=openldap page_size=$size
  is "page_size $size: status" 0 "$status"
  is "page_size $size: rows" 5000 "$(count_rows)"
  is "page_size $size: different users" 5000 "$(column user_id | sort -u | wc -l | tr -d ' ')"
done

# Columns and decoders.
read_rows --facts "$ldapi" "$base" schema=openldap
is "header" "user_id person_id name kana email department_code department role status created_on last_login_on password_changed_on expires_on" \
  "$(head -n 1 "$work/out" | tr '\t' ' ')"
is "person_id keeps its zeros" 000007 "$(cell person_id user_id u00007)"
is "name" "Person 7" "$(cell name user_id u00007)"
is "locked by an administrator" disabled "$(cell status user_id u00007)"
is "locked by wrong passwords for a while" enabled "$(cell status user_id u00008)"
is "status that is not there is unknown" "" "$(cell status user_id u00009)"
is "last login, a UTC day" 2026-03-01 "$(cell last_login_on user_id u00007)"
is "no last login" "" "$(cell last_login_on user_id u00008)"
is "password changed" 2026-01-01 "$(cell password_changed_on user_id u00007)"
is "the uid that names the entry" u00009 "$(cell user_id person_id 000009)"
has "several uids are noted" 'note cell 0 ldap-several-values, ldap-took-one: uid: 2' "$work/out"
is "several mail addresses all count" "u00009@example.com|second@example.com" "$(cell email user_id u00009)"
is "the Japanese name is the name" 山田太郎 "$(cell name user_id u00010)"
is "and its reading" "ヤマダ タロウ" "$(cell kana user_id u00010)"
is "code and name of the department" "3 Section 3" "$(cell department_code user_id u00013) $(cell department user_id u00013)"
has "the server's name" 'fact ldap-fact-server: OpenLDAP' "$work/out"
has "the number of entries" 'fact ldap-fact-entries: 5000$' "$work/out"
has "in clear text" 'fact ldap-fact-tls: -$' "$work/out"
has "anonymous" 'fact ldap-fact-identity: anonymous' "$work/out"
has "attributes seen" 'fact ldap-fact-seen: .*departmentNumber.*title' "$work/out"
has "attributes that nobody shows" 'fact ldap-fact-hidden: .*displayName.*pwdEndTime' "$work/out"
hasnt "and not those that are there" 'fact ldap-fact-hidden: .*(mail|pwdLastSuccess)' "$work/out"
digest=$(grep sha256 "$work/out")
read_rows --facts "$ldapi" "$base" schema=openldap page_size=50
is "the digest does not depend on pages" "$digest" "$(grep sha256 "$work/out")"

# Memory does not grow with the directory, not even within a page. (Sanitizers keep freed memory.)
# peak FILTER: kB at most, for reading what fits
peak() {
  python3 -c '
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "$rows" "$ldapi" "$base" schema=openldap page_size=10000 "filter=$1"
}
if ! grep -q __asan_init "$rows"; then
  few=$(peak '(uid=u0000*)')
  all=$(peak '(uid=*)')
  is "5,000 entries take no more memory than 9 ($few kB, $all kB)" yes "$([ $((all - few)) -lt 1000 ] && echo yes)"
fi

# No last login at all: the column is unknown, so that nobody is accused.
read_rows --facts "$ldapi" "$base" schema=openldap 'filter=(!(pwdLastSuccess=*))'
has "no last login anywhere: unknown, not empty" '^# unseen last_login_on$' "$work/out"
has "no memberOf anywhere: no rule on roles passes in silence" '^# unseen role$' "$work/out"
hasnt "what some have is known" '^# unseen (department|password_changed_on)$' "$work/out"

# What the configuration names replaces the schema's column, decoded as the attribute is.
read_rows --want person_id=departmentNumber --want role=title --want created_on=pwdChangedTime "$ldapi" "$base" schema=openldap
is "wanted columns come first" "departmentNumber title pwdChangedTime user_id" "$(head -n 1 "$work/out" | cut -f 1-4 | tr '\t' ' ')"
is "wanted: the schema's own are gone" "" "$(head -n 1 "$work/out" | tr '\t' '\n' | grep -E '^(person_id|role|created_on)$')"
is "wanted: raw" 7 "$(cell departmentNumber user_id u00007)"
is "wanted: decoded" 2026-01-01 "$(cell pwdChangedTime user_id u00007)"
read_rows --want user_id=uid --want name=jpegPhoto "$ldapi" "$base" schema=none 'filter=(uid=u00011)'
is "schema none: only what is named" "uid jpegPhoto" "$(head -n 1 "$work/out" | tr '\t' ' ')"
has "bytes that are no text are noted" 'note cell 1 ldap-binary, ldap-left-empty: jpegPhoto \(6 B\)' "$work/out"
# A DN that names a person becomes the person's number.
printf 'dn: uid=u00020,ou=people,dc=example,dc=com\nchangetype: modify\nadd: manager\nmanager: UID=u00021, ou=people,dc=example,dc=com\n-\nadd: secretary\nsecretary: cn=nobody,dc=example,dc=com\n' |
  ldapmodify -x -D cn=root,dc=example,dc=com -w root-secret -H "ldap://127.0.0.1:$port" >/dev/null
read_rows --want owner=manager --want members=secretary "$ldapi" "$base" schema=openldap 'filter=(uid=u00020)'
is "manager: the number" 000021 "$(cell manager user_id u00020)"
is "an entry that is not there: its name" nobody "$(cell secretary user_id u00020)"
read_rows --people "$ldapi" "$base" schema=openldap 'filter=(uid=u00012)'
is "as a roster" "login person_id name other_name kana email department_code department position employment" "$(head -n 1 "$work/out" | tr '\t' ' ')"
is "as a roster: position" Clerk "$(cell position login u00012)"

# Roles from the groups' side, and by memberOf where the overlay wrote it.
read_rows --facts "$ldapi" "$base" schema=openldap group_base=ou=groups,dc=example,dc=com
hasnt "groups: roles are known" '^# unseen role$' "$work/out"
is "groups: rows" 5000 "$(count_rows)"
is "member, uniqueMember in another writing, memberUid" 'all\2C of us|unique|unix' "$(groups user_id u00001)"
is "memberUid and member" 'all\2C of us|unix' "$(groups user_id u00002)"
is "the last member of a large group" 'all\2C of us' "$(groups user_id u02000)"
is "nobody's group" "" "$(cell role user_id u02001)"
printf 'dn: cn=new,ou=groups,dc=example,dc=com\nobjectClass: groupOfNames\ncn: new\nmember: uid=u00005,ou=people,dc=example,dc=com\n' |
  ldapadd -x -D cn=root,dc=example,dc=com -w root-secret -H "ldap://127.0.0.1:$port" >/dev/null
read_rows "$ldapi" "$base" schema=openldap 'filter=(uid=u00005)'
is "memberOf of the overlay" new "$(groups user_id u00005)"
read_rows "$ldapi" "$base" schema=openldap 'filter=(uid=u00005)' group_base=ou=groups,dc=example,dc=com
is "a group that both sides name counts once" 'all\2C of us|new' "$(groups user_id u00005)"

# Groups in groups, also in a circle, with group_base and by asking for each; a primary group by its number.
ldapadd -x -D cn=root,dc=example,dc=com -w root-secret -H "ldap://127.0.0.1:$port" >/dev/null <<'EOF'
dn: cn=outer,ou=groups,dc=example,dc=com
objectClass: groupOfNames
cn: outer
member: cn=new,ou=groups,dc=example,dc=com

dn: cn=outermost,ou=groups,dc=example,dc=com
objectClass: groupOfNames
cn: outermost
member: cn=outer,ou=groups,dc=example,dc=com

dn: uid=posix,ou=people,dc=example,dc=com
objectClass: account
objectClass: posixAccount
uid: posix
cn: posix
uidNumber: 7
gidNumber: 9
homeDirectory: /home/posix

dn: uid=private,ou=people,dc=example,dc=com
objectClass: account
objectClass: posixAccount
uid: private
cn: private
uidNumber: 8
gidNumber: 8
homeDirectory: /home/private

EOF
printf 'dn: cn=new,ou=groups,dc=example,dc=com\nchangetype: modify\nadd: member\nmember: cn=outermost,ou=groups,dc=example,dc=com\n' |
  ldapmodify -x -D cn=root,dc=example,dc=com -w root-secret -H "ldap://127.0.0.1:$port" >/dev/null
read_rows "$ldapi" "$base" schema=openldap 'filter=(uid=u00005)' group_base=ou=groups,dc=example,dc=com
is "groups in groups, read at once" 'all\2C of us|new|outer|outermost' "$(groups user_id u00005)"
read_rows --facts "$ldapi" "$base" schema=openldap 'filter=(uid=u00005)'
is "groups in groups, asked for one by one" "new|outer|outermost" "$(groups user_id u00005)"
hasnt "nothing is in doubt" '^# roles in doubt' "$work/out"
read_rows --facts "$ldapi" "$base" schema=openldap 'filter=(uid=p*)' group_base=ou=groups,dc=example,dc=com
is "gidNumber: the primary group" unix "$(groups user_id posix)"
has "a gidNumber without a group is said" '^# roles in doubt 0 ldap-primary-unknown$' "$work/out"
read_rows --facts "$ldapi" "$base" schema=openldap 'filter=(uid=posix)'
has "gidNumber without group_base cannot be resolved" '^# roles in doubt 1 ldap-no-group-base$' "$work/out"
ldapdelete -x -D cn=root,dc=example,dc=com -w root-secret -H "ldap://127.0.0.1:$port" \
  uid=posix,ou=people,dc=example,dc=com uid=private,ou=people,dc=example,dc=com

# Logins and TLS.
read_rows --facts "$ldaps" "$ca" "$base" schema=openldap $(simple 1)
is "ldaps: rows" 5000 "$(count_rows)"
has "ldaps: TLS" 'fact ldap-fact-tls: TLS ?v?1\.[23]' "$work/out"
has "who we are" 'fact ldap-fact-identity: dn:uid=u00001,ou=people,dc=example,dc=com' "$work/out"
read_rows --facts "$ldap" starttls=true "$ca" "$base" schema=openldap $(simple 1)
is "starttls: rows" 5000 "$(count_rows)"
has "starttls: TLS" 'fact ldap-fact-tls: TLS ?v?1\.[23]' "$work/out"
read_rows "$ldap" "$base" schema=openldap $(simple 1)
is "clear text on loopback is allowed" 0 "$status"
read_rows --facts "$ldapi" "$base" schema=openldap bind=external
is "external: rows" 5000 "$(count_rows)"
has "external: who we are" 'fact ldap-fact-identity: .*cn=peercred,cn=external,cn=auth' "$work/out"
SECRET=secret read_rows "$ldapi" "$base" schema=openldap bind=simple bind_dn=uid=u00001,ou=people,dc=example,dc=com password_env=SECRET
is "password from the environment" 0 "$status"
read_rows --facts "url=ldap://127.0.0.1:1 ldap://127.0.0.1:$port" "$base" schema=openldap
is "the second URL answers" 0 "$status"
has "and is named" "fact ldap-fact-url: ldap://127.0.0.1:$port" "$work/out"
read_rows --facts "$ldapi" "$base" schema=openldap $(simple 4)
is "rights: rows" 5000 "$(count_rows)"
has "what the reader's rights hide" 'fact ldap-fact-hidden: .*employeeNumber' "$work/out"

# init looks around.
read_rows --probe "$ldapi"
has "probe: schema" '^schema openldap$' "$work/out"
has "probe: base" '^base dc=example,dc=com$' "$work/out"
has "probe: attributes" '^attribute uid [0-9]+/50$' "$work/out"

finish
