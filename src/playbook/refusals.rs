//! The codes of refusals, as `refused = "…"` in a test names them.
//!
//! Owns the names only: what is refused and why is decided further up, where a test holds the two
//! together.

/// Every code there is.
pub const REFUSALS: [&str; 32] = [
    "case-closed",
    "case-open",
    "empty",
    "gaps",
    "held",
    "nothing-to-retract",
    "undo-over",
    "missing",
    "at-end",
    "at-start",
    "already-calming",
    "not-optional",
    "unknown",
    "wrong-kind",
    "no-such-value",
    "no-such-message",
    "no-such-promise",
    "not-in-group",
    "past-due",
    "open-promises",
    "not-at-end",
    "ends-otherwise",
    "reply-wanted",
    "rung",
    "unfit",
    "hand-over",
    "computed",
    "no-such-exhibit",
    "words-wanted",
    "nothing-new",
    "guarded",
    "broken-step",
];
