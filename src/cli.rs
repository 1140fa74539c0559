//! The command line: arguments, subcommands, and what they print.
//!
//! Owns reading arguments, environment and settings once, and handing typed things to the rooms
//! below. Every act goes through the same `desk::decide` as a key of the console. What a person
//! reads stands in the text tables; what a script reads are the documents of `exchange`. The only
//! place besides `runtime` that may ask for the time or the environment.

mod act;
mod args;
mod backup;
mod buyer;
mod completions;
mod console;
mod demo;
mod environment;
mod failure;
mod guard;
mod holidays;
mod import;
mod keys;
mod lines;
mod listen;
mod playbooks;
mod print;
mod queue;
mod reconcile;
mod session;
mod show;
mod stage;
mod step;
mod table;
mod usage;
mod verify;
mod words;

use crate::i18n::Strings;
use crate::runtime::library::Books;
use crate::term::signal;
use args::{Args, Command, Opening};
use clap::{CommandFactory as _, FromArgMatches as _};
use environment::Variables;
use failure::Failure;
use session::Session;
use std::ffi::OsString;

/// How a run ended; the exit code is made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Done, or as much of it as the reader of a pipe wanted.
    Done,
    /// Refused or failed; a sentence on standard error says why.
    Failed,
    /// The arguments are wrong.
    Misused,
}

/// Runs the command line, the program's name first.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Ended {
    // Without the handler everything works but for that one sentence.
    let _handled = signal::outlive_full_files();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let variables = environment::read();
    let lang = words::early_lang(&arguments, &variables);
    let opening = Opening::of(&arguments);
    // What takes longest on the way to the first frame begins first.
    let books = opening.as_ref().map(|opening| Books::begin(opening.common.paths().playbooks()));
    let strings = Strings::of(lang);
    let ended = match opening {
        Some(opening) => Session::new(opening.name, &opening.common, variables)
            .and_then(|session| console::run(&session.with_books(books), &opening.frame)),
        // The words of a help nobody asked for are put in when something is asked or wrong.
        None => match Args::command()
            .try_get_matches_from(&arguments)
            .or_else(|_asked| words::command(strings).try_get_matches_from(&arguments))
        {
            Ok(matches) => Args::from_arg_matches(&matches)
                .map_err(|error| Failure::Usage(error.to_string()))
                .and_then(|args| begin(args, variables)),
            Err(error) => return usage::told(&error, strings, lang),
        },
    };
    match ended {
        Ok(()) => Ended::Done,
        Err(failure) => failure.tell(strings),
    }
}

fn begin(args: Args, variables: Variables) -> Result<(), Failure> {
    let Args { opening: Opening { name, common, frame }, command } = args;
    let session = Session::new(name, &common, variables)?;
    let framed = frame.frame.is_some();
    match command {
        None => console::run(&session, &frame),
        Some(Command::Demo(demo)) => demo::run(&session, &demo),
        Some(_) if framed => Err(Failure::Usage(session.strings.cli.usage.frame_alone.to_owned())),
        Some(Command::Import(import)) => import::run(&session, &import),
        Some(Command::Do(act)) => act::run(&session, act),
        Some(Command::Queue(queue)) => queue::run(&session, &queue),
        Some(Command::Buyer(of)) => buyer::run(&session, of),
        Some(Command::Reconcile(sum)) => reconcile::run(&session, &sum),
        Some(Command::Show(show)) => show::run(&session, &show),
        Some(Command::Verify(json)) => verify::run(&session, json.json),
        Some(Command::Backup(backup)) => backup::run(&session, &backup.to),
        Some(Command::Playbook(command)) => playbooks::run(&session, &command),
        Some(Command::Listen(listen)) => listen::run(&session, &listen),
        Some(Command::Guard(guard)) => guard::run(&session, &guard),
        Some(Command::Holidays(json)) => holidays::run(&session, json.json),
        Some(Command::Keys) => keys::run(&session),
        Some(Command::Completions(shell)) => completions::run(&session, shell.shell),
        Some(Command::Man) => completions::man(&session),
    }
}
