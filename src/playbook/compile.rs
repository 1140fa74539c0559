//! From a merged file without errors to a [`Playbook`].

mod overlay;
mod reply;
mod step;

use super::book::{
    CaseTimer, Choice, Ending, Evidence, ExhibitWant, FactDecl, Group, Playbook, Step, Trigger,
    WARNINGS,
};
use super::condition::Condition;
use super::due::DueRule;
use super::fact_type::typed;
use super::merge::{Merged, Target};
use super::route::Next;
use super::schema::{RawBook, RawCaseTimer, RawEnding, RawFact, RawGroup, RawWords};
use super::source::Text;
use super::spot::At;
use crate::domain::{
    CloseResult, Digest, EndingId, FactId, GroupId, Issue, Platform, PlaybookId, PlaybookRef,
    ReplyId, StepId, TimerId, Words,
};

/// Builds the playbook; `sources` are its own text, its parents', child first, and those of the
/// playbooks it calls. `None` only for what `check` calls an error.
pub(crate) fn compile(merged: &Merged, sources: Vec<Text>) -> Option<Playbook> {
    let book = &merged.book;
    let steps: Vec<Step> = merged.steps().map(|step| step::step(step, merged)).collect();
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
        spine: book.spine.as_ref().is_some_and(|flag| flag.value),
        evidence: evidence(book),
        guards: texts(book.guards.iter().flatten()),
        trigger: trigger(book),
        facts: book.facts.iter().map(fact).collect(),
        groups: book.groups.iter().filter_map(|raw| group(raw, &steps)).collect(),
        endings: book.endings.iter().filter_map(ending).collect(),
        timers: book.timers.iter().filter_map(timer).collect(),
        overlays: book.overlays.iter().map(|raw| overlay::overlay(raw, merged)).collect(),
        steps,
        first,
        calming,
        sources,
    })
}

/// The first digits of the hash over all sources.
fn version(sources: &[Text]) -> String {
    Digest::of_parts(sources.iter().map(|text| text.as_bytes())).short()
}

fn words(words: Option<&RawWords>) -> Words {
    words.map(RawWords::words).unwrap_or_default()
}

fn texts<'a>(texts: impl IntoIterator<Item = &'a At<String>>) -> Vec<String> {
    texts.into_iter().map(|text| text.value.clone()).collect()
}

fn condition(text: Option<&At<String>>) -> Option<Condition> {
    text.map(Condition::new)
}

fn exhibits<'a>(names: impl IntoIterator<Item = &'a At<String>>) -> Vec<ExhibitWant> {
    names.into_iter().filter_map(|name| ExhibitWant::parse(name.as_str())).collect()
}

/// Where a way to `goto` leads.
pub(crate) fn next(goto: &str, merged: &Merged) -> Option<Next> {
    Some(match merged.target(goto)? {
        Target::Step(id) => Next::Step(StepId::from(id)),
        Target::Ending(id) => Next::Ending(EndingId::from(id)),
        Target::End => Next::End,
    })
}

fn percents(warn: Option<&Vec<At<i64>>>) -> Vec<u8> {
    let Some(warn) = warn else { return WARNINGS.to_vec() };
    let mut warn: Vec<u8> = warn.iter().filter_map(|n| u8::try_from(n.value).ok()).collect();
    warn.sort_unstable();
    warn.dedup();
    warn
}

fn evidence(book: &RawBook) -> Evidence {
    book.evidence.as_ref().map_or_else(Evidence::default, |evidence| Evidence {
        must: exhibits(&evidence.must),
        nice: exhibits(&evidence.nice),
    })
}

fn trigger(book: &RawBook) -> Trigger {
    book.trigger.as_ref().map_or_else(Trigger::default, |trigger| Trigger {
        zh: texts(&trigger.zh),
        en: texts(&trigger.en),
    })
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
            .map(|choice| Choice {
                id: choice.id.value.clone(),
                text: choice.words.words(),
                say: choice.say.as_ref().map(RawWords::words),
            })
            .collect(),
        default: fact.default.as_ref().and_then(|value| typed(fact.kind.value, &value.value)),
        compute: condition(fact.compute.as_ref()),
    }
}

/// A group nobody is in is none.
fn group(group: &RawGroup, steps: &[Step]) -> Option<Group> {
    let id = GroupId::new(group.id.value.clone());
    let inside = steps.iter().filter(|step| step.group.as_ref() == Some(&id));
    let steps: Vec<StepId> = inside.map(|step| step.id.clone()).collect();
    let enough = group.enough.as_ref().and_then(|n| usize::try_from(n.value).ok());
    (!steps.is_empty()).then(|| Group { id, title: group.title.words(), enough, steps })
}

fn ending(ending: &RawEnding) -> Option<Ending> {
    Some(Ending {
        id: EndingId::new(ending.id.value.clone()),
        title: ending.title.words(),
        result: CloseResult::from_name(ending.result.as_str())?,
        reply: ending.reply.as_ref().map(|reply| ReplyId::new(reply.value.clone())),
    })
}

fn timer(timer: &RawCaseTimer) -> Option<CaseTimer> {
    Some(CaseTimer {
        id: TimerId::new(timer.id.value.clone()),
        title: timer.title.words(),
        start: condition(timer.start.as_ref()),
        stop: condition(timer.stop.as_ref()),
        pause: condition(timer.pause.as_ref()),
        from: timer.from.as_ref().map(|fact| FactId::new(fact.value.clone())),
        due: DueRule::parse(timer.due.as_str())?,
        warn: percents(timer.warn.as_ref()),
        basis: texts(&timer.basis),
    })
}
