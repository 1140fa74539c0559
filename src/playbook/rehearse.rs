//! `[[test]]` as written to a test that can be run.

use super::book::{Act, Deed, Expectation, Playbook, Rehearsal, Setting, ToolDeed, WrongTool};
use super::diagnostic::Place;
use super::due::DueRule;
use super::fact_type::typed;
use super::route::Next;
use super::schema::{RawAct, RawDeed, RawExpect, RawSetting, RawTest, RawValue};
use super::source::Source;
use super::spot::{At, Spot, line_column};
use crate::domain::{
    CheckId, CloseResult, EndingId, ExhibitKind, FactId, FactKind, FactStatus, FactValue, Fen,
    Issue, Lang, Mood, Platform, PlaybookId, ReplyId, Stamp, StepId, TimerId,
};

/// Builds a test. What it names and the playbook does not have stays as it is written, so that the
/// runner meets it as a person would: by a refusal.
pub(crate) fn rehearsal(test: &RawTest, book: &Playbook, sources: &[Source]) -> Rehearsal {
    let acts = test.acts.iter().filter_map(|raw| act(raw, book, sources));
    Rehearsal {
        name: test.name.value.clone(),
        place: place(&test.name.spot, sources),
        setting: setting(&test.case),
        at: test.at.as_ref().and_then(|at| Stamp::parse(at.as_str()).ok()),
        acts: acts.collect(),
        expect: expect(&test.expect, book),
    }
}

fn place(spot: &Spot, sources: &[Source]) -> Place {
    let (file, text) =
        sources.get(spot.file).map_or(("", ""), |source| (source.name.as_str(), &*source.text));
    let (line, column) = line_column(text, spot.span.start);
    Place { file: file.to_owned(), line, column, span: spot.span.clone() }
}

fn setting(case: &RawSetting) -> Setting {
    let text = |text: &Option<At<String>>| text.as_ref().map(|text| text.value.clone());
    let amount = case.order_amount.as_ref().and_then(|amount| fen(&amount.value));
    let earlier = case.earlier_cases.as_ref().and_then(|n| u32::try_from(n.value).ok());
    Setting {
        platform: case.platform.as_ref().and_then(|p| Platform::from_name(p.as_str())),
        mood: case.mood.as_ref().and_then(|mood| Mood::from_name(mood.as_str())),
        buyer_type: text(&case.buyer_type),
        issue: text(&case.issue).map(Issue::new),
        order_amount: amount,
        earlier_cases: earlier.unwrap_or_default(),
        lang: case.lang.as_ref().and_then(|lang| Lang::from_locale(lang.as_str())),
        shop: text(&case.shop),
        tone: text(&case.tone),
    }
}

/// Money as a fact of that type takes it: whole fen, or yuan in quotes.
pub(crate) fn fen(value: &RawValue) -> Option<Fen> {
    match typed(FactKind::Money, value) {
        Some(FactValue::Money(fen)) => Some(fen),
        Some(_) | None => None,
    }
}

fn act(act: &RawAct, book: &Playbook, sources: &[Source]) -> Option<Act> {
    let texts = |texts: &Vec<At<String>>| texts.iter().map(|text| text.value.clone()).collect();
    Some(Act {
        deed: deed(&act.deed, book)?,
        refused: act.refused.as_ref().map(|code| code.value.clone()),
        missing: act.missing.as_ref().map(texts),
        place: place(&act.spot, sources),
    })
}

fn deed(deed: &RawDeed, book: &Playbook) -> Option<Deed> {
    Some(match deed {
        RawDeed::Say(text) => Deed::Say(text.value.clone()),
        RawDeed::Record { fact, value, status } => Deed::Record {
            value: fact_value(fact, &value.value, book)?,
            fact: FactId::new(fact.value.clone()),
            status: match status {
                Some(status) => FactStatus::from_name(status.as_str())?,
                None => FactStatus::Confirmed,
            },
        },
        RawDeed::Tick(id) => Deed::Tick(CheckId::new(id.value.clone())),
        RawDeed::Exhibit(kind) => Deed::Exhibit(ExhibitKind::new(kind.value.clone())),
        RawDeed::Send(id) => Deed::Send(ReplyId::new(id.value.clone())),
        RawDeed::Mood(mood) => Deed::Mood(Mood::from_name(mood.as_str())?),
        RawDeed::BuyerType(name) => Deed::BuyerType(name.value.clone()),
        RawDeed::Advance => Deed::Advance,
        RawDeed::Back => Deed::Back,
        RawDeed::Calm => Deed::Calm,
        RawDeed::Skip => Deed::Skip,
        RawDeed::Enter(id) => Deed::Enter(StepId::new(id.value.clone())),
        RawDeed::Keep(no) => Deed::Keep(u32::try_from(no.value).ok()?),
        RawDeed::Wait(rule) => Deed::Wait(DueRule::parse(rule.as_str())?),
        RawDeed::Pass => Deed::Pass,
        RawDeed::To(name) => Deed::To(next(name.as_str(), book)),
        RawDeed::Close(result) => Deed::Close(CloseResult::from_name(result.as_str())?),
        RawDeed::Tool { key, with } => Deed::Tool(tool(key, with).ok()?),
        RawDeed::Expect(raw) => Deed::Expect(expect(raw, book)),
    })
}

/// What is done with a tool of the desk, or what is wrong with it.
pub(crate) fn tool(
    key: &'static str,
    with: &[(&'static str, At<RawValue>)],
) -> Result<ToolDeed, WrongTool> {
    ToolDeed::read(key, &|name| {
        with.iter().find(|(known, _)| *known == name).map(|(_, value)| value.value.clone())
    })
}

/// A value for a fact; for one the playbook does not have, as its own TOML type says.
fn fact_value(fact: &At<String>, value: &RawValue, book: &Playbook) -> Option<FactValue> {
    if let Some(declared) = book.fact(&FactId::from(fact.as_str())) {
        return typed(declared.kind, value);
    }
    match value {
        RawValue::Bool(yes) => Some(FactValue::Bool(*yes)),
        RawValue::Int(number) => Some(FactValue::Number(*number)),
        RawValue::Text(text) => Some(FactValue::Text(text.clone())),
        RawValue::List(list) => Some(FactValue::List(list.clone())),
        RawValue::Other(_) => None,
    }
}

fn next(name: &str, book: &Playbook) -> Next {
    if name == super::merge::END {
        return Next::End;
    }
    let ending = EndingId::from(name);
    if book.ending(&ending).is_some() { Next::Ending(ending) } else { Next::Step(name.into()) }
}

fn expect(expect: &RawExpect, book: &Playbook) -> Expectation {
    let replies = |names: &[At<String>]| -> Vec<ReplyId> {
        names.iter().map(|name| ReplyId::new(name.value.clone())).collect()
    };
    let steps = |names: &Vec<At<String>>| -> Vec<StepId> {
        names.iter().map(|name| StepId::new(name.value.clone())).collect()
    };
    let timers = |names: &Vec<At<String>>| -> Vec<TimerId> {
        names.iter().map(|name| TimerId::new(name.value.clone())).collect()
    };
    let texts = |names: &Vec<At<String>>| names.iter().map(|name| name.value.clone()).collect();
    let facts = expect.facts.iter().filter_map(|(fact, value)| {
        Some((FactId::new(fact.value.clone()), fact_value(fact, &value.value, book)?))
    });
    Expectation {
        path: expect.path.as_ref().map(steps),
        at: expect.at.as_ref().map(|at| StepId::new(at.value.clone())),
        ending: expect.ending.as_ref().map(|ending| next(ending.as_str(), book)),
        suggests: replies(&expect.suggests),
        hides: replies(&expect.hides),
        missing: expect.missing.as_ref().map(texts),
        facts: facts.collect(),
        timers: expect.timers.as_ref().map(timers),
        promises: expect.promises.as_ref().and_then(|n| usize::try_from(n.value).ok()),
        playbook: expect.playbook.as_ref().map(|id| PlaybookId::new(id.value.clone())),
    }
}
