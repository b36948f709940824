#!/bin/sh
# What must not reach a server, what a server must not do to us: passwords that cannot be meant, files
# of authorities, referrals with a second live server as witness, servers that never come to an end.
. "$(dirname "$0")/lib.sh"
need_slapd

make_ca
make_certificate server 2 'IP:127.0.0.1'

# --- servers without end: one message, soon, and never a list that looks whole ---

base=base=dc=example
# endless MANNER PATTERN
endless() {
  misbehave "$1"
  began=$(date +%s)
  read_rows "url=ldap://127.0.0.1:$port" "$base" schema=openldap timeout_s=3
  failed "$1" 3 "$2"
  is "$1: soon" yes "$([ $(($(date +%s) - began)) -lt 10 ] && echo yes)"
}
# whole MANNER ROWS [OPTION]…
whole() {
  misbehave "$1"
  expected=$2
  manner=$1
  shift 2
  read_rows "url=ldap://127.0.0.1:$port" "$base" schema=openldap timeout_s=2 "$@"
  is "$manner $*" "0 $expected" "$status $(count_rows)"
}
endless same_page_for_ever 'sends the same page again and again.*page_size: 0'
endless two_pages_for_ever 'sends the same page again and again'
endless empty_pages_for_ever 'or only empty ones'
endless same_range_for_ever 'again and again'
endless limit_in_the_middle 'Size limit exceeded \(4\): no more than two a day'
endless no_paging 'does not send paged results: .*unknown control: .*page_size: 0'
endless hangs_up 'not available: Server is unavailable \(52\)' # the code of its notice
whole no_paging 2 page_size=0
whole ignores_paging 3
whole empty_first_page 2
whole one_cookie 12
whole one_entry_twice 4
whole slowly 150
whole group_in_ranges 4 group_base=dc=example
is "members of a range beside the empty attribute" "g g g " "$(for u in a b c d; do printf '%s ' "$(groups user_id $u | sed 's/^uid=//')"; done | sed 's/  *$/ /')"

# --- referrals: another server is named and never contacted ---

misbehave ignores_paging
witness=$port
{
  base_entry
  printf 'dn: ou=people,dc=example,dc=com\nobjectClass: organizationalUnit\nou: people\n\n'
  for i in 1 2 3; do
    printf 'dn: uid=u%s,ou=people,dc=example,dc=com\nobjectClass: inetOrgPerson\nuid: u%s\ncn: P\nsn: P\nuserPassword: secret\n\n' $i $i
  done
  printf 'dn: ou=far,ou=people,dc=example,dc=com\nobjectClass: referral\nobjectClass: extensibleObject\nou: far\nref: ldap://127.0.0.1:%s/dc=example\n\n' "$witness"
} >"$work/people.ldif"
prepare_slapd main server <<'END'
limits * size.soft=500 size.hard=500 size.prtotal=unlimited
access to attrs=userPassword by anonymous auth by * none
access to * by * read
END
load main "$work/people.ldif"
start_slapd main
ldap="url=ldap://127.0.0.1:$port"
ldaps="url=ldaps://127.0.0.1:$tls_port"
base=base=ou=people,dc=example,dc=com
for bind in '' 'bind=simple bind_dn=uid=u1,ou=people,dc=example,dc=com password_env=SECRET'; do
  SECRET=secret read_rows --facts "$ldap" "$base" schema=openldap $bind
  is "referral${bind:+, logged in}: our own people" "0 3" "$status $(count_rows)"
  has "referral${bind:+, logged in}: counted and named" "remark ldap-referrals, ldap-not-followed: 1: ldap://127.0.0.1:$witness/" "$work/out"
done
read_rows "$ldap" base=ou=far,ou=people,dc=example,dc=com
failed "a referral instead of an answer" 3 "sends us elsewhere: Referral \(10\): ldap://127.0.0.1:$witness/"
is "the other server was never contacted" "" "$(cat "$work/ignores_paging.log")"

# --- a second view of an account (FreeIPA: cn=compat) lacks its lock and comes first: it is left out ---

{
  base_entry
  printf 'dn: cn=compat,dc=example,dc=com\nobjectClass: organizationalRole\ncn: compat\n\n'
  printf 'dn: uid=u1,cn=compat,dc=example,dc=com\nobjectClass: inetOrgPerson\nuid: u1\ncn: P\nsn: P\n\n'
  printf 'dn: uid=u1,dc=example,dc=com\nobjectClass: inetOrgPerson\nuid: u1\ncn: P\nsn: P\nemployeeNumber: 1\n\n'
} >"$work/twins.ldif"
printf 'access to * by * read\n' | prepare_slapd twins
load twins "$work/twins.ldif"
first_port=$port first_tls_port=$tls_port
start_slapd twins
read_rows --facts "url=ldap://127.0.0.1:$port" base=dc=example,dc=com schema=openldap
is "one row" "0 1 1" "$status $(count_rows) $(cell person_id user_id u1)"
has "and said" 'fact ldap-fact-twins: 1$' "$work/out"
read_rows "url=ldap://127.0.0.1:$port" base=cn=compat,dc=example,dc=com schema=openldap
is "where base asks for the view" "0 1" "$status $(count_rows)"
port=$first_port tls_port=$first_tls_port

# --- passwords: what cannot be meant is not sent ---

one="bind=simple bind_dn=uid=u1,ou=people,dc=example,dc=com password_file=$work/password"
# password BYTES (of printf)
password() {
  printf "$1" >"$work/password"
  chmod 600 "$work/password"
  read_rows "$ldap" "$base" schema=openldap $one
}
for bytes in 'secret' 'secret\n' 'secret\r\n' 'secret\n\n' '\357\273\277secret\r\n'; do
  password "$bytes"
  is "password $bytes" "0 3" "$status $(count_rows)"
done
password 'secret \n'
failed "a blank at the end is part of it" 3 'refuses the login'
password '\377\376s\000e\000c\000'
failed "UTF-16" 2 'password in .*/password is written as UTF-16: .*nothing was sent'
password 's\000e\000c\000'
failed "UTF-16 without a mark" 2 'written as UTF-16'
password 'sec\tret\n'
failed "TAB" 2 'has a control character .*nothing was sent'
password 'sec\rret\n'
failed "CR" 2 'has a control character'
password 'secret\nsecond\n'
failed "two lines" 2 'more than one line'
password "$(printf '%01025d' 0)"
failed "too long" 2 'longer than 1024 bytes'
SECRET=$(printf 'sec\tret') read_rows "$ldap" "$base" bind=simple bind_dn=uid=u1,dc=x password_env=SECRET
failed "TAB in the environment" 2 'password in SECRET has a control character'
printf secret >"$work/password"
read_rows "$ldap" "$base" bind=simple "bind_dn=$(printf 'CORP\treader')" "password_file=$work/password"
failed "TAB in the login" 2 'bind_dn has a control character'

# --- files of authorities ---

# trusted WHAT FILE; distrusted WHAT FILE PATTERN
trusted() {
  read_rows --facts "$ldaps" "$base" schema=openldap "tls_ca=$2"
  is "tls_ca: $1" "0 3" "$status $(count_rows)"
}
distrusted() {
  read_rows "$ldaps" "$base" schema=openldap "tls_ca=$2"
  failed "tls_ca: $1" 2 "$3"
}
openssl x509 -in "$work/ca.pem" -outform DER -out "$work/ca.cer"
sed 's/$/\r/' "$work/ca.pem" >"$work/crlf.pem"
{ printf '\357\273\277'; cat "$work/ca.pem"; } >"$work/mark.pem"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj '/CN=Another CA' \
  -keyout "$work/other.key" -out "$work/other.pem" 2>/dev/null
cat "$work/other.pem" "$work/ca.pem" >"$work/two.pem"
: >"$work/empty.pem"
printf 'put the certificate here\n' >"$work/words.pem"
head -c 200 "$work/ca.pem" >"$work/half.pem"
trusted PEM "$work/ca.pem"
trusted "DER, as Windows exports it" "$work/ca.cer"
trusted "CRLF" "$work/crlf.pem"
trusted "a byte order mark" "$work/mark.pem"
trusted "two certificates" "$work/two.pem"
distrusted "empty" "$work/empty.pem" 'tls_ca .*/empty.pem is empty: put a PEM'
distrusted "no certificate" "$work/words.pem" 'no certificate in tls_ca .*/words.pem: a PEM certificate is needed'
distrusted "half a certificate" "$work/half.pem" 'no certificate in tls_ca .*/half.pem'
distrusted "a folder" "$work" 'cannot be read'
read_rows "$ldaps" "$base" "tls_ca=$work/other.pem"
failed "another authority" 3 'issued by /CN=Test CA, which is not trusted'

# --- states: the polarity belongs to the attribute ---

read_rows --facts "$ldap" "$base" schema=openldap
has "no state anywhere: said" 'remark ldap-state-unseen, ldap-all-in-use: pwdAccountLockedTime' "$work/out"
read_rows --want status=krbPasswordExpiration "$ldap" "$base" schema=openldap
failed "a password's last day is no state" 2 'krbPasswordExpiration is a day and no state'
read_rows --want status=shadowExpire "$ldap" "$base" schema=none
failed "an account's last day is none either" 2 'shadowExpire is a day and no state'

finish
