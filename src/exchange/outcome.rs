//! What readers are told and what they give back.

use super::encoding::Encoding;
use crate::domain::{BuyerName, CleanText, Conversation, Platform, Stamp};
use chrono::FixedOffset;

/// What a reader cannot find in the text itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOptions {
    /// The present moment: the place of conversations without any time.
    pub now: Stamp,
    /// The time zone of times that name none.
    pub offset: FixedOffset,
    /// The platform of conversations that name none.
    pub platform: Platform,
    /// Names known to be the shop's own: `旗舰店`, or one agent's `旗舰店:小美`.
    pub shop_names: Vec<String>,
    /// The buyer, when the text is pasted into a case that has one.
    pub known_buyer: Option<BuyerName>,
}

impl ReadOptions {
    /// Options with nothing known but the time and its zone.
    #[must_use]
    pub const fn new(now: Stamp, offset: FixedOffset) -> Self {
        Self { now, offset, platform: Platform::Shop, shop_names: Vec::new(), known_buyer: None }
    }

    /// The same, with one more name known to be ours: reading again with it swaps the sides.
    #[must_use]
    pub fn with_ours(mut self, name: &str) -> Self {
        self.shop_names.push(name.trim().to_owned());
        self.known_buyer.take_if(|buyer| buyer.as_str() == name.trim());
        self
    }
}

/// How much a text looks like a reader's format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Not at all.
    No,
    /// In places.
    Maybe,
    /// Plainly.
    Yes,
}

/// Whether it is certain who of the speakers is the buyer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Sides {
    /// The names tell.
    #[default]
    Known,
    /// They do not: somebody should look before anything is written.
    Ambiguous {
        /// Taken for the buyer: the first to speak.
        buyer: String,
        /// Taken for ours, in order of appearance. Reading again with
        /// [`ReadOptions::with_ours`]`(buyer)` makes the first of them the buyer.
        ours: Vec<String>,
    },
}

/// What a reader understood of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadOutcome {
    /// The reader's name; empty when none knew the format.
    pub reader: &'static str,
    /// What was said, a conversation each.
    pub conversations: Vec<Conversation>,
    /// Whether the sides are certain.
    pub sides: Sides,
    /// Rows that could not be read.
    pub bad: Vec<BadRow>,
    /// Lines known to carry nothing: read marks, product cards, hand-over notices.
    pub skipped: usize,
}

impl ReadOutcome {
    /// How many messages were understood.
    #[must_use]
    pub fn messages(&self) -> usize {
        self.conversations.iter().map(|conversation| conversation.messages.len()).sum()
    }
}

/// A row that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// Its line, from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: BadReason,
    /// How the row begins.
    pub excerpt: CleanText,
}

impl BadRow {
    /// How many characters of a bad row are shown.
    pub const EXCERPT: usize = 60;

    /// Names a bad row.
    #[must_use]
    pub fn new(line: usize, reason: BadReason, row: &str) -> Self {
        // Cleaning may shorten it, so a little more is taken than is shown.
        let head: String = row.chars().take(4 * Self::EXCERPT).collect();
        let shown: String = CleanText::new(&head).one_line().chars().take(Self::EXCERPT).collect();
        Self { line, reason, excerpt: CleanText::new(&shown) }
    }
}

/// Why a row could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadReason {
    /// Bytes that are no text.
    #[error("byte {offset} of the line is not UTF-8")]
    NotText {
        /// Where in the line, from 0.
        offset: usize,
    },
    /// Longer than any message.
    #[error("the line is longer than {limit} bytes")]
    TooLong {
        /// The longest line that is read.
        limit: usize,
    },
    /// Not JSON.
    #[error("not JSON, from column {column} on")]
    NotJson {
        /// Where in the line, from 1, in bytes.
        column: usize,
    },
    /// JSON, but no object.
    #[error("not a JSON object with a message's keys")]
    NotObject,
    /// A key that has no meaning here.
    #[error("unknown key '{key}'")]
    UnknownKey {
        /// Which.
        key: CleanText,
    },
    /// A key that stands twice.
    #[error("the key '{key}' stands twice")]
    DoubleKey {
        /// Which.
        key: CleanText,
    },
    /// A key that must be there.
    #[error("the key '{key}' is missing")]
    MissingKey {
        /// Which.
        key: &'static str,
    },
    /// A value that is no text.
    #[error("the value of '{key}' must be a text")]
    WrongType {
        /// Of which key.
        key: &'static str,
    },
    /// A text that must not be empty.
    #[error("'{key}' is empty")]
    Empty {
        /// Which key.
        key: &'static str,
    },
    /// A value that is none of those known.
    #[error("'{value}' is no known value of '{key}'")]
    UnknownValue {
        /// Of which key.
        key: &'static str,
        /// What stands there.
        value: CleanText,
    },
    /// A time that is none, or of no year a chat could be from.
    #[error("'{text}' is not a time")]
    BadTime {
        /// What stands there.
        text: CleanText,
    },
    /// Says otherwise than an earlier line about the same case.
    #[error("'{key}' differs from an earlier line of the same case")]
    Differs {
        /// Of which key.
        key: &'static str,
    },
    /// Text that belongs to nobody: it stands before the first name and time.
    #[error("text without a name and time above it")]
    NoSpeaker,
    /// A chat in which only the shop speaks.
    #[error("nobody in this chat can be the buyer")]
    NoBuyer,
    /// No reader knows the format.
    #[error("neither a copied chat nor JSON Lines")]
    NotAChat,
}

impl BadReason {
    /// The short name in JSON.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotText { .. } => "not-text",
            Self::TooLong { .. } => "too-long",
            Self::NotJson { .. } => "not-json",
            Self::NotObject => "not-object",
            Self::UnknownKey { .. } => "unknown-key",
            Self::DoubleKey { .. } => "double-key",
            Self::MissingKey { .. } => "missing-key",
            Self::WrongType { .. } => "wrong-type",
            Self::Empty { .. } => "empty",
            Self::UnknownValue { .. } => "unknown-value",
            Self::BadTime { .. } => "bad-time",
            Self::Differs { .. } => "differs",
            Self::NoSpeaker => "no-speaker",
            Self::NoBuyer => "no-buyer",
            Self::NotAChat => "not-a-chat",
        }
    }
}

/// A piece of a file that is read bit by bit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Some messages of one case; more of the same case may follow in a later piece.
    Conversation(Conversation),
    /// A row that could not be read.
    Bad(BadRow),
}

/// What a whole file came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// The reader's name; empty when none knew the format.
    pub reader: &'static str,
    /// The file's encoding.
    pub encoding: Encoding,
    /// Whether the sides are certain.
    pub sides: Sides,
    /// Messages understood.
    pub messages: u64,
    /// Rows that could not be read.
    pub bad: u64,
    /// Lines known to carry nothing.
    pub skipped: u64,
    /// Whether the taker broke off before the end.
    pub stopped: bool,
}

impl Totals {
    /// Nothing yet.
    pub(super) const fn empty(encoding: Encoding) -> Self {
        Self {
            reader: "",
            encoding,
            sides: Sides::Known,
            messages: 0,
            bad: 0,
            skipped: 0,
            stopped: false,
        }
    }
}
