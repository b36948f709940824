# Who answers for a shared ID
Owner empty, unknown or departed. An owner on leave or one who leaves today is still there. Personal and external accounts need none.
The owner is a person_id like any other: 1 is 001 where zeros were eaten.

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
職員番号,氏名,所属,退職日,休職開始日
001,佐藤花子,税務課,,
002,鈴木一郎,税務課,2026-03-30,
003,高橋次郎,税務課,2026-03-31,
004,田中三郎,税務課,,2026-01-01

-- tax.csv --
利用者ID,職員番号,種別,管理責任者,状態
ok,,共用,001,有効
zeros,,サービス,1,有効
empty,,共用,,有効
unknown,,サービス,999,有効
departed,,共用,002,有効
last_day,,共用,003,有効
on_leave,,共用,004,有効
disabled,,共用,,停止
personal,001,個人,,有効
external,001,外部,,有効

-- expect exceptions --
shared-no-owner  税務  empty  severity=high
shared-no-owner  税務  unknown
shared-no-owner  税務  departed
-- expect issues --
-- expect summary --
systems[0].shared == 8
systems[0].matched == 2
