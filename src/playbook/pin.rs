//! The version a case runs on, kept with the case: the shop may change its files, the case goes on
//! as it began.

use super::book::Playbook;
use super::diagnostic::Diagnostic;
use super::examine::{Depth, Outcome, examine};
use super::read::read;
use super::source::{Origin, Source};
use crate::domain::PlaybookRef;
use serde::{Deserialize, Serialize};

/// A playbook as the case file keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// Which playbook, in which version.
    pub reference: PlaybookRef,
    /// Its own text and its parents', child first.
    pub sources: Vec<String>,
}

impl Playbook {
    /// What the case file keeps of this playbook.
    #[must_use]
    pub fn pin(&self) -> Pin {
        Pin { reference: self.reference.clone(), sources: self.sources.clone() }
    }

    /// The playbook as it was pinned, whatever has become of the files since.
    ///
    /// # Errors
    /// What is wrong with the kept texts, as when they were kept by another program version or
    /// changed by hand.
    pub fn from_pin(pin: &Pin) -> Result<Self, Vec<Diagnostic>> {
        let sources: Vec<Source> = pin
            .sources
            .iter()
            .enumerate()
            .map(|(at, text)| Source {
                name: match at {
                    0 => format!("{}@{}", pin.reference.id, pin.reference.version),
                    n => format!("{}@{} ({n})", pin.reference.id, pin.reference.version),
                },
                origin: Origin::Pinned,
                text: text.clone(),
            })
            .collect();
        let mut parent: Option<Outcome> = None;
        for (at, source) in sources.iter().enumerate().rev() {
            let reading = read(&source.text, at);
            let texts: Vec<String> = pin.sources.iter().skip(at).cloned().collect();
            let outcome = examine(&reading, parent.as_ref(), &texts, &sources, Depth::Names);
            parent = Some(outcome);
        }
        let Some(outcome) = parent else {
            return Err(Vec::new());
        };
        let diagnostics = outcome.diagnostics(&sources);
        outcome.into_playbook().ok_or(diagnostics)
    }
}
