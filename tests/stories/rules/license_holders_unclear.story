# Seats of which it is not known whose they are, or whether they are used
desk@ is the address of two accounts: it names neither. old@ is one account's, and its holder has left. A day of assignment that cannot be read, of a seat
never used: nobody knows whether the days of grace are over, so its use is unknown.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 庁内LAN, owner: 税務課, source: lan.csv}
licenses:
  - {name: 会議, owner: 税務課, system: 庁内LAN, source: meet.csv}
  - {name: 製図, owner: 税務課, source: cad.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,
002,鈴木一郎,税務課,2025-12-31
-- lan.csv --
利用者ID,職員番号,メールアドレス,状態
u1,001,desk@city.example,有効
u1b,001,desk@city.example,有効
u2,002,old@city.example,停止
-- meet.csv --
利用者ID
DESK@city.example
old@city.example
-- cad.csv --
職員番号,割当日,最終利用日
001,あした,

-- expect exceptions of license-unknown-holder license-leaver license-never-used license-usage-unknown --
license-leaver  会議  old@city.example
license-unknown-holder  会議  DESK@city.example
-- expect summary --
licenses[1].usage_unknown == 1
licenses[1].never_used == 0
