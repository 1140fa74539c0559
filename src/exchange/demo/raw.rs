//! The demo file as it is written, and what is checked on the way into types.

use super::{DemoAct, DemoCase, DemoDeed, DemoMessage, DemoOrder, DemoTime};
use crate::domain::{
    Author, BuyerType, CheckId, CloseResult, ExhibitKind, FactId, FactStatus, FactValue, Fen,
    Issue, Mood, OrderNo, Platform, PlaybookId, ReplyId, StepId, Words,
};
use crate::playbook::ToolDeed;
use serde::Deserialize;

/// What is wrong with a demo file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DemoError {
    /// Not the format.
    #[error("{0}")]
    Format(#[from] toml::de::Error),
    /// A check is not written `step/check`.
    #[error("case '{case}': '{check}' is no check; write step/check")]
    Check {
        /// In which case.
        case: String,
        /// What stands there.
        check: String,
    },
    /// An amount is none.
    #[error("case '{case}': '{amount}' is no amount in yuan")]
    Amount {
        /// In which case.
        case: String,
        /// What stands there.
        amount: String,
    },
}

/// Reads a demo file.
///
/// # Errors
/// [`DemoError`] naming the case or the place.
pub fn read_demo(text: &str) -> Result<Vec<DemoCase>, DemoError> {
    let file: File = toml::from_str(text)?;
    file.case.into_iter().map(typed).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    key: String,
    platform: Platform,
    buyer: Words,
    order: Order,
    issue: Issue,
    playbook: PlaybookId,
    messages: Vec<Message>,
    #[serde(default)]
    script: Vec<Act>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Order {
    no: String,
    title: Words,
    amount: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Message {
    from: Author,
    at: DemoTime,
    zh: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case", deny_unknown_fields)]
enum Act {
    Reply {
        at: DemoTime,
        id: ReplyId,
    },
    Note {
        at: DemoTime,
        zh: String,
        en: String,
    },
    Record {
        at: DemoTime,
        fact: FactId,
        value: Value,
        status: FactStatus,
    },
    Check {
        at: DemoTime,
        check: String,
    },
    Exhibit {
        at: DemoTime,
        kind: ExhibitKind,
        zh: String,
        en: String,
    },
    Mood {
        at: DemoTime,
        mood: Mood,
    },
    BuyerType {
        at: DemoTime,
        buyer: BuyerType,
    },
    Enter {
        at: DemoTime,
        step: StepId,
    },
    Advance {
        at: DemoTime,
    },
    Promise {
        at: DemoTime,
        zh: String,
        en: String,
        due: DemoTime,
    },
    Tool {
        at: DemoTime,
        tool: String,
        what: String,
        #[serde(default)]
        quote: Option<Words>,
    },
    Keep {
        at: DemoTime,
    },
    Close {
        at: DemoTime,
        result: CloseResult,
        zh: String,
        en: String,
    },
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Value {
    Same(String),
    Own(Words),
}

fn typed(case: Case) -> Result<DemoCase, DemoError> {
    let Some(amount) = Fen::parse_yuan(&case.order.amount) else {
        return Err(DemoError::Amount { case: case.key, amount: case.order.amount });
    };
    let order = DemoOrder { no: OrderNo::new(&case.order.no), title: case.order.title, amount };
    let messages = case.messages.into_iter().map(|message| DemoMessage {
        author: message.from,
        at: message.at,
        text: Words::both(message.zh, message.en),
    });
    let script = case.script.into_iter().map(|act| deed(&case.key, act));
    Ok(DemoCase {
        platform: case.platform,
        buyer: case.buyer,
        order,
        issue: case.issue,
        playbook: case.playbook,
        messages: messages.collect(),
        script: script.collect::<Result<_, _>>()?,
        key: case.key,
    })
}

fn deed(case: &str, act: Act) -> Result<DemoAct, DemoError> {
    let (at, deed) = match act {
        Act::Reply { at, id } => (at, DemoDeed::Reply(id)),
        Act::Note { at, zh, en } => (at, DemoDeed::Note(Words::both(zh, en))),
        Act::Record { at, fact, value, status } => {
            let value = match value {
                Value::Same(value) => Words::both(value.clone(), value),
                Value::Own(words) => words,
            };
            (at, DemoDeed::Record { fact, value, status })
        }
        Act::Check { at, check } => {
            let Some((step, name)) = check.rsplit_once('/') else {
                return Err(DemoError::Check { case: case.to_owned(), check });
            };
            (at, DemoDeed::Check(StepId::new(step), CheckId::new(name)))
        }
        Act::Exhibit { at, kind, zh, en } => {
            (at, DemoDeed::Exhibit { kind, what: Words::both(zh, en) })
        }
        Act::Mood { at, mood } => (at, DemoDeed::Mood(mood)),
        Act::BuyerType { at, buyer } => (at, DemoDeed::BuyerType(buyer)),
        Act::Enter { at, step } => (at, DemoDeed::Enter(step)),
        Act::Advance { at } => (at, DemoDeed::Advance),
        Act::Promise { at, zh, en, due } => {
            (at, DemoDeed::Promise { what: Words::both(zh, en), due })
        }
        Act::Tool { at, tool, what, quote } => {
            let keys = ToolDeed::keys().iter().find(|(key, _)| *key == tool);
            let number = what.parse().map(FactValue::Number);
            let value = number.unwrap_or(FactValue::Text(what));
            let deed = keys.and_then(|(key, _)| {
                ToolDeed::of(key, |name| (name == tool).then(|| value.clone())).ok()
            });
            let Some(deed) = deed else {
                return Err(DemoError::Check { case: case.to_owned(), check: tool });
            };
            (at, DemoDeed::Tool { deed, quote: quote.unwrap_or_default() })
        }
        Act::Keep { at } => (at, DemoDeed::KeepAll),
        Act::Close { at, result, zh, en } => {
            (at, DemoDeed::Close { result, words: Words::both(zh, en) })
        }
    };
    Ok(DemoAct { at, deed })
}
