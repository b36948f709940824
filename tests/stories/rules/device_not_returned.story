# The PC of a leaver
KA-14. Holder left and returned_on none; target is `devices`. Returned, or returned by the word alone: nothing. Who leaves today still relies
on it. A holder that no roster has is another rule's. Zeros may have been eaten.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
devices: {source: devices.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2025-03-31
002,鈴木一郎,税務課,2026-03-31
003,高橋次郎,税務課,

-- devices.csv --
端末番号,職員番号,返却日,状態
PC-1,001,,貸与中
PC-2,001,2025-03-31,返却済
PC-3,001,,返却済
PC-4,002,,貸与中
PC-5,003,,貸与中
PC-6,999,,貸与中
PC-7,,,在庫
PC-8,1,-,

-- expect exceptions --
device-not-returned  devices  PC-1  severity=medium person_id=001 evidence.left_on=2025-03-31 evidence.days=365
device-not-returned  devices  PC-8  person_id=001
device-holder-unknown  devices  PC-6
-- expect issues --
-- expect file exceptions.jsonl --
"target_kind":"devices"
"action":"return"
