# Code and name, number and name, asset number and serial number stand side by side
In real exports the name of a role stands beside its code, the answerable person's name beside the number, the serial number beside
the asset number. The one that speaks more clearly is taken; a flag of 1 says "shared", but the code 1 of a 種別 says nothing, so it
is an input issue (CONTRACT section 3: an unknown word).

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}
  - {name: 財務, owner: 税務課, source: finance.csv}
devices: {source: devices.csv}
policy: {roles: roles.csv}

-- roster.csv --
職員番号,氏名,部局名,課名,退職日
001,佐藤花子,総務部,税務課,
002,鈴木一郎,総務部,税務課,2025-12-31

-- tax.csv --
利用者ID,職員番号,権限コード,権限名,共用フラグ,管理責任者,管理責任者職員番号
u1,001,01,照会,0,,
kyoyu,,01,照会,1,佐藤花子,001
kyoyu2,,01,照会,1,鈴木一郎,002

-- finance.csv --
利用者ID,職員番号,種別
u1,001,1

-- devices.csv --
資産番号,シリアル番号,ホスト名,職員番号,返却日
PC-1,S001,host1,002,
PC-2,S002,host2,001,

-- roles.csv --
system,role,department
税務,照会,税務課

-- expect exceptions --
shared-no-owner  税務  kyoyu2
device-not-returned  devices  PC-1
-- expect issues --
finance.csv:2 word-unknown 種別
