# People outside with a roster of their own
KA-26, SA-15: external accounts are matched in the same way, against all rosters together. Who is in none of them is an orphan.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
  - {name: 指定管理者, source: managers.csv}
systems:
  - {name: 図書館, owner: 図書館課, source: library.csv, kinds: {external: ["ext-*"]}}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,図書館課

-- managers.csv --
職員番号,氏名,所属,退職日
X-01,鈴木一郎,分館,2026-01-31
X-02,高橋次郎,分館,

-- library.csv --
利用者ID,職員番号,氏名,所属
ext-1,x-01,鈴木一郎,分館
ext-2,,高橋次郎,分館
ext-3,X-03,田中三郎,分館
u1,001,佐藤花子,図書館課

-- expect exceptions --
leaver-account  図書館  ext-1  person_id=X-01
orphan-account  図書館  ext-3
-- expect issues --
-- expect summary --
rosters[1].people == 2
systems[0].matched == 3
systems[0].unmatched == 1
