//! The way a case came to its step: every step it stood at, and the detours to steps that a changed
//! fact has opened again.

use super::{CaseState, Stamp, StepId, StepReason};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A step the case stood at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Which step.
    pub step: StepId,
    /// Why it was entered; `None` for the first.
    pub reason: Option<StepReason>,
    /// When.
    pub at: Stamp,
    /// The steps passed over on the way here: they did not apply, or nothing was left to do there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passed: Vec<StepId>,
    /// How many promises had been made before.
    pub promises: usize,
}

impl Visit {
    /// A visit that passed over nothing, before anything was promised.
    #[must_use]
    pub const fn new(step: StepId, reason: Option<StepReason>, at: Stamp) -> Self {
        Self { step, reason, at, passed: Vec::new(), promises: 0 }
    }
}

/// A walk through steps opened again, back to where the case stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detour {
    /// Where the case stood.
    pub from: StepId,
    /// The way it had come, that step included.
    pub walked: Vec<StepId>,
}

impl CaseState {
    /// The way the case came to its step, first step first: going back shortens it, so that going
    /// back twice leads two steps back. A turn to calming and back leaves no trace in it.
    #[must_use]
    pub fn path(&self) -> Vec<&StepId> {
        self.trail().into_iter().map(|visit| &visit.step).collect()
    }

    /// The visits the way consists of, each as it was first entered.
    #[must_use]
    pub fn trail(&self) -> Vec<&Visit> {
        let mut trail: Vec<&Visit> = Vec::new();
        for (at, visit) in self.visits.iter().enumerate() {
            // Steps walked before that need not be walked again still lie on the way.
            let walked = self.visits.get(..at).unwrap_or_default();
            let first = |step: &StepId| walked.iter().find(|visit| visit.step == *step);
            trail.extend(visit.passed.iter().filter_map(first));
            extend(&mut trail, visit);
        }
        trail
    }

    /// The steps already walked that a changed fact may open again: those on the way before the
    /// current one, those passed over on it, and while steps opened again are walked, the rest of
    /// the way the case had come.
    #[must_use]
    pub fn behind(&self) -> BTreeSet<&StepId> {
        let trail = self.trail();
        let passed = trail.iter().flat_map(|visit| &visit.passed);
        let ahead = self.detour.iter().flat_map(|detour| &detour.walked);
        let mut behind: BTreeSet<&StepId> =
            trail.iter().map(|visit| &visit.step).chain(passed).chain(ahead).collect();
        behind.remove(&self.step);
        if let Some(detour) = &self.detour {
            behind.remove(&detour.from);
        }
        behind
    }

    /// The visit the current stay began with: rounds of the same step are one stay, and so is a step
    /// the case came back to from calming.
    #[must_use]
    pub fn stay(&self) -> Option<&Visit> {
        self.trail().pop()
    }

    /// Which round of its step the case is in, from 1.
    #[must_use]
    pub fn round(&self) -> u32 {
        let Some(stay) = self.stay() else { return 1 };
        let begun = self.visits.iter().position(|visit| std::ptr::eq(visit, stay));
        let since = self.visits.iter().skip(begun.unwrap_or_default());
        let again =
            |visit: &&Visit| visit.reason == Some(StepReason::Again) && visit.step == self.step;
        u32::try_from(since.filter(again).count()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// The step the case was taken from when the buyer flared up, while it stands at calming for
    /// that.
    #[must_use]
    pub fn left_for_calming(&self) -> Option<&StepId> {
        match self.trail().as_slice() {
            [.., before, now] if now.reason == Some(StepReason::Calming) => Some(&before.step),
            _on_its_way => None,
        }
    }

    /// Notes that the case stands at another step.
    pub(super) fn enter(
        &mut self,
        step: &StepId,
        reason: StepReason,
        at: Stamp,
        passed: &[StepId],
    ) {
        if reason == StepReason::Undone {
            return self.undo(step);
        }
        self.turn(step, reason);
        self.reopened.remove(step);
        self.step = step.clone();
        let (step, reason, passed) = (step.clone(), Some(reason), passed.to_vec());
        self.visits.push(Visit { step, reason, at, passed, promises: self.promises.len() });
    }

    /// As if the reply that moved the case on had never been: neither is the step it moved to.
    fn undo(&mut self, step: &StepId) {
        self.visits.pop();
        self.step = step.clone();
        let taken_back = self.sent.iter().rev().find(|sent| sent.retracted);
        if let Some(sent) = taken_back.filter(|sent| sent.visits == self.visits.len()) {
            self.detour.clone_from(&sent.detour);
            let open = sent.open.iter().filter(|step| !sent.reopened.contains(step));
            self.reopened.extend(open.cloned());
        }
    }

    /// A detour begins with the first step opened again, and ends where the case stood, on a new
    /// way, or when the agent goes their own way.
    fn turn(&mut self, step: &StepId, reason: StepReason) {
        match reason {
            StepReason::Reopened => {
                if self.detour.is_none() {
                    let walked = self.path().into_iter().cloned().collect();
                    self.detour = Some(Detour { from: self.step.clone(), walked });
                }
            }
            StepReason::Forward | StepReason::Skipped | StepReason::Entered => {
                let goes_on =
                    |detour: &Detour| detour.from != *step && detour.walked.contains(step);
                if !self.detour.as_ref().is_some_and(goes_on) {
                    self.detour = None;
                }
            }
            StepReason::Back | StepReason::Moved | StepReason::Undone => self.detour = None,
            StepReason::Calming | StepReason::Again => {}
        }
    }
}

fn extend<'a>(trail: &mut Vec<&'a Visit>, visit: &'a Visit) {
    let cut = |trail: &mut Vec<&'a Visit>| {
        let place = trail.iter().rposition(|before| before.step == visit.step);
        if let Some(place) = place {
            trail.truncate(place.saturating_add(1));
        }
        place.is_some()
    };
    match visit.reason {
        Some(StepReason::Again) => return,
        Some(StepReason::Back | StepReason::Undone) => {
            trail.pop();
            if cut(trail) {
                return;
            }
        }
        Some(StepReason::Reopened) => {
            if cut(trail) {
                return;
            }
        }
        Some(StepReason::Forward) => {
            let returns = matches!(trail.as_slice(), [.., before, calming]
                if calming.reason == Some(StepReason::Calming) && before.step == visit.step);
            if returns {
                trail.pop();
                return;
            }
        }
        Some(
            StepReason::Skipped | StepReason::Calming | StepReason::Moved | StepReason::Entered,
        )
        | None => {}
    }
    trail.push(visit);
}
