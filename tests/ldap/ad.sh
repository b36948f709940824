#!/bin/sh
# Active Directory, as Samba's domain controller speaks it: account control bits, FILETIMEs, ranges,
# a lagging last login, and a reading account without any further right.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/samba.sh"
need_samba

make_ca
make_certificate server 2 'IP:127.0.0.1,DNS:dc1.example.test'
provision 'ldap kdc'

# filetime DAYS: midnight of that day since 1970, in 100 ns since 1601
filetime() { echo $((($1 + 134774) * 864000000000)); }
day_login=$(filetime 20513)   # 2026-03-01
day_old=$(filetime 20240)     # 2025-06-01
day_expired=$(filetime 20528) # 2026-03-16

# 1,200 users. Every tenth is disabled; 5 has expired, 6 expires never (0), 7 never (the largest
# number); 8 must change the password; 9 has an employeeNumber only and no displayName.
users() {
  printf 'dn: OU=Staff,DC=example,DC=test\nobjectClass: organizationalUnit\n\n'
  awk 'BEGIN {
    for (i = 1; i <= 1200; i++) {
      printf "dn: CN=User %d,OU=Staff,DC=example,DC=test\nobjectClass: user\nsAMAccountName: user%04d\n", i, i
      printf i == 9 ? "employeeNumber: %06d\n" : "employeeID: %06d\ndisplayName:: 5bGx55Sw5aSq6YOO\n", i
      printf "mail: user%04d@example.test\ndepartment: Section %d\ntitle: Clerk\n", i, i % 10
      printf "userAccountControl: %d\n", i % 10 == 0 ? 66082 : 544
      if (i == 10) print "msDS-PhoneticDisplayName:: 44Ok44Oe44OAIOOCv+ODreOCpg=="
      print ""
    }
    for (i = 1; i <= 400; i++)
      printf "dn: CN=Contact %d,OU=Staff,DC=example,DC=test\nobjectClass: contact\n\n", i
    print "dn: CN=Everybody\\, all,OU=Staff,DC=example,DC=test\nobjectClass: group\nsAMAccountName: everybody"
    for (i = 1; i <= 1200; i++) printf "member: CN=User %d,OU=Staff,DC=example,DC=test\n", i
    for (i = 1; i <= 400; i++) printf "member: CN=Contact %d,OU=Staff,DC=example,DC=test\n", i
    print ""
  }'
}
# What only the stopped server takes: times of the past.
past() {
  awk -v login="$day_login" -v old="$day_old" -v expired="$day_expired" 'function set(i, attribute, value) {
      printf "dn: CN=User %d,OU=Staff,DC=example,DC=test\nchangetype: modify\nreplace: %s\n%s: %s\n\n", i, attribute, attribute, value }
    BEGIN {
      for (i = 1; i <= 1200; i++) if (i > 3) set(i, "lastLogonTimestamp", i == 4 ? old : login)
      set(4, "lastLogon", login)
      set(11, "lastLogon", old)
      set(5, "accountExpires", expired)
      set(6, "accountExpires", "0")
      set(7, "accountExpires", "9223372036854775807")
      set(8, "pwdLastSet", "0")
      set(13, "adminCount", "1")
    }'
}
# 20 has Domain Admins as primary group, which memberOf does not show; 21 is in a group of a group in Domain Admins.
cat >"$work/nested.ldif" <<'EOF'
dn: CN=Inner,OU=Staff,DC=example,DC=test
objectClass: group
sAMAccountName: inner
member: CN=User 21,OU=Staff,DC=example,DC=test

dn: CN=Middle,OU=Staff,DC=example,DC=test
objectClass: group
sAMAccountName: middle
member: CN=Inner,OU=Staff,DC=example,DC=test

dn: CN=PC 1,OU=Staff,DC=example,DC=test
objectClass: computer
sAMAccountName: PC1$
userAccountControl: 4096

EOF
cat >"$work/primary.ldif" <<'EOF'
dn: CN=Domain Admins,CN=Users,DC=example,DC=test
changetype: modify
add: member
member: CN=Middle,OU=Staff,DC=example,DC=test
member: CN=User 20,OU=Staff,DC=example,DC=test

dn: CN=User 20,OU=Staff,DC=example,DC=test
changetype: modify
replace: primaryGroupID
primaryGroupID: 512

EOF
users >"$work/users.ldif"
past >"$work/past.ldif"
samdb ldbadd --relax "$work/users.ldif"
samdb ldbmodify --relax "$work/past.ldif"
samdb ldbdel 'CN=User 1200,OU=Staff,DC=example,DC=test'
samba-tool user setpassword user0012 --newpassword='Test-Passw0rd' -H "$work/dc/private/sam.ldb" >/dev/null 2>&1 || { echo 'no password'; exit 1; }
samba-tool user create reader 'Reader-Passw0rd' -H "$work/dc/private/sam.ldb" >/dev/null 2>&1 || { echo "no reader"; exit 1; }
samba-tool spn add ldap/127.0.0.1 'DC1$' -H "$work/dc/private/sam.ldb" -s "$work/dc/etc/smb.conf" >/dev/null 2>&1
samdb ldbadd --relax "$work/nested.ldif"
samdb ldbmodify --relax "$work/primary.ldif"
start_samba

printf 'Reader-Passw0rd\n' >"$work/password"
chmod 600 "$work/password"
base=base=OU=Staff,DC=example,DC=test
reader="schema=ad bind=simple bind_dn=reader@example.test password_file=$work/password"
ldaps="url=ldaps://127.0.0.1 tls_ca=$work/ca.pem"

read_rows --facts $ldaps "$base" $reader
is "status" "0 " "$status $(cat "$work/err")"
is "users: without contacts, groups and the deleted one" 1199 "$(count_rows)"
is "header" "user_id person_id name kana email department role status privileged kind created_on last_login_on password_changed_on expires_on" \
  "$(head -n 1 "$work/out" | tr '\t' ' ' | sed 's/ department_code//')"
is "enabled" enabled "$(cell status user_id user0001)"
is "disabled, password never expires" disabled "$(cell status user_id user0010)"
is "disabled: how many" 119 "$(column status | grep -c '^disabled$')"
is "employeeID keeps its zeros" 000001 "$(cell person_id user_id user0001)"
is "else employeeNumber" 000009 "$(cell person_id user_id user0009)"
is "displayName" 山田太郎 "$(cell name user_id user0001)"
is "else cn" "User 9" "$(cell name user_id user0009)"
is "phonetic name" "ヤマダ タロウ" "$(cell kana user_id user0010)"
is "mail, department" "user0001@example.test Section 1" "$(cell email user_id user0001) $(cell department user_id user0001)"
is "role: the group's DN, without Domain Users" 'CN=Everybody\, all,OU=Staff,DC=example,DC=test' "$(cell role user_id user0001)"
is "expired at midnight: off on that day" 2026-03-15 "$(cell expires_on user_id user0005)"
is "accountExpires 0 is never" "" "$(cell expires_on user_id user0006)"
is "accountExpires largest is never" "" "$(cell expires_on user_id user0007)"
is "password must change" "" "$(cell password_changed_on user_id user0008)"
is "password changed" "$(date -u +%F)" "$(cell password_changed_on user_id user0012)"
is "adminCount" yes "$(cell privileged user_id user0013)"
is "no adminCount" "" "$(cell privileged user_id user0001)"
is "last login" 2026-03-01 "$(cell last_login_on user_id user0005)"
is "lastLogon is newer" 2026-03-01 "$(cell last_login_on user_id user0004)"
is "lastLogon is older" 2026-03-01 "$(cell last_login_on user_id user0011)"
is "never logged in" "" "$(cell last_login_on user_id user0001)"
is "created today" "$(date -u +%F)" "$(cell created_on user_id user0001)"
has "the last login lags" 'login lag 14$' "$work/out"
has "vendor, level, host" 'fact ldap-fact-server: Samba Team .* functional level [0-9]+ dc1.example.test' "$work/out"
has "TLS" 'fact ldap-fact-tls: TLS ?v?1\.[23]' "$work/out"
has "who we are: as configured, for Samba does not say" 'fact ldap-fact-identity: reader@example.test' "$work/out"

for size in 1000 100; do
  read_rows $ldaps "$base" $reader page_size=$size
  is "page_size $size: different users" 1199 "$(column user_id | sort -u | wc -l | tr -d ' ')"
done

# A whole domain: what the server refers to is named, not followed.
read_rows --facts $ldaps base=DC=example,DC=test $reader
is "the whole domain" yes "$([ "$(count_rows)" -ge 1202 ] && echo yes)"
has "referrals are named" 'fact ldap-fact-referrals: [1-9][0-9]*: ldaps?://' "$work/out"

# Memberships that memberOf lacks: groups in groups, primary groups.
read_rows --facts $ldaps "$base" $reader 'filter=(|(sAMAccountName=user002*)(sAMAccountName=PC1$))'
is "a primary group" "Administrators|Denied RODC Password Replication Group|Domain Admins|Everybody\\, all" "$(groups user_id user0020)"
is "groups of groups" "Administrators|Denied RODC Password Replication Group|Domain Admins|Everybody\\, all|Inner|Middle" "$(groups user_id user0021)"
is "neither" "Everybody\\, all" "$(groups user_id user0022)"
is "a computer is a service" service "$(cell kind user_id 'PC1$')"
has "and counted" 'fact ldap-fact-machines: 1$' "$work/out"
hasnt "memberships are known" '^# roles in doubt 1' "$work/out"
read_rows --people $ldaps "$base" $reader 'filter=(|(sAMAccountName=user002*)(sAMAccountName=PC1$))'
is "a computer is no person" 10 "$(count_rows)"

# Ranges: asked for the first hundred, the rest is fetched until the server says *.
read_rows --want 'members=member;range=0-99' $ldaps "$base" $reader 'filter=(sAMAccountName=everybody)'
is "range: every member" 1599 "$(column 'member;range=0-99' | tr '|' '\n' | sort -u | grep -c .)"
read_rows --want members=member $ldaps "$base" $reader 'filter=(sAMAccountName=everybody)'
is "every member at once" 1599 "$(column member | tr '|' '\n' | sort -u | grep -c .)"
read_rows $ldaps "$base" $reader group_base=OU=Staff,DC=example,DC=test
is "roles from the group's side" 'CN=Everybody\, all,OU=Staff,DC=example,DC=test' "$(cell role user_id user1199)"

# Logins.
printf 'wrong' >"$work/password"
read_rows $ldaps "$base" $reader
failed "wrong password" 3 'refuses the login: Invalid credentials \(49\)'
printf 'Reader-Passw0rd' >"$work/password"
read_rows url=ldap://127.0.0.1 "$base" $reader
failed "clear text: the domain wants more" 3 'wants a safer login: Strong\(er\) authentication required \(8\).*ldaps'
read_rows url=ldap://127.0.0.1 starttls=true "tls_ca=$work/ca.pem" "$base" $reader
is "starttls" "0 1199" "$status $(count_rows)"
read_rows $ldaps "$base" schema=ad
failed "anonymous" 3 'ldaps://127.0.0.1: .*(Operations error \(1\)|\(50\))'
read_rows --probe $ldaps $reader
has "probe: schema" '^schema ad$' "$work/out"
has "probe: base" '^base DC=example,DC=test$' "$work/out"
has "probe: attributes" '^attribute sAMAccountName 50/50$' "$work/out"

# Kerberos: a ticket of the domain's own; signed and sealed without TLS.
get_ticket
read_rows --facts url=ldap://127.0.0.1 "$base" schema=ad bind=gssapi
is "gssapi" "0 1199" "$status $(count_rows)"
has "gssapi: how we logged in" 'fact ldap-fact-identity: gssapi' "$work/out"
unset KRB5_CONFIG KRB5CCNAME

# The program: dormant_days within the lag is refused, with the reason.
if [ -x "$tenko" ]; then
  {
    echo person_id,name
    awk 'BEGIN { for (i = 1; i <= 1199; i++) printf "%06d,%s\n", i, i == 9 ? "User 9" : "山田太郎" }'
  } >"$work/roster.csv"
  # dormant DAYS: runs with that threshold
  dormant() {
    cat >"$work/tenko.yaml" <<EOF
language: en
as_of: 2026-03-31
report: $work/report
rosters: [{name: HR, source: {connector: csv, path: $work/roster.csv}}]
systems:
  - name: AD
    dormant_days: $1
    source: {connector: ldap, url: "ldaps://127.0.0.1", tls_ca: $work/ca.pem, base: "OU=Staff,DC=example,DC=test", schema: ad,
             bind: simple, bind_dn: reader@example.test, password_file: $work/password}
EOF
    "$tenko" run -c "$work/tenko.yaml" --no-ledger >"$work/out" 2>&1
    status=$?
  }
  dormant 14
  is "dormant_days 14: refused" 2 "$status"
  has "dormant_days 14: with the reason" 'dormant_days is 14, but .* lags up to 14 days behind: set 15 or more' "$work/out"
  is "dormant_days 14: nothing written" "" "$(ls "$work/report" 2>/dev/null)"
  dormant 15
  # 1,196 logged in 30 days ago; of them 119 are disabled and number 5 has expired.
  is "dormant_days 15: raised" 1076 "$(grep -c '"rule":"dormant-account"' "$work/report/exceptions.jsonl")"
  has "the DN is the source" '"dn":"CN=User 4,OU=Staff,DC=example,DC=test"' "$work/report/exceptions.jsonl"
fi

# The domain controller dies between two pages.
mkfifo "$work/go"
: >"$work/out" # what an earlier reader wrote is not waited for
"$rows" --pause-after 150 $ldaps "$base" $reader page_size=100 timeout_s=5 <"$work/go" >"$work/out" 2>"$work/err" &
reader_pid=$!
exec 3>"$work/go"
until_true is_paused 150
stop_samba
echo >&3
exec 3>&-
wait "$reader_pid"
status=$?
failed "the controller stops between two pages" 3 'connection to the directory broke off'

finish
