-- For people with a SQLite shell: names instead of numbers, local time instead of milliseconds.
CREATE VIEW v_case AS
SELECT c.id, c.key, CASE c.open WHEN 1 THEN 'open' ELSE 'closed' END AS stage,
       b.platform, b.name AS buyer, c.order_no, c.order_title, c.order_amount / 100.0 AS order_yuan,
       c.issue, c.mood, c.playbook, c.step,
       CASE WHEN c.due_kind IS NOT NULL
            THEN datetime(c.due_at / 1000, 'unixepoch', 'localtime') END AS due, c.due_kind,
       datetime(c.waiting_since / 1000, 'unixepoch', 'localtime') AS waiting_since,
       datetime(c.opened_at / 1000, 'unixepoch', 'localtime') AS opened,
       datetime(c.changed_at / 1000, 'unixepoch', 'localtime') AS changed,
       c.close_result, c.close_words, c.version
FROM cases AS c JOIN buyer AS b ON b.id = c.buyer_id;

CREATE VIEW v_message AS
SELECT case_id, no, datetime(at / 1000, 'unixepoch', 'localtime') AS time, author, speaker,
       CASE retracted WHEN 1 THEN 'retracted' END AS retracted, body
FROM message;

CREATE VIEW v_event AS
SELECT seq, case_id, version, datetime(at / 1000, 'unixepoch', 'localtime') AS time, agent, kind,
       body, lower(hex(hash)) AS hash
FROM event;
