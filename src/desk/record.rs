//! A fact is recorded: of a kind the playbook declares, from a message the case has.

use super::{
    Desk, Refusal,
    refusal::{Named, nearest},
};
use crate::domain::{CaseState, Event, FactId, FactStatus, FactValue, MessageNo};

/// Decides the event of recording a fact.
pub(super) fn record(
    case: &CaseState,
    fact: FactId,
    value: FactValue,
    status: FactStatus,
    source: Option<MessageNo>,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    let Some(declared) = desk.playbook.fact(&fact) else {
        let known = desk.playbook.facts.iter().map(|fact| fact.id.as_str());
        return Err(Refusal::Unknown {
            what: Named::Fact,
            nearest: nearest(fact.as_str(), known),
            name: fact.to_string(),
        });
    };
    if declared.compute.is_some() {
        return Err(Refusal::Computed(fact.to_string()));
    }
    if declared.kind != value.kind() {
        return Err(Refusal::WrongKind { fact: fact.to_string(), kind: declared.kind });
    }
    if let FactValue::Enum(chosen) = &value
        && !declared.values.iter().any(|value| value.id == *chosen)
    {
        let values = declared.values.iter().map(|value| value.id.clone()).collect();
        return Err(Refusal::NoSuchValue { fact: fact.to_string(), values });
    }
    if let Some(no) = source
        && (no.0 == 0 || no > case.tally.last_no)
    {
        return Err(Refusal::NoSuchMessage(no));
    }
    let same = case.facts.get(&fact).is_some_and(|known| {
        known.value == value && known.status == status && known.source == source
    });
    if same {
        return Err(Refusal::NothingNew);
    }
    Ok(vec![Event::FactRecorded { fact, value, status, source }])
}
