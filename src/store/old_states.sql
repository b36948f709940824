-- What a ledger of version 1 says, in the tables of version 2: for its readers, who may not write it, and
-- for the step to version 2. A block of then was all new rows of a section; blocks of now have up to 40 of them.
-- Texts of states are kept byte for byte, and so are the hashes by which verify names a changed one.

CREATE TEMP TABLE block (
    first INTEGER PRIMARY KEY,
    body TEXT NOT NULL,
    states INTEGER NOT NULL,        -- how many
    batch INTEGER NOT NULL          -- the block of then
);

INSERT INTO temp.block
SELECT first, '[' || body || ']', states, batch
FROM (
    SELECT first_value(id) OVER part AS first, row_number() OVER part AS states, batch,
        group_concat(body, ',' || char(10)) OVER part AS body, lead(id) OVER part IS NULL AS is_last
    FROM (
        SELECT id, body, id - row_number() OVER (ORDER BY id) AS island,
            coalesce((SELECT max(first) FROM main.block WHERE first <= state.id), 0) AS batch
        FROM main.state)
    WINDOW part AS (PARTITION BY batch, island, id / 40 ORDER BY id))
WHERE is_last;

CREATE TEMP TABLE seal (
    first INTEGER PRIMARY KEY,
    rows INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    digests BLOB NOT NULL
);

INSERT INTO temp.seal
SELECT n.first, n.states, x'', CAST(coalesce((SELECT substr(digests, (n.first - n.batch) * 8 + 1, n.states * 8)
    FROM main.block WHERE first = n.batch), x'') AS BLOB)
FROM temp.block n;

CREATE TEMP VIEW section AS SELECT *, 1 AS form FROM main.section;
