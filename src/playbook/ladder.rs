//! Offers in order: the next one only after the one before was sent and did not suffice.

use super::book::{Playbook, Step};
use super::scope::{Judge, Scope};
use super::situation::Situation;
use crate::domain::ReplyId;

impl Playbook {
    /// The rung that goes before a reply: the one that was not sent yet or, where all were, the last
    /// of them, because nothing calls for a further one. Nothing when the reply may be offered.
    #[must_use]
    pub fn rung_before(
        &self,
        step: &Step,
        reply: &ReplyId,
        situation: &Situation<'_>,
    ) -> Option<ReplyId> {
        let ladder = step.ladder.as_ref()?;
        let place = ladder.replies.iter().position(|rung| rung == reply)?;
        let below = ladder.replies.get(..place)?;
        let last = below.last()?;
        let unsent = below.iter().find(|rung| !situation.case.was_sent(rung));
        if let Some(unsent) = unsent {
            return Some(unsent.clone());
        }
        let scope = Scope::new(self, &step.id, situation);
        let judge = Judge::new(&scope);
        let still = ladder.still.as_ref().is_none_or(|still| still.holds(&judge) == Ok(true));
        (!still).then(|| last.clone())
    }
}
