# The manifest
Contract 6: tool version, as_of, who, when, config and input SHA-256s with row counts and encodings, thresholds in force.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv (cp932) --
利用者ID,職員番号
u1,001
u2,002
u3,

-- expect file manifest.json --
"as_of": "2026-04-01"
"tenko.yaml"
"roster.csv"
"tax.csv"
cp932
dormant_days
shared_password_days
sha256
