# What of a shared ID could not be read is not empty
An owner that Excel turned into 1.23457E+05 is somebody, only nobody knows whom: shared-no-owner is not judged for that ID, unless policy/shared
names the owner. An impossible creation date (R7.2.29) of an ID whose password was never changed leaves open whether the ID was there on the day
of the incident; where the password was changed before, it was there. Both are counted as not judged.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 窓口, owner: 市民課, source: list.csv}
policy: {shared: shared.csv, incidents: incidents.csv}

-- shared.csv --
system,user_id,owner
窓口,given,001
窓口,gone,002
-- incidents.csv --
system,user_id,date,reason
窓口,,2026-02-10,紛失
-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,市民課,
002,鈴木一郎,市民課,2026-01-31
-- list.csv --
利用者ID,種別,管理責任者,登録日,パスワード変更日
mangled,共用,1.23457E+05,2020-04-01,2026-03-01
given,共用,1.23457E+05,2020-04-01,2026-03-01
gone,共用,1月2日,2020-04-01,2026-03-01
empty,共用,,2020-04-01,2026-03-01
never,共用,001,R7.2.29,
before,共用,001,R7.2.29,2026-01-01

-- expect exceptions of shared-no-owner password-after-incident --
shared-no-owner  窓口  gone
shared-no-owner  窓口  empty
password-after-incident  窓口  before
-- expect summary --
systems[0].not_judged == {"shared-no-owner": 1, "initial-password": 1, "password-after-incident": 1}
