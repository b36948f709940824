# A rule that is off takes no figures away
license-never-used and license-leaver are switched off: nothing is raised, but a leaver's seat does not become an idle one, and the figures (always all of them) stand.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - name: テレワーク
    source: telework.csv
    quantity: 3
rules: {license-never-used: {enabled: false}, license-leaver: {enabled: false}, license-surplus: {severity: critical}}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31
002,鈴木一郎,税務課,

-- telework.csv --
職員番号,最終利用日
001,2025-01-01
002,

-- expect exceptions --
license-surplus  テレワーク  severity=critical
-- expect issues --
-- expect summary --
licenses[0].held_by_leavers == 1
licenses[0].never_used == 1
licenses[0].idle == 0
licenses[0].reclaimable == 2
-- expect file systems.csv --
license-never-used: 
license-leaver:
