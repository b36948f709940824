# A crowd of one name
Forty-two people are called 山田太郎: the department tells who is meant, among the rosters of the system alone. Two in one department stay open; a
department of the other roster has nobody for A and one person for B; the name alone is nobody's. u_two posts: either of the account's two departments will do.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
  - {name: 受託者, source: others.csv}
systems:
  - {name: A, owner: 課1, rosters: [職員], source: a.csv}
  - {name: B, owner: 課1, source: b.csv}

-- roster.csv (python) --
rows = [f"{i:03},山田太郎,課{i}" for i in range(1, 21)] + ["100,山田太郎,課30", "101,山田太郎,課30"]
rows += ["001,山田太郎,課1"]  # the same post once more
out.write(("職員番号,氏名,所属\n" + "\n".join(rows) + "\n").encode())
-- others.csv (python) --
rows = [f"{i:03},山田太郎,課{i}" for i in range(41, 61)]
out.write(("職員番号,氏名,所属\n" + "\n".join(rows) + "\n").encode())
-- a.csv (python) --
rows = [f"u{i},山田太郎,課{i}," for i in range(1, 21)]
rows += ["both,山田太郎,課30,", "elsewhere,山田太郎,課45,", "alone,山田太郎,,", "nowhere,山田太郎,課99,", "two,山田太郎,課99,課7"]
out.write(("利用者ID,氏名,所属,所属2\n" + "\n".join(rows) + "\n").encode())
-- b.csv --
利用者ID,氏名,所属
elsewhere,山田太郎,課45
here,山田太郎,課7

-- expect exceptions of orphan-account ambiguous-owner --
ambiguous-owner  A  both
orphan-account  A  alone
orphan-account  A  elsewhere
orphan-account  A  nowhere
-- expect summary --
systems[0].matched == 21
systems[1].matched == 2
