//! Threads, effects, redraw.

mod clock;
pub mod import;
pub mod library;
mod setup;
mod world;

pub use clock::Clock;
pub use setup::{Environment, Setup};

use crate::app::Chord;

/// The console on the terminal, until the person leaves.
///
/// # Errors
/// Whatever keeps it from starting.
pub fn console(setup: Setup) -> anyhow::Result<()> {
    drop(setup);
    anyhow::bail!("the console is not here yet")
}

/// One frame as text or as a picture, after some keys.
///
/// # Errors
/// Whatever keeps it from starting.
pub fn frame(
    setup: Setup,
    size: (u16, u16),
    keys: &[Chord],
    picture: bool,
) -> anyhow::Result<String> {
    drop(setup);
    anyhow::bail!("no frame of {size:?} after {} keys as picture {picture} yet", keys.len())
}
