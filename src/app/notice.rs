//! What the console says in one sentence at the bottom.

use super::{Model, Toast, Tone};
use crate::desk::Refusal;
use crate::domain::{BuyerType, CloseResult, Mood, SendWay, Span, StepReason};

/// Something worth a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Notice {
    /// The reply is on the clipboard, by this way, or recorded only.
    Sent(SendWay),
    /// The clipboard did not take the reply; it is recorded all the same.
    CopyFailed(String),
    /// The terminal takes no text this long.
    CopyTooLong,
    /// The reply was taken back.
    Retracted,
    /// The note is in the file.
    Noted,
    /// The case stands at this step, for this reason.
    Moved(String, StepReason),
    /// A fact was recorded.
    Recorded {
        /// Its name.
        fact: String,
        /// Its value.
        value: String,
    },
    /// Steps already walked are open again, because a fact has changed.
    OpenAgain {
        /// What was done.
        done: Box<Self>,
        /// The titles of the steps.
        steps: Vec<String>,
    },
    /// A statement to the platform is on the clipboard, by this way, or recorded only.
    Stated(SendWay),
    /// What kind of buyer it is.
    Typed(Option<BuyerType>),
    /// An exhibit was noted.
    Collected(String),
    /// An exhibit was dropped.
    Dropped(String),
    /// A promise was made by hand.
    Pledged,
    /// There is no other step to take up.
    NoOtherStep,
    /// The case runs on the newest version of its playbook.
    Newest,
    /// The case was moved to the newest version.
    Upgraded(String),
    /// The playbooks were read anew: how many there are, and the shop's own.
    Reloaded { all: usize, own: usize },
    /// The same, with how many of them cannot be used, and the first place that is wrong.
    ReloadedBroken { broken: usize, first: String },
    /// A promise was kept.
    Promised,
    /// A promise was marked as broken.
    Broken,
    /// The mood was judged.
    Felt(Mood),
    /// Something else was done; in the screen's language.
    Done(String),
    /// The case was closed.
    Closed(CloseResult),
    /// The case was reopened.
    Reopened,
    /// The case runs on this playbook.
    Chosen(String),
    /// Messages and cases were taken in.
    Imported { messages: usize, cases: usize },
    /// A sentence that is ready.
    Said(String),
    /// Nothing of the pasted log was new.
    NothingNew,
    /// Taking in failed.
    ImportFailed(String),
    /// Another window did this in the meantime; nothing typed is lost.
    Conflict(String),
    /// The act was refused.
    Refused(Refusal),
    /// The case file says no.
    Store(String),
    /// An input method is on, and this pane takes letters.
    InputMethod,
    /// Something found at the start.
    Told(String),
    /// The file is read-only.
    ReadOnly,
    /// No case is open.
    NoCase,
    /// The issue was named.
    Named(String),
    /// The guide proposes nothing.
    NoProposal,
    /// Nothing was found in the draft.
    NothingFound,
    /// There are no better words at hand.
    NoRewrite,
    /// No reason lets this go out.
    NeverSent,
    /// Nothing found would stop the reply.
    NothingStops,
    /// How to leave.
    HowToQuit,
    /// Undid the last edit? There is none.
    NothingToUndo,
}

/// How long a plain sentence stays.
const SHORT: Span = Span::seconds(5);
/// How long a refusal or failure stays: it has a way out to be read.
const LONG: Span = Span::seconds(12);

impl Notice {
    fn tone(&self) -> Tone {
        match self {
            Self::Sent(_)
            | Self::Retracted
            | Self::Noted
            | Self::Recorded { .. }
            | Self::Promised
            | Self::Stated(_)
            | Self::Typed(_)
            | Self::Collected(_)
            | Self::Dropped(_)
            | Self::Pledged
            | Self::Upgraded(_)
            | Self::Reloaded { .. }
            | Self::Broken
            | Self::Moved(..)
            | Self::Felt(_)
            | Self::Done(_)
            | Self::Named(_)
            | Self::Closed(_)
            | Self::Reopened
            | Self::Chosen(_)
            | Self::Said(_)
            | Self::Imported { .. } => Tone::Good,
            Self::NothingNew
            | Self::HowToQuit
            | Self::InputMethod
            | Self::NothingToUndo
            | Self::NoProposal
            | Self::NothingFound
            | Self::NoRewrite
            | Self::NothingStops
            | Self::NoOtherStep
            | Self::Newest => Tone::Plain,
            Self::Told(_)
            | Self::OpenAgain { .. }
            | Self::ReloadedBroken { .. }
            | Self::Conflict(_)
            | Self::Refused(_)
            | Self::ReadOnly
            | Self::NeverSent
            | Self::NoCase => Tone::Warning,
            Self::CopyFailed(_) | Self::CopyTooLong | Self::ImportFailed(_) | Self::Store(_) => {
                Tone::Bad
            }
        }
    }
}

impl Model {
    /// Says a sentence.
    pub(super) fn say(&mut self, notice: &Notice) {
        let tone = notice.tone();
        let stay = match tone {
            Tone::Good | Tone::Plain => SHORT,
            Tone::Warning | Tone::Bad => LONG,
        };
        let text = super::words::notice(notice, self.strings, &self.keymap);
        self.toast = Some(Toast { tone, text, until: self.now.plus(stay) });
    }
}
