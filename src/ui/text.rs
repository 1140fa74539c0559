//! The memo of wrapped lines: the same message is not wrapped twice for the same width.
//!
//! Owns nothing but the memo; the measuring is `domain::cells`.

use crate::domain::cells::{Line, wrap_limited};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// More lines of one text than this are never laid out; the store cuts long before.
const MOST_LINES: usize = 4_000;
/// When the memo holds more texts than this it starts anew.
const MOST_TEXTS: usize = 4_096;

/// Wrapped lines by text and width.
#[derive(Debug, Default)]
pub struct WrapCache {
    known: HashMap<(u64, usize, usize), Arc<[Line]>>,
}

impl WrapCache {
    /// The lines of a text at most `cells` wide.
    pub fn wrap(&mut self, text: &str, cells: usize) -> Arc<[Line]> {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let key = (hasher.finish(), text.len(), cells);
        if let Some(lines) = self.known.get(&key) {
            return Arc::clone(lines);
        }
        if self.known.len() >= MOST_TEXTS {
            self.known.clear();
        }
        let lines: Arc<[Line]> = wrap_limited(text, cells, MOST_LINES).lines.into();
        self.known.insert(key, Arc::clone(&lines));
        lines
    }
}
