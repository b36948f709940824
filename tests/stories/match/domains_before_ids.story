# User IDs with a domain or a kind before them
CONTRACT 4.4: the user ID is compared with the login and the number. A directory writes its domain before them: where all IDs of a list
that have a domain are of one, what stands behind it is the ID (税務). Where there are several (福祉), two people may have one login there, so nobody
is linked and who has the login is named as a candidate. NT AUTHORITY is no domain of people. A slash counts only where every ID begins so (窓口, not 文書).
CONTRACT 4.3: an ID that is an address is compared as one, whatever a product writes around it (雲); a service account's or a group's address is nobody's.
Globs of `kinds` may have a domain before them, too (管理).

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
safety: {max_unmatched_percent: 100}
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}
  - {name: 福祉, owner: 税務課, source: welfare.csv}
  - {name: 窓口, owner: 税務課, source: counter.csv}
  - {name: 文書, owner: 税務課, source: paper.csv}
  - {name: 雲, owner: 税務課, source: cloud.csv}
  - {name: 管理, owner: 税務課, source: admin.csv, kinds: {admin: ['CITY\adm-{login}'], service: ['NT?SERVICE\*']}}
  - {name: 型, owner: 税務課, source: template.csv, person_id_from_user_id: 'CITY\k{person_id}'}

-- roster.csv --
職員番号,氏名,所属,ログインID,メールアドレス,退職日
00123,佐藤花子,税務課,sato,sato@example.jp,2026-01-31
00456,鈴木一郎,税務課,Suzuki,suzuki@example.jp,2026-01-31
00789,高橋次郎,税務課,takahashi,takahashi@example.jp,2026-01-31
00790,田中実,税務課,tanaka,tanaka@example.jp,2026-01-31

-- tax.csv --
利用者ID
CITY\sato
city\suzuki
CITY\00789
CITY\nobody
NT AUTHORITY\SYSTEM
CITY\sub\tanaka
tanaka

-- welfare.csv --
利用者ID
CITY\sato
OTHER\sato
CITY\nobody

-- counter.csv --
利用者ID
city/sato
city/Suzuki
City/789

-- paper.csv --
利用者ID
city/sato
suzuki

-- cloud.csv --
利用者ID,状態
user:sato@example.jp,有効
AzureAD\suzuki@example.jp,有効
i:0#.f|membership|takahashi@example.jp,有効
mailto:tanaka@example.jp,有効
serviceAccount:sato@example.jp,有効
group:sato@example.jp,有効

-- admin.csv --
利用者ID
CITY\adm-sato
NT SERVICE\SQLWriter

-- template.csv --
利用者ID
CITY\k00123
CITY\00456

-- expect exceptions of leaver-account orphan-account --
leaver-account  税務  CITY\sato  person_id=00123 matched_by=login
leaver-account  税務  city\suzuki  person_id=00456 matched_by=login
leaver-account  税務  CITY\00789  person_id=00789 matched_by=user_id
leaver-account  税務  tanaka  person_id=00790 matched_by=login
orphan-account  税務  CITY\nobody
orphan-account  税務  NT AUTHORITY\SYSTEM
orphan-account  税務  CITY\sub\tanaka
orphan-account  福祉  CITY\sato  evidence.candidates=00123
orphan-account  福祉  OTHER\sato  evidence.candidates=00123
orphan-account  福祉  CITY\nobody
leaver-account  窓口  city/sato  person_id=00123 matched_by=login
leaver-account  窓口  city/Suzuki  person_id=00456 matched_by=login
leaver-account  窓口  City/789  person_id=00789 matched_by=user_id
orphan-account  文書  city/sato
leaver-account  文書  suzuki  person_id=00456 matched_by=login
leaver-account  雲  user:sato@example.jp  person_id=00123 matched_by=email
leaver-account  雲  AzureAD\suzuki@example.jp  person_id=00456 matched_by=email
leaver-account  雲  i:0#.f|membership|takahashi@example.jp  person_id=00789 matched_by=email
leaver-account  雲  mailto:tanaka@example.jp  person_id=00790 matched_by=email
orphan-account  雲  serviceAccount:sato@example.jp
orphan-account  雲  group:sato@example.jp
leaver-account  管理  CITY\adm-sato  person_id=00123 matched_by=login
leaver-account  型  CITY\k00123  person_id=00123 matched_by=template
leaver-account  型  CITY\00456  person_id=00456 matched_by=user_id
