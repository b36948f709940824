# connector: none
No list was delivered: system-no-list, target_kind system, subject empty. Its owner is still checked.

$ run

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems:
  - {name: 図書館, owner: 税務課, source: {connector: none}}
  - {name: 水道, owner: 水道局, source: {connector: none}}

-- expect exceptions --
system-no-list  図書館  target_kind=system
system-no-list  水道
system-owner-unknown  水道
-- expect issues --
