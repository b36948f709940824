# A license list that cannot say who left
No roster knows leaving: license-leaver is not evaluated, and so are quantity and contract where they are not set.

$ run --as-of 2026-03-31 --lang en

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - name: テレワーク
    source: telework.csv

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- telework.csv --
職員番号
001

-- expect exceptions --
-- expect issues --
-- expect file systems.csv --
license-leaver: no roster has
license-disabled-account: 
license-over-assigned: the quantity is not set
license-surplus: the quantity is not set
license-expired: the end of the contract is not set
license-renewal: the end of the contract is not set
