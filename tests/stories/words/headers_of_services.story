# Headers of services that were tried
Jamf's Access Status is the state and Okta's Last App Access a last use; GitHub's SAML name ID is an address; IAM's MEMBER is the user ID where
nothing else is. A GUID beside a login or an address is an internal number (CONTRACT 3: the login is user_id). JetBrains' and others' seats: the assignee's
address is the holder; Available without an assignee is an unassigned seat, with one no seat any more; Closed is none; Date added is when it was assigned.

$ run --as-of 2026-04-10 --roster r.csv --system Jamf=jamf.csv --system Git=git.csv --system IAM=iam.csv --system Docu=docu.csv --license JB=jb.csv --license Sign=sign.csv --license Figma=figma.csv

-- r.csv --
employee_id,name,email,left_on
001,山田太郎,taro@city.example,2026-03-01
002,佐藤花子,hanako@city.example,
-- jamf.csv --
ID,Username,Full Name,Email,Privilege Set,Access Level,Access Status
1,tyamada,山田太郎,taro@city.example,Administrator,Full Access,Disabled
2,taro2,山田太郎,taro@city.example,Auditor,Site Access,Enabled
-- git.csv --
login,name,tfa_enabled,role,saml_name_id
ty,,true,Owner,taro@city.example
-- iam.csv --
ROLE,MEMBER
roles/owner,user:taro@city.example
roles/viewer,user:hanako@city.example
-- docu.csv --
User ID,User Name,Email,User Status,Last Login
1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed,tyamada,taro@city.example,Active,2026-04-01
9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d,hsato,hanako@city.example,Active,2026-04-01
-- jb.csv --
License ID,Product,Assignee Name,Assignee Email,Status,Last Seen
A1,IDEA,山田太郎,taro@city.example,Assigned,2026-04-01
A2,IDEA,,,Available,
A3,IDEA,佐藤花子,hanako@city.example,Available,2025-04-01
-- sign.csv --
User ID,Email,User Status,Last Login
1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed,taro@city.example,Active,2026-04-01
9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d,hanako@city.example,Closed,2025-04-01
-- figma.csv --
Name,Email,Seat type,Last seen,Date added
佐藤花子,hanako@city.example,Full,,2026-04-01

-- expect exceptions --
leaver-account  Jamf  taro2
leaver-account  Git  ty
leaver-account  IAM  user:taro@city.example
leaver-login  Docu  tyamada
leaver-account  Docu  tyamada
license-leaver  JB  taro@city.example
license-leaver  Sign  taro@city.example
-- expect summary --
licenses[0].assigned == 1
licenses[0].unassigned == 1
licenses[1].assigned == 1
licenses[2].never_used == 0
