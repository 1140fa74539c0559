//! The title of the terminal's window.
//!
//! Owns its bytes. Must not know what is in it; whatever it is gets cleaned and cut, for a title is
//! written by no draw path that would do so. [`super::session::Session`] restores the old one.

use crate::domain::CleanText;
use crate::domain::cells::cut;

/// How wide a title may be.
const CELLS: usize = 60;

/// The bytes that set the title; give them to [`super::screen::Screen::send_between_frames`].
#[must_use]
pub fn bytes(title: &str) -> Vec<u8> {
    let line = CleanText::new(title).one_line();
    format!("\x1b]2;{}\x1b\\", cut(&line, CELLS)).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_break_out() {
        let bytes = String::from_utf8(bytes("理顺\u{7}\u{1b}]52;c;x\u{7}\n张**")).unwrap();
        assert_eq!(bytes, "\x1b]2;理顺 张**\x1b\\");
    }

    #[test]
    fn a_title_is_short() {
        assert!(bytes(&"退".repeat(1_000)).len() < 200);
    }
}
