#!/bin/sh
# OpenLDAP by the recipe of docs/LDAP.md word for word: its limits and rules of access stand in the database's section, and the
# reading account has nothing else. 510 people are more than one answer may hold.
. "$(dirname "$0")/lib.sh"
need_slapd

manual=$here/../../docs/LDAP.md
reader=cn=tenko,ou=services,dc=example,dc=com

# recipe EDIT: the block of the manual, for this suffix, changed by sed
recipe() {
  sed -n '/^## OpenLDAP/,/^## 389/p' "$manual" | sed -n '/^ *```$/,/^ *```$/p' | sed '/```/d; s/^ *//; s/dc=jp/dc=com/g' | sed "$1"
}
people() {
  base_entry
  for ou in people groups services; do
    printf 'dn: ou=%s,dc=example,dc=com\nobjectClass: organizationalUnit\nou: %s\n\n' $ou $ou
  done
  printf 'dn: %s\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\ncn: tenko\nuserPassword: Reader-Passw0rd\n\n' "$reader"
  awk 'BEGIN {
    for (i = 0; i < 510; i++) {
      printf "dn: uid=u%05d,ou=people,dc=example,dc=com\nobjectClass: inetOrgPerson\nuid: u%05d\n", i, i
      printf "cn: Person %d\nsn: %d\nemployeeNumber: %06d\nuserPassword: secret\n\n", i, i, i
    }
    print "dn: cn=clerks,ou=groups,dc=example,dc=com\nobjectClass: groupOfNames\ncn: clerks"
    for (i = 0; i < 20; i++) printf "member: uid=u%05d,ou=people,dc=example,dc=com\n", i
  }'
}
people >"$work/people.ldif"
printf 'Reader-Passw0rd' >"$work/pw" && chmod 600 "$work/pw"

# served EDIT OPTION…: a server with that recipe, read by the reading account
served() {
  edit=$1
  shift
  [ -z "${pid:-}" ] || { kill "$pid" && wait "$pid" 2>/dev/null; }
  rm -rf "$work/main"
  recipe "$edit" | prepare_slapd main
  load main "$work/people.ldif"
  start_slapd main
  read_rows "url=ldap://127.0.0.1:$port" base=ou=people,dc=example,dc=com schema=openldap \
    bind=simple "bind_dn=$reader" "password_file=$work/pw" "$@"
}

is "the manual has the recipe" 4 "$(recipe '' | wc -l | tr -d ' ')"
served '' group_base=ou=groups,dc=example,dc=com
is "the recipe: all people, in pages" "0 510" "$status $(count_rows)"
is "the recipe: roles from groups" clerks "$(groups user_id u00003)"
is "the recipe: nobody else's roles" "" "$(groups user_id u00100)"
is "the recipe: numbers" 000003 "$(cell person_id user_id u00003)"
is "passwords stay hidden" 0 "$(ldapsearch -x -LLL -H "ldapi://$socket" -D "$reader" -y "$work/pw" \
  -b uid=u00003,ou=people,dc=example,dc=com userPassword | grep -c '^userPassword')"
read_rows "url=ldap://127.0.0.1:$port" base=ou=people,dc=example,dc=com schema=openldap
has "anonymous reads nobody" . "$work/err"
is "anonymous: exit status" 3 "$status"

# Each line is needed.
served 's/ size.prtotal=unlimited/ size.prtotal=500/' group_base=ou=groups,dc=example,dc=com
is "without the limit of pages the list is not whole, and so none" 3 "$status"
served '/ou=people/d' group_base=ou=groups,dc=example,dc=com
is "without the right to people there is no list" 3 "$status"

finish
