# Headers as products of several kinds write them
A last login stands above a last activity beside it; "super admin" is a privilege; a second factor is one whatever its verb;
a header may name two things that one cell holds.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
systems:
  - {name: a, source: a.csv}
  - {name: b, source: b.csv}
  - {name: c, source: c.csv}

-- roster.csv --
職員番号,氏名,メールアドレス
001,佐藤花子,sato@example.jp
-- a.csv --
Username,Email,Access Level,Last Activity Date,Last Login Date
sato,sato@example.jp,Owner,2026-03-30,2025-03-01
-- b.csv --
User ID/Email (Required),Super Admin,tfa_enabled,Permission Profile,Date joined
sato@example.jp,yes,no,DS Admin,2024-01-05
-- c.csv --
ログインID・メールアドレス,2段階認証プロセスへの登録,最終アクティブ日,管理者FLG
sato@example.jp,いいえ,2025-03-01,1

-- expect exceptions of dormant-account mfa-missing --
dormant-account  a  sato  evidence.last_login_on=2025-03-01
dormant-account  c  sato@example.jp
mfa-missing  b  sato@example.jp
mfa-missing  c  sato@example.jp
-- expect file inventory/b.csv --
,DS Admin,はい,はい,2024年1月5日,
