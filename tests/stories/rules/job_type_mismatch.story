# The job type on the ID
None of the holder's job types (concurrent posts are united); an empty cell says nothing; spaces make no difference.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属,職種
001,佐藤花子,税務課,教諭
001,佐藤花子,学校,養護教諭
002,鈴木一郎,税務課,事務

-- tax.csv --
利用者ID,職員番号,職種,種別
a,001,教諭,個人
b,001,養護教諭,外部
c,002,教諭,個人
d,002,,外部
e,002,事 務,外部

-- expect exceptions --
job-type-mismatch  税務  c  severity=medium person_id=002 evidence.account_job_type=教諭
-- expect issues --
