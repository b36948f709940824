# A retired system with accounts
CH-3. ended_on < D and enabled accounts remain. Retired today: not yet. Only disabled or expired accounts: nothing remains.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 旧税務, owner: 税務課, source: tax.csv, ended_on: 2026-03-30}
  - {name: 今日まで, owner: 税務課, source: tax.csv, ended_on: 2026-03-31}
  - {name: 整理済, owner: 税務課, source: off.csv, ended_on: 2022-09-30}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号,状態
u1,001,有効
u2,002,有効
u3,002,停止

-- off.csv --
利用者ID,職員番号,状態,有効期限
u1,001,停止,
u2,001,有効,2026-03-30

-- expect exceptions --
system-retired  旧税務  severity=high evidence.enabled_accounts=2 evidence.days=1
-- expect issues --
tax.csv: list-twice
off.csv: most-expired 有効期限
