# Positions that only some rows have
Without a header the list is as wide as most rows, or as the configuration speaks of where any row has so many: the name stands in the fourth column of u2 alone.
A position that no row has is an error.

$ run --as-of 2026-04-01 --no-ledger
$ run -c beyond.yaml --as-of 2026-04-01 --no-ledger --lang en --out beyond
exit 2

-- tenko.yaml --
rosters: [{name: 職員, source: staff.csv}]
systems: [{name: A, owner: 税務課, source: {path: a.csv, header: none}, columns: {user_id: 1, person_id: 2, name: 4}}]
-- beyond.yaml --
rosters: [{name: 職員, source: staff.csv}]
systems: [{name: A, owner: 税務課, source: {path: a.csv, header: none}, columns: {user_id: 1, person_id: 2, name: 40}}]
-- staff.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
-- a.csv --
u1,001
u2,001,x,別人
u3,001

-- expect exceptions of name-mismatch (at run 1) --
name-mismatch  A  u2
-- expect stderr --
a.csv has no header 40
