# Spaces of every kind
U+3000, U+00A0, U+200B and U+FEFF (which NFKC leaves) are removed from names and trimmed from IDs.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv (python) --
out.write("職員番号,氏名,所属\n001,佐藤　花子,税務課\n002,鈴木 一郎,税務課\n003,高橋\u200b三郎,税務課\n004,田中\ufeff四郎,税務課\n".encode())
-- tax.csv (python) --
out.write("利用者ID,職員番号,氏名\nu1,\u3000001,佐藤花子\nu2,002\u00a0,鈴木\u00a0一郎\nu3,\u200b003,高橋三郎\nu4,004\ufeff,田中四郎\n".encode())

-- expect exceptions --
-- expect issues --
-- expect summary --
systems[0].matched == 4
