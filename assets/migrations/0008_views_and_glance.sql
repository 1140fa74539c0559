-- Views of the queue that were saved, as they are typed; and cases about the same, the newest first.
CREATE TABLE view (
  filter TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE INDEX cases_alike ON cases (issue, closed_at) WHERE open = 0;
