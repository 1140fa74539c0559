//! The only clock of the console.

use crate::domain::Stamp;

/// What time it is: the fixed time, or the system's.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    fixed: Option<Stamp>,
}

impl Clock {
    /// A clock that stands at a time, or runs.
    #[must_use]
    pub const fn new(fixed: Option<Stamp>) -> Self {
        Self { fixed }
    }

    /// What time it is.
    #[expect(clippy::disallowed_methods, reason = "here the clock is asked, and nowhere else")]
    #[must_use]
    pub fn now(self) -> Stamp {
        self.fixed.unwrap_or_else(|| Stamp::from(chrono::Utc::now()))
    }
}
