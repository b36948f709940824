# Shared and service accounts have an owner, not a holder
They are matched through `owner` only: their number, mail and name link nobody, so nothing about a holder is said of them. The owner may have lost its
zeros. The owner's own retirement is the owner's business.

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
職員番号,氏名,所属,メールアドレス,退職日
001,佐藤花子,税務課,sato@example.jp,2026-01-31
002,鈴木一郎,税務課,,

-- tax.csv --
利用者ID,職員番号,氏名,所属,メールアドレス,種別,管理責任者
s1,001,佐藤花子,税務課,sato@example.jp,共用,002
s2,,税務課共用,他課,,共用,2
s3,,,,,サービス,１

-- expect exceptions --
shared-no-owner  税務  s3  evidence.left_on=2026-01-31
-- expect issues --
-- expect summary --
systems[0].matched == 0
systems[0].unmatched == 0
systems[0].shared == 3
