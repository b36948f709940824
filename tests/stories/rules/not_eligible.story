# Who may hold an account
eligible names several lists: each that is given must be met (CONFIG), over the person's united posts. A department may be
given by name or by code. The holder decides, not what the account says.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    eligible: {employment: [正規, 再任用], department: [税務課, "120"]}

-- roster.csv --
職員番号,氏名,所属コード,所属,雇用形態
001,佐藤花子,110,税務課,正規
002,鈴木一郎,120,収納課,再任用
003,高橋次郎,110,税務課,会計年度
004,田中三郎,130,市民課,正規
005,伊藤四郎,130,市民課,正規
005,伊藤四郎,110,税務課,会計年度

-- tax.csv --
利用者ID,職員番号
both_met,001
by_code,002
employment,003
department,004
united,005

-- expect exceptions --
not-eligible  税務  employment  severity=medium person_id=003
not-eligible  税務  department  person_id=004
-- expect issues --
