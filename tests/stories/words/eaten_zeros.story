# Excel eats leading zeros
Contract 3: equal after NFKC, trimming and case folding, or, failing that, without leading zeros if that leaves exactly one candidate.
01234 and 001234 both exist: 1234 is either (ambiguous), 01234 is exact.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
000777,佐藤花子,税務課
01234,鈴木一郎,税務課
001234,高橋三郎,税務課
-- tax.csv --
利用者ID,職員番号
u1,777
u2,01234
u3,1234
u4,0001234

-- expect exceptions --
ambiguous-owner  税務  u3
ambiguous-owner  税務  u4
-- expect issues --
-- expect summary --
systems[0].matched == 2
