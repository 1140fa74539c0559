//! Text that may leave the program: there is no way to make one but from clean text.

use crate::domain::{CleanText, RawText};
use serde::Serialize;

/// A text in a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Shown(String);

impl Shown {
    /// Cleans any text for a document.
    #[must_use]
    pub fn new(text: &str) -> Self {
        CleanText::new(text).into()
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<CleanText> for Shown {
    fn from(text: CleanText) -> Self {
        Self(text.into_string())
    }
}

impl From<&CleanText> for Shown {
    fn from(text: &CleanText) -> Self {
        Self(text.as_str().to_owned())
    }
}

impl From<&RawText> for Shown {
    fn from(text: &RawText) -> Self {
        text.clean().into()
    }
}
