//! What stands in the way of leaving a step.

use super::book::{FactDecl, Playbook, Step};
use super::present::Present;
use super::scope::{Judge, Scope};
use super::situation::Situation;
use crate::domain::{CaseState, CheckId, ExhibitKind, FactId, PromiseStatus, StepId};
use serde::Serialize;

/// Something that stands in the way of going on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "missing", rename_all = "kebab-case")]
pub enum Missing {
    /// A fact has changed that another step rests on; going on leads there.
    Reopened {
        /// The step.
        step: StepId,
        /// Its title.
        title: String,
    },
    /// A check is not ticked.
    Check {
        /// Which.
        id: CheckId,
        /// What it says.
        text: String,
    },
    /// A fact is not known.
    Fact {
        /// Which.
        id: FactId,
        /// The question to the agent.
        ask: String,
    },
    /// An exhibit is not collected.
    Exhibit {
        /// As the playbook writes it: `ev.pod|ev.auth-pod`.
        want: String,
        /// The kinds of which one is wanted.
        any: Vec<ExhibitKind>,
    },
    /// A condition does not hold.
    Need {
        /// Which of the step's, from 1.
        no: usize,
        /// What is missing.
        text: String,
    },
    /// The buyer was not told when to be called back.
    Callback {
        /// Who decides meanwhile.
        to: String,
    },
}

impl Missing {
    /// The name `[[test]]` tables give it: `check:ID`, `need:1`, `callback`.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Reopened { step, .. } => format!("reopened:{step}"),
            Self::Check { id, .. } => format!("check:{id}"),
            Self::Fact { id, .. } => format!("fact:{id}"),
            Self::Exhibit { want, .. } => format!("exhibit:{want}"),
            Self::Need { no, .. } => format!("need:{no}"),
            Self::Callback { .. } => "callback".to_owned(),
        }
    }

    /// What is missing, as far as the playbook has words for it: a title, a text, a question, the kinds
    /// of exhibits as written, who is to call back.
    #[must_use]
    pub const fn text(&self) -> &str {
        match self {
            Self::Reopened { title, .. } => title.as_str(),
            Self::Check { text, .. } | Self::Need { text, .. } => text.as_str(),
            Self::Fact { ask, .. } => ask.as_str(),
            Self::Exhibit { want, .. } => want.as_str(),
            Self::Callback { to } => to.as_str(),
        }
    }

    /// Whether the step itself lacks it; a step opened again is another one's matter, and going on
    /// leads there.
    #[must_use]
    pub const fn is_here(&self) -> bool {
        !matches!(self, Self::Reopened { .. })
    }
}

impl Playbook {
    /// What stands in the way of going on from the step a case stands at; of another step, what it
    /// lacks itself.
    pub(crate) fn missing(&self, step: &Step, situation: &Situation<'_>) -> Vec<Missing> {
        let case = situation.case;
        let mut missing = Vec::new();
        if case.step == step.id && case.left_for_calming().is_none() {
            missing.extend(self.open_again(situation).into_iter().map(|open| Missing::Reopened {
                step: open.id.clone(),
                title: open.title.get(situation.lang).to_owned(),
            }));
        }
        if !self.is_spared(step, situation) {
            missing.extend(self.lacks(step, situation));
        }
        missing
    }

    /// What a step lacks: checks first, then facts, exhibits and conditions, the order in which they
    /// are worked down.
    pub(crate) fn lacks(&self, step: &Step, situation: &Situation<'_>) -> Vec<Missing> {
        let (case, lang) = (situation.case, situation.lang);
        let present = self.presented(step, situation);
        let scope = Scope::new(self, &step.id, situation);
        let judge = Judge::new(&scope);
        let mut missing: Vec<Missing> = present
            .checks()
            .into_iter()
            .filter(|check| !check.optional && !check.is_done(&step.id, case, &judge))
            .map(|check| Missing::Check {
                id: check.id.clone(),
                text: check.text.get(lang).to_owned(),
            })
            .collect();
        let unknown = |fact: &&FactDecl| {
            step.requires.contains(&fact.id) && situation.fact(&fact.id, fact.kind).is_none()
        };
        let asked = step.asks.iter().filter_map(|id| self.fact(id));
        missing.extend(
            asked.filter(unknown).map(|fact| Missing::Fact {
                id: fact.id.clone(),
                ask: fact.ask.get(lang).to_owned(),
            }),
        );
        let wanted = step.exhibits.iter().filter(|want| !is_collected(case, &want.any));
        missing.extend(
            wanted.map(|want| Missing::Exhibit { want: want.to_string(), any: want.any.clone() }),
        );
        unmet(&present, &judge, situation, &mut missing);
        if let Some(up) = &step.escalate
            && !calls_back(case, &step.id)
        {
            missing.push(Missing::Callback { to: up.to.get(lang).to_owned() });
        }
        missing
    }
}

fn unmet(
    present: &Present<'_>,
    judge: &Judge<'_, '_>,
    situation: &Situation<'_>,
    missing: &mut Vec<Missing>,
) {
    for (no, need) in (1..).zip(present.needs()) {
        // A need that cannot be decided is not met: better one question too many than a gate open.
        if need.when.holds(judge) != Ok(true) {
            let text = need.words.get(situation.lang).to_owned();
            missing.push(Missing::Need { no, text });
        }
    }
}

/// Whether an exhibit of one of the kinds was collected.
pub(crate) fn is_collected(case: &CaseState, any: &[ExhibitKind]) -> bool {
    any.iter().any(|kind| case.has_exhibit(kind.as_str()))
}

/// Whether something was promised since the step was entered. Of a step the case does not stand at,
/// the last time counts.
fn calls_back(case: &CaseState, step: &StepId) -> bool {
    let since = if case.step == *step {
        case.stay().map(|visit| visit.promises)
    } else {
        case.visits.iter().rev().find(|visit| visit.step == *step).map(|visit| visit.promises)
    };
    let made = case.promises.iter().skip(since.unwrap_or(usize::MAX));
    made.into_iter().any(|promise| promise.status != PromiseStatus::Withdrawn)
}
