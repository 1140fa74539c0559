//! `[[overlay]]` as written.

use super::super::spot::{At, Spot};
use super::{RawCheck, RawNeed, RawReply, RawTimer, RawWords};

/// An overlay.
#[derive(Debug, Clone)]
pub(crate) struct RawOverlay {
    pub(crate) spot: Spot,
    pub(crate) when: RawOverlayFor,
    pub(crate) steps: Vec<RawStepOverlay>,
}

/// For whom an overlay is.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawOverlayFor {
    pub(crate) buyer_types: Vec<At<String>>,
    pub(crate) moods: Vec<At<String>>,
    pub(crate) platforms: Vec<At<String>>,
    pub(crate) langs: Vec<At<String>>,
    pub(crate) shops: Vec<At<String>>,
}

/// What an overlay changes in a step.
#[derive(Debug, Clone)]
pub(crate) struct RawStepOverlay {
    pub(crate) id: At<String>,
    pub(crate) why: Option<RawWords>,
    pub(crate) feel: Option<RawWords>,
    pub(crate) skip: Option<At<bool>>,
    pub(crate) timer: Option<RawTimer>,
    pub(crate) needs: Vec<RawNeed>,
    pub(crate) checks: Vec<RawCheck>,
    pub(crate) replies: Vec<RawReply>,
}
