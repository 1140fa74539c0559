//! `redress playbook simulate`: a playbook walked over facts in order of arrival.

mod document;
mod text;

use super::files::{Named, named};
use super::ground::Ground;
use crate::cli::args::SimulateArgs;
use crate::cli::failure::Failure;
use crate::cli::print;
use crate::cli::session::Session;
use crate::desk::simulate::walk;
use crate::exchange::json::read_facts;
use crate::i18n::fill;

pub(super) fn simulate(session: &Session, args: &SimulateArgs) -> Result<(), Failure> {
    let Named { book, library } = named(session, &args.playbook)?;
    let name = args.facts.display().to_string();
    let bytes =
        std::fs::read(&args.facts).map_err(|error| Failure::Read(args.facts.clone(), error))?;
    let facts = String::from_utf8_lossy(&bytes);
    let script = read_facts(&facts, &name, &book).map_err(|fault| {
        let values: [(&str, &dyn std::fmt::Display); 4] = [
            ("path", &name),
            ("line", &fault.line),
            ("column", &fault.column),
            ("why", &fault.why),
        ];
        Failure::Said(fill(session.strings.author_tools.say.bad_facts, &values))
    })?;
    let ground = Ground::new(session);
    let walked = walk(&book, &script.acts, &script.setting, &ground.on(&library))?;
    if args.json {
        print::json(&document::document(&book, &walked, session))
    } else {
        print::text(&text::text(&book, &walked, args.texts, ground.offset(), session))
    }
}
