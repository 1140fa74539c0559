//! `redress playbook …`: the tools of those who write playbooks, one a file.

mod check;
mod diff;
mod files;
mod graph;
mod ground;
mod help;
mod list;
mod new;
mod place;
mod schema;
mod scripts;
mod simulate;
mod test;

use super::args::PlaybookCommand;
use super::failure::Failure;
use super::session::Session;

pub(super) fn run(session: &Session, command: &PlaybookCommand) -> Result<(), Failure> {
    match command {
        PlaybookCommand::Check(args) => check::check(session, args),
        PlaybookCommand::List(json) => list::list(session, json.json),
        PlaybookCommand::Simulate(args) => simulate::simulate(session, args),
        PlaybookCommand::Test(args) => test::test(session, args),
        PlaybookCommand::Graph(args) => graph::graph(session, args),
        PlaybookCommand::New(args) => new::new(session, args),
        PlaybookCommand::Diff(args) => diff::diff(session, args),
        PlaybookCommand::Schema => schema::schema(),
        PlaybookCommand::Help(args) => help::help(session, args),
    }
}
