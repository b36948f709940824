# Waivers of every kind of target
The target of a device is `devices`, of a stale roster the roster's name, of a seat the license. Each waiver fits its own exception only; one that fits none is an issue.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv, exported_on: 2026-01-01}
licenses:
  - {name: テレワーク, source: telework.csv}
devices: {source: devices.csv}
policy: {waivers: waivers.csv}

-- waivers.csv --
rule,target,subject,reason,approved_by,valid_until
device-not-returned,devices,pc-1,証拠保全,課長,
roster-stale,職員,,年次,課長,
license-leaver,テレワーク,001,引継ぎ,課長,
license-leaver,テレワーク,1,引継ぎ,課長,

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31
002,鈴木一郎,税務課,2026-01-31

-- telework.csv --
職員番号
001
002

-- devices.csv --
端末番号,職員番号,返却日
PC-1,001,
PC-2,001,

-- expect exceptions --
device-not-returned  devices  PC-1  waived=true
device-not-returned  devices  PC-2  status=new
roster-stale  職員  waived=true
license-leaver  テレワーク  001  waived=true
license-leaver  テレワーク  002  status=new
-- expect issues --
waivers.csv:5 rules-waiver-fits-nothing rule
