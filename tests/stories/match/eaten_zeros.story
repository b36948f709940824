# Zeros that Excel ate
Two person_ids are equal without leading zeros if that leaves exactly one candidate (contract 3). Full width, spaces, case and ="001" are no difference.
An X is a digit of the number like any other.

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
001234,佐藤花子,税務課,2026-01-31
A01,鈴木一郎,税務課,2026-01-31
0,零,税務課,2026-01-31

-- tax.csv --
利用者ID,職員番号
eaten,1234
more,0001234
wide,００１２３４
spaces," 001234　"
excel,"=""001234"""
case,a01
inner,A1
zero,000

-- expect exceptions --
leaver-account  税務  eaten  person_id=001234 matched_by=person_id
leaver-account  税務  more  person_id=001234
leaver-account  税務  wide  person_id=001234
leaver-account  税務  spaces  person_id=001234
leaver-account  税務  excel  person_id=001234
leaver-account  税務  case  person_id=A01
orphan-account  税務  inner
leaver-account  税務  zero  person_id=0
