# The holder's account is disabled
By person: disabled, or expired yesterday, in the license's `system`. Somebody with one enabled account beside the disabled one
still works with it. Nobody without an account there. A license without `system`: not evaluated.

$ run --as-of 2026-03-31 --lang en

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 庁内LAN, owner: 税務課, source: lan.csv}
licenses:
  - {name: テレワーク, source: telework.csv, system: 庁内LAN}
  - {name: 地図, source: telework.csv}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋次郎,税務課
004,田中三郎,税務課

-- lan.csv --
利用者ID,職員番号,状態,有効期限
off,001,停止,
expired,002,有効,2026-03-30
off2,003,停止,
on2,003,有効,

-- telework.csv --
職員番号
001
002
003
004

-- expect exceptions --
license-disabled-account  テレワーク  001  severity=medium
license-disabled-account  テレワーク  002
-- expect issues --
telework.csv: list-twice
-- expect file systems.csv --
license-disabled-account:
