# init of more than ten systems writes a register
Eleven sections are more than anybody reads: a register with a row for each system is written, with the contract's columns, which people
fill in with a spreadsheet. What a row cannot say, kinds by globs and ticks that are roles, stays in a section. The result loads and runs:
every list is read, and once the owners are filled in nobody is missing.

$ init --lang en
$ ! python3 -c "t=open('register/systems.csv',encoding='utf-8-sig').read(); open('register/systems.csv','w',encoding='utf-8-sig').write(t.replace('tax,,','tax,税務課,',1))"
$ run --as-of 2026-04-01 --no-ledger

-- hr/staff.csv --
職員番号,氏名,所属,採用日,退職日
001,佐藤花子,税務課,2010-04-01,
002,鈴木一郎,税務課,2010-04-01,2026-03-31
-- lists/tax.csv --
利用者ID,職員番号
u1,001
u2,002
-- lists/water.csv --
利用者ID,職員番号
u1,001
u2,001
-- lists/school.csv --
利用者ID,職員番号
u1,001
u2,001
-- lists/cms.csv --
利用者ID,職員番号
u1,001
u2,002
-- lists/mail.csv --
利用者ID,職員番号
u1,001
u2,001
-- lists/library.csv --
利用者ID,職員番号
u1,001
u2,001
-- lists/payroll.csv --
利用者ID,職員番号
u1,001
u2,001
-- lists/pension.csv --
利用者ID,職員番号
u1,001
u2,001
-- lists/care.csv --
利用者ID,職員番号
u1,001
u2,001
-- lists/health.csv --
利用者ID,職員番号
u1,001
u2,001
-- lists/ledger, old.csv --
利用者ID,職員番号,起票,承認
u1,001,○,
svc_batch,,,○

-- expect exceptions of leaver-account --
leaver-account  cms  u2
leaver-account  tax  u2
-- expect exceptions of system-owner-unknown --
system-owner-unknown  care
system-owner-unknown  cms
system-owner-unknown  health
system-owner-unknown  ledger, old
system-owner-unknown  library
system-owner-unknown  mail
system-owner-unknown  payroll
system-owner-unknown  pension
system-owner-unknown  school
system-owner-unknown  water
-- expect issues --
-- expect file ../register/systems.csv --
system,owner,manager,contract_owner,contract_no,purpose,source,exported_on,exported_by,declared_rows,ended_on
tax,税務課,,,,,lists/tax.csv,,,,
"ledger, old",,,,,,"lists/ledger, old.csv",,,,
-- expect file ../tenko.yaml --
  systems: {path: "register/systems.csv"}
  - name: "ledger, old"
    role_columns: ["起票", "承認"]
      service: ["svc_*"]    # "svc_batch"
-- expect no file ../tenko.yaml --
lists/tax.csv
