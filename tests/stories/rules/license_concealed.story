# A license report that conceals its holders
Contract 3: concealed values are unknown. Most holders are hashes of 32 hexadecimal digits: the report hides the names, so the seats count as usage unknown, no seat is
of an unknown holder, nothing is raised seat by seat, and one issue says what to switch off. One hash among names is a holder that nobody knows.

$ run

-- tenko.yaml --
as_of: 2026-04-01
language: en
rosters: [{name: staff, source: staff.csv}]
systems: [{name: lan, owner: IT, source: lan.csv}]
licenses:
  - {name: hidden, owner: IT, quantity: 5, system: lan, source: hidden.csv}
  - {name: shown, owner: IT, quantity: 5, system: lan, source: shown.csv}

-- staff.csv --
employee_id,name,email,department
001,佐藤花子,sato@example.jp,IT
002,鈴木一郎,suzuki@example.jp,IT
-- lan.csv --
user_id,email
sato,sato@example.jp
suzuki,suzuki@example.jp
-- hidden.csv --
Report Refresh Date,User Principal Name,Last Activity Date
2026-03-30,0F1E2D3C4B5A69788796A5B4C3D2E1F0,2026-03-20
2026-03-30,1F1E2D3C4B5A69788796A5B4C3D2E1F0,2025-03-20
2026-03-30,2F1E2D3C4B5A69788796A5B4C3D2E1F0,
2026-03-30,sato@example.jp,2026-03-20
-- shown.csv --
Report Refresh Date,User Principal Name,Last Activity Date
2026-03-30,sato@example.jp,2026-03-20
2026-03-30,suzuki@example.jp,2026-03-20
2026-03-30,3F1E2D3C4B5A69788796A5B4C3D2E1F0,2026-03-20
-- expect exceptions of license-unknown-holder license-usage-unknown license-idle license-never-used --
license-unknown-holder  shown  3F1E2D3C4B5A69788796A5B4C3D2E1F0
-- expect summary --
licenses[0].usage_unknown == 3
licenses[0].active == 1
licenses[0].held_by_unknown == 0
licenses[1].held_by_unknown == 1
-- expect issues --
hidden.csv: rules-concealed
