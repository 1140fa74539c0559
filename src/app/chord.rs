//! Placeholder for key chords.

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord(pub char);

impl Chord {
    /// Short form for the hint bar: `^S`, `F1`.
    #[must_use]
    pub fn short(&self) -> String {
        format!("^{}", self.0)
    }
}
