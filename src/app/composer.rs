//! Placeholder for the composer of the branch that builds it.

/// The draft.
#[derive(Debug, Clone, Default)]
pub struct Composer {
    text: String,
}

/// One visual row: byte range of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// First byte.
    pub start: usize,
    /// After the last byte.
    pub end: usize,
}

/// The draft laid out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ComposerLayout {
    /// Visual rows.
    pub rows: Vec<Row>,
    /// Column and row of the caret, in cells.
    pub caret: (u16, u16),
}

impl Composer {
    /// A draft with a text, caret at its end.
    #[must_use]
    pub fn with_text(text: &str) -> Self {
        Self { text: text.to_owned() }
    }
    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
    /// Laid out in so many cells.
    #[must_use]
    pub fn layout(&self, _width: u16) -> ComposerLayout {
        ComposerLayout { rows: vec![Row { start: 0, end: self.text.len() }], caret: (0, 0) }
    }
}
