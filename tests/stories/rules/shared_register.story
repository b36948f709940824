# The register of shared IDs
YO-2, CH-61. policy/shared makes an ID shared, and gives owner, members and the day of the password where the list has none. An ID's own number of days counts, 0 is off. Number and
name may stand in a cell: the number counts, another name is an issue; so is a member that no roster has, and an ID that the list lacks.

$ run --as-of 2026-03-31

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, source: tax.csv}
policy: {shared: shared.csv}

-- shared.csv --
システム名,共用ID,用途,管理責任者,利用者,パスワード最終変更日,パスワード変更周期
税務,old,窓口,001 佐藤花子,002,2025-12-30,
税務,off,設置機器,001　佐藤華子,"002、999",2019-04-01,0
税務,own,窓口,001,,2025-06-01,400日
税務,ownerless,窓口,,,2026-03-01,
税務,absent,窓口,001,,2026-03-01,

-- roster.csv --
職員番号,氏名,退職日
001,佐藤花子,
002,鈴木一郎,2026-01-31

-- tax.csv --
利用者ID,職員番号
old,
off,
own,
ownerless,
u1,001

-- expect exceptions --
shared-password-stale  税務  old  evidence.days=91 evidence.threshold=90
shared-password-after-move  税務  old
shared-password-after-move  税務  off
shared-no-owner  税務  ownerless
-- expect issues --
shared.csv:3 policy-other-name 管理責任者
shared.csv:3 policy-no-person 利用者
shared.csv:6 link-no-account 共用ID
