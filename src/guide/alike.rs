//! How alike texts are: by the pairs of Chinese characters and the Latin words they share, where what
//! all of them say counts least. No word list, and the same every time.

use super::Folded;
use crate::domain::CleanText;
use crate::playbook::ReplyView;
use std::collections::{BTreeMap, BTreeSet};

/// So many characters of a text are compared.
const COMPARED: usize = 1_200;
/// Shorter Latin words say nothing: to, of, it.
const SHORTEST: usize = 3;
/// A longer run of digits names somebody or something.
const LONGEST_NUMBER: usize = 4;

/// How alike each of the others is to the text asked about, in percent.
#[must_use]
pub fn alike(asked: &str, others: &[&str]) -> Vec<u8> {
    let asked = pieces(asked);
    let others: Vec<BTreeSet<String>> = others.iter().map(|text| pieces(text)).collect();
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for piece in others.iter().flatten().chain(&asked) {
        *seen.entry(piece).or_default() += 1;
    }
    #[expect(clippy::cast_precision_loss, reason = "a few dozen texts")]
    let texts = others.len() as f64 + 1.0;
    // What stands in every text still tells a little.
    let weight = |piece: &String| {
        let times = f64::from(seen.get(piece.as_str()).copied().unwrap_or(1));
        (1.0 + texts / times).ln().powi(2)
    };
    let length = |pieces: &BTreeSet<String>| pieces.iter().map(weight).sum::<f64>().sqrt();
    let own = length(&asked);
    let like = |other: &BTreeSet<String>| {
        let shared: f64 = asked.intersection(other).map(weight).sum();
        let lengths = own * length(other);
        if lengths > 0.0 { percent(shared / lengths) } else { 0 }
    };
    others.iter().map(like).collect()
}

/// Replies whose words are like those of a text, the likest first; none that shares nothing.
#[must_use]
pub fn like_scripts(asked: &str, replies: Vec<ReplyView>, most: usize) -> Vec<(u8, ReplyView)> {
    let texts: Vec<String> =
        replies.iter().map(|reply| format!("{} {}", reply.title, reply.rendered.text)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let found = alike(asked, &texts).into_iter().zip(replies);
    let mut found: Vec<(u8, ReplyView)> = found.filter(|(like, _)| *like > 0).collect();
    found.sort_by(|(one, a), (other, b)| other.cmp(one).then_with(|| a.id.cmp(&b.id)));
    found.truncate(most);
    found
}

/// Words about another buyer's case as anybody may read them: without that buyer's name, and without
/// numbers that name a person, an order or a parcel.
#[must_use]
pub fn without_names(words: &str, buyer: &str) -> CleanText {
    let buyer = buyer.trim();
    let words = if buyer.is_empty() { words.to_owned() } else { words.replace(buyer, "…") };
    let mut plain = String::with_capacity(words.len());
    let mut digits = String::new();
    for c in words.chars().chain(['\0']) {
        if c.is_ascii_digit() || (c == '-' && !digits.is_empty()) {
            digits.push(c);
            continue;
        }
        let long = digits.chars().filter(char::is_ascii_digit).count() > LONGEST_NUMBER;
        plain.push_str(if long { "…" } else { &digits });
        digits.clear();
        if c != '\0' {
            plain.push(c);
        }
    }
    CleanText::new(&plain)
}

/// What a text is compared by.
fn pieces(text: &str) -> BTreeSet<String> {
    let folded = Folded::new(text);
    let chars = folded.chars().get(..COMPARED).unwrap_or_else(|| folded.chars());
    let mut pieces = BTreeSet::new();
    let mut word = String::new();
    let mut before: Option<char> = None;
    for c in chars.iter().copied().chain(['\n']) {
        let latin = c.is_ascii_alphabetic();
        if latin {
            word.push(c);
        } else if !word.is_empty() {
            if word.len() >= SHORTEST {
                pieces.insert(std::mem::take(&mut word));
            }
            word.clear();
        }
        let wide = !c.is_ascii() && c.is_alphanumeric();
        if let (Some(before), true) = (before, wide) {
            pieces.insert([before, c].iter().collect());
        }
        before = wide.then_some(c);
    }
    pieces
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 100")]
fn percent(part: f64) -> u8 {
    (part.clamp(0.0, 1.0) * 100.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_likest_is_the_one_about_the_same() {
        let asked = "收到的杯子碎了，想补发一个";
        let likes = alike(
            asked,
            &["杯子到手碎成两半，给我补一个新的", "发票抬头开错了", "杯子很好看，谢谢"],
        );
        assert!(likes[0] > likes[2] && likes[2] > likes[1], "{likes:?}");
        let asked = "the cup arrived broken, send another";
        let likes = alike(asked, &["a broken cup, please send one more", "wrong invoice title"]);
        assert!(likes[0] >= 25 && likes[1] == 0, "{likes:?}");
    }

    #[test]
    fn what_everybody_says_counts_less_than_what_few_say() {
        let likes = alike(
            "您好亲在吗拉链坏了",
            &["您好亲在吗颜色不对", "拉链坏了", "您好亲在吗", "您好亲在吗谢谢"],
        );
        assert!(likes[1] > likes[0] && likes[1] > likes[2], "{likes:?}");
    }

    #[test]
    fn nobody_is_named() {
        let words = without_names(
            "张三丰收到补发，电话 138-1234-5678，单号YT8812345678901，退12元",
            "张三丰",
        );
        assert_eq!(words.as_str(), "…收到补发，电话 …，单号YT…，退12元");
    }

    proptest! {
        #[test]
        fn a_text_is_like_itself_and_the_order_of_asking_does_not_matter(
            one in "[收到杯子碎了退款补发abc 。]{0,30}", other in "[收到杯子碎了退款补发abc 。]{0,30}",
        ) {
            if !pieces(&one).is_empty() {
                prop_assert_eq!(alike(&one, &[&one]), [100]);
            }
            prop_assert_eq!(alike(&one, &[&other]), alike(&other, &[&one]));
        }

        #[test]
        fn no_long_number_is_left(text in "\\PC{0,40}[0-9]{5,12}\\PC{0,20}") {
            let plain = without_names(&text, "");
            let longest = plain.as_str().split(|c: char| !c.is_ascii_digit()).map(str::len).max();
            prop_assert!(longest.unwrap_or_default() <= LONGEST_NUMBER);
        }
    }
}
