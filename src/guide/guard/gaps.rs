//! What was left to fill in: `{时间}`, `XX`, `____`, a log's placeholder.

use super::{Finding, Stretch};
use crate::domain::Words;
use crate::standard::{WordingCategory, WordingLevel};
use std::ops::Range;

const OPEN: &[(char, char)] = &[('{', '}'), ('【', '】'), ('<', '>')];
/// What stands between brackets when they are there to be filled.
const WANTED: &[&str] = &[
    "姓名", "名字", "称呼", "时间", "日期", "金额", "单号", "订单", "快递", "商品", "原因", "地址",
    "电话", "数字", "填", "xx", "昵称", "店铺", "店名", "具体", "n天", "几天", "name", "date",
    "amount", "time", "order", "insert", "number", "tracking", "product", "shop", "your ", "xxx",
];
const MARKS: &[&str] = &["某某", "todo", "tbd", "lorem ipsum"];

pub(super) fn find(text: Stretch<'_>, found: &mut Vec<Finding>) {
    for at in spots(text) {
        // What a log hid was filled in when it was said; a script's gap never was.
        let masked = at.clone().all(|place| text.folded.is_masked(place));
        let level = if masked { WordingLevel::Warn } else { WordingLevel::Block };
        let mut finding = text.finding(
            "g.gap",
            (level, WordingCategory::Cold),
            at,
            Words::both("还有没填的地方。", "Something is still to be filled in."),
            None,
        );
        finding.firm = !masked;
        found.push(finding);
    }
}

fn spots(text: Stretch<'_>) -> Vec<Range<usize>> {
    let chars = text.chars();
    let mut spots = Vec::new();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let end = bracket(chars, at)
            .or_else(|| run(chars, at, '_', 3))
            .or_else(|| crosses(chars, at))
            .or_else(|| word(chars, at))
            .or_else(|| text.folded.is_placeholder(at).then_some(at + 1));
        match end {
            // A gap in square brackets is a placeholder sign after folding, but so is `[图片]`.
            Some(end) => {
                spots.push(at..end);
                at = end;
            }
            None if *c == '[' => match square(chars, at) {
                Some(end) => {
                    spots.push(at..end);
                    at = end;
                }
                None => at += 1,
            },
            None => at += 1,
        }
    }
    spots
}

/// `{…}` whatever is in it; other brackets when they name what is wanted.
fn bracket(chars: &[char], at: usize) -> Option<usize> {
    let open = chars.get(at)?;
    let (_, close) = OPEN.iter().find(|(mark, _)| mark == open)?;
    let rest = chars.get(at + 1..)?;
    let length = rest.iter().take(24).position(|c| c == close)?;
    let inside: String = rest.get(..length)?.iter().collect();
    // 【发货时间】 at the head of a line is a heading; 尊敬的【姓名】 is a gap.
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    let amid = *open == '【' && before.is_some_and(|c| c.is_alphanumeric());
    let named = *open == '{' || is_wanted(&inside, *open) || amid && names_a_gap(&inside);
    named.then_some(at + length + 2)
}

fn square(chars: &[char], at: usize) -> Option<usize> {
    let rest = chars.get(at + 1..)?;
    let length = rest.iter().take(24).position(|c| *c == ']')?;
    let inside: String = rest.get(..length)?.iter().collect();
    is_wanted(&inside, '[').then_some(at + length + 2)
}

/// Whether words are nothing but what is wanted: 客户姓名, customer name.
fn names_a_gap(inside: &str) -> bool {
    const OF: [&str; 9] = ["客户", "买家", "顾客", "您的", "退款", "快递", "订单", "物流", "收货"];
    let inside = inside.trim();
    let left = OF.iter().find_map(|of| inside.strip_prefix(of)).unwrap_or(inside);
    let words = |text: &str| {
        text.chars().all(|c| c.is_ascii_alphabetic() || c == ' ' || c == '_')
            && text.split([' ', '_']).any(|word| WANTED.contains(&word))
    };
    WANTED.contains(&left) || WANTED.contains(&inside) || words(inside)
}

fn is_wanted(inside: &str, open: char) -> bool {
    // 【发货时间】 is a heading; 【填写姓名】 is a gap.
    if open != '【' && names_a_gap(inside) {
        return true;
    }
    let whole = WANTED.iter().any(|word| inside == *word || inside.trim() == *word);
    let asks = ["填", "xx", "insert", "your ", "此处"].iter().any(|word| inside.contains(word));
    asks || (whole && open != '【') || (open == '[' && whole)
}

fn run(chars: &[char], at: usize, mark: char, least: usize) -> Option<usize> {
    let length = chars.get(at..)?.iter().take_while(|c| **c == mark).count();
    (length >= least).then_some(at + length)
}

/// `XX`, `xxx`: two or more, alone. `xxl` is a size.
fn crosses(chars: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    if before.is_some_and(char::is_ascii_alphanumeric) {
        return None;
    }
    let end = run(chars, at, 'x', 2)?;
    let after = chars.get(end);
    (!after.is_some_and(char::is_ascii_alphanumeric)).then_some(end)
}

fn word(chars: &[char], at: usize) -> Option<usize> {
    MARKS.iter().find_map(|mark| {
        let end = at + mark.chars().count();
        let here = chars.get(at..end)?.iter().copied().eq(mark.chars());
        let latin = |c: Option<&char>| c.is_some_and(char::is_ascii_alphabetic);
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        let cut = mark.is_ascii() && (latin(before) || latin(chars.get(end)));
        (here && !cut).then_some(end)
    })
}
