//! Steps of a called playbook put in where the call stands.
//!
//! The call's own step goes; a way to it leads to the first of the steps put in, and the last of
//! them leads on as the call did. Steps and replies get the call's id before their own, and so do
//! the conditions that ask after them.

mod ask;
mod exits;

use super::diagnostic::{Code, Problem, Thing};
use super::merge::{Merged, twice};
use super::schema::{RawCall, RawNeed, RawReply, RawStep, RawWithin};
use super::source::Text;
use super::spot::{At, Spot};
use ask::Renaming;
use exits::{Exits, Leaves};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What stands behind the id of a called playbook.
#[derive(Debug, Clone)]
pub(crate) enum Callee {
    /// The playbook.
    Found(Found),
    /// It cannot be read.
    Broken,
    /// It is the caller itself.
    Caller,
    /// There is none; these are known.
    Unknown(Vec<String>),
}

/// A playbook that can be called.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// Its parents worked in, its own calls left as they are.
    pub(crate) merged: Arc<Merged>,
    /// Its text and its parents', child first.
    pub(crate) texts: Vec<Text>,
    /// The numbers of these files.
    pub(crate) files: Vec<usize>,
}

/// A playbook that was called.
#[derive(Debug)]
pub(crate) struct Called {
    /// Its id.
    pub(crate) playbook: String,
    /// Where it is called first.
    pub(crate) spot: Spot,
    /// Its text and its parents', child first.
    pub(crate) texts: Vec<Text>,
    /// The numbers of these files.
    pub(crate) files: Vec<usize>,
}

/// The playbook with every call replaced by the steps it calls, each playbook called once, and what
/// is wrong with the calls. Without any call there is no other playbook.
pub(crate) fn resolve(
    merged: &Merged,
    look_up: &dyn Fn(&str) -> Callee,
) -> (Option<Merged>, Vec<Called>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut called: Vec<Called> = Vec::new();
    let has_call = |step: &&RawStep| step.call.is_some();
    let calls: Vec<RawStep> = merged.steps().filter(has_call).cloned().collect();
    if calls.is_empty() {
        return (None, called, problems);
    }
    let mut out = merged.clone();
    for step in &calls {
        let Some(call) = &step.call else { continue };
        fits(step, &mut problems);
        let name = call.playbook.as_str();
        let spot = call.playbook.spot.clone();
        let code = match look_up(name) {
            Callee::Found(Found { merged: other, texts, files }) => {
                put_in(&mut out, step, call, &other, &mut problems);
                if called.iter().all(|known| known.playbook != name) {
                    called.push(Called { playbook: name.to_owned(), spot, texts, files });
                }
                continue;
            }
            Callee::Broken => Code::CallBroken { playbook: name.to_owned() },
            Callee::Caller => Code::CallItself { playbook: name.to_owned() },
            Callee::Unknown(known) => {
                Code::unknown(Thing::Playbook, name, known.iter().map(String::as_str))
            }
        };
        problems.push(Problem { spot, code });
    }
    (Some(out), called, problems)
}

/// A call has no life of its own besides its place and its ways.
fn fits(step: &RawStep, problems: &mut Vec<Problem>) {
    let spot = |names: &Option<Vec<At<String>>>| {
        names.as_ref().map(|names| names.first().map_or(&step.id.spot, |name| &name.spot).clone())
    };
    let own = || Some(step.id.spot.clone());
    let written = [
        ("check", step.checks.first().map(|check| check.id.spot.clone())),
        ("reply", step.replies.first().map(|reply| reply.id.spot.clone())),
        ("asks", spot(&step.asks)),
        ("requires", spot(&step.requires)),
        ("exhibits", spot(&step.exhibits)),
        ("standard", spot(&step.standards)),
        ("needs", step.needs.as_ref().and_then(|needs| Some(needs.first()?.when.spot.clone()))),
        ("timer", step.timer.as_ref().map(|timer| timer.id.spot.clone())),
        ("group", step.group.as_ref().map(|group| group.spot.clone())),
        ("again", step.again.as_ref().map(|again| again.spot.clone())),
        ("repeat", step.repeat.as_ref().map(|repeat| repeat.until.spot.clone())),
        ("escalate", step.escalate.as_ref().map(|up| up.due.spot.clone())),
        ("ladder", step.ladder.as_ref().map(|ladder| ladder.spot.clone())),
        ("calming", step.calming.as_ref().filter(|flag| flag.value).and_then(|_| own())),
    ];
    for (key, spot) in written {
        if let Some(spot) = spot {
            problems.push(Problem { spot, code: Code::CallWith { key } });
        }
    }
}

fn put_in(
    out: &mut Merged,
    step: &RawStep,
    call: &RawCall,
    callee: &Merged,
    problems: &mut Vec<Problem>,
) {
    facts(out, call, callee, problems);
    let chosen = chosen(call, callee, problems);
    let Some(first) = chosen.first() else {
        let code = Code::CallNothing { playbook: call.playbook.value.clone() };
        problems.push(Problem { spot: call.playbook.spot.clone(), code });
        return;
    };
    let at = out.book.steps.iter().position(|known| known.id.value == step.id.value);
    let Some(at) = at else { return };
    let prefix = step.id.as_str();
    let renaming = Renaming::new(prefix, callee, &chosen);
    let behind = out.steps().skip_while(|known| known.id.value != step.id.value).nth(1);
    let exits = Exits::new(step, behind.map(|next| next.id.value.as_str()), callee, &chosen);
    let mut inside: Vec<RawStep> = Vec::with_capacity(chosen.len());
    for (n, called) in chosen.iter().enumerate() {
        if called.call.is_some() {
            let code = Code::CallNested { step: called.id.value.clone() };
            problems.push(Problem { spot: call.playbook.spot.clone(), code });
        }
        let mut copy: RawStep = (*called).clone();
        exits.lead_on(&mut copy, n, &renaming);
        rename(&mut copy, step, call, callee, &renaming);
        returns(out, call, &exits, &mut copy, n);
        inside.push(copy);
    }
    for (name, of) in renaming.unreachable(&inside, out) {
        let code = Code::CallReaches { step: of, name };
        problems.push(Problem { spot: call.playbook.spot.clone(), code });
    }
    groups_and_overlays(out, callee, &renaming);
    let first = format!("{prefix}/{}", first.id.value);
    out.calls.insert(step.id.value.clone(), first);
    out.book.steps.splice(at..=at, inside);
}

/// The steps that are called, in the order of their own playbook.
fn chosen<'a>(call: &RawCall, callee: &'a Merged, problems: &mut Vec<Problem>) -> Vec<&'a RawStep> {
    let Some(only) = &call.only else {
        return callee.steps().filter(|step| callee.own.contains(step.id.as_str())).collect();
    };
    let mut seen = BTreeSet::new();
    for name in only {
        if !callee.steps().any(|step| step.id.value == name.value) {
            let known = callee.steps().map(|step| step.id.as_str());
            let code = Code::unknown(Thing::Step, name.as_str(), known);
            problems.push(Problem { spot: name.spot.clone(), code });
        } else if !seen.insert(name.as_str()) {
            problems.push(twice(Thing::Step, name));
        }
    }
    callee.steps().filter(|step| seen.contains(step.id.as_str())).collect()
}

/// The called playbook's facts are the case's facts.
fn facts(out: &mut Merged, call: &RawCall, callee: &Merged, problems: &mut Vec<Problem>) {
    for fact in &callee.book.facts {
        let known = out.book.facts.iter().find(|known| known.id.value == fact.id.value);
        match known {
            Some(known) if known.kind.value == fact.kind.value => {}
            Some(_) => {
                let (fact, playbook) = (fact.id.value.clone(), call.playbook.value.clone());
                let code = Code::CallFact { fact, playbook };
                problems.push(Problem { spot: call.playbook.spot.clone(), code });
            }
            None => out.book.facts.push(fact.clone()),
        }
    }
    for name in &call.returns {
        if !out.book.facts.iter().any(|fact| fact.id.value == name.value) {
            let known = out.book.facts.iter().map(|fact| fact.id.as_str());
            let code = Code::unknown(Thing::Fact, name.as_str(), known);
            problems.push(Problem { spot: name.spot.clone(), code });
        }
    }
}

/// What the call is to come back with must be known wherever it comes back.
fn returns(out: &Merged, call: &RawCall, exits: &Exits<'_>, step: &mut RawStep, n: usize) {
    let leaves = exits.leaves_when(step, n);
    if leaves == Leaves::Never {
        return;
    }
    for name in &call.returns {
        let Some(fact) = out.book.facts.iter().find(|fact| fact.id.value == name.value) else {
            continue;
        };
        let known = format!("known('{}')", name.value);
        let text = match &leaves {
            Leaves::Never => continue,
            Leaves::Always if fact.compute.is_none() => {
                let asks = step.asks.get_or_insert_default();
                if !asks.iter().any(|asked| asked.value == name.value) {
                    asks.push(name.clone());
                }
                let requires = step.requires.get_or_insert_default();
                if !requires.iter().any(|wanted| wanted.value == name.value) {
                    requires.push(name.clone());
                }
                continue;
            }
            Leaves::Always => known,
            Leaves::When(condition) => format!("!({condition}) || {known}"),
        };
        let words = if fact.compute.is_some() { &fact.label } else { &fact.ask };
        let when = At::new(text, name.spot.clone());
        step.needs.get_or_insert_default().push(RawNeed { when, words: words.clone() });
    }
}

fn rename(
    copy: &mut RawStep,
    step: &RawStep,
    call: &RawCall,
    callee: &Merged,
    renaming: &Renaming<'_>,
) {
    let optional = step.optional.as_ref().is_some_and(|flag| flag.value);
    copy.id = At::new(renaming.step(copy.id.as_str()), call.playbook.spot.clone());
    copy.calming = None;
    if optional {
        copy.optional.clone_from(&step.optional);
    }
    copy.within = Some(RawWithin {
        call: step.id.value.clone(),
        title: step.title.clone().unwrap_or_default(),
        playbook: call.playbook.value.clone(),
    });
    if let Some(timer) = &mut copy.timer {
        timer.id.value = renaming.step(timer.id.as_str());
    }
    copy.group = copy.group.take().filter(|group| renaming.has_group(callee, group.as_str()));
    if let Some(group) = &mut copy.group {
        group.value = renaming.step(group.as_str());
    }
    if let Some(ladder) = &mut copy.ladder {
        for rung in &mut ladder.replies {
            rung.value = renaming.step(rung.as_str());
        }
    }
    replies(&mut copy.replies, renaming);
    for condition in conditions(copy) {
        condition.value = renaming.condition(condition.as_str());
    }
    if let Some(when) = &step.when {
        let both = match &copy.when {
            Some(own) => format!("({}) && ({})", when.value, own.value),
            None => when.value.clone(),
        };
        copy.when = Some(At::new(both, when.spot.clone()));
    }
}

fn replies(replies: &mut [RawReply], renaming: &Renaming<'_>) {
    for reply in replies {
        reply.id.value = renaming.step(reply.id.as_str());
        if let Some(when) = &mut reply.when {
            when.value = renaming.condition(when.as_str());
        }
    }
}

/// Every condition of a step but those of its ways and replies, which are renamed on their own.
fn conditions(step: &mut RawStep) -> impl Iterator<Item = &mut At<String>> {
    let needs = step.needs.iter_mut().flatten().map(|need| &mut need.when);
    let repeat = step.repeat.iter_mut().map(|repeat| &mut repeat.until);
    let ladder = step.ladder.iter_mut().filter_map(|ladder| ladder.still.as_mut());
    let timer = step.timer.iter_mut().filter_map(|timer| timer.pause.as_mut());
    let checks = step.checks.iter_mut().filter_map(|check| check.holds.as_mut());
    step.when.iter_mut().chain(needs).chain(repeat).chain(ladder).chain(timer).chain(checks)
}

fn groups_and_overlays(out: &mut Merged, callee: &Merged, renaming: &Renaming<'_>) {
    for group in &callee.book.groups {
        if renaming.has_group(callee, group.id.as_str()) {
            let mut group = group.clone();
            group.id.value = renaming.step(group.id.as_str());
            out.book.groups.push(group);
        }
    }
    let mut overlays = Vec::new();
    for overlay in &callee.book.overlays {
        let mut overlay = overlay.clone();
        overlay.steps.retain(|step| renaming.runs(step.id.as_str()));
        for step in &mut overlay.steps {
            step.id.value = renaming.step(step.id.as_str());
            replies(&mut step.replies, renaming);
            let holds = step.checks.iter_mut().filter_map(|check| check.holds.as_mut());
            for condition in step.needs.iter_mut().map(|need| &mut need.when).chain(holds) {
                condition.value = renaming.condition(condition.as_str());
            }
        }
        if !overlay.steps.is_empty() {
            overlays.push(overlay);
        }
    }
    // What the caller says for a sort of buyer goes over what the called playbook says.
    out.book.overlays.splice(0..0, overlays);
}
