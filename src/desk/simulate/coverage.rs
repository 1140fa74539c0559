//! What of a playbook its tests reach, and what none does.

use super::player::Player;
use crate::desk::Refusal;
use crate::domain::{EndingId, ReplyId, StepId, Words};
use crate::playbook::{Deed, Missing, Next, Playbook};
use serde::Serialize;
use std::collections::BTreeSet;

/// A place a test can reach.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Reach {
    /// The case could be closed at this ending.
    Ending {
        /// Which.
        ending: EndingId,
    },
    /// A step was not left because a need did not hold.
    Need {
        /// The step.
        step: StepId,
        /// Which of the step's, from 1; those of overlays count on.
        no: usize,
    },
    /// A step was not left because an exhibit was missing.
    Exhibit {
        /// The step.
        step: StepId,
        /// As the file writes it.
        exhibit: String,
    },
    /// A rung was refused before its turn.
    Rung {
        /// Which.
        reply: ReplyId,
    },
    /// A reply was held back from a buyer too upset for it.
    Held {
        /// Which.
        reply: ReplyId,
    },
}

/// What is seen of a playbook at one moment of a play.
#[derive(Debug)]
pub(super) struct Seen;

impl Seen {
    /// By a refused act.
    pub(super) fn refused(deed: &Deed, why: &Refusal, player: &Player<'_>) -> BTreeSet<Reach> {
        match why {
            Refusal::Missing(missing) => Self::missing(missing, player),
            Refusal::Held(replies) => {
                replies.iter().map(|id| Reach::Held { reply: ReplyId::new(id.clone()) }).collect()
            }
            other => match deed {
                Deed::Send(reply) if other.name() == "rung" => {
                    [Reach::Rung { reply: reply.clone() }].into()
                }
                _other_deed => BTreeSet::new(),
            },
        }
    }

    /// By where the case stands.
    pub(super) fn standing(player: &Player<'_>) -> Option<Reach> {
        match player.at_end() {
            Some(Next::Ending(ending)) => Some(Reach::Ending { ending }),
            Some(Next::End | Next::Step(_) | Next::Playbook(_)) | None => None,
        }
    }

    /// By what stands in the way.
    pub(super) fn missing(missing: &[Missing], player: &Player<'_>) -> BTreeSet<Reach> {
        let step = &player.case().step;
        let reach = |missing: &Missing| match missing {
            Missing::Need { text, .. } => {
                let no = needs(player.book(), step)
                    .position(|words| words.get(player.lang()) == text)?;
                Some(Reach::Need { step: step.clone(), no: no + 1 })
            }
            Missing::Exhibit { want, .. } => {
                Some(Reach::Exhibit { step: step.clone(), exhibit: want.clone() })
            }
            Missing::Reopened { .. }
            | Missing::Check { .. }
            | Missing::Fact { .. }
            | Missing::Callback { .. } => None,
        };
        missing.iter().filter_map(reach).collect()
    }
}

/// The needs of a step, then those overlays add to it.
fn needs<'a>(book: &'a Playbook, step: &StepId) -> impl Iterator<Item = &'a Words> {
    let own = book.step(step).into_iter().flat_map(|step| &step.needs);
    let overlays = book.overlays.iter().flat_map(|overlay| &overlay.steps);
    let step = step.clone();
    let added = overlays.filter(move |over| over.id == step).flat_map(|over| &over.needs);
    own.chain(added).map(|need| &need.words)
}

/// What a playbook has of its own that no test reached: what it inherits or calls is proved where it
/// is written.
#[must_use]
pub fn unreached(book: &Playbook, reached: &BTreeSet<Reach>) -> Vec<Reach> {
    let parent = book.parent();
    let inherited = parent.as_ref().map(all).unwrap_or_default();
    let is_known = |reach: &Reach| match reach {
        Reach::Need { step, no } => {
            let text = needs(book, step).nth(no - 1);
            parent
                .as_ref()
                .is_some_and(|parent| needs(parent, step).any(|words| Some(words) == text))
        }
        Reach::Ending { .. } | Reach::Exhibit { .. } | Reach::Rung { .. } | Reach::Held { .. } => {
            inherited.contains(reach)
        }
    };
    all(book).into_iter().filter(|reach| !reached.contains(reach) && !is_known(reach)).collect()
}

/// Every place a test of a playbook could reach, in the order of the file.
fn all(book: &Playbook) -> Vec<Reach> {
    let mut all: Vec<Reach> = Vec::new();
    for step in book.steps.iter().filter(|step| step.within.is_none()) {
        let count = needs(book, &step.id).count();
        all.extend((1..=count).map(|no| Reach::Need { step: step.id.clone(), no }));
        all.extend(
            step.exhibits
                .iter()
                .map(|want| Reach::Exhibit { step: step.id.clone(), exhibit: want.to_string() }),
        );
        let rungs = || step.ladder.iter().flat_map(|ladder| ladder.replies.iter().skip(1));
        all.extend(rungs().map(|reply| Reach::Rung { reply: reply.clone() }));
        let overlays = book.overlays.iter().flat_map(|overlay| &overlay.steps);
        let added = overlays.filter(|over| over.id == step.id).flat_map(|over| &over.replies);
        // A later rung waits for the one before it already.
        let waiting =
            step.replies.iter().chain(added).filter(|reply| {
                reply.kind.waits_for_calm() && !rungs().any(|rung| *rung == reply.id)
            });
        for reply in waiting {
            let held = Reach::Held { reply: reply.id.clone() };
            if !all.contains(&held) {
                all.push(held);
            }
        }
    }
    all.extend(book.endings.iter().map(|end| Reach::Ending { ending: end.id.clone() }));
    all
}
