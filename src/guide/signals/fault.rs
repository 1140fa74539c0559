//! What can be wrong in a file of signals: what happened, where, what to do.

use super::PatternError;
use crate::standard::Place;

/// A fault in a file of signals.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignalFault {
    /// The file is no TOML of signals; nothing of it counts.
    #[error(
        "{place}: the file cannot be read: {message}. Correct it; until then none of it counts."
    )]
    File {
        /// Where reading stopped.
        place: Place,
        /// The reader's words.
        message: String,
    },
    /// A signal tells nothing, or two things at once; it is left out.
    #[error(
        "{place}: '{id}' must tell one thing: issue, mood, threat or sign. It is left out; \
         keep one of them."
    )]
    Tells {
        /// Where the signal starts.
        place: Place,
        /// The signal.
        id: String,
    },
    /// A name that is not known; the signal is left out.
    #[error(
        "{place}: '{name}' in '{id}' is not known. Known are: {known}. The signal is left out."
    )]
    Unknown {
        /// Where the signal starts.
        place: Place,
        /// The signal.
        id: String,
        /// The name.
        name: String,
        /// What is known.
        known: String,
    },
    /// A phrase that cannot be looked for; it is left out.
    #[error("{place}: the phrase '{phrase}' of '{id}' is left out: {why}. Correct or remove it.")]
    Phrase {
        /// Where the signal starts.
        place: Place,
        /// The signal.
        id: String,
        /// The phrase.
        phrase: String,
        /// Why.
        #[source]
        why: PatternError,
    },
    /// The id stands twice in one file; the first counts.
    #[error("{place}: '{id}' stands twice in this file; the first one counts. Rename one.")]
    Twice {
        /// Where the second starts.
        place: Place,
        /// The id.
        id: String,
    },
    /// A signal without an example cannot be checked; it counts all the same.
    #[error("{place}: '{id}' has no example. Add a line it must be heard in.")]
    NoExample {
        /// Where the signal starts.
        place: Place,
        /// The signal.
        id: String,
    },
    /// An example in which its signal is not heard.
    #[error("{place}: '{id}' is not heard in its example '{line}'. Correct one of them.")]
    NotHeard {
        /// Where the signal starts.
        place: Place,
        /// The signal.
        id: String,
        /// The example.
        line: String,
    },
    /// A counterexample in which the signal is heard.
    #[error("{place}: '{id}' is heard in '{line}', where it must not be. Correct one of them.")]
    HeardWrongly {
        /// Where the signal starts.
        place: Place,
        /// The signal.
        id: String,
        /// The line.
        line: String,
    },
}

impl SignalFault {
    /// Where.
    #[must_use]
    pub const fn place(&self) -> &Place {
        match self {
            Self::File { place, .. }
            | Self::Tells { place, .. }
            | Self::Unknown { place, .. }
            | Self::Phrase { place, .. }
            | Self::Twice { place, .. }
            | Self::NoExample { place, .. }
            | Self::NotHeard { place, .. }
            | Self::HeardWrongly { place, .. } => place,
        }
    }
}
