//! What was said: by the buyer, an agent, the platform or the system, and private notes.

use super::{CleanText, Digest, MessageNo, RawText, Stamp};
use serde::{Deserialize, Serialize};

/// Who a message is from. `Note` is private: it is never sent, copied or exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Author {
    /// The buyer.
    Buyer,
    /// An agent of the shop.
    Agent,
    /// The platform's staff or notices.
    Platform,
    /// Automatic lines: hand-overs, withdrawn messages.
    System,
    /// A private note.
    Note,
}

impl Author {
    /// Every author.
    pub const ALL: [Self; 5] = [Self::Buyer, Self::Agent, Self::Platform, Self::System, Self::Note];

    /// The name in the file and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Buyer => "buyer",
            Self::Agent => "agent",
            Self::Platform => "platform",
            Self::System => "system",
            Self::Note => "note",
        }
    }

    /// The author of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|author| author.name() == name)
    }
}

/// A message's text by its hash. The text itself stands once, in the message table; an event read
/// back from the ledger has the hash only.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Body {
    digest: Digest,
    #[serde(skip)]
    text: Option<RawText>,
}

impl Body {
    /// A new text on its way into the file.
    #[must_use]
    pub fn new(text: RawText) -> Self {
        Self { digest: Digest::of(text.as_stored().as_bytes()), text: Some(text) }
    }

    /// The SHA-256 of the stored text.
    #[must_use]
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// The text, while it is on its way into the file.
    #[must_use]
    pub const fn text(&self) -> Option<&RawText> {
        self.text.as_ref()
    }
}

/// Bodies are the same when their hashes are.
impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest
    }
}

impl Eq for Body {}

/// A message that came from outside and is not in the file yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMessage {
    /// Who said it.
    pub author: Author,
    /// The name it was said under, when the source tells: `旗舰店:小美`.
    pub speaker: Option<String>,
    /// When; messages without a time take their place from the file's order.
    pub at: Stamp,
    /// Whether `at` is the source's own. A time given by order alone proves nothing when the same
    /// log comes in again: such a message is known by who said it and what.
    pub timed: bool,
    /// The text as it came.
    pub text: RawText,
}

/// A message as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its ordinal within the case.
    pub no: MessageNo,
    /// Who said it.
    pub author: Author,
    /// The name it was said under.
    pub speaker: Option<String>,
    /// When.
    pub at: Stamp,
    /// The text, fit for a screen; at most as much of it as was asked for.
    pub text: CleanText,
    /// How many characters of a very long text are not in `text`.
    pub cut: usize,
    /// Whether it was taken back within the undo window.
    pub retracted: bool,
}

/// A stretch of messages received in one act: what the ledger keeps of them besides the rows of
/// the message table.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Stretch {
    /// The first ordinal of the stretch.
    pub first: MessageNo,
    /// How many there are.
    pub count: u32,
    /// One hash over author, speaker, time and text of each, in order.
    pub digest: Digest,
    /// How many of them are the buyer's.
    pub buyer: u32,
    /// How many of them are an agent's.
    pub agent: u32,
    /// The time of the newest.
    pub last_at: Stamp,
    /// Since when the buyer waits for an answer, if the stretch ends with the buyer waiting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_since: Option<Stamp>,
    /// The messages, while they are on their way into the file.
    #[serde(skip)]
    pub messages: Vec<NewMessage>,
}

impl PartialEq for Stretch {
    fn eq(&self, other: &Self) -> bool {
        self.first == other.first && self.count == other.count && self.digest == other.digest
    }
}

impl Eq for Stretch {}

impl Stretch {
    /// Sums up messages that will get the ordinals from `first` on. `None` when there are none.
    #[must_use]
    pub fn new(first: MessageNo, messages: Vec<NewMessage>) -> Option<Self> {
        let last_at = messages.iter().map(|message| message.at).max()?;
        let of = |author: Author| {
            u32::try_from(messages.iter().filter(|m| m.author == author).count())
                .unwrap_or(u32::MAX)
        };
        let mut waiting_since = None;
        for message in &messages {
            match message.author {
                Author::Buyer => waiting_since = waiting_since.or(Some(message.at)),
                Author::Agent => waiting_since = None,
                Author::Platform | Author::System | Author::Note => {}
            }
        }
        Some(Self {
            first,
            count: u32::try_from(messages.len()).unwrap_or(u32::MAX),
            digest: Self::digest_of(
                messages.iter().map(|m| (m.author, m.speaker.as_deref(), m.at, m.text.as_stored())),
            ),
            buyer: of(Author::Buyer),
            agent: of(Author::Agent),
            last_at,
            waiting_since,
            messages,
        })
    }

    /// The hash over author, speaker, time and stored text of each message, in order.
    pub fn digest_of<'a>(
        messages: impl Iterator<Item = (Author, Option<&'a str>, Stamp, &'a str)>,
    ) -> Digest {
        let mut all = Vec::new();
        for (author, speaker, at, text) in messages {
            let one = Digest::of_parts([
                author.name().as_bytes(),
                speaker.unwrap_or_default().as_bytes(),
                &at.as_millis().to_le_bytes(),
                text.as_bytes(),
            ]);
            all.extend_from_slice(&one.0);
        }
        Digest::of(&all)
    }
}

/// How a reply left the console.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SendWay {
    /// Put on the clipboard by the terminal's own escape (OSC 52).
    Osc52,
    /// Put on the clipboard by the system's tool.
    Tool,
    /// Recorded only: the clipboard is switched off, or the command line was used.
    Recorded,
}
