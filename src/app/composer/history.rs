//! The way back: what was changed, and what belongs together when it is taken back.
//!
//! Owns the two stacks; must not know the caret's rules. A burst of typing is one change: it ends
//! with a sentence, a space after a word, a moved caret, or anything that is no typing.

/// How many changes can be taken back.
const DEPTH: usize = 1_000;

/// What sort of change it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Characters typed; joins with typing before it.
    Typing,
    /// Characters deleted one by one; joins with deleting before it.
    Deleting,
    /// A change that stands alone: a paste of lines, an adopted reply, a replaced selection.
    Whole,
}

/// One change of the text.
#[derive(Debug, Clone)]
pub(super) struct Change {
    /// The byte where it happened.
    pub(super) at: usize,
    /// What stood there.
    pub(super) removed: String,
    /// What stands there now.
    pub(super) inserted: String,
    /// Where the caret stood.
    pub(super) caret_before: usize,
    /// What was selected.
    pub(super) anchor_before: Option<usize>,
    /// Its sort.
    pub(super) kind: Kind,
}

/// The changes that can be taken back, and done again.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    past: Vec<Change>,
    future: Vec<Change>,
    ended: bool,
}

impl History {
    /// The next change begins a burst of its own.
    pub(super) const fn end_burst(&mut self) {
        self.ended = true;
    }

    pub(super) fn record(&mut self, change: Change) {
        self.future.clear();
        let ended = std::mem::replace(&mut self.ended, false);
        if !ended && self.past.last_mut().is_some_and(|last| last.join(&change)) {
            return;
        }
        self.past.push(change);
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
    }

    pub(super) fn undo(&mut self) -> Option<Change> {
        self.ended = true;
        let change = self.past.pop()?;
        self.future.push(change.clone());
        Some(change)
    }

    pub(super) fn redo(&mut self) -> Option<Change> {
        self.ended = true;
        let change = self.future.pop()?;
        self.past.push(change.clone());
        Some(change)
    }
}

impl Change {
    /// Takes the next change into this one, if they belong together.
    fn join(&mut self, next: &Self) -> bool {
        match (self.kind, next.kind) {
            (Kind::Typing, Kind::Typing) => {
                let goes_on = next.removed.is_empty()
                    && next.at == self.at + self.inserted.len()
                    && !self.inserted.ends_with(ends_a_burst);
                if goes_on {
                    self.inserted.push_str(&next.inserted);
                }
                goes_on
            }
            (Kind::Deleting, Kind::Deleting) => {
                if next.at + next.removed.len() == self.at {
                    self.removed.insert_str(0, &next.removed);
                    self.at = next.at;
                    true
                } else if next.at == self.at {
                    self.removed.push_str(&next.removed);
                    true
                } else {
                    false
                }
            }
            (
                Kind::Typing | Kind::Deleting | Kind::Whole,
                Kind::Typing | Kind::Deleting | Kind::Whole,
            ) => false,
        }
    }
}

fn ends_a_burst(c: char) -> bool {
    c.is_whitespace() || matches!(c, '，' | '。' | '！' | '？' | '；' | ',' | '.' | '!' | '?' | ';')
}
