//! One frame without a terminal, for documents and tests.

use super::headless::Headless;
use super::setup::Setup;
use crate::app::Chord;
use crate::ui::{plain, svg};

/// In what form a frame is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// Text, a line a row.
    Text,
    /// A picture in SVG.
    Svg,
}

/// Opens the file, presses the keys, and gives the frame that stands then. Nothing is copied.
///
/// # Errors
/// When the case file cannot be opened, or something does not settle.
pub fn frame(
    setup: &Setup,
    size: (u16, u16),
    keys: &[Chord],
    picture: Picture,
) -> anyhow::Result<String> {
    let mut console = Headless::open(setup, size)?;
    for chord in keys {
        console.press(*chord)?;
    }
    // Sizes of the last frame may have moved what is seen; the frame that stands is the next one.
    console.draw();
    let buffer = console.shown();
    Ok(match picture {
        Picture::Text => plain(buffer),
        Picture::Svg => svg(buffer, console.theme()),
    })
}
