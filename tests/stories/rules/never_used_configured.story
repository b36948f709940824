# never_used_days from the system and from defaults
0 days: an account made yesterday and not used is raised, one made today is not. Without a column of creation dates every unused
account is raised, since created_on is none.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    never_used_days: 0
  - {name: 福祉, owner: 税務課, source: tax.csv}
  - {name: 年金, owner: 税務課, source: pension.csv}
defaults: {never_used_days: 1}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋次郎,税務課

-- tax.csv --
利用者ID,職員番号,登録日,最終ログイン日
d0,001,2026-03-31,
d1,002,2026-03-30,
d2,003,2026-03-29,

-- pension.csv --
利用者ID,職員番号,最終ログイン日
p1,001,

-- expect exceptions --
never-used-account  税務  d1
never-used-account  税務  d2
never-used-account  福祉  d2
never-used-account  年金  p1
-- expect issues --
tax.csv: list-twice
tax.csv: most-without-login 最終ログイン日
tax.csv: most-without-login 最終ログイン日
pension.csv: most-without-login 最終ログイン日
