# A roster that is not there is never only reported
missing_list: report is for systems: without the roster everybody would be an orphan.

$ run --lang en
exit 3

-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- tenko.yaml --
as_of: 2026-05-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, source: tax.csv}]
safety: {missing_list: report}

-- expect stderr --
roster.csv: there is no such file
