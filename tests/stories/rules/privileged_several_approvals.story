# Several approvals for one account
Contract 5: raised where there is no approval row, or it names another person. The shared administrator ID was approved for its owner and,
later, for somebody else: one row names the owner, so it is approved. The personal one was approved for its former holder, and
for the present one until yesterday: approved, but expired. The third has two rows, and neither names its holder.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-03-31
rosters:
  - name: 職員
    source: {connector: csv, path: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: {connector: csv, path: tax.csv}
    privileged_roles: [管理者]
    kinds: {shared: ["kyoyu*"]}
policy: {privileged: privileged.csv}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋健太,税務課

-- tax.csv --
利用者ID,職員番号,氏名,権限,管理責任者
kyoyu1,,共用,管理者,001
u2,002,鈴木一郎,管理者,
u3,003,高橋健太,管理者,

-- privileged.csv --
system,user_id,person_id,approved_by,approved_on,expires_on
税務,kyoyu1,001,課長,2025-04-01,2027-03-31
税務,kyoyu1,002,課長,2026-01-01,2027-03-31
税務,u2,001,課長,2024-04-01,2025-03-31
税務,u2,002,課長,2025-04-01,2026-03-30
税務,u3,001,課長,2025-04-01,2027-03-31
税務,u3,002,課長,2025-05-01,2027-03-31

-- expect exceptions --
privileged-approval-expired  税務  u2  evidence.approved_person_id=002
privileged-unapproved  税務  u3  evidence.approved_person_id=002
privileged-shared  税務  kyoyu1
-- expect issues --
