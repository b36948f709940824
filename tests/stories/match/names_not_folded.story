# Names that only look alike
斎 and 斉 are different, 渡部 is not 渡辺 (contract 4), 太 is not 大 (DATA). Nobody holds these accounts, and the other person is not even a
candidate.

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
職員番号,氏名,所属
1,斎藤一郎,税務課
2,渡辺二郎,税務課
3,太田三郎,税務課
4,井上キヨ,税務課

-- tax.csv --
利用者ID,氏名,所属
a1,斉藤一郎,税務課
a2,渡部二郎,税務課
a3,大田三郎,税務課
a4,井上キョ,税務課

-- expect exceptions --
orphan-account  税務  a1  evidence.candidates=
orphan-account  税務  a2  evidence.candidates=
orphan-account  税務  a3  evidence.candidates=
orphan-account  税務  a4  evidence.candidates=
-- expect issues --
