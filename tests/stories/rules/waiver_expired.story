# A waiver past its day
valid_until 2026-03-30 < D: it no longer counts, and issues.csv names it with its line.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
policy: {waivers: waivers.csv}

-- waivers.csv --
ルール,対象,対象ID,理由,承認者,有効期限
orphan-account,税務,u1,委託先の保守用,税務課長,2026-03-30

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号
u1,999

-- expect exceptions --
orphan-account  税務  u1  status=new
-- expect issues --
waivers.csv:2 waiver-expired
-- expect file exceptions.jsonl --
"status":"new","first_seen":"2026-03-31","waived":false,"waiver":null
