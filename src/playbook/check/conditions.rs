//! Conditions: syntax, names, types, and what they say of steps, checks, replies and facts.

use super::super::condition::formula::{FaultKind, program};
use super::super::condition::names::{NameType, OWN_REPLIES};
use super::super::condition::typing::{
    Findings, Mention, Slip, ValueOf, Vocabulary, Wanted, examine,
};
use super::super::diagnostic::{Code, Problem, Thing};
use super::super::merge::Merged;
use super::super::schema::{RawBook, RawStep};
use super::super::spot::At;
use super::{Subject, text_of};
use crate::domain::{FactKind, PaidWhat, ReturnCheck};
use std::ops::Range;

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Problem>) {
    let facts = &subject.flat.book.facts;
    let vocabulary = facts.iter().map(|fact| {
        let values = fact.values.iter().map(|choice| choice.id.value.clone()).collect();
        (fact.id.value.clone(), fact.kind.value, values)
    });
    let vocabulary = Vocabulary { facts: vocabulary.collect() };
    // Called steps are looked at in their own file.
    let conditions = of_case(&subject.merged.book).chain(
        subject.merged.steps().flat_map(of_step).map(|condition| (condition, FactKind::Bool)),
    );
    let ours = conditions.filter(|(condition, _)| subject.scope.covers(&condition.spot));
    for (condition, kind) in ours {
        let declared = facts.iter().find(|fact| fact.compute.as_ref() == Some(condition));
        let values: Vec<String> = declared
            .map(|fact| fact.values.iter().map(|choice| choice.id.value.clone()).collect())
            .unwrap_or_default();
        let wanted = Wanted { kind, values: &values };
        let source = text_of(subject.sources, condition.spot.file);
        one(condition, wanted, source, subject.flat, &vocabulary, out);
    }
}

/// Expressions of facts, and conditions of clocks and overlays, with what each must come to.
fn of_case(book: &RawBook) -> impl Iterator<Item = (&At<String>, FactKind)> {
    let computed =
        book.facts.iter().filter_map(|fact| Some((fact.compute.as_ref()?, fact.kind.value)));
    let timers = book
        .timers
        .iter()
        .flat_map(|timer| [&timer.start, &timer.stop, &timer.pause].into_iter().flatten());
    let overlays = book.overlays.iter().flat_map(|overlay| &overlay.steps).flat_map(|step| {
        let needs = step.needs.iter().map(|need| &need.when);
        let replies = step.replies.iter().filter_map(|reply| reply.when.as_ref());
        let pause = step.timer.iter().filter_map(|timer| timer.pause.as_ref());
        let checks = step.checks.iter().filter_map(|check| check.holds.as_ref());
        needs.chain(replies).chain(pause).chain(checks)
    });
    computed.chain(timers.chain(overlays).map(|condition| (condition, FactKind::Bool)))
}

pub(super) fn of_step(step: &RawStep) -> impl Iterator<Item = &At<String>> {
    let needs = step.needs.iter().flatten().map(|need| &need.when);
    let ways = step.next.iter().flatten().filter_map(|branch| branch.when.as_ref());
    let replies = step.replies.iter().filter_map(|reply| reply.when.as_ref());
    let repeat = step.repeat.iter().map(|repeat| &repeat.until);
    let ladder = step.ladder.iter().filter_map(|ladder| ladder.still.as_ref());
    let pause = step.timer.iter().filter_map(|timer| timer.pause.as_ref());
    let checks = step.checks.iter().filter_map(|check| check.holds.as_ref());
    let all = step.when.iter().chain(needs).chain(ways).chain(repeat);
    all.chain(ladder).chain(pause).chain(replies).chain(checks)
}

fn one(
    condition: &At<String>,
    wanted: Wanted<'_>,
    source: &str,
    merged: &Merged,
    vocabulary: &Vocabulary,
    out: &mut Vec<Problem>,
) {
    let mut tell = |at: &Range<usize>, code: Code| {
        let at = at.start.min(condition.value.len())..at.end.min(condition.value.len());
        let whole = at == (0..condition.value.len());
        let spot = if whole { condition.spot.clone() } else { condition.inner(source, &at) };
        out.push(Problem { spot, code });
    };
    match program(condition.as_str()) {
        Ok(program) => {
            let Findings { slips, mentions } = examine(&program, vocabulary, wanted);
            for (at, slip) in slips {
                tell(&at, code(slip));
            }
            for mention in mentions {
                if let Some(code) = unknown_mention(&mention, merged) {
                    tell(&mention.at, code);
                }
            }
        }
        Err(fault) => {
            let code = match fault.kind {
                FaultKind::Unexpected(found) => Code::ConditionSyntax { found: Some(found) },
                FaultKind::EndsEarly => Code::ConditionSyntax { found: None },
                FaultKind::TooBig => Code::ConditionTooBig,
            };
            tell(&fault.at, code);
        }
    }
}

fn code(slip: Slip) -> Code {
    match slip {
        Slip::Name { name, near } => Code::ConditionName { name, near },
        Slip::Function { name, near } => Code::ConditionFunction { name, near },
        Slip::Argument { function } => Code::ConditionArgument { function },
        Slip::Value { of, value, known } => {
            let thing = match of {
                ValueOf::Name(NameType::Mood) => Thing::Mood,
                ValueOf::Name(NameType::Platform) => Thing::Platform,
                ValueOf::Name(NameType::BuyerType) => Thing::BuyerType,
                ValueOf::Name(NameType::Lang) => Thing::Language,
                ValueOf::Name(NameType::Tone) => Thing::Tone,
                ValueOf::Fact
                | ValueOf::Argument
                | ValueOf::Name(
                    NameType::Bool
                    | NameType::Int
                    | NameType::Text
                    | NameType::Date
                    | NameType::Verdict
                    | NameType::Wish
                    | NameType::Approval
                    | NameType::Says
                    | NameType::FollowUp,
                ) => Thing::Value,
            };
            Code::unknown(thing, &value, known.iter().map(String::as_str))
        }
        Slip::Operands { operator, found } => Code::ConditionOperands { operator, found },
        Slip::Arguments { sample, found } => Code::ConditionArguments { sample, found },
        Slip::Fraction { operator } => Code::ConditionFraction { operator },
        Slip::Ways { found } => Code::ConditionWays { found },
        Slip::Result { wanted: "bool", found } => Code::ConditionNotBool { found },
        Slip::Result { wanted, found } => Code::ComputeResult { wanted, found },
    }
}

/// What a function asks after must be there; steps left out still count as known.
fn unknown_mention(mention: &Mention, merged: &Merged) -> Option<Code> {
    let steps = &merged.book.steps;
    let (thing, known): (Thing, Vec<String>) = match mention.function.as_str() {
        "known" | "confirmed" | "disputed" => {
            (Thing::Fact, merged.book.facts.iter().map(|fact| fact.id.value.clone()).collect())
        }
        // The kinds of exhibits stand on a shelf of their own.
        "exhibit" => return None,
        "looked_at" => {
            let pieces = ReturnCheck::PIECES.into_iter();
            let values = pieces.flat_map(|piece| {
                ReturnCheck::names(piece).into_iter().map(move |value| format!("{piece}={value}"))
            });
            (Thing::Value, values.collect())
        }
        "paid_for" => {
            (Thing::Value, PaidWhat::ALL.iter().map(|what| what.name().to_owned()).collect())
        }
        "seen" => (Thing::Step, steps.iter().map(|step| step.id.value.clone()).collect()),
        "sent" => {
            let overlays = merged.book.overlays.iter().flat_map(|overlay| &overlay.steps);
            let added = overlays.flat_map(|step| &step.replies);
            let replies = steps.iter().flat_map(|step| &step.replies).chain(added);
            let own = OWN_REPLIES.into_iter().map(str::to_owned);
            (Thing::Reply, replies.map(|reply| reply.id.value.clone()).chain(own).collect())
        }
        _done => {
            let checks = steps.iter().flat_map(|step| {
                step.checks.iter().map(|check| format!("{}/{}", step.id.value, check.id.value))
            });
            let overlays = merged.book.overlays.iter().flat_map(|overlay| &overlay.steps);
            let added = overlays.flat_map(|step| {
                step.checks.iter().map(|check| format!("{}/{}", step.id.value, check.id.value))
            });
            (Thing::Check, checks.chain(added).collect())
        }
    };
    if known.contains(&mention.name) {
        return None;
    }
    Some(Code::unknown(thing, &mention.name, known.iter().map(String::as_str)))
}
