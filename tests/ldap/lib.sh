# Sourced by the tests on real servers: a temporary folder, servers that answer there and are
# stopped by their process id, certificates made on the spot, and checks that count.
#     usage: TEST_ROWS=path/to/ldap_rows TEST_TENKO=path/to/tenko sh test.sh
set -u
here=${TEST_HERE:-$(cd "$(dirname "$0")" && pwd)}
rows=${TEST_ROWS:?the path of ldap_rows}
tenko=${TEST_TENKO:-}
external=${TEST_EXTERNAL:-$here/../../../shared/external}
work=$(mktemp -d /tmp/tenko-ldap.XXXXXX)
pids=
checks=0
failures=0

cleanup() {
  for pid in $pids; do
    kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null
  done
  if [ "$failures" = 0 ]; then rm -rf "$work"; else echo "kept: $work"; fi
}
trap cleanup EXIT
trap 'exit 130' INT TERM HUP PIPE

skip() {
  echo "skipped: $*"
  exit 77
}

finish() {
  echo "$checks checks, $failures failed"
  [ "$checks" -gt 0 ] && [ "$failures" = 0 ]
  exit
}

# is WHAT EXPECTED GOT
is() {
  checks=$((checks + 1))
  if [ "$2" != "$3" ]; then
    failures=$((failures + 1))
    printf 'FAILED: %s\n  expected: %s\n  got:      %s\n' "$1" "$2" "$3"
  fi
}

# has WHAT PATTERN FILE: a line that grep -E finds
has() {
  checks=$((checks + 1))
  if ! grep -Eq -- "$2" "$3"; then
    failures=$((failures + 1))
    printf 'FAILED: %s\n  no line: %s\n  in:\n' "$1" "$2"
    { head -n 3 "$3"; tail -n 12 "$3"; } | cut -c1-400
  fi
}

hasnt() {
  checks=$((checks + 1))
  if grep -Eq -- "$2" "$3"; then
    failures=$((failures + 1))
    printf 'FAILED: %s\n  a line that must not be: %s\n' "$1" "$(grep -E -m1 -- "$2" "$3" | cut -c1-300)"
  fi
}

# rows OPTION…: what the connector reads goes to $work/out, messages to $work/err; sets $status.
read_rows() {
  "$rows" "$@" >"$work/out" 2>"$work/err"
  status=$?
}

# The data rows of the last read_rows, without its header and notes.
data_rows() { sed 1d "$work/out" | grep -v '^# '; }
count_rows() { data_rows | wc -l | tr -d ' '; }
# column NAME: that column of all rows
column() {
  awk -F '\t' -v name="$1" '/^# /{next} !at{for(i=1;i<=NF;i++) if($i==name) at=i; if(!at) exit; next} {print $at}' "$work/out"
}
# cell COLUMN WHERE VALUE: the cell of the row whose WHERE is VALUE
cell() {
  awk -F '\t' -v name="$1" -v where="$2" -v value="$3" '/^# /{next}
    !head{head=1; for(i=1;i<=NF;i++){if($i==name)a=i; if($i==where)b=i}; next} b && $b==value {print a ? $a : "(no column)"}' "$work/out"
}

# groups WHERE VALUE: the names of the roles of that row, sorted: DNs by their first part, as it is written
groups() { cell role "$1" "$2" | tr '|' '\n' | sed -E 's/^[cC][nN]=//; s/,(ou|cn|dc|OU|CN|DC)=.*//' | LC_ALL=C sort | paste -sd '|'; }

# failed WHAT STATUS PATTERN: the last read failed so, in one line
failed() {
  [ -z "${TEST_SHOW:-}" ] || cat "$work/err"
  is "$1: exit status" "$2" "$status"
  is "$1: one message" 1 "$(wc -l <"$work/err" | tr -d ' ')"
  has "$1: the message" "$3" "$work/err"
}

# The reader with --pause-after N stands still: its rows are all written, not just a first block of them.
is_paused() { [ "$(wc -l <"$work/out")" -gt "$1" ]; }

free_port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])'; }

# until_true COMMAND…: polls, 20 seconds at most
until_true() {
  tries=0
  until "$@" >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ "$tries" -lt 200 ] || { echo "gave up: $*"; return 1; }
    sleep 0.1
  done
}

# A certificate authority in $work/ca.pem, and $work/NAME.pem/.key signed by it.
make_ca() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj '/CN=Test CA' \
    -keyout "$work/ca.key" -out "$work/ca.pem" 2>/dev/null
}
# make_certificate NAME DAYS SUBJECT_ALT_NAME: a negative number of days has expired
make_certificate() {
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$1" \
    -keyout "$work/$1.key" -out "$work/$1.csr" 2>/dev/null
  printf 'subjectAltName=%s\n' "$3" >"$work/$1.ext"
  openssl x509 -req -in "$work/$1.csr" -CA "$work/ca.pem" -CAkey "$work/ca.key" -CAcreateserial \
    -days "$2" -extfile "$work/$1.ext" -out "$work/$1.pem" 2>/dev/null
}

# prepare_slapd NAME [CERTIFICATE] <DIRECTIVES: configuration and an empty database in $work/NAME.
# The directives on stdin stand in the database's section.
prepare_slapd() {
  home=$work/$1
  certificate=${2:-}
  mkdir -p "$home/db"
  {
    for schema in core cosine inetorgperson nis; do echo "include /etc/ldap/schema/$schema.schema"; done
    cat <<EOF
pidfile $home/slapd.pid
argsfile $home/slapd.args
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload memberof
moduleload ppolicy
EOF
    cat "$here/group.schema"
    [ -z "$certificate" ] || cat <<EOF
TLSCertificateFile $work/$certificate.pem
TLSCertificateKeyFile $work/$certificate.key
TLSCACertificateFile $work/ca.pem
EOF
    cat <<EOF
attributeoptions lang- phonetic
sizelimit 500
database mdb
directory $home/db
maxsize 1073741824
suffix dc=example,dc=com
rootdn cn=root,dc=example,dc=com
rootpw root-secret
EOF
    cat
  } >"$home/slapd.conf"
}

# load NAME FILE: adds LDIF to the stopped server's database
load() { slapadd -q -f "$work/$1/slapd.conf" -l "$2" >"$work/$1/load.log" 2>&1 || { cat "$work/$1/load.log"; exit 1; }; }

# start_slapd NAME: sets $port, $tls_port, $socket and $pid, when it answers
start_slapd() {
  port=$(free_port)
  tls_port=$(free_port)
  socket=$(printf %s "$work/$1/ldapi" | sed 's|/|%2f|g')
  /usr/sbin/slapd -d 0 -f "$work/$1/slapd.conf" \
    -h "ldap://127.0.0.1:$port ldaps://127.0.0.1:$tls_port ldapi://$socket" >"$work/$1/log" 2>&1 &
  pid=$!
  pids="$pids $pid"
  until_true ldapsearch -x -H "ldapi://$socket" -s base -b '' || { cat "$work/$1/log"; exit 1; }
}

need_slapd() {
  [ -x /usr/sbin/slapd ] || skip "slapd is not installed"
  command -v ldapsearch >/dev/null || skip "ldap-utils is not installed"
  command -v openssl >/dev/null || skip "openssl is not installed"
}

# base_entry: the suffix's LDIF
base_entry() {
  printf 'dn: dc=example,dc=com\nobjectClass: dcObject\nobjectClass: organization\ndc: example\no: Example\n\n'
}

# misbehave MANNER[:NUMBER]: starts such a server; sets $port, and its log is $work/MANNER.log
misbehave() {
  rm -f "$work/port"
  : >"$work/${1%%:*}.log"
  python3 "$here/misbehaving.py" "$1" "$work/port" "$work/${1%%:*}.log" &
  pids="$pids $!"
  until_true test -e "$work/port"
  port=$(cat "$work/port")
}
