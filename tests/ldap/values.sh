#!/bin/sh
# What becomes of values that no directory should have: said with the entry's DN, left empty, never half.
. "$(dirname "$0")/lib.sh"

misbehave odd_values
# odd [OPTION]…: reads what such a server sends
odd() { read_rows --facts "$@" "url=ldap://127.0.0.1:$port" base=dc=example timeout_s=5; }

odd schema=389ds
is "every entry that is not deleted" "0 13" "$status $(count_rows)"
is "a Japanese value wins, its reading is no name" "佐藤 花子" "$(cell name user_id a)"
is "the reading" "さとう はなこ" "$(cell kana user_id a)"
is "several values, and a newline in one" "Tax Office|IT" "$(cell department user_id a)"
is "of two IDs the one that names the entry" 1 "$(column user_id | grep -cx b)"
has "is said" 'note cell 0 ldap-several-values, ldap-took-one: uid: 2 \(uid=b,dc=example\)' "$work/out"
is "an empty value is none" "" "$(cell person_id user_id b)"
has "bytes that are no text" 'ldap-binary, ldap-left-empty: displayName \(1 B\) \(uid=j,dc=example\)' "$work/out"
has "another attribute serves" 'ldap-binary, ldap-took-other: displayName \(3 B\) \(uid=c,dc=example\)' "$work/out"
is "and is the name" Carol "$(cell name user_id c)"
is "a value that is text serves" Kay "$(cell name user_id k)"
is "but a day is unknown, whatever another attribute says" "" "$(cell password_changed_on user_id j)"
has "and said to be" 'ldap-binary, ldap-left-empty: pwdUpdateTime \(1 B\) \(uid=j,' "$work/out"
has "a day that is none, cut where it is long" 'ldap-garbage, ldap-left-empty: createTimestamp: (never ){33}ne \(uid=c' "$work/out"
is "one value that says disabled is enough" disabled "$(cell status user_id d)"
is "the newest day" 2026-03-01 "$(cell last_login_on user_id d)"
is "isDeleted: TRUE alone is one" "1 0" "$(column user_id | grep -cx h) $(column user_id | grep -cx g)"
is "roles of two attributes" "a b" "$(groups user_id i | tr '|' '\n' | sort -u | paste -sd ' ')"
has "a role that is no text" 'ldap-binary, ldap-left-empty: nsRole' "$work/out"
has "deleted ones are counted" 'fact ldap-fact-deleted: 1$' "$work/out"
has "and machines" 'fact ldap-fact-machines: 1$' "$work/out"

odd --people schema=389ds
is "a machine is nobody" "0 12" "$status $(count_rows)"
has "said" 'fact ldap-fact-no-people: 1$' "$work/out"
odd schema=ad
is "a machine's kind" service "$(cell kind name e)"
is "so is the account of a domain that trusts this one" "service service" "$(cell kind user_id 'TRUST$') $(cell kind user_id 'TYPED$')"
is "a user's is not said" "" "$(cell kind user_id user)"
odd --people --facts schema=ad
is "neither is a person" "" "$(column login | grep '\$')"
hasnt "what only tells machines is not missed" 'ldap-fact-hidden: .*(userAccountControl|sAMAccountType)' "$work/out"
odd --want department=ou schema=389ds
is "a column by its attribute's name" "Tax Office|IT" "$(cell ou user_id a)"

misbehave odd_state
odd --want status=myFlag schema=openldap
failed "a state that may mean either" 2 'whether TRUE in myFlag means in use or locked is not known'

finish
