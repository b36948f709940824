# Policy files people edit in Excel
System names, rules and user IDs in them compare by width, case and spaces; person_ids with eaten zeros. UTF-16 and CP932 are read as anywhere.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 庁内LAN, owner: 税務課, source: lan.csv}
policy: {links: links.csv, waivers: waivers.csv}

-- links.csv (utf-16le crlf) --
システム	利用者ID	職員番号	備考
庁内ＬＡＮ	ＡＢＣ	1	

-- waivers.csv (cp932 crlf) --
rule,target,subject,reason,approved_by,valid_until
Orphan-Account,庁内ＬＡＮ,ＸＹＺ,保守,課長,R9.3.31

-- roster.csv --
職員番号,氏名,所属,退職日
00001,佐藤花子,税務課,2026-01-31

-- lan.csv --
利用者ID,職員番号
abc,
xyz,

-- expect exceptions --
leaver-account  庁内LAN  abc  person_id=00001 matched_by=link
orphan-account  庁内LAN  xyz  waived=true
-- expect issues --
