# A product that the register has under another name
The register has 製品D for the product Suite D, written out: a row of the list with that product is registered, and so is a license of one's own configuration
whose product it is. Suite E is nowhere, and Suite F stands in two lists: it is one finding. Findings are sorted by target, whether that is a product or a license.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - {name: 総合, source: suite.csv}
  - {name: 単品, product: suite d, source: single.csv}
  - {name: 他品, product: Suite E, source: single2.csv}
  - {name: 新総合, source: suite2.csv}
register: {licenses: register.csv}

-- register.csv --
license,product,quantity,source
総合,,,
製品D,Suite D,,
-- roster.csv --
職員番号,氏名
001,佐藤花子
-- suite.csv --
職員番号,製品
001,ＳＵＩＴＥ D
001,Suite E
001,Suite F
-- suite2.csv --
職員番号,製品
001,製品G
001,Suite F
001,Suite A
-- single.csv --
職員番号
001
-- single2.csv --
職員番号
001

-- expect exceptions of license-unregistered --
license-unregistered  Suite A
license-unregistered  Suite E
license-unregistered  Suite F
license-unregistered  他品
license-unregistered  製品G
