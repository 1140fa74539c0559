//! Facts: names conditions can use, enum values, defaults of the right type.

use super::super::condition::formula::Formula;
use super::super::condition::names::{ASKED, FIRST_ASKED, FIRST_NAMES, NAMES};
use super::super::diagnostic::{Code, Problem, Thing};
use super::super::fact_type::typed;
use super::super::merge::{Merged, twice};
use super::super::schema::{RawFact, RawValue};
use super::super::spot::At;
use super::super::template::names::{DUE, GROUPS};
use super::names::{bad, unknown};
use crate::domain::FactKind;
use std::collections::BTreeSet;

/// Words of CEL and of templates that cannot name a fact.
const WORDS: [&str; 31] = [
    "true",
    "false",
    "null",
    "in",
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "package",
    "namespace",
    "return",
    "var",
    "void",
    "while",
    "not",
    "and",
    "or",
    "is",
    "none",
    "int",
    "string",
    "size",
    "self",
    "range",
];

pub(super) fn check(merged: &Merged, out: &mut Vec<Problem>) {
    for fact in &merged.book.facts {
        name(&fact.id, out);
        values(fact, out);
        if let Some(default) = &fact.default {
            value(fact, default, out);
        }
        if fact.compute.is_some() {
            computed(fact, out);
        }
    }
    circles(&merged.book.facts, out);
    needed(merged, out);
}

/// A need that rests on a fact nobody is asked for stops every case without saying why, or with an
/// overlay every case of such a buyer. An overlay has no question of its own: a step asks for it.
fn needed(merged: &Merged, out: &mut Vec<Problem>) {
    let overlays = || merged.book.overlays.iter().flat_map(|overlay| &overlay.steps);
    // A step this playbook leaves out asks where it is called from.
    let steps = || merged.book.steps.iter();
    let asks = steps().flat_map(|step| step.asks.iter().flatten());
    let replies = steps().flat_map(|step| &step.replies);
    let replies = replies.chain(overlays().flat_map(|step| &step.replies));
    let sets = replies.flat_map(|reply| &reply.sets).map(|sets| &sets.fact);
    let mut told: BTreeSet<String> = asks.chain(sets).map(|fact| fact.value.clone()).collect();
    let needs = merged.steps().flat_map(|step| step.needs.iter().flatten());
    for need in needs.chain(overlays().flat_map(|step| &step.needs)) {
        let Ok(formula) = Formula::parse(need.when.as_str()) else { continue };
        for name in formula.uses.iter().map(|name| name.rsplit('/').next().unwrap_or(name)) {
            let fact = merged.book.facts.iter().find(|fact| fact.id.as_str() == name);
            if fact.is_some_and(|fact| fact.compute.is_none()) && told.insert(name.to_owned()) {
                let code = Code::NeedNotAsked { fact: name.to_owned() };
                out.push(Problem { spot: need.when.spot.clone(), code });
            }
        }
    }
}

/// A computed fact is never asked, and never has another value than the computed one.
fn computed(fact: &RawFact, out: &mut Vec<Problem>) {
    let asked = (!fact.ask.words().is_empty()).then_some(&fact.ask.spot);
    let given = fact.default.as_ref().map(|default| &default.spot);
    for spot in asked.into_iter().chain(given) {
        let code = Code::Computed { fact: fact.id.value.clone() };
        out.push(Problem { spot: spot.clone(), code });
    }
}

/// Computed facts that need each other could never be worked out.
fn circles(facts: &[RawFact], out: &mut Vec<Problem>) {
    let uses: Vec<(&RawFact, Vec<String>)> = facts
        .iter()
        .filter_map(|fact| {
            let formula = Formula::parse(fact.compute.as_ref()?.as_str()).ok()?;
            let names = formula.uses.iter().map(|name| {
                let asked = ASKED.iter().find_map(|f| name.strip_prefix(f)?.strip_prefix('/'));
                asked.unwrap_or(name).to_owned()
            });
            Some((fact, names.collect()))
        })
        .collect();
    for (fact, _) in &uses {
        let mut path = vec![fact.id.value.clone()];
        if leads_back(fact.id.as_str(), &fact.id.value, &uses, &mut path) {
            let code = Code::ComputeCircle { facts: path };
            let spot = fact.compute.as_ref().map_or(&fact.id.spot, |compute| &compute.spot);
            out.push(Problem { spot: spot.clone(), code });
        }
    }
}

fn leads_back(
    from: &str,
    to: &str,
    uses: &[(&RawFact, Vec<String>)],
    path: &mut Vec<String>,
) -> bool {
    let Some((_, names)) = uses.iter().find(|(fact, _)| fact.id.as_str() == from) else {
        return false;
    };
    for name in names {
        if name == to {
            path.push(name.clone());
            return true;
        }
        if path.contains(name) {
            continue;
        }
        path.push(name.clone());
        if leads_back(name, to, uses, path) {
            return true;
        }
        path.pop();
    }
    false
}

fn name(id: &At<String>, out: &mut Vec<Problem>) {
    let text = id.as_str();
    let good = text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if !good {
        bad(Thing::Fact, id, out);
    }
    let taken = FIRST_NAMES.into_iter().chain(FIRST_ASKED).chain(WORDS);
    let groups = GROUPS.iter().map(|(group, _)| *group).chain([DUE]);
    if taken.chain(groups).any(|taken| taken == text) {
        let code = Code::ReservedName { name: text.to_owned() };
        out.push(Problem { spot: id.spot.clone(), code });
    } else if is_name(text) {
        let code = Code::ShadowedName { name: text.to_owned() };
        out.push(Problem { spot: id.spot.clone(), code });
    }
}

fn is_name(text: &str) -> bool {
    NAMES.iter().any(|(name, _)| *name == text)
}

fn values(fact: &RawFact, out: &mut Vec<Problem>) {
    if (fact.kind.value == FactKind::Enum) == fact.values.is_empty() {
        let code = Code::EnumValues { fact: fact.id.value.clone(), kind: fact.kind.value };
        out.push(Problem { spot: fact.kind.spot.clone(), code });
    }
    let mut seen = BTreeSet::new();
    for choice in &fact.values {
        if !seen.insert(choice.id.as_str()) {
            out.push(twice(Thing::Value, &choice.id));
        }
    }
}

/// A value written for a fact: of its type and, for an enum, declared.
pub(super) fn value(fact: &RawFact, written: &At<RawValue>, out: &mut Vec<Problem>) {
    let kind = fact.kind.value;
    if typed(kind, &written.value).is_none() {
        let found = written.value.type_name();
        let code = Code::ValueType { fact: fact.id.value.clone(), kind, found };
        out.push(Problem { spot: written.spot.clone(), code });
        return;
    }
    if let (FactKind::Enum, RawValue::Text(id)) = (kind, &written.value) {
        let known: Vec<&str> = fact.values.iter().map(|choice| choice.id.as_str()).collect();
        // Without values at all the fact itself is told of.
        if !known.is_empty() && !known.contains(&id.as_str()) {
            let name = At::new(id.clone(), written.spot.clone());
            unknown(Thing::Value, &name, known, out);
        }
    }
}
