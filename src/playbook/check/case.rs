//! What a file says of the whole case: groups, endings, clocks.

use super::super::diagnostic::{Code, Problem, Thing};
use super::super::merge::Merged;
use super::super::schema::{RawFact, RawGroup, RawStep};
use super::super::spot::At;
use super::names::{due, one_of, unknown};
use crate::domain::{CloseResult, FactKind};

pub(super) fn check(merged: &Merged, out: &mut Vec<Problem>) {
    let steps: Vec<&RawStep> = merged.steps().collect();
    for group in &merged.book.groups {
        self::group(group, &steps, out);
    }
    let replies: Vec<&str> =
        steps.iter().flat_map(|step| &step.replies).map(|reply| reply.id.as_str()).collect();
    for ending in &merged.book.endings {
        one_of(Thing::Result, &ending.result, CloseResult::ALL.map(CloseResult::name), out);
        if let Some(reply) = &ending.reply {
            one_of(Thing::Reply, reply, replies.iter().copied(), out);
        }
    }
    for timer in &merged.book.timers {
        due(&timer.due, out);
        if let Some(from) = &timer.from {
            date(&merged.book.facts, from.as_str(), from, out);
        }
    }
}

/// The steps of a group stand side by side, and it is left from the last of them.
fn group(group: &RawGroup, steps: &[&RawStep], out: &mut Vec<Problem>) {
    let id = group.id.as_str();
    let inside = |step: &&&RawStep| step.group.as_ref().is_some_and(|g| g.as_str() == id);
    let members: Vec<&RawStep> = steps.iter().filter(inside).copied().collect();
    let Some(last) = members.last() else {
        let code = Code::GroupEmpty { group: id.to_owned() };
        out.push(Problem { spot: group.id.spot.clone(), code });
        return;
    };
    let first = steps.iter().position(|step| inside(&step)).unwrap_or_default();
    let run = steps.iter().skip(first).take_while(|step| inside(step)).count();
    for step in members.iter().skip(run) {
        let spot = step.group.as_ref().map_or(&step.id.spot, |group| &group.spot).clone();
        let code = Code::GroupApart { group: id.to_owned(), step: step.id.value.clone() };
        out.push(Problem { spot, code });
    }
    for step in members.iter().filter(|step| step.id.value != last.id.value) {
        if let Some(way) = step.next.iter().flatten().next() {
            let code = Code::GroupWay { step: step.id.value.clone(), last: last.id.value.clone() };
            out.push(Problem { spot: way.spot.clone(), code });
        }
    }
    if let Some(enough) = &group.enough
        && usize::try_from(enough.value).is_ok_and(|enough| enough > members.len())
    {
        let code = Code::GroupEnough { group: id.to_owned(), steps: members.len() };
        out.push(Problem { spot: enough.spot.clone(), code });
    }
}

/// A fact something is counted from.
pub(super) fn date(facts: &[RawFact], name: &str, written: &At<String>, out: &mut Vec<Problem>) {
    let code = match facts.iter().find(|fact| fact.id.as_str() == name) {
        None => {
            let at = At::new(name.to_owned(), written.spot.clone());
            let dates = facts.iter().filter(|fact| fact.kind.value == FactKind::Date);
            unknown(Thing::Fact, &at, dates.map(|fact| fact.id.as_str()), out);
            return;
        }
        Some(fact) if fact.kind.value == FactKind::Date => return,
        Some(fact) => Code::NoDate { fact: name.to_owned(), kind: fact.kind.value },
    };
    out.push(Problem { spot: written.spot.clone(), code });
}
