//! Who answers for it: from something confirmed, our own faults looked at before the buyer's.

use super::{SettlingRefusal, done};
use crate::desk::Refusal;
use crate::domain::{CaseState, Event, FactStatus, SettlingDeed, Verdict};

/// Decides the event of a verdict, or of taking it back.
pub(super) fn give(
    case: &CaseState,
    verdict: Option<Verdict>,
    reason: String,
    own_faults: String,
) -> Result<Vec<Event>, Refusal> {
    let before = case.settling.verdict.as_ref();
    if let Some(verdict) = verdict {
        let confirmed = case.facts.values().any(|fact| fact.status == FactStatus::Confirmed);
        if !confirmed && verdict != Verdict::Unclear {
            return Err(SettlingRefusal::FactFirst.into());
        }
        if verdict == Verdict::Buyer && own_faults.trim().is_empty() {
            return Err(SettlingRefusal::OwnFaultsFirst.into());
        }
    }
    let same = match (before, verdict) {
        (None, None) => true,
        (Some(judged), Some(verdict)) => {
            judged.verdict == verdict && judged.reason == reason && judged.own_faults == own_faults
        }
        (Some(_), None) | (None, Some(_)) => false,
    };
    if same {
        return Err(Refusal::NothingNew);
    }
    Ok(done(SettlingDeed::VerdictGiven { verdict, reason, own_faults }))
}
