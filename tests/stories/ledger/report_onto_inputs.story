# report onto a folder of inputs
CONTRACT 6: a report folder that holds the configuration, an input or the ledger is refused, exit 2, as for `run`.

$ run --as-of 2026-03-31
$ report --lang en --out hr
exit 2

-- tenko.yaml --
organization: 試験市
ledger: tenko.db
rosters: [{name: 職員, source: hr/roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- hr/roster.csv --
職員番号,氏名,所属
01,甲,税務課
-- tax.csv --
利用者ID,職員番号
u1,01

-- expect stderr --
hr
