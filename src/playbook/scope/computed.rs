//! Facts that follow from others: unknown as long as one of those is.

use super::super::book::{FactDecl, Playbook};
use super::super::condition::Condition;
use super::super::situation::Situation;
use super::{Judge, Scope, order_amount};
use crate::domain::{FactId, FactKind, FactValue, Fen, StepId};
use cel::Value;

/// Computed facts may rest on computed facts, so far; `check` refuses circles before.
pub(super) const DEEPEST: u8 = 8;

impl Scope<'_> {
    pub(super) fn computed(&self, declared: &FactDecl, compute: &Condition) -> Option<FactValue> {
        if self.depth >= DEEPEST {
            return None;
        }
        let below = Scope { depth: self.depth + 1, ..*self };
        if !compute.uses().iter().all(|name| below.is_there(name)) {
            return None;
        }
        let value = compute.value(&Judge::new(&below)).ok()?;
        typed(declared.kind, value)
    }

    /// Whether a name stands for something known; a default is.
    fn is_there(&self, name: &str) -> bool {
        match self.book.facts.iter().find(|fact| fact.id.as_str() == name) {
            Some(fact) => fact.default.is_some() || self.known(fact).is_some(),
            None if name == "order_amount" => order_amount(self.situation.case).is_some(),
            None => true,
        }
    }
}

fn typed(kind: FactKind, value: Value) -> Option<FactValue> {
    match (kind, value) {
        (FactKind::Bool, Value::Bool(yes)) => Some(FactValue::Bool(yes)),
        (FactKind::Enum, Value::String(text)) => Some(FactValue::Enum(text.to_string())),
        (FactKind::Text, Value::String(text)) => Some(FactValue::Text(text.to_string())),
        (FactKind::Number, Value::Int(n)) => Some(FactValue::Number(n)),
        (FactKind::Money, Value::Int(fen)) => Some(FactValue::Money(Fen(fen))),
        (FactKind::Date, Value::String(day)) => day.parse().ok().map(FactValue::Date),
        (FactKind::List, Value::List(list)) => {
            let texts = list.iter().map(|one| match one {
                Value::String(text) => Some(text.to_string()),
                _other => None,
            });
            texts.collect::<Option<_>>().map(FactValue::List)
        }
        _another_type => None,
    }
}

impl Playbook {
    /// What is known of a fact, recorded or computed; nothing for one this playbook has not.
    #[must_use]
    pub fn value(&self, fact: &FactId, situation: &Situation<'_>) -> Option<FactValue> {
        let here: &StepId = &situation.case.step;
        let declared = self.fact(fact)?;
        Scope::new(self, here, situation).known(declared).map(std::borrow::Cow::into_owned)
    }

    /// A fact and every computed one that rests on it.
    pub(crate) fn resting_on(&self, fact: &FactId) -> Vec<&FactId> {
        let mut names: Vec<&FactId> =
            self.facts.iter().map(|known| &known.id).filter(|id| *id == fact).collect();
        loop {
            let rests = |known: &&FactDecl| {
                let uses = known.compute.as_ref().is_some_and(|compute| speaks(compute, &names));
                uses && !names.contains(&&known.id)
            };
            let Some(next) = self.facts.iter().find(rests) else { return names };
            names.push(&next.id);
        }
    }
}

/// Whether a condition looks any of these facts up, in whatever way.
pub(crate) fn speaks(condition: &Condition, facts: &[&FactId]) -> bool {
    const ASKED: [&str; 3] = ["known", "confirmed", "disputed"];
    condition.uses().iter().any(|name| {
        let fact = match name.split_once('/') {
            Some((function, fact)) if ASKED.contains(&function) => fact,
            Some(_about_something_else) => return false,
            None => name,
        };
        facts.iter().any(|known| known.as_str() == fact)
    })
}
