# A note in brackets may change what the header means
有効期限（自） is the day on which an account begins: read as its end it would have switched off every account in silence. （申請者） and
（旧） speak of somebody and something else, （主） and （兼） of the main and of a further post, （ヨミガナ） of a reading. [読み取り専用] says
nothing of the field.

$ run --as-of 2026-03-31 --no-ledger --lang en

-- tenko.yaml --
rosters: [{name: staff, source: roster.csv}]
systems:
  - {name: a, source: a.csv}
  - {name: b, source: b.csv}

-- roster.csv --
職員番号,姓,名,ビジネスネーム：姓,ビジネスネーム：名,ビジネスネーム：姓（ヨミガナ）,所属(主),所属(兼)
001,佐藤,花子,伊藤,花子,イトウ,税務課,市民課
002,鈴木,一郎,,,,総務課,
-- a.csv --
利用者ID,職員番号,氏名,氏名（申請者）,所属組織名(主),所属組織名(兼),有効期限（自）,有効期限（至）
a1,001,伊藤花子,山田太郎,税務課,総務課,2020-04-01,
a2,002,鈴木一郎,山田太郎,税務課,総務課,2020-04-01,2026-03-30
a3,002,鈴木一郎,山田太郎,税務課,市民課,2020-04-01,2027-03-31
-- b.csv --
利用者ID,職員番号,有効期限（開始）,所属（旧）,状態 [読み取り専用]
b1,001,2020-04-01,水道課,有効
b2,002,2020-04-01,水道課,無効

-- expect exceptions of name-mismatch department-mismatch --
department-mismatch  a  a3
-- expect summary --
systems[0].enabled == 2
systems[1].enabled == 1
-- expect no stderr --
two headers
