//! One word for each thing of the domain.

use crate::app::ClockName;
use crate::domain::{
    Aggravator, Author, BuyerType, Cause, CloseResult, Department, DueKind, ExhibitKind,
    FactStatus, FactValue, FollowUpResult, Issue, Lang, Mood, Platform,
};
use crate::i18n::{Strings, fill};
use crate::playbook::FactDecl;
use crate::standard::Evidence;

/// How a buyer feels.
#[must_use]
pub fn mood(strings: &Strings, mood: Mood) -> &str {
    let names = &strings.mood;
    match mood {
        Mood::Calm => names.calm,
        Mood::Uneasy => names.uneasy,
        Mood::Disappointed => names.disappointed,
        Mood::Angry => names.angry,
        Mood::Abusive => names.abusive,
    }
}

/// What kind of buyer it is.
#[must_use]
pub fn buyer_type(strings: &Strings, kind: BuyerType) -> &str {
    strings.buyer_type.get(kind.name()).map_or_else(|| kind.name(), |words| words.title)
}

/// A kind of exhibit; its id where nobody knows it.
#[must_use]
pub fn exhibit<'a>(evidence: Option<&'a Evidence>, lang: Lang, kind: &'a ExhibitKind) -> &'a str {
    let known = evidence.and_then(|evidence| evidence.kind(kind.as_str()));
    known.map_or(kind.as_str(), |known| known.title.get(lang))
}

/// Kinds of exhibits of which one is wanted.
#[must_use]
pub fn wanted(
    strings: &Strings,
    evidence: Option<&Evidence>,
    lang: Lang,
    any: &[ExhibitKind],
) -> String {
    let names: Vec<&str> = any.iter().map(|kind| exhibit(evidence, lang, kind)).collect();
    names.join(strings.exhibits.or)
}

/// What is due.
#[must_use]
pub fn due_kind(strings: &Strings, kind: DueKind) -> &str {
    strings.due_kind.get(kind.name()).unwrap_or_else(|| kind.name())
}

/// What is to be done by a due date.
#[must_use]
pub fn due_say(strings: &Strings, kind: DueKind) -> &str {
    strings.due_say.get(kind.name()).unwrap_or_else(|| kind.name())
}

/// Who does a task.
#[must_use]
pub fn department(strings: &Strings, who: Department) -> &str {
    strings.department.get(who.name()).unwrap_or_else(|| who.name())
}

/// Why it came to a complaint; a cause of the shop's own is shown by its second level.
#[must_use]
pub fn cause(strings: &Strings, cause: &Cause) -> String {
    if let Some(known) = strings.cause.get(cause.as_str()) {
        return known.to_owned();
    }
    let area = strings.cause.get(cause.area()).unwrap_or_else(|| cause.area());
    let kind = cause.as_str().split_once('/').map_or("", |(_, kind)| kind);
    format!("{area} · {kind}")
}

/// The first level of a cause.
#[must_use]
pub fn cause_area<'a>(strings: &'a Strings, cause: &'a Cause) -> &'a str {
    strings.cause.get(cause.area()).unwrap_or_else(|| cause.area())
}

/// What made it worse.
#[must_use]
pub fn aggravator(strings: &Strings, one: Aggravator) -> &str {
    strings.aggravator.get(one.name()).unwrap_or_else(|| one.name())
}

/// What asking the buyer again came to.
#[must_use]
pub fn follow_result(strings: &Strings, result: FollowUpResult) -> &str {
    strings.follow_result.get(result.name()).unwrap_or_else(|| result.name())
}

/// A market.
#[must_use]
pub fn platform(strings: &Strings, platform: Platform) -> &str {
    let names = &strings.platform;
    match platform {
        Platform::Taobao => names.taobao,
        Platform::Tmall => names.tmall,
        Platform::Jd => names.jd,
        Platform::Pinduoduo => names.pinduoduo,
        Platform::Douyin => names.douyin,
        Platform::Shop => names.shop,
    }
}

/// What a case is about; an issue of the shop's own is shown by its id.
#[must_use]
pub fn issue<'a>(strings: &'a Strings, issue: &'a Issue) -> &'a str {
    strings.issue.get(issue.as_str()).unwrap_or(issue.as_str())
}

/// Who says something.
#[must_use]
pub fn author(strings: &Strings, author: Author) -> &str {
    let names = &strings.author;
    match author {
        Author::Buyer => names.buyer,
        Author::Agent => names.agent,
        Author::Platform => names.platform,
        Author::System => names.system,
        Author::Note => names.note,
    }
}

/// How sure a fact is.
#[must_use]
pub fn status(strings: &Strings, status: FactStatus) -> &str {
    let names = &strings.fact_status;
    match status {
        FactStatus::Claimed => names.claimed,
        FactStatus::Confirmed => names.confirmed,
        FactStatus::Disputed => names.disputed,
    }
}

/// How a case ended.
#[must_use]
pub fn result(strings: &Strings, result: CloseResult) -> &str {
    let names = &strings.close_result;
    match result {
        CloseResult::Settled => names.settled,
        CloseResult::Unanswered => names.unanswered,
        CloseResult::Ruled => names.ruled,
        CloseResult::Refused => names.refused,
        CloseResult::Void => names.void,
    }
}

/// A fact's value as a person reads it; an enum's id where the playbook does not know it.
#[must_use]
pub fn value(
    strings: &Strings,
    lang: Lang,
    declared: Option<&FactDecl>,
    value: &FactValue,
) -> String {
    let form = &strings.fact_form;
    match value {
        FactValue::Bool(true) => form.yes.to_owned(),
        FactValue::Bool(false) => form.no.to_owned(),
        FactValue::Enum(id) => {
            let known = declared.and_then(|fact| fact.values.iter().find(|v| v.id == *id));
            known.map_or_else(|| id.clone(), |known| known.text.get(lang).to_owned())
        }
        FactValue::Money(fen) => format!("¥{fen}"),
        FactValue::Text(_) | FactValue::Number(_) | FactValue::Date(_) | FactValue::List(_) => {
            value.to_string()
        }
    }
}

/// What a clock is called; the one of the step one stands at goes by "this step".
#[must_use]
pub fn clock_name(strings: &Strings, name: &ClockName, here: Option<&str>) -> String {
    let texts = &strings.clocks;
    match name {
        ClockName::Answer => texts.answer.to_owned(),
        ClockName::Step(title) if here == Some(title) => texts.here.to_owned(),
        ClockName::Step(title) => fill(texts.step, &[("title", title)]),
        ClockName::Case(title) => title.clone(),
        ClockName::Escalation(to) => fill(texts.escalation, &[("to", to)]),
        ClockName::Other(id) => id.clone(),
    }
}
