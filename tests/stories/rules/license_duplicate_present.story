# A second seat is one of a present holder
One device, three rows: the first in the name of somebody who left, so only the others can be each other's double. With one of them there is none, with two there is
one, whose first row is that of a present holder.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
licenses:
  - {name: 一つ, metric: device, source: one.csv}
  - {name: 二つ, metric: device, source: two.csv}

-- roster.csv --
職員番号,氏名,退職日
001,佐藤花子,2026-01-31
002,鈴木一郎,
003,高橋次郎,
-- one.csv --
資産番号,職員番号
PC-1,001
PC-1,002
-- two.csv --
資産番号,職員番号
PC-1,001
PC-1,002
PC-1,003

-- expect exceptions of license-duplicate --
license-duplicate  二つ  PC-1  person_id=002 evidence.seats=2 evidence.lines=3,4
-- expect summary --
licenses[0].duplicates == 0
licenses[1].duplicates == 1
