//! What the conversation so far makes of a draft: said before, and asked though it was answered.

use super::{Context, Finding, Stretch};
use crate::domain::Words;
use crate::guide::{Folded, Side};
use crate::standard::{WordingCategory, WordingLevel};

/// Shorter drafts may be said twice: 好的.
const SHORTEST: usize = 8;
/// As many messages back as anybody remembers.
const BACK: usize = 30;

/// What is asked for, and whether a message of the buyer gives it.
type Asked = (&'static [&'static str], fn(&Folded) -> bool);

const ASKED: &[Asked] = &[
    (&["订单号", "订单编号", "order number"], |text| longest_number(text) >= 10),
    (&["照片", "图片", "拍照", "拍个照", "photo", "picture"], |text| {
        ["图片", "照片", "拍了", "发了图", "photo", "picture"]
            .iter()
            .any(|word| text.text().contains(word))
            || text.chars().contains(&'◇')
    }),
    (&["快递单号", "运单号", "退货单号", "tracking number"], |text| {
        longest_number(text) >= 10
    }),
];
const ASKS: &[&str] = &[
    "请",
    "麻烦",
    "提供",
    "发一下",
    "发下",
    "发给",
    "多少",
    "告诉",
    "?",
    "please",
    "send",
    "could",
];

pub(super) fn find(text: Stretch<'_>, context: &Context<'_>, found: &mut Vec<Finding>) {
    let recent = context.said.iter().rev().take(BACK);
    let all = 0..text.chars().len();
    let letters =
        |text: &Folded| -> String { text.chars().iter().filter(|c| c.is_alphanumeric()).collect() };
    let own = letters(text.folded);
    let again = own.chars().count() >= SHORTEST
        && recent
            .clone()
            .any(|one| one.from == Some(Side::Agent) && letters(&Folded::new(one.text)) == own);
    if again {
        let kind = (WordingLevel::Tone, WordingCategory::Cold);
        let why = Words::both("这段话已经发过了。", "This was sent before.");
        found.push(text.finding("g.same", kind, all.clone(), why, None));
    }
    let given: Vec<Folded> = recent
        .filter(|one| one.from == Some(Side::Buyer))
        .map(|one| Folded::new(one.text))
        .collect();
    for (words, gives) in ASKED {
        if text.says(&all, words)
            && text.says(&all, ASKS)
            && given.iter().any(gives)
            && let Some(at) = words.iter().find_map(|word| place(text, word))
        {
            let kind = (WordingLevel::Warn, WordingCategory::Cold);
            let why = Words::both("买家已经给过了。", "The buyer gave it already.");
            found.push(text.finding("g.answered", kind, at, why, None));
        }
    }
}

fn place(text: Stretch<'_>, word: &str) -> Option<std::ops::Range<usize>> {
    let letters: Vec<char> = word.chars().collect();
    let at = text.chars().windows(letters.len()).position(|here| here == letters)?;
    Some(at..at + letters.len())
}

fn longest_number(text: &Folded) -> usize {
    if text.chars().contains(&'№') {
        return usize::MAX;
    }
    text.chars().split(|c| !c.is_ascii_digit()).map(<[char]>::len).max().unwrap_or_default()
}
