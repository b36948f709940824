# init knows the ledgers offices keep
None of them becomes a roster or a system, whatever columns it has beside: privileged IDs with the holder's name, shared IDs, conflicts,
registers, leavers, requests, incidents. What no kind fits, and a shared ID ledger that does not name the system, stand as comments
and the headers found are beside them; a page of HTML is said to be one.

$ init --lang en
$ run --as-of 2026-04-10 --no-ledger

-- 人事/名簿.csv --
職員番号,氏名,所属,採用日
001,佐藤花子,税務課,2010-04-01
002,鈴木一郎,税務課,2010-04-01
-- 人事/退職者一覧.csv --
職員番号,氏名,退職日
002,鈴木一郎,2026-03-31
-- 一覧/税務.csv --
利用者ID,氏名,職員番号,起票,承認,照会,最終ログイン日
u1,佐藤花子,001,○,,○,2026-04-01
u2,鈴木一郎,002,,○,○,2026-03-01
svc-backup,,,,,,2026-04-01
kyoyu01,,,,,○,2026-04-01
-- 台帳/特権ID台帳.csv --
システム,利用者ID,使用者氏名,職員番号,承認者,承認日,有効期限,用途
税務,u1,佐藤花子,001,課長,2025-04-01,2026-12-31,運用
-- 台帳/共用ID一覧.csv --
システム,利用者ID,管理責任者,利用者,用途
税務,kyoyu01,001,001,窓口
-- 台帳/共用アカウント（旧）.csv --
共用アカウント,置き場所,担当
kyoyu99,窓口,佐藤花子
-- 台帳/ID申請.csv --
システム,利用者ID,申請区分,申請番号,決裁日
税務,u1,追加,R8-1,2026-03-01
-- 台帳/インシデント.csv --
システム,利用者ID,発生日,事由
税務,kyoyu01,2026-01-10,付箋
-- 台帳/システム台帳.csv --
システム,所管課,責任者
税務,税務課,001
-- 台帳/ソフトウェア契約.csv --
ソフトウェア名,数量,単価,契約終了日
-- メモ/天気.csv --
日付,天気
2026-04-01,晴
-- old.xls --
<html><table><tr><td>利用者ID</td></tr></table></html>

-- expect exceptions of leaver-account orphan-account privileged-unapproved roster-contradiction --
leaver-account  税務  u2
roster-contradiction  名簿  002
-- expect file ../tenko.yaml --
    kind: leavers
    role_columns: ["起票", "承認", "照会"]
      shared: ["kyoyu*"]    # "kyoyu01"
      service: ["svc-*"]    # "svc-backup"
  systems: {path: "台帳/システム台帳.csv"}
  licenses: {path: "台帳/ソフトウェア契約.csv"}
  privileged: {path: "台帳/特権ID台帳.csv"}
  shared: {path: "台帳/共用ID一覧.csv"}
  incidents: {path: "台帳/インシデント.csv"}
  requests: {path: "台帳/ID申請.csv"}
# could not be placed: "台帳/共用アカウント（旧）.csv"
#   headers found: ["共用アカウント", "置き場所", "担当"]
#   headers found: ["日付", "天気"]
-- expect no file ../tenko.yaml --
佐藤花子
old.xls
