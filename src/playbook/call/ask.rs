//! The names called steps and replies have in the calling playbook, in conditions too.

use super::super::condition::formula::{Asked, asked_in};
use super::super::merge::Merged;
use super::super::schema::RawStep;
use std::collections::BTreeSet;

/// What is called how.
#[derive(Debug)]
pub(super) struct Renaming<'a> {
    prefix: &'a str,
    steps: BTreeSet<&'a str>,
    replies: BTreeSet<&'a str>,
}

impl<'a> Renaming<'a> {
    pub(super) fn new(prefix: &'a str, callee: &'a Merged, chosen: &[&'a RawStep]) -> Self {
        let steps: BTreeSet<&str> = chosen.iter().map(|step| step.id.as_str()).collect();
        let own = chosen.iter().flat_map(|step| &step.replies);
        let overlays = callee.book.overlays.iter().flat_map(|overlay| &overlay.steps);
        let added = overlays.filter(|step| steps.contains(step.id.as_str()));
        let replies = own.chain(added.flat_map(|step| &step.replies));
        let replies = replies.map(|reply| reply.id.as_str()).collect();
        Self { prefix, steps, replies }
    }

    /// Whether a step of the called playbook runs here.
    pub(super) fn runs(&self, step: &str) -> bool {
        self.steps.contains(step)
    }

    /// What a step, a reply or a clock of the called playbook is called here.
    pub(super) fn step(&self, id: &str) -> String {
        format!("{}/{id}", self.prefix)
    }

    /// Whether every step of a group runs here; else it is no group here.
    pub(super) fn has_group(&self, callee: &Merged, group: &str) -> bool {
        let of_group = |step: &&RawStep| step.group.as_ref().is_some_and(|g| g.as_str() == group);
        let mut steps = callee.steps().filter(of_group).peekable();
        steps.peek().is_some() && steps.all(|step| self.runs(step.id.as_str()))
    }

    /// A condition with what it asks after called as it is here.
    pub(super) fn condition(&self, text: &str) -> String {
        let mut out = text.to_owned();
        // From the back, so that places before stay as they are.
        for Asked { at, name, .. } in self.ours(text).into_iter().rev() {
            if out.get(at.clone()).is_some() {
                out.replace_range(at, &format!("'{}'", self.step(&name)));
            }
        }
        out
    }

    fn ours(&self, text: &str) -> Vec<Asked> {
        // Most conditions ask after facts only; reading those again would be for nothing.
        if !["sent", "done", "seen"].iter().any(|function| text.contains(function)) {
            return Vec::new();
        }
        let mut found = asked_in(text);
        found.retain(|asked| match asked.function.as_str() {
            "sent" => self.replies.contains(asked.name.as_str()),
            "seen" => self.runs(&asked.name),
            "done" => asked.name.split_once('/').is_some_and(|(step, _)| self.runs(step)),
            _of_facts => false,
        });
        found.sort_by_key(|asked| asked.at.start);
        found
    }

    /// What the steps ask after though it neither runs here nor is the caller's: what, and which
    /// step asks.
    pub(super) fn unreachable(&self, inside: &[RawStep], out: &Merged) -> Vec<(String, String)> {
        let mut all = Vec::new();
        for step in inside {
            let needs = step.needs.iter().flatten().map(|need| &need.when);
            let ways = step.next.iter().flatten().filter_map(|branch| branch.when.as_ref());
            let replies = step.replies.iter().filter_map(|reply| reply.when.as_ref());
            let repeat = step.repeat.iter().map(|repeat| &repeat.until);
            let checks = step.checks.iter().filter_map(|check| check.holds.as_ref());
            let texts = needs.chain(ways).chain(replies).chain(repeat).chain(&step.when);
            let texts = texts.chain(checks);
            for asked in texts.flat_map(|text| asked_in(text.as_str())) {
                let here = asked.name.strip_prefix(self.prefix).is_some_and(|n| n.starts_with('/'));
                if !here && !is_known(out, &asked) {
                    let id = step.id.value.rsplit('/').next().unwrap_or_default();
                    all.push((asked.name, id.to_owned()));
                }
            }
        }
        all.dedup();
        all
    }
}

/// Whether the calling playbook has what is asked after. Facts are declared by then.
fn is_known(out: &Merged, asked: &Asked) -> bool {
    let mut steps = out.book.steps.iter();
    match asked.function.as_str() {
        "sent" => steps.flat_map(|step| &step.replies).any(|reply| reply.id.value == asked.name),
        "seen" => steps.any(|step| step.id.value == asked.name),
        "done" => asked.name.rsplit_once('/').is_some_and(|(id, check)| {
            steps.any(|step| step.id.value == id && step.checks.iter().any(|c| c.id.value == check))
        }),
        _of_facts => true,
    }
}
