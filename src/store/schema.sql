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

-- States are added in blocks; a block keeps 16 bytes of hash for each, by which later runs
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
