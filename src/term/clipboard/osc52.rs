//! The clipboard by the terminal's own escape.
//!
//! Owns its bytes. Write-only: the clipboard is never read through the terminal.

use super::ClipboardError;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// How many bytes of base64 terminals are sure to take.
pub const LIMIT: usize = 74_994;

pub(super) fn copy(text: &str, tmux: bool, out: &mut Vec<u8>) -> Result<(), ClipboardError> {
    // Measured before encoding: a huge text is refused without being copied.
    let bytes = text.len().div_ceil(3).saturating_mul(4);
    if bytes > LIMIT {
        return Err(ClipboardError::TooLong { bytes, limit: LIMIT });
    }
    escape(&STANDARD.encode(text), tmux, out);
    Ok(())
}

/// What is no base64 empties the clipboard.
pub(super) fn clear(tmux: bool, out: &mut Vec<u8>) {
    escape("!", tmux, out);
}

fn escape(payload: &str, tmux: bool, out: &mut Vec<u8>) {
    if tmux {
        // tmux passes on what stands inside, with every escape doubled.
        out.extend_from_slice(format!("\x1bPtmux;\x1b\x1b]52;c;{payload}\x07\x1b\\").as_bytes());
    } else {
        out.extend_from_slice(format!("\x1b]52;c;{payload}\x07").as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(text: &str, tmux: bool) -> String {
        let mut out = Vec::new();
        copy(text, tmux, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_text_goes_as_base64() {
        assert_eq!(copied("退款", false), "\x1b]52;c;6YCA5qy+\x07");
    }

    #[test]
    fn tmux_is_asked_to_pass_it_on() {
        assert_eq!(copied("a", true), "\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\");
    }

    #[test]
    fn what_the_terminal_would_cut_is_refused() {
        let mut out = Vec::new();
        let fits = "a".repeat(LIMIT / 4 * 3);
        assert!(copy(&fits, false, &mut out).is_ok());
        out.clear();
        let refused = copy(&format!("{fits}aaa"), false, &mut out);
        assert!(matches!(refused, Err(ClipboardError::TooLong { limit: LIMIT, .. })));
        assert!(out.is_empty());
    }
}
