# A safety stop passed by --force
--force --reason passes once, says so on stderr, and the manifest keeps the reason.

$ run --force --reason "名簿の切替中" --lang en

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: big.csv}]
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- big.csv (python) --
out.write("利用者ID,職員番号\n".encode() + "".join(f"u{i},9{i:03}\n" for i in range(20)).encode())

-- expect stderr --
--force
20 / 20
-- expect file manifest.json --
名簿の切替中
-- expect summary --
systems[0].unmatched == 20
