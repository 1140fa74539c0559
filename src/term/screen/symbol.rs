//! What terminals make of one drawn character.
//!
//! Owns the doubt: which characters terminals measure differently, and how wide the worst of them
//! draws one. Must not know cells or colours.

use unicode_width::UnicodeWidthChar;

/// The most cells a terminal could move on after a symbol, when terminals may disagree with `cells`.
pub(super) fn doubt(symbol: &str, cells: u16, doubt_ambiguous: bool) -> Option<u16> {
    let mut chars = symbol.chars();
    let first = chars.next()?;
    let second = chars.next();
    if second.is_none() {
        let wide = doubt_ambiguous && cells == 1 && is_ambiguous(first);
        return wide.then_some(2);
    }
    let sum = symbol
        .chars()
        .map(|c| u16::try_from(c.width().unwrap_or(0)).unwrap_or(0))
        .fold(0u16, u16::saturating_add);
    let known_quarrel = symbol.chars().any(|c| {
        matches!(u32::from(c),
            0x200d | 0xfe0e | 0xfe0f | 0x1f1e6..=0x1f1ff | 0x1f3fb..=0x1f3ff | 0xe0020..=0xe007f)
    });
    (known_quarrel || sum != cells).then_some(sum.max(cells).max(2))
}

/// The part of a symbol that no terminal draws wider than the symbol itself.
pub(super) fn base(symbol: &str) -> &str {
    let first = symbol.chars().next().map_or(0, char::len_utf8);
    symbol.get(..first).unwrap_or(symbol)
}

/// Lines and blocks are ambiguous too, but they are what borders are made of and are overlaid at
/// once by what stands beside them: no doubt is paid for them.
fn is_ambiguous(c: char) -> bool {
    !matches!(c, '\u{2500}'..='\u{259f}') && c.width() == Some(1) && c.width_cjk() == Some(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_beyond_doubt() {
        for (symbol, cells) in
            [("a", 1), ("退", 2), ("，", 2), ("👍", 2), ("e\u{301}", 1), ("─", 1)]
        {
            assert_eq!(doubt(symbol, cells, true), None, "{symbol}");
        }
    }

    #[test]
    fn joined_emoji_are_doubted_by_their_parts() {
        assert_eq!(doubt("👨‍👩‍👧", 2, false), Some(6));
        assert_eq!(doubt("❤️", 2, false), Some(2));
        assert_eq!(doubt("👍🏽", 2, false), Some(4));
        assert_eq!(doubt("🇨🇳", 2, false), Some(2));
        assert_eq!(base("👨‍👩‍👧"), "👨");
    }

    #[test]
    fn ambiguous_characters_are_doubted_only_when_asked() {
        assert_eq!(doubt("…", 1, false), None);
        assert_eq!(doubt("…", 1, true), Some(2));
    }
}
