# The account's department against the person's posts
Concurrent posts (兼務) are united: an account in any of them is right. Name or code, whichever the list gives; widths and
spaces make no difference. An unknown department is none of the holder's. An empty cell says nothing.

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
職員番号,氏名,所属コード,所属
001,佐藤花子,110,税務課
001,佐藤花子,120,市民課
002,鈴木一郎,130,ＩＴ推進課

-- tax.csv --
利用者ID,職員番号,所属コード,所属,種別
first,001,110,税務課,個人
second,001,,市民課,外部
code,002,130,,個人
width,002,,IT 推進課,外部
empty,002,,,外部
moved,002,110,税務課,外部
unknown,002,,企画課,外部
codewins,002,110,ＩＴ推進課,外部

-- expect exceptions --
department-mismatch  税務  moved  severity=medium person_id=002 evidence.account_department=税務課
department-mismatch  税務  unknown
department-mismatch  税務  codewins
-- expect issues --
