//! Which cases of the queue are wanted, as a person types it: `mood>=angry platform=jd due<2h`.
//!
//! Every word must hold. A word that is none of the filter's own is looked for in the buyer's name and
//! in what the buyer said last.

use super::{Department, DueKind, Mood, Platform, Span, Stamp};

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Want {
    Mood(Compare, Mood),
    Platform(Platform),
    Issue(String),
    Kind(DueKind),
    /// Due within so long.
    Within(Span),
    Overdue,
    Waiting,
    Snoozed(bool),
    /// A task with that department, or any, is open.
    WaitsFor(Option<Department>),
    /// A promise was broken.
    Broken,
    /// The buyer is to be asked again.
    Again,
    Text(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Compare {
    Is,
    AtLeast,
    AtMost,
}

/// Which cases are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    text: String,
    wants: Vec<Want>,
}

/// Why a filter cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{word}' at character {at} is no condition")]
pub struct FilterError {
    /// The word.
    pub word: String,
    /// The place of its first character, from 1.
    pub at: usize,
    /// What it may be instead, if the name before its sign is known.
    pub known: Vec<&'static str>,
}

/// A case as far as a filter looks at it.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The buyer's name.
    pub buyer: &'a str,
    /// What the buyer said last.
    pub said: &'a str,
    /// How they feel.
    pub mood: Mood,
    /// Where the case comes from.
    pub platform: Platform,
    /// What it is about.
    pub issue: &'a str,
    /// What is due next.
    pub due: Option<super::Due>,
    /// Whether the buyer waits for an answer.
    pub waiting: bool,
    /// Whether the case is laid aside.
    pub snoozed: bool,
    /// Whose task it waits for.
    pub waits_for: Option<Department>,
    /// How many promises were broken.
    pub breaches: u32,
}

const MOODS: [(&str, Mood); 5] = [
    ("平静", Mood::Calm),
    ("不安", Mood::Uneasy),
    ("失望", Mood::Disappointed),
    ("生气", Mood::Angry),
    ("辱骂", Mood::Abusive),
];

impl Filter {
    /// Reads a filter; an empty one wants every case.
    ///
    /// # Errors
    /// [`FilterError`] with the word that cannot be understood, and its place.
    pub fn parse(text: &str) -> Result<Self, FilterError> {
        let mut wants = Vec::new();
        let mut at = 1;
        for word in text.split(' ') {
            let trimmed = word.trim();
            if !trimmed.is_empty() {
                wants.push(want(trimmed).map_err(|known| FilterError {
                    word: trimmed.to_owned(),
                    at,
                    known,
                })?);
            }
            at += word.chars().count() + 1;
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(Self { text, wants })
    }

    /// The filter as it was typed, blanks tidied.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether every case is wanted.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.wants.is_empty()
    }

    /// Whether a case is wanted.
    #[must_use]
    pub fn wants(&self, case: &Seen<'_>, now: Stamp) -> bool {
        self.wants.iter().all(|want| want.holds(case, now))
    }
}

impl Want {
    fn holds(&self, case: &Seen<'_>, now: Stamp) -> bool {
        match self {
            Self::Mood(Compare::Is, mood) => case.mood == *mood,
            Self::Mood(Compare::AtLeast, mood) => case.mood >= *mood,
            Self::Mood(Compare::AtMost, mood) => case.mood <= *mood,
            Self::Platform(platform) => case.platform == *platform,
            Self::Issue(issue) => case.issue == issue,
            Self::Kind(kind) => case.due.is_some_and(|due| due.kind == *kind),
            Self::Within(span) => case.due.is_some_and(|due| due.at <= now.plus(*span)),
            Self::Overdue => case.due.is_some_and(|due| due.at <= now),
            Self::Waiting => case.waiting,
            Self::Snoozed(laid_aside) => case.snoozed == *laid_aside,
            Self::WaitsFor(None) => case.waits_for.is_some(),
            Self::WaitsFor(who) => case.waits_for == *who,
            Self::Broken => case.breaches > 0,
            Self::Again => case.due.is_some_and(|due| due.kind == DueKind::FollowUp),
            Self::Text(text) => {
                let has = |words: &str| words.to_lowercase().contains(text.as_str());
                has(case.buyer) || has(case.said)
            }
        }
    }
}

/// One word as a condition; else what may stand behind its sign.
fn want(word: &str) -> Result<Want, Vec<&'static str>> {
    let bare = match word.to_lowercase().as_str() {
        "overdue" | "逾期" => Some(Want::Overdue),
        "waiting" | "等待" => Some(Want::Waiting),
        "snoozed" | "搁置" => Some(Want::Snoozed(true)),
        "awake" | "在办" => Some(Want::Snoozed(false)),
        "task" | "任务" => Some(Want::WaitsFor(None)),
        "broken" | "失信" => Some(Want::Broken),
        "again" | "回访" => Some(Want::Again),
        _another => None,
    };
    if let Some(bare) = bare {
        return Ok(bare);
    }
    let Some(place) = word.find(['=', '<', '>', ':', '：']) else {
        return Ok(Want::Text(word.to_lowercase()));
    };
    let (name, rest) = word.split_at(place);
    let (sign, value) = sign(rest).ok_or_else(Vec::new)?;
    let is = |wanted: Compare| sign == wanted;
    match name {
        "mood" | "情绪" => mood(value)
            .map(|mood| Want::Mood(sign, mood))
            .ok_or_else(|| Mood::ALL.map(Mood::name).to_vec()),
        "platform" | "平台" if is(Compare::Is) => Platform::from_name(value)
            .map(Want::Platform)
            .ok_or_else(|| Platform::ALL.map(Platform::name).to_vec()),
        "issue" | "事由" if is(Compare::Is) && !value.is_empty() => {
            Ok(Want::Issue(value.to_owned()))
        }
        "waits" | "等谁" if is(Compare::Is) => Department::from_name(value)
            .map(|who| Want::WaitsFor(Some(who)))
            .ok_or_else(|| Department::ALL.map(Department::name).to_vec()),
        "due" | "到期" if is(Compare::Is) => DueKind::from_name(value)
            .map(Want::Kind)
            .ok_or_else(|| DueKind::ALL.map(DueKind::name).to_vec()),
        "due" | "到期" if is(Compare::AtMost) => {
            length(value).map(Want::Within).ok_or_else(|| vec!["30m", "2h", "1d"])
        }
        _unknown => Err(vec!["mood", "platform", "issue", "due", "waits"]),
    }
}

fn sign(rest: &str) -> Option<(Compare, &str)> {
    [
        (">=", Compare::AtLeast),
        ("<=", Compare::AtMost),
        ("=", Compare::Is),
        (":", Compare::Is),
        ("：", Compare::Is),
        ("<", Compare::AtMost),
        (">", Compare::AtLeast),
    ]
    .into_iter()
    .find_map(|(sign, compare)| rest.strip_prefix(sign).map(|value| (compare, value)))
}

fn mood(name: &str) -> Option<Mood> {
    let known = MOODS.into_iter().find(|(zh, _)| *zh == name);
    known.map(|(_, mood)| mood).or_else(|| Mood::from_name(name))
}

/// A length of time: `30m`, `2h`, `1d`.
fn length(text: &str) -> Option<Span> {
    let unit = text.chars().last()?;
    let count: i64 = text.strip_suffix(unit)?.parse().ok()?;
    let count = (0..=10_000).contains(&count).then_some(count)?;
    match unit {
        'm' | '分' => Some(Span::minutes(count)),
        'h' | '时' => Some(Span::hours(count)),
        'd' | '天' => Some(Span::days(count)),
        _no_unit => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Due;

    fn seen() -> Seen<'static> {
        Seen {
            buyer: "张三",
            said: "收到全碎了",
            mood: Mood::Angry,
            platform: Platform::Jd,
            issue: "damage",
            due: Some(Due { at: Stamp::from_millis(3_600_000), kind: DueKind::Promise }),
            waiting: true,
            snoozed: false,
            waits_for: Some(Department::Finance),
            breaches: 1,
        }
    }

    fn holds(text: &str) -> bool {
        Filter::parse(text).unwrap().wants(&seen(), Stamp::from_millis(0))
    }

    #[test]
    fn every_condition_can_hold_and_fail() {
        for (yes, no) in [
            ("mood>=生气", "mood>=abusive"),
            ("情绪=angry", "mood=calm"),
            ("mood<=angry", "mood<失望"),
            ("platform=jd", "平台：taobao"),
            ("issue=damage", "issue=refund"),
            ("due=promise", "due=answer"),
            ("due<2h", "due<30m"),
            ("waiting", "snoozed"),
            ("awake", "overdue"),
            ("waits=finance", "waits=courier"),
            ("broken", "again"),
            ("全碎", "发票"),
            ("张三 task", "张三 again"),
            ("", "mood=calm 张三"),
        ] {
            assert!(holds(yes), "{yes}");
            assert!(!holds(no), "{no}");
        }
    }

    #[test]
    fn what_is_not_understood_is_pointed_at() {
        let wrong = Filter::parse("张三  moood>=angry").unwrap_err();
        assert_eq!((wrong.at, wrong.word.as_str()), (5, "moood>=angry"));
        let wrong = Filter::parse("mood=hot").unwrap_err();
        assert!(wrong.known.contains(&"angry"));
        assert!(Filter::parse("due<x").is_err() && Filter::parse("due<99999999999d").is_err());
    }

    #[test]
    fn a_filter_reads_as_it_was_typed() {
        assert_eq!(Filter::parse("  waiting   张三 ").unwrap().as_str(), "waiting 张三");
        assert!(Filter::parse(" ").unwrap().is_empty());
    }
}
