//! What a signal can tell.

use crate::domain::{Mood, Words};

/// An issue as it is listened for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its name: `refund`, `wrong_item`.
    pub id: String,
    /// The issue of the playbooks it belongs to; none for what is no complaint.
    pub playbook: Option<String>,
    /// Its name for people.
    pub title: Words,
}

impl Topic {
    /// The name of everything that is no complaint, or not known.
    pub const OTHER: &'static str = "other";

    /// Whether an issue is where a matter goes, and not the matter: a complaint, a review.
    #[must_use]
    pub fn goes_on(id: &str) -> bool {
        matches!(id, "dispute" | "review")
    }

    /// Whether an issue is something that went wrong with the goods.
    #[must_use]
    pub fn is_wrong(id: &str) -> bool {
        matches!(
            id,
            "damage" | "quality" | "wrong_item" | "missing_item" | "not_as_described" | "safety"
        )
    }

    /// Whether an issue is what the buyer wants, and not what went wrong.
    #[must_use]
    pub fn is_wish(id: &str) -> bool {
        matches!(id, "refund" | "return_exchange" | "order_cancel")
    }
}

/// What a signal tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// An issue, by its place in the list of issues.
    Issue(usize),
    /// A mood.
    Mood(Mood),
    /// A threat.
    Threat(Threat),
    /// Something else.
    Sign(Sign),
}

/// Where the buyer means to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Threat {
    /// A bad review.
    Review,
    /// The platform steps in.
    Platform,
    /// The authority: 12315, market supervision.
    Regulator,
    /// Newspapers, television, the net.
    Media,
    /// A lawyer or a court.
    Lawyer,
    /// The police.
    Police,
}

impl Threat {
    /// Every threat.
    pub const ALL: [Self; 6] =
        [Self::Review, Self::Platform, Self::Regulator, Self::Media, Self::Lawyer, Self::Police];

    /// Its name in files and documents.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Platform => "platform",
            Self::Regulator => "regulator",
            Self::Media => "media",
            Self::Lawyer => "lawyer",
            Self::Police => "police",
        }
    }
}

/// What else a line can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// A question about what might happen, before anything has.
    Hypothetical,
    /// The thing has been bought, came, was used.
    Real,
    /// Asked or said before.
    AskedBefore,
    /// Waits, or has waited.
    Waiting,
    /// Wants it now.
    Urging,
    /// Gives up: 算了.
    Resigned,
    /// Thanks.
    Thanks,
    /// Content: 好的, 收到.
    Content,
    /// An agent says no.
    Refusal,
    /// An agent apologises.
    Apology,
    /// An agent has the buyer wait.
    Stalling,
    /// An agent solved it.
    Solved,
    /// Knows the law, counts damages.
    Professional,
    /// Has been a customer for long.
    Regular,
    /// Buys in quantity.
    Bulk,
    /// Old, or slow with the technique.
    Elderly,
    /// Pregnant, ill, or for a child.
    Vulnerable,
}

impl Sign {
    /// Every sign.
    pub const ALL: [Self; 17] = [
        Self::Hypothetical,
        Self::Real,
        Self::AskedBefore,
        Self::Waiting,
        Self::Urging,
        Self::Resigned,
        Self::Thanks,
        Self::Content,
        Self::Refusal,
        Self::Apology,
        Self::Stalling,
        Self::Solved,
        Self::Professional,
        Self::Regular,
        Self::Bulk,
        Self::Elderly,
        Self::Vulnerable,
    ];

    /// Its name in files and documents.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hypothetical => "hypothetical",
            Self::Real => "real",
            Self::AskedBefore => "asked-before",
            Self::Waiting => "waiting",
            Self::Urging => "urging",
            Self::Resigned => "resigned",
            Self::Thanks => "thanks",
            Self::Content => "content",
            Self::Refusal => "refusal",
            Self::Apology => "apology",
            Self::Stalling => "stalling",
            Self::Solved => "solved",
            Self::Professional => "professional",
            Self::Regular => "regular",
            Self::Bulk => "bulk",
            Self::Elderly => "elderly",
            Self::Vulnerable => "vulnerable",
        }
    }

    /// Whether it tells what kind of buyer this is.
    #[must_use]
    pub const fn is_of_buyer(self) -> bool {
        matches!(
            self,
            Self::Professional | Self::Regular | Self::Bulk | Self::Elderly | Self::Vulnerable
        )
    }
}

/// Who says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Side {
    /// The buyer.
    #[default]
    Buyer,
    /// An agent of the shop.
    Agent,
}
