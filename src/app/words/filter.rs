//! What is wrong with a filter, with its place and what it may be instead.

use crate::domain::FilterError;
use crate::i18n::{Strings, fill};

/// Why a filter cannot be understood.
#[must_use]
pub fn filter_error(wrong: &FilterError, strings: &Strings) -> String {
    let texts = &strings.board;
    let mut text = fill(texts.filter_wrong, &[("word", &wrong.word), ("at", &wrong.at)]);
    if !wrong.known.is_empty() {
        let known = wrong.known.join(", ");
        text.push_str(&fill(texts.filter_known, &[("list", &known)]));
    }
    text
}
