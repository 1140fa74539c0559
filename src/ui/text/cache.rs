//! Lines that were found before: a long conversation is not wrapped anew for every frame.
//!
//! Owns a bounded store of lines; must not know what they are drawn with.

use super::{Cells, Line, wrap};
use crate::domain::MessageNo;
use std::collections::HashMap;
use std::rc::Rc;

/// The lines of messages by number, text and width. When it holds too much, it forgets what was
/// not asked for lately.
#[derive(Debug)]
pub struct WrapCache {
    kept: HashMap<Key, Kept>,
    most_lines: usize,
    lines: usize,
    clock: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    no: MessageNo,
    len: usize,
    hash: u64,
    cells: Cells,
}

#[derive(Debug)]
struct Kept {
    lines: Rc<[Line]>,
    used: u64,
}

impl Default for WrapCache {
    /// Room for 20,000 lines, about half a megabyte.
    fn default() -> Self {
        Self::with_room(20_000)
    }
}

impl WrapCache {
    /// A cache that keeps about so many lines.
    #[must_use]
    pub fn with_room(most_lines: usize) -> Self {
        Self { kept: HashMap::new(), most_lines, lines: 0, clock: 0 }
    }

    /// The lines of a message's text at a width.
    pub fn lines(&mut self, no: MessageNo, text: &str, cells: impl Into<Cells>) -> Rc<[Line]> {
        let cells = cells.into();
        let key = Key { no, len: text.len(), hash: hash(text), cells };
        self.clock += 1;
        if let Some(kept) = self.kept.get_mut(&key) {
            kept.used = self.clock;
            return Rc::clone(&kept.lines);
        }
        let lines: Rc<[Line]> = wrap(text, cells).into();
        self.lines += lines.len();
        self.kept.insert(key, Kept { lines: Rc::clone(&lines), used: self.clock });
        if self.lines > self.most_lines {
            self.forget_older_half();
        }
        lines
    }

    /// How many lines are kept.
    #[must_use]
    pub const fn kept_lines(&self) -> usize {
        self.lines
    }

    fn forget_older_half(&mut self) {
        let mut by_age: Vec<(u64, usize)> =
            self.kept.values().map(|kept| (kept.used, kept.lines.len())).collect();
        by_age.sort_unstable_by_key(|(used, _)| std::cmp::Reverse(*used));
        let mut room = self.most_lines / 2;
        let mut oldest = u64::MAX;
        for (used, lines) in by_age {
            let Some(left) = room.checked_sub(lines) else { break };
            room = left;
            oldest = used;
        }
        self.kept.retain(|_, kept| kept.used >= oldest);
        self.lines = self.kept.values().map(|kept| kept.lines.len()).sum();
    }
}

/// A quick hash: it only tells apart texts of one length under one message number.
fn hash(text: &str) -> u64 {
    const PRIME: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = PRIME;
    let (chunks, rest) = text.as_bytes().as_chunks::<8>();
    for chunk in chunks {
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(*chunk)).wrapping_mul(PRIME);
    }
    for byte in rest {
        hash = (hash.rotate_left(5) ^ u64::from(*byte)).wrapping_mul(PRIME);
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_is_wrapped_once() {
        let mut cache = WrapCache::default();
        let first = cache.lines(MessageNo(1), "收到全碎了，我要退款！", 10);
        let again = cache.lines(MessageNo(1), "收到全碎了，我要退款！", 10);
        assert!(Rc::ptr_eq(&first, &again));
        assert_eq!(first.len(), 3);
    }

    #[test]
    fn another_text_or_width_has_lines_of_its_own() {
        let mut cache = WrapCache::default();
        assert_eq!(cache.lines(MessageNo(1), "退款退款", 4).len(), 2);
        assert_eq!(cache.lines(MessageNo(1), "退款退款", 8).len(), 1);
        assert_eq!(cache.lines(MessageNo(1), "退\n\n\n款退a", 8).len(), 4);
    }

    #[test]
    fn it_never_grows_beyond_its_room() {
        let mut cache = WrapCache::with_room(100);
        for no in 0..1_000 {
            cache.lines(MessageNo(no), "一二三四五六七八", 4);
            assert!(cache.kept_lines() <= 100);
        }
        let last = cache.lines(MessageNo(999), "一二三四五六七八", 4);
        assert!(Rc::strong_count(&last) > 1, "the newest stay");
        cache.lines(MessageNo(1), &"一\n".repeat(500), 4);
        assert!(cache.kept_lines() <= 100);
    }
}
