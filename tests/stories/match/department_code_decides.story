# Department code and name on one account
BRIEF: the code decides where it is known, the name only where the code is empty or unknown. For the match by name and department and for
department-mismatch alike.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属コード,所属,退職日
001,佐藤花子,110,税務課,
002,鈴木一郎,120,市民課,2026-01-31

-- tax.csv --
利用者ID,職員番号,氏名,所属コード,所属,種別
code_wins,,鈴木一郎,120,税務課,外部
code_unknown,,鈴木一郎,999,市民課,外部
code_other,,鈴木一郎,110,市民課,外部
fits,001,,999,税務課,外部
mismatch,001,,120,税務課,外部

-- expect exceptions --
leaver-account  税務  code_wins  matched_by=name+department
leaver-account  税務  code_unknown  matched_by=name+department
orphan-account  税務  code_other
department-mismatch  税務  mismatch
-- expect issues --
