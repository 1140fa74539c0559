//! `redress completions SHELL` and `redress man`: made from the arguments, in the person's language.

use super::failure::Failure;
use super::session::Session;
use super::{print, words};
use clap_complete::Shell;

pub(super) fn run(session: &Session, shell: Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut words::command(session.strings), "redress", &mut script);
    print::bytes(&script)
}

pub(super) fn man(session: &Session) -> Result<(), Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(words::command(session.strings).flatten_help(true)).render(&mut page)?;
    print::bytes(&page)
}
