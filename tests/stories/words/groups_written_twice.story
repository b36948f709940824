# One group in two writings
Case, blanks and names of attributes make no other group of a DN: an account that has it twice (memberOf, and a role or an older
export) has one role. cn=b stands in two folders, so each keeps its DN, once.

$ run --as-of 2026-03-31 --no-ledger --lang en

-- tenko.yaml --
rosters: [{name: staff, source: staff.csv}]
systems: [{name: ad, source: ad.csv}]

-- staff.csv --
person_id,name
001,Anna Berg
-- ad.csv --
user_id,person_id,memberOf
u1,001,"cn=a,dc=ex;CN=A, DC=ex;cn=b,ou=x,dc=ex;CN=b,OU=x,DC=ex;cn=b,ou=y,dc=ex"
u2,001,"2.5.4.3=a,dc=ex"

-- expect file inventory/ad.csv --
,"a, cn=b,ou=x,dc=ex, cn=b,ou=y,dc=ex",yes,
ad,u2,personal,001,Anna Berg,active,,,a,yes
