# The lines of exceptions.jsonl
Sorted by severity, rule, target, subject; target and subject as given. The department is the holder's first post's; without a holder the
account's; of a system its owner (BRIEF). action, status and first_seen as the contract lists them; source names file and line.

$ run --as-of 2026-03-31 --format jsonl --lang en

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    exported_on: 2026-01-01
  - {name: Ｂ課, owner: 総務課, source: b.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,収納課,2026-01-31
001,佐藤花子,税務課,2026-01-31

-- tax.csv --
利用者ID,職員番号,所属,最終ログイン日
z,001,税務課,2026-02-10
A,999,他課,
b,,,
"q""1",998,,

-- b.csv --
利用者ID,職員番号
m,001

-- expect exceptions --
leaver-login  税務  z
leaver-account  税務  z
leaver-account  Ｂ課  m
orphan-account  税務  b
orphan-account  税務  A
orphan-account  税務  q"1
system-stale-list  税務
system-owner-unknown  Ｂ課
-- expect file exceptions.jsonl --
"rule":"leaver-login","severity":"critical","target_kind":"system","target":"税務","subject":"z","person_id":"001","name":"佐藤花子","department":"収納課","addressee":"税務課","message":"
"source":{"file":"tax.csv","line":2},"action":"confirm","status":"new","first_seen":"2026-03-31","waived":false,"waiver":null,"decision":null}
"subject":"A","person_id":"999","name":null,"department":"他課"
"subject":"b","person_id":null,"name":null,"department":null,"addressee":"税務課"
"rule":"system-stale-list","severity":"medium","target_kind":"system","target":"税務","subject":null,"person_id":null,"name":null,"department":null,"addressee":"税務課"
"subject":"q\"1"
