//! From the domain's words to the screen's: the one place where an enum becomes a text.

mod clock;
mod event;
mod names;
mod reason;

pub(super) use clock::{Clock, Urgency};
pub(super) use event::event;
pub(super) use names::{author, issue, mood, platform, result, status, value};
pub(super) use reason::{because, standing};
