# Everybody who left, and where they still are
Contract 6 and the appendix: a row for each person and each system that may hold people of the roster, license and the devices; "none" is said only
where the list proves it. The fiscal year is that of 29 December 2025 (92 days before 31 March), so 2025-03-31 (009) is before it and 2025-04-01
(001) is in it. 002 leaves today: still employed, and no list of yesterday proves that nothing will be left. 004 came back from leave and counts as well;
005 is on leave since the year before. 学校 holds only people of its own roster, 007 there. 税務 was exported a day before 003 left; 介護 declares
three rows and has two. Of devices those that are still out are named, a returned one only where none is out. 窓口 has an account of nobody whose name is 003's.

$ run --as-of 2026-03-31 --lang en

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
  - {name: 教員, source: teachers.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv, exported_on: 2026-02-27, rosters: [職員]}
  - {name: 介護, owner: 税務課, source: care.csv, exported_on: 2026-03-30, declared_rows: 3, rosters: [職員]}
  - {name: 窓口, owner: 税務課, source: desk.csv, exported_on: 2026-03-30, rosters: [職員]}
  - {name: 旧台帳, owner: 税務課, source: {connector: none}, rosters: [職員]}
  - {name: 学校, owner: 税務課, source: school.csv, exported_on: 2026-03-30, rosters: [教員]}
licenses:
  - {name: テレワーク, source: telework.csv, exported_on: 2026-03-30}
devices: {source: devices.csv, exported_on: 2026-03-30}
safety: {missing_list: report}

-- roster.csv --
職員番号,氏名,所属,退職日,休職開始日,休職終了日
001,佐藤花子,税務課,2025-04-01,,
002,鈴木一郎,税務課,2026-03-31,,
003,高橋次郎,税務課,2026-02-28,,
004,田中三郎,税務課,,2025-05-01,2025-06-30
005,伊藤四郎,税務課,,2025-03-01,2026-12-31
006,渡辺五郎,税務課,,,
009,中村九郎,税務課,2025-03-31,,

-- teachers.csv --
職員番号,氏名,所属,退職日
T07,小林七子,税務課,2026-01-31

-- tax.csv --
利用者ID,職員番号,状態,最終ログイン日
u1,001,有効,2025-03-30
u1b,001,停止,2025-04-20
u2,002,有効,
u4,004,停止,

-- care.csv --
利用者ID,職員番号
k1,001
k6,006

-- desk.csv --
利用者ID,氏名
m1,高橋次郎
m2,架空太郎

-- school.csv --
利用者ID,職員番号
s6,T06

-- telework.csv --
職員番号,最終利用日
001,2025-03-01

-- devices.csv --
端末番号,職員番号,返却日
PC-1,001,
PC-2,001,2025-03-31
PC-3,003,2026-02-28

-- expect file leavers.csv --
person_id,name,department,reason,from,to,target_kind,target,state,subjects,last_login_on,list_date
001,佐藤花子,税務課,left,2025-04-01,,system,税務,enabled,"u1, u1b",2025-04-20,2026-02-27
001,佐藤花子,税務課,left,2025-04-01,,system,介護,enabled,k1,,2026-03-30
001,佐藤花子,税務課,left,2025-04-01,,system,窓口,none,,,2026-03-30
001,佐藤花子,税務課,left,2025-04-01,,system,旧台帳,not_delivered,,,
001,佐藤花子,税務課,left,2025-04-01,,license,テレワーク,enabled,001,2025-03-01,2026-03-30
001,佐藤花子,税務課,left,2025-04-01,,devices,devices,enabled,PC-1,,2026-03-30
002,鈴木一郎,税務課,leaving,2026-03-31,,system,税務,enabled,u2,,2026-02-27
002,鈴木一郎,税務課,leaving,2026-03-31,,system,窓口,not_provable,,,2026-03-30
003,高橋次郎,税務課,left,2026-02-28,,system,税務,not_provable,,,2026-02-27
003,高橋次郎,税務課,left,2026-02-28,,system,介護,not_provable,,,2026-03-30
003,高橋次郎,税務課,left,2026-02-28,,system,窓口,not_provable,m1,,2026-03-30
003,高橋次郎,税務課,left,2026-02-28,,license,テレワーク,none,,,2026-03-30
003,高橋次郎,税務課,left,2026-02-28,,devices,devices,disabled,PC-3,,2026-03-30
004,田中三郎,税務課,leave,2025-05-01,2025-06-30,system,税務,disabled,u4,,2026-02-27
T07,小林七子,税務課,left,2026-01-31,,system,学校,none,,,2026-03-30
-- expect no file leavers.csv --
005,
006,
009,
T07,小林七子,税務課,left,2026-01-31,,system,税務
,system,学校,enabled
001,佐藤花子,税務課,left,2025-04-01,,system,学校
