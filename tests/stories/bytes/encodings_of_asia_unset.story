# Encodings of East Asia that are not set
Auto chooses between UTF-8 and CP932 only (CONTRACT 2). A list in EUC-JP, or of a Chinese or Korean office, whose header is ASCII is read as CP932,
and its names are wrong: one issue of each source names the encodings that read the whole of it. With the encoding set there is none.
A list of CP932 with one bad byte is none of them.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: staff, source: roster.csv}]
systems:
  - {name: 一, owner: IT, source: one.csv}
  - {name: 二, owner: IT, source: two.csv}
  - {name: 三, owner: IT, source: {path: one.csv, encoding: euc-jp}}
  - {name: 四, owner: IT, source: four.csv}

-- roster.csv --
employee_id,name,department
001,佐藤花子,総務課
-- one.csv (euc-jp crlf) --
login,employee_id,name,department
u1,001,佐藤花子,総務課
u2,001,山田太郎,総務課
u3,001,渡邉さくら,情報政策課
-- two.csv (gb18030) --
login,employee_id,name,department
u1,001,张伟,市场部
u2,001,王芳,启用
-- four.csv (hex) --
6C6F67696E2C656D706C6F7965655F69642C6E616D650A75312C3030312C8DB293A1A089D48E710A

-- expect some issues --
one.csv: csv-looks-asian
two.csv: csv-looks-asian
-- expect no file issues.csv --
four.csv,,
-- expect file issues.csv --
euc-jp
gb18030
