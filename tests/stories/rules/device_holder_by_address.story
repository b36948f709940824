# Devices whose user is named by address or login
Device managers write the address or the login where others write the number of a person. The one person of the rosters with that address (PC-1)
or login (PC-2) holds the device; an address of nobody (PC-3) is an unknown holder.

$ run

-- tenko.yaml --
as_of: 2026-04-01
language: en
rosters: [{name: staff, source: staff.csv}]
systems: [{name: lan, owner: IT, source: lan.csv}]
devices: {source: devices.csv}

-- staff.csv --
employee_id,name,email,login,department,left_on
001,佐藤花子,sato@example.jp,h.sato,IT,2026-02-28
002,鈴木一郎,suzuki@example.jp,i.suzuki,IT,2026-03-15
003,高橋美咲,takahashi@example.jp,m.takahashi,IT,
-- lan.csv --
user_id,person_id
m.takahashi,003
-- devices.csv --
Device name,Primary user UPN,Enrollment date,Device state
PC-1,Sato@example.jp,2024-04-01,Managed
PC-2,i.suzuki,2024-04-01,Managed
PC-3,lost@example.jp,2024-04-01,Managed
PC-4,takahashi@example.jp,2024-04-01,Managed
PC-5,sato@example.jp,2024-04-01,Retired
-- expect exceptions --
device-not-returned  devices  PC-1  person_id=001
device-not-returned  devices  PC-2  person_id=002
device-holder-unknown  devices  PC-3
