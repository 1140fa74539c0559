//! What a file says of the whole case, as written: groups, endings, clocks, evidence.

use super::super::spot::At;
use super::RawWords;

/// What proves the matter.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawEvidence {
    pub(crate) must: Vec<At<String>>,
    pub(crate) nice: Vec<At<String>>,
}

/// Words of a buyer that point to the playbook.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawTrigger {
    pub(crate) zh: Vec<At<String>>,
    pub(crate) en: Vec<At<String>>,
}

/// A group of steps.
#[derive(Debug, Clone)]
pub(crate) struct RawGroup {
    pub(crate) id: At<String>,
    pub(crate) title: RawWords,
    pub(crate) enough: Option<At<i64>>,
}

/// An ending.
#[derive(Debug, Clone)]
pub(crate) struct RawEnding {
    pub(crate) id: At<String>,
    pub(crate) title: RawWords,
    pub(crate) result: At<String>,
    pub(crate) reply: Option<At<String>>,
}

/// A clock of the whole case.
#[derive(Debug, Clone)]
pub(crate) struct RawCaseTimer {
    pub(crate) id: At<String>,
    pub(crate) title: RawWords,
    pub(crate) start: Option<At<String>>,
    pub(crate) stop: Option<At<String>>,
    pub(crate) pause: Option<At<String>>,
    pub(crate) from: Option<At<String>>,
    pub(crate) due: At<String>,
    pub(crate) warn: Option<Vec<At<i64>>>,
    pub(crate) basis: Vec<At<String>>,
}
