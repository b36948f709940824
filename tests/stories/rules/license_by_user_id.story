# Holders that are user IDs of a system
`system` names it. The user ID's account decides: its holder has left, it does not exist, it is disabled (of a person who works here), or all is well. A
shared account is found and is nobody's leaver. Case of a user ID is no difference.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 庁内LAN, owner: 税務課, source: lan.csv}
licenses:
  - {name: テレワーク, source: telework.csv, system: 庁内LAN}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31
002,鈴木一郎,税務課,
003,高橋次郎,税務課,

-- lan.csv --
利用者ID,職員番号,種別,状態,管理責任者
sato,001,個人,停止,
suzuki,002,個人,停止,
taka,003,個人,有効,
kyoyu,,共用,有効,003

-- telework.csv --
利用者ID
sato
suzuki
TAKA
kyoyu
nobody

-- expect exceptions --
license-leaver  テレワーク  sato  person_id=001
license-disabled-account  テレワーク  suzuki  severity=medium person_id=002
license-unknown-holder  テレワーク  nobody
-- expect issues --
-- expect summary --
licenses[0].held_by_leavers == 1
licenses[0].held_by_unknown == 1
licenses[0].active == 3
