# CP932 second bytes that look like a delimiter
ソ is 83 5C, ポ is 83 7C: split before decoding, the pipe would cut ポ in half.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,ポソ能表,税務課
002,鈴木一郎,税務課
-- tax.csv (cp932 crlf) --
利用者ID|職員番号|氏名
u1|001|ポソ能表
u2|002|鈴木一郎

-- expect exceptions --
-- expect issues --
