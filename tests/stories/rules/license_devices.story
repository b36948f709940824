# Seats that belong to devices
KO-18L: RPA licenses are per device. The holder is the device: found in `devices`, or license-unknown-holder. A device whose person has left
makes license-leaver; one that stands in the store is no leaver's.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - name: テレワーク
    source: telework.csv
    metric: device
devices: {source: devices.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31
002,鈴木一郎,税務課,

-- devices.csv --
端末番号,職員番号,返却日
PC-1,001,2026-01-31
PC-2,002,
PC-3,,

-- telework.csv --
端末番号,最終利用日
PC-1,2026-01-30
pc-2,2025-01-01
PC-3,2026-03-01
PC-9,2026-03-01
PC-3,2026-03-01

-- expect exceptions --
license-leaver  テレワーク  PC-1  person_id=001
license-idle  テレワーク  pc-2
license-unknown-holder  テレワーク  PC-9
license-duplicate  テレワーク  PC-3
-- expect issues --
-- expect summary --
licenses[0].assigned == 5
licenses[0].held_by_leavers == 1
licenses[0].held_by_unknown == 1
licenses[0].idle == 1
licenses[0].active == 2
