//! `redress keys`: the keymap in force, and what is wrong with the person's own lines.

use super::failure::Failure;
use super::session::Session;
use super::{print, table};
use crate::app::{Action, Context, Keymap};
use crate::i18n::fill;
use std::io;

pub(super) fn run(session: &Session) -> Result<(), Failure> {
    let path = session.paths.keymap();
    let own = match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(Failure::Read(path, error)),
    };
    let (keymap, problems) = Keymap::new(own.as_deref());
    for problem in &problems {
        let why = problem.words.get(session.lang);
        let text = &session.strings.notice.keymap_problem;
        print::complain(&fill(text, &[("line", &problem.line), ("why", &why)]));
    }
    let mut rows: Vec<[String; 4]> = Vec::new();
    let mut bindings: Vec<&(Context, crate::app::Chord, Action)> =
        keymap.bindings().iter().collect();
    bindings.sort_by_key(|(context, chord, _)| (context.name(), *chord));
    for (context, chord, action) in bindings {
        let help = session.strings.action.get(action.name()).map(|words| words.help);
        rows.push([
            context.name().to_owned(),
            chord.to_string(),
            action.name().to_owned(),
            help.unwrap_or_default().to_owned(),
        ]);
    }
    print::text(&table::lines(&rows, [14, 14, 24, 80]))?;
    if problems.is_empty() { Ok(()) } else { Err(Failure::Quiet) }
}
