//! What was collected to show how things are: pictures, records, parcels' tracks. An exhibit is never
//! deleted; one noted by mistake is dropped.

use super::{AgentName, ExhibitKind, ExhibitNo, MessageNo, Stamp};
use serde::{Deserialize, Serialize};

/// Something collected on a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exhibit {
    /// Its ordinal within the case.
    pub no: ExhibitNo,
    /// What kind of thing it is.
    pub kind: ExhibitKind,
    /// What it is or where it lies, in the agent's words; may be empty.
    pub what: String,
    /// The message it came with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<MessageNo>,
    /// When it was noted.
    pub at: Stamp,
    /// Who noted it.
    pub by: AgentName,
    /// Whether it was noted by mistake.
    pub dropped: bool,
}
