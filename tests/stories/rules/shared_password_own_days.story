# Days of its own for a shared ID
CH-61, KA-21. policy/shared says 10 days for one, 120 for another, 0 (off) for a third, nothing for the last, which has the system's 90. On the last day nothing is
raised, a day later it is. The purpose in the register is the reason, and stands in the evidence.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 窓口, owner: 市民課, source: list.csv}
policy: {shared: shared.csv}

-- shared.csv --
system,user_id,owner,members,purpose,password_changed_on,shared_password_days
窓口,ten_in,001,,窓口,2026-03-21,10
窓口,ten_out,001,,窓口,2026-03-20,10
窓口,long_in,001,,庁内掲示,2025-12-01,120
窓口,long_out,001,,庁内掲示,2025-11-30,120日
窓口,off,001,,据置端末,2019-03-31,0
窓口,usual_in,001,,,2025-12-31,
窓口,usual_out,001,,,2025-12-30,
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,市民課
-- list.csv --
利用者ID,種別
ten_in,共用
ten_out,共用
long_in,共用
long_out,共用
off,共用
usual_in,共用
usual_out,共用

-- expect exceptions of shared-password-stale --
shared-password-stale  窓口  ten_out  evidence.days=11 evidence.threshold=10 evidence.purpose=窓口
shared-password-stale  窓口  long_out  evidence.days=121 evidence.threshold=120
shared-password-stale  窓口  usual_out  evidence.days=91 evidence.threshold=90
