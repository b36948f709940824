# A small system has no safety stop
The stop needs at least 20 personal accounts: 19 of which nobody holds any are reported.

$ run

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: big.csv}]
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- big.csv (python) --
out.write("利用者ID,職員番号\n".encode() + "".join(f"u{i},9{i:03}\n" for i in range(19)).encode())

-- expect summary --
systems[0].unmatched == 19
counts.by_rule.orphan-account == 19
