# init: ten systems are sections still
The register begins above ten; and a register that is there already is named, not written.

$ init --lang en

-- hr/staff.csv --
職員番号,氏名
001,佐藤花子
-- lists/tax.csv --
利用者ID,職員番号
u1,001
-- lists/water.csv --
利用者ID,職員番号
u1,001
-- lists/school.csv --
利用者ID,職員番号
u1,001
-- lists/cms.csv --
利用者ID,職員番号
u1,001
-- lists/mail.csv --
利用者ID,職員番号
u1,001
-- lists/library.csv --
利用者ID,職員番号
u1,001
-- lists/payroll.csv --
利用者ID,職員番号
u1,001
-- lists/pension.csv --
利用者ID,職員番号
u1,001
-- lists/care.csv --
利用者ID,職員番号
u1,001
-- lists/health.csv --
利用者ID,職員番号
u1,001

-- expect stdout --
(rosters 1, systems 10, licenses 0)
-- expect no stdout --
register
