#!/bin/sh
# What goes wrong with directories: each time exit status 3 (2 for a configuration that is refused),
# one message that says what to do, and never a shorter list that looks whole.
. "$(dirname "$0")/lib.sh"
need_slapd

make_ca
make_certificate server 2 'IP:127.0.0.1'
make_certificate expired -1 'IP:127.0.0.1'
make_certificate elsewhere 2 'DNS:other.example.com'
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj '/CN=Another CA' \
  -keyout "$work/other.key" -out "$work/other-ca.pem" 2>/dev/null

{
  base_entry
  printf 'dn: ou=people,dc=example,dc=com\nobjectClass: organizationalUnit\nou: people\n\n'
  awk 'BEGIN { for (i = 1; i <= 1200; i++)
    printf "dn: uid=u%05d,ou=people,dc=example,dc=com\nobjectClass: inetOrgPerson\nuid: u%05d\ncn: P %d\nsn: P\n\n", i, i, i }'
  printf 'dn: ou=far,dc=example,dc=com\nobjectClass: referral\nobjectClass: extensibleObject\nou: far\nref: ldap://far.example.com/ou=far,dc=example,dc=com\n\n'
  printf 'dn: ou=large,dc=example,dc=com\nobjectClass: organizationalUnit\nou: large\n\n'
  printf 'dn: uid=large,ou=large,dc=example,dc=com\nobjectClass: inetOrgPerson\nuid: large\nsn: L\ncn: L\ndescription: '
  head -c 10000000 /dev/zero | tr '\0' 'x'
  printf '\n'
} >"$work/people.ldif"
# start_main CERTIFICATE: the same directory with that certificate
start_main() {
  prepare_slapd "$1" "$1" <<'EOF'
limits dn.exact="uid=u00001,ou=people,dc=example,dc=com" size.soft=500 size.hard=500 size.prtotal=500
limits dn.exact="uid=u00002,ou=people,dc=example,dc=com" size.soft=500 size.hard=500 size.prtotal=disabled
limits dn.exact="uid=u00003,ou=people,dc=example,dc=com" size.hard=unlimited time.hard=unlimited
limits * size.soft=500 size.hard=500 size.prtotal=unlimited
access to attrs=userPassword by anonymous auth by * none
access to * by * read
EOF
  load "$1" "$work/people.ldif"
  start_slapd "$1"
}
start_main server
hash=$(slappasswd -s secret)
for user in u00001 u00002; do
  printf 'dn: uid=%s,ou=people,dc=example,dc=com\nchangetype: modify\nreplace: userPassword\nuserPassword: %s\n\n' $user "$hash"
done | ldapmodify -x -D cn=root,dc=example,dc=com -w root-secret -H "ldap://127.0.0.1:$port" >/dev/null
printf 'secret' >"$work/password"
printf 'wrong' >"$work/wrong"
printf '\n' >"$work/empty"
printf 'secret' >"$work/open"
chmod 600 "$work/password" "$work/wrong" "$work/empty"
chmod 640 "$work/open"

base=base=ou=people,dc=example,dc=com
ldap=url=ldap://127.0.0.1:$port
ldaps=url=ldaps://127.0.0.1:$tls_port
ca=tls_ca=$work/ca.pem
one="bind=simple bind_dn=uid=u00001,ou=people,dc=example,dc=com"
two="bind=simple bind_dn=uid=u00002,ou=people,dc=example,dc=com"

read_rows "$ldap" "$base" schema=openldap
is "the directory itself is fine" "0 1200" "$status $(count_rows)"

# The server's limits.
read_rows "$ldap" "$base" schema=openldap $one "password_file=$work/password"
failed "limit also on pages" 3 'cut the list at its limit: Size limit exceeded \(4\)'
read_rows "$ldap" "$base" schema=openldap $two "password_file=$work/password"
failed "pages are forbidden" 3 'does not send paged results|cut the list at its limit'

# Logins.
read_rows "$ldap" "$base" schema=openldap $one "password_file=$work/wrong"
failed "wrong password" 3 'refuses the login: Invalid credentials \(49\): check bind_dn and the password'
read_rows "url=ldap://127.0.0.1:$port ldaps://127.0.0.1:$tls_port" "$ca" "$base" $one "password_file=$work/wrong"
failed "wrong password: the second server is not asked" 3 'refuses the login: Invalid credentials \(49\)'
read_rows "$ldap" "$base" $one "password_file=$work/open"
failed "others may read the password" 2 'others may read the password file .*/open \(mode 0640\): run chmod 600'
read_rows "$ldap" "$base" $one "password_file=$work/missing"
failed "no password file" 2 'password file .*/missing cannot be read'
read_rows "$ldap" "$base" $one "password_file=$work"
failed "a folder as password file" 2 'is not a regular file'
read_rows "$ldap" "$base" $one "password_file=$work/empty"
failed "an empty password is no password" 2 'there is no password in .*/empty'
read_rows "$ldap" "$base" $one password_env=TENKO_NO_SUCH_VARIABLE
failed "an unset variable" 2 'there is no password in TENKO_NO_SUCH_VARIABLE'
read_rows "$ldap" "$base" $one
failed "no password at all" 2 'write password_file or password_env'
read_rows url=ldap://192.0.2.1 "$base" $one "password_file=$work/password"
failed "clear text over the network" 2 'would cross the network in clear text to ldap://192.0.2.1'
read_rows url=ldap://127.0.0.1.example.com "$base" $one "password_file=$work/password"
failed "a host that only looks like loopback" 2 'would cross the network in clear text'
read_rows "url=ldapi://%2ftmp%2fx ldap://dc.example.com:389" "$base" $one "password_file=$work/password"
failed "clear text in the second URL" 2 'clear text to ldap://dc.example.com:389'
KRB5CCNAME=$work/no-tickets read_rows "$ldap" "$base" bind=gssapi
failed "no Kerberos ticket" 3 'the Kerberos login failed: .*kinit'

# TLS.
read_rows "$ldaps" "$base" "$ca" schema=openldap
is "tls: trusted" "0 1200" "$status $(count_rows)"
read_rows "$ldaps" "$base" "tls_ca=$work/other-ca.pem"
failed "tls: unknown authority" 3 "certificate was issued by /CN=Test CA, which is not trusted: put this authority's"
LDAPTLS_REQCERT=never read_rows "$ldaps" "$base" "tls_ca=$work/other-ca.pem"
failed "tls: the environment cannot switch the check off" 3 'certificate was issued by /CN=Test CA, which is not trusted'
read_rows "$ldap" starttls=true "$base" "tls_ca=$work/other-ca.pem"
failed "starttls: unknown authority" 3 'certificate was issued by /CN=Test CA, which is not trusted'
read_rows "$ldaps" "$base" "tls_ca=$work/no-such.pem"
failed "tls: no such file" 2 'file .*/no-such.pem cannot be read'
read_rows "url=ldaps://127.0.0.1:$port" "$base" "$ca" timeout_s=3
failed "tls: a port that does not speak it" 3 'ldaps://127.0.0.1:[0-9]+: '
main_port=$port
start_main expired
read_rows "url=ldaps://127.0.0.1:$tls_port" "$base" "$ca"
failed "tls: expired" 3 "certificate ended on $(date -u -d yesterday +%F): have it renewed"
start_main elsewhere
read_rows "url=ldaps://127.0.0.1:$tls_port" "$base" "$ca"
failed "tls: another host's certificate" 3 'certificate is for other.example.com, not for 127.0.0.1: write a name'

# Questions that cannot be answered.
read_rows "$ldap" base=ou=nowhere,dc=example,dc=com
failed "no such base" 3 'no such base, or the reading account may not see it: No such object \(32\)'
read_rows "$ldap" 'base=no dn'
failed "base is no DN" 3 'base'
read_rows "$ldap" "$base" 'filter=(uid=u0'
failed "bad filter" 3 'filter is not written correctly'
read_rows "$ldap" "$base" 'filter=(uid=nobody)'
failed "an empty answer" 3 'answered with 0 entries, and at least 1 must come'
read_rows "$ldap" "$base" 'filter=(uid=nobody)' min_entries=0
is "an empty answer may be allowed" 0 "$status"
read_rows "$ldap" "$base" schema=openldap min_entries=1201
failed "fewer than expected" 3 'answered with 1200 entries, and at least 1201 must come'
read_rows "$ldap" "$base" page_size=-1
failed "page_size" 2 'page_size is not a number that can be used: give one of 0–10000'
read_rows url=http://127.0.0.1 "$base"
failed "not a directory's URL" 2 'no address of a directory: http://127.0.0.1'

# Referrals: within an answer counted and named, as the answer a failure.
read_rows --facts "$ldap" base=dc=example,dc=com 'filter=(uid=u0*)' schema=openldap
is "a referral on the way" "0 1200" "$status $(count_rows)"
has "is named" 'fact ldap-fact-referrals: 1: ldap://far.example.com/' "$work/out"
read_rows "$ldap" base=ou=far,dc=example,dc=com
failed "a referral instead of an answer" 3 'sends us elsewhere: Referral \(10\): ldap://far.example.com/ou=far'

# A value of 10 MB fails the source if it is asked for, and nothing if it is not.
read_rows "$ldap" base=ou=large,dc=example,dc=com schema=openldap
is "a large value that nobody asked for" "0 1" "$status $(count_rows)"
read_rows --want department=description "$ldap" base=ou=large,dc=example,dc=com schema=openldap
failed "a value of 10 MB" 3 'a value of description is 10000000 bytes long, more than the 1 MiB that is read \(uid=large,ou=large'

# Servers that stop.
read_rows url=ldap://127.0.0.1:1 "$base"
failed "nobody listens" 3 'no connection to the directory: .*check address, port and firewall'
read_rows "url=ldap://127.0.0.1:1 ldap://127.0.0.1:2" "$base"
failed "nobody listens anywhere" 3 'none of the directories can be used: ldap://127.0.0.1:1 .*; ldap://127.0.0.1:2 '
silent_port=$(free_port)
python3 -c "
import socket, time
s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(('127.0.0.1', $silent_port)); s.listen(9); open('$work/listening', 'w').close(); held = []
while True: held.append(s.accept())" &
pids="$pids $!"
until_true test -e "$work/listening"
began=$(date +%s)
read_rows "url=ldap://127.0.0.1:$silent_port" "$base" $one "password_file=$work/password" timeout_s=2
failed "a silent server: login" 3 'did not answer within 2 s'
read_rows "url=ldap://127.0.0.1:$silent_port" "$base" starttls=true "$ca" timeout_s=2
failed "a silent server: starttls" 3 'did not answer within 2 s'
read_rows "url=ldaps://127.0.0.1:$silent_port" "$base" "$ca" timeout_s=2
failed "a silent server: ldaps" 3 'did not answer within 2 s'
read_rows "url=ldap://127.0.0.1:$silent_port" "$base" timeout_s=2
failed "a silent server: search" 3 'did not answer within 2 s'
took=$(($(date +%s) - began))
is "a silent server: nobody waits long ($took s)" yes "$([ "$took" -lt 20 ] && echo yes)"

# stopped SIGNAL PATTERN: the server gets the signal after 150 rows, between two pages of 100
stopped() {
  mkfifo "$work/go"
  : >"$work/out" # what an earlier reader wrote is not waited for
  "$rows" --pause-after 150 "url=ldap://127.0.0.1:$main_port" "$base" schema=openldap page_size=100 timeout_s=2 \
    <"$work/go" >"$work/out" 2>"$work/err" &
  reader=$!
  exec 3>"$work/go"
  until_true is_paused 150
  kill "-$1" "$main_pid"
  [ "$1" != KILL ] || wait "$main_pid" 2>/dev/null
  echo >&3
  exec 3>&-
  wait "$reader"
  status=$?
  rm "$work/go"
  failed "server gets $1 between two pages" 3 "$2"
  is "server gets $1: what was read" yes "$([ "$(count_rows)" -lt 1200 ] && echo yes)"
}
main_pid=$(cat "$work/server/slapd.pid")
stopped STOP 'did not answer within 2 s'
kill -CONT "$main_pid"
stopped KILL 'connection to the directory broke off'

finish
