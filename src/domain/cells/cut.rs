//! Making text fit a row: cut with an ellipsis, or fill with spaces.
//!
//! Owns nothing but the fit; must not know lines. Never cuts through a grapheme, and never looks at
//! more of a long text than fits.

use super::{Grapheme, graphemes, prev_boundary, width};
use std::borrow::Cow;

/// What stands for the part that was cut off; one cell.
pub const ELLIPSIS: &str = "…";

/// At most `cells` cells of the text from its beginning; what is cut off shows as `…`.
#[must_use]
pub fn cut(text: &str, cells: usize) -> Cow<'_, str> {
    let mut taken = 0;
    // Where the text ends if an ellipsis must follow it.
    let mut keep = 0;
    for Grapheme { start, text: one, cells: wide } in graphemes(text) {
        taken += wide;
        if taken > cells {
            return with_ellipsis(text.get(..keep).unwrap_or_default(), cells);
        }
        if taken < cells {
            keep = start + one.len();
        }
    }
    Cow::Borrowed(text)
}

fn with_ellipsis(kept: &str, cells: usize) -> Cow<'_, str> {
    if cells == 0 { Cow::Borrowed("") } else { Cow::Owned(format!("{kept}{ELLIPSIS}")) }
}

/// At most `cells` cells of the text up to its end; what is cut off shows as `…` in front.
#[must_use]
pub fn cut_left(text: &str, cells: usize) -> Cow<'_, str> {
    let mut taken = 0;
    let mut keep = text.len();
    let mut at = text.len();
    while at > 0 {
        let start = prev_boundary(text, at);
        taken += width(text.get(start..at).unwrap_or_default());
        if taken > cells {
            let kept = text.get(keep..).unwrap_or_default();
            return if cells == 0 {
                Cow::Borrowed("")
            } else {
                Cow::Owned(format!("{ELLIPSIS}{kept}"))
            };
        }
        if taken < cells {
            keep = start;
        }
        at = start;
    }
    Cow::Borrowed(text)
}

/// The text cut or filled with spaces so that it takes exactly `cells` cells.
#[must_use]
pub fn pad(text: &str, cells: usize) -> String {
    let mut out = cut(text, cells).into_owned();
    let missing = cells.saturating_sub(width(&out));
    out.extend(std::iter::repeat_n(' ', missing));
    out
}

#[cfg(test)]
mod tests {
    use super::super::floor_boundary;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_fits_is_left_alone() {
        assert_eq!(cut("退款", 4), "退款");
        assert_eq!(cut("", 0), "");
        assert_eq!(cut_left("退款", 4), "退款");
    }

    #[test]
    fn the_cut_shows_and_never_halves_a_character() {
        assert_eq!(cut("退款到账", 5), "退款…");
        assert_eq!(cut("退款到账", 4), "退…");
        assert_eq!(cut("退款", 1), "…");
        assert_eq!(cut("退款", 0), "");
        assert_eq!(cut("ab👨‍👩‍👧cd", 4), "ab…");
        assert_eq!(cut_left("订单号8842", 5), "…8842");
        assert_eq!(cut_left("退款到账", 4), "…账");
    }

    #[test]
    fn padding_fills_exactly() {
        assert_eq!(pad("退款", 6), "退款  ");
        assert_eq!(pad("退款到账", 4), "退… ");
        assert_eq!(pad("", 2), "  ");
    }

    proptest! {
        #[test]
        fn cuts_fit_and_stand_on_boundaries(
            text in "([\u{4e00}-\u{4e20}]|[a-z ]{1,6}|[，。…]|👨‍👩‍👧|❤️|🇨🇳|e\u{301}|ｶﾞ)*",
            cells in 0usize..20,
        ) {
            let short = cut(&text, cells);
            prop_assert!(width(&short) <= cells, "{short:?}");
            if let Cow::Owned(short) = &short {
                let kept = short.strip_suffix(ELLIPSIS).unwrap();
                prop_assert!(text.starts_with(kept));
                prop_assert_eq!(floor_boundary(&text, kept.len()), kept.len());
            }
            let tail = cut_left(&text, cells);
            prop_assert!(width(&tail) <= cells, "{tail:?}");
            if let Cow::Owned(tail) = &tail {
                let kept = tail.strip_prefix(ELLIPSIS).unwrap();
                prop_assert!(text.ends_with(kept));
                let at = text.len() - kept.len();
                prop_assert_eq!(floor_boundary(&text, at), at);
            }
            prop_assert_eq!(width(&pad(&text, cells)), cells);
        }
    }
}
