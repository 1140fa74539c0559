//! What the guide makes of the case on screen: what it heard, what it found in the draft, and what it
//! proposes. Read elsewhere, kept here; what is not of these very words any more is not shown.

use super::{DraftKind, OpenCase};
use crate::domain::{Author, BuyerType, Issue, Lang, Message, MessageNo, Mood, Version, Words};
use crate::guide::{Finding, Heard, HeardReason, Scene, Side, Spoken, Technique};
use crate::playbook::ReplyView;
use std::sync::Arc;

/// As many messages back as are listened to.
const BACK: usize = 40;
/// By how many points another issue must be likelier than the one on record to be proposed.
const SURER: u8 = 10;
/// As much of one message, in characters.
const LONG: usize = 2_000;

/// What the guide makes of a case.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    /// The conversation as the guide was handed it.
    pub(super) scene: Option<Arc<Scene>>,
    /// What the scene was made of.
    pub(super) made_of: Option<(Version, usize, Option<MessageNo>)>,
    /// What was heard, and in which messages.
    pub(super) heard: Option<(Arc<Scene>, Arc<Heard>)>,
    /// The draft that was handed over last.
    pub(super) asked: Option<DraftMark>,
    /// What was found in the draft, and the draft it was found in.
    pub(super) read: Option<ReadDraft>,
}

/// A draft at one moment: its revision, its length and what it was read beside.
pub(super) type DraftMark = (u64, usize, Option<(Version, usize, Option<MessageNo>)>);

/// A draft and what was found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadDraft {
    /// The draft.
    pub text: String,
    /// What was found, the worst first.
    pub findings: Vec<Finding>,
}

/// Something the guide proposes. Nothing comes of it before the agent agrees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposal {
    /// The buyer seems to feel like this.
    Mood(Mood),
    /// It seems to be about this; its name for people.
    Issue(Issue, Words),
    /// It seems to be this kind of buyer.
    BuyerType(BuyerType),
}

impl OpenCase {
    /// What was heard in the conversation, as far as it has been listened to.
    #[must_use]
    pub fn heard(&self) -> Option<&Heard> {
        self.watch.heard.as_ref().map(|(_, heard)| heard.as_ref())
    }

    /// The message a reason stands in.
    #[must_use]
    pub fn message_of(&self, reason: &HeardReason) -> Option<MessageNo> {
        let (scene, _) = self.watch.heard.as_ref()?;
        scene.said.get(reason.message).map(|spoken| spoken.no)
    }

    /// What was found in the reply, as far as those words still stand there.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let draft = self.reply.text();
        let read = self.watch.read.as_ref().filter(|_| self.kind == DraftKind::Reply);
        read.into_iter().flat_map(move |read| {
            read.findings.iter().filter(move |finding| {
                let same = |span: &std::ops::Range<usize>| {
                    draft
                        .get(span.clone())
                        .is_some_and(|now| read.text.get(span.clone()) == Some(now))
                };
                same(&finding.span)
                    && finding.rewrite.as_ref().is_none_or(|rewrite| same(&rewrite.span))
            })
        })
    }

    /// What the guide proposes, the most pressing first. Where the agent has given their own word
    /// since, it proposes nothing; a mood may be another one after the buyer's next words.
    #[must_use]
    pub fn proposals(&self) -> Vec<Proposal> {
        let (Some(heard), state) = (self.heard(), &self.state) else { return Vec::new() };
        if !state.is_open() {
            return Vec::new();
        }
        let mut proposals = Vec::new();
        let since = state.judged.mood.is_none_or(|then| then < state.tally.buyer);
        if since && heard.mood != state.mood {
            proposals.push(Proposal::Mood(heard.mood));
        }
        let first = heard.matter().filter(|_| !heard.hypothetical);
        if state.judged.issue.is_none()
            && let Some((one, issue)) = first.and_then(|one| Some((one, one.issue.clone()?)))
            && issue != state.issue
            && heard
                .issues
                .iter()
                .find(|known| known.issue.as_ref() == Some(&state.issue))
                .is_none_or(|known| known.percent + SURER <= one.percent)
        {
            proposals.push(Proposal::Issue(issue, one.title.clone()));
        }
        if state.judged.buyer_type.is_none()
            && state.buyer_type.is_none()
            && let Some(kind) = heard.kind
        {
            proposals.push(Proposal::BuyerType(kind));
        }
        proposals
    }

    /// Whether a reply waits until the buyer has calmed down.
    #[must_use]
    pub fn holds(&self, reply: &ReplyView) -> bool {
        self.state.mood.is_hot() && reply.kind.waits_for_calm()
    }

    /// The techniques of calming and whether each was tried, while the buyer is hot.
    #[must_use]
    pub fn techniques(&self) -> Option<[(Technique, bool); 4]> {
        let book = self.playbook.as_ref().filter(|_| self.state.mood.is_hot())?;
        let tried = Technique::tried(&self.state, book);
        Some(Technique::ALL.map(|one| (one, tried.contains(&one))))
    }

    /// What the scene is made of now.
    pub(super) fn material(&self) -> (Version, usize, Option<MessageNo>) {
        let messages = &self.thread.messages;
        (self.state.version, messages.len(), messages.last().map(|message| message.no))
    }

    /// The conversation as the guide is handed it.
    pub(super) fn make_scene(&self, lang: Lang) -> Scene {
        let messages = &self.thread.messages;
        let from = messages.len().saturating_sub(BACK);
        let heard = |message: &&Message| !message.retracted && message.author != Author::Note;
        let newest = messages.get(from..).unwrap_or_default().iter().filter(heard);
        Scene {
            known: crate::desk::known(&self.state, lang),
            said: newest
                .map(|message| Spoken {
                    no: message.no,
                    from: match message.author {
                        Author::Buyer => Some(Side::Buyer),
                        Author::Agent => Some(Side::Agent),
                        Author::Platform | Author::System | Author::Note => None,
                    },
                    text: beginning(message.text.as_str()),
                    at: Some(message.at),
                })
                .collect(),
        }
    }
}

fn beginning(text: &str) -> String {
    let end = text.char_indices().nth(LONG).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default().to_owned()
}
