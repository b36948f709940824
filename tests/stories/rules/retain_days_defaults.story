# retain_days under defaults, and 0
defaults switch disabled-retained on for every system; 0 means that a leaver's account should be gone the next day. A disabled account
whose holder left by the word alone has no date to count from. An expired account is a disabled one.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
defaults: {retain_days: 0}

-- roster.csv --
職員番号,氏名,所属,在職状況,退職日
001,佐藤花子,税務課,,2026-03-30
002,鈴木一郎,税務課,,2026-03-31
003,高橋次郎,税務課,退職,
004,田中三郎,税務課,,2026-03-30

-- tax.csv --
利用者ID,職員番号,状態,有効期限
a,001,停止,
b,002,停止,
c,003,停止,
d,004,有効,2026-03-30

-- expect exceptions --
disabled-retained  税務  a  evidence.days=1
disabled-retained  税務  d  evidence.days=1
-- expect issues --
tax.csv: most-expired 有効期限
