//! Something is collected that shows how things are, or was noted by mistake.

use super::Refusal;
use crate::domain::{CaseState, Event, ExhibitKind, ExhibitNo, MessageNo};

/// Decides the event of noting an exhibit.
pub(super) fn note(
    case: &CaseState,
    kind: ExhibitKind,
    what: String,
    source: Option<MessageNo>,
) -> Result<Vec<Event>, Refusal> {
    if kind.as_str().trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some(no) = source
        && (no.0 == 0 || no > case.tally.last_no)
    {
        return Err(Refusal::NoSuchMessage(no));
    }
    // Two of a kind are two; the same one twice is a slip.
    let same = case
        .held_exhibits()
        .any(|held| held.kind == kind && held.what == what && held.source == source);
    if same {
        return Err(Refusal::NothingNew);
    }
    let before = u32::try_from(case.exhibits.len()).unwrap_or(u32::MAX);
    let no = ExhibitNo(before.saturating_add(1));
    Ok(vec![Event::ExhibitNoted { no, exhibit: kind, what, source }])
}

/// Decides the event of dropping an exhibit.
pub(super) fn drop(case: &CaseState, no: ExhibitNo) -> Result<Vec<Event>, Refusal> {
    let held = case.exhibit(no).is_some_and(|exhibit| !exhibit.dropped);
    if held { Ok(vec![Event::ExhibitDropped { no }]) } else { Err(Refusal::NoSuchExhibit(no)) }
}
