-- The money at stake (`risk`, with a minus) is what the desk reckons from the standards. No older file
-- has reckoned it: there it stays what the order cost until the next act on the case, and says so.
ALTER TABLE cases ADD COLUMN reckoned INTEGER NOT NULL DEFAULT 0; -- risk is reckoned, not the order's amount
