BEGIN TRANSACTION;
CREATE TABLE block (
    first INTEGER PRIMARY KEY,
    rows INTEGER NOT NULL,
    digests BLOB NOT NULL
);
INSERT INTO "block" VALUES(1,3,X'447DF83130A4292317D9B30FBE242DA1E8E72200DF99D757');
INSERT INTO "block" VALUES(4,54,X'EB7D5245173AACC044D74B297FBD2C3147D73AE3FB9E5D80F6717F6D6D64FAECFA0AEBCC8D05CA571498D6E76D42C19591246FB3A1D9163E1701B5EE6809D176776C94C5A17EBAE57F0B3AD9200002E32EF193929ECCEAF914971679086F85C8406CBD5B84147403879AD0AC434763808D7A12F0A22F590D14122C5A341412295FFAA5E4EA65E37EB1038019F2FB30BEFFE321EDFA9CE3FEDD5228BCC1C864C03CFF592A3353C3952413CA02FEA2185F173F515741EFBD53D5091C147DF01B81A1647202E26CD008F4A23C8C3B53128823F3C226F2A3B9740673D6086830DBCD2E24F25E600BDA416E9214F8F4CDFA0AFAE79C481FF084659901FE92EA3721202351F195D4B010139274985AD2898FD6D35B73B4A453539F0C194628F73FC135385ABCAE3466FEA720124CB056FF6B4B6089379984800B682B3454C368194380C5FF44B85A874AFB60F53B32B178F0BC59608B839DF2B2A02540D4E2AEE03A833FF6B9A93E9EC639BFCE497AD91420449FB163FE404C43171945F1C6A4A738CCB5F47477BD6280A71945EDA6BBDF201EE97741E110B14050D1A135A41CD0E9D54C14CC3C8FF38310B9720844D613F3C4');
INSERT INTO "block" VALUES(58,13,X'1667731D502F4E3ECDE2CF35C7413487234E6EC7DE7A8DDFC65DE756AAD011CFA3ACC60FB9C169F864D71E24A77F6A47E544F12A7527945DF00E76CF2FDF53217F3D18FA862C650AC278F14E34FB0B7C8E466BAB01B027820FF6599C2D84BC0C50B6712A2ED058AC');
INSERT INTO "block" VALUES(71,4,X'BEAE82993266D9536400634AEFD4E12AF2B2B4AF7D2DE5A077F13EA9180F6F66');
INSERT INTO "block" VALUES(75,3,X'50B94C7B26492D5B122AC61FA2B72E2F67B558D54DB2733B');
INSERT INTO "block" VALUES(78,2,X'CB1D904DCFC87A059CEDA0D91FDD5EAB');
INSERT INTO "block" VALUES(80,6,X'A8494DD1BFE978A862C8B461BA83E004D3345EA9C51ADE86792B294F6F7DDF444AECAED462F52A67252BC851DE733596');
INSERT INTO "block" VALUES(86,2,X'FA2A092BE31A75C1EAC40BD9B6A96584');
INSERT INTO "block" VALUES(88,2,X'7C493EB42DA756C46CEE26BACA24A296');
INSERT INTO "block" VALUES(90,1,X'E690ECA8C1C18ED5');
INSERT INTO "block" VALUES(91,4,X'839F63F92AEC8ADAF2722804FDB168EE1781E27B3751F08A10290A6C0A01538E');
CREATE TABLE decision (             -- an answer; a changed one is a further row
    decision INTEGER PRIMARY KEY,
    review INTEGER NOT NULL,
    row INTEGER NOT NULL,
    what TEXT NOT NULL,             -- keep, delete, disable, change, not-ours
    comment TEXT NOT NULL,
    reviewer TEXT NOT NULL,         -- as written
    reviewer_id TEXT NOT NULL,      -- person_id, where the rosters have exactly one such person
    is_right INTEGER NOT NULL,      -- the system's manager, or of the addressee
    reviewed_on TEXT NOT NULL,
    file TEXT NOT NULL,
    line INTEGER NOT NULL,
    entry INTEGER NOT NULL REFERENCES entry -- the import that recorded it: when, by whom, after which run
);
CREATE TABLE entry (
    entry INTEGER PRIMARY KEY,      -- 1, 2, 3 …
    kind TEXT NOT NULL,             -- export, import, purge
    run INTEGER NOT NULL REFERENCES run, -- the last one then
    number INTEGER NOT NULL,        -- the review of an export, the purge of a purge, else 0
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    staged TEXT NOT NULL,           -- SHA-256 of the table of links that takes its place after it; or empty
    marks BLOB NOT NULL,            -- of each row that it wrote, 16 bytes by which verify names it
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL              -- SHA-256 over the rows it wrote and all of the above
);
CREATE TABLE event (                -- what a run changed in lives
    run INTEGER NOT NULL REFERENCES run,
    finding INTEGER NOT NULL,
    what TEXT NOT NULL,             -- new, reopened, resolved, not_reexamined
    state INTEGER NOT NULL,         -- the exception as last seen before, or as raised
    last_run INTEGER,               -- resolved, not_reexamined: the run that saw it last
    PRIMARY KEY (run, finding)
) WITHOUT ROWID;
INSERT INTO "event" VALUES(1,116175364512438386,'new',85,NULL);
INSERT INTO "event" VALUES(1,516166686085508607,'new',82,NULL);
INSERT INTO "event" VALUES(1,586249906362909459,'new',80,NULL);
INSERT INTO "event" VALUES(1,716793478056543276,'new',84,NULL);
INSERT INTO "event" VALUES(1,717132373607151009,'new',83,NULL);
INSERT INTO "event" VALUES(1,1045287001552495281,'new',81,NULL);
INSERT INTO "event" VALUES(2,650644364003846809,'new',94,NULL);
INSERT INTO "event" VALUES(2,717132373607151009,'resolved',83,1);
CREATE TABLE finding (              -- the life of an exception
    id INTEGER PRIMARY KEY,         -- 60 bits; shown as x and 15 hex digits
    state INTEGER NOT NULL,         -- as last seen
    status TEXT NOT NULL,           -- open, resolved
    first_run INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    last_run INTEGER                -- last run that saw it; NULL: the last one
);
INSERT INTO "finding" VALUES(116175364512438386,85,'open',1,'2026-03-15',NULL);
INSERT INTO "finding" VALUES(516166686085508607,92,'open',1,'2026-03-15',NULL);
INSERT INTO "finding" VALUES(586249906362909459,80,'open',1,'2026-03-15',NULL);
INSERT INTO "finding" VALUES(650644364003846809,94,'open',2,'2026-03-31',NULL);
INSERT INTO "finding" VALUES(716793478056543276,93,'open',1,'2026-03-15',NULL);
INSERT INTO "finding" VALUES(717132373607151009,83,'resolved',1,'2026-03-15',1);
INSERT INTO "finding" VALUES(1045287001552495281,91,'open',1,'2026-03-15',NULL);
CREATE TABLE purge (
    purge INTEGER PRIMARY KEY,
    before TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    sections INTEGER NOT NULL,
    states INTEGER NOT NULL
);
CREATE TABLE review (
    review INTEGER PRIMARY KEY,     -- 1, 2, 3 …: the number on the sheets
    first INTEGER NOT NULL,         -- the review that this one supplements, or itself
    run INTEGER NOT NULL REFERENCES run, -- whose accounts were frozen
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    exported_on TEXT NOT NULL,
    reply_by TEXT NOT NULL,
    addressed_by TEXT NOT NULL,     -- owner, department, manager
    language TEXT NOT NULL
);
CREATE TABLE review_link (          -- whose an account is, by a sheet of links
    review INTEGER NOT NULL,
    row INTEGER NOT NULL,
    person_id TEXT NOT NULL,        -- "-": nobody's
    reviewer TEXT NOT NULL,
    entry INTEGER NOT NULL REFERENCES entry,
    PRIMARY KEY (review, row)
) WITHOUT ROWID;
CREATE TABLE review_row (           -- an account that somebody is asked about
    review INTEGER NOT NULL REFERENCES review,
    row INTEGER NOT NULL,           -- 1, 2, 3 …
    id INTEGER NOT NULL,            -- 60 bits; shown as r and 15 hex digits
    account INTEGER NOT NULL,       -- its place among the accounts of the run
    system TEXT NOT NULL,
    user_id TEXT NOT NULL,
    person_id TEXT NOT NULL,        -- the holder; empty: nobody
    name TEXT NOT NULL,
    addressee TEXT NOT NULL,
    manager TEXT NOT NULL,          -- of the system, as configured
    roles TEXT NOT NULL,            -- one a line
    enabled INTEGER NOT NULL,
    print INTEGER NOT NULL,         -- hash of what a decision to change would change
    change TEXT NOT NULL,           -- since the last review, in words
    PRIMARY KEY (review, row)
) WITHOUT ROWID;
CREATE TABLE revocation (           -- delete, disable or change, until a later run shows it
    review INTEGER NOT NULL,
    row INTEGER NOT NULL,
    since INTEGER NOT NULL,         -- the last run when it was decided
    lists INTEGER NOT NULL,         -- later lists that did not show it
    last_as_of TEXT NOT NULL,       -- of the last of them
    resolved_run INTEGER,           -- the run that showed it
    PRIMARY KEY (review, row)
) WITHOUT ROWID;
CREATE TABLE revocation_event (     -- what a run's list said of it; part of the run's hash
    run INTEGER NOT NULL REFERENCES run,
    review INTEGER NOT NULL,
    row INTEGER NOT NULL,
    what TEXT NOT NULL,             -- shown: carried out; not_shown
    PRIMARY KEY (run, review, row)
) WITHOUT ROWID;
CREATE TABLE run (
    run INTEGER PRIMARY KEY,        -- 1, 2, 3 …
    as_of TEXT NOT NULL,            -- the day that was judged
    at TEXT NOT NULL,               -- local time with offset
    who TEXT NOT NULL,              -- account of the operating system
    forced TEXT,                    -- reason of --force
    exceptions INTEGER NOT NULL,    -- raised, waived ones too
    waived INTEGER NOT NULL,
    new INTEGER NOT NULL,
    open INTEGER NOT NULL,
    reopened INTEGER NOT NULL,
    resolved INTEGER NOT NULL,
    not_reexamined INTEGER NOT NULL,
    changes_lives INTEGER NOT NULL, -- 0: its day was earlier than a run's before it
    head TEXT NOT NULL,             -- everything else of the run's head, as JSON
    previous_hash TEXT NOT NULL,    -- hash of the run before; empty for the first
    previous_manifest TEXT NOT NULL,-- SHA-256 of that run's manifest.json
    hash TEXT NOT NULL,             -- SHA-256 over all of this run's records and the two above
    manifest TEXT                   -- SHA-256 of this run's manifest.json; NULL: no report was made
);
INSERT INTO "run" VALUES(1,'2026-03-15','2026-11-26T04:28:29+00:00','root',NULL,6,0,6,0,0,0,0,1,'[1,"2026-03-15","みなと市",1,"0.2.0","tenko.yaml","46dd5b70ae9f97e87ad56e997f9a7f4ba5673cfac6c441da683fe5ac73b1891d","root",1795667309,null,null,null,"probable","stop","owner",50,30,1,"2025-04-01",30,null,1,3,1,1]','','','f74d3c462ea33a377562eeaa2495a85fe68a76361078e685c067119d8caaeb35','e4f09aae5e1f0d072ea25f351bfd98fafce92503e17f8f33b2d98b1ad7847d54');
INSERT INTO "run" VALUES(2,'2026-03-31','2026-11-26T04:28:30+00:00','root',NULL,6,0,1,5,0,1,0,1,'[2,"2026-03-31","みなと市",1,"0.2.0","tenko.yaml","46dd5b70ae9f97e87ad56e997f9a7f4ba5673cfac6c441da683fe5ac73b1891d","root",1795667310,null,null,null,"probable","stop","owner",50,30,1,"2025-04-01",30,"2026-03-15",1,2,2,1]','f74d3c462ea33a377562eeaa2495a85fe68a76361078e685c067119d8caaeb35','e4f09aae5e1f0d072ea25f351bfd98fafce92503e17f8f33b2d98b1ad7847d54','846acca098d8a2258a81a8127d55bab64aa788610f12507b18d628af04a67d63','fa8afccf10b764b0aa1211f2d0af8a4f3c6a29935888c7289e43045c7602913e');
CREATE TABLE section (
    run INTEGER NOT NULL REFERENCES run,
    kind TEXT NOT NULL,             -- rule, threshold, input, exception, issue, account, seat, person, device
    input INTEGER NOT NULL,         -- ordinal of the input, -1 where the kind has none
    name TEXT NOT NULL,             -- its name: the same input in other runs
    rows INTEGER NOT NULL,
    ranges TEXT NOT NULL,           -- JSON [[first state, how many], …] in the order of the record
    lines TEXT NOT NULL,            -- JSON [[first line, how many consecutive], …]
    sha256 TEXT NOT NULL,           -- over states and lines
    purged INTEGER,                 -- number of the purge that dropped the states
    PRIMARY KEY (run, kind, input)
) WITHOUT ROWID;
INSERT INTO "section" VALUES(1,'account',1,'tax',3,'[[1,3]]','[[2,3]]','e63783e3c91f36f4279aaf7954b82520580d80de33e85ea14609b0c746b77c63',NULL);
INSERT INTO "section" VALUES(1,'device',-1,'',2,'[[78,2]]','[[2,2]]','e60febd4ade6b3ad38b393621d1d44f86b73e919adbd4088e5f454345f539c63',NULL);
INSERT INTO "section" VALUES(1,'exception',-1,'',6,'[[80,6]]','[[3,1],[3,1],[3,2],[3,1],[0,1]]','7bdc20aff2f32ba3b89ae892d11b6b7255dc5be7cc07ba1e322f91739c9bfd79',NULL);
INSERT INTO "section" VALUES(1,'input',-1,'',4,'[[71,4]]','[[0,1],[0,1],[0,1],[0,1]]','76477c797bcbac22f427439708222fcc539c08bcc807cb42aa7c477f08dbc6a8',NULL);
INSERT INTO "section" VALUES(1,'issue',-1,'',0,'[]','[]','4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945',NULL);
INSERT INTO "section" VALUES(1,'person',-1,'',3,'[[75,3]]','[[2,3]]','b8522f2ae71b0673ef8df4cc46e6a73b38c91412751a2f6b15012b19caf0cf78',NULL);
INSERT INTO "section" VALUES(1,'rule',-1,'',54,'[[4,54]]','[[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1]]','74a1e461325524d5d38e3ddd40f211464abf8c1586efdfa94fe65304fb81dc2f',NULL);
INSERT INTO "section" VALUES(1,'seat',2,'office',2,'[[86,2]]','[[2,2]]','55e98583b05d8cefc95c2c40f983365033bf0d251c89c31971ab0494aeba86b1',NULL);
INSERT INTO "section" VALUES(1,'threshold',-1,'',13,'[[58,13]]','[[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1]]','1d050816bc7979aff7ae5d077e44edafe6311cb5acd7cd0e9d1c505baa4deb94',NULL);
INSERT INTO "section" VALUES(2,'account',1,'tax',3,'[[1,1],[88,2]]','[[2,3]]','9ee3ef616e8830cfe76bef985aa11648109ca9c519848bebf4ee36c31c2603fd',NULL);
INSERT INTO "section" VALUES(2,'device',-1,'',2,'[[78,2]]','[[2,2]]','e60febd4ade6b3ad38b393621d1d44f86b73e919adbd4088e5f454345f539c63',NULL);
INSERT INTO "section" VALUES(2,'exception',-1,'',6,'[[80,1],[91,4],[85,1]]','[[3,1],[3,1],[3,1],[3,2],[0,1]]','68af49407af04fe1030a79d7798599406113d704ada789426a86215eca2b1298',NULL);
INSERT INTO "section" VALUES(2,'input',-1,'',4,'[[71,1],[90,1],[73,2]]','[[0,1],[0,1],[0,1],[0,1]]','5797a69527bc359d3ffd10dac7f2af786c143ec9e71b09ef22a57baaeb6bae36',NULL);
INSERT INTO "section" VALUES(2,'issue',-1,'',0,'[]','[]','4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945',NULL);
INSERT INTO "section" VALUES(2,'person',-1,'',3,'[[75,3]]','[[2,3]]','b8522f2ae71b0673ef8df4cc46e6a73b38c91412751a2f6b15012b19caf0cf78',NULL);
INSERT INTO "section" VALUES(2,'rule',-1,'',54,'[[4,54]]','[[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1]]','74a1e461325524d5d38e3ddd40f211464abf8c1586efdfa94fe65304fb81dc2f',NULL);
INSERT INTO "section" VALUES(2,'seat',2,'office',2,'[[86,2]]','[[2,2]]','55e98583b05d8cefc95c2c40f983365033bf0d251c89c31971ab0494aeba86b1',NULL);
INSERT INTO "section" VALUES(2,'threshold',-1,'',13,'[[58,13]]','[[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1],[0,1]]','1d050816bc7979aff7ae5d077e44edafe6311cb5acd7cd0e9d1c505baa4deb94',NULL);
CREATE TABLE state (
    id INTEGER PRIMARY KEY,
    body TEXT NOT NULL              -- JSON array; docs/LEDGER.md names the places
);
INSERT INTO "state" VALUES(1,'["t1","0001","税務課",null,["照会"],null,"2026-03-20"]');
INSERT INTO "state" VALUES(2,'["t2","0002","税務課",null,["照会","更新"],null,"2026-03-10"]');
INSERT INTO "state" VALUES(3,'["t9",null,"税務課",null,["照会"],null,null,null,null,null,null,null,null,"nobody","",null,null,"",null,null,null,null,-1]');
INSERT INTO "state" VALUES(4,'["orphan-account",1,1,"使用者不明のアカウント","Account that nobody holds","名簿に該当者がいないアカウントです[（一覧の職員番号: {account_person_id}）][（一覧の氏名: {account_name}）][。同じ氏名の職員: {candidates}][、ほか{candidates.more}人]。使用者を確認し、不要であれば停止してください。","Nobody in the rosters holds this account[ (person ID in the list: {account_person_id})][ (name in the list: {account_name})][; people of the same name: {candidates}][ and {candidates.more} more]. Find out who uses it, or disable it.","confirm"]');
INSERT INTO "state" VALUES(5,'["ambiguous-owner",2,1,"使用者を特定できないアカウント","Account that several people fit","該当者が複数います（{candidates}[、ほか{candidates.more}人]）。使用者を確認し、policy.links の表に登録してください。","Several people fit this account: {candidates}[ and {candidates.more} more]. Decide whose it is and enter it in policy/links.","confirm"]');
INSERT INTO "state" VALUES(6,'["leaver-account",1,1,"退職者のアカウント","Account of a leaver","退職者[（{left_on}退職）]のアカウントが有効のままです[。{days}日経過]。停止してください。","The account of a person who has left[ ({left_on})] is still enabled[, {days} days after]. Disable it.","disable"]');
INSERT INTO "state" VALUES(7,'["leaver-login",null,1,"退職後のログイン","Login after leaving","退職日（{left_on}）より後の{last_login_on}にログインがあります。だれが使用したか確認してください。","Logged in on {last_login_on}, after the holder had left on {left_on}. Find out who used it.","confirm"]');
INSERT INTO "state" VALUES(8,'["leave-account",2,1,"休職・休業者のアカウント","Account of a person on leave","休職・休業中[（{leave_kind}）][（{leave_from}から）][（{leave_to}まで）]の職員のアカウントが有効です[（{days}日経過）]。期間中は停止してください。","The holder is on leave[ ({leave_kind})][ from {leave_from}][ to {leave_to}][, for {days} days], and the account is enabled. Disable it for that time.","disable"]');
INSERT INTO "state" VALUES(9,'["leave-login",1,1,"休職・休業中のログイン","Login during leave","休職・休業の期間[（{leave_kind}）]（{leave_from}から[{leave_to}まで]）中の{last_login_on}にログインがあります。だれが使用したか確認してください。","Logged in on {last_login_on}, while the holder was on leave[ ({leave_kind})] from {leave_from}[ to {leave_to}]. Find out who used it.","confirm"]');
INSERT INTO "state" VALUES(10,'["name-mismatch",1,1,"氏名の不一致","Name differs from the roster","アカウントの氏名「{account_name}」が名簿の氏名「{roster_name}」と異なります（照合: {matched_by}）。実際の使用者を確認し、その人の名義に改めてください。","The account is in the name of \"{account_name}\", the roster says \"{roster_name}\" (matched by {matched_by}). Find out who uses it, and put it in that person''s name.","reassign"]');
INSERT INTO "state" VALUES(11,'["department-mismatch",2,1,"所属の不一致","Department differs from the roster","アカウントの所属「{account_department}」が名簿の所属「{roster_departments}」と異なります[（{posted_on}発令、{days}日経過）]。権限が必要か確認し、変更または停止してください。","The account''s department is \"{account_department}\", the roster says {roster_departments}[ (posted on {posted_on}, {days} days ago)]. Change or disable it.","change"]');
INSERT INTO "state" VALUES(12,'["job-type-mismatch",2,1,"職種の不一致","Job type differs from the roster","アカウントの職種「{account_job_type}」が名簿の職種「{roster_job_types}」と異なります。登録を変更してください。","The account''s job type is \"{account_job_type}\", the roster says {roster_job_types}. Change it.","change"]');
INSERT INTO "state" VALUES(13,'["not-eligible",2,1,"付与対象外の使用者","Holder who is not eligible","このシステムの付与対象外の職員です[（雇用区分: {employments}）][（所属: {departments}）][（職種: {job_types}）]。停止してください。","The holder may not have an account in this system[ (employment: {employments})][ (department: {departments})][ (job type: {job_types})]. Disable it.","disable"]');
INSERT INTO "state" VALUES(14,'["duplicate-account",2,1,"アカウントの重複","Second account of one person","同じ使用者のアカウントがほかにもあります（{other_accounts}[、ほか{other_accounts.more}件]）。必要なものを確認し、残りを停止してください。","The holder also has {other_accounts}[ and {other_accounts.more} more] in this system. Decide which one is needed.","confirm"]');
INSERT INTO "state" VALUES(15,'["dormant-account",2,1,"長期間使用されていないアカウント","Account not used for long","{last_login_on}を最後に{days}日間使用されていません（基準{threshold}日）。不要であれば停止してください。","Not used since {last_login_on}, for {days} days (limit {threshold}). Disable it if it is not needed.","disable"]');
INSERT INTO "state" VALUES(16,'["never-used-account",2,1,"一度も使用されていないアカウント","Account never used","一度も使用されていません[（{created_on}登録、{days}日経過）]。不要であれば削除してください。","Never used[ since it was created on {created_on}][, {days} days ago]. Delete it if it is not needed.","delete"]');
INSERT INTO "state" VALUES(17,'["missing-account",3,1,"アカウントの未登録","Person without an account","このシステムのアカウントが必要な職員ですが、有効なものがありません[（停止中: {disabled_accounts}）]。登録するか、不要な理由を確認してください。","Should have an account in this system and has no enabled one[ (disabled: {disabled_accounts})]. Register one, or say why not.","register"]');
INSERT INTO "state" VALUES(18,'["disabled-retained",3,1,"退職者の停止済みアカウントの残存","Disabled account of a leaver kept","{left_on}に退職した職員の停止済みアカウントが残っています。{days}日経過（保存{threshold}日）。削除してください。","The holder left on {left_on}, {days} days ago (kept for {threshold}), and the disabled account is still there. Delete it.","delete"]');
INSERT INTO "state" VALUES(19,'["leaving-soon",4,1,"退職予定者のアカウント","Holder leaves soon","使用者が{left_on}に退職予定です（{days}日後）。停止の手続を準備してください。","The holder leaves on {left_on}, in {days} days. Have the account disabled then.","none",1]');
INSERT INTO "state" VALUES(20,'["role-unknown",2,1,"定めのない権限","Role that the policy does not know","権限の定めにない権限です（{roles}）。policy.roles に追加するか、権限を外してください。","The policy does not know the role {roles}. Add it to policy/roles, or take it away.","confirm"]');
INSERT INTO "state" VALUES(21,'["role-not-allowed",1,1,"認められない権限","Role that the holder may not have","使用者に認められていない権限です（{roles}）[。所属: {departments}][、職種: {job_types}][、職位: {positions}]。権限を見直してください。","The holder may not have the role {roles}[ (department: {departments})][ (job type: {job_types})][ (position: {positions})]. Take it away.","change"]');
INSERT INTO "state" VALUES(22,'["role-conflict",1,1,"兼ねてはならない権限の兼有","Conflicting roles in one hand","「{role_a}」（{user_ids_a}[、ほか{user_ids_a.more}件]）と{system_b}の「{role_b}」（{user_ids_b}[、ほか{user_ids_b.more}件]）を兼ねています[（共用ID: {shared_ids}）][（{reason}）]。どちらかを外してください。","Holds both {role_a} ({user_ids_a}[ and {user_ids_a.more} more]) and {role_b} in {system_b} ({user_ids_b}[ and {user_ids_b.more} more])[; shared IDs: {shared_ids}][: {reason}]. Take one away.","change"]');
INSERT INTO "state" VALUES(23,'["role-outlier",4,1,"同じ所属でほかにほとんどない権限","Role that hardly any colleague has","{departments}でアカウントを持つ{colleagues}人のうち、権限「{roles}」を持つのは{holders}人です（基準{threshold}％）。必要か確認してください。","{holders} of {colleagues} in {departments} have the role {roles} (limit {threshold} %). Check whether it is needed.","confirm"]');
INSERT INTO "state" VALUES(24,'["privileged-unapproved",1,1,"承認のない特権ID","Privileged ID without approval","使用者に対する承認の記録がない特権IDです[（承認: {approved_person_id}、承認者: {approved_by}）][（承認日{approved_on}）][（{starts_on}から）]。承認を受けるか、実際の使用者の名義に改めるか、特権を外してください。","A privileged ID without an approval for its holder[ (approved for {approved_person_id} by {approved_by})][ (approved on {approved_on})][ (from {starts_on})]. Get it approved, put it in the user''s own name, or take the privilege away.","confirm"]');
INSERT INTO "state" VALUES(25,'["privileged-approval-expired",1,1,"特権IDの承認期限切れ","Approval of a privileged ID expired","特権IDの承認が{expires_on}で期限切れです（{days}日経過）。承認を更新するか、特権を外してください。","The approval expired on {expires_on}, {days} days ago. Renew it, or take the privilege away.","confirm"]');
INSERT INTO "state" VALUES(26,'["privileged-shared",1,1,"共用の特権ID","Privileged shared ID","共用IDに特権があり、操作した人を特定できません。管理者ごとのIDに分けてください。","A shared ID with privileges: nobody can tell who used it. Give each administrator an ID of his own.","change"]');
INSERT INTO "state" VALUES(27,'["shared-no-owner",1,1,"管理責任者のいない共用ID","Shared ID without an owner","共用・サービスIDの管理責任者がいません[（記載: {owner}）][（{left_on}退職）]。責任者を定めて登録してください。","A shared or service ID without an owner[ (named: {owner})][ (left on {left_on})]. Name somebody who answers for it.","register"]');
INSERT INTO "state" VALUES(28,'["shared-password-stale",2,1,"共用IDのパスワードの長期未変更","Shared password not changed for long","共用IDのパスワードが[{password_changed_on}から{days}日間]変更されていません（基準{threshold}日）。変更してください。","The password of a shared ID was not changed[ since {password_changed_on}][, for {days} days] (limit {threshold} days). Change it.","change"]');
INSERT INTO "state" VALUES(29,'["shared-password-after-move",1,1,"異動・退職後も変更されていない共用IDのパスワード","Shared password known to people who moved","最後の変更（{password_changed_on}）の後に退職・異動した職員がいます（{moved}[、ほか{moved.more}人]）。パスワードを変更してください。","Still known to people who left or moved after the last change on {password_changed_on}: {moved}[ and {moved.more} more]. Change the password.","change"]');
INSERT INTO "state" VALUES(30,'["password-after-incident",1,1,"漏えい等の後も変更されていないパスワード","Password not changed after an incident","{incident_on}に漏えい等のおそれ[（{reason}）]がありましたが、その後パスワードが変更されていません[（最終変更{password_changed_on}）]。直ちに変更してください。","The password may have leaked on {incident_on}[ ({reason})] and was not changed since[; last changed on {password_changed_on}]. Change it now.","change"]');
INSERT INTO "state" VALUES(31,'["initial-password",2,1,"初期パスワードのままのアカウント","Initial password never changed","初期パスワードから変更されていません[（{created_on}登録、{days}日経過）]。本人に変更を求めてください。","The initial password was never changed[ since {created_on}][, for {days} days]. Have it changed.","change"]');
INSERT INTO "state" VALUES(32,'["mfa-missing",2,1,"多要素認証の未設定","No multi-factor sign-in","多要素認証が設定されていません。設定してください。","The account has no multi-factor sign-in. Switch it on.","change"]');
INSERT INTO "state" VALUES(33,'["unrequested-change",2,1,"申請のない変更","Change that nobody asked for","[{added_since}以降に登録][{removed_since}以降に削除][{changed_since}以降に権限を変更]されていますが、対応する申請（{asked_from}以降の決裁）がありません。経緯を確認してください。","[Added since {added_since}][Removed since {removed_since}][Given other roles since {changed_since}], and no such request was decided from {asked_from} on. Find out who asked for it.","confirm"]');
INSERT INTO "state" VALUES(34,'["license-leaver",1,1,"退職者のライセンス","License of a leaver","退職者[（{left_on}退職）]にライセンスが割り当てられたままです[。{days}日経過][、最終利用{last_used_on}]。回収してください。","A seat is still held by a person who has left[ ({left_on})][, {days} days after][; last used on {last_used_on}]. Reclaim it.","reclaim"]');
INSERT INTO "state" VALUES(35,'["license-unknown-holder",1,1,"割当先不明のライセンス","License of an unknown holder","ライセンスの割当先「{subject}」が見つかりません。割当先を確認し、不要であれば回収してください。","The holder {subject} of this seat is not found. Find out who uses it, or reclaim it.","confirm"]');
INSERT INTO "state" VALUES(36,'["license-disabled-account",2,1,"停止済みアカウントのライセンス","License of a disabled account","割当先のアカウントが{system}で停止されています。ライセンスを回収してください。","The holder''s account in {system} is disabled. Reclaim the seat.","reclaim"]');
INSERT INTO "state" VALUES(37,'["license-never-used",2,1,"一度も使用されていないライセンス","License never used","ライセンスが一度も使用されていません[（{assigned_on}割当、{days}日経過）]。不要であれば回収してください。","Never used[ since it was assigned on {assigned_on}][, {days} days ago]. Reclaim the seat if it is not needed.","reclaim"]');
INSERT INTO "state" VALUES(38,'["license-idle",2,1,"長期間使用されていないライセンス","License not used for long","ライセンスが{last_used_on}を最後に{days}日間使用されていません（基準{threshold}日）。不要であれば回収してください。","Not used since {last_used_on}, for {days} days (limit {threshold}). Reclaim the seat if it is not needed.","reclaim"]');
INSERT INTO "state" VALUES(39,'["license-usage-unknown",4,1,"利用状況不明のライセンス","License whose use is not known","利用状況の報告がありません[（最終報告{reported_on}、{days}日経過）]。利用状況を照会してください。","Use not reported[ since {reported_on}][, for {days} days]. Ask for a report.","confirm"]');
INSERT INTO "state" VALUES(40,'["license-duplicate",3,1,"ライセンスの重複割当","Second license of one holder","同じ割当先に{seats}件割り当てられています（{lines}行目[、ほか{lines.more}行]）。不要な分を回収してください。","Holds {seats} seats of this license (lines {lines}[ and {lines.more} more]). Reclaim what is not needed.","reclaim"]');
INSERT INTO "state" VALUES(41,'["license-over-assigned",1,1,"ライセンスの割当超過","More seats assigned than owned","保有{purchased}に対し割当{assigned}で、{over}件超過しています。回収または追加購入してください。","{assigned} seats are assigned, {purchased} are owned: {over} too many. Reclaim or buy.","reclaim"]');
INSERT INTO "state" VALUES(42,'["license-surplus",3,1,"ライセンスの余剰","Seats that nobody has","保有{purchased}、割当{assigned}（使用中{active}、未使用{never_used}、休眠{idle}）で、{unassigned}件が未割当です。次回更新時に数量を見直してください。","{purchased} seats owned, {assigned} assigned ({active} active, {never_used} never used, {idle} idle): {unassigned} are unassigned. Check the quantity at renewal.","confirm"]');
INSERT INTO "state" VALUES(43,'["license-expired",1,1,"ライセンスの契約期間終了","License contract over","契約が{contract_to}に終了しましたが（{days}日経過）、割当が{assigned}件残っています。更新または割当の解除をしてください。","The contract ended on {contract_to}, {days} days ago, and {assigned} seats are assigned. Renew it, or take the seats back.","confirm"]');
INSERT INTO "state" VALUES(44,'["license-renewal",4,1,"ライセンスの更新時期","License contract ends soon","契約が{contract_to}に終了します（{days}日後）。更新前に必要数を確認してください。","The contract ends on {contract_to}, in {days} days. Check the quantity before renewing.","confirm"]');
INSERT INTO "state" VALUES(45,'["license-unregistered",2,1,"台帳にないライセンス","License that the register lacks","「{target}」は{list}にありますが、ライセンス台帳にありません。契約と用途を確認して登録するか、割当を解除してください。","{target} stands in {list} and not in the register of licenses. Enter it with its contract and purpose, or take the seats back.","register"]');
INSERT INTO "state" VALUES(46,'["system-no-list",1,1,"アカウント一覧の未提出","No account list","アカウント一覧が提出されておらず、点検できません[（所管: {owner}）]。システムから一覧を出力して提出してください。","No account list was delivered[ (owner: {owner})]: nothing could be checked. Have one exported from the system.","confirm"]');
INSERT INTO "state" VALUES(47,'["system-stale-list",2,1,"アカウント一覧が古い","Old account list","アカウント一覧の出力日が{exported_on}で、{days}日経過しています（基準{threshold}日）。出力し直してください。","The account list was exported on {exported_on}, {days} days ago (limit {threshold}). Export it again.","confirm"]');
INSERT INTO "state" VALUES(48,'["system-owner-unknown",2,1,"所管課不明のシステム","System without an owner","システムの所管課が不明です[（「{owner}」は基準日に有効な所属ではありません）]。現在の所管課を設定してください。","The system has no owner[: \"{owner}\" is no department valid on the day]. Enter the present owner.","register"]');
INSERT INTO "state" VALUES(49,'["system-retired",1,1,"廃止済みシステムのアカウント","Retired system in use","{ended_on}に廃止されたシステムに、有効なアカウントが{enabled_accounts}件残っています（{days}日経過）。削除してください。","The system was retired on {ended_on}, {days} days ago, and {enabled_accounts} enabled accounts remain. Delete them.","delete"]');
INSERT INTO "state" VALUES(50,'["system-unregistered",2,1,"台帳にないシステム","System that the register lacks","システム台帳にないシステムです。所管課と用途を確認して登録してください。","The system is not in the register of systems. Enter it with its owner and purpose.","register"]');
INSERT INTO "state" VALUES(51,'["list-incomplete",1,1,"件数の合わない一覧","List with another number of entries","提出元の申告{declared_rows}件に対し、読み込んだのは{records}件です[（うち取り込めなかった行{rejected}件）]。一覧を出し直してもらってください。","{declared_rows} entries were declared, {records} were read[ ({rejected} of them could not be used)]. Have the whole list delivered again.","confirm"]');
INSERT INTO "state" VALUES(52,'["roster-stale",2,1,"名簿が古い","Old roster","名簿の出力日が{exported_on}で、{days}日経過しています（基準{threshold}日）。その後の異動・退職は反映されません。最新の名簿を入手してください。","The roster was exported on {exported_on}, {days} days ago (limit {threshold}): newer leavers are not seen. Get a new one.","confirm"]');
INSERT INTO "state" VALUES(53,'["roster-contradiction",2,1,"職員名簿と退職者情報の食い違い","Staff list and leavers list disagree","{name}: {leavers_list}（{leavers_line}）では{leavers_say}[（{left_on}）]、この名簿では{staff_says}です。どちらが正しいか確認し、誤っている方を訂正してもらってください。","{name}: the list {leavers_list} ({leavers_line}) says {leavers_say}[ on {left_on}], this list says {staff_says}. Find out which is right, and have the other corrected.","confirm"]');
INSERT INTO "state" VALUES(54,'["device-not-returned",2,1,"退職者の未返却端末","Device of a leaver not returned","退職者[（{left_on}退職）]の端末が返却されていません[。{days}日経過]。回収してください。","The device of a person who has left[ ({left_on})] was not returned[, {days} days after]. Have it returned.","return"]');
INSERT INTO "state" VALUES(55,'["device-holder-unknown",2,1,"使用者不明の端末","Device of an unknown holder","端末の使用者「{person_id}」が名簿にいません[（{lent_on}貸与）]。だれが持っているか確認してください。","The device''s holder {person_id} is in no roster[ (lent on {lent_on})]. Find out who has it.","confirm"]');
INSERT INTO "state" VALUES(56,'["device-department-mismatch",3,1,"端末の所属の不一致","Department of a device differs from the roster","端末の所属「{device_department}」が使用者の所属「{roster_departments}」と異なります[（{posted_on}発令、{days}日経過）]。返却してもらうか、端末の台帳を改めてください。","The device belongs to \"{device_department}\", its holder is in {roster_departments}[ (posted on {posted_on}, {days} days ago)]. Have it returned, or change the register.","change"]');
INSERT INTO "state" VALUES(57,'["id-reused",1,1,"利用者IDの使い回し","User ID given to somebody else","{previous_as_of}の時点では{previous_name}（{previous_person_id}）の利用者IDでした。前の使用者の権限や記録が引き継がれていないか確認してください。","On {previous_as_of} this user ID was held by {previous_name} ({previous_person_id}). Find out whether rights and records of that person came with it.","confirm"]');
INSERT INTO "state" VALUES(58,'["dormant_days",90]');
INSERT INTO "state" VALUES(59,'["never_used_days",30]');
INSERT INTO "state" VALUES(60,'["retain_days",-1]');
INSERT INTO "state" VALUES(61,'["leaving_soon_days",30]');
INSERT INTO "state" VALUES(62,'["shared_password_days",90]');
INSERT INTO "state" VALUES(63,'["initial_password_days",30]');
INSERT INTO "state" VALUES(64,'["license_grace_days",30]');
INSERT INTO "state" VALUES(65,'["idle_days",90]');
INSERT INTO "state" VALUES(66,'["report_days",183]');
INSERT INTO "state" VALUES(67,'["renewal_days",90]');
INSERT INTO "state" VALUES(68,'["request_days",31]');
INSERT INTO "state" VALUES(69,'["max_age_days",31]');
INSERT INTO "state" VALUES(70,'["outlier_percent",-1]');
INSERT INTO "state" VALUES(71,'[null,"person","staff","roster.csv",1,null,null,null,null,null,-1,"7b964fba50de45997bf8b15dfee3cea5df74f1191384c883a6867b84cf2c628b","utf-8",",",134,3,3,null,null,null,3,[["職員番号","person_id"],["氏名","name"],["所属","department"],["退職日","left_on"]],[[47,null,["rules-not-declared","declared_rows が未設定です: 提出元が示した件数を設定してください","declared_rows is not set: enter how many entries the delivering office says there are","",""]],[48,null,["rules-no-exported-on","一覧の抽出日が未設定です: exported_on に抽出した日を書いてください","the day of the export is not set: enter exported_on","",""]],[49,null,["rules-no-leavers","あわせて見る退職者情報がありません（rosters の kind: leavers）","there is no leavers list beside it (rosters: kind: leavers)","",""]]],null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,-1]');
INSERT INTO "state" VALUES(72,'[1,"account","tax","tax.csv",1,["税務課"],null,null,null,null,-1,"e7550ac9081118e3aa47e78fd225d62d22b61df4fca9ac6a97b8832de83305d7","utf-8",",",163,3,3,null,null,null,null,[["利用者ID","user_id"],["職員番号","person_id"],["氏名","name"],["権限","role"],["最終ログイン日","last_login_on"]],[[null,1],[1,1],[2,1],[3,1],[4,null,["rules-roster-no-field","どの名簿にも {0} の列がありません: 列を追加するか、columns で見出しを指定してください","no roster has {0}: add the column, or name its header under `columns`","状態, 休職開始日, 休職終了日﷐status, first day of leave, last day of leave",""]],[5,null,["rules-roster-no-field","どの名簿にも {0} の列がありません: 列を追加するか、columns で見出しを指定してください","no roster has {0}: add the column, or name its header under `columns`","休職開始日﷐first day of leave",""]],[6,1],[7,null,["rules-no-field-of","一覧に {0} のいずれの列もありません: 列を追加するか、columns で見出しを指定してください","the list has none of {0}: add a column, or name its header under `columns`","所属コード, 所属﷐department code, department",""]],[8,null,["rules-no-field","一覧に {0} の列がありません: 列を追加するか、columns で見出しを指定してください","the list has no {0}: add the column, or name its header under `columns`","職種﷐job type",""]],[9,null,["rules-no-eligible","付与対象者が未設定です: eligible に書いてください","who may have an account is not set: enter `eligible`","",""]],[10,1],[11,1],[12,1],[13,null,["rules-no-required-for","アカウントが必要な者が未設定です: required_for に書いてください","who must have an account is not set: enter `required_for`","",""]],[14,null,["rules-threshold-off","{0} が設定されていません: 日数を設定してください","{0} is off: set a number of days","retain_days",""]],[15,1],[16,null,["rules-no-role-policy","policy.roles にこのシステムの行がありません: 権限の定めを追加してください","policy.roles has no row for this system: enter its roles there","",""]],[17,null,["rules-no-role-policy","policy.roles にこのシステムの行がありません: 権限の定めを追加してください","policy.roles has no row for this system: enter its roles there","",""]],[18,null,["rules-no-conflicts","policy.conflicts にこのシステムの行がありません: 兼ねてはならない権限を追加してください","policy.conflicts has no row for this system: enter roles that one person must not hold together","",""]],[19,null,["rules-threshold-off","{0} が設定されていません: 日数を設定してください","{0} is off: set a number of days","outlier_percent",""]],[20,null,["rules-no-approvals","特権IDの承認の表がありません: policy.privileged で指定してください","there is no table of approvals: name it under policy.privileged","",""]],[21,null,["rules-no-approvals","特権IDの承認の表がありません: policy.privileged で指定してください","there is no table of approvals: name it under policy.privileged","",""]],[22,null,["rules-no-privileged","特権アカウントを判別できません: 特権の有無の列を追加するか、privileged_roles に特権にあたる権限を書いてください","nothing tells which accounts are privileged: add the column, or set privileged_roles","",""]],[23,null,["rules-no-kinds","共用IDを判別できません: アカウントの種別の列を追加するか、kinds を設定してください","nothing tells which IDs are shared: add a column for the kind of account, or set `kinds`","",""]],[24,null,["rules-no-kinds","共用IDを判別できません: アカウントの種別の列を追加するか、kinds を設定してください","nothing tells which IDs are shared: add a column for the kind of account, or set `kinds`","",""]],[25,null,["rules-no-kinds","共用IDを判別できません: アカウントの種別の列を追加するか、kinds を設定してください","nothing tells which IDs are shared: add a column for the kind of account, or set `kinds`","",""]],[26,null,["rules-no-incidents","パスワード漏えい等の表がありません: policy.incidents で指定してください","there is no table of incidents: name it under policy.incidents","",""]],[27,null,["rules-no-field","一覧に {0} の列がありません: 列を追加するか、columns で見出しを指定してください","the list has no {0}: add the column, or name its header under `columns`","パスワード変更日﷐last change of the password",""]],[28,null,["rules-no-privileged","特権アカウントを判別できません: 特権の有無の列を追加するか、privileged_roles に特権にあたる権限を書いてください","nothing tells which accounts are privileged: add the column, or set privileged_roles","",""]],[29,null,["rules-no-requests","申請の表がありません: policy.requests で指定してください","there is no table of requests: name it under policy.requests","",""]],[42,1],[43,null,["rules-no-exported-on","一覧の抽出日が未設定です: exported_on に抽出した日を書いてください","the day of the export is not set: enter exported_on","",""]],[44,1],[45,1],[46,null,["rules-no-register","システム・ライセンスの台帳がありません: register で指定してください","there is no register: name it under `register`","",""]],[47,null,["rules-not-declared","declared_rows が未設定です: 提出元が示した件数を設定してください","declared_rows is not set: enter how many entries the delivering office says there are","",""]],[53,null,["rules-no-history","この一覧を読み込んだ以前の実行が台帳にありません: 次回の実行から比較します","no earlier run in the ledger had this list: the next run compares with this one","",""]]],null,null,3,3,null,2,1,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,-1]');
INSERT INTO "state" VALUES(73,'[2,"seat","office","seats.csv",1,null,null,null,null,null,-1,"249b8796b0c0599b8693065598b7f021ff40ca3f4562faa9b6f6a01e4947b5ab","utf-8",",",61,2,2,null,null,null,null,[["職員番号","person_id"],["最終利用日","last_used_on"]],[[30,1],[31,1],[32,null,["rules-no-license-system","ライセンスに対象システムの一覧がありません: system を設定し、一覧を用意してください","the license names no system with a list: enter `system` and have its list delivered","",""]],[33,1],[34,1],[35,null,["rules-no-field","一覧に {0} の列がありません: 列を追加するか、columns で見出しを指定してください","the list has no {0}: add the column, or name its header under `columns`","利用報告日﷐day of the report",""]],[36,1],[37,1],[38,1],[39,null,["rules-no-contract-to","契約終了日が未設定です: contract_to に書いてください","the end of the contract is not set: enter contract_to","",""]],[40,null,["rules-no-contract-to","契約終了日が未設定です: contract_to に書いてください","the end of the contract is not set: enter contract_to","",""]],[41,null,["rules-no-register","システム・ライセンスの台帳がありません: register で指定してください","there is no register: name it under `register`","",""]],[47,null,["rules-not-declared","declared_rows が未設定です: 提出元が示した件数を設定してください","declared_rows is not set: enter how many entries the delivering office says there are","",""]]],null,null,null,null,null,null,null,null,null,null,null,null,3,2,1,null,null,null,1,null,null,1,1,1,333,-1,1,null,null,"user",null,null,null,-1]');
INSERT INTO "state" VALUES(74,'[3,"device","devices","devices.csv",1,null,null,null,null,null,-1,"f87b2bc87e3128fc0dab09bcce60b1f0e7e2d02a129e9ecd8bef8f7844ab4187","utf-8",",",58,2,2,null,null,null,null,[["端末番号","device_id"],["職員番号","person_id"],["返却日","returned_on"]],[[50,1],[51,1],[52,null,["rules-no-field","一覧に {0} の列がありません: 列を追加するか、columns で見出しを指定してください","the list has no {0}: add the column, or name its header under `columns`","所属﷐department",""]]],null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,-1]');
INSERT INTO "state" VALUES(75,'[null,"0001","佐藤 花子","税務課"]');
INSERT INTO "state" VALUES(76,'[null,"0002","鈴木 一郎","税務課",null,null,null,null,"left",null,"2026-03-01"]');
INSERT INTO "state" VALUES(77,'[null,"0003","田中 実","財政課"]');
INSERT INTO "state" VALUES(78,'["PC-1","0001","佐藤 花子"]');
INSERT INTO "state" VALUES(79,'["PC-2","0002","鈴木 一郎"]');
INSERT INTO "state" VALUES(80,'[-9066745571903000272,"leaver-login",null,null,"tax",1,"t2","0002","鈴木 一郎","税務課","税務課",[["matched_by","t","person_id"],["left_on","d","2026-03-01"],["last_login_on","d","2026-03-10"],["days","n",9],["account_status","t","enabled"],["roster_line","t","roster.csv:3"]],"confirm",null,1,null,null,null,null,null,"tax.csv"]');
INSERT INTO "state" VALUES(81,'[-1722152048869627120,"leaver-account",1,null,"tax",1,"t2","0002","鈴木 一郎","税務課","税務課",[["matched_by","t","person_id"],["left_on","d","2026-03-01"],["days","n",14],["last_login_on","d","2026-03-10"],["roster_line","t","roster.csv:3"]],"disable",null,1,null,null,null,null,null,"tax.csv"]');
INSERT INTO "state" VALUES(82,'[8258666977368137712,"license-leaver",1,1,"office",2,"0002","0002","鈴木 一郎","税務課","税務課",[["left_on","d","2026-03-01"],["days","n",14],["last_used_on","d","2026-02-01"],["after_leaving","t","no"],["user_id","t",""],["device_id","t",""],["seats","n",1],["lines","l",["3"],0],["roster_line","t","roster.csv:3"]],"reclaim",null,null,null,null,null,null,null,"seats.csv"]');
INSERT INTO "state" VALUES(83,'[-6972626095995135472,"orphan-account",1,null,"tax",1,"t9",null,null,null,"税務課",[["matched_by","t","none"],["account_person_id","t",""],["account_name","t",""],["account_department","t",""],["candidates","l",[],0],["candidate_count","n",0],["looks_like","t",""],["created_on","d",null],["last_login_on","d",null]],"confirm",null,1,null,null,null,null,null,"tax.csv"]');
INSERT INTO "state" VALUES(84,'[-6978048424804859200,"device-not-returned",2,3,"devices",3,"PC-2","0002","鈴木 一郎","税務課","税務課",[["person_id","t","0002"],["left_on","d","2026-03-01"],["days","n",14],["device_department","t",""],["lent_on","d",null],["roster_line","t","roster.csv:3"]],"return",null,null,null,null,null,null,null,"devices.csv"]');
INSERT INTO "state" VALUES(85,'[1858805832199014176,"license-surplus",3,1,"office",null,null,null,null,null,null,[["purchased","n",3],["assigned","n",2],["active","n",1],["never_used","n",0],["idle","n",0],["usage_unknown","n",0],["held_by_leavers","n",1],["held_by_unknown","n",0],["unassigned","n",1],["reclaimable","n",1]],"confirm",null,null,null,null,null,null,null,"seats.csv"]');
INSERT INTO "state" VALUES(86,'["0001","0001",null,null,"2026-03-01",null,null,-1]');
INSERT INTO "state" VALUES(87,'["0002","0002",null,null,"2026-02-01",null,"leaver",-1]');
INSERT INTO "state" VALUES(88,'["t2","0002","税務課",null,["更新"],null,"2026-03-10"]');
INSERT INTO "state" VALUES(89,'["t5","0003","税務課",null,["照会"]]');
INSERT INTO "state" VALUES(90,'[1,"account","tax","tax.csv",1,["税務課"],null,null,null,null,-1,"ac2e006340841c5cdc478efda984cdaea5e0903aeec240e28bc03334e1dae7c5","utf-8",",",168,3,3,null,null,null,null,[["利用者ID","user_id"],["職員番号","person_id"],["氏名","name"],["権限","role"],["最終ログイン日","last_login_on"]],[[null,1],[1,1],[2,1],[3,1],[4,null,["rules-roster-no-field","どの名簿にも {0} の列がありません: 列を追加するか、columns で見出しを指定してください","no roster has {0}: add the column, or name its header under `columns`","状態, 休職開始日, 休職終了日﷐status, first day of leave, last day of leave",""]],[5,null,["rules-roster-no-field","どの名簿にも {0} の列がありません: 列を追加するか、columns で見出しを指定してください","no roster has {0}: add the column, or name its header under `columns`","休職開始日﷐first day of leave",""]],[6,1],[7,null,["rules-no-field-of","一覧に {0} のいずれの列もありません: 列を追加するか、columns で見出しを指定してください","the list has none of {0}: add a column, or name its header under `columns`","所属コード, 所属﷐department code, department",""]],[8,null,["rules-no-field","一覧に {0} の列がありません: 列を追加するか、columns で見出しを指定してください","the list has no {0}: add the column, or name its header under `columns`","職種﷐job type",""]],[9,null,["rules-no-eligible","付与対象者が未設定です: eligible に書いてください","who may have an account is not set: enter `eligible`","",""]],[10,1],[11,1],[12,1],[13,null,["rules-no-required-for","アカウントが必要な者が未設定です: required_for に書いてください","who must have an account is not set: enter `required_for`","",""]],[14,null,["rules-threshold-off","{0} が設定されていません: 日数を設定してください","{0} is off: set a number of days","retain_days",""]],[15,1],[16,null,["rules-no-role-policy","policy.roles にこのシステムの行がありません: 権限の定めを追加してください","policy.roles has no row for this system: enter its roles there","",""]],[17,null,["rules-no-role-policy","policy.roles にこのシステムの行がありません: 権限の定めを追加してください","policy.roles has no row for this system: enter its roles there","",""]],[18,null,["rules-no-conflicts","policy.conflicts にこのシステムの行がありません: 兼ねてはならない権限を追加してください","policy.conflicts has no row for this system: enter roles that one person must not hold together","",""]],[19,null,["rules-threshold-off","{0} が設定されていません: 日数を設定してください","{0} is off: set a number of days","outlier_percent",""]],[20,null,["rules-no-approvals","特権IDの承認の表がありません: policy.privileged で指定してください","there is no table of approvals: name it under policy.privileged","",""]],[21,null,["rules-no-approvals","特権IDの承認の表がありません: policy.privileged で指定してください","there is no table of approvals: name it under policy.privileged","",""]],[22,null,["rules-no-privileged","特権アカウントを判別できません: 特権の有無の列を追加するか、privileged_roles に特権にあたる権限を書いてください","nothing tells which accounts are privileged: add the column, or set privileged_roles","",""]],[23,null,["rules-no-kinds","共用IDを判別できません: アカウントの種別の列を追加するか、kinds を設定してください","nothing tells which IDs are shared: add a column for the kind of account, or set `kinds`","",""]],[24,null,["rules-no-kinds","共用IDを判別できません: アカウントの種別の列を追加するか、kinds を設定してください","nothing tells which IDs are shared: add a column for the kind of account, or set `kinds`","",""]],[25,null,["rules-no-kinds","共用IDを判別できません: アカウントの種別の列を追加するか、kinds を設定してください","nothing tells which IDs are shared: add a column for the kind of account, or set `kinds`","",""]],[26,null,["rules-no-incidents","パスワード漏えい等の表がありません: policy.incidents で指定してください","there is no table of incidents: name it under policy.incidents","",""]],[27,null,["rules-no-field","一覧に {0} の列がありません: 列を追加するか、columns で見出しを指定してください","the list has no {0}: add the column, or name its header under `columns`","パスワード変更日﷐last change of the password",""]],[28,null,["rules-no-privileged","特権アカウントを判別できません: 特権の有無の列を追加するか、privileged_roles に特権にあたる権限を書いてください","nothing tells which accounts are privileged: add the column, or set privileged_roles","",""]],[29,null,["rules-no-requests","申請の表がありません: policy.requests で指定してください","there is no table of requests: name it under policy.requests","",""]],[42,1],[43,null,["rules-no-exported-on","一覧の抽出日が未設定です: exported_on に抽出した日を書いてください","the day of the export is not set: enter exported_on","",""]],[44,1],[45,1],[46,null,["rules-no-register","システム・ライセンスの台帳がありません: register で指定してください","there is no register: name it under `register`","",""]],[47,null,["rules-not-declared","declared_rows が未設定です: 提出元が示した件数を設定してください","declared_rows is not set: enter how many entries the delivering office says there are","",""]],[53,1,["rules-no-ledger","台帳が必要ですが、この実行では使っていません","needs the ledger, which this run does not use","",""]]],null,null,3,3,null,3,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,-1]');
INSERT INTO "state" VALUES(91,'[-1722152048869627120,"leaver-account",1,null,"tax",1,"t2","0002","鈴木 一郎","税務課","税務課",[["matched_by","t","person_id"],["left_on","d","2026-03-01"],["days","n",30],["last_login_on","d","2026-03-10"],["roster_line","t","roster.csv:3"]],"disable",null,1,null,null,null,null,null,"tax.csv"]');
INSERT INTO "state" VALUES(92,'[8258666977368137712,"license-leaver",1,1,"office",2,"0002","0002","鈴木 一郎","税務課","税務課",[["left_on","d","2026-03-01"],["days","n",30],["last_used_on","d","2026-02-01"],["after_leaving","t","no"],["user_id","t",""],["device_id","t",""],["seats","n",1],["lines","l",["3"],0],["roster_line","t","roster.csv:3"]],"reclaim",null,null,null,null,null,null,null,"seats.csv"]');
INSERT INTO "state" VALUES(93,'[-6978048424804859200,"device-not-returned",2,3,"devices",3,"PC-2","0002","鈴木 一郎","税務課","税務課",[["person_id","t","0002"],["left_on","d","2026-03-01"],["days","n",30],["device_department","t",""],["lent_on","d",null],["roster_line","t","roster.csv:3"]],"return",null,null,null,null,null,null,null,"devices.csv"]');
INSERT INTO "state" VALUES(94,'[-8036434249648002672,"never-used-account",2,null,"tax",1,"t5","0003","田中 実","財政課","税務課",[["matched_by","t","person_id"],["created_on","d",null],["days","t",""],["threshold","n",30]],"delete",null,1,null,null,null,null,null,"tax.csv"]');
CREATE INDEX section_by_name ON section(kind, name, run);
CREATE INDEX review_row_by_id ON review_row(id);
CREATE INDEX decision_by_row ON decision(review, row);
CREATE INDEX decision_by_entry ON decision(entry);
CREATE INDEX review_link_by_entry ON review_link(entry);
CREATE INDEX revocation_event_by_row ON revocation_event(review, row);
CREATE VIEW accounts AS SELECT
    s.run AS run,
    s.name AS system,
    t.id AS state,
    json_extract(t.body, '$[0]') AS user_id,
    coalesce(json_extract(t.body, '$[12]'), 'personal') AS kind,
    json_extract(t.body, '$[1]') AS person_id,
    coalesce(json_extract(t.body, '$[13]'), 'linked') AS outcome,
    coalesce(json_extract(t.body, '$[14]'), 'person_id') AS matched_by,
    json_extract(t.body, '$[3]') AS account_department,
    json_extract(t.body, '$[4]') AS roles,
    coalesce(json_extract(t.body, '$[9]'), 1) AS enabled,
    coalesce(json_extract(t.body, '$[11]'), 0) AS expired,
    coalesce(json_extract(t.body, '$[10]'), 0) AS privileged,
    json_extract(t.body, '$[5]') AS created_on,
    json_extract(t.body, '$[6]') AS last_login_on,
    json_extract(t.body, '$[7]') AS password_changed_on,
    json_extract(t.body, '$[8]') AS expires_on,
    json_extract(t.body, '$[2]') AS addressee,
    json_extract(t.body, '$[16]') AS request_no
 FROM section s
    JOIN json_each(s.ranges) g
    JOIN state t ON t.id >= json_extract(g.value, '$[0]')
        AND t.id < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]')
    WHERE s.kind = 'account';
CREATE VIEW people AS SELECT
    s.run AS run,
    json_extract(t.body, '$[1]') AS person_id,
    json_extract(t.body, '$[2]') AS name,
    json_extract(t.body, '$[3]') AS department,
    json_extract(t.body, '$[4]') AS employment,
    coalesce(json_extract(t.body, '$[8]'), 'active') AS state,
    json_extract(t.body, '$[9]') AS hired_on,
    json_extract(t.body, '$[10]') AS left_on,
    json_extract(t.body, '$[11]') AS leave_from,
    json_extract(t.body, '$[12]') AS leave_to,
    json_extract(t.body, '$[13]') AS leave_kind
 FROM section s
    JOIN json_each(s.ranges) g
    JOIN state t ON t.id >= json_extract(g.value, '$[0]')
        AND t.id < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]')
    WHERE s.kind = 'person';
CREATE VIEW seats AS SELECT
    s.run AS run,
    s.name AS license,
    json_extract(t.body, '$[0]') AS holder,
    json_extract(t.body, '$[1]') AS person_id,
    json_extract(t.body, '$[2]') AS product,
    json_extract(t.body, '$[3]') AS assigned_on,
    json_extract(t.body, '$[4]') AS last_used_on,
    json_extract(t.body, '$[5]') AS reported_on,
    coalesce(json_extract(t.body, '$[6]'), 'active') AS verdict
 FROM section s
    JOIN json_each(s.ranges) g
    JOIN state t ON t.id >= json_extract(g.value, '$[0]')
        AND t.id < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]')
    WHERE s.kind = 'seat';
CREATE VIEW inputs AS SELECT
    s.run AS run,
    CASE coalesce(json_extract(t.body, '$[0]'), 0) WHEN 0 THEN 'roster' WHEN 1 THEN 'system' WHEN 2 THEN 'license' WHEN 3 THEN 'devices' ELSE 'table' END AS kind,
    json_extract(t.body, '$[2]') AS name,
    json_extract(t.body, '$[3]') AS file,
    coalesce(json_extract(t.body, '$[4]'), 0) AS delivered,
    json_extract(t.body, '$[8]') AS exported_on,
    json_extract(t.body, '$[9]') AS exported_by,
    json_extract(t.body, '$[11]') AS sha256,
    json_extract(t.body, '$[12]') AS encoding,
    coalesce(json_extract(t.body, '$[15]'), 0) AS rows_read,
    coalesce(json_extract(t.body, '$[16]'), 0) AS accepted,
    coalesce(json_extract(t.body, '$[17]'), 0) AS rejected,
    coalesce(json_extract(t.body, '$[18]'), 0) AS not_records,
    coalesce(json_extract(t.body, '$[19]'), 0) AS not_yet
 FROM section s
    JOIN json_each(s.ranges) g
    JOIN state t ON t.id >= json_extract(g.value, '$[0]')
        AND t.id < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]')
    WHERE s.kind = 'input';
CREATE VIEW license_figures AS SELECT
    s.run AS run,
    json_extract(t.body, '$[2]') AS license,
    coalesce(json_extract(t.body, '$[35]'), 0) AS purchased,
    coalesce(json_extract(t.body, '$[36]'), 0) AS assigned,
    coalesce(json_extract(t.body, '$[37]'), 0) AS active,
    coalesce(json_extract(t.body, '$[38]'), 0) AS never_used,
    coalesce(json_extract(t.body, '$[39]'), 0) AS idle,
    coalesce(json_extract(t.body, '$[40]'), 0) AS usage_unknown,
    coalesce(json_extract(t.body, '$[41]'), 0) AS held_by_leavers,
    coalesce(json_extract(t.body, '$[42]'), 0) AS held_by_unknown,
    coalesce(json_extract(t.body, '$[43]'), 0) AS duplicates,
    coalesce(json_extract(t.body, '$[44]'), 0) AS unassigned,
    coalesce(json_extract(t.body, '$[45]'), 0) AS reclaimable,
    coalesce(json_extract(t.body, '$[46]'), 0) AS suggested_quantity,
    coalesce(json_extract(t.body, '$[47]'), 0) AS utilization_permille,
    coalesce(json_extract(t.body, '$[48]'), 0) AS yearly_waste_cents
 FROM section s
    JOIN json_each(s.ranges) g
    JOIN state t ON t.id >= json_extract(g.value, '$[0]')
        AND t.id < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]')
    WHERE s.kind = 'input' AND json_extract(t.body, '$[0]') = 2;
CREATE VIEW raised AS SELECT
    s.run AS run,
    printf('x%015x', (json_extract(t.body, '$[0]') >> 4) & 1152921504606846975) AS id,
    json_extract(t.body, '$[1]') AS rule,
    CASE coalesce(json_extract(t.body, '$[2]'), 0) WHEN 0 THEN 'critical' WHEN 1 THEN 'high' WHEN 2 THEN 'medium' WHEN 3 THEN 'low' ELSE 'info' END AS severity,
    json_extract(t.body, '$[4]') AS target,
    json_extract(t.body, '$[6]') AS subject,
    json_extract(t.body, '$[7]') AS person_id,
    json_extract(t.body, '$[8]') AS name,
    json_extract(t.body, '$[9]') AS department,
    json_extract(t.body, '$[10]') AS addressee,
    json_extract(t.body, '$[12]') AS action,
    coalesce(json_extract(t.body, '$[15]'), 0) AS waived
 FROM section s
    JOIN json_each(s.ranges) g
    JOIN state t ON t.id >= json_extract(g.value, '$[0]')
        AND t.id < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]')
    WHERE s.kind = 'exception';
CREATE VIEW exceptions_over_time AS SELECT
    printf('x%015x', f.id) AS id,
    json_extract(t.body, '$[1]') AS rule,
    json_extract(t.body, '$[4]') AS target,
    json_extract(t.body, '$[6]') AS subject,
    f.status,
    f.first_seen,
    f.first_run,
    r.run AS resolved_run,
    r.as_of AS resolved_on,
    CAST(julianday(r.as_of) - julianday(f.first_seen) AS INTEGER) AS days
FROM finding f
    JOIN state t ON t.id = f.state
    LEFT JOIN (SELECT finding, max(run) AS run, what FROM event GROUP BY finding) e
        ON e.finding = f.id AND e.what = 'resolved'
    LEFT JOIN run r ON r.run = e.run;
CREATE VIEW movements AS
    SELECT now.run, now.system, now.user_id,
        CASE WHEN before.user_id IS NULL THEN 'added'
            WHEN now.enabled > before.enabled THEN 'enabled'
            WHEN now.enabled < before.enabled THEN 'disabled'
            ELSE 'changed' END AS change
    FROM accounts now
        LEFT JOIN accounts before ON before.run = now.run - 1 AND before.system = now.system
            AND before.user_id = now.user_id
    WHERE now.run > 1 AND before.state IS NOT now.state AND NOT EXISTS (
        SELECT 1 FROM section WHERE run = now.run - 1 AND kind = 'account' AND purged IS NOT NULL)
    UNION ALL
    SELECT before.run + 1, before.system, before.user_id, 'removed'
    FROM accounts before
        LEFT JOIN accounts now ON now.run = before.run + 1 AND now.system = before.system
            AND now.user_id = before.user_id
    WHERE now.user_id IS NULL AND before.run < (SELECT max(run) FROM run) AND NOT EXISTS (
        SELECT 1 FROM section WHERE run = before.run + 1 AND kind = 'account'
            AND purged IS NOT NULL);
COMMIT;
PRAGMA application_id = 1416522607;
PRAGMA user_version = 1;
