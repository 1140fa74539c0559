-- Which scripted replies went out, the newest first: what the shop uses is offered before what it
-- does not.
CREATE TABLE used (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  message INTEGER NOT NULL,
  reply   TEXT    NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (case_id, message, reply)
) STRICT, WITHOUT ROWID;

CREATE INDEX used_newest ON used (at, reply);

INSERT INTO used (case_id, message, reply, at)
SELECT DISTINCT e.case_id, json_extract(e.body, '$.no'), r.value, e.at
FROM event AS e, json_each(e.body, '$.replies') AS r
WHERE e.kind = 'reply-sent' AND NOT coalesce(json_extract(e.body, '$.statement'), 0)
  AND NOT EXISTS (SELECT 1 FROM event AS x
    WHERE x.case_id = e.case_id AND x.kind = 'reply-retracted'
      AND json_extract(x.body, '$.no') = json_extract(e.body, '$.no'));
