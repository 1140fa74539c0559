//! What is to be collected: one kind of exhibit, or one of several.

use crate::domain::ExhibitKind;
use std::fmt;

/// An exhibit that is wanted; any of the kinds will do.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ExhibitWant {
    /// The kinds; never empty.
    pub any: Vec<ExhibitKind>,
}

/// What proves a matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// Without these it cannot be proved.
    pub must: Vec<ExhibitWant>,
    /// These help.
    pub nice: Vec<ExhibitWant>,
}

impl ExhibitWant {
    /// Reads `ev.pod|ev.auth-pod`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let kinds = text.split('|').map(str::trim);
        let any: Vec<ExhibitKind> = kinds.clone().map(ExhibitKind::from).collect();
        kinds.into_iter().all(|kind| !kind.is_empty()).then_some(Self { any })
    }

    /// Whether an exhibit of `kind` satisfies it.
    #[must_use]
    pub fn takes(&self, kind: &ExhibitKind) -> bool {
        self.any.contains(kind)
    }
}

/// As the file writes it.
impl fmt::Display for ExhibitWant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, kind) in self.any.iter().enumerate() {
            let between = if at > 0 { "|" } else { "" };
            write!(f, "{between}{kind}")?;
        }
        Ok(())
    }
}
