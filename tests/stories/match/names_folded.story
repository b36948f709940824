# One name in many spellings
Variant kanji (髙高 﨑崎 邊邉辺 齋斎 濵濱浜 𠮷吉 澤沢), spaces of every kind, NFD as macOS writes it, half-width kana, Latin letters in either width and case.
Every account finds its own person by name and department.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属,退職日
1,高橋一郎,税務課,2026-01-31
2,山崎二郎,税務課,2026-01-31
3,渡辺三郎,税務課,2026-01-31
4,斎藤四郎,税務課,2026-01-31
5,浜田五郎,税務課,2026-01-31
6,吉田六郎,税務課,2026-01-31
7,沢田 ガク,税務課,2026-01-31
8,ワタナベ ハナコ,税務課,2026-01-31
9,John Smith,税務課,2026-01-31

-- tax.csv (python) --
rows = [("a1", "髙橋　一郎"), ("a2", "山﨑 二郎"), ("a3", "渡邊三郎"), ("a3b", "渡邉\u00a0三郎"), ("a4", "齋藤四郎"), ("a5", "濵田\u200b五郎"), ("a5b", "濱田五郎"),
        ("a6", "\U00020bb7田六郎"), ("a7", "澤田カ\u3099ク"), ("a8", "ﾜﾀﾅﾍﾞ ﾊﾅｺ"), ("a9", "ＪＯＨＮ　ＳＭＩＴＨ")]
out.write("利用者ID,氏名,所属\n".encode())
for user_id, name in rows:
    out.write(f"{user_id},{name},税務課\n".encode())

-- expect exceptions --
leaver-account  税務  a1  person_id=1 matched_by=name+department
leaver-account  税務  a2  person_id=2
leaver-account  税務  a3  person_id=3
leaver-account  税務  a3b  person_id=3
leaver-account  税務  a4  person_id=4
leaver-account  税務  a5  person_id=5
leaver-account  税務  a5b  person_id=5
leaver-account  税務  a6  person_id=6
leaver-account  税務  a7  person_id=7
leaver-account  税務  a8  person_id=8
leaver-account  税務  a9  person_id=9
-- expect issues --
