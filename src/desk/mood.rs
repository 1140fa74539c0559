//! The agent judges how the buyer feels.

use super::Refusal;
use crate::domain::{CaseState, Event, Mood};

/// Decides the event of judging the mood. The same mood is a judgement too, once the buyer has said
/// more.
pub(super) fn mood(case: &CaseState, mood: Mood) -> Result<Vec<Event>, Refusal> {
    if case.mood == mood && case.judged.mood.is_some_and(|then| then >= case.tally.buyer) {
        return Err(Refusal::NothingNew);
    }
    Ok(vec![Event::MoodSet { mood }])
}
