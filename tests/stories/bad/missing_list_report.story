# missing_list: report
Contract 2: a system whose file is absent is raised as system-no-list, and the run goes on.

$ run --lang en

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
safety: {missing_list: report}

-- expect exceptions --
system-no-list  税務  severity=high
-- expect issues --
-- expect summary --
systems[0].delivered == false
systems[0].rows_read == null
