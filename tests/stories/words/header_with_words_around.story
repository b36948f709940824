# Headers with words around them that say nothing of the field
A directory's JSON flattened by a script (user.profile.login), a form that says ユーザーの… before every header, an HR
system that says Legal and Worker: the field is still the field. Employee Status beside a login is the person's, not the
account's: u3 stays enabled. Of two such headers for one field (User Department, Account Department) neither is taken, so
u4 of another department raises nothing there.

$ run --lang en --roster hr.csv --system A=a.csv --system B=b.csv --system C=c.csv --as-of 2026-03-31

-- hr.csv --
Employee ID,Legal Last Name,Legal First Name,Preferred Name,Email - Primary Work,Home Department,Hire Date,Termination Date,Worker Status
101,Ohara,Ken,Kenny,ken@ex.example,Sales,2015-04-01,,Active
102,Mori,Yui,,yui@ex.example,Sales,2015-04-01,2026-02-28,Terminated
-- a.csv --
user.internal,user.status,user.created,user.lastLogin,user.profile.login,user.profile.lastName,user.profile.firstName
5,ACTIVE,2020-01-01,2026-03-30,ken@ex.example,Ohara,Ken
6,ACTIVE,2020-01-01,2026-02-27,yui@ex.example,Mori,Yui
-- b.csv --
ユーザーのID,ユーザーの氏名,ユーザーの所属,アカウントの状態,最終ログインの日時
101,Ohara Ken,Finance,有効,2026/3/30 9:00
102,Mori Yui,Sales,停止,2026/2/27 9:00
-- c.csv --
Login ID,Employee ID,Employee Status,User Department,Account Department,User Last Login Timestamp
u3,102,Terminated,Finance,Finance,2026-02-27 09:00:00
u4,101,Active,Finance,Finance,2025-01-01 09:00:00

-- expect exceptions --
leaver-account	A	yui@ex.example
leaver-account	C	u3
department-mismatch	B	101
dormant-account	C	u4