# A seat that names a person and an account
person_id | user_id | device_id, one is needed: the person counts where several stand (BRIEF: the subject is the person_id, else the user_id). A row with none of them
is an unassigned seat. Without `system` a user ID cannot be looked up: license-unknown-holder judges the people only, and of a list of user IDs alone it says nothing.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - name: テレワーク
    source: telework.csv
  - {name: 地図, source: map.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31
002,鈴木一郎,税務課,

-- telework.csv --
職員番号,利用者ID,状態
001,suzuki,割当
002,nobody,割当
,,割当

-- map.csv --
利用者ID
suzuki
nobody

-- expect exceptions --
license-leaver  テレワーク  001
-- expect issues --
-- expect summary --
licenses[0].rejected == 0
licenses[0].assigned == 2
licenses[1].assigned == 2
licenses[1].held_by_unknown == 0
