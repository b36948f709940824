# Headers put together of words that nobody has listed
Whatever the order of the words, 直近のアクセス日時 and Date of last sign-in are last logins, 最終パスワード更新日時 is the day of the
password, ２段階認証プロセスの登録状況 a second factor. One more word (端末, 予定, 失敗) makes it something else: c has no last login.

$ run --as-of 2026-03-31 --no-ledger --lang en

-- tenko.yaml --
rosters: [{name: staff, source: roster.csv}]
systems:
  - {name: a, source: a.csv, mfa_required: all}
  - {name: b, source: b.csv, mfa_required: all}
  - {name: c, source: c.csv}

-- roster.csv --
職員番号,氏名,社用メールアドレス
001,佐藤花子,sato@example.jp
002,鈴木一郎,suzuki@example.jp
-- a.csv --
ﾛｸﾞｵﾝﾕｰｻﾞｰ名,メールアドレス,直近のアクセス日時,最終ﾊﾟｽﾜｰﾄﾞ更新日時,２段階認証プロセスの登録状況 [読み取り専用],発行日時
a1,sato@example.jp,2026/03/30 8:15,2025/01/10 9:00,未登録,2024/04/01
a2,suzuki@example.jp,一度もログインしていない,2025/01/10 9:00,登録済み,2024/04/01
-- b.csv --
Login,Email,Date of last sign-in,Last password reset,Has MFA,Site Role
b1,sato@example.jp,2025-03-01,2025-03-01,No,Viewer
b2,suzuki@example.jp,No sign-in,2025-03-01,Yes,Site Administrator
-- c.csv --
ユーザーID,メールアドレス,最終ログイン端末,パスワード変更予定日,最終ログイン失敗日時
c1,sato@example.jp,2025-03-01,2025-03-01,2025-03-01

-- expect exceptions of dormant-account never-used-account mfa-missing --
mfa-missing  a  a1
mfa-missing  b  b1
dormant-account  b  b1  evidence.last_login_on=2025-03-01
never-used-account  a  a2
never-used-account  b  b2
-- expect no file systems.csv --
system,c,,,delivered,c.csv,utf-8,,,1,1,0,0,,1,1,0,1,0,0,0,0,1,"orphan-account, ambiguous-owner, leaver-account, leaver-login, leave-account, name-mismatch, duplicate-account, dormant-account
-- expect file inventory/a.csv --
2026-03-30,2025-01-10
-- expect file inventory/b.csv --
Site Administrator
