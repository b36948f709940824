# A password that may have leaked
CH-55. An incident on or after the day of the password, and on or after the account's creation: raised; also where the password was never changed. Changed a day later, or created
later: not. A row without user ID means all shared and privileged IDs of the system. An incident to come and a row that fits no account are issues.

$ run --as-of 2026-03-31

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, source: tax.csv}
  - {name: 福祉, source: welfare.csv}
policy: {incidents: incidents.csv}

-- incidents.csv --
システム,利用者ID,発生日,内容
税務,sameday,2026-02-10,メモの紛失
税務,changed,2026-02-10,メモの紛失
税務,never,2026-02-10,メモの紛失
税務,created,2026-02-10,メモの紛失
税務,nobody,2026-02-10,メモの紛失
税務,never,2026-04-01,予定
福祉,,2026-02-10,委託先の事故

-- roster.csv --
職員番号,氏名
001,佐藤花子

-- tax.csv --
利用者ID,職員番号,種別,特権,登録日,パスワード変更日
sameday,001,個人,,2020-04-01,2026-02-10
changed,001,個人,,2020-04-01,2026-02-11
never,001,個人,,2020-04-01,
created,001,個人,,2026-02-11,

-- welfare.csv --
利用者ID,職員番号,種別,特権,登録日,パスワード変更日
plain,001,個人,,2020-04-01,2025-01-01
shared,,共用,,2020-04-01,2025-01-01
admin,001,個人,○,2020-04-01,2025-01-01

-- expect exceptions of password-after-incident --
password-after-incident  税務  sameday  severity=high evidence.days=49
password-after-incident  税務  never
password-after-incident  福祉  shared
password-after-incident  福祉  admin
-- expect some issues --
incidents.csv:6 link-no-account 利用者ID
incidents.csv:7 incident-ahead 発生日
