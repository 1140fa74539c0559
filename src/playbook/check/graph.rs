//! Ways: every step can be reached, and from every step the end.

use super::super::diagnostic::{Code, Problem, Thing};
use super::super::merge::{Merged, Target};
use super::super::schema::{RawBranch, RawStep, RawWay};
use super::super::spot::At;
use super::names::unknown;
use std::collections::BTreeSet;

pub(super) fn check(merged: &Merged, out: &mut Vec<Problem>) {
    let steps: Vec<&RawStep> = merged.steps().collect();
    let book = merged.book.id.as_ref().map_or(&merged.book.spot, |id| &id.spot);
    if steps.is_empty() {
        out.push(Problem { spot: book.clone(), code: Code::NoSteps });
        return;
    }
    calming(&steps, book, out);
    let before = out.len();
    for step in &steps {
        branches(merged, step, out);
    }
    if out.get(before..).unwrap_or_default().iter().any(Problem::is_error) {
        // With a way leading nowhere, what can be reached is anyone's guess.
        return;
    }
    endings(merged, &steps, out);
    let ways: Vec<Vec<Way>> = (0..steps.len()).map(|at| ways(merged, &steps, at)).collect();
    let calming = steps.iter().position(|step| is_calming(step));
    let from_start = flood([Some(0), calming].into_iter().flatten(), |at| {
        ways.get(at).into_iter().flatten().filter_map(|to| *to).collect()
    });
    let reach: Vec<BTreeSet<usize>> = (0..steps.len())
        .map(|at| {
            flood([at], |at| ways.get(at).into_iter().flatten().filter_map(|to| *to).collect())
        })
        .collect();
    for (at, step) in steps.iter().enumerate() {
        let name = || step.id.value.clone();
        if !from_start.contains(&at) {
            let code = Code::Unreachable { step: name() };
            out.push(Problem { spot: step.id.spot.clone(), code });
        }
        // Steps that only lead into a circle are not to blame; those on it are.
        let circle = reach.get(at).is_some_and(|reached| {
            let back = |to: &usize| reach.get(*to).is_some_and(|from| from.contains(&at));
            let ends = |to: &usize| ways.get(*to).is_some_and(|ways| ways.contains(&None));
            reached.iter().all(back) && !reached.iter().any(ends)
        });
        if circle {
            let code = Code::NoEnd { step: name() };
            out.push(Problem { spot: step.id.spot.clone(), code });
        }
    }
}

fn is_calming(step: &RawStep) -> bool {
    step.calming.as_ref().is_some_and(|calming| calming.value)
}

fn calming(steps: &[&RawStep], book: &super::super::spot::Spot, out: &mut Vec<Problem>) {
    let calming: Vec<&RawStep> = steps.iter().copied().filter(|step| is_calming(step)).collect();
    match calming.as_slice() {
        [] => out.push(Problem { spot: book.clone(), code: Code::NoCalming }),
        [_one] => {}
        [_first, rest @ ..] => {
            let steps: Vec<String> = calming.iter().map(|step| step.id.value.clone()).collect();
            for step in rest {
                let spot = step.calming.as_ref().map_or(&step.spot, |calming| &calming.spot);
                let code = Code::SeveralCalming { steps: steps.clone() };
                out.push(Problem { spot: spot.clone(), code });
            }
        }
    }
}

fn branches(merged: &Merged, step: &RawStep, out: &mut Vec<Problem>) {
    let mut closed = false;
    let repeat = step.repeat.iter().map(|repeat| &repeat.then);
    for goto in step.next.iter().flatten().filter_map(goto).chain(repeat) {
        if merged.target(goto.as_str()).is_none() {
            unknown(Thing::Step, goto, merged.targets(), out);
        }
    }
    for branch in step.next.iter().flatten() {
        if closed {
            let code = Code::DeadBranch { goto: branch.way.name().value.clone() };
            out.push(Problem { spot: branch.spot.clone(), code });
        }
        closed |= branch.when.is_none();
    }
}

/// The name a way leads to within the playbook.
const fn goto(branch: &RawBranch) -> Option<&At<String>> {
    match &branch.way {
        RawWay::Goto(name) => Some(name),
        RawWay::Playbook(_) => None,
    }
}

/// A way out of the playbook, or the step it leads to.
type Way = Option<usize>;

/// Where one can go from a step. In a group to every other of its steps, and out only from the last
/// one; from a step with rounds, also to where the last of them leads.
fn ways(merged: &Merged, steps: &[&RawStep], at: usize) -> Vec<Way> {
    let Some(step) = steps.get(at) else { return Vec::new() };
    let mut out = Vec::new();
    if let Some(repeat) = &step.repeat {
        out.extend(target(merged, steps, repeat.then.as_str()));
    }
    let group = |step: &RawStep| step.group.as_ref().map(|group| group.value.clone());
    if let Some(own) = group(step) {
        let members =
            steps.iter().enumerate().filter(|(_, other)| group(other) == Some(own.clone()));
        let members: Vec<usize> = members.map(|(member, _)| member).collect();
        out.extend(members.iter().filter(|member| **member != at).map(|member| Some(*member)));
        if members.last() != Some(&at) {
            return out;
        }
    }
    for branch in step.next.iter().flatten() {
        match &branch.way {
            RawWay::Goto(name) => out.extend(target(merged, steps, name.as_str())),
            RawWay::Playbook(_) => out.push(None),
        }
        if branch.when.is_none() {
            return out;
        }
    }
    out.push((at + 1 < steps.len()).then_some(at + 1));
    out
}

fn target(merged: &Merged, steps: &[&RawStep], goto: &str) -> Option<Way> {
    match merged.target(goto)? {
        Target::Step(id) => steps.iter().position(|step| step.id.as_str() == id).map(Some),
        Target::End | Target::Ending(_) => Some(None),
    }
}

/// Endings some way leads to.
fn endings(merged: &Merged, steps: &[&RawStep], out: &mut Vec<Problem>) {
    let reached: BTreeSet<&str> = steps
        .iter()
        .flat_map(|step| {
            let then = step.repeat.iter().map(|repeat| &repeat.then);
            step.next.iter().flatten().filter_map(goto).chain(then)
        })
        .map(At::as_str)
        .collect();
    for ending in &merged.book.endings {
        if !reached.contains(ending.id.as_str()) {
            let code = Code::EndingUnreached { ending: ending.id.value.clone() };
            out.push(Problem { spot: ending.id.spot.clone(), code });
        }
    }
}

fn flood(
    from: impl IntoIterator<Item = usize>,
    next: impl Fn(usize) -> Vec<usize>,
) -> BTreeSet<usize> {
    let mut open: Vec<usize> = from.into_iter().collect();
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    while let Some(at) = open.pop() {
        if seen.insert(at) {
            open.extend(next(at));
        }
    }
    seen
}
