# A license list with a column for each product
The products of a row may stand in several numbered columns; a row is a seat of a license if any of them has its product.

$ run

-- tenko.yaml --
as_of: 2026-04-01
language: en
rosters: [{name: staff, source: staff.csv}]
systems: [{name: groupware, owner: IT, source: users.csv}]
licenses:
  - {name: kintone, owner: IT, product: ki, quantity: 5, system: groupware, source: services.csv}
  - {name: Garoon, owner: IT, product: gr, quantity: 5, system: groupware, source: services.csv}

-- staff.csv --
employee_id,name,department
001,佐藤 花子,IT
002,鈴木 一郎,IT

-- users.csv --
login,person_id
sato,001
suzuki,002

-- services.csv --
ログイン名,サービスコード1,サービスコード2,サービスコード3
sato,ki,gr,sa
suzuki,gr,,
nobody,,,

-- expect exceptions of license-unknown-holder --
-- expect summary --
licenses[0].assigned == 1
licenses[1].assigned == 2
