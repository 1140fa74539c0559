//! Ids: their form, and that each is given once.

use super::super::diagnostic::{Code, Problem, Thing};
use super::super::due::DueRule;
use super::super::merge::{END, Merged, twice};
use super::super::spot::At;
use crate::domain::{CaseState, Platform};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(merged: &Merged, out: &mut Vec<Problem>) {
    let book = &merged.book;
    if let Some(id) = &book.id {
        kebab(Thing::Playbook, id, out);
    }
    for platform in &book.platforms {
        if Platform::from_name(platform.as_str()).is_none() {
            unknown(Thing::Platform, platform, Platform::ALL.map(Platform::name), out);
        }
    }
    one_space(merged, out);
    for step in merged.steps() {
        if step.within.is_none() {
            kebab(Thing::Step, &step.id, out);
        }
        let mut seen = BTreeSet::new();
        for check in &step.checks {
            kebab(Thing::Check, &check.id, out);
            if !seen.insert(check.id.as_str()) {
                out.push(twice(Thing::Check, &check.id));
            }
        }
    }
    for timer in &book.timers {
        timer_id(&timer.id, out);
        // A clock of the case goes on over steps; one of the same name would stop it.
        let mut of_steps = merged.steps().filter_map(|step| step.timer.as_ref());
        if let Some(twin) = of_steps.find(|of_step| of_step.id.value == timer.id.value) {
            // The file at hand is told, whichever of the two it brought.
            let ours = timer.id.spot.file == book.spot.file;
            out.push(twice(Thing::Timer, if ours { &timer.id } else { &twin.id }));
        }
    }
}

/// A `goto` names a step, a group or an ending: no two may have one name.
fn one_space(merged: &Merged, out: &mut Vec<Problem>) {
    let steps = merged.steps().map(|step| (Thing::Step, &step.id));
    let groups = merged.book.groups.iter().map(|group| (Thing::Group, &group.id));
    let endings = merged.book.endings.iter().map(|ending| (Thing::Ending, &ending.id));
    let mut taken: BTreeMap<&str, Thing> = BTreeMap::new();
    for (thing, id) in steps.chain(groups).chain(endings) {
        let put_in = id.as_str().contains('/');
        if thing != Thing::Step && !put_in {
            kebab(thing, id, out);
        }
        if let Some(by) = taken.insert(id.as_str(), thing).filter(|by| *by != thing) {
            let code = Code::NameTaken { thing, id: id.value.clone(), by };
            out.push(Problem { spot: id.spot.clone(), code });
        }
    }
}

pub(super) fn timer_id(id: &At<String>, out: &mut Vec<Problem>) {
    kebab(Thing::Timer, id, out);
    // The desk's own clock of that name would be stopped by leaving the step.
    if id.as_str() == CaseState::ANSWER_TIMER {
        bad(Thing::Timer, id, out);
    }
}

pub(super) fn due(rule: &At<String>, out: &mut Vec<Problem>) {
    due_text(rule.as_str(), rule, out);
}

/// As [`due`], for a rule that is only a part of what is written.
pub(super) fn due_text(rule: &str, written: &At<String>, out: &mut Vec<Problem>) {
    if DueRule::parse(rule).is_none() {
        let code = Code::BadDue { text: rule.to_owned() };
        out.push(Problem { spot: written.spot.clone(), code });
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

/// Tells of a name that is none of `known`.
pub(super) fn one_of<'a>(
    thing: Thing,
    name: &At<String>,
    known: impl IntoIterator<Item = &'a str> + Clone,
    out: &mut Vec<Problem>,
) {
    if !known.clone().into_iter().any(|known| known == name.as_str()) {
        unknown(thing, name, known, out);
    }
}
