//! The signals and the guard together, as one console or one run has them.

use super::{Guard, SignalFault, Signals};
use std::sync::OnceLock;

/// What the guide knows.
#[derive(Debug, Clone, Default)]
pub struct Wits {
    /// What is listened for.
    pub signals: Signals,
    /// What a draft must not say; read when the first draft is.
    guard: OnceLock<Guard>,
    own_rules: Option<OwnFile>,
    own_wording: Option<OwnFile>,
}

/// A file of the shop's own: the name diagnostics call it, and its text.
pub type OwnFile = (String, String);

impl Wits {
    /// The shipped knowledge, with the shop's own signals, rules and wording over it.
    #[must_use]
    pub fn new(
        signals: Option<OwnFile>,
        own_rules: Option<OwnFile>,
        own_wording: Option<OwnFile>,
    ) -> Self {
        let mut wits =
            Self { signals: Signals::shipped(), guard: OnceLock::new(), own_rules, own_wording };
        if let Some((name, text)) = signals {
            wits.signals.add(&name, &text);
        }
        wits
    }

    /// The shipped knowledge alone.
    #[must_use]
    pub fn shipped() -> Self {
        Self::new(None, None, None)
    }

    /// What a draft must not say.
    pub fn guard(&self) -> &Guard {
        self.guard.get_or_init(|| {
            let mut guard = Guard::shipped();
            if let Some((name, text)) = &self.own_rules {
                guard.add(name, text);
            }
            if let Some((name, text)) = &self.own_wording {
                guard.add_wording(name, text);
            }
            guard
        })
    }

    /// What is wrong in the files, and which examples they do not keep.
    #[must_use]
    pub fn faults(&self) -> Vec<SignalFault> {
        let files = self.signals.faults().iter().chain(self.guard().faults()).cloned();
        files.chain(self.signals.rehearse()).chain(self.guard().rehearse()).collect()
    }
}
