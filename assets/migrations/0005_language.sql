-- What the playbook language says at run time: exhibits, promises that wait for a date, clocks that
-- stand still.
CREATE TABLE exhibit (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  no      INTEGER NOT NULL,
  kind    TEXT    NOT NULL,
  what    TEXT    NOT NULL,
  source  INTEGER,                                 -- the message it came with
  at      INTEGER NOT NULL,
  by      TEXT    NOT NULL,
  dropped INTEGER NOT NULL CHECK (dropped IN (0, 1)),
  PRIMARY KEY (case_id, no)
) STRICT, WITHOUT ROWID;

ALTER TABLE promise ADD COLUMN after_fact TEXT;    -- the date it is counted from
ALTER TABLE promise ADD COLUMN after_rule TEXT;    -- how: 3wd
ALTER TABLE promise ADD COLUMN pending INTEGER NOT NULL DEFAULT 0 CHECK (pending IN (0, 1));

ALTER TABLE timer ADD COLUMN paused INTEGER;       -- since when it stands still
ALTER TABLE timer ADD COLUMN stood INTEGER NOT NULL DEFAULT 0; -- milliseconds it stood still before

CREATE VIEW v_exhibit AS
SELECT case_id, no, kind, what, source, datetime(at / 1000, 'unixepoch', 'localtime') AS time, by,
       CASE dropped WHEN 1 THEN 'dropped' END AS dropped
FROM exhibit;
