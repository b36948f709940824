# Enabled until the list says otherwise
Known words in both directions; an unknown word is an input issue and the account counts as enabled (contract 3); so does an empty cell. What the
configuration says of a word wins.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    values: {status: {disabled: [封印]}}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,状態
on,999,有効
on1,999,○
off,999,停止
off1,999,×
off2,999,Disabled
own,999,封印
empty,999,
odd,999,ぼんやり

-- expect exceptions --
orphan-account  税務  on
orphan-account  税務  on1
orphan-account  税務  empty
orphan-account  税務  odd
-- expect issues --
tax.csv:9 word-unknown 状態
