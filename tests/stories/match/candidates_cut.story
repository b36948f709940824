# More people of the same name than one reads
An orphan's and an ambiguous account's evidence lists at most 20 people, the first by person_id whatever the order of the roster; candidate_count is how
many they are, always, and the sentence says how many more. Twenty are listed whole.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
match: {accept: probable}
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属
011,山田太郎,税務課
012,山田太郎,税務課
013,山田太郎,税務課
014,山田太郎,税務課
015,山田太郎,税務課
016,山田太郎,税務課
017,山田太郎,税務課
018,山田太郎,税務課
019,山田太郎,税務課
020,山田太郎,税務課
021,山田太郎,税務課
010,山田太郎,税務課
009,山田太郎,税務課
008,山田太郎,税務課
007,山田太郎,税務課
006,山田太郎,税務課
005,山田太郎,税務課
004,山田太郎,税務課
003,山田太郎,税務課
002,山田太郎,税務課
001,山田太郎,税務課
120,佐藤花子,税務課
119,佐藤花子,税務課
118,佐藤花子,税務課
117,佐藤花子,税務課
116,佐藤花子,税務課
115,佐藤花子,税務課
114,佐藤花子,税務課
113,佐藤花子,税務課
112,佐藤花子,税務課
111,佐藤花子,税務課
110,佐藤花子,税務課
109,佐藤花子,税務課
108,佐藤花子,税務課
107,佐藤花子,税務課
106,佐藤花子,税務課
105,佐藤花子,税務課
104,佐藤花子,税務課
103,佐藤花子,税務課
102,佐藤花子,税務課
101,佐藤花子,税務課

-- tax.csv --
利用者ID,氏名,所属
many,山田太郎,水道課
twenty,佐藤花子,水道課
nix,鈴木一郎,水道課
fit,山田太郎,税務課

-- expect exceptions --
orphan-account  税務  many  evidence.candidate_count=21
orphan-account  税務  twenty  evidence.candidate_count=20
orphan-account  税務  nix  evidence.candidate_count=0
ambiguous-owner  税務  fit  evidence.candidate_count=21
-- expect issues --
-- expect file exceptions.jsonl --
"subject":"many","person_id":null,"name":"山田太郎","department":"水道課","addressee":"税務課","message":"名簿に該当者がいないアカウントです（一覧の氏名: 山田太郎）。同じ氏名の職員: 001、002、003、004、005、006、007、008、009、010、011、012、013、014、015、016、017、018、019、020、ほか1人。使用者を確認し、不要であれば停止してください。"
"candidates":["001","002","003","004","005","006","007","008","009","010","011","012","013","014","015","016","017","018","019","020"],"candidate_count":21
"message":"名簿に該当者がいないアカウントです（一覧の氏名: 佐藤花子）。同じ氏名の職員: 101、102、103、104、105、106、107、108、109、110、111、112、113、114、115、116、117、118、119、120。使用者を確認し、不要であれば停止してください。"
"candidates":["101","102","103","104","105","106","107","108","109","110","111","112","113","114","115","116","117","118","119","120"],"candidate_count":20
"candidates":[],"candidate_count":0
"message":"該当者が複数います（001、002、003、004、005、006、007、008、009、010、011、012、013、014、015、016、017、018、019、020、ほか1人）。使用者を確認し、policy.links の表に登録してください。
-- expect no file exceptions.jsonl --
"021"
