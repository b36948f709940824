# A leaked password: the borders
CH-55. Changed the day after the incident, or made the day after it: not raised; changed on that day, made on that day: raised (which came first nobody
knows). The newest of several incidents counts; an incident of today counts; the word of a whole system means its shared and privileged IDs only.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}
policy: {incidents: incidents.csv}

-- incidents.csv --
system,user_id,date,reason
税務,day_after,2026-02-10,紛失
税務,same_day,2026-02-10,紛失
税務,made_after,2026-02-10,紛失
税務,made_that_day,2026-02-10,紛失
税務,two,2026-02-10,紛失
税務,two,2026-02-20,紛失
税務,today,2026-03-31,紛失
税務,,2026-01-15,委託先
-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,
-- tax.csv --
利用者ID,職員番号,種別,特権,登録日,パスワード変更日,状態
day_after,001,外部,,2020-04-01,2026-02-11,有効
same_day,001,外部,,2020-04-01,2026-02-10,有効
made_after,001,外部,,2026-02-11,,有効
made_that_day,001,外部,,2026-02-10,,有効
two,001,外部,,2020-04-01,2026-02-15,有効
today,001,外部,,2020-04-01,2026-03-30,有効
plain,001,外部,,2020-04-01,2026-01-01,有効
strong,001,外部,○,2020-04-01,2026-01-01,有効
strong_fresh,001,外部,○,2020-04-01,2026-01-16,有効
strong_off,001,外部,○,2020-04-01,2026-01-01,停止
orphan,999,個人,○,2020-04-01,2026-01-01,有効

-- expect exceptions of password-after-incident --
password-after-incident  税務  same_day  severity=high
password-after-incident  税務  made_that_day
password-after-incident  税務  two
password-after-incident  税務  today
password-after-incident  税務  strong
password-after-incident  税務  orphan
