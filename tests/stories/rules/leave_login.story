# Used while its holder was on leave
KO-20. leave_from ≤ last_login_on ≤ min(leave_to, D): both ends count, the day before and the day after do not; on accounts that are disabled too, and after the return.
Without a beginning nothing can be said; a login after D, in a list that is newer, is none of this day's, though the leave has no end. Where on_leave is keep, nothing is raised.

$ run --as-of 2026-03-31

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, source: tax.csv}
  - {name: 庁内LAN, source: lan.csv, on_leave: keep}

-- roster.csv --
職員番号,氏名,状態,休業区分,休職開始日,休職終了日
001,佐藤花子,休職,育休,2026-01-10,2026-06-30
002,鈴木一郎,在職,病休,2025-10-01,2025-12-31
003,高橋次郎,休職,,,
004,田中三郎,休職,病休,2026-03-01,

-- tax.csv --
利用者ID,職員番号,状態,最終ログイン日
before,001,停止,2026-01-09
first,001,停止,2026-01-10
last,002,有効,2025-12-31
after,002,停止,2026-01-01
undated,003,停止,2026-03-30
open,004,停止,2026-03-31
later,004,停止,2026-04-01

-- lan.csv --
利用者ID,職員番号,状態,最終ログイン日
l1,001,有効,2026-03-30

-- expect exceptions of leave-login leave-account --
leave-login  税務  first  severity=high evidence.leave_kind=育休 evidence.days=0 evidence.account_status=disabled
leave-login  税務  last  evidence.account_status=enabled
leave-login  税務  open  evidence.leave_kind=病休 evidence.days=30
