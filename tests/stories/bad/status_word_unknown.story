# A status nobody knows
Contract 3: an unknown word is an input issue; the account counts as enabled.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号,状態
u1,001,むにゃむにゃ
u2,002,停止
u3,903,むにゃむにゃ

-- expect exceptions --
orphan-account  税務  u3
-- expect issues --
tax.csv:2 word-unknown 状態
tax.csv:4 word-unknown 状態
-- expect summary --
systems[0].enabled == 2
