//! `[[step.reply]]` as written.

use super::super::spot::At;
use super::{RawValue, RawWords};

/// A scripted reply.
#[derive(Debug, Clone)]
pub(crate) struct RawReply {
    pub(crate) id: At<String>,
    pub(crate) kind: At<String>,
    pub(crate) title: RawWords,
    pub(crate) when: Option<At<String>>,
    pub(crate) text: RawWords,
    pub(crate) wordings: Vec<RawWords>,
    pub(crate) fallback: Option<RawWords>,
    pub(crate) polite: Option<RawWords>,
    pub(crate) plain: Option<RawWords>,
    pub(crate) attach: Vec<At<String>>,
    pub(crate) done: Vec<At<String>>,
    pub(crate) sets: Vec<RawSets>,
    pub(crate) promises: Vec<RawPromise>,
    pub(crate) asks: Option<Vec<At<String>>>,
}

/// A fact that sending records.
#[derive(Debug, Clone)]
pub(crate) struct RawSets {
    pub(crate) fact: At<String>,
    pub(crate) value: At<RawValue>,
}

/// A promise that sending makes.
#[derive(Debug, Clone)]
pub(crate) struct RawPromise {
    pub(crate) id: At<String>,
    pub(crate) what: RawWords,
    pub(crate) due: At<String>,
    pub(crate) within: Option<At<String>>,
}

impl RawReply {
    /// Every text it can be sent with.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &RawWords> {
        let others = self.wordings.iter().chain(&self.fallback);
        [&self.text].into_iter().chain(others).chain(&self.polite).chain(&self.plain)
    }
}

impl RawPromise {
    /// `3wd after goods_back_on` as the rule and the fact, with where they stand.
    pub(crate) fn parts(&self) -> (&str, Option<&str>) {
        match self.due.as_str().split_once(" after ") {
            Some((rule, fact)) => (rule.trim(), Some(fact.trim())),
            None => (self.due.as_str(), None),
        }
    }
}
