# A report directory that holds the inputs
Contract 6: the whole directory is replaced, so one that holds the configuration, an input or the ledger is refused before
anything is read. Exit 2.

$ run --out .
exit 2

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号
u1,001

-- expect stderr --
tenko.yaml: 
報告書専用のフォルダー
