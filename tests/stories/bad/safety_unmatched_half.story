# Exactly half has nobody
Contract 7: more than 50 % stops; 10 of 20 is not more.

$ run

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: many.csv}]
systems: [{name: 税務, owner: 税務課, source: big.csv}]
-- many.csv (python) --
out.write("職員番号,氏名,所属\n".encode() + "".join(f"{i:03},職員{i},税務課\n" for i in range(10)).encode())
-- big.csv (python) --
out.write("利用者ID,職員番号\n".encode() + "".join(f"u{i},{i:03}\n" for i in range(20)).encode())

-- expect summary --
systems[0].matched == 10
systems[0].unmatched == 10
