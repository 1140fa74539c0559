//! Ids: their form, and that each is given once; what steps refer to.

use super::super::diagnostic::{Code, Problem, Thing};
use super::super::due::DueRule;
use super::super::merge::{END, Merged, twice};
use super::super::schema::RawStep;
use super::super::spot::At;
use crate::domain::{CaseState, Platform};
use std::collections::BTreeSet;

pub(super) fn check(merged: &Merged, out: &mut Vec<Problem>) {
    let book = &merged.book;
    if let Some(id) = &book.id {
        kebab(Thing::Playbook, id, out);
    }
    for platform in &book.platforms {
        if Platform::from_name(platform.as_str()).is_none() {
            let known = Platform::ALL.map(Platform::name);
            unknown(Thing::Platform, platform, known, out);
        }
    }
    let facts: Vec<&str> = book.facts.iter().map(|fact| fact.id.as_str()).collect();
    for step in merged.steps() {
        kebab(Thing::Step, &step.id, out);
        references(step, &facts, out);
        let mut seen = BTreeSet::new();
        for check in &step.checks {
            kebab(Thing::Check, &check.id, out);
            if !seen.insert(check.id.as_str()) {
                out.push(twice(Thing::Check, &check.id));
            }
        }
    }
}

fn references(step: &RawStep, facts: &[&str], out: &mut Vec<Problem>) {
    let asks: Vec<&str> = step.asks.iter().flatten().map(At::as_str).collect();
    for name in step.asks.iter().flatten() {
        if !facts.contains(&name.as_str()) {
            unknown(Thing::Fact, name, facts.iter().copied(), out);
        }
    }
    for name in step.requires.iter().flatten() {
        if !facts.contains(&name.as_str()) {
            unknown(Thing::Fact, name, facts.iter().copied(), out);
        } else if !asks.contains(&name.as_str()) {
            let code = Code::RequiredNotAsked { fact: name.value.clone() };
            out.push(Problem { spot: name.spot.clone(), code });
        }
    }
    if let Some(timer) = &step.timer {
        kebab(Thing::Timer, &timer.id, out);
        // The desk's own clock of that name would be stopped by leaving the step.
        if timer.id.as_str() == CaseState::ANSWER_TIMER {
            bad(Thing::Timer, &timer.id, out);
        }
        due(&timer.due, out);
    }
}

pub(super) fn due(rule: &At<String>, out: &mut Vec<Problem>) {
    if DueRule::parse(rule.as_str()).is_none() {
        let code = Code::BadDue { text: rule.value.clone() };
        out.push(Problem { spot: rule.spot.clone(), code });
    }
}

/// `ask-waybill`: lower-case letters, digits, single hyphens inside.
pub(super) fn kebab(thing: Thing, id: &At<String>, out: &mut Vec<Problem>) {
    let text = id.as_str();
    let good = text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.ends_with('-')
        && !text.contains("--")
        && text != END;
    if !good {
        bad(thing, id, out);
    }
}

pub(super) fn bad(thing: Thing, id: &At<String>, out: &mut Vec<Problem>) {
    let code = Code::BadId { thing, id: id.value.clone() };
    out.push(Problem { spot: id.spot.clone(), code });
}

pub(super) fn unknown<'a>(
    thing: Thing,
    name: &At<String>,
    known: impl IntoIterator<Item = &'a str>,
    out: &mut Vec<Problem>,
) {
    let code = Code::unknown(thing, name.as_str(), known);
    out.push(Problem { spot: name.spot.clone(), code });
}
