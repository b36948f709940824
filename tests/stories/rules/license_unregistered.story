# Licenses, and products of a list, that the register lacks
KO-18L, KA-15. 会議録 stands in the register, 製図 does not. The list of 総合 has a product column: A stands there under its name, B under the
product of a row with a wildcard, C not at all: the target is the product as written. With no register nothing is evaluated (and systems.csv says so).

$ run --as-of 2026-03-31 --no-ledger
$ run -c without.yaml --as-of 2026-03-31 --no-ledger --out without

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - {name: 会議録, source: minutes.csv}
  - {name: 製図, source: cad.csv}
  - {name: 総合, source: suite.csv}
register: {licenses: register.csv}
-- without.yaml --
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - {name: 製図, source: cad.csv}

-- register.csv --
license,product,quantity,source
会議録,,,
総合,,,
Suite Ａ,,,
製品B,Suite B*,,
-- roster.csv --
職員番号,氏名
001,佐藤花子
-- minutes.csv --
職員番号
001
-- cad.csv --
職員番号
001
-- suite.csv --
職員番号,製品
001,suite A
001,Suite B Plus
001,Suite C

-- expect exceptions of license-unregistered (at run 1) --
license-unregistered  製図  severity=medium
license-unregistered  Suite C
-- expect exceptions of license-unregistered (at run 2) --
-- expect file systems.csv (at run 2) --
license-unregistered: 
