//! What was used before: by the shop lately, and on this buyer while they are upset.

use crate::domain::{CaseState, ReplyId, Stamp};
use crate::playbook::{Playbook, ReplyKind};

/// How often the shop sent a reply lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Habit {
    /// Which.
    pub reply: ReplyId,
    /// How often, among the replies it sent last.
    pub times: u32,
    /// When last.
    pub last: Stamp,
}

/// A technique of calming, in the order they are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Technique {
    /// Listen, and ask to hear more.
    Listen,
    /// Say the feeling out loud, and be sorry for it.
    Label,
    /// Say the complaint back in points.
    Restate,
    /// Another voice, another time, another way to talk.
    Scene,
}

impl Technique {
    /// Every technique, in the order of the ladder.
    pub const ALL: [Self; 4] = [Self::Listen, Self::Label, Self::Restate, Self::Scene];

    /// Its name in the text tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Listen => "listen",
            Self::Label => "label",
            Self::Restate => "restate",
            Self::Scene => "scene",
        }
    }

    /// The technique a reply of that kind uses, if it is one.
    #[must_use]
    pub const fn of(kind: ReplyKind) -> Option<Self> {
        match kind {
            ReplyKind::Listen => Some(Self::Listen),
            ReplyKind::Calm => Some(Self::Label),
            ReplyKind::Restate => Some(Self::Restate),
            ReplyKind::Promise => Some(Self::Scene),
            ReplyKind::Ask
            | ReplyKind::Inform
            | ReplyKind::Explain
            | ReplyKind::Offer
            | ReplyKind::Thank
            | ReplyKind::Statement => None,
        }
    }

    /// Those tried on the buyer of a case, each once.
    #[must_use]
    pub fn tried(case: &CaseState, playbook: &Playbook) -> Vec<Self> {
        let sent = case.sent.iter().filter(|sent| !sent.retracted);
        let kinds = sent.flat_map(|sent| &sent.replies).filter_map(|id| playbook.reply(id));
        let mut tried: Vec<Self> = kinds.filter_map(|(_, reply)| Self::of(reply.kind)).collect();
        if !case.settling.restated.is_empty() {
            tried.push(Self::Restate);
        }
        tried.sort_unstable();
        tried.dedup();
        tried
    }
}
