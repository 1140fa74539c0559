//! A private note: on the case, never to the buyer.

use super::Refusal;
use crate::domain::{Body, CaseState, Event, RawText};

/// Decides the event of writing a note.
pub(super) fn note(case: &CaseState, text: RawText) -> Result<Vec<Event>, Refusal> {
    if text.clean().as_str().trim().is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(vec![Event::NoteWritten { no: case.tally.last_no.next(), body: Body::new(text) }])
}
