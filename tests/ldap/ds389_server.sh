# Sourced after lib.sh: a 389 Directory Server in $work/ds, from its own template; nothing is written outside.
need_389() {
  [ -x /usr/sbin/ns-slapd ] || skip "389-ds-base is not installed"
  [ -r /usr/share/dirsrv/data/template-dse.ldif ] || skip "389-ds-base has no template"
  [ "$(id -u)" = 0 ] || skip "389 Directory Server is started as root here"
  command -v ldapmodify >/dev/null || skip "ldap-utils is not installed"
}

# start_389: sets $port and $pid when it answers; the root is cn=root, Root-Passw0rd
start_389() {
  ds=$work/ds
  mkdir -p "$ds/schema" "$ds/db" "$ds/log" "$ds/tmp" "$ds/run" "$ds/bak" "$ds/ldif" "$ds/lock"
  cp /etc/dirsrv/config/slapd-collations.conf /etc/dirsrv/config/certmap.conf "$ds/"
  cp /etc/dirsrv/schema/99user.ldif "$ds/schema/"
  port=$(free_port)
  hash=$(python3 -c 'import base64, hashlib; print("{SSHA}" + base64.b64encode(hashlib.sha1(b"Root-Passw0rdsalt").digest() + b"salt").decode())')
  sed -e "s|%schema_dir%|$ds/schema|; s|%lock_dir%|$ds/lock|; s|%tmp_dir%|$ds/tmp|; s|%cert_dir%|$ds|; s|%ldif_dir%|$ds/ldif|
    s|%bak_dir%|$ds/bak|; s|%run_dir%|$ds/run|; s|%inst_dir%|$ds|; s|%log_dir%|$ds/log|; s|%fqdn%|localhost|; s|%ds_port%|$port|
    s|%ds_user%|root|; s|%rootdn%|cn=root|; s|%ds_passwd%|$hash|; s|%ldapi_enabled%|off|; s|%ldapi%|$ds/run/socket|
    s|%ldapi_autobind%|off|; s|%config_dir%|$ds|; s|%db_dir%|$ds/db|; s|%db_home_dir%|$ds/db|; s|%db_lib%|bdb|; s|%ds_suffix%|dc=example,dc=test|" \
    /usr/share/dirsrv/data/template-dse.ldif >"$ds/dse.ldif"
  restart_389
}

# restart_389: the same, once it was stopped
restart_389() {
  /usr/sbin/ns-slapd -d 0 -D "$ds" -i "$ds/run/pid" >"$work/ds.log" 2>&1 &
  pid=$!
  pids="$pids $pid"
  until_true ldapsearch -x -H "ldap://127.0.0.1:$port" -s base -b '' || { tail "$work/ds.log" "$ds/log/errors"; exit 1; }
}
