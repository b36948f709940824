# Seats of a cloud service, held by addresses
A list of seats without user IDs names its holders by their addresses. An address that one person of the roster has is that person, with and
without a `system`; an address of nobody is unknown where there is a system to look into, and not judged where there is none. Two
people with one address are nobody's guess.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 庁内LAN, owner: 総務課, source: lan.csv}
licenses:
  - {name: 雲, source: seats.csv}
  - {name: 雲と庁内LAN, source: seats.csv, system: 庁内LAN}

-- roster.csv --
職員番号,氏名,所属,退職日,メールアドレス
001,佐藤花子,総務課,2025-12-31,Sato@example.jp
002,鈴木一郎,総務課,,suzuki@example.jp
003,高橋次郎,総務課,2025-12-31,kyoyu@example.jp
004,田中三郎,総務課,2025-12-31,kyoyu@example.jp

-- lan.csv --
利用者ID,職員番号,状態
lan2,002,停止

-- seats.csv --
メールアドレス,割当日
sato@EXAMPLE.jp,2025-04-01
suzuki@example.jp,2025-04-01
kyoyu@example.jp,2025-04-01
lan2,2025-04-01

-- expect exceptions --
license-leaver  雲  sato@EXAMPLE.jp  person_id=001
license-leaver  雲と庁内LAN  sato@EXAMPLE.jp  person_id=001
license-disabled-account  雲と庁内LAN  suzuki@example.jp
license-duplicate  雲と庁内LAN  suzuki@example.jp
license-unknown-holder  雲と庁内LAN  kyoyu@example.jp
-- expect issues --
seats.csv: list-twice
