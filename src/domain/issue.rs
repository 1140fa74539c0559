//! What a complaint is about, as a short word playbooks claim: `damage`, `logistics`, `invoice`.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An issue's id. Open ended: a shop may add its own in a playbook's `issue` list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Issue(String);

impl Issue {
    /// The issue of cases nobody has named yet.
    pub const UNSORTED: &'static str = "unsorted";

    /// An issue by its id.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Issue {
    fn default() -> Self {
        Self::new(Self::UNSORTED)
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
