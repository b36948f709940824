# Two systems of one name
Full-width letters make no other name: policy tables could not tell the two apart.

$ run
exit 2

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
systems:
  - {name: LGWAN端末, source: tax.csv}
  - {name: ＬＧＷＡＮ端末, source: tax.csv}

-- expect stderr --
tenko.yaml:4: 
という名前が 2 つあります (最初は 3 行目)
