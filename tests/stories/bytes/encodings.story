# One list in every encoding
UTF-8 with and without BOM, CP932, UTF-16 of both kinds with BOM and tabs (Excel's "Unicode text"): all recognised by themselves; EUC-JP
by its setting. The same people hold the same accounts in all of them, so nothing is raised.

$ run

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems:
  - {name: 一, owner: 税務課, source: utf8.csv}
  - {name: 二, owner: 税務課, source: bom.csv}
  - {name: 三, owner: 税務課, source: cp932.csv}
  - {name: 四, owner: 税務課, source: le.csv}
  - {name: 五, owner: 税務課, source: be.csv}
  - {name: 六, owner: 税務課, source: {path: euc.csv, encoding: euc-jp}}
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,表示三郎,税務課
-- utf8.csv --
利用者ID,職員番号,氏名
u1,001,佐藤花子
u2,002,表示三郎
-- bom.csv (utf-8-bom crlf) --
利用者ID,職員番号,氏名
u1,001,佐藤花子
u2,002,表示三郎
-- cp932.csv (cp932 crlf) --
利用者ID,職員番号,氏名
u1,001,佐藤花子
u2,002,表示三郎
-- le.csv (utf-16le crlf) --
利用者ID	職員番号	氏名
u1	001	佐藤花子
u2	002	表示三郎
-- be.csv (utf-16be) --
利用者ID	職員番号	氏名
u1	001	佐藤花子
u2	002	表示三郎
-- euc.csv (euc-jp) --
利用者ID,職員番号,氏名
u1,001,佐藤花子
u2,002,表示三郎

-- expect exceptions --
-- expect issues --
-- expect summary --
systems[0].matched == 2
systems[1].matched == 2
systems[2].matched == 2
systems[3].matched == 2
systems[4].matched == 2
systems[5].matched == 2
systems[2].encoding == "cp932"
systems[3].encoding == "utf-16le"
systems[4].encoding == "utf-16be"
systems[5].encoding == "euc-jp"
