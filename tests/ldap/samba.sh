# Sourced after lib.sh: a Samba Active Directory domain controller in $work/dc.
# Its LDAP ports are fixed (389, 636), so it needs root and a machine without another directory.

need_samba() {
  command -v samba >/dev/null && command -v samba-tool >/dev/null || skip "samba-ad-dc is not installed"
  /usr/bin/python3 -c 'import samba.provision' 2>/dev/null || skip "python3-samba is not installed"
  command -v ldbmodify >/dev/null || skip "ldb-tools is not installed"
  command -v openssl >/dev/null || skip "openssl is not installed"
  [ "$(id -u)" = 0 ] || skip "a domain controller on port 389 needs root"
  ! python3 -c 'import socket; socket.create_connection(("127.0.0.1", 389), 1)' 2>/dev/null ||
    skip "another directory listens on port 389"
}

# provision SERVICES: an empty domain EXAMPLE with the certificate `server` of lib.sh
provision() {
  mkdir -p "$work/dc"
  samba-tool domain provision --targetdir="$work/dc" --realm=EXAMPLE.TEST --domain=EXAMPLE \
    --host-name=dc1 --host-ip=127.0.0.1 --server-role=dc --dns-backend=NONE \
    --adminpass='Test-Passw0rd' --option='interfaces=lo' --option='bind interfaces only=yes' \
    --option="server services=$1" --option="tls certfile=$work/server.pem" \
    --option="tls keyfile=$work/server.key" --option="tls cafile=$work/ca.pem" \
    --option="log file=$work/samba-%m.log" >"$work/provision.log" 2>&1 ||
    { tail -n 5 "$work/provision.log"; exit 1; }
}

# start_samba: polls until the domain controller answers; stop_samba: waits until it is gone
start_samba() {
  samba -F --no-process-group -M single -s "$work/dc/etc/smb.conf" >"$work/samba.log" 2>&1 &
  samba_pid=$!
  pids="$pids $samba_pid"
  until_true ldapsearch -x -H ldap://127.0.0.1 -s base -b '' || { tail "$work/samba.log"; exit 1; }
}
stop_samba() {
  kill "$samba_pid"
  wait "$samba_pid" 2>/dev/null
}

# get_ticket: a Kerberos ticket of the user `reader` in $KRB5CCNAME, and $KRB5_CONFIG to use it
get_ticket() {
  cat >"$work/krb5.conf" <<EOF
[libdefaults]
default_realm = EXAMPLE.TEST
dns_lookup_kdc = false
dns_lookup_realm = false
dns_canonicalize_hostname = false
rdns = false
[realms]
EXAMPLE.TEST = {
  kdc = 127.0.0.1
}
[domain_realm]
127.0.0.1 = EXAMPLE.TEST
EOF
  export KRB5_CONFIG="$work/krb5.conf" KRB5CCNAME="FILE:$work/tickets"
  /usr/bin/python3 - "$work/dc/etc/smb.conf" "$KRB5CCNAME" <<'EOF' || { echo "no ticket"; exit 1; }
import sys
from samba import credentials, param
lp = param.LoadParm()
lp.load(sys.argv[1])
who = credentials.Credentials()
who.guess(lp)
who.set_username("reader")
who.set_realm("EXAMPLE.TEST")
who.set_password("Reader-Passw0rd")
who.set_kerberos_state(credentials.MUST_USE_KERBEROS)
who.get_named_ccache(lp, sys.argv[2])
EOF
}

# samdb COMMAND ARGUMENT…: ldbadd, ldbmodify … on the database of the stopped server
samdb() { command=$1; shift; "$command" -H "$work/dc/private/sam.ldb" "$@" >"$work/ldb.log" 2>&1 || { tail -n 5 "$work/ldb.log"; exit 1; }; }
