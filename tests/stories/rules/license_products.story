# Products of one list
A list of several products under one license without `product`: a holder's two products are no duplicate, two seats of one are, however they are
written; what would do is one of each. Under a `product` with a wildcard the editions are one product, and two of them are a duplicate.
seats.csv names the product of each seat; of joined ones those that the license means.

$ run --as-of 2026-03-31 --no-ledger --lang en

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - {name: 全体, source: suite.csv, unit_cost: 100}
  - {name: 会議, product: "Meet*", source: meet.csv}

-- roster.csv --
職員番号,氏名,退職日
001,佐藤花子,
002,鈴木一郎,
003,高橋次郎,2026-01-31
-- suite.csv --
職員番号,製品,最終利用日
001,Office,2026-03-30
001,CAD,2026-03-30
002,Office,2026-03-30
002,ｏｆｆｉｃｅ,2026-03-29
003,CAD,2026-01-30
003,CAD,2026-01-30
-- meet.csv --
職員番号,製品,最終利用日
001,Meet Basic,2026-03-30
001,Meet Pro+Mail,2026-03-30
002,Meet Pro+Meet Basic,2026-03-30

-- expect exceptions --
license-duplicate  全体  002  evidence.seats=2 evidence.lines=4,5
license-leaver  全体  003
license-duplicate  会議  001  evidence.lines=2,3
-- expect some issues --
suite.csv: products-several
-- expect summary --
licenses[0].duplicates == 1
licenses[0].active == 4
licenses[0].suggested_quantity == 3
licenses[1].duplicates == 1
licenses[1].suggested_quantity == 2
-- expect file seats.csv --
全体,Office,001,001,佐藤花子
全体,CAD,001,001,佐藤花子
全体,ｏｆｆｉｃｅ,002
会議,Meet Pro,001
会議,"Meet Pro, Meet Basic",002
