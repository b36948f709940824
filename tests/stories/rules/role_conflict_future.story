# A conflict of somebody who has not begun
Present is active or on leave (BRIEF): on 31 March the new colleague of 1 April holds nothing yet. On 1 April he does.

$ run --as-of 2026-03-31 --out before
$ run --as-of 2026-04-01

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
policy: {conflicts: conflicts.csv}

-- conflicts.csv --
system_a,role_a,system_b,role_b,reason
税務,作成,税務,承認,

-- roster.csv --
職員番号,氏名,所属,採用日
001,佐藤花子,税務課,2026-04-01

-- tax.csv --
利用者ID,職員番号,権限
a,001,作成;承認

-- expect exceptions --
role-conflict  税務  001
-- expect no file ../before/exceptions.jsonl --
role-conflict
