# What an orphan's ID looks like
Issue: check and orphan-account name what IDs look like. It is a hint in the evidence, never a verdict: all of them are orphans still. A name that
only begins alike (testa, roomer, svcarlsson, rootless) looks like nothing; what `kinds` names is no orphan.

$ check --lang en
$ run --lang en

-- tenko.yaml --
as_of: 2026-04-01
language: en
rosters: [{name: staff, source: staff.csv}]
systems: [{name: lan, owner: IT, source: lan.csv, kinds: {service: ["svc-*"]}}]

-- staff.csv --
employee_id,name,login,department
001,佐藤花子,h.sato,IT
-- lan.csv --
user_id
h.sato
svc-backup
MSOL_5f3a
HealthMailbox7c1
krbtgt
Administrator
adm-h.sato
PC-0123$
t.hojo_partner.example#EXT#@city.example
test01
kiosk-3
会議室A
testa
roomer
svcarlsson
rootless

-- expect exceptions --
orphan-account  lan  MSOL_5f3a  evidence.looks_like=service
orphan-account  lan  HealthMailbox7c1  evidence.looks_like=service
orphan-account  lan  krbtgt  evidence.looks_like=service
orphan-account  lan  Administrator  evidence.looks_like=built_in
orphan-account  lan  adm-h.sato  evidence.looks_like=admin
orphan-account  lan  PC-0123$  evidence.looks_like=computer
orphan-account  lan  t.hojo_partner.example#EXT#@city.example  evidence.looks_like=guest
orphan-account  lan  test01  evidence.looks_like=test
orphan-account  lan  kiosk-3  evidence.looks_like=kiosk
orphan-account  lan  会議室A  evidence.looks_like=room
orphan-account  lan  testa  evidence.looks_like=
orphan-account  lan  roomer  evidence.looks_like=
orphan-account  lan  svcarlsson  evidence.looks_like=
orphan-account  lan  rootless  evidence.looks_like=
-- expect file exceptions.csv --
looks like: meeting room
