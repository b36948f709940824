# A waived exception stays in the list
valid_until is the last day it counts; empty means it does not end. Status waived and the waiver itself stand in the line. A waived
exception is not counted by --fail-on, and summary.json counts it apart. Case and width of the subject are no difference.

$ run --as-of 2026-03-31 --fail-on info

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
policy: {waivers: waivers.csv}

-- waivers.csv --
rule,target,subject,reason,alternative,approved_by,valid_until
orphan-account,税務,u1,委託先の保守用,作業時に職員が立ち会う,税務課長,2026-03-31
orphan-account,税務,Ｕ2,,,,

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号
u1,999
u2,998

-- expect exceptions --
orphan-account  税務  u1  waived=true
orphan-account  税務  u2  waived=true
-- expect issues --
-- expect file exceptions.jsonl --
"waiver":{"reason":"委託先の保守用","alternative":"作業時に職員が立ち会う","approved_by":"税務課長","valid_until":"2026-03-31"}
-- expect summary --
counts.waived == 2
