# A system that keeps the accounts of people on leave
on_leave: keep: nothing is raised, and systems.csv says that the rule was not evaluated. Leave takes nothing else away: the other
rules judge a person on leave as they judge anybody (contract 5 excepts only no, ambiguous and departed holders).

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    on_leave: keep

-- roster.csv --
職員番号,氏名,所属,休職開始日
001,佐藤花子,税務課,2026-01-01

-- tax.csv --
利用者ID,職員番号,最終ログイン日
u1,001,2025-12-30

-- expect exceptions --
dormant-account  税務  u1
-- expect issues --
-- expect file systems.csv --
leave-account:
