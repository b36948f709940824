# A list that names people in kana
The list has no name column but one of kana: the account's name is that, and must be the person's kana. Small and large letters, hiragana and width are no difference
(contract 4, kana key); another reading is another name.

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
職員番号,氏名,フリガナ,所属
001,佐藤翔子,サトウ ショウコ,税務課
002,大野浩,オーノ ヒロシ,税務課

-- tax.csv --
利用者ID,職員番号,カナ氏名,種別
wide,001,サトウ　シヨウコ,外部
narrow,001,ｻﾄｳ ｼｮｳｺ,外部
hiragana,001,さとう しょうこ,外部
other,001,サトウ ハナコ,外部
hyphen,002,オ－ノ ﾋﾛｼ,外部

-- expect exceptions --
name-mismatch  税務  other
-- expect issues --
