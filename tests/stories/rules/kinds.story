# Which kind an account is
The column's word wins when it says shared, service or external; where it is empty, unknown or says personal, the globs apply, and
else it is personal (BRIEF). Globs: whole user ID, case and width are no difference; the first that fits decides. An unknown word
is an input issue. Every row has the number of nobody: personal and external accounts are orphans, shared and service ones are not.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    kinds: {shared: ["kyoyu*"], service: "svc_?", external: ["ext-*"]}
    values: {kind: {shared: [窓口端末]}}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,種別
KYOYU01,999,
ｋｙｏｙｕ02,999,個人
xkyoyu,999,
svc_a,999,不思議
svc_ab,999,
ext-1,999,
kyoyu03,999,外部
madoguchi,999,窓口端末
svc_b,999,共用

-- expect exceptions --
orphan-account  税務  xkyoyu
orphan-account  税務  svc_ab
orphan-account  税務  ext-1
orphan-account  税務  kyoyu03
-- expect issues --
tax.csv:5 word-unknown 種別
-- expect summary --
systems[0].shared == 5
systems[0].unmatched == 4
