//! Every name and function a condition may use besides the facts, with its type. What they come to
//! in a case is the scope's matter.

use crate::domain::{Lang, Mood, Platform, Verdict, Wish};
use crate::standard::calculate::{self, Kind, Parameter};

/// Functions of one name in quotes; each is true or false.
pub(crate) const ASKED: [&str; 9] =
    ["known", "confirmed", "disputed", "done", "sent", "seen", "exhibit", "paid_for", "looked_at"];

/// Those of the first language, which no fact may be called.
pub(crate) const FIRST_ASKED: [&str; 7] =
    ["known", "confirmed", "disputed", "done", "sent", "seen", "exhibit"];

/// The type a name has in conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameType {
    Bool,
    Int,
    Text,
    Date,
    Mood,
    Platform,
    BuyerType,
    Lang,
    Tone,
    Verdict,
    Wish,
    Approval,
    Says,
    FollowUp,
}

/// Names every condition may use besides the facts.
pub(crate) const NAMES: [(&str, NameType); 44] = [
    ("mood", NameType::Mood),
    ("hot", NameType::Bool),
    ("unhappy", NameType::Bool),
    ("platform", NameType::Platform),
    ("buyer_type", NameType::BuyerType),
    ("buyer_messages", NameType::Int),
    ("buyer_to_act", NameType::Bool),
    ("replies_sent", NameType::Int),
    ("waiting", NameType::Bool),
    ("open_promises", NameType::Int),
    ("broken_promises", NameType::Int),
    ("has_order", NameType::Bool),
    ("order_amount", NameType::Int),
    ("earlier_cases", NameType::Int),
    ("hours_open", NameType::Int),
    ("hours_waiting", NameType::Int),
    ("visits", NameType::Int),
    ("today", NameType::Date),
    ("lang", NameType::Lang),
    ("tone", NameType::Tone),
    ("shop", NameType::Text),
    ("verdict", NameType::Verdict),
    ("buyer_wish", NameType::Wish),
    ("wish_amount", NameType::Int),
    ("options_feasible", NameType::Int),
    ("options_offered", NameType::Bool),
    ("agreed", NameType::Bool),
    ("settlement_said", NameType::Bool),
    ("offered_sum", NameType::Int),
    ("approval", NameType::Approval),
    ("approved_amount", NameType::Int),
    ("paid_sum", NameType::Int),
    ("return_checked", NameType::Bool),
    ("own_faults_seen", NameType::Bool),
    ("points_said", NameType::Bool),
    ("points_answered", NameType::Bool),
    ("band_known", NameType::Bool),
    ("deeds_done", NameType::Int),
    ("open_tasks", NameType::Int),
    ("late_tasks", NameType::Int),
    ("buyer_says", NameType::Says),
    ("cause_set", NameType::Bool),
    ("lesson_noted", NameType::Bool),
    ("follow_up", NameType::FollowUp),
];

/// The names of the first language, which no fact may have. A fact may have one of the others, and
/// goes before it: playbooks in use may have declared it before it was a name.
pub(crate) const FIRST_NAMES: [&str; 11] = [
    "mood",
    "hot",
    "platform",
    "buyer_messages",
    "replies_sent",
    "waiting",
    "open_promises",
    "broken_promises",
    "has_order",
    "visits",
    "today",
];

/// The sorts of buyers a condition or an overlay may name.
pub(crate) const BUYER_TYPES: [&str; 9] = [
    "emotional",
    "justice",
    "stubborn",
    "prepared",
    "influential",
    "repeat",
    "vip",
    "suspect",
    "novice",
];

/// The tones a shop may have, the one of a reply's own text first.
pub(crate) const TONES: [&str; 3] = ["warm", "polite", "plain"];

/// What the buyer can have said to how it was settled.
pub(crate) const SAYS: [&str; 2] = ["satisfied", "unsatisfied"];

/// What can have become of asking the buyer again.
pub(crate) const FOLLOW_UPS: [&str; 4] = ["none", "planned", "skipped", "done"];

/// The texts the desk makes itself; a condition may ask whether one was sent, a test may send one.
pub const OWN_REPLIES: [&str; 4] =
    ["desk.restate", "desk.options", "desk.offer", "desk.settlement"];

/// What can have become of a request for more than one's own limit.
pub(crate) const APPROVALS: [&str; 4] = ["none", "waiting", "granted", "refused"];

impl NameType {
    /// The texts such a name may be; empty for any.
    pub(crate) fn values(self) -> Vec<&'static str> {
        match self {
            Self::Bool | Self::Int | Self::Text | Self::Date => Vec::new(),
            Self::Mood => Mood::ALL.map(Mood::name).to_vec(),
            Self::Platform => Platform::ALL.map(Platform::name).to_vec(),
            Self::BuyerType => BUYER_TYPES.to_vec(),
            Self::Lang => vec![Lang::Zh.code(), Lang::En.code()],
            Self::Tone => TONES.to_vec(),
            Self::Verdict => Verdict::ALL.iter().map(|one| one.name()).collect(),
            Self::Wish => Wish::ALL.iter().map(|one| one.name()).collect(),
            Self::Approval => APPROVALS.to_vec(),
            Self::Says => SAYS.to_vec(),
            Self::FollowUp => FOLLOW_UPS.to_vec(),
        }
    }
}

/// What a function takes and gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Function {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it wants, in order.
    pub(crate) wants: Wants,
    /// What it gives.
    pub(crate) gives: Kind,
}

/// What a function wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wants {
    /// Exactly these.
    Each(&'static [Parameter]),
    /// A number and a list of conditions: so many of them.
    Some,
}

const fn parameter(name: &'static str, kind: Kind) -> Parameter {
    Parameter { name, kind, one_of: &[] }
}

/// Two numbers to choose from.
const PAIR: &[Parameter] = &[parameter("a", Kind::Int), parameter("b", Kind::Int)];

/// Functions of the language itself; the calculators come on top.
const OWN: [Function; 6] = [
    Function { name: "at_least", wants: Wants::Some, gives: Kind::Bool },
    Function {
        name: "days_since",
        wants: Wants::Each(&[parameter("date", Kind::Date)]),
        gives: Kind::Int,
    },
    Function {
        name: "days_between",
        wants: Wants::Each(&[parameter("from", Kind::Date), parameter("to", Kind::Date)]),
        gives: Kind::Int,
    },
    Function { name: "yuan", wants: Wants::Each(&[parameter("20", Kind::Int)]), gives: Kind::Fen },
    Function { name: "min", wants: Wants::Each(PAIR), gives: Kind::Int },
    Function { name: "max", wants: Wants::Each(PAIR), gives: Kind::Int },
];

/// Every function with arguments that are worked out.
pub(crate) fn functions() -> impl Iterator<Item = Function> {
    OWN.into_iter().chain(calculate::FUNCTIONS.iter().map(|function| Function {
        name: function.name,
        wants: Wants::Each(function.parameters),
        gives: function.result,
    }))
}

/// The function of that name.
pub(crate) fn function(name: &str) -> Option<Function> {
    functions().find(|function| function.name == name)
}

impl Function {
    /// How it is called: `days_between(from, to)`.
    pub(crate) fn sample(self) -> String {
        match self.wants {
            Wants::Some => format!("{}(2, [a, b, c])", self.name),
            Wants::Each(parameters) => {
                let names: Vec<&str> = parameters.iter().map(|one| one.name).collect();
                format!("{}({})", self.name, names.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn nothing_has_two_meanings() {
        let names = NAMES.iter().map(|(name, _)| *name).chain(ASKED);
        let all: Vec<&str> = names.chain(functions().map(|function| function.name)).collect();
        let unique: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(unique.len(), all.len());
    }

    #[test]
    fn a_function_shows_how_it_is_called() {
        assert_eq!(function("days_between").unwrap().sample(), "days_between(from, to)");
        assert_eq!(function("at_least").unwrap().sample(), "at_least(2, [a, b, c])");
        assert!(function("fraud_3x").is_some());
        assert!(function("fraud_4x").is_none());
    }
}
