//! `redress playbook graph`: a playbook drawn.

use super::files::named;
use crate::app::words;
use crate::cli::args::GraphArgs;
use crate::cli::failure::Failure;
use crate::cli::print;
use crate::cli::session::Session;

/// Cells of the narrowest terminal people use.
const COLUMNS: usize = 80;

pub(super) fn graph(session: &Session, args: &GraphArgs) -> Result<(), Failure> {
    let book = named(session, &args.playbook)?.book;
    let graph = book.graph();
    if args.mermaid {
        return print::text(&graph.mermaid(session.lang));
    }
    let head = format!(
        "{}@{}  {}\n\n",
        book.reference.id,
        book.reference.version,
        book.title.get(session.lang)
    );
    print::text(&(head + &words::graph(&graph, session.lang, session.strings, COLUMNS)))
}
