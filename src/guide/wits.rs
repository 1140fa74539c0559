//! The signals and the guard together, as one console or one run has them.

use super::{Guard, SignalFault, Signals};

/// What the guide knows.
#[derive(Debug, Clone, Default)]
pub struct Wits {
    /// What is listened for.
    pub signals: Signals,
    /// What a draft must not say.
    pub guard: Guard,
}

/// A file of the shop's own: the name diagnostics call it, and its text.
pub type OwnFile<'a> = (&'a str, &'a str);

impl Wits {
    /// The shipped knowledge, with the shop's own signals, rules and wording over it.
    #[must_use]
    pub fn new(
        signals: Option<OwnFile<'_>>,
        guard: Option<OwnFile<'_>>,
        wording: Option<OwnFile<'_>>,
    ) -> Self {
        let mut wits = Self { signals: Signals::shipped(), guard: Guard::shipped() };
        if let Some((name, text)) = signals {
            wits.signals.add(name, text);
        }
        if let Some((name, text)) = guard {
            wits.guard.add(name, text);
        }
        if let Some((name, text)) = wording {
            wits.guard.add_wording(name, text);
        }
        wits
    }

    /// The shipped knowledge alone.
    #[must_use]
    pub fn shipped() -> Self {
        Self::new(None, None, None)
    }

    /// What is wrong in the files, and which examples they do not keep.
    #[must_use]
    pub fn faults(&self) -> Vec<SignalFault> {
        let files = self.signals.faults().iter().chain(self.guard.faults()).cloned();
        files.chain(self.signals.rehearse()).chain(self.guard.rehearse()).collect()
    }
}
