# Compatibility characters and variation selectors
NFKC leaves U+FA11 (﨑) and its like alone, and changes U+FA19 (神), U+FA1B (福): all compare equal, and the raw text is what is shown.
Variation selectors (U+E0100) are dropped.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv (python) --
out.write("職員番号,氏名,所属\n1,山\ufa11,税務課\n2,\ufa19田,税務課\n3,\ufa1b田,税務課\n4,葛\U000e0100城,税務課\n".encode())
-- tax.csv (python) --
out.write("利用者ID,職員番号,氏名\nu1,1,山崎\nu2,2,神田\nu3,3,福田\nu4,4,葛城\nu5,5,\ufa19田\n".encode())

-- expect exceptions --
orphan-account  税務  u5  name=神田
-- expect issues --
