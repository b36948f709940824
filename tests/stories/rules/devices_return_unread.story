# A day of return that cannot be read proves nothing
来月 is no day: nobody knows whether the device is back. None of the three rules of devices judges it, and each counts it where it would have spoken.

$ run --no-ledger

-- tenko.yaml --
as_of: 2026-03-31
rosters: [{name: 職員, source: roster.csv}]
devices: {source: devices.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31
002,鈴木一郎,税務課,

-- devices.csv --
端末番号,職員番号,使用課,返却日
left,001,税務課,来月
elsewhere,002,市民課,来月
nobody,999,税務課,来月
left_not_back,001,税務課,

-- expect exceptions --
device-not-returned  devices  left_not_back
-- expect issues --
devices.csv:2 date-unreadable 返却日
devices.csv:3 date-unreadable 返却日
devices.csv:4 date-unreadable 返却日
-- expect summary --
devices.not_judged.device-not-returned == 1
devices.not_judged.device-department-mismatch == 1
devices.not_judged.device-holder-unknown == 1
