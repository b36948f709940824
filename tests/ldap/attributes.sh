#!/bin/sh
# OpenLDAP: how attributes are called and tagged, second values, and what nobody shows; through the whole program where
# its verdict is meant.
. "$(dirname "$0")/lib.sh"
need_slapd
[ -x "$tenko" ] || skip "the program is not built"

prepare_slapd main <<'END'
overlay ppolicy
overlay lastbind
limits * size.soft=500 size.hard=500 size.prtotal=unlimited
access to dn.base="cn=hidden,ou=groups,dc=example,dc=com" by * none
access to * by * read
END
sed -i 's/^moduleload ppolicy/moduleload ppolicy\nmoduleload lastbind/' "$work/main/slapd.conf"
# 21 people. 1 has two uids, of which the second names it; 2 has its options in another order; 3 a Japanese name beside a
# Latin displayName; 4 is tagged twice. 5 to 15 are locked and never logged in; of 16 to 20, 16 never did. 21 has a
# password day that is none.
person() { printf 'dn: %s,ou=people,dc=example,dc=com\nobjectClass: inetOrgPerson\nsn: x\nemployeeNumber: %04d\ncreateTimestamp: 20250101000000Z\n' "$1" "$2"; }
{
  base_entry
  for ou in people groups posix; do printf 'dn: ou=%s,dc=example,dc=com\nobjectClass: organizationalUnit\nou: %s\n\n' $ou $ou; done
  person 'cn=One+uid=p1' 1
  printf 'cn: One\nuid: other\nuid: p1\nauthTimestamp: 20260301000000Z\nmemberOf: cn=hidden,ou=groups,dc=example,dc=com\n\n'
  person uid=p2 2
  printf 'uid: p2\nmail: a@example.com\ncn: Two\nmail: b@example.com\ncn;phonetic;lang-ja:: 44GV44Go44GG\nauthTimestamp: 20260301000000Z\n\n'
  person uid=p3 3
  printf 'uid: p3\ncn: Three\ncn;lang-ja:: 5Yqg6Jek\ndisplayName: Three T.\nauthTimestamp: 20260301000000Z\n\n'
  person uid=p4 4
  printf 'uid: p4\ncn: Four\ncn: 4\ndisplayName;lang-en: Mr Four\nauthTimestamp: 20260301000000Z\n\n'
  for i in 5 6 7 8 9 10 11 12 13 14 15; do
    person uid=p$i $i
    printf 'uid: p%s\ncn: P\ncn:: 55Sw5LitIOasoemDjg==\npwdAccountLockedTime: 000001010000Z\n\n' $i
  done
  for i in 16 17 18 19 20; do
    person uid=p$i $i
    printf 'uid: p%s\ncn: P\n' $i
    [ $i = 16 ] || echo 'authTimestamp: 20260301000000Z'
    echo
  done
  printf 'dn: uid=p21,ou=posix,dc=example,dc=com\nobjectClass: account\nobjectClass: posixAccount\nobjectClass: shadowAccount\nuid: p21\ncn: P\n'
  printf 'uidNumber: 21\ngidNumber: 7\nhomeDirectory: /h\nshadowLastChange: -7\nshadowExpire: 0\ncreateTimestamp: 20250101000000Z\n\n'
  printf 'dn: uid=p22,ou=posix,dc=example,dc=com\nobjectClass: account\nobjectClass: posixAccount\nobjectClass: shadowAccount\nuid: p22\ncn: P\n'
  printf 'uidNumber: 22\ngidNumber: 7\nhomeDirectory: /h\nshadowLastChange: 0\ncreateTimestamp: 20250101000000Z\n\n'
  printf 'dn: cn=unix,ou=groups,dc=example,dc=com\nobjectClass: posixGroup\ncn: unix\ngidNumber: 7\nmemberUid: p1\n\n'
  printf 'dn: cn=hidden,ou=groups,dc=example,dc=com\nobjectClass: groupOfNames\ncn: hidden\nmember: uid=p1,ou=people,dc=example,dc=com\n\n'
} >"$work/people.ldif"
sed -i 's/^overlay ppolicy/overlay memberof\noverlay ppolicy/' "$work/main/slapd.conf"
load main "$work/people.ldif"
start_slapd main
ldapi="url=ldapi://$socket"
base=base=ou=people,dc=example,dc=com

# Second values, options, languages.
read_rows "$ldapi" "$base" schema=openldap group_base=ou=groups,dc=example,dc=com
is "everybody" "0 20" "$status $(count_rows)"
is "memberUid means any uid of the entry" "hidden|unix" "$(groups user_id p1)"
is "options stand in any order" さとう "$(cell kana user_id p2)"
is "an attribute that the server sends twice" "a@example.com|b@example.com" "$(cell email user_id p2)"
is "a reading is no name" Two "$(cell name user_id p2)"
is "a Japanese cn beats a displayName without a language" 加藤 "$(cell name user_id p3)"
is "and a displayName in another language does not beat cn" Four "$(cell name user_id p4)"
is "of several names the one that is not in Latin letters" "田中 次郎" "$(cell name user_id p5)"
has "the other is said" 'note cell 2 ldap-several-values, ldap-took-one: cn: 2 \(uid=p5,' "$work/out"
read_rows --people "$ldapi" "$base" schema=openldap
is "in a roster the others are other names" "P" "$(cell other_name login p5)"
is "in every language, the reading apart" "Three|Three T." "$(cell other_name login p3)"
is "each once" "4|Mr Four" "$(cell other_name login p4)"
is "one name is no other name" "" "$(cell other_name login p16)"
hasnt "and nothing is lost" 'took-one: cn' "$work/out"
read_rows --facts "$ldapi" "$base" schema=openldap 'filter=(uid=p1)'
has "a group that may not be seen: what it is in is not known" '^# roles in doubt 0 ldap-some-groups-unread$' "$work/out"

# Other names of an attribute; those that nobody shows.
read_rows --want user_id=userid --want name=commonName --want person_id=2.16.840.1.113730.3.1.3 --want kana=2.5.4.4 "$ldapi" "$base" schema=openldap \
  'filter=(uid=p2)'
is "userid, commonName and 2.5.4.4 are uid, cn and sn" "p2 Two x" "$(cell userid userid p2) $(cell commonName userid p2) $(cell 2.5.4.4 userid p2)"
read_rows --want user_id=loginId "$ldapi" "$base" schema=openldap
failed "an ID that nobody has" 3 'no entry shows an attribute for user_id \(loginId\): name it under columns; the entries show .*employeeNumber'
read_rows --people --want person_id=employeeId "$ldapi" "$base" schema=openldap
failed "a number that nobody has" 3 'no entry shows an attribute for person_id \(employeeId\)'
read_rows --facts --want last_login_on=lastLogin --want email=rfc822Mailbox "$ldapi" "$base" schema=openldap
has "a column that is misspelt: said" '^# remark ldap-column-unseen, ldap-column-unknown: lastLogin$' "$work/out"
has "and unknown, so that nobody is accused" '^# unseen lastLogin$' "$work/out"

# The program.
{ echo person_id,name,login; for i in $(seq 22); do printf '%04d,,p%d\n' $i $i; done; } >"$work/hr.csv"
cat >"$work/tenko.yaml" <<END
language: en
as_of: 2026-03-31
report: $work/report
rosters: [{name: HR, source: $work/hr.csv}]
systems:
  - name: People
    source: {connector: ldap, url: "ldapi://$socket", base: "ou=people,dc=example,dc=com", schema: openldap}
  - name: Few
    source: {connector: ldap, url: "ldapi://$socket", base: "ou=people,dc=example,dc=com", schema: openldap, filter: "(|(uid=p16)(uid=p5))"}
  - name: Unix
    source: {connector: ldap, url: "ldapi://$socket", base: "ou=posix,dc=example,dc=com", schema: openldap}
END
"$tenko" run -c "$work/tenko.yaml" --no-ledger >"$work/out" 2>&1
is "run: status" 0 "$?"
# Of the 9 enabled accounts 8 have logged in; the 11 locked ones prove nothing.
has "never used, among those in use" '"rule":"never-used-account",.*"target":"People","subject":"p16"' "$work/report/exceptions.jsonl"
is "and nobody else is" 1 "$(grep -c '"rule":"never-used-account"' "$work/report/exceptions.jsonl")"
# A password day that cannot be read proves nothing; one that says "must change" is empty.
is "initial password" 'p22' "$(grep '"rule":"initial-password"' "$work/report/exceptions.jsonl" | grep '"target":"Unix"' | sed 's/.*"subject":"\([^"]*\)".*/\1/')"

finish
