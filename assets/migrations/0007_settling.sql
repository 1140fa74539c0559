-- What was worked out, agreed and paid. Amounts are whole fen.
CREATE TABLE settlement (
  case_id     INTEGER PRIMARY KEY REFERENCES cases (id),
  verdict     TEXT,                                -- for the shop only
  wish        TEXT,
  wish_amount INTEGER,
  wish_quote  TEXT,
  chosen      INTEGER,                             -- the option the buyer chose
  chosen_quote TEXT,
  said        INTEGER,                             -- the reply that said what was agreed
  paid        INTEGER NOT NULL
) STRICT;

CREATE TABLE remedy (
  case_id   INTEGER NOT NULL REFERENCES cases (id),
  no        INTEGER NOT NULL,
  remedy    TEXT    NOT NULL,
  give      INTEGER NOT NULL,
  cost      INTEGER NOT NULL,
  freight   INTEGER NOT NULL,
  payer     TEXT    NOT NULL,
  due       TEXT    NOT NULL,
  condition TEXT    NOT NULL,
  obstacle  TEXT    NOT NULL,
  dropped   INTEGER NOT NULL CHECK (dropped IN (0, 1)),
  PRIMARY KEY (case_id, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE offer (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  message INTEGER NOT NULL,
  amount  INTEGER NOT NULL,
  PRIMARY KEY (case_id, message)
) STRICT, WITHOUT ROWID;

CREATE TABLE approval (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  no      INTEGER NOT NULL,
  amount  INTEGER NOT NULL,
  role    TEXT    NOT NULL,
  reason  TEXT    NOT NULL,
  asked   INTEGER NOT NULL,
  decided INTEGER,
  granted INTEGER,                                 -- NULL with a time decided: refused
  by      TEXT,
  PRIMARY KEY (case_id, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
  case_id  INTEGER NOT NULL REFERENCES cases (id),
  no       INTEGER NOT NULL,
  order_no TEXT,
  what     TEXT    NOT NULL,
  amount   INTEGER NOT NULL,
  proof    TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  by       TEXT    NOT NULL,
  void     TEXT,                                   -- why it was struck out
  PRIMARY KEY (case_id, no)
) STRICT, WITHOUT ROWID;

-- What was paid on an order, whichever case paid it.
CREATE INDEX payment_by_order ON payment (order_no) WHERE void IS NULL;

CREATE TABLE mark (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  mark    TEXT    NOT NULL,
  message INTEGER NOT NULL,
  PRIMARY KEY (case_id, mark, message)
) STRICT, WITHOUT ROWID;

CREATE VIEW v_payment AS
SELECT case_id, no, order_no, what, amount / 100.0 AS yuan, proof,
       datetime(at / 1000, 'unixepoch', 'localtime') AS time, by, void
FROM payment;
