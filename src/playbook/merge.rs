//! A playbook worked into its parent: fields given replace the parent's, replies and checks are
//! added or replaced by id, new steps find their place, others are left out.

use super::diagnostic::{Code, Problem, Thing};
use super::schema::{RawBook, RawCheck, RawReply, RawStep, Table};
use super::spot::At;
use std::collections::BTreeSet;

/// A playbook with its parents worked in. Steps left out stay in the list, so that a way to one
/// leads on to the step behind it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Merged {
    pub(crate) book: RawBook,
    pub(crate) skipped: BTreeSet<String>,
}

/// Where a `goto` leads once steps left out are passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target<'a> {
    Step(&'a str),
    End,
}

/// The name of the end in `goto`.
pub(crate) const END: &str = "end";

impl Merged {
    /// The steps a case can stand at, in order.
    pub(crate) fn steps(&self) -> impl Iterator<Item = &RawStep> {
        self.book.steps.iter().filter(|step| !self.skipped.contains(step.id.as_str()))
    }

    /// Where a way to `goto` leads; `None` when there is no such step.
    pub(crate) fn target(&self, goto: &str) -> Option<Target<'_>> {
        if goto == END {
            return Some(Target::End);
        }
        let at = self.book.steps.iter().position(|step| step.id.as_str() == goto)?;
        let behind = self.book.steps.iter().skip(at);
        let found = behind.map(|step| step.id.as_str()).find(|id| !self.skipped.contains(*id));
        Some(found.map_or(Target::End, Target::Step))
    }
}

/// Works `child` into `parent`; without a parent, puts its steps in their places.
pub(crate) fn merge(child: &RawBook, parent: Option<&Merged>) -> (Merged, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut out = parent.cloned().unwrap_or_default();
    let inherited: BTreeSet<String> =
        out.book.steps.iter().map(|step| step.id.value.clone()).collect();
    out.book = RawBook {
        spot: child.spot.clone(),
        id: child.id.clone(),
        title: child.title.clone(),
        about: child.about.clone().or(out.book.about),
        extends: child.extends.clone(),
        // A parent's claims are its own: two playbooks must not both claim an issue unasked.
        issues: child.issues.clone(),
        platforms: child.platforms.clone(),
        skips: child.skips.clone(),
        facts: out.book.facts,
        steps: out.book.steps,
    };
    facts(&mut out, child, &mut problems);
    steps(&mut out, child, &inherited, &mut problems);
    for skip in &child.skips {
        let name = skip.step.as_str();
        if parent.is_none() {
            let spot = skip.step.spot.clone();
            problems.push(Problem { spot, code: Code::SkipWithoutParent });
        } else if inherited.contains(name) {
            out.skipped.insert(name.to_owned());
        } else {
            let known = inherited.iter().map(String::as_str);
            let code = Code::unknown(Thing::Step, name, known);
            problems.push(Problem { spot: skip.step.spot.clone(), code });
        }
    }
    (out, problems)
}

fn facts(out: &mut Merged, child: &RawBook, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for fact in &child.facts {
        if !seen.insert(fact.id.as_str()) {
            problems.push(twice(Thing::Fact, &fact.id));
            continue;
        }
        match out.book.facts.iter_mut().find(|known| known.id.value == fact.id.value) {
            Some(known) => *known = fact.clone(),
            None => out.book.facts.push(fact.clone()),
        }
    }
}

fn steps(
    out: &mut Merged,
    child: &RawBook,
    inherited: &BTreeSet<String>,
    problems: &mut Vec<Problem>,
) {
    let mut seen = BTreeSet::new();
    let mut waiting: Vec<&RawStep> = Vec::new();
    for step in &child.steps {
        if !seen.insert(step.id.as_str()) {
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
                override_step(known, step);
            }
            continue;
        }
        for (key, missing) in [("title", step.title.is_none()), ("why", step.why.is_none())] {
            if missing {
                let code = Code::MissingKey { key, table: Table::Step };
                problems.push(Problem { spot: step.id.spot.clone(), code });
            }
        }
        match (&step.after, &step.before) {
            (None, None) => out.book.steps.push(step.clone()),
            (Some(_), Some(before)) => {
                let spot = before.spot.clone();
                problems.push(Problem { spot, code: Code::AfterAndBefore });
                out.book.steps.push(step.clone());
            }
            (Some(_), None) | (None, Some(_)) => waiting.push(step),
        }
    }
    place(out, waiting, problems);
}

/// Puts steps behind or before others, which may themselves still wait for their place.
fn place(out: &mut Merged, mut waiting: Vec<&RawStep>, problems: &mut Vec<Problem>) {
    loop {
        let before = waiting.len();
        let mut placed_behind: Vec<(String, String)> = Vec::new();
        waiting.retain(|step| {
            let position =
                |id: &str| out.book.steps.iter().position(|known| known.id.as_str() == id);
            let at = match (&step.after, &step.before) {
                (Some(anchor), _) => position(anchor.as_str()).map(|at| {
                    // Several behind one anchor keep the order they are written in.
                    let behind = out.book.steps.iter().skip(at + 1);
                    let others = behind.take_while(|known| {
                        placed_behind
                            .iter()
                            .any(|(id, after)| *id == known.id.value && after == anchor.as_str())
                    });
                    let others = others.count();
                    placed_behind.push((step.id.value.clone(), anchor.value.clone()));
                    at + 1 + others
                }),
                (None, Some(anchor)) => position(anchor.as_str()),
                (None, None) => Some(out.book.steps.len()),
            };
            if let Some(at) = at {
                out.book.steps.insert(at, (*step).clone());
            }
            at.is_none()
        });
        if waiting.is_empty() || waiting.len() == before {
            break;
        }
    }
    for step in &waiting {
        let Some(anchor) = step.after.as_ref().or(step.before.as_ref()) else { continue };
        let circle = waiting.iter().any(|other| other.id.value == anchor.value);
        let code = if circle {
            Code::AnchorCircle { step: step.id.value.clone() }
        } else {
            let all = out.book.steps.iter().chain(waiting.iter().copied());
            let known = all.map(|step| step.id.as_str()).filter(|id| *id != step.id.as_str());
            Code::unknown(Thing::Step, anchor.as_str(), known)
        };
        problems.push(Problem { spot: anchor.spot.clone(), code });
    }
    // They are kept at the end, so that what refers to them is not called unknown as well.
    out.book.steps.extend(waiting.into_iter().cloned());
}

fn override_step(known: &mut RawStep, step: &RawStep) {
    fn take<T: Clone>(into: &mut Option<T>, from: Option<&T>) {
        if from.is_some() {
            *into = from.cloned();
        }
    }
    known.id.clone_from(&step.id);
    known.spot.clone_from(&step.spot);
    take(&mut known.title, step.title.as_ref());
    take(&mut known.why, step.why.as_ref());
    take(&mut known.feel, step.feel.as_ref());
    take(&mut known.calming, step.calming.as_ref());
    take(&mut known.optional, step.optional.as_ref());
    take(&mut known.asks, step.asks.as_ref());
    take(&mut known.requires, step.requires.as_ref());
    take(&mut known.standards, step.standards.as_ref());
    take(&mut known.timer, step.timer.as_ref());
    take(&mut known.needs, step.needs.as_ref());
    take(&mut known.next, step.next.as_ref());
    let check_id = |check: &RawCheck| check.id.value.clone();
    add_or_replace(&mut known.checks, &step.checks, check_id);
    let reply_id = |reply: &RawReply| reply.id.value.clone();
    add_or_replace(&mut known.replies, &step.replies, reply_id);
}

/// Entries of a new id go behind; a doubled one in the child is left for `check` to find.
fn add_or_replace<T: Clone>(known: &mut Vec<T>, new: &[T], id: impl Fn(&T) -> String) {
    let inherited = known.len();
    for entry in new {
        match known.iter().take(inherited).position(|other| id(other) == id(entry)) {
            Some(at) => {
                if let Some(slot) = known.get_mut(at) {
                    *slot = entry.clone();
                }
            }
            None => known.push(entry.clone()),
        }
    }
}

pub(crate) fn twice(thing: Thing, id: &At<String>) -> Problem {
    let code = Code::DuplicateId { thing, id: id.value.clone() };
    Problem { spot: id.spot.clone(), code }
}

#[cfg(test)]
mod tests {
    use super::super::read::read;
    use super::*;

    fn book(text: &str) -> RawBook {
        read(text, 0).book
    }

    fn order(merged: &Merged) -> Vec<&str> {
        merged.steps().map(|step| step.id.as_str()).collect()
    }

    const PARENT: &str = "
        [[step]]
        id = 'ack'
        title = { zh = '响应', en = 'Answer' }
        [[step.check]]
        id = 'read'
        text = { en = 'old' }
        [[step]]
        id = 'ask'
        [[step]]
        id = 'agree'
    ";

    #[test]
    fn new_steps_find_their_place_in_the_order_written() {
        let (parent, _) = merge(&book(PARENT), None);
        let child = "
            [[step]]
            id = 'one'
            after = 'ask'
            [[step]]
            id = 'two'
            after = 'ask'
            [[step]]
            id = 'zero'
            before = 'ack'
            [[step]]
            id = 'inner'
            before = 'two'
            [[step]]
            id = 'last'
        ";
        let (merged, _) = merge(&book(child), Some(&parent));
        assert_eq!(order(&merged), ["zero", "ack", "ask", "one", "inner", "two", "agree", "last"]);
    }

    #[test]
    fn fields_given_replace_and_the_rest_is_kept() {
        let (parent, _) = merge(&book(PARENT), None);
        let child = "
            [[step]]
            id = 'ack'
            optional = true
            [[step.check]]
            id = 'read'
            text = { en = 'new' }
            [[step.check]]
            id = 'more'
            text = { en = 'more' }
        ";
        let (merged, _) = merge(&book(child), Some(&parent));
        let ack = &merged.book.steps[0];
        assert_eq!(ack.title.as_ref().unwrap().words().get(crate::domain::Lang::En), "Answer");
        assert!(ack.optional.as_ref().unwrap().value);
        let texts: Vec<&str> =
            ack.checks.iter().map(|check| check.text.en.as_ref().unwrap().as_str()).collect();
        assert_eq!(texts, ["new", "more"]);
    }

    #[test]
    fn a_way_to_a_step_left_out_leads_on_behind_it() {
        let (parent, _) = merge(&book(PARENT), None);
        let child = "skip = [{ step = 'ask' }, { step = 'agree' }]";
        let (mut merged, problems) = merge(&book(child), Some(&parent));
        assert!(problems.is_empty());
        assert_eq!(order(&merged), ["ack"]);
        assert_eq!(merged.target("ask"), Some(Target::End));
        merged.skipped.remove("agree");
        assert_eq!(merged.target("ask"), Some(Target::Step("agree")));
        assert_eq!(merged.target("end"), Some(Target::End));
        assert_eq!(merged.target("nowhere"), None);
    }

    #[test]
    fn steps_that_wait_for_each_other_are_told() {
        let text = "
            [[step]]
            id = 'a'
            after = 'b'
            [[step]]
            id = 'b'
            after = 'a'
            [[step]]
            id = 'c'
            after = 'nowhere'
        ";
        let (merged, problems) = merge(&book(text), None);
        let circles =
            problems.iter().filter(|p| matches!(p.code, Code::AnchorCircle { .. })).count();
        assert_eq!(circles, 2);
        assert!(problems.iter().any(|p| matches!(p.code, Code::UnknownName { .. })));
        assert_eq!(order(&merged).len(), 3);
    }
}
