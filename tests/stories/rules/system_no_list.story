# A system whose list was not delivered
connector: none, and (missing_list: report) a file that is not there. No account rule is evaluated, which systems.csv says; the system still
needs its owner. There is no source to name.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
  - {name: 福祉, owner: 税務課, source: {connector: none}}
  - {name: 年金, owner: 税務課, source: pension.csv}
safety: {missing_list: report}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号
u1,001

-- expect exceptions --
system-no-list  福祉  severity=high addressee=税務課
system-no-list  年金
-- expect issues --
-- expect summary --
systems[1].delivered == false
systems[1].rows_read == null
systems[2].delivered == false
