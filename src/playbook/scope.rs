//! What names mean in conditions: the case, as far as conditions may see it.

use super::book::{FactDecl, Playbook};
use super::condition::formula::Formula;
use super::situation::Situation;
use crate::domain::{
    CheckId, FactId, FactKind, FactStatus, FactValue, PromiseStatus, ReplyId, StepId,
};
use cel::common::value::CowVal;
use cel::context::VariableResolver;
use cel::{Context, Env, ExecutionError, Value};
use std::sync::{Arc, LazyLock};

/// The CEL standard library, built once: it never changes.
static LIBRARY: LazyLock<Arc<Env>> = LazyLock::new(|| Arc::new(Env::stdlib()));

/// A situation as conditions see it, at a step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) book: &'a Playbook,
    pub(crate) step: &'a StepId,
    pub(crate) situation: &'a Situation<'a>,
}

/// Decides conditions in one situation.
pub(crate) struct Judge<'p, 'v> {
    context: Context<'p, 'v>,
}

impl<'v> Judge<'_, 'v> {
    pub(crate) fn new(scope: &'v Scope<'v>) -> Self {
        let mut context = Context::with_env(Arc::clone(&LIBRARY));
        context.set_variable_resolver(scope);
        Self { context }
    }

    pub(crate) fn value(&self, formula: &Formula) -> Result<Value, ExecutionError> {
        Value::resolve(&formula.expr, &self.context)
    }
}

impl VariableResolver for Scope<'_> {
    fn resolve<'b>(&'b self, name: &str) -> Option<CowVal<'b, 'b>> {
        let value = match name.split_once('/') {
            Some((function, argument)) => Value::Bool(self.ask(function, argument)?),
            // A fact goes before a name: playbooks in use may have declared what is a name now.
            None => self.fact(name).or_else(|| self.name(name))?,
        };
        value.try_into().ok().map(CowVal::Owned)
    }
}

impl Scope<'_> {
    fn name(&self, name: &str) -> Option<Value> {
        let case = self.situation.case;
        Some(match name {
            "mood" => Value::from(case.mood.name()),
            "hot" => Value::Bool(case.mood.is_hot()),
            "platform" => Value::from(case.platform.name()),
            "buyer_messages" => Value::Int(case.tally.buyer.into()),
            "replies_sent" => count(case.sent.iter().filter(|sent| !sent.retracted).count()),
            "waiting" => Value::Bool(case.tally.waiting_since.is_some()),
            "open_promises" => count(case.open_promises().count()),
            "broken_promises" => {
                let broken = |status| status == PromiseStatus::Broken;
                count(case.promises.iter().filter(|promise| broken(promise.status)).count())
            }
            "has_order" => Value::Bool(case.order.is_some()),
            "visits" => count(case.visits.iter().filter(|v| v.step == *self.step).count()),
            "today" => {
                let day = self.situation.calendar.day_of(self.situation.now);
                Value::from(day.to_string())
            }
            _a_fact => return None,
        })
    }

    fn fact(&self, name: &str) -> Option<Value> {
        let declared = self.book.facts.iter().find(|fact| fact.id.as_str() == name)?;
        let known = self.situation.fact(&declared.id, declared.kind);
        let value = known.map(|fact| &fact.value).or(declared.default.as_ref());
        Some(value.map_or_else(|| unknown(declared), of))
    }

    fn ask(&self, function: &str, argument: &str) -> Option<bool> {
        let case = self.situation.case;
        let status = || {
            let id = FactId::from(argument);
            let kind = self.book.fact(&id)?.kind;
            self.situation.fact(&id, kind).map(|fact| fact.status)
        };
        Some(match function {
            "known" => status().is_some(),
            "confirmed" => status() == Some(FactStatus::Confirmed),
            "disputed" => status() == Some(FactStatus::Disputed),
            "done" => argument.split_once('/').is_some_and(|(step, check)| {
                case.is_checked(&StepId::from(step), &CheckId::from(check))
            }),
            "sent" => case.was_sent(&ReplyId::from(argument)),
            "seen" => case.visits.iter().any(|visit| visit.step.as_str() == argument),
            _no_such_function => return None,
        })
    }
}

fn count(n: usize) -> Value {
    Value::Int(i64::try_from(n).unwrap_or(i64::MAX))
}

/// A fact's value as conditions see it: dates as texts, money in fen.
fn of(value: &FactValue) -> Value {
    match value {
        FactValue::Bool(yes) => Value::Bool(*yes),
        FactValue::Enum(text) | FactValue::Text(text) => Value::from(text.as_str()),
        FactValue::Number(n) => Value::Int(*n),
        FactValue::Money(fen) => Value::Int(fen.0),
        FactValue::Date(day) => Value::from(day.to_string()),
        FactValue::List(list) => {
            let texts: Vec<Value> = list.iter().map(|text| Value::from(text.as_str())).collect();
            Value::List(texts.into())
        }
    }
}

/// What an unknown fact without a default is.
fn unknown(declared: &FactDecl) -> Value {
    match declared.kind {
        FactKind::Bool => Value::Bool(false),
        FactKind::Enum | FactKind::Text | FactKind::Date => Value::from(""),
        FactKind::Number | FactKind::Money => Value::Int(0),
        FactKind::List => Value::List(Vec::new().into()),
    }
}
