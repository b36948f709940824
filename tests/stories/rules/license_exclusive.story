# A leaver's seat is only that, an unknown holder's too
Both seats were never used, yet license-leaver and license-unknown-holder are all that is said of them (contract 5), and they are
counted neither as active nor as unused, nor in the quantity that would do. The leaver's second seat (1 is 001) is not idle and no duplicate either: only license-leaver, once for
the holder. A holder who leaves today still works.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - name: テレワーク
    source: telework.csv

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-03-30
002,鈴木一郎,税務課,2026-03-31
003,高橋次郎,税務課,

-- telework.csv --
職員番号,割当日,最終利用日
001,2025-04-01,
999,2025-04-01,
002,2025-04-01,2026-03-01
1,2025-04-01,2025-01-01
3,2025-04-01,2026-03-01

-- expect exceptions --
license-leaver  テレワーク  001  severity=high person_id=001 evidence.left_on=2026-03-30 evidence.days=1
license-unknown-holder  テレワーク  999  severity=high
-- expect issues --
-- expect summary --
licenses[0].assigned == 5
licenses[0].held_by_leavers == 2
licenses[0].held_by_unknown == 1
licenses[0].active == 2
licenses[0].never_used == 0
licenses[0].idle == 0
licenses[0].reclaimable == 2
licenses[0].suggested_quantity == 2
licenses[0].purchased == null
