# check
Contract 1: encoding, delimiter, header → field, rows read/accepted/rejected, and which rules can be evaluated and which not, and why. It
writes nothing (checked always).

$ check

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv (cp932 crlf) --
利用者ID;職員番号;備考
u1;001;x
;002;y

-- expect stdout --
税務: tax.csv
cp932
区切り ;
user_id ← 利用者ID
person_id ← 職員番号
備考
読んだ行 2 = 取り込んだ行 1 + 除いた行 1
orphan-account
  一覧に 最終ログイン日 の列がありません: 列を追加するか、columns で見出しを指定してください
    leaver-login, leave-login, dormant-account, never-used-account: 税務
tax.csv:3
