//! A playbook worked into its parent: fields given replace the parent's, replies and checks are
//! added or replaced by id, new steps find their place, others are left out.

mod place;
mod step;
#[cfg(test)]
mod tests;

use super::diagnostic::{Code, Problem, Thing};
use super::schema::{RawBook, RawStep, Table};
use super::spot::At;
use place::place;
use std::collections::{BTreeMap, BTreeSet};
use step::override_step;

/// A playbook with its parents worked in. Steps left out stay in the list, so that a way to one
/// leads on to the step behind it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Merged {
    pub(crate) book: RawBook,
    pub(crate) skipped: BTreeSet<String>,
    /// Steps that the last file brought, not its parents.
    pub(crate) own: BTreeSet<String>,
    /// Steps that were replaced by those of a called playbook, and the first of these.
    pub(crate) calls: BTreeMap<String, String>,
}

/// Where a `goto` leads once steps left out are passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target<'a> {
    Step(&'a str),
    End,
    Ending(&'a str),
}

/// The name of the end in `goto`.
pub(crate) const END: &str = "end";

impl Merged {
    /// The steps a case can stand at, in order.
    pub(crate) fn steps(&self) -> impl Iterator<Item = &RawStep> {
        self.book.steps.iter().filter(|step| !self.skipped.contains(step.id.as_str()))
    }

    /// Where a way to `goto` leads: a step, a group, an ending or the end; `None` when there is none
    /// of that name.
    pub(crate) fn target(&self, goto: &str) -> Option<Target<'_>> {
        if goto == END {
            return Some(Target::End);
        }
        let ending = self.book.endings.iter().find(|ending| ending.id.as_str() == goto);
        if let Some(ending) = ending {
            return Some(Target::Ending(ending.id.as_str()));
        }
        let goto = self.calls.get(goto).map_or(goto, String::as_str);
        let of_group = |step: &&RawStep| step.group.as_ref().is_some_and(|g| g.as_str() == goto);
        if self.book.groups.iter().any(|group| group.id.as_str() == goto) {
            return self.steps().find(of_group).map(|step| Target::Step(step.id.as_str()));
        }
        let at = self.book.steps.iter().position(|step| step.id.as_str() == goto)?;
        let behind = self.book.steps.iter().skip(at);
        let found = behind.map(|step| step.id.as_str()).find(|id| !self.skipped.contains(*id));
        Some(found.map_or(Target::End, Target::Step))
    }

    /// Every name a `goto` may have.
    pub(crate) fn targets(&self) -> impl Iterator<Item = &str> {
        let steps = self.steps().map(|step| step.id.as_str());
        let calls = self.calls.keys().map(String::as_str);
        let groups = self.book.groups.iter().map(|group| group.id.as_str());
        let endings = self.book.endings.iter().map(|ending| ending.id.as_str());
        steps.chain(calls).chain(groups).chain(endings).chain([END])
    }
}

/// Works `child` into `parent`; without a parent, puts its steps in their places.
pub(crate) fn merge(child: RawBook, parent: Option<&Merged>) -> (Merged, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut out = parent.cloned().unwrap_or_default();
    let inherited: BTreeSet<String> =
        out.book.steps.iter().map(|step| step.id.value.clone()).collect();
    out.book = RawBook {
        spot: child.spot,
        id: child.id,
        title: child.title,
        about: child.about.or(out.book.about),
        extends: child.extends,
        // A parent's claims are its own: two playbooks must not both claim an issue unasked.
        issues: child.issues,
        platforms: child.platforms,
        skips: child.skips,
        spine: child.spine,
        evidence: child.evidence.or(out.book.evidence),
        guards: child.guards.or(out.book.guards),
        // What a buyer says points to the playbook itself.
        trigger: child.trigger,
        tests: child.tests,
        facts: out.book.facts,
        steps: out.book.steps,
        groups: out.book.groups,
        endings: out.book.endings,
        overlays: out.book.overlays,
        timers: out.book.timers,
    };
    let Merged { book, .. } = &mut out;
    by_id(&mut book.groups, child.groups, Thing::Group, |group| &group.id, &mut problems);
    by_id(&mut book.endings, child.endings, Thing::Ending, |ending| &ending.id, &mut problems);
    by_id(&mut book.timers, child.timers, Thing::Timer, |timer| &timer.id, &mut problems);
    for overlay in child.overlays {
        // The same one again is no other one.
        if book.overlays.iter().all(|known| known.spot != overlay.spot) {
            book.overlays.push(overlay);
        }
    }
    by_id(&mut book.facts, child.facts, Thing::Fact, |fact| &fact.id, &mut problems);
    steps(&mut out, child.steps, &inherited, &mut problems);
    let Merged { book, skipped, .. } = &mut out;
    for (at, skip) in book.skips.iter().enumerate() {
        let name = skip.step.as_str();
        if parent.is_none() {
            let spot = skip.step.spot.clone();
            problems.push(Problem { spot, code: Code::SkipWithoutParent });
        } else if inherited.contains(name) {
            let again = book.skips.iter().take(at).any(|other| other.step.value == name);
            if again {
                problems.push(twice(Thing::Step, &skip.step));
            }
            skipped.insert(name.to_owned());
        } else {
            let known = inherited.iter().map(String::as_str);
            let code = Code::unknown(Thing::Step, name, known);
            problems.push(Problem { spot: skip.step.spot.clone(), code });
        }
    }
    (out, problems)
}

/// Entries of a known id take the parent's place, others go behind.
fn by_id<T>(
    known: &mut Vec<T>,
    new: Vec<T>,
    thing: Thing,
    id: impl Fn(&T) -> &At<String>,
    problems: &mut Vec<Problem>,
) {
    let mut seen = BTreeSet::new();
    for entry in new {
        if !seen.insert(id(&entry).value.clone()) {
            problems.push(twice(thing, id(&entry)));
            continue;
        }
        match known.iter_mut().find(|other| id(other).value == id(&entry).value) {
            Some(slot) => *slot = entry,
            None => known.push(entry),
        }
    }
}

fn steps(
    out: &mut Merged,
    new: Vec<RawStep>,
    inherited: &BTreeSet<String>,
    problems: &mut Vec<Problem>,
) {
    let mut seen = BTreeSet::new();
    let mut waiting: Vec<RawStep> = Vec::new();
    out.own.clear();
    for step in new {
        if !seen.insert(step.id.value.clone()) {
            problems.push(twice(Thing::Step, &step.id));
            continue;
        }
        if inherited.contains(step.id.as_str()) {
            if let Some(anchor) = step.after.as_ref().or(step.before.as_ref()) {
                let code = Code::AnchorOnParentStep { step: step.id.value.clone() };
                problems.push(Problem { spot: anchor.spot.clone(), code });
            }
            out.skipped.remove(step.id.as_str());
            let known = out.book.steps.iter_mut().find(|known| known.id.value == step.id.value);
            if let Some(known) = known {
                override_step(known, &step, problems);
            }
            continue;
        }
        out.own.insert(step.id.value.clone());
        only_inherited(&step, problems);
        for (key, missing) in [("title", step.title.is_none()), ("why", step.why.is_none())] {
            if missing {
                let code = Code::MissingKey { key, table: Table::Step };
                problems.push(Problem { spot: step.id.spot.clone(), code });
            }
        }
        match (&step.after, &step.before) {
            (None, None) => out.book.steps.push(step),
            (Some(_), Some(before)) => {
                let spot = before.spot.clone();
                problems.push(Problem { spot, code: Code::AfterAndBefore });
                out.book.steps.push(step);
            }
            (Some(_), None) | (None, Some(_)) => waiting.push(step),
        }
    }
    place(out, waiting, problems);
}

/// Keys that speak of a parent's step make no sense in a new one.
fn only_inherited(step: &RawStep, problems: &mut Vec<Problem>) {
    let mut tell = |spot: &super::spot::Spot, key: &'static str| {
        problems.push(Problem { spot: spot.clone(), code: Code::OnlyInherited { key } });
    };
    if let Some(first) = step.drop.first() {
        tell(&first.spot, "drop");
    }
    if let Some(tighten) = &step.tighten {
        tell(&tighten.spot, "tighten");
    }
}

pub(crate) fn twice(thing: Thing, id: &At<String>) -> Problem {
    let code = Code::DuplicateId { thing, id: id.value.clone() };
    Problem { spot: id.spot.clone(), code }
}
