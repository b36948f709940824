# A post that has ended is no post any more
The post in 税務課 ended in January, the one in 市民課 goes on: an account that still says 税務課 is a mismatch (KO-20: transferred people deleted late), and
the policy of 税務課 no longer covers it.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
policy: {roles: roles.csv}

-- roles.csv --
system,role,department,job_type,position,employment
税務,課税,税務課,,,

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31
001,佐藤花子,市民課,

-- tax.csv --
利用者ID,職員番号,所属,権限
a,001,税務課,課税

-- expect exceptions --
department-mismatch  税務  a
role-not-allowed  税務  a
-- expect issues --
