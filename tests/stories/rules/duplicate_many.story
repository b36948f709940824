# One person with two dozen accounts
A list in the evidence is for a reader: it names the first twenty in the order of the list, and the sentence says how many more there are. a01 has
23 others, a02 to a24: three more than are named. Where there are as many as are named (b01 has twenty others) nothing more is said.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
language: en
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号,権限
a01,001,参照
a02,001,参照
a03,001,参照
a04,001,参照
a05,001,参照
a06,001,参照
a07,001,参照
a08,001,参照
a09,001,参照
a10,001,参照
a11,001,参照
a12,001,参照
a13,001,参照
a14,001,参照
a15,001,参照
a16,001,参照
a17,001,参照
a18,001,参照
a19,001,参照
a20,001,参照
a21,001,参照
a22,001,参照
a23,001,参照
a24,001,参照
b01,002,参照
b02,002,参照
b03,002,参照
b04,002,参照
b05,002,参照
b06,002,参照
b07,002,参照
b08,002,参照
b09,002,参照
b10,002,参照
b11,002,参照
b12,002,参照
b13,002,参照
b14,002,参照
b15,002,参照
b16,002,参照
b17,002,参照
b18,002,参照
b19,002,参照
b20,002,参照
b21,002,参照

-- expect file exceptions.csv --
The holder also has a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21 and 3 more in this system.
The holder also has b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20, b21 in this system.
-- expect summary --
counts.by_rule.duplicate-account == 45
