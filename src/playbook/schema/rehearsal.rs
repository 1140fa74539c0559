//! `[[test]]` as written.

use super::super::spot::{At, Spot};
use super::RawValue;

/// A test.
#[derive(Debug, Clone)]
pub(crate) struct RawTest {
    pub(crate) name: At<String>,
    pub(crate) case: RawSetting,
    pub(crate) at: Option<At<String>>,
    pub(crate) acts: Vec<RawAct>,
    pub(crate) expect: RawExpect,
}

/// The case a test begins with.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawSetting {
    pub(crate) platform: Option<At<String>>,
    pub(crate) mood: Option<At<String>>,
    pub(crate) buyer_type: Option<At<String>>,
    pub(crate) issue: Option<At<String>>,
    pub(crate) order_amount: Option<At<RawValue>>,
    pub(crate) earlier_cases: Option<At<i64>>,
    pub(crate) lang: Option<At<String>>,
    pub(crate) shop: Option<At<String>>,
    pub(crate) tone: Option<At<String>>,
}

/// One thing that happens.
#[derive(Debug, Clone)]
pub(crate) struct RawAct {
    pub(crate) spot: Spot,
    pub(crate) deed: RawDeed,
    pub(crate) refused: Option<At<String>>,
    pub(crate) missing: Option<Vec<At<String>>>,
}

/// What happens.
#[derive(Debug, Clone)]
pub(crate) enum RawDeed {
    Say(At<String>),
    Record { fact: At<String>, value: At<RawValue>, status: Option<At<String>> },
    Tick(At<String>),
    Exhibit(At<String>),
    Send(At<String>),
    Mood(At<String>),
    BuyerType(At<String>),
    Advance,
    Back,
    Calm,
    Skip,
    Enter(At<String>),
    Keep(At<i64>),
    Wait(At<String>),
    Pass,
    To(At<String>),
    Close(At<String>),
    Tool { key: &'static str, with: Vec<(&'static str, At<RawValue>)> },
    Expect(RawExpect),
}

/// What must be so.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawExpect {
    pub(crate) path: Option<Vec<At<String>>>,
    pub(crate) at: Option<At<String>>,
    pub(crate) ending: Option<At<String>>,
    pub(crate) suggests: Vec<At<String>>,
    pub(crate) hides: Vec<At<String>>,
    pub(crate) missing: Option<Vec<At<String>>>,
    pub(crate) facts: Vec<(At<String>, At<RawValue>)>,
    pub(crate) timers: Option<Vec<At<String>>>,
    pub(crate) promises: Option<At<i64>>,
    pub(crate) playbook: Option<At<String>>,
}
