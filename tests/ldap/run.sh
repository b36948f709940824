#!/bin/sh
# The whole program over a directory: an HR file against the directory that should agree with it
# (external/midpoint-hr-ldap), odd entries (external/futurama), and reports that survive faults.
. "$(dirname "$0")/lib.sh"
need_slapd
[ -x "$tenko" ] || skip "the program is not built"
[ -d "$external/midpoint-hr-ldap" ] || skip "external/midpoint-hr-ldap is not there"

prepare_slapd main <<'EOF'
limits * size.soft=500 size.hard=500 size.prtotal=unlimited
access to * by * read
EOF
{
  base_entry
  for file in 100-baseEntry 105-ldap-people 106-ldap-admin-accounts 110-ldap-people-system 200-groups \
    205-application-groups 210-admin-groups; do
    sed 's/{{ LDAP_BASE_DN }}/dc=example,dc=com/g' "$external/midpoint-hr-ldap/$file.ldif"
    printf '\n\n'
  done
  for file in "$external"/futurama/[0-9]*.ldif; do
    sed 's/dc=planetexpress,dc=com/dc=example,dc=com/' "$file"
    printf '\n\n'
  done
} >"$work/all.ldif"
load main "$work/all.ldif"
start_slapd main

cp "$external/midpoint-hr-ldap/export-initial.csv" "$work/hr.csv"
# config OPTIONS: the HR file against ou=users; OPTIONS stand in the source
config() {
  cat >"$work/tenko.yaml" <<EOF
organization: Example
language: en
as_of: 2026-03-31
ledger: $work/tenko.db
report: $work/report
rosters:
  - name: HR
    source: {connector: csv, path: $work/hr.csv}
    columns: {person_id: empnum, given_name: firstname, family_name: surname, employment: emptype, job_type: job, status: status}
    values: {status: {active: [Active], left: [Former employee], leave: [Long-term leave]}}
systems:
  - name: Directory
    source: {connector: ldap, url: "ldapi://$socket", base: "ou=users,dc=example,dc=com", schema: openldap,
             group_base: "dc=example,dc=com"$1}
    columns: {status: roomNumber}
    values: {status: {disabled: [disabled]}}
EOF
}
run() {
  "$tenko" "$@" -c "$work/tenko.yaml" >"$work/out" 2>"$work/err"
  status=$?
}
# raised RULE: the subjects of its exceptions, sorted
raised() {
  python3 -c '
import json, sys
rows = [json.loads(line) for line in open(sys.argv[1] + "/report/exceptions.jsonl", encoding="utf-8")]
print(" ".join(sorted(r["subject"] for r in rows if r["rule"] == sys.argv[2])))' "$work" "$1"
}
figure() {
  python3 -c '
import json, sys
print(json.load(open(sys.argv[1] + "/report/summary.json", encoding="utf-8"))["systems"][0][sys.argv[2]])' "$work" "$1"
}

config ''
run run
is "run: status" 0 "$status"
is "accounts" 39 "$(figure accounts)"
is "matched by the employee number" 38 "$(figure matched)"
is "nobody's" 1 "$(figure unmatched)"
is "orphan-account" test123 "$(raised orphan-account)"
# Five are on long-term leave; the LDIF disabled three of them (roomNumber) and says of the other two
# that the word is missing deliberately.
is "leave-account" 2 "$(raised leave-account | wc -w | tr -d ' ')"
# Where the LDIF's comments say that displayName is wrong.
is "name-mismatch" "afreeman jsmith2 jsmithwa" "$(raised name-mismatch)"
# slapd keeps no last logins here: nobody is accused, and the report says what could not be judged.
is "never-used-account" "" "$(raised never-used-account)"
has "not evaluated" 'leaver-login: the list has no last login.*never-used-account: ' "$work/report/systems.csv"
has "an exception names its entry" '"dn":"uid=test123,ou=users,dc=example,dc=com"' "$work/report/exceptions.jsonl"

run check
is "check: status" 0 "$status"
cat "$work/out" "$work/err" >"$work/check"
has "check: server" 'OpenLDAP' "$work/check"
has "check: entries" '39' "$work/check"
has "check: hidden attributes" 'pwdLastSuccess' "$work/check"

# futurama: RDNs with spaces, a photo, groups of another class.
read_rows --want name=cn --want kana=jpegPhoto "url=ldapi://$socket" base=ou=people,dc=example,dc=com schema=openldap \
  'filter=(objectClass=inetOrgPerson)' group_base=ou=people,dc=example,dc=com 'group_filter=(objectClass=Group)'
is "futurama: people" "0 7" "$status $(count_rows)"
is "futurama: a name with dots and spaces" "Philip J. Fry" "$(cell cn user_id fry)"
is "futurama: group" ship_crew "$(groups user_id fry)"
has "futurama: a photo is no text" 'ldap-binary, ldap-left-empty: jpegPhoto' "$work/out"

# init writes a section from what the root and a sample of entries show, and check understands it.
mkdir "$work/new"
cp "$work/hr.csv" "$work/new/hr.csv"
"$tenko" init "$work/new" --lang en --roster HR="$work/new/hr.csv" --ldap "ldapi://$socket" >"$work/out" 2>"$work/err"
is "init --ldap: status" 0 "$?"
has "init: schema and base" 'connector: ldap, url: "ldapi://.*", schema: openldap, base: "dc=example,dc=com", bind: anonymous' "$work/new/tenko.yaml"
has "init: what else may be set" '#   min_entries: fewer entries than this' "$work/new/tenko.yaml"
has "init: what the entries show" '# attributes of the sampled entries.*employeeNumber [0-9]+/[0-9]+' "$work/new/tenko.yaml"
"$tenko" check -c "$work/new/tenko.yaml" --lang en >"$work/out" 2>&1
has "init, check: fields" 'person_id <- ' "$work/out"
mkdir -p "$work/roster"
"$tenko" init "$work/roster" --lang en --ldap "ldapi://$socket" >"$work/out" 2>"$work/err"
is "init --ldap alone: status" 0 "$?"
has "init --ldap alone: the directory is the roster" '^rosters:$' "$work/roster/tenko.yaml"
hasnt "init --ldap alone: and no system" '^systems:$' "$work/roster/tenko.yaml"
printf 'require authc\naccess to * by users read\n' | prepare_slapd closed
load closed "$work/all.ldif"
open_port=$port open_socket=$socket open_pid=$pid
start_slapd closed
mkdir -p "$work/refused"
"$tenko" init "$work/refused" --lang en --roster HR="$work/new/hr.csv" --ldap "ldap://127.0.0.1:$port" >"$work/out" 2>"$work/err"
is "init --ldap where the server refuses: status" 3 "$?"
has "init --ldap where the server refuses: said" 'safer login|authentication required|unwilling|does not say' "$work/err"
is "init --ldap where the server refuses: nothing written" "" "$(ls "$work/refused")"
port=$open_port socket=$open_socket pid=$open_pid
"$tenko" init "$work/new/none" --roster HR="$work/new/hr.csv" --ldap "ldapi://$(printf %s "$work/nobody" | sed "s|/|%2f|g")" >"$work/out" 2>"$work/err"
is "init without a server: status" 3 "$?"

# Faults leave the old report as it is.
fingerprint() { (cd "$work/report" && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2 | sha256sum); }
before=$(fingerprint)
# refused WHAT PATTERN: the run failed with exit 3, one line, and nothing was written
refused() {
  is "$1: exit status" 3 "$status"
  is "$1: one message" 1 "$(grep -c . "$work/err")"
  has "$1: the message" "$2" "$work/err"
  is "$1: the report stands" "$before" "$(fingerprint)"
}
config ', min_entries: 1000'
run run
refused "too few entries" 'answered with 39 entries, and at least 1000 must come'
printf 'wrong' >"$work/password"
chmod 600 "$work/password"
config ", bind: simple, bind_dn: \"uid=geena,ou=users,dc=example,dc=com\", password_file: $work/password"
run run
refused "wrong password" 'refuses the login: Invalid credentials \(49\)'
config ''
kill "$pid"
wait "$pid" 2>/dev/null
run run
refused "the server is gone" 'no connection to the directory'

finish
