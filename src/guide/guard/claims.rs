//! Claims that the record does not bear, and refusals without a way out.

use super::{Context, Finding, Stretch};
use crate::domain::Words;
use crate::standard::{WordingCategory, WordingLevel};

const REFUNDED: &[&str] = &[
    "已退款",
    "已经退款",
    "款已退",
    "退款已",
    "已给您退",
    "已经给您退",
    "已为您退",
    "已经退给",
    "钱退给您了",
    "退过去了",
    "已打款",
    "已经打款",
    "has been refunded",
    "have refunded",
    "refund has been issued",
    "refund is done",
    "we refunded",
];
const RESENT: &[&str] = &[
    "已补发",
    "已经补发",
    "补发已",
    "已重新发",
    "已经重新发",
    "已给您补发",
    "重发了",
    "补发了",
    "have reshipped",
    "has been reshipped",
    "replacement has been sent",
    "sent a replacement",
];
const SHIPPED: &[&str] = &[
    "已发货",
    "已经发货",
    "已发出",
    "已经发出",
    "已寄出",
    "已经寄出",
    "发货了",
    "has been shipped",
    "has shipped",
    "have shipped",
    "was dispatched",
];
const WILL: &[&str] = &["会", "将", "后", "如果", "若", "等", "未", "没", "不"];
/// The same in English, where it stands further from the verb.
const NOT_YET: &[&str] = &[
    "will ",
    "if ",
    "once ",
    "not ",
    "n't ",
    "after ",
    "when ",
    "until ",
    "before ",
    "as soon as ",
    "whether ",
    "should ",
    "never ",
];
/// So far before an English verb it stands.
const WIDE: usize = 24;

const NO: &[&str] = &[
    "不能",
    "无法",
    "没办法",
    "办不了",
    "不支持",
    "不可以",
    "做不到",
    "没有权限",
    "不行",
    "退不了",
    "换不了",
    "cannot",
    "can't",
    "unable to",
    "not possible",
];
const WAY_OUT: &[&str] = &[
    "可以",
    "帮您",
    "为您",
    "给您",
    "我来",
    "或者",
    "建议",
    "改为",
    "同时",
    "您看",
    "方案",
    "您选",
    "换成",
    "试试",
    "另外",
    "不过",
    "也能",
    "申请",
    "安排",
    "转给",
    "退款",
    "补发",
    "补偿",
    "can offer",
    "instead",
    "we can ",
    "i can ",
    "you can ",
    "i will",
    "i'll",
    "option",
    "alternatively",
    "either",
];

pub(super) fn find(text: Stretch<'_>, context: &Context<'_>, found: &mut Vec<Finding>) {
    if let Some(record) = context.record {
        let claims = [
            (record.refunded, REFUNDED, "记录里还没有退款。", "The record has no refund."),
            (record.resent, RESENT, "记录里还没有补发。", "The record has nothing sent again."),
            (record.shipped, SHIPPED, "记录里还没有发货。", "The record has no shipment."),
        ];
        for (done, words, zh, en) in claims {
            if !done && let Some(at) = first(text, words, WILL) {
                let kind = (WordingLevel::Warn, WordingCategory::Untruth);
                found.push(text.finding("g.claim", kind, at, Words::both(zh, en), None));
            }
        }
    }
    let all = 0..text.chars().len();
    if let Some(at) = first(text, NO, &[])
        && !text.says(&all, WAY_OUT)
    {
        let kind = (WordingLevel::Tone, WordingCategory::DeadEnd);
        let why = Words::both("只有拒绝，没有出路。", "It refuses and offers nothing.");
        found.push(text.finding("g.no-way-out", kind, at, why, None));
    }
}

/// The first of the words that stands there as a fact: none of `unless` just before it.
fn first(text: Stretch<'_>, words: &[&str], unless: &[&str]) -> Option<std::ops::Range<usize>> {
    let chars = text.chars();
    (0..chars.len()).find_map(|at| {
        let word = words.iter().find(|word| {
            let here = chars.get(at..).unwrap_or_default();
            word.chars().count() <= here.len() && word.chars().zip(here).all(|(w, c)| w == *c)
        })?;
        let before = at.saturating_sub(4)..at;
        let end = at + word.chars().count();
        let wide = at.saturating_sub(WIDE).max(text.sentence(&(at..end)).start)..at;
        let latin = word.is_ascii() && !unless.is_empty();
        let open = text.says(&before, unless) || latin && text.says(&wide, NOT_YET);
        (!open).then_some(at..end)
    })
}
