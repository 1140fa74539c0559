//! Tests: what they name must be there. A fault here is told, but does not keep the playbook from
//! being used.

use super::super::book::WrongTool;
use super::super::condition::names::{BUYER_TYPES, NameType, OWN_REPLIES};
use super::super::diagnostic::{Code, Problem, Thing};
use super::super::due::DueRule;
use super::super::merge::{END, Merged, twice};
use super::super::refusals::REFUSALS;
use super::super::rehearse::fen;
use super::super::schema::{RawAct, RawDeed, RawExpect, RawSetting, RawTest, RawValue, Table};
use super::super::spot::At;
use super::names::{one_of, unknown};
use super::{Known, Subject, facts};
use crate::domain::{CloseResult, FactKind, FactStatus, Stamp};
use std::collections::BTreeSet;

pub(super) fn check(subject: &Subject<'_>, known: &Known, out: &mut Vec<Problem>) {
    let names = Names::new(subject.flat, known);
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for test in &subject.reading.book.tests {
        if !seen.insert(test.name.as_str()) {
            found.push(twice(Thing::Test, &test.name));
        }
        names.test(test, &mut found);
    }
    out.extend(
        found
            .into_iter()
            .map(|Problem { spot, code }| Problem { spot, code: Code::InTest(Box::new(code)) }),
    );
}

/// What a test may name.
struct Names<'a> {
    merged: &'a Merged,
    known: &'a Known,
    steps: Vec<&'a str>,
    checks: Vec<&'a str>,
    replies: Vec<&'a str>,
    timers: Vec<String>,
}

impl<'a> Names<'a> {
    fn new(merged: &'a Merged, known: &'a Known) -> Self {
        let overlays = || merged.book.overlays.iter().flat_map(|overlay| &overlay.steps);
        let checks = merged.steps().flat_map(|step| &step.checks);
        let checks = checks.chain(overlays().flat_map(|step| &step.checks));
        let replies = merged.steps().flat_map(|step| &step.replies);
        let replies = replies.chain(overlays().flat_map(|step| &step.replies));
        let of_steps = merged.steps().flat_map(|step| {
            let escalate = step.escalate.as_ref().map(|_| format!("escalate-{}", step.id.value));
            step.timer.as_ref().map(|timer| timer.id.value.clone()).into_iter().chain(escalate)
        });
        let of_overlays = overlays().filter_map(|step| Some(step.timer.as_ref()?.id.value.clone()));
        let of_case = merged.book.timers.iter().map(|timer| timer.id.value.clone());
        Self {
            merged,
            known,
            steps: merged.steps().map(|step| step.id.as_str()).collect(),
            checks: checks.map(|check| check.id.as_str()).collect(),
            replies: replies.map(|reply| reply.id.as_str()).collect(),
            timers: of_steps.chain(of_overlays).chain(of_case).collect(),
        }
    }

    fn test(&self, test: &RawTest, out: &mut Vec<Problem>) {
        setting(&test.case, out);
        if let Some(at) = test.at.as_ref().filter(|at| Stamp::parse(at.as_str()).is_err()) {
            let code = Code::BadTime { text: at.value.clone() };
            out.push(Problem { spot: at.spot.clone(), code });
        }
        for act in &test.acts {
            self.act(act, out);
        }
        self.expect(&test.expect, out);
    }

    fn act(&self, act: &RawAct, out: &mut Vec<Problem>) {
        match &act.deed {
            RawDeed::Record { fact, value, status } => {
                // What is refused may be just what the playbook does not have.
                if act.refused.is_none() {
                    self.record(fact, value, out);
                }
                if let Some(status) = status {
                    one_of(Thing::Status, status, FactStatus::ALL.map(FactStatus::name), out);
                }
            }
            RawDeed::Tick(id) if act.refused.is_none() => {
                one_of(Thing::Check, id, self.checks.iter().copied(), out);
            }
            RawDeed::Send(id) if act.refused.is_none() => {
                one_of(Thing::Reply, id, self.replies.iter().copied().chain(OWN_REPLIES), out);
            }
            RawDeed::Enter(id) if act.refused.is_none() => {
                one_of(Thing::Step, id, self.steps.iter().copied(), out);
            }
            RawDeed::Exhibit(kind) => {
                one_of(Thing::Exhibit, kind, self.known.exhibits(), out);
            }
            RawDeed::Mood(mood) => one_of(Thing::Mood, mood, NameType::Mood.values(), out),
            RawDeed::BuyerType(name) => one_of(Thing::BuyerType, name, BUYER_TYPES, out),
            RawDeed::Wait(rule) => {
                if DueRule::parse(rule.as_str()).is_none() {
                    let code = Code::BadDue { text: rule.value.clone() };
                    out.push(Problem { spot: rule.spot.clone(), code });
                }
            }
            RawDeed::To(name) => self.somewhere(name, out),
            RawDeed::Close(result) => {
                one_of(Thing::Result, result, CloseResult::ALL.map(CloseResult::name), out);
            }
            RawDeed::Tool { key, with } => tool(key, with, act, out),
            RawDeed::Expect(expect) => self.expect(expect, out),
            RawDeed::Tick(_)
            | RawDeed::Send(_)
            | RawDeed::Enter(_)
            | RawDeed::Say(_)
            | RawDeed::Advance
            | RawDeed::Back
            | RawDeed::Calm
            | RawDeed::Skip
            | RawDeed::Keep(_)
            | RawDeed::Pass => {}
        }
        if let Some(code) = &act.refused {
            one_of(Thing::Refusal, code, REFUSALS, out);
        }
        for missing in act.missing.iter().flatten() {
            self.missing(missing, out);
        }
    }

    fn record(&self, name: &At<String>, value: &At<RawValue>, out: &mut Vec<Problem>) {
        if super::steps::told(&self.merged.book.facts, name, out) {
            self.value(name, value, out);
        }
    }

    fn value(&self, name: &At<String>, value: &At<RawValue>, out: &mut Vec<Problem>) {
        if let Some(fact) = self.merged.book.facts.iter().find(|f| f.id.value == name.value) {
            facts::value(fact, value, out);
        }
    }

    /// A step, an ending or the end.
    fn somewhere(&self, name: &At<String>, out: &mut Vec<Problem>) {
        let endings = self.merged.book.endings.iter().map(|ending| ending.id.as_str());
        let known = self.steps.iter().copied().chain(endings).chain([END]);
        one_of(Thing::Step, name, known, out);
    }

    fn expect(&self, expect: &RawExpect, out: &mut Vec<Problem>) {
        // After a hand-over the steps are another playbook's.
        if let Some(id) = &expect.playbook {
            one_of(Thing::Playbook, id, self.known.playbooks(), out);
        } else {
            let steps = expect.path.iter().flatten().chain(&expect.at);
            for step in steps {
                one_of(Thing::Step, step, self.steps.iter().copied(), out);
            }
            for reply in expect.suggests.iter().chain(&expect.hides) {
                one_of(Thing::Reply, reply, self.replies.iter().copied(), out);
            }
            for timer in expect.timers.iter().flatten() {
                one_of(Thing::Timer, timer, self.timers.iter().map(String::as_str), out);
            }
        }
        if let Some(ending) = &expect.ending {
            let endings = self.merged.book.endings.iter().map(|ending| ending.id.as_str());
            one_of(Thing::Ending, ending, endings.chain([END]), out);
        }
        for missing in expect.missing.iter().flatten() {
            self.missing(missing, out);
        }
        for (name, value) in &expect.facts {
            let facts = &self.merged.book.facts;
            match facts.iter().find(|fact| fact.id.value == name.value) {
                Some(_) => self.value(name, value, out),
                None => unknown(Thing::Fact, name, facts.iter().map(|f| f.id.as_str()), out),
            }
        }
    }

    /// `check:ID`, `fact:ID`, `need:N`, `exhibit:KIND`, `reopened:STEP`, `callback`.
    fn missing(&self, code: &At<String>, out: &mut Vec<Problem>) {
        const FORMS: [&str; 6] =
            ["check:ID", "fact:ID", "need:1", "exhibit:KIND", "reopened:STEP", "callback"];
        let text = code.as_str();
        let (kind, name) = text.split_once(':').unwrap_or((text, ""));
        let name = At::new(name.to_owned(), code.spot.clone());
        match kind {
            "check" | "fact" | "reopened" if name.as_str().is_empty() => {
                unknown(Thing::Missing, code, FORMS, out);
            }
            "check" => one_of(Thing::Check, &name, self.checks.iter().copied(), out),
            "fact" => {
                let facts = self.merged.book.facts.iter().map(|fact| fact.id.as_str());
                one_of(Thing::Fact, &name, facts, out);
            }
            "reopened" => one_of(Thing::Step, &name, self.steps.iter().copied(), out),
            "need" if name.as_str().parse::<usize>().is_ok_and(|n| n > 0) => {}
            "exhibit" if !name.as_str().is_empty() => {}
            "callback" if name.as_str().is_empty() => {}
            _no_kind => unknown(Thing::Missing, code, FORMS, out),
        }
    }
}

/// What is done with a tool of the desk must be readable.
fn tool(
    key: &'static str,
    with: &[(&'static str, At<RawValue>)],
    act: &RawAct,
    out: &mut Vec<Problem>,
) {
    match super::super::rehearse::tool(key, with) {
        Ok(_) => {}
        Err(WrongTool::Missing(key)) => {
            let code = Code::MissingKey { key, table: Table::Act };
            out.push(Problem { spot: act.spot.clone(), code });
        }
        Err(WrongTool::Value(key, found, known)) => {
            let written = with.iter().find(|(name, _)| *name == key);
            let spot = written.map_or(&act.spot, |(_, value)| &value.spot).clone();
            out.push(Problem { spot, code: Code::unknown(Thing::Value, &found, known) });
        }
    }
}

fn setting(case: &RawSetting, out: &mut Vec<Problem>) {
    let named = [
        (Thing::Platform, NameType::Platform, &case.platform),
        (Thing::Mood, NameType::Mood, &case.mood),
        (Thing::BuyerType, NameType::BuyerType, &case.buyer_type),
        (Thing::Language, NameType::Lang, &case.lang),
        (Thing::Tone, NameType::Tone, &case.tone),
    ];
    for (thing, kind, name) in named {
        if let Some(name) = name {
            one_of(thing, name, kind.values(), out);
        }
    }
    if let Some(amount) = case.order_amount.as_ref().filter(|a| fen(&a.value).is_none()) {
        let (fact, found) = ("order_amount".to_owned(), amount.value.type_name());
        let code = Code::ValueType { fact, kind: FactKind::Money, found };
        out.push(Problem { spot: amount.spot.clone(), code });
    }
}
