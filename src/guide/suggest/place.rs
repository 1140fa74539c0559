//! Who is spoken to, where, and when: which replies suit that.

use super::{Because, Moment};
use crate::domain::{BuyerType, Platform};
use crate::playbook::{Meant, ReplyKind, ReplyView};

/// From so many hours on, a wait is spoken of.
const LONG: i64 = 2;

/// Why a reply suits this buyer, this platform, this hour.
pub(super) fn reasons(reply: &ReplyView, moment: &Moment<'_>) -> Vec<Because> {
    let text = reply.rendered.text.to_lowercase();
    let mut because = Vec::new();
    if let Some(buyer) = moment.buyer
        && (reply.meant == Some(Meant::Buyer) || reaches(buyer, reply.kind))
    {
        because.push(Because::Buyer(buyer));
    }
    if reply.meant == Some(Meant::Platform) || of(&text).any(|of| is_same(of, moment.platform)) {
        because.push(Because::Platform(moment.platform));
    }
    if moment.closed && !reply.promises.is_empty() {
        because.push(Because::Closed);
    }
    if moment.waited >= LONG && SORRY_TO_WAIT.iter().any(|words| text.contains(words)) {
        because.push(Because::Waited(moment.waited));
    }
    because
}

/// Whether a text speaks only of another platform than this one.
pub(super) fn is_elsewhere(text: &str, platform: Platform) -> bool {
    let text = text.to_lowercase();
    let mut named = of(&text).peekable();
    named.peek().is_some() && platform != Platform::Shop && !named.any(|of| is_same(of, platform))
}

/// The kind of reply that reaches a kind of buyer. What such a buyer may be given is the same.
const fn reaches(buyer: BuyerType, kind: ReplyKind) -> bool {
    match buyer {
        BuyerType::Emotional => matches!(kind, ReplyKind::Listen | ReplyKind::Calm),
        BuyerType::Justice => matches!(kind, ReplyKind::Thank | ReplyKind::Explain),
        BuyerType::Stubborn => matches!(kind, ReplyKind::Restate),
        BuyerType::Prepared => matches!(kind, ReplyKind::Explain | ReplyKind::Statement),
        BuyerType::Influential | BuyerType::Repeat => matches!(kind, ReplyKind::Promise),
        BuyerType::Vip => matches!(kind, ReplyKind::Thank | ReplyKind::Promise),
        BuyerType::Suspect => matches!(kind, ReplyKind::Ask),
        BuyerType::Novice => matches!(kind, ReplyKind::Inform),
    }
}

const SORRY_TO_WAIT: [&str; 6] =
    ["久等", "等了", "等这么", "kept you waiting", "your wait", "waited"];

/// What each platform calls its own.
const NAMED: [(Platform, &[&str]); 4] = [
    (Platform::Taobao, &["淘宝", "天猫", "旺旺", "taobao", "tmall"]),
    (Platform::Jd, &["京东", "京豆", "咚咚", "jd.com"]),
    (Platform::Pinduoduo, &["拼多多", "多多客服", "pinduoduo"]),
    (Platform::Douyin, &["抖音", "飞鸽", "抖店", "douyin"]),
];

/// The platforms a text names.
fn of(text: &str) -> impl Iterator<Item = Platform> + '_ {
    let named = NAMED.iter().filter(|(_, words)| words.iter().any(|word| text.contains(word)));
    named.map(|(platform, _)| *platform)
}

/// Taobao and Tmall are one house.
fn is_same(named: Platform, platform: Platform) -> bool {
    named == platform || named == Platform::Taobao && platform == Platform::Tmall
}
