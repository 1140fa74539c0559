-- What the screens read. Written in the same transaction as the events they follow from; `verify`
-- makes them again from the ledger and compares.
CREATE TABLE agent (
  name  TEXT    PRIMARY KEY,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE buyer (
  id       INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  name     TEXT NOT NULL,
  UNIQUE (platform, name)
) STRICT;

CREATE TABLE cases (
  id               INTEGER PRIMARY KEY,
  version          INTEGER NOT NULL,
  key              TEXT,                           -- its name in the file it was imported from
  buyer_id         INTEGER NOT NULL REFERENCES buyer (id),
  open             INTEGER NOT NULL CHECK (open IN (0, 1)),
  mood             TEXT    NOT NULL,
  due_at           INTEGER NOT NULL,               -- 9223372036854775807 when nothing is due
  due_kind         TEXT,
  issue            TEXT    NOT NULL,
  playbook         TEXT    NOT NULL,
  playbook_version TEXT    NOT NULL,
  step             TEXT    NOT NULL,
  order_no         TEXT,
  order_title      TEXT,
  order_amount     INTEGER,                        -- fen
  last_no          INTEGER NOT NULL,               -- newest message ordinal
  buyer_messages   INTEGER NOT NULL,
  agent_messages   INTEGER NOT NULL,
  waiting_since    INTEGER,
  last_at          INTEGER,
  opened_at        INTEGER NOT NULL,
  changed_at       INTEGER NOT NULL,
  close_result     TEXT,
  close_words      TEXT,
  closed_at        INTEGER,
  snippet          TEXT,                           -- start of the buyer's newest message
  heat             INTEGER GENERATED ALWAYS AS (CASE mood
                     WHEN 'abusive' THEN 0 WHEN 'angry' THEN 1 WHEN 'disappointed' THEN 2
                     WHEN 'uneasy' THEN 3 ELSE 4 END) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX cases_key ON cases (key) WHERE key IS NOT NULL;
CREATE INDEX cases_queue ON cases (due_at, heat, id) WHERE open = 1;
CREATE INDEX cases_buyer ON cases (buyer_id);

-- Every order a case ever named; the one it is about stands in `cases`.
CREATE TABLE orders (
  no      TEXT    NOT NULL,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  title   TEXT,
  amount  INTEGER,
  PRIMARY KEY (case_id, no)
) STRICT, WITHOUT ROWID;

-- Texts stand here once; the ledger keeps their hashes.
CREATE TABLE message (
  id        INTEGER PRIMARY KEY,
  case_id   INTEGER NOT NULL REFERENCES cases (id),
  no        INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  author    TEXT    NOT NULL,
  speaker   TEXT,
  ours      INTEGER NOT NULL CHECK (ours IN (0, 1)),      -- written in this file
  retracted INTEGER NOT NULL CHECK (retracted IN (0, 1)),
  body      TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX message_order ON message (case_id, at, no);

CREATE TABLE fact (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  fact    TEXT    NOT NULL,
  kind    TEXT    NOT NULL,
  value   TEXT    NOT NULL,
  status  TEXT    NOT NULL,
  source  INTEGER,                                 -- the message it comes from
  at      INTEGER NOT NULL,
  by      TEXT    NOT NULL,
  times   INTEGER NOT NULL,
  PRIMARY KEY (case_id, fact)
) STRICT, WITHOUT ROWID;

CREATE TABLE tick (
  case_id  INTEGER NOT NULL REFERENCES cases (id),
  step     TEXT    NOT NULL,
  check_id TEXT    NOT NULL,
  PRIMARY KEY (case_id, step, check_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE promise (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  no      INTEGER NOT NULL,
  what    TEXT    NOT NULL,
  due     INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  message INTEGER,
  status  TEXT    NOT NULL,
  moved   INTEGER NOT NULL,
  PRIMARY KEY (case_id, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE timer (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  timer   TEXT    NOT NULL,
  started INTEGER NOT NULL,
  due     INTEGER NOT NULL,
  ended   TEXT,
  PRIMARY KEY (case_id, timer)
) STRICT, WITHOUT ROWID;
