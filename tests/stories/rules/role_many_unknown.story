# An account with 25 roles that the policy does not know
Whoever is to act on it needs each of them: an account's own roles stand in the evidence all, unlike lists of other accounts.

$ run --lang en --as-of 2026-03-31

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
policy: {roles: roles.csv}
-- roles.csv --
system,role
税務,照会
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
-- tax.csv --
利用者ID,職員番号,権限
u1,001,R01;R02;R03;R04;R05;R06;R07;R08;R09;R10;R11;R12;R13;R14;R15;R16;R17;R18;R19;R20;R21;R22;R23;R24;R25

-- expect exceptions --
role-unknown  税務  u1  evidence.roles=R01,R02,R03,R04,R05,R06,R07,R08,R09,R10,R11,R12,R13,R14,R15,R16,R17,R18,R19,R20,R21,R22,R23,R24,R25
