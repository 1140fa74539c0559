//! Placeholder for the keymap.

use super::{Action, Chord, Context};

/// Which key does what.
#[derive(Debug, Clone, Default)]
pub struct Keymap {
    rows: Vec<(Context, Chord, Action)>,
}

impl Keymap {
    /// The chords of an action, the first is the one to show.
    #[must_use]
    pub fn chords(&self, action: Action) -> Vec<Chord> {
        self.rows.iter().filter(|row| row.2 == action).map(|row| row.1).collect()
    }
    /// Every binding: context, chord, action.
    #[must_use]
    pub fn bindings(&self) -> &[(Context, Chord, Action)] {
        &self.rows
    }
}
