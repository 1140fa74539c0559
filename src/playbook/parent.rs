//! What a playbook was worked into: its parent, as it stood then.

use super::book::Playbook;
use super::pin::Pin;
use super::source::Text;
use crate::domain::PlaybookRef;

impl Playbook {
    /// The playbook it extends, in the version it was compiled with; `None` when it stands alone.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let sources: Vec<Text> = self.sources.iter().skip(1).cloned().collect();
        if sources.is_empty() {
            return None;
        }
        let PlaybookRef { id, version } = &self.reference;
        let reference = PlaybookRef { id: id.clone(), version: version.clone() };
        Self::from_pin(&Pin { reference, sources }).ok()
    }
}
