# Blank cells mean any, rows are alternatives
照会 is for everybody (all cells blank). 更新 is for 係長 of 税務課, or for any 再任用. 承認 needs 課長. With concurrent posts the person's
values are united, cell by cell (BRIEF: the united sets are compared field by field).

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
policy: {roles: roles.csv}

-- roles.csv --
システム,権限,所属,職種,役職,雇用形態
税務,照会,,,,
税務,更新,税務課,,係長,
税務,更新,,,,再任用
税務,承認,,,課長,
税務,検診,,保健師,,

-- roster.csv --
職員番号,氏名,所属,職種,役職,雇用形態
001,佐藤花子,税務課,事務,係長,正規
002,鈴木一郎,市民課,事務,係長,正規
003,高橋次郎,市民課,事務,主事,再任用
004,田中三郎,税務課,事務,主事,正規
004,田中三郎,市民課,保健師,係長,正規
005,伊藤四郎,税務課,,,

-- tax.csv --
利用者ID,職員番号,権限
section_chief,001,照会;更新
other_department,002,照会;更新
second_row,003,照会;更新;検診
united,004,更新;検診
blank_person,005,照会;承認

-- expect exceptions --
role-not-allowed  税務  other_department  evidence.roles=更新
role-not-allowed  税務  second_row  evidence.roles=検診
role-not-allowed  税務  blank_person  evidence.roles=承認
-- expect issues --
