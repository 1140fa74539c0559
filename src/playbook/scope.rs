//! What names mean in conditions: the case, as far as conditions may see it.

pub(crate) mod computed;
mod functions;

use computed::DEEPEST;

use super::book::{Check, FactDecl, Playbook};
use super::condition::formula::Formula;
use super::situation::Situation;
use crate::domain::{
    BuyerType, CaseState, CheckId, ClosingSheet, FactId, FactKind, FactStatus, FactValue, Fen,
    FollowUp, Mood, PromiseStatus, ReplyId, Settling, StepId,
};
use cel::common::value::CowVal;
use cel::context::VariableResolver;
use cel::{Context, Env, ExecutionError, Value};
use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

/// The name of the kind of buyer, and of the fact some playbooks record it as.
const BUYER_TYPE: &str = "buyer_type";

/// The CEL standard library, built once: it never changes.
static LIBRARY: LazyLock<Arc<Env>> = LazyLock::new(|| Arc::new(Env::stdlib()));

/// Lays the functions out before the first condition is decided.
pub(crate) fn prepare() {
    LazyLock::force(&LIBRARY);
}

/// A situation as conditions see it, at a step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) book: &'a Playbook,
    pub(crate) step: &'a StepId,
    pub(crate) situation: &'a Situation<'a>,
    /// How many computed facts stand above what is looked up now.
    depth: u8,
}

/// Decides conditions in one situation.
pub(crate) struct Judge<'p, 'v> {
    context: Context<'p, 'v>,
    scope: &'v Scope<'v>,
}

impl<'v> Judge<'_, 'v> {
    pub(crate) fn new(scope: &'v Scope<'v>) -> Self {
        Self { context: scope.context(), scope }
    }

    pub(crate) fn value(&self, formula: &Formula) -> Result<Value, ExecutionError> {
        if formula.calls.is_empty() {
            return Value::resolve(&formula.expr, &self.context);
        }
        // Few conditions call anything: only they pay for it.
        let mut context = self.scope.context();
        let situation = self.scope.situation;
        let today = situation.calendar.day_of(situation.now);
        functions::add(&mut context, &formula.calls, today);
        Value::resolve(&formula.expr, &context)
    }
}

impl VariableResolver for Scope<'_> {
    fn resolve<'b>(&'b self, name: &str) -> Option<CowVal<'b, 'b>> {
        let value = match name.split_once('/') {
            Some((function, argument)) => Value::Bool(self.ask(function, argument)?),
            // A fact goes before a name: playbooks in use may have declared what is a name now.
            // What kind of buyer it is, is one thing, judged by an act or recorded as a fact.
            None if name == BUYER_TYPE => Value::from(self.book.buyer_type(self.situation)),
            None => self.fact(name).or_else(|| self.name(name))?,
        };
        value.try_into().ok().map(CowVal::Owned)
    }
}

impl<'a> Scope<'a> {
    pub(crate) const fn new(
        book: &'a Playbook,
        step: &'a StepId,
        situation: &'a Situation<'a>,
    ) -> Self {
        Self { book, step, situation, depth: 0 }
    }

    fn context<'p>(&'a self) -> Context<'p, 'a> {
        let mut context = Context::with_env(Arc::clone(&LIBRARY));
        context.set_variable_resolver(self);
        context
    }

    fn name(&self, name: &str) -> Option<Value> {
        let situation = self.situation;
        let case = situation.case;
        Some(match name {
            "mood" => Value::from(case.mood.name()),
            "hot" => Value::Bool(case.mood.is_hot()),
            "unhappy" => Value::Bool(case.mood > Mood::Calm),
            "platform" => Value::from(case.platform.name()),
            "buyer_messages" => Value::Int(case.tally.buyer.into()),
            "replies_sent" => {
                let counts = |sent: &&crate::domain::Sent| !sent.retracted && !sent.statement;
                count(case.sent.iter().filter(counts).count())
            }
            "earlier_cases" => Value::Int(situation.earlier_cases.into()),
            "waiting" => Value::Bool(case.tally.waiting_since.is_some()),
            "buyer_to_act" => Value::Bool(case.buyer_to_act()),
            "open_promises" => count(case.open_promises().count()),
            "broken_promises" => {
                let broken = |status| status == PromiseStatus::Broken;
                count(case.promises.iter().filter(|promise| broken(promise.status)).count())
            }
            "has_order" => Value::Bool(case.order.is_some()),
            "order_amount" => Value::Int(order_amount(case).unwrap_or_default()),
            "visits" => count(case.visits.iter().filter(|v| v.step == *self.step).count()),
            "today" => {
                let day = situation.calendar.day_of(situation.now);
                Value::from(day.to_string())
            }
            "hours_open" => Value::Int(situation.now.since(case.opened_at).as_minutes() / 60),
            "hours_waiting" => {
                let waiting = case.tally.waiting_since;
                Value::Int(waiting.map_or(0, |since| situation.now.since(since).as_minutes() / 60))
            }
            "lang" => Value::from(situation.lang.code()),
            "tone" => Value::from(situation.shop.tone.name()),
            "shop" => Value::from(situation.shop.name.as_str()),
            "open_tasks" => count(case.tasks.iter().filter(|task| task.is_open()).count()),
            "late_tasks" => {
                count(case.tasks.iter().filter(|task| task.is_overdue(situation.now)).count())
            }
            "band_known" => Value::Bool(
                case.settling.figures.resale.is_some()
                    && (case.settling.figures.price.is_some() || order_amount(case).is_some()),
            ),
            other => return settled(other, &case.settling).or_else(|| ended(other, &case.sheet)),
        })
    }

    fn fact(&self, name: &str) -> Option<Value> {
        let declared = self.book.facts.iter().find(|fact| fact.id.as_str() == name)?;
        let known = self.known(declared);
        let value = known.as_deref().or(declared.default.as_ref());
        Some(value.map_or_else(|| unknown(declared), of))
    }

    /// What is known of a fact, recorded or computed.
    pub(crate) fn known(&self, declared: &FactDecl) -> Option<Cow<'a, FactValue>> {
        if let Some(compute) = &declared.compute {
            return self.computed(declared, compute).map(Cow::Owned);
        }
        let fact = self.situation.fact(&declared.id, declared.kind)?;
        Some(Cow::Borrowed(&fact.value))
    }

    fn ask(&self, function: &str, argument: &str) -> Option<bool> {
        let case = self.situation.case;
        let declared = || self.book.fact(&FactId::from(argument));
        let status = || {
            let declared = declared()?;
            self.situation.fact(&declared.id, declared.kind).map(|fact| fact.status)
        };
        Some(match function {
            "known" => declared().is_some_and(|declared| self.known(declared).is_some()),
            "confirmed" => status() == Some(FactStatus::Confirmed),
            "disputed" => status() == Some(FactStatus::Disputed),
            "done" => self.is_done(argument),
            // An offer's own name has its amount in it.
            "sent" if argument == "desk.offer" => !case.settling.offers.is_empty(),
            "sent" => case.was_sent(&ReplyId::from(argument)),
            "seen" => case.visits.iter().any(|visit| visit.step.as_str() == argument),
            "exhibit" => case.has_exhibit(argument),
            "looked_at" => argument
                .split_once('=')
                .is_some_and(|(piece, value)| case.settling.returning.piece(piece) == Some(value)),
            "paid_for" => case.settling.paid().any(|paid| paid.what.name() == argument),
            _no_such_function => return None,
        })
    }

    /// `step/check`; steps of a called playbook have a slash in their own name.
    fn is_done(&self, argument: &str) -> bool {
        let Some((step, check)) = argument.rsplit_once('/') else { return false };
        let (step, check) = (StepId::from(step), CheckId::from(check));
        if self.situation.case.is_checked(&step, &check) {
            return true;
        }
        let declared = self.book.step(&step).map(|step| self.book.presented(step, self.situation));
        let holds = declared.and_then(|step| step.checks().into_iter().find(|c| c.id == check));
        let Some(holds) = holds.and_then(Check::condition) else { return false };
        // A check may ask after another one; in a circle it is not done.
        if self.depth >= DEEPEST {
            return false;
        }
        let there = Scope { step: &step, depth: self.depth + 1, ..*self };
        holds.holds(&Judge::new(&there)) == Ok(true)
    }
}

impl Playbook {
    /// What kind of buyer it is, where that is known.
    #[must_use]
    pub fn kind_of_buyer(&self, situation: &Situation<'_>) -> Option<BuyerType> {
        BuyerType::from_name(self.buyer_type(situation))
    }

    /// What kind of buyer it is, by name: as the agent judged, else as a fact of that name says, else
    /// nothing.
    pub(crate) fn buyer_type<'a>(&self, situation: &Situation<'a>) -> &'a str {
        if let Some(judged) = situation.case.buyer_type {
            return judged.name();
        }
        match situation.case.facts.get(BUYER_TYPE).map(|fact| &fact.value) {
            Some(FactValue::Enum(id)) if self.fact(&BUYER_TYPE.into()).is_some() => id,
            _not_said => "",
        }
    }
}

/// What was worked out, agreed and paid.
fn settled(name: &str, settling: &Settling) -> Option<Value> {
    let fen = |fen: Option<Fen>| Value::Int(fen.unwrap_or_default().0);
    Some(match name {
        "verdict" => Value::from(settling.verdict.as_ref().map_or("", |one| one.verdict.name())),
        "buyer_wish" => Value::from(settling.wish.as_ref().map_or("", |noted| noted.wish.name())),
        "wish_amount" => fen(settling.wish.as_ref().and_then(|noted| noted.amount)),
        "options_feasible" => count(settling.feasible().count()),
        "options_offered" => Value::Bool(!settling.offered.is_empty()),
        "agreed" => Value::Bool(settling.chosen.is_some()),
        "settlement_said" => Value::Bool(!settling.said.is_empty()),
        "offered_sum" => fen(settling.last_offer()),
        "approval" => Value::from(settling.approval()),
        "approved_amount" => fen(settling.granted()),
        "paid_sum" => fen(Some(settling.paid_sum())),
        "return_checked" => Value::Bool(settling.returning.is_complete()),
        "own_faults_seen" => {
            let seen = settling.verdict.as_ref().is_some_and(|one| !one.own_faults.is_empty());
            Value::Bool(seen)
        }
        "points_said" => Value::Bool(!settling.restated.is_empty()),
        "points_answered" => Value::Bool(
            settling
                .restated
                .last()
                .is_some_and(|said| said.points.iter().all(|point| point.answer.is_some())),
        ),
        _a_fact => return None,
    })
}

/// What the end of the case rests on.
fn ended(name: &str, sheet: &ClosingSheet) -> Option<Value> {
    Some(match name {
        "deeds_done" => count(sheet.deeds.len()),
        "buyer_says" => Value::from(match &sheet.confirmed {
            Some(said) if said.satisfied => "satisfied",
            Some(_) => "unsatisfied",
            None => "",
        }),
        "cause_set" => Value::Bool(!sheet.causes.is_empty()),
        "lesson_noted" => Value::Bool(sheet.lesson.is_some()),
        "follow_up" => Value::from(match &sheet.follow_up {
            None => "none",
            Some(FollowUp::Planned { .. }) => "planned",
            Some(FollowUp::Skipped(_)) => "skipped",
            Some(FollowUp::Done { .. }) => "done",
        }),
        _a_fact => return None,
    })
}

/// What was paid, in fen, once it is known.
fn order_amount(case: &CaseState) -> Option<i64> {
    case.order.as_ref()?.amount.map(|amount| amount.0)
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
