//! What a fact is in a situation: as recorded, or as computed.

use super::book::Playbook;
use super::scope::Scope;
use super::situation::Situation;
use crate::domain::{FactId, FactValue};

impl Playbook {
    /// The value of a fact, computed ones too; `None` while it is unknown. A default is no value.
    #[must_use]
    pub fn value_of(&self, fact: &FactId, situation: &Situation<'_>) -> Option<FactValue> {
        let declared = self.fact(fact)?;
        let scope = Scope::new(self, &situation.case.step, situation);
        scope.known(declared).map(std::borrow::Cow::into_owned)
    }
}
