# CP932 as Windows means it
DATA.md: ① (8740), 髙 (FBFC and EEE0 both) and 﨑 (FAB1) exist in CP932 and not in SHIFT_JIS; 5C is \, not ¥. The two 髙 are one
character, and 髙 is 高 in names, 﨑 is 崎.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,髙橋一,税務課
002,髙橋二,税務課
003,山﨑三,税務課
-- tax.csv (python) --
out.write("利用者ID,職員番号,氏名,備考\r\n".encode("cp932"))
out.write(b"u\\1,001,\xfb\xfc\x8b\xb4\x88\xea,\x87\x40\r\n")
out.write(b"u2,002,\xee\xe0\x8b\xb4\x93\xf1,~\r\n")
out.write(b"u3,003,\x8e\x52\xfa\xb1\x8e\x4f,x\r\n")
out.write(b"u9,009,\xee\xe0\x8b\xb4\x93\xf1,x\r\n")

-- expect exceptions --
orphan-account  税務  u9  name=髙橋二
-- expect issues --
-- expect file exceptions.csv --
髙橋二
