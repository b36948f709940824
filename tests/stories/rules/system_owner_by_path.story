# An owner that the roster writes as the end of a path
Contract 3: departments written as a path equal their last part, where the whole is not itself known. A roster of 本庁/税務課 knows 税務課 and the
whole path; it knows no 本庁, and no 市民課.

$ run --lang en

-- tenko.yaml --
as_of: 2026-04-01
language: en
rosters: [{name: staff, source: staff.csv}]
systems:
  - {name: a, owner: 税務課, source: a.csv}
  - {name: b, owner: 本庁/税務課, source: b.csv}
  - {name: c, owner: 市民課, source: c.csv}

-- staff.csv --
社員番号,氏名,部署
001,佐藤花子,本庁/税務課
-- a.csv --
user_id,person_id
a1,001
-- b.csv --
user_id,person_id
b1,001
-- c.csv --
user_id,person_id
c1,001
-- expect exceptions --
system-owner-unknown  c
