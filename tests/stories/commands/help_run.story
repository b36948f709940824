# run --help
Every option of contract 1, with examples; no configuration is needed for it.

$ run --help --lang en

-- expect stdout --
-c, --config
--as-of
--out
--format
--lang
--fail-on
--no-ledger
--force
--reason
--roster
--system
--license
Examples:
  tenko run
