# 01234 and 001234 are two people
1234 could be either: ambiguous, both are named, nobody is linked (DATA). As written, each is himself: equality comes before dropping zeros.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属,退職日
01234,佐藤花子,税務課,
001234,鈴木一郎,税務課,2026-01-31

-- tax.csv --
利用者ID,職員番号,氏名,所属
bare,1234,鈴木一郎,税務課
exact5,01234,,
exact6,001234,,
zeros7,0001234,,

-- expect exceptions --
ambiguous-owner  税務  bare  severity=medium person_id=1234
ambiguous-owner  税務  zeros7
leaver-account  税務  exact6  person_id=001234
-- expect issues --
-- expect summary --
systems[0].ambiguous == 2
systems[0].matched == 2
systems[0].unmatched == 0
