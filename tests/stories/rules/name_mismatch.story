# The account's name against the person's names
Linked by its number, an account must bear the person's name, former name or kana (contract 5). Variant forms, spaces and widths make
no difference (contract 4); an account without a name says nothing. A link by name and department cannot mismatch.

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
職員番号,氏名,旧姓,フリガナ,所属
001,髙橋 花子,山﨑花子,タカハシ ハナコ,税務課
002,鈴木 一郎,,スズキ イチロウ,税務課

-- tax.csv --
利用者ID,職員番号,氏名,所属
same,001,高橋花子,税務課
former,001,山崎　花子,税務課
kana,001,ﾀｶﾊｼ ﾊﾅｺ,税務課
empty,001,,税務課
other,001,鈴木一郎,税務課
by_name,,鈴木一郎,税務課

-- expect exceptions --
name-mismatch  税務  other  severity=high person_id=001 matched_by=person_id evidence.account_name=鈴木一郎
duplicate-account  税務  same
duplicate-account  税務  former
duplicate-account  税務  kana
duplicate-account  税務  empty
duplicate-account  税務  other
-- expect issues --
