-- The ledger: what happened, in order, for good. Everything in 0002 can be made again from it and
-- from the message texts.
PRAGMA application_id = 1380209235; -- "RDRS": marks the file as ours

CREATE TABLE event (
  seq     INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  at      INTEGER NOT NULL,                        -- UTC milliseconds
  agent   TEXT    NOT NULL,
  format  INTEGER NOT NULL,
  body    TEXT    NOT NULL,                        -- JSON
  hash    BLOB    NOT NULL CHECK (length(hash) = 32), -- SHA-256 over the row and the hash before it
  kind    TEXT    GENERATED ALWAYS AS (json_extract(body, '$.kind')) VIRTUAL,
  UNIQUE (case_id, version)
) STRICT;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'the ledger is append only'); END;

CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'the ledger is append only'); END;

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
