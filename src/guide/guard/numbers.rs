//! Numbers that name a person: telephones, identity and bank cards, addresses of mail; and amounts
//! and names that are not the record's.

use super::{Context, Finding, Stretch};
use crate::domain::{Fen, Words};
use crate::standard::{WordingCategory, WordingLevel};
use std::ops::Range;

/// What names a number that is nobody's.
const NUMBERED: &[&str] = &[
    "单号",
    "订单",
    "运单",
    "编号",
    "工单",
    "快递号",
    "流水",
    "退款号",
    "sku",
    "货号",
    "条码",
    "批次",
    "tracking",
    "order",
    "ticket",
    "ref",
    "型号",
    "备案",
];
/// Who may be called by everybody.
const PUBLIC: &[&str] = &[
    "快递员",
    "派件员",
    "配送员",
    "小哥",
    "师傅",
    "驿站",
    "网点",
    "司机",
    "客服电话",
    "官方",
    "热线",
    "快递公司",
    "快递电话",
    "courier",
    "carrier",
    "hotline",
];
/// What names a number that is an account's, whatever its last place.
const ACCOUNT: &[&str] = &["卡号", "账号", "账户", "转账", "打款", "汇款", "card", "account"];
const HAN_DIGITS: &str = "零一二三四五六七八九〇幺两壹贰叁肆伍陆柒捌玖";

pub(super) fn find(text: Stretch<'_>, context: &Context<'_>, found: &mut Vec<Finding>) {
    for (at, digits) in runs(text) {
        if let Some((rule, why)) = personal(text, &at, &digits) {
            let sentence = text.sentence(&at);
            let public = rule == "g.phone" && text.says(&sentence, PUBLIC);
            let level = if public { WordingLevel::Warn } else { WordingLevel::Block };
            let kind = (level, WordingCategory::Privacy);
            let mut finding = text.finding(rule, kind, at, why, None);
            finding.firm = !public;
            found.push(finding);
        }
    }
    mail(text, found);
    address(text, found);
    amounts(text, context, found);
    names(text, context, found);
}

/// Runs of digits, written with or without dashes and blanks, in figures or in characters.
fn runs(text: Stretch<'_>) -> Vec<(Range<usize>, String)> {
    let chars = text.chars();
    let digit = |at: usize| {
        let c = *chars.get(at)?;
        if c.is_ascii_digit() && !text.folded.is_placeholder(at) {
            return Some(c);
        }
        let place = HAN_DIGITS.chars().position(|known| known == c)?;
        "0123456789012123456789".chars().nth(match c {
            '〇' => 0,
            '幺' => 1,
            '两' => 2,
            _other if place >= 13 => place - 12,
            _other => place,
        })
    };
    let mut runs = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let Some(first) = digit(at) else {
            at += 1;
            continue;
        };
        let (start, mut end, mut digits) = (at, at + 1, String::from(first));
        loop {
            let joined = matches!(chars.get(end), Some('-' | ' ' | '·' | '.' | '_'));
            let next = if joined { end + 1 } else { end };
            match digit(next) {
                Some(more) => {
                    digits.push(more);
                    end = next + 1;
                }
                None => break,
            }
        }
        // The check mark of an identity card.
        if digits.len() == 17 && chars.get(end) == Some(&'x') {
            digits.push('x');
            end += 1;
        }
        runs.push((start..end, digits));
        at = end;
    }
    runs
}

fn personal(text: Stretch<'_>, at: &Range<usize>, digits: &str) -> Option<(&'static str, Words)> {
    let chars = text.chars();
    let beside = |place: Option<usize>| {
        place
            .and_then(|place| chars.get(place))
            .is_some_and(|c| c.is_ascii_alphabetic() || *c == '*')
    };
    if beside(at.start.checked_sub(1)) || beside(Some(at.end)) {
        return None;
    }
    let before = at.start.saturating_sub(10)..at.start;
    let numbered = text.says(&before, NUMBERED);
    // A firm's own line, which anybody may be given.
    if digits.len() <= 10 && ["400", "800"].iter().any(|line| digits.starts_with(line)) {
        return None;
    }
    let mut chars = digits.chars();
    match digits.len() {
        11 if !numbered && chars.next() == Some('1') && chars.next().is_some_and(|c| c >= '3') => {
            Some(("g.phone", Words::both("这是一个手机号。", "This is a telephone number.")))
        }
        11 if !numbered && digits.starts_with("07") => {
            Some(("g.phone", Words::both("这是一个手机号。", "This is a telephone number.")))
        }
        12 if !numbered && digits.starts_with("447") => {
            Some(("g.phone", Words::both("这是一个手机号。", "This is a telephone number.")))
        }
        10 if !numbered && is_abroad(text, at) => {
            Some(("g.phone", Words::both("这是一个手机号。", "This is a telephone number.")))
        }
        18 if is_identity(digits) => {
            Some(("g.identity", Words::both("这是一个身份证号。", "This is an identity number.")))
        }
        16..=19 if !numbered && (is_card(digits) || text.says(&before, ACCOUNT)) => {
            Some(("g.card", Words::both("这像一张银行卡号。", "This looks like a card number.")))
        }
        _other => None,
    }
}

/// Whether ten digits are written as telephone numbers are: 555-201-3344, (555) 201 3344.
fn is_abroad(text: Stretch<'_>, at: &Range<usize>) -> bool {
    let written = text.chars().get(at.clone()).unwrap_or_default();
    let groups: Vec<usize> =
        written.split(|c| !c.is_ascii_digit()).map(<[char]>::len).filter(|n| *n > 0).collect();
    groups == [3, 3, 4]
}

/// Whether the last place of an identity number fits the others.
fn is_identity(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 =
        digits.chars().zip(WEIGHTS).filter_map(|(c, weight)| Some(c.to_digit(10)? * weight)).sum();
    let check = "10x98765432".chars().nth((sum % 11) as usize);
    let year: String = digits.chars().skip(6).take(2).collect();
    matches!(year.as_str(), "19" | "20") && check == digits.chars().last()
}

/// Whether the last place of a card number fits the others, and it begins like one.
fn is_card(digits: &str) -> bool {
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(place, digit)| match (place % 2, digit * 2) {
            (0, _) => digit,
            (_, twice) if twice > 9 => twice - 9,
            (_, twice) => twice,
        })
        .sum();
    sum.is_multiple_of(10) && digits.starts_with(['3', '4', '5', '6'])
}

fn mail(text: Stretch<'_>, found: &mut Vec<Finding>) {
    let chars = text.chars();
    let part = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    for (at, _) in chars.iter().enumerate().filter(|(_, c)| **c == '@') {
        let before =
            chars.get(..at).unwrap_or_default().iter().rev().take_while(|c| part(c)).count();
        let after = chars.get(at + 1..).unwrap_or_default();
        let length = after.iter().take_while(|c| part(c)).count();
        let dotted = after.get(..length).unwrap_or_default().contains(&'.');
        if before > 0 && dotted {
            let kind = (WordingLevel::Block, WordingCategory::Privacy);
            let why = Words::both("这是一个邮箱地址。", "This is a mail address.");
            found.push(text.finding("g.mail", kind, at - before..at + 1 + length, why, None));
        }
    }
}

/// A door: 3号楼2单元501.
fn address(text: Stretch<'_>, found: &mut Vec<Finding>) {
    let chars = text.chars();
    let figure = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
    for (at, c) in chars.iter().enumerate() {
        let block = matches!(c, '栋' | '幢') || (*c == '号' && chars.get(at + 1) == Some(&'楼'));
        let numbered = figure(at.checked_sub(1).and_then(|before| chars.get(before)));
        let behind = chars.get(at + 1..(at + 12).min(chars.len())).unwrap_or_default();
        let door = behind.iter().position(|c| matches!(c, '室' | '户')).or_else(|| {
            let unit = behind.windows(2).position(|pair| pair == ['单', '元'])?;
            behind.iter().skip(unit + 2).any(char::is_ascii_digit).then_some(unit + 2)
        });
        if block
            && numbered
            && let Some(door) = door
        {
            let kind = (WordingLevel::Block, WordingCategory::Privacy);
            let why = Words::both("这是一个门牌地址。", "This is somebody's door.");
            found.push(text.finding("g.door", kind, at - 1..at + door + 2, why, None));
        }
    }
}

/// Amounts that are none of the record's.
fn amounts(text: Stretch<'_>, context: &Context<'_>, found: &mut Vec<Finding>) {
    if context.amounts.is_empty() {
        return;
    }
    let chars = text.chars();
    let mut at = 0;
    while at < chars.len() {
        let rest = chars.get(at..).unwrap_or_default();
        let number = |c: &char| c.is_ascii_digit() || *c == '.';
        let length = rest.iter().take_while(|c| number(c)).count();
        if length == 0 {
            at += 1;
            continue;
        }
        let end = at + length;
        let marked = at.checked_sub(1).and_then(|before| chars.get(before)) == Some(&'¥');
        let after: String = chars.get(end..).unwrap_or_default().iter().take(5).collect();
        let followed =
            ["元", "块", "yuan", " yuan", " rmb", "rmb"].iter().any(|unit| after.starts_with(unit));
        let figures: String = rest.iter().take(length).collect();
        if (marked || followed)
            && let Some(fen) = Fen::parse_yuan(figures.trim_end_matches('.'))
            && !context.amounts.contains(&fen)
        {
            let kind = (WordingLevel::Warn, WordingCategory::Untruth);
            let why = Words::both("记录里没有这个金额。", "The record has no such amount.");
            found.push(text.finding("g.amount", kind, at..end, why, None));
        }
        at = end;
    }
}

/// Who is greeted without a name.
const ANYBODY: [&str; 13] = [
    "customer", "buyer", "sir", "madam", "friend", "friends", "all", "valued", "client", "guest",
    "there", "shopper", "team",
];

/// Dear Ms. Lee, where the buyer is Anna Schmidt.
fn greeted(text: Stretch<'_>, buyer: &str, found: &mut Vec<Finding>) {
    let plain: String = text.chars().iter().collect();
    let Some(greeting) = plain.find("dear ").filter(|at| *at < 3) else { return };
    let start = greeting + "dear ".len();
    let rest = plain.get(start..).unwrap_or_default();
    let titles = ["mr. ", "mr ", "mrs. ", "mrs ", "ms. ", "ms ", "miss "];
    let title =
        titles.iter().find(|title| rest.starts_with(**title)).map_or(0, |title| title.len());
    let name = rest.get(title..).unwrap_or_default();
    let length = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let name = name.get(..length).unwrap_or_default();
    let known = buyer.to_lowercase().contains(name) || ANYBODY.contains(&name);
    if length < 2 || known || !plain.is_char_boundary(start + title) {
        return;
    }
    let chars = |bytes: usize| plain.get(..bytes).map_or(0, |head| head.chars().count());
    let at = chars(start + title)..chars(start + title + length);
    let kind = (WordingLevel::Warn, WordingCategory::Untruth);
    let why = Words::both("称呼和买家对不上。", "The name is not the buyer's.");
    found.push(text.finding("g.name", kind, at, why, None));
}

/// 王先生, where the buyer is 张三.
fn names(text: Stretch<'_>, context: &Context<'_>, found: &mut Vec<Finding>) {
    let Some(buyer) = context.buyer else { return };
    if buyer.is_ascii() && buyer.chars().all(|c| c.is_ascii_alphabetic() || " .'-".contains(c)) {
        greeted(text, buyer, found);
    }
    let Some(first) = buyer.chars().next() else { return };
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    if !is_han(first) {
        return;
    }
    let chars = text.chars();
    for (at, pair) in chars.windows(2).enumerate() {
        let titled = matches!(pair, ['先', '生'] | ['女', '士'] | ['小', '姐']);
        let surname = at.checked_sub(1).and_then(|before| chars.get(before)).copied();
        let alone = at < 2
            || chars
                .get(at - 2)
                .is_none_or(|c| !is_han(*c) || matches!(c, '好' | '的' | '是' | '位'));
        if titled
            && alone
            && let Some(surname) = surname.filter(|c| is_han(*c) && !"位名好的这那各".contains(*c))
            && surname != first
        {
            let kind = (WordingLevel::Warn, WordingCategory::Untruth);
            let why = Words::both("称呼和买家对不上。", "The name is not the buyer's.");
            found.push(text.finding("g.name", kind, at - 1..at + 2, why, None));
        }
    }
}
