//! From a merged file without errors to a [`Playbook`].

use super::book::{
    Again, Branch, Check, Choice, Evidence, FactDecl, Need, Playbook, PromiseRule, Reply,
    ReplyKind, Step, StepTimer, Tones, Trigger, WARNINGS,
};
use super::condition::Condition;
use super::due::DueRule;
use super::fact_type::typed;
use super::merge::{Merged, Target};
use super::route::Next;
use super::schema::{RawBranch, RawFact, RawReply, RawStep, RawWords};
use super::spot::At;
use super::template::Template;
use crate::domain::{
    CheckId, Digest, FactId, Issue, Platform, PlaybookId, PlaybookRef, ReplyId, StepId, TimerId,
    Words,
};

/// When a promise without a date is looked at again: 15 days.
const WITHIN: DueRule = DueRule::Wall(15 * 24 * 60);

/// Builds the playbook; `sources` are its own text and its parents', child first. `None` only for
/// what `check` calls an error.
pub(crate) fn compile(merged: &Merged, sources: Vec<String>) -> Option<Playbook> {
    let book = &merged.book;
    let steps: Vec<Step> = merged.steps().map(|step| self::step(step, merged)).collect();
    let first = steps.first()?.id.clone();
    let calming = steps.iter().find(|step| step.calming)?.id.clone();
    Some(Playbook {
        reference: PlaybookRef {
            id: PlaybookId::new(book.id.as_ref()?.value.clone()),
            version: version(&sources),
        },
        title: words(book.title.as_ref()),
        about: words(book.about.as_ref()),
        issues: book.issues.iter().map(|issue| Issue::new(issue.value.clone())).collect(),
        platforms: book.platforms.iter().filter_map(|p| Platform::from_name(p.as_str())).collect(),
        spine: false,
        evidence: Evidence::default(),
        guards: Vec::new(),
        trigger: Trigger::default(),
        facts: book.facts.iter().map(fact).collect(),
        steps,
        groups: Vec::new(),
        endings: Vec::new(),
        timers: Vec::new(),
        overlays: Vec::new(),
        first,
        calming,
        sources,
    })
}

/// The first digits of the hash over all sources.
fn version(sources: &[String]) -> String {
    Digest::of_parts(sources.iter().map(String::as_bytes)).short()
}

fn words(words: Option<&RawWords>) -> Words {
    words.map(RawWords::words).unwrap_or_default()
}

fn fact(fact: &RawFact) -> FactDecl {
    FactDecl {
        id: FactId::new(fact.id.value.clone()),
        kind: fact.kind.value,
        label: fact.label.words(),
        ask: fact.ask.words(),
        values: fact
            .values
            .iter()
            .map(|choice| Choice { id: choice.id.value.clone(), text: choice.words.words() })
            .collect(),
        default: fact.default.as_ref().and_then(|value| typed(fact.kind.value, &value.value)),
        compute: None,
    }
}

fn facts(names: Option<&Vec<At<String>>>) -> Vec<FactId> {
    names.into_iter().flatten().map(|name| FactId::new(name.value.clone())).collect()
}

fn step(step: &RawStep, merged: &Merged) -> Step {
    let flag = |flag: &Option<At<bool>>| flag.as_ref().is_some_and(|flag| flag.value);
    Step {
        id: StepId::new(step.id.value.clone()),
        title: words(step.title.as_ref()),
        why: words(step.why.as_ref()),
        feel: step.feel.as_ref().map(RawWords::words),
        calming: flag(&step.calming),
        optional: flag(&step.optional),
        within: None,
        when: None,
        group: None,
        again: Again::default(),
        repeat: None,
        exhibits: Vec::new(),
        escalate: None,
        ladder: None,
        asks: facts(step.asks.as_ref()),
        requires: facts(step.requires.as_ref()),
        standards: step.standards.iter().flatten().map(|id| id.value.clone()).collect(),
        timer: step.timer.as_ref().and_then(|timer| {
            let due = DueRule::parse(timer.due.as_str())?;
            let id = TimerId::new(timer.id.value.clone());
            Some(StepTimer { id, due, pause: None, warn: WARNINGS.to_vec() })
        }),
        needs: step
            .needs
            .iter()
            .flatten()
            .map(|need| Need { when: Condition::new(&need.when), words: need.words.words() })
            .collect(),
        next: step.next.iter().flatten().filter_map(|way| branch(way, merged)).collect(),
        checks: step
            .checks
            .iter()
            .map(|check| Check {
                id: CheckId::new(check.id.value.clone()),
                text: check.text.words(),
                optional: check.optional,
            })
            .collect(),
        replies: step.replies.iter().filter_map(|raw| reply(raw, merged)).collect(),
    }
}

fn branch(branch: &RawBranch, merged: &Merged) -> Option<Branch> {
    let goto = match merged.target(branch.goto.as_str())? {
        Target::Step(id) => Next::Step(StepId::from(id)),
        Target::End => Next::End,
    };
    Some(Branch { when: branch.when.as_ref().map(Condition::new), goto })
}

fn reply(reply: &RawReply, merged: &Merged) -> Option<Reply> {
    let sets = reply.sets.iter().filter_map(|set| {
        let fact = merged.book.facts.iter().find(|fact| fact.id.value == set.fact.value)?;
        let value = typed(fact.kind.value, &set.value.value)?;
        Some((FactId::new(set.fact.value.clone()), value))
    });
    let promises = reply.promises.iter().filter_map(|promise| {
        Some(PromiseRule {
            id: promise.id.value.clone(),
            what: promise.what.words(),
            due: DueRule::parse(promise.due.as_str())?,
            after: None,
            within: WITHIN,
        })
    });
    Some(Reply {
        id: ReplyId::new(reply.id.value.clone()),
        kind: ReplyKind::from_name(reply.kind.as_str())?,
        title: reply.title.words(),
        when: reply.when.as_ref().map(Condition::new),
        text: Template::new(reply.text.words()),
        wordings: Vec::new(),
        fallback: None,
        tones: Tones::default(),
        attach: Vec::new(),
        done: reply.done.iter().map(|check| CheckId::new(check.value.clone())).collect(),
        sets: sets.collect(),
        promises: promises.collect(),
        asks: reply.asks.as_ref().map(|asks| facts(Some(asks))),
    })
}
