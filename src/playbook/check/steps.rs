//! Steps: the facts they ask for, their clocks, rounds, ladders and groups.

use super::super::book::Again;
use super::super::diagnostic::{Code, Problem, Thing};
use super::super::merge::Merged;
use super::super::schema::{RawFact, RawLadder, RawStep};
use super::super::spot::At;
use super::names::{due, one_of, timer_id, unknown};

pub(super) fn check(merged: &Merged, out: &mut Vec<Problem>) {
    let groups: Vec<&str> = merged.book.groups.iter().map(|group| group.id.as_str()).collect();
    for step in merged.steps() {
        asked(&merged.book.facts, step, out);
        if let Some(again) = &step.again {
            one_of(Thing::Rule, again, Again::ALL.map(Again::name), out);
        }
        if let Some(group) = &step.group {
            one_of(Thing::Group, group, groups.iter().copied(), out);
        }
        if let Some(timer) = &step.timer {
            if step.within.is_none() {
                timer_id(&timer.id, out);
            }
            due(&timer.due, out);
        }
        if let Some(escalate) = &step.escalate {
            due(&escalate.due, out);
        }
        if let Some(ladder) = &step.ladder {
            rungs(step, ladder, out);
        }
    }
}

fn asked(facts: &[RawFact], step: &RawStep, out: &mut Vec<Problem>) {
    let asks: Vec<&str> = step.asks.iter().flatten().map(At::as_str).collect();
    for name in step.asks.iter().flatten() {
        told(facts, name, out);
    }
    for name in step.requires.iter().flatten() {
        // One that is asked for is looked at there.
        if !asks.contains(&name.as_str()) && told(facts, name, out) {
            let code = Code::RequiredNotAsked { fact: name.value.clone() };
            out.push(Problem { spot: name.spot.clone(), code });
        }
    }
}

/// Whether a fact can be told: it is declared, and not computed.
pub(super) fn told(facts: &[RawFact], name: &At<String>, out: &mut Vec<Problem>) -> bool {
    match facts.iter().find(|fact| fact.id.value == name.value) {
        None => {
            unknown(Thing::Fact, name, facts.iter().map(|fact| fact.id.as_str()), out);
            false
        }
        Some(fact) if fact.compute.is_some() => {
            let code = Code::Computed { fact: name.value.clone() };
            out.push(Problem { spot: name.spot.clone(), code });
            false
        }
        Some(_) => true,
    }
}

fn rungs(step: &RawStep, ladder: &RawLadder, out: &mut Vec<Problem>) {
    let known: Vec<&str> = step.replies.iter().map(|reply| reply.id.as_str()).collect();
    for (at, rung) in ladder.replies.iter().enumerate() {
        one_of(Thing::Reply, rung, known.iter().copied(), out);
        if ladder.replies.iter().take(at).any(|before| before.value == rung.value) {
            out.push(super::super::merge::twice(Thing::Reply, rung));
        }
    }
    if ladder.replies.len() < 2 {
        out.push(Problem { spot: ladder.spot.clone(), code: Code::LadderShort });
    }
}
