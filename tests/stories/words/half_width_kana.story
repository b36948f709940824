# Half-width kana and decomposed dakuten
ﾜﾀﾅﾍﾞ is ワタナベ (the dakuten joins), macOS writes か+U+3099 for が; hiragana and small kana make no difference, long-vowel and hyphen
signs are one. The account's name may be the holder's kana.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,カナ氏名,所属
001,渡辺花子,ワタナベ ハナコ,税務課
002,柿五郎,カキ ゴロウ,税務課
003,加賀三郎,カガ サブロウ,税務課
004,庄司翔,ショウジ ショウ,税務課
005,大野真理,オーノ マリ,税務課
-- tax.csv --
利用者ID,職員番号,氏名
u1,001,ﾜﾀﾅﾍﾞ ﾊﾅｺ
u2,002,かき ごろう
u3,003,カガ サブロウ
u4,004,シヨウジ シヨウ
u5,005,オ-ノ マリ

-- expect exceptions --
-- expect issues --
