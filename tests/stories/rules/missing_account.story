# Who must have an account and has none
Active people only: not on leave, not left, not in the future. Only an enabled account counts: not a disabled or expired one, and not
a shared one that the person is answerable for. The subject is the person. Where a system names its rosters, nobody else needs one there: not the contractor.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
  - {name: 委託, source: contractors.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    rosters: [職員]
    required_for: {employment: 正規}
    on_leave: keep

-- roster.csv --
職員番号,氏名,所属,雇用形態,採用日,退職日,休職開始日
001,佐藤花子,税務課,正規,,,
002,鈴木一郎,税務課,正規,,,
003,高橋次郎,税務課,正規,,,
004,田中三郎,税務課,正規,,,
005,伊藤四郎,税務課,会計年度,,,
006,渡辺五郎,税務課,正規,2026-04-01,,
007,山本六郎,税務課,正規,,2026-03-30,
008,中村七郎,税務課,正規,,,2026-01-01
009,小林八郎,税務課,正規,2026-03-31,,

-- contractors.csv --
職員番号,氏名,所属,雇用形態
x01,加藤九郎,税務課,正規

-- tax.csv --
利用者ID,職員番号,状態,有効期限,種別,管理責任者
has,001,有効,,個人,
disabled,002,停止,,個人,
expired,003,有効,2026-03-30,個人,
shared,,有効,,共用,004

-- expect exceptions --
missing-account  税務  002  severity=low person_id=002 evidence.disabled_accounts=disabled
missing-account  税務  003
missing-account  税務  004
missing-account  税務  009
-- expect issues --
