//! A first reading of what a buyer writes: mood and issue, each with the words that told it.

use crate::domain::{CleanText, Issue, Mood};

/// What a buyer's words seem to tell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heard {
    /// The mood they sound like, and the words that told it.
    pub mood: Option<(Mood, String)>,
    /// What they seem to be about, and the words that told it.
    pub issue: Option<(Issue, String)>,
}

/// Words that tell a mood, the strongest first. Chinese and English side by side.
const MOODS: &[(Mood, &[&str])] = &[
    (
        Mood::Abusive,
        &["骗子", "垃圾店", "无耻", "滚", "王八", "scam", "bastard", "thieves", "idiot"],
    ),
    (
        Mood::Angry,
        &[
            "气死",
            "投诉",
            "曝光",
            "12315",
            "太过分",
            "忍无可忍",
            "差评",
            "给个说法",
            "什么态度",
            "!!",
            "！！",
            "unacceptable",
            "furious",
            "outrageous",
            "report you",
            "lawyer",
            "ridiculous",
        ],
    ),
    (
        Mood::Disappointed,
        &[
            "失望",
            "再也不",
            "没想到",
            "亏我",
            "寒心",
            "disappointed",
            "never again",
            "expected better",
        ],
    ),
    (
        Mood::Uneasy,
        &[
            "怎么还",
            "几天了",
            "到底",
            "着急",
            "催",
            "为什么",
            "still waiting",
            "how long",
            "worried",
            "urgent",
        ],
    ),
];

/// Words that tell an issue.
const ISSUES: &[(&str, &[&str])] = &[
    (
        "complaint",
        &[
            "平台已受理",
            "维权通知",
            "投诉通知",
            "服务单",
            "小二介入",
            "dispute opened",
            "complaint notice",
        ],
    ),
    ("media", &["记者", "电视台", "微博", "小红书", "journalist", "reporter", "newspaper"]),
    (
        "promise",
        &["答应", "承诺", "说好", "退运费", "运费谁", "you promised", "you said", "freight"],
    ),
    (
        "damage",
        &["碎", "破损", "裂", "压坏", "漏了", "broken", "cracked", "damaged", "smashed", "leaking"],
    ),
    ("invoice", &["发票", "开票", "抬头", "invoice"]),
    ("refund", &["退款", "钱还没", "到账", "refund", "money back"]),
    ("exchange", &["换货", "换一", "尺码", "吊牌", "exchange", "swap", "wrong size"]),
    (
        "logistics",
        &["快递", "物流", "还没到", "没收到", "发货", "parcel", "delivery", "tracking", "shipped"],
    ),
    ("gift", &["赠品", "送的", "free gift", "gift"]),
    ("service", &["客服", "态度", "没人理", "问过", "attitude", "nobody answers", "asked already"]),
    (
        "escalation",
        &["投诉", "差评", "12315", "曝光", "平台介入", "bad review", "complain", "report you"],
    ),
];

/// Reads one burst of a buyer's words. The first list that matches decides; nothing is guessed.
#[must_use]
pub fn hear(text: &CleanText) -> Heard {
    let folded = text.as_str().to_lowercase();
    let told = |words: &[&str]| {
        words.iter().find(|word| folded.contains(**word)).map(|word| (*word).to_owned())
    };
    Heard {
        mood: MOODS.iter().find_map(|(mood, words)| told(words).map(|word| (*mood, word))),
        issue: ISSUES
            .iter()
            .find_map(|(issue, words)| told(words).map(|word| (Issue::new(*issue), word))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(text: &str) -> Heard {
        hear(&CleanText::new(text))
    }

    #[test]
    fn anger_and_damage_are_heard_with_their_words() {
        let heard = heard("收到全碎了！！我要退款");
        assert_eq!(heard.mood, Some((Mood::Angry, "！！".into())));
        assert_eq!(heard.issue, Some((Issue::new("damage"), "碎".into())));
    }

    #[test]
    fn plain_words_tell_nothing() {
        assert_eq!(heard("好的，谢谢"), Heard::default());
    }

    #[test]
    fn english_is_heard_too() {
        let heard = heard("You PROMISED to pay the freight, this is unacceptable");
        assert_eq!(heard.mood.map(|(mood, _)| mood), Some(Mood::Angry));
        assert_eq!(heard.issue.map(|(issue, _)| issue), Some(Issue::new("promise")));
    }
}
