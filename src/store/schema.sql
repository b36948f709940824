-- The ledger, version 1. What auditors may rely on are the views at the end (docs/LEDGER.md).
--
-- A run is a set of sections: one for each kind of record and input. A section lists the states of
-- its rows; a state is stored once, however many runs show it. Numbers of rows and lines are kept
-- beside, so that a line inserted at the top of a list changes no state.

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

CREATE INDEX section_by_name ON section(kind, name, run);

CREATE TABLE state (
    id INTEGER PRIMARY KEY,
    body TEXT NOT NULL              -- JSON array; docs/LEDGER.md names the places
);

-- States are added in blocks; a block keeps 8 bytes of hash for each, by which later runs
-- recognise an unchanged row and `verify` names a changed one.
CREATE TABLE block (
    first INTEGER PRIMARY KEY,
    rows INTEGER NOT NULL,
    digests BLOB NOT NULL
);

CREATE TABLE finding (              -- the life of an exception
    id INTEGER PRIMARY KEY,         -- 60 bits; shown as x and 15 hex digits
    state INTEGER NOT NULL,         -- as last seen
    status TEXT NOT NULL,           -- open, resolved
    first_run INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    last_run INTEGER                -- last run that saw it; NULL: the last one
);

CREATE TABLE event (                -- what a run changed in lives
    run INTEGER NOT NULL REFERENCES run,
    finding INTEGER NOT NULL,
    what TEXT NOT NULL,             -- new, reopened, resolved, not_reexamined
    state INTEGER NOT NULL,         -- the exception as last seen before, or as raised
    last_run INTEGER,               -- resolved, not_reexamined: the run that saw it last
    PRIMARY KEY (run, finding)
) WITHOUT ROWID;

CREATE TABLE purge (
    purge INTEGER PRIMARY KEY,
    before TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    sections INTEGER NOT NULL,
    states INTEGER NOT NULL
);

-- What was done between runs is a link of the chain, too: its hash covers the rows it wrote, and the
-- hash of the run or entry before.
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

CREATE INDEX review_row_by_id ON review_row(id);

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

CREATE INDEX decision_by_row ON decision(review, row);
CREATE INDEX decision_by_entry ON decision(entry);

CREATE TABLE review_link (          -- whose an account is, by a sheet of links
    review INTEGER NOT NULL,
    row INTEGER NOT NULL,
    person_id TEXT NOT NULL,        -- "-": nobody's
    reviewer TEXT NOT NULL,
    entry INTEGER NOT NULL REFERENCES entry,
    PRIMARY KEY (review, row)
) WITHOUT ROWID;

CREATE INDEX review_link_by_entry ON review_link(entry);

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

CREATE INDEX revocation_event_by_row ON revocation_event(review, row);

-- Views for people with the sqlite3 program; read only. Dates are yyyy-mm-dd, '?' one that could not
-- be read, NULL none. Example: SELECT user_id, person_id FROM accounts WHERE run = 3 AND system = '住民税'.

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

-- Accounts that came, went or changed between a run and the one before it, where both have their
-- states. `tenko diff` knows more: other runs, other spellings, roles and holders.
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
