#!/bin/sh
# Every limit of what a directory may send: at it, and one beyond. No server is needed but our own.
. "$(dirname "$0")/lib.sh"

base=base=dc=example
# answer MANNER [OPTION]…: reads what such a server sends
answer() {
  misbehave "$1"
  shift
  read_rows --facts "url=ldap://127.0.0.1:$port" "$base" schema=openldap timeout_s=20 "$@"
}

# Empty pages in a row: a server that searches long may send some.
answer empty_pages:99
is "99 empty pages" "0 1" "$status $(count_rows)"
answer empty_pages:100
failed "100 empty pages" 3 'sends the same page again and again, or only empty ones'

# A value: 1 MiB.
answer long_value:1048576 --want department=description
is "a value of 1 MiB" "0 1048576" "$status $(cell description user_id a | tr -d '\n' | wc -c | tr -d ' ')"
answer long_value:1048577 --want department=description
failed "one byte more" 3 'a value of description is 1048577 bytes long, more than the 1 MiB that is read \(uid=a,dc=example\)'

# A message: 64 MiB, of values that are all short enough.
answer long_message:67108864
is "a message of 64 MiB" "0 1" "$status $(count_rows)"
answer long_message:67108865
failed "one byte more" 3 'is no answer, or one of more than 64 MiB: '
answer no_message
failed "no LDAP at all" 3 'is no answer, or one of more than 64 MiB: .*check address and port'

# Referrals: all are counted, three are named.
answer many_referrals:3
has "three referrals" 'fact ldap-fact-referrals: 3: ldap://host1/ ldap://host2/ ldap://host3/$' "$work/out"
answer many_referrals:4
has "four referrals" 'fact ldap-fact-referrals: 4: ldap://host1/ ldap://host2/ ldap://host3/$' "$work/out"

# Entries: what may be the least.
answer ignores_paging min_entries=3
is "as many entries as must come" "0 3" "$status $(count_rows)"
answer ignores_paging min_entries=4
failed "one less" 3 'answered with 3 entries, and at least 4 must come'

finish
