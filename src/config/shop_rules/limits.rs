//! How far the shop's people may go, and how long it keeps what it wrote down.

use crate::domain::{Fen, Words};

/// How far people may go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// What one case may cost out of goodwill, where no rule asks for it.
    pub goodwill: Fen,
    /// Who may agree to how much, the least first.
    pub approvals: Vec<Approval>,
    /// How offers rise, step by step.
    pub ladders: Vec<Ladder>,
}

/// Who may agree to how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// The role.
    pub role: String,
    /// Up to which amount in one case; without a limit when left out.
    pub up_to: Option<Fen>,
}

/// How an offer rises while the buyer is still unhappy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// Its id.
    pub id: String,
    /// What it is for.
    pub title: Words,
    /// The rungs, in percent of what was paid.
    pub percent: Vec<u8>,
    /// The most it comes to.
    pub most: Fen,
}

impl Limits {
    /// The role that may agree to an amount: the least that reaches so far; nobody when even the
    /// highest has a limit below it.
    #[must_use]
    pub fn role_for(&self, amount: Fen) -> Option<&str> {
        let may = |one: &&Approval| one.up_to.is_none_or(|up_to| amount <= up_to);
        self.approvals.iter().find(may).map(|one| one.role.as_str())
    }
}

impl Ladder {
    /// The offers of the ladder for what was paid: to the nearest fen, half a fen up, never above
    /// the most. Nothing for a negative amount or one too large to be money.
    #[must_use]
    pub fn offers(&self, paid: Fen) -> Option<Vec<Fen>> {
        let Fen(paid) = paid;
        let offer = |percent: &u8| {
            let hundredths = paid.checked_mul(i64::from(*percent))?.checked_add(50)?;
            Some(Fen(hundredths / 100).min(self.most))
        };
        if paid < 0 { None } else { self.percent.iter().map(offer).collect() }
    }
}

/// How long things are kept after a case is closed, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// Names, numbers, addresses.
    pub contact_days: u32,
    /// Exhibits.
    pub evidence_days: u32,
    /// The case itself, without what points to a person.
    pub record_days: u32,
}

impl Default for Limits {
    fn default() -> Self {
        let role = |role: &str, up_to| Approval { role: role.to_owned(), up_to };
        Self {
            goodwill: Fen(2_000),
            approvals: vec![
                role("agent", Some(Fen(5_000))),
                role("lead", Some(Fen(20_000))),
                role("owner", None),
            ],
            ladders: vec![
                Ladder {
                    id: "small-flaw".to_owned(),
                    title: Words::both("小瑕疵、买家留用", "Small flaw, the buyer keeps it"),
                    percent: vec![5, 10, 20],
                    most: Fen(5_000),
                },
                Ladder {
                    id: "inconvenience".to_owned(),
                    title: Words::both("耽误了、添了麻烦", "Delay and trouble"),
                    percent: vec![3, 5, 8],
                    most: Fen(2_000),
                },
            ],
        }
    }
}

/// Ninety days, a year, three years: what the law's limitation and the record duty leave.
impl Default for Retention {
    fn default() -> Self {
        Self { contact_days: 90, evidence_days: 365, record_days: 1_095 }
    }
}
