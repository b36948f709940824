# JIS that is not set
Its bytes are all ASCII, so it would pass for UTF-8 with odd names; its escapes tell, and the sentence names what to set.

$ run --as-of 2026-04-01 --roster roster.csv
exit 3

-- roster.csv (iso-2022-jp crlf) --
職員番号,氏名,所属
001,佐藤花子,税務課

-- expect stderr --
encoding: iso-2022-jp
