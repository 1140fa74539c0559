-- What is not history: words not sent yet, and the playbook texts cases were begun with.
CREATE TABLE draft (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  kind    TEXT    NOT NULL CHECK (kind IN ('reply', 'note')),
  body    TEXT    NOT NULL,
  at      INTEGER NOT NULL,
  adopted TEXT    NOT NULL DEFAULT '',              -- scripted replies it was made from
  PRIMARY KEY (case_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE playbook_pin (
  id      TEXT NOT NULL,
  version TEXT NOT NULL,
  sources TEXT NOT NULL,                           -- JSON
  PRIMARY KEY (id, version)
) STRICT;
