# ヅ and ズ, ヂ and ジ stay apart
They are different names: 水津 みづつ is not みずつ.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,カナ氏名,所属
001,水津一,ミヅツ ハジメ,税務課
002,藤千次,フヂ センジ,税務課
-- tax.csv --
利用者ID,職員番号,氏名
u1,001,ミズツ ハジメ
u2,002,フジ センジ

-- expect exceptions --
name-mismatch  税務  u1
name-mismatch  税務  u2
