# What each department has of a license
Issue of licenses with their cost by department: seats, what became of them, what they cost and what could be taken back, of each license and product. A
leaver's seat is his department's; of a holder whom nobody knows it is of none; a seat without holder is nobody's, so that the rows add up to what is assigned.
Unknown use is not proposed to be cut. Without a cost there is none. Where a list has several products they are told apart.

$ run --as-of 2026-03-31 --lang en

-- tenko.yaml --
organization: 試験市
rosters: [{name: 職員, source: roster.csv}]
licenses:
  - {name: テレワーク, source: telework.csv, quantity: 9, unit_cost: 12000.50}
  - {name: 地図, source: map.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,
002,鈴木一郎,市民課,
003,高橋次郎,税務課,2026-01-31
004,田中三郎,市民課,
005,<b>,a&b課,

-- telework.csv --
職員番号,割当日,最終利用日
001,2025-04-01,2026-03-30
002,2025-04-01,
003,2025-04-01,2026-01-30
004,2025-04-01,2025-06-30
005,2025-04-01,3 days ago
900,2025-04-01,2026-03-30
,2025-04-01,

-- map.csv --
職員番号,製品
001,Map B
002,Map B
001,Map A
004,Map B

-- expect file index.html --
<summary>By department (4)</summary>
<tr><th scope="row"><bdi>市民課</bdi></th><td class="n">2</td><td class="n">0</td><td class="n">1</td><td class="n">1</td><td class="n">0</td><td class="n">0</td><td class="n">0</td><td class="n">2</td><td class="n">24,001</td><td class="n">24,001</td></tr>
<tr><th scope="row"><bdi>税務課</bdi></th><td class="n">2</td><td class="n">1</td><td class="n">0</td><td class="n">0</td><td class="n">0</td><td class="n">1</td><td class="n">0</td><td class="n">1</td><td class="n">24,001</td><td class="n">12,000.50</td></tr>
<tr><th scope="row"><bdi>(none)</bdi></th><td class="n">1</td><td class="n">0</td><td class="n">0</td><td class="n">0</td><td class="n">0</td><td class="n">0</td><td class="n">1</td><td class="n">0</td><td class="n">12,000.50</td><td class="n">0</td></tr>
<tr><th scope="row"><bdi>a&amp;b課</bdi></th><td class="n">1</td><td class="n">0</td><td class="n">0</td><td class="n">0</td><td class="n">1</td><td class="n">0</td><td class="n">0</td><td class="n">0</td><td class="n">12,000.50</td><td class="n">0</td></tr>
<summary>By department (3)</summary>
<tr><th scope="row"><bdi>税務課</bdi></th><td><bdi>Map A</bdi></td><td class="n">1</td><td class="n">1</td><td class="n">0</td><td class="n">0</td><td class="n">0</td><td class="n">0</td><td class="n">0</td><td class="n">0</td><td class="n"></td><td class="n"></td></tr>
<tr><th scope="row"><bdi>市民課</bdi></th><td><bdi>Map B</bdi></td><td class="n">2</td>
<tr><th scope="row"><bdi>税務課</bdi></th><td><bdi>Map B</bdi></td><td class="n">1</td>
<td>Never used</td><td class="d">2025-04-01</td><td class="d"></td></tr>
<td>Leaver</td><td class="d">2025-04-01</td><td class="d">2026-01-30</td></tr>
-- expect summary --
licenses[0].assigned == 6
licenses[0].reclaimable == 3
