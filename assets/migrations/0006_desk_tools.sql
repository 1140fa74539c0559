-- Tools between the conversation and the settlement: work others do, what a case's end rests on, and a
-- queue that also knows the money at stake, cases laid aside, and buyers to be asked again.
ALTER TABLE cases ADD COLUMN queued INTEGER NOT NULL DEFAULT 0;   -- open, or to be asked again
ALTER TABLE cases ADD COLUMN due_since INTEGER;                   -- since when the time of due_at runs
ALTER TABLE cases ADD COLUMN risk INTEGER NOT NULL DEFAULT 0;     -- minus the money at stake, in fen
ALTER TABLE cases ADD COLUMN snoozed INTEGER NOT NULL DEFAULT 0;  -- laid aside
ALTER TABLE cases ADD COLUMN waits_for TEXT;                      -- the department whose task is due first
ALTER TABLE cases ADD COLUMN breaches INTEGER NOT NULL DEFAULT 0; -- broken promises

UPDATE cases SET queued = open, risk = -coalesce(order_amount, 0),
  breaches = (SELECT count(*) FROM promise AS p WHERE p.case_id = cases.id AND p.status = 'broken'),
  due_since = CASE due_kind
    WHEN 'promise' THEN (SELECT min(p.made_at) FROM promise AS p
      WHERE p.case_id = cases.id AND p.due = cases.due_at AND p.status = 'open')
    WHEN 'answer' THEN (SELECT t.started FROM timer AS t
      WHERE t.case_id = cases.id AND t.timer = 'answer')
    WHEN 'step' THEN (SELECT min(t.started) FROM timer AS t
      WHERE t.case_id = cases.id AND t.due = cases.due_at AND t.ended IS NULL
        AND t.paused IS NULL AND t.timer <> 'answer')
  END;

DROP INDEX cases_queue;
CREATE INDEX cases_queue ON cases (due_at, heat, risk, opened_at, id) WHERE queued = 1;

CREATE TABLE task (
  case_id    INTEGER NOT NULL REFERENCES cases (id),
  no         INTEGER NOT NULL,
  department TEXT    NOT NULL,
  owner      TEXT    NOT NULL,
  what       TEXT    NOT NULL,
  tried      TEXT    NOT NULL,
  due        INTEGER NOT NULL,
  opened_at  INTEGER NOT NULL,
  status     TEXT    NOT NULL,
  moved      INTEGER NOT NULL,
  result     TEXT    NOT NULL,
  PRIMARY KEY (case_id, no)
) STRICT, WITHOUT ROWID;

-- What was done, and what proves it.
CREATE TABLE deed (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  no      INTEGER NOT NULL,
  what    TEXT    NOT NULL,
  proof   TEXT    NOT NULL,
  exhibit INTEGER,
  at      INTEGER NOT NULL,
  PRIMARY KEY (case_id, no)
) STRICT, WITHOUT ROWID;

-- Why it came to the complaint, and what made it worse.
CREATE TABLE cause (
  case_id    INTEGER NOT NULL REFERENCES cases (id),
  aggravates INTEGER NOT NULL CHECK (aggravates IN (0, 1)),
  place      INTEGER NOT NULL,
  cause      TEXT    NOT NULL,
  PRIMARY KEY (case_id, aggravates, place)
) STRICT, WITHOUT ROWID;

-- What the end of a case rests on besides.
CREATE TABLE closing (
  case_id         INTEGER PRIMARY KEY REFERENCES cases (id),
  satisfied       INTEGER,                         -- what the buyer says
  satisfied_words TEXT,
  lesson          TEXT,
  lesson_skipped  INTEGER,
  follow_state    TEXT,                            -- planned, done or skipped
  follow_due      INTEGER,
  follow_words    TEXT,                            -- script, the buyer's words, or the reason
  follow_result   TEXT
) STRICT;

CREATE VIEW v_task AS
SELECT case_id, no, department, owner, what, tried,
       datetime(due / 1000, 'unixepoch', 'localtime') AS due,
       datetime(opened_at / 1000, 'unixepoch', 'localtime') AS opened, status, result
FROM task;
