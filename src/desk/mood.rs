//! The agent judges how the buyer feels.

use super::Refusal;
use crate::domain::{CaseState, Event, Mood};

/// Decides the event of judging the mood.
pub(super) fn mood(case: &CaseState, mood: Mood) -> Result<Vec<Event>, Refusal> {
    if case.mood == mood {
        return Err(Refusal::NothingNew);
    }
    Ok(vec![Event::MoodSet { mood }])
}
