# Two enabled personal accounts of one person
One exception for each of the two. A disabled second, an external second and a second in another system are none. Two rows of one user
ID are one account.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
  - {name: 福祉, owner: 税務課, source: welfare.csv}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋次郎,税務課
004,田中三郎,税務課

-- tax.csv --
利用者ID,職員番号,状態,種別,権限
a1,001,有効,個人,参照
a2,001,有効,個人,更新
b1,002,有効,個人,参照
b2,002,停止,個人,参照
c1,003,有効,個人,参照
c2,003,有効,外部,参照
d1,004,有効,個人,参照
ｄ1,004,有効,個人,更新

-- welfare.csv --
利用者ID,職員番号
a1,001

-- expect exceptions --
duplicate-account  税務  a1  severity=medium person_id=001 evidence.other_accounts=a2
duplicate-account  税務  a2  evidence.other_accounts=a1
-- expect issues --
-- expect summary --
systems[0].accounts == 7
