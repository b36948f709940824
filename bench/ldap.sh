#!/bin/sh
# 100,000 entries from a real slapd: Tenko's whole run beside ldapsearch with the same page size and
# attributes, which only prints them. Best of five each, in turn; the ratio must stay below 1.3.
#     bench/ldap.sh [TENKO] [ENTRIES]
tenko=$(realpath "${1:-build/release/src/cli/tenko}")
entries=${2:-100000}
TEST_ROWS=/bin/true TEST_TENKO=$tenko TEST_HERE=$(realpath "$(dirname "$0")/../tests/ldap")
. "$(dirname "$0")/../tests/ldap/lib.sh"
need_slapd
[ -x "$tenko" ] || skip "no program at $tenko: cmake --preset release && cmake --build --preset release"

prepare_slapd main <<'EOF'
limits * size.soft=500 size.hard=500 size.prtotal=unlimited
access to * by * read
EOF
{
  base_entry
  printf 'dn: ou=people,dc=example,dc=com\nobjectClass: organizationalUnit\nou: people\n\n'
  awk -v n="$entries" 'BEGIN { for (i = 1; i <= n; i++) {
    printf "dn: uid=u%06d,ou=people,dc=example,dc=com\nobjectClass: inetOrgPerson\nuid: u%06d\n", i, i
    printf "cn: Person %d\nsn: %d\nemployeeNumber: %06d\nmail: u%06d@example.com\n", i, i, i, i
    printf "departmentNumber: %d\nou: Section %d\ntitle: Clerk\n", i % 90, i % 90
    printf "pwdChangedTime: 20260101120000Z\npwdLastSuccess: 20260301120000Z\n\n" } }'
} >"$work/people.ldif"
load main "$work/people.ldif"
start_slapd main
awk -v n="$entries" 'BEGIN { print "person_id,name,department"
  for (i = 1; i <= n; i++) printf "%06d,Person %d,Section %d\n", i, i, i % 90 }' >"$work/roster.csv"
cat >"$work/tenko.yaml" <<EOF
organization: Bench
language: en
as_of: 2026-03-31
report: report
rosters:
  - {name: HR, source: {connector: csv, path: roster.csv}}
systems:
  - name: Directory
    source: {connector: ldap, url: "ldapi://$socket", base: "ou=people,dc=example,dc=com", schema: openldap}
EOF

by_ldapsearch() {
  ldapsearch -x -LLL -o ldif-wrap=no -H "ldapi://$socket" -b ou=people,dc=example,dc=com -E pr=500/noprompt \
    '(|(objectClass=person)(objectClass=account)(objectClass=posixAccount))' \
    uid employeeNumber displayName cn 'displayName;lang-ja;phonetic' 'cn;lang-ja;phonetic' mail departmentNumber ou \
    memberOf pwdAccountLockedTime createTimestamp pwdLastSuccess authTimestamp pwdChangedTime shadowLastChange \
    pwdEndTime shadowExpire isDeleted >"$work/printed"
}
by_tenko() { "$tenko" run -c "$work/tenko.yaml" --no-ledger --format jsonl >/dev/null 2>"$work/err" || { cat "$work/err"; exit 1; }; }
now() { date +%s%N; }
# faster COMMAND MILLISECONDS: the smaller of that number and of what the command takes now
faster() {
  began=$(now)
  "$1"
  took=$((($(now) - began) / 1000000))
  [ "$took" -lt "$2" ] && echo "$took" || echo "$2"
}
by_ldapsearch # warms the server's cache
is "ldapsearch sees every entry" "$entries" "$(grep -c '^dn: ' "$work/printed")"
search=1000000
run=1000000
for _ in 1 2 3 4 5; do # in turn, so that both see the same machine
  search=$(faster by_ldapsearch "$search")
  run=$(faster by_tenko "$run")
done
is "tenko sees every account" "$entries" "$(python3 -c "import json; print(json.load(open('$work/report/summary.json'))['systems'][0]['accounts'])")"
ratio=$((run * 100 / search))
printf '%s entries: ldapsearch %s ms, tenko run %s ms, ratio %d.%02d\n' "$entries" "$search" "$run" $((ratio / 100)) $((ratio % 100))
is "at most 1.3 times as long" yes "$([ "$ratio" -le 130 ] && echo yes)"
finish
