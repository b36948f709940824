# A missing file stops the run unless it may be reported
safety.missing_list is stop by default: exit 3, nothing written, and the message names the file.

$ run --as-of 2026-03-31
exit 3

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- expect stderr --
tax.csv
