-- From version 1 to 2: states stand in blocks of a few dozen instead of in a row each, which is what a
-- run of a million accounts costs. old_states.sql has made temp.block and temp.seal of them.

DROP VIEW movements;
DROP VIEW exceptions_over_time;
DROP VIEW raised;
DROP VIEW license_figures;
DROP VIEW inputs;
DROP VIEW seats;
DROP VIEW people;
DROP VIEW accounts;
DROP VIEW temp.section;
DROP TABLE main.block;
DROP TABLE state;

-- States by number: the rows of a block are first, first + 1, …
CREATE TABLE block (
    first INTEGER PRIMARY KEY,
    body TEXT NOT NULL              -- JSON array of the rows, an array each (docs/LEDGER.md names the places), on lines
                                    -- of their own; null: dropped by a purge
);

-- What is known of a block without reading it.
CREATE TABLE seal (
    first INTEGER PRIMARY KEY REFERENCES block,
    rows INTEGER NOT NULL,
    sha256 BLOB NOT NULL,           -- over digests and body; empty: of version 1, and no run has looked at it since
    digests BLOB NOT NULL           -- 8 bytes of hash for each row: an unchanged one is recognised by it
);

INSERT INTO main.block SELECT first, body FROM temp.block;
INSERT INTO main.seal SELECT first, rows, sha256, digests FROM temp.seal;
DROP TABLE temp.block;
DROP TABLE temp.seal;

ALTER TABLE section ADD COLUMN form INTEGER NOT NULL DEFAULT 1; -- of sha256: 1 over all texts, 2 over seals of blocks

-- Views for people with the sqlite3 program; read only. Dates are yyyy-mm-dd, '?' one that could not
-- be read, NULL none. Example: SELECT user_id, person_id FROM accounts WHERE run = 3 AND system = '住民税'.

CREATE VIEW accounts AS SELECT
    s.run AS run,
    s.name AS system,
    b.first + t.key AS state,
    json_extract(t.value, '$[0]') AS user_id,
    coalesce(json_extract(t.value, '$[12]'), 'personal') AS kind,
    json_extract(t.value, '$[1]') AS person_id,
    coalesce(json_extract(t.value, '$[13]'), 'linked') AS outcome,
    coalesce(json_extract(t.value, '$[14]'), 'person_id') AS matched_by,
    json_extract(t.value, '$[3]') AS account_department,
    json_extract(t.value, '$[4]') AS roles,
    coalesce(json_extract(t.value, '$[9]'), 1) AS enabled,
    coalesce(json_extract(t.value, '$[11]'), 0) AS expired,
    coalesce(json_extract(t.value, '$[10]'), 0) AS privileged,
    json_extract(t.value, '$[5]') AS created_on,
    json_extract(t.value, '$[6]') AS last_login_on,
    json_extract(t.value, '$[7]') AS password_changed_on,
    json_extract(t.value, '$[8]') AS expires_on,
    json_extract(t.value, '$[2]') AS addressee,
    json_extract(t.value, '$[16]') AS request_no
 FROM section s
    JOIN json_each(s.ranges) g
    JOIN block b ON b.first >= (SELECT max(first) FROM block
            WHERE first <= json_extract(g.value, '$[0]'))
        AND b.first < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]')
    JOIN json_each(b.body) t ON t.key >= json_extract(g.value, '$[0]') - b.first
        AND t.key < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]') - b.first
    WHERE s.kind = 'account';

CREATE VIEW people AS SELECT
    s.run AS run,
    json_extract(t.value, '$[1]') AS person_id,
    json_extract(t.value, '$[2]') AS name,
    json_extract(t.value, '$[3]') AS department,
    json_extract(t.value, '$[4]') AS employment,
    coalesce(json_extract(t.value, '$[8]'), 'active') AS state,
    json_extract(t.value, '$[9]') AS hired_on,
    json_extract(t.value, '$[10]') AS left_on,
    json_extract(t.value, '$[11]') AS leave_from,
    json_extract(t.value, '$[12]') AS leave_to,
    json_extract(t.value, '$[13]') AS leave_kind
 FROM section s
    JOIN json_each(s.ranges) g
    JOIN block b ON b.first >= (SELECT max(first) FROM block
            WHERE first <= json_extract(g.value, '$[0]'))
        AND b.first < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]')
    JOIN json_each(b.body) t ON t.key >= json_extract(g.value, '$[0]') - b.first
        AND t.key < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]') - b.first
    WHERE s.kind = 'person';

CREATE VIEW seats AS SELECT
    s.run AS run,
    s.name AS license,
    json_extract(t.value, '$[0]') AS holder,
    json_extract(t.value, '$[1]') AS person_id,
    json_extract(t.value, '$[2]') AS product,
    json_extract(t.value, '$[3]') AS assigned_on,
    json_extract(t.value, '$[4]') AS last_used_on,
    json_extract(t.value, '$[5]') AS reported_on,
    coalesce(json_extract(t.value, '$[6]'), 'active') AS verdict
 FROM section s
    JOIN json_each(s.ranges) g
    JOIN block b ON b.first >= (SELECT max(first) FROM block
            WHERE first <= json_extract(g.value, '$[0]'))
        AND b.first < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]')
    JOIN json_each(b.body) t ON t.key >= json_extract(g.value, '$[0]') - b.first
        AND t.key < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]') - b.first
    WHERE s.kind = 'seat';

CREATE VIEW inputs AS SELECT
    s.run AS run,
    CASE coalesce(json_extract(t.value, '$[0]'), 0) WHEN 0 THEN 'roster' WHEN 1 THEN 'system' WHEN 2 THEN 'license' WHEN 3 THEN 'devices' ELSE 'table' END AS kind,
    json_extract(t.value, '$[2]') AS name,
    json_extract(t.value, '$[3]') AS file,
    coalesce(json_extract(t.value, '$[4]'), 0) AS delivered,
    json_extract(t.value, '$[8]') AS exported_on,
    json_extract(t.value, '$[9]') AS exported_by,
    json_extract(t.value, '$[11]') AS sha256,
    json_extract(t.value, '$[12]') AS encoding,
    coalesce(json_extract(t.value, '$[15]'), 0) AS rows_read,
    coalesce(json_extract(t.value, '$[16]'), 0) AS accepted,
    coalesce(json_extract(t.value, '$[17]'), 0) AS rejected,
    coalesce(json_extract(t.value, '$[18]'), 0) AS not_records,
    coalesce(json_extract(t.value, '$[19]'), 0) AS not_yet
 FROM section s
    JOIN json_each(s.ranges) g
    JOIN block b ON b.first >= (SELECT max(first) FROM block
            WHERE first <= json_extract(g.value, '$[0]'))
        AND b.first < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]')
    JOIN json_each(b.body) t ON t.key >= json_extract(g.value, '$[0]') - b.first
        AND t.key < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]') - b.first
    WHERE s.kind = 'input';

CREATE VIEW license_figures AS SELECT
    s.run AS run,
    json_extract(t.value, '$[2]') AS license,
    coalesce(json_extract(t.value, '$[35]'), 0) AS purchased,
    coalesce(json_extract(t.value, '$[36]'), 0) AS assigned,
    coalesce(json_extract(t.value, '$[37]'), 0) AS active,
    coalesce(json_extract(t.value, '$[38]'), 0) AS never_used,
    coalesce(json_extract(t.value, '$[39]'), 0) AS idle,
    coalesce(json_extract(t.value, '$[40]'), 0) AS usage_unknown,
    coalesce(json_extract(t.value, '$[41]'), 0) AS held_by_leavers,
    coalesce(json_extract(t.value, '$[42]'), 0) AS held_by_unknown,
    coalesce(json_extract(t.value, '$[43]'), 0) AS duplicates,
    coalesce(json_extract(t.value, '$[44]'), 0) AS unassigned,
    coalesce(json_extract(t.value, '$[45]'), 0) AS reclaimable,
    coalesce(json_extract(t.value, '$[46]'), 0) AS suggested_quantity,
    coalesce(json_extract(t.value, '$[47]'), 0) AS utilization_permille,
    coalesce(json_extract(t.value, '$[48]'), 0) AS yearly_waste_cents
 FROM section s
    JOIN json_each(s.ranges) g
    JOIN block b ON b.first >= (SELECT max(first) FROM block
            WHERE first <= json_extract(g.value, '$[0]'))
        AND b.first < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]')
    JOIN json_each(b.body) t ON t.key >= json_extract(g.value, '$[0]') - b.first
        AND t.key < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]') - b.first
    WHERE s.kind = 'input' AND json_extract(t.value, '$[0]') = 2;

CREATE VIEW raised AS SELECT
    s.run AS run,
    printf('x%015x', (json_extract(t.value, '$[0]') >> 4) & 1152921504606846975) AS id,
    json_extract(t.value, '$[1]') AS rule,
    CASE coalesce(json_extract(t.value, '$[2]'), 0) WHEN 0 THEN 'critical' WHEN 1 THEN 'high' WHEN 2 THEN 'medium' WHEN 3 THEN 'low' ELSE 'info' END AS severity,
    json_extract(t.value, '$[4]') AS target,
    json_extract(t.value, '$[6]') AS subject,
    json_extract(t.value, '$[7]') AS person_id,
    json_extract(t.value, '$[8]') AS name,
    json_extract(t.value, '$[9]') AS department,
    json_extract(t.value, '$[10]') AS addressee,
    json_extract(t.value, '$[12]') AS action,
    coalesce(json_extract(t.value, '$[15]'), 0) AS waived
 FROM section s
    JOIN json_each(s.ranges) g
    JOIN block b ON b.first >= (SELECT max(first) FROM block
            WHERE first <= json_extract(g.value, '$[0]'))
        AND b.first < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]')
    JOIN json_each(b.body) t ON t.key >= json_extract(g.value, '$[0]') - b.first
        AND t.key < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]') - b.first
    WHERE s.kind = 'exception';

CREATE VIEW exceptions_over_time AS SELECT
    printf('x%015x', f.id) AS id,
    json_extract(t.value, '$[1]') AS rule,
    json_extract(t.value, '$[4]') AS target,
    json_extract(t.value, '$[6]') AS subject,
    f.status,
    f.first_seen,
    f.first_run,
    r.run AS resolved_run,
    r.as_of AS resolved_on,
    CAST(julianday(r.as_of) - julianday(f.first_seen) AS INTEGER) AS days
FROM finding f
    JOIN block b ON b.first = (SELECT max(first) FROM block WHERE first <= f.state)
    JOIN json_each(b.body) t ON t.key = f.state - b.first
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
