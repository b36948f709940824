# Holders that there is nowhere to look up
A list of numbers, where some rows have only an address: those of nobody in the roster may belong to accounts of a system that the
license does not name. The rule is evaluated for the others, and the coverage counts the two: silence is no pass.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - {name: 製図, source: cad.csv}

-- roster.csv --
職員番号,氏名,メールアドレス
001,佐藤花子,sato@example.jp
-- cad.csv --
職員番号,メールアドレス,最終利用日
001,,2026-03-01
,sato@example.jp,2026-03-01
,ghost@example.jp,2026-03-01
,guest@example.jp,2026-03-01
009,,2026-03-01

-- expect exceptions of license-unknown-holder --
license-unknown-holder  製図  009
-- expect summary --
licenses[0].not_judged == {"license-unknown-holder": 2}
licenses[0].held_by_unknown == 1
