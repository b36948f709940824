# Formulas that no program has calculated
CONTRACT 3: a cell that is not empty and could not be read is unknown, not empty. A workbook written by a script may hold formulas without
their values: whether u1 was ever used nobody knows, so that never-used-account is not judged for it; u2's cell is empty. A formula of an error likewise (u3).
Rows of nothing but such formulas, filled down below a list, are no rows.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.xlsx}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋次郎,税務課
-- tax.xlsx (xlsx) --
利用者ID,職員番号,登録日,最終ログイン,有効期限
u1,001,2020-04-01,?=VLOOKUP(A2;Log!A:B;2;0),?=TODAY()
u2,002,2020-04-01,,
u3,003,2020-04-01,?#REF!,
?=A5,,,?=VLOOKUP(A5;Log!A:B;2;0),

-- expect exceptions --
never-used-account  税務  u2
-- expect issues --
tax.xlsx[Sheet1]:2 xlsx-no-value 最終ログイン
tax.xlsx[Sheet1]:2 xlsx-no-value 有効期限
tax.xlsx[Sheet1]:4 date-unreadable 最終ログイン
-- expect summary --
systems[0].rows_read == 3
systems[0].not_judged.never-used-account == 2
