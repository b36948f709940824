# A role that hardly anybody of the department has
KO-45. outlier_percent 10: at most that percent of the people of the holder's department who have an account in the system, of at least 10.
税務課 has exactly 10, 1 of them may change: 10 % is raised. 市民課 has 9: nothing is said of it. 福祉課 has 20: 2 administrators (one written in
full-width letters) are 10 % and raised, 3 who change are 15 % and not; 特別 is held by 1. A leaver and a second account count nobody twice.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv, outlier_percent: 10}
  - {name: 税務9, owner: 税務課, source: tax9.csv, outlier_percent: 9}
  - {name: 既定, owner: 税務課, source: tax0.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
001,職員二甲,税務課,
002,職員三甲,税務課,
003,職員四甲,税務課,
004,職員五甲,税務課,
005,職員六甲,税務課,
006,職員七甲,税務課,
007,職員八甲,税務課,
008,職員九甲,税務課,
009,職員十甲,税務課,
010,職員一乙,税務課,
011,職員二乙,市民課,
012,職員三乙,市民課,
013,職員四乙,市民課,
014,職員五乙,市民課,
015,職員六乙,市民課,
016,職員七乙,市民課,
017,職員八乙,市民課,
018,職員九乙,市民課,
019,職員十乙,市民課,
021,職員二丙,福祉課,
022,職員三丙,福祉課,
023,職員四丙,福祉課,
024,職員五丙,福祉課,
025,職員六丙,福祉課,
026,職員七丙,福祉課,
027,職員八丙,福祉課,
028,職員九丙,福祉課,
029,職員十丙,福祉課,
030,職員一丁,福祉課,
031,職員二丁,福祉課,
032,職員三丁,福祉課,
033,職員四丁,福祉課,
034,職員五丁,福祉課,
035,職員六丁,福祉課,
036,職員七丁,福祉課,
037,職員八丁,福祉課,
038,職員九丁,福祉課,
039,職員十丁,福祉課,
040,職員一戊,福祉課,
041,職員二戊,福祉課,2026-03-30

-- tax.csv --
利用者ID,職員番号,権限
t1,001,照会;更新
t2,002,照会
t3,003,照会
t4,004,照会
t5,005,照会
t6,006,照会
t7,007,照会
t8,008,照会
t9,009,照会
t10,010,照会
c11,011,管理
c12,012,照会
c13,013,照会
c14,014,照会
c15,015,照会
c16,016,照会
c17,017,照会
c18,018,照会
c19,019,照会
w21,021,照会;更新;Admin
w22,022,照会;更新
w23,023,ａｄｍｉｎ
w24,024,特別
w25,025,照会;更新
w26,026,照会
w27,027,照会
w28,028,照会
w29,029,照会
w30,030,照会
w31,031,照会
w32,032,照会
w33,033,照会
w34,034,照会
w35,035,照会
w36,036,照会
w37,037,照会
w38,038,照会
w39,039,照会
w40,040,照会
w41,041,特別
w21b,021,照会
none,,照会

-- tax9.csv --
利用者ID,職員番号,権限
t1,001,更新
t2,002,照会
t3,003,照会
t4,004,照会
t5,005,照会
t6,006,照会
t7,007,照会
t8,008,照会
t9,009,照会
t10,010,照会

-- tax0.csv --
利用者ID,職員番号,権限
t1,001,管理
t2,002,照会
t3,003,照会
t4,004,照会
t5,005,照会
t6,006,照会
t7,007,照会
t8,008,照会
t9,009,照会
t10,010,照会

-- expect exceptions of role-outlier --
role-outlier  税務  t1  severity=info evidence.roles=更新 evidence.holders=1 evidence.colleagues=10
role-outlier  税務  w21  evidence.roles=Admin evidence.holders=2 evidence.colleagues=20
role-outlier  税務  w23  evidence.holders=2
role-outlier  税務  w24  evidence.roles=特別 evidence.holders=1
