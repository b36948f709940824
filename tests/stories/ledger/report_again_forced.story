# What --force let pass, in the language of each report
The second list is half as long, which 30 percent forbid; the run is forced, in Japanese. Its report in English says so in English.

$ run --as-of 2026-01-31 --lang ja
$ run --as-of 2026-02-28 --lang ja --force --reason 名寄せ
$ report --run 2 --lang ja --out report-2
$ ! cmp report/summary.json report-2/summary.json
$ ! rm -r report-2
$ report --run 2 --lang en --out report

-- tenko.yaml --
rosters: [{name: staff, source: staff.csv}]
systems: [{name: tax, source: tax.csv}]

-- staff.csv --
person_id,name
1001,Sato Hanako
1002,Mori Yuki

-- tax.csv --
user_id,person_id
u1,1001
u2,1002

-- tax.csv (at run 2) --
user_id,person_id
u1,1001

-- expect summary --
forced_stops == "tax.csv: safety stop: tax has 1 rows now, 2 (2026-01-31) before; at most 30 % may be missing (safety.max_shrink_percent): was the export cut off, filtered, or of one department only? Have it exported again, or pass once with --force --reason TEXT"
