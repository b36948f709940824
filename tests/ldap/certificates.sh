#!/bin/sh
# Certificates of servers as offices have them: what is trusted, and with which reason the others are not.
. "$(dirname "$0")/lib.sh"
need_slapd

make_ca
new_key() { openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$2" -keyout "$work/$1.key" -out "$work/$1.csr" 2>/dev/null; }

make_certificate address 2 'IP:127.0.0.1'
# Its own authority.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=directory -addext subjectAltName=IP:127.0.0.1 \
  -keyout "$work/own.key" -out "$work/own.pem" 2>/dev/null
# Valid from tomorrow on.
new_key early early
cat >"$work/ca.conf" <<EOF
[ca]
default_ca = here
[here]
database = $work/index.txt
new_certs_dir = $work
serial = $work/serial
default_md = sha256
policy = any
[any]
commonName = supplied
[names]
subjectAltName = IP:127.0.0.1
EOF
: >"$work/index.txt"
echo 7001 >"$work/serial"
openssl ca -batch -notext -config "$work/ca.conf" -extensions names -cert "$work/ca.pem" -keyfile "$work/ca.key" -in "$work/early.csr" \
  -startdate "$(date -u -d tomorrow +%Y%m%d000000Z)" -enddate "$(date -u -d '3 days' +%Y%m%d000000Z)" -out "$work/early.pem" 2>/dev/null
# An authority between the root and the server.
new_key middle 'Middle CA'
printf 'basicConstraints=critical,CA:TRUE\n' >"$work/middle.ext"
openssl x509 -req -in "$work/middle.csr" -CA "$work/ca.pem" -CAkey "$work/ca.key" -days 2 -extfile "$work/middle.ext" -out "$work/middle.pem" 2>/dev/null
new_key short directory
printf 'subjectAltName=IP:127.0.0.1\n' >"$work/short.ext"
openssl x509 -req -in "$work/short.csr" -CA "$work/middle.pem" -CAkey "$work/middle.key" -CAcreateserial -days 2 -extfile "$work/short.ext" -out "$work/short.pem" 2>/dev/null
cat "$work/short.pem" "$work/middle.pem" >"$work/whole.pem"
cp "$work/short.key" "$work/whole.key"

{ base_entry; printf 'dn: uid=u1,dc=example,dc=com\nobjectClass: inetOrgPerson\nuid: u1\ncn: P\nsn: P\n\n'; } >"$work/people.ldif"

# served CERTIFICATE HOST AUTHORITIES: reads from a server with that certificate.
served() {
  [ -z "${pid:-}" ] || { kill "$pid" && wait "$pid" 2>/dev/null; }
  rm -rf "$work/main"
  printf 'access to * by * read\n' | prepare_slapd main "$1"
  # nothing but its own certificate is sent
  sed -i '/^TLSCACertificateFile/d' "$work/main/slapd.conf"
  load main "$work/people.ldif"
  start_slapd main
  read_rows "url=ldaps://$2:$tls_port" base=dc=example,dc=com 'filter=(uid=*)' "tls_ca=$3"
}
# trusted WHAT: the last read found the one entry
trusted() { is "$1" "0 1" "$status $(count_rows)"; }

served address 127.0.0.1 "$work/ca.pem"
trusted "an address in subjectAltName"
mkdir "$work/new"
TENKO_LANG=en "$tenko" init "$work/new" --ldap "ldap://127.0.0.1:$port" --starttls --tls-ca "$work/ca.pem" >"$work/out" 2>&1
has "init by STARTTLS: how to connect is taken over" 'base: "dc=example,dc=com".*tls_ca: ".*ca.pem", starttls: true' "$work/new/tenko.yaml"
served own 127.0.0.1 "$work/own.pem"
trusted "its own authority, given as tls_ca"
served whole 127.0.0.1 "$work/ca.pem"
trusted "a chain with its authority between"
served early 127.0.0.1 "$work/ca.pem"
failed "not yet valid" 3 "certificate .*$(date -u -d tomorrow +%F)"
served short 127.0.0.1 "$work/ca.pem"
failed "a chain without its authority between" 3 'issued by /CN=Middle CA, which is not trusted'
has "a chain without its authority between: what the server may lack" 'does not send its whole chain' "$work/err"

# localhost is localhost, although libldap takes it for this machine's own name; everything else is verified as ever.
make_certificate local 2 'DNS:localhost'
make_certificate past -1 'DNS:localhost'
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=stranger -addext subjectAltName=DNS:localhost \
  -keyout "$work/stranger.key" -out "$work/stranger.pem" 2>/dev/null
served local localhost "$work/ca.pem"
trusted "localhost by its name"
read_rows "url=ldap://LOCALHOST:$port" starttls=true base=dc=example,dc=com 'filter=(uid=*)' "tls_ca=$work/ca.pem"
trusted "localhost by its name, starttls"
served local 127.0.0.1 "$work/ca.pem"
failed "localhost is no address" 3 'certificate is for localhost, not for 127.0.0.1'
served address localhost "$work/ca.pem"
failed "localhost: another name" 3 'certificate is for 127.0.0.1, not for localhost'
served past localhost "$work/ca.pem"
failed "localhost: expired" 3 "certificate ended on $(date -u -d yesterday +%F)"
served stranger localhost "$work/ca.pem"
failed "localhost: an authority that is not trusted" 3 'issued by /CN=stranger, which is not trusted'
served local localhost "$work/own.pem"
failed "localhost: of another authority" 3 'issued by /CN=Test CA, which is not trusted'

finish
