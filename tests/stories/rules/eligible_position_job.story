# Eligible by position and job type
The two other lists; a person whose roster has no value meets neither.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    eligible: {job_type: 保健師, position: [課長, 係長]}

-- roster.csv --
職員番号,氏名,所属,職種,役職
001,佐藤花子,税務課,保健師,係長
002,鈴木一郎,税務課,保健師,主事
003,高橋次郎,税務課,事務,課長
004,田中三郎,税務課,,

-- tax.csv --
利用者ID,職員番号
ok,001
position,002
job,003
nix,004

-- expect exceptions --
not-eligible  税務  position
not-eligible  税務  job
not-eligible  税務  nix
-- expect issues --
