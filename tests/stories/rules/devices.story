# Devices: who has them, and in which department
KA-14. Not returned: a holder of no roster, a department that is none of the holder's posts. A second post, a renamed department and a code with its
name are the holder's. Somebody of whom no department is known has none that differs. Two people of one number are somebody, if not one: no unknown holder. Lent tomorrow or never said: the same. Returned
by a day or by the word: nobody's matter. The day it was lent stands in the evidence.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
departments: departments.csv
rosters:
  - {name: 職員, source: roster.csv}
  - {name: 受託者, source: others.csv}
devices: {source: devices.csv}

-- departments.csv --
code,name,valid_from,valid_to,successor
0110,税務課,,,
0120,市民課,,,
0130,旧福祉課,,2025-03-31,0140
0140,福祉課,2025-04-01,,
-- roster.csv --
職員番号,氏名,所属,発令日,本務兼務
001,佐藤花子,税務課,2026-03-01,本務
001,佐藤花子,市民課,2026-03-01,兼務
002,鈴木一郎,福祉課,2025-04-01,本務
007,高橋次郎,税務課,2020-04-01,本務
003,田中三郎,,2020-04-01,本務
-- others.csv --
職員番号,氏名,所属
007,伊藤三郎,市民課
-- devices.csv --
端末番号,職員番号,使用課,貸与日,返却日,状態
first_post,001,税務課,2026-03-01,,貸与中
second_post,001,市民課,2026-03-01,,貸与中
elsewhere,001,福祉課,2026-02-01,,貸与中
renamed,002,旧福祉課,2024-04-01,,貸与中
by_code,002,0140 福祉課,2024-04-01,,貸与中
not_said,002,,2024-04-01,,貸与中
unplaced,003,市民課,2024-04-01,,貸与中
two_of_one,007,市民課,2024-04-01,,貸与中
nobody,999,市民課,2024-05-01,,貸与中
nobody_back,999,市民課,2024-05-01,2026-03-31,
elsewhere_back,001,福祉課,2026-02-01,,返却済
stock,,市民課,,,在庫

-- expect exceptions of device-holder-unknown device-department-mismatch device-not-returned --
device-department-mismatch  devices  elsewhere  severity=low evidence.lent_on=2026-02-01 evidence.posted_on=2026-03-01 evidence.days=30
device-holder-unknown  devices  nobody  severity=medium evidence.lent_on=2024-05-01
