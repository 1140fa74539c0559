//! 您, not 你.

use super::{Finding, Rewrite, Stretch};
use crate::domain::{Lang, Words};
use crate::standard::{WordingCategory, WordingLevel};

/// As many as are named in one draft.
const MOST: usize = 3;

pub(super) fn find(text: Stretch<'_>, lang: Lang, found: &mut Vec<Finding>) {
    if lang != Lang::Zh {
        return;
    }
    let chars = text.chars();
    let spots = chars.iter().enumerate().filter(|(at, c)| {
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        **c == '你' && !matches!(before, Some('迷' | '爱'))
    });
    for (at, _) in spots.take(MOST) {
        let many = chars.get(at + 1) == Some(&'们');
        let span = text.folded.span(at..at + 1 + usize::from(many));
        let kind = (WordingLevel::Tone, WordingCategory::Cold);
        let why = Words::both("对买家说“您”。", "Chinese buyers are addressed as 您.");
        let mut finding = text.finding("g.you", kind, at..at + 1, why, None);
        finding.span.clone_from(&span);
        finding.rewrite = Some(Rewrite { span, text: "您".to_owned() });
        found.push(finding);
    }
}
