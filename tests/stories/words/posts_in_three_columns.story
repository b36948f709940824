# Three posts side by side
部署1 to 部署3 with their positions: each is a post of the person, empty ones are none. An account in any of the three departments fits; 会計課 is none of them.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: A, owner: 税務課, eligible: {position: [室長]}, source: a.csv}]

-- roster.csv --
職員番号,氏名,部署1,役職1,部署2,役職2,部署3,役職3
001,佐藤花子,税務課,主事,市民課,主幹,企画室,室長
002,鈴木一郎,税務課,主事,,,企画室,主査

-- a.csv --
利用者ID,職員番号,氏名,所属
u1,001,佐藤花子,税務課
u2,001,佐藤花子,市民課
u3,001,佐藤花子,企画室
u4,001,佐藤花子,会計課
u5,002,鈴木一郎,企画室

-- expect exceptions of department-mismatch not-eligible --
department-mismatch  A  u4
not-eligible  A  u5
