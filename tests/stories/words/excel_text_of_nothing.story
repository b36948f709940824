# ="-" is nothing, also with a blank behind it
A stroke that a spreadsheet was told to keep as text is no number of anybody: the account is found by name and department, as one without a number.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
-- tax.csv --
利用者ID,職員番号,氏名,所属
a,"=""-""",佐藤花子,税務課
b,"=""-"" ",佐藤花子,税務課
c,"=""なし"" ",佐藤花子,税務課

-- expect exceptions of orphan-account --
-- expect summary --
systems[0].matched == 3
