//! The edits: what typing, pasting, deleting and adopting a reply do to the text.
//!
//! Owns which stretch an edit touches; must not know how the way back is kept.

use super::Composer;
use super::history::Kind;
use super::motion::{line_end, line_start, word_right};
use super::stretch::stretch_left;
use crate::domain::CleanText;
use crate::domain::cells::{floor_boundary, next_boundary, prev_boundary};
use std::ops::Range;

impl Composer {
    /// Types or pastes text at the caret, in place of the selection. What may not stand on a screen
    /// is left out.
    pub fn insert(&mut self, text: &str) {
        let text = CleanText::new(text).into_string();
        let kind = if text.contains('\n') { Kind::Whole } else { Kind::Typing };
        let range = self.selection().unwrap_or(self.caret..self.caret);
        self.change(range, &text, kind);
    }

    /// Begins a new line at the caret.
    pub fn newline(&mut self) {
        self.insert("\n");
    }

    /// Puts a suggested reply in at the caret, on lines of its own. What was typed or selected stays.
    pub fn adopt(&mut self, reply: &str) {
        let reply = CleanText::new(reply).into_string();
        if reply.is_empty() {
            return;
        }
        self.anchor = None;
        let before = self.text.get(line_start(&self.text, self.caret)..self.caret);
        let after = self.text.get(self.caret..line_end(&self.text, self.caret));
        let mut with = String::with_capacity(reply.len() + 2);
        if before.is_some_and(|before| !before.trim().is_empty()) {
            with.push('\n');
        }
        with.push_str(&reply);
        let end = self.caret + with.len();
        if after.is_some_and(|after| !after.trim().is_empty()) {
            with.push('\n');
        }
        self.change(self.caret..self.caret, &with, Kind::Whole);
        self.settle(end);
    }

    /// Puts other words in place of a stretch. A `{gap}` in them is selected, the first one: what is
    /// typed next fills it.
    pub fn replace(&mut self, range: Range<usize>, with: &str) {
        let with = CleanText::new(with).into_string();
        let (start, end) = (range.start, range.start + with.len());
        if self.text.get(range.clone()).is_none() {
            return;
        }
        self.change(range, &with, Kind::Whole);
        let gap = with.find('{').and_then(|open| {
            let close = with.get(open..)?.find('}')?;
            Some(start + open..start + open + close + 1)
        });
        match gap {
            Some(gap) => {
                self.anchor = Some(gap.start);
                self.caret = gap.end;
            }
            None => self.settle(end.min(self.text.len())),
        }
    }

    /// Makes the whole text another one; the old one comes back by undo.
    pub fn replace_all(&mut self, text: &str) {
        let text = CleanText::new(text).into_string();
        if text != self.text {
            self.change(0..self.text.len(), &text, Kind::Whole);
        }
    }

    /// Deletes the selection, or the character before the caret.
    pub fn backspace(&mut self) {
        let before = prev_boundary(&self.text, self.caret);
        self.delete_or_selection(before..self.caret);
    }

    /// Deletes the selection, or the character after the caret.
    pub fn delete(&mut self) {
        let after = next_boundary(&self.text, self.caret);
        self.delete_or_selection(self.caret..after);
    }

    /// Deletes the selection, or back to the beginning of the word; of Chinese, which has no blanks
    /// between its words, back to the sign, the blank or the other script before it.
    pub fn delete_word_left(&mut self) {
        let start = floor_boundary(&self.text, stretch_left(&self.text, self.caret));
        self.delete_or_selection(start..self.caret);
    }

    /// Deletes the selection, or on to the end of the word.
    pub fn delete_word_right(&mut self) {
        let end = word_right(&self.text, self.caret);
        self.delete_or_selection(self.caret..end);
    }

    /// Deletes to the end of the line; at the end, the line feed.
    pub fn delete_to_line_end(&mut self) {
        let end = line_end(&self.text, self.caret);
        let end = if end == self.caret { next_boundary(&self.text, end) } else { end };
        self.delete_or_selection(self.caret..end);
    }

    /// Deletes to the beginning of the line; at the beginning, the line feed before.
    pub fn delete_to_line_start(&mut self) {
        let start = line_start(&self.text, self.caret);
        let start = if start == self.caret { prev_boundary(&self.text, start) } else { start };
        self.delete_or_selection(start..self.caret);
    }

    /// Deletes the selection and gives it away.
    pub fn take_selected(&mut self) -> Option<CleanText> {
        let range = self.selection()?;
        let taken = CleanText::new(self.text.get(range.clone())?);
        self.change(range, "", Kind::Whole);
        Some(taken)
    }

    fn delete_or_selection(&mut self, range: Range<usize>) {
        match self.selection() {
            Some(selected) => self.change(selected, "", Kind::Whole),
            None => self.change(range, "", Kind::Deleting),
        }
    }
}
