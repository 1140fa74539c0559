//! What differs for some buyers, moods, platforms, languages or shops.

use super::reply::Reply;
use super::step::{Check, Need, StepTimer};
use crate::domain::{Lang, Mood, Platform, StepId, Words};

/// Changes to steps that hold while a case is of a certain sort.
#[derive(Debug)]
pub struct Overlay {
    /// For which cases.
    pub when: OverlayFor,
    /// What it changes.
    pub steps: Vec<StepOverlay>,
}

/// The cases an overlay is for: every list that is not empty must have the case's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OverlayFor {
    /// Names of buyer types, as conditions know them.
    pub buyer_types: Vec<String>,
    /// Moods.
    pub moods: Vec<Mood>,
    /// Platforms.
    pub platforms: Vec<Platform>,
    /// Languages of the replies.
    pub langs: Vec<Lang>,
    /// Names of shops.
    pub shops: Vec<String>,
}

/// What an overlay changes in a step.
#[derive(Debug)]
pub struct StepOverlay {
    /// The step.
    pub id: StepId,
    /// Whether the step is passed over.
    pub skip: bool,
    /// Said instead of the step's own.
    pub why: Option<Words>,
    /// Said instead of the step's own.
    pub feel: Option<Words>,
    /// Runs instead of the step's own.
    pub timer: Option<StepTimer>,
    /// Must hold besides the step's own.
    pub needs: Vec<Need>,
    /// Added; one with the id of the step's replaces it.
    pub checks: Vec<Check>,
    /// Added; one with the id of the step's replaces it.
    pub replies: Vec<Reply>,
}

impl OverlayFor {
    /// Whether it is for a case like this; a buyer of no known type has an empty name.
    #[must_use]
    pub fn matches(
        &self,
        buyer_type: &str,
        mood: Mood,
        platform: Platform,
        lang: Lang,
        shop: &str,
    ) -> bool {
        fn any<T>(list: &[T], has: impl Fn(&T) -> bool) -> bool {
            list.is_empty() || list.iter().any(has)
        }
        any(&self.buyer_types, |name| name == buyer_type)
            && any(&self.moods, |one| *one == mood)
            && any(&self.platforms, |one| *one == platform)
            && any(&self.langs, |one| *one == lang)
            && any(&self.shops, |name| name == shop)
    }
}
