//! `redress [FILE]`: the console, or one frame of it.

use super::args::FrameArgs;
use super::failure::Failure;
use super::print;
use super::session::Session;
use crate::app::Chord;
use crate::i18n::fill;
use crate::runtime::{self, Picture, Setup};
use std::io::{self, IsTerminal as _};

pub(super) fn run(session: &Session, args: &FrameArgs) -> Result<(), Failure> {
    let file = &session.file;
    // A mistyped command must not become a new case file.
    let bare = file.components().count() == 1 && file.extension().is_none();
    if bare && !file.exists() {
        let texts = &session.strings.cli.usage;
        return Err(Failure::Usage(fill(texts.no_such_file, &[("name", &file.display())])));
    }
    session.make_folder()?;
    let setup = session.setup(file.clone(), false);
    match args.frame {
        Some(size) => frame(session, &setup, size, args.keys.as_deref(), args.svg),
        None if is_live() => Ok(runtime::console(&setup)?),
        None => Err(Failure::Said(session.strings.cli.say.needs_terminal.to_owned())),
    }
}

/// Whether a person sits at both ends.
pub(super) fn is_live() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Prints one frame after some keys.
pub(super) fn frame(
    session: &Session,
    setup: &Setup,
    size: (u16, u16),
    keys: Option<&str>,
    picture: bool,
) -> Result<(), Failure> {
    let keys = chords(session, keys.unwrap_or_default())?;
    let picture = if picture { Picture::Svg } else { Picture::Text };
    print::text(&runtime::frame(setup, size, &keys, picture)?)
}

/// Reads keys as the keymap writes them, blanks between.
fn chords(session: &Session, keys: &str) -> Result<Vec<Chord>, Failure> {
    keys.split_whitespace()
        .map(|name| {
            name.parse::<Chord>().map_err(|wrong| {
                let texts = &session.strings.cli.usage;
                Failure::Usage(fill(texts.no_such_key, &[("name", &name), ("why", &wrong)]))
            })
        })
        .collect()
}
