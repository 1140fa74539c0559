//! `redress playbook new`: begins a playbook with a commented file that holds.

use super::ground::Ground;
use crate::cli::args::NewArgs;
use crate::cli::failure::Failure;
use crate::cli::print;
use crate::cli::session::Session;
use crate::desk::simulate::rehearse;
use crate::domain::{FactKind, Lang, PlaybookId};
use crate::i18n::fill;
use crate::playbook::{FactDecl, Library, Origin, Source};
use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// A playbook that stands alone.
const ALONE: &str = include_str!("../../../assets/new/alone.toml");

/// A playbook that starts from another one.
const CHILD: &str = include_str!("../../../assets/new/child.toml");

pub(super) fn new(session: &Session, args: &NewArgs) -> Result<(), Failure> {
    let texts = &session.strings.author_tools.say;
    let path = with_ending(&args.file);
    let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    if !is_name(&id) {
        return Err(Failure::Usage(fill(texts.bad_name, &[("name", &id)])));
    }
    let taken = || Failure::Said(fill(texts.exists, &[("path", &path.display())]));
    if path.exists() {
        return Err(taken());
    }
    let text = match &args.extends {
        None => ALONE.replace("NAME", &id),
        Some(parent) => child(&id, parent, session)?,
    };
    // Nothing is written over, even if it came meanwhile.
    let mut file =
        OpenOptions::new().write(true).create_new(true).open(&path).map_err(|error| {
            if error.kind() == io::ErrorKind::AlreadyExists {
                taken()
            } else {
                Failure::Write(path.clone(), error)
            }
        })?;
    let text = in_one_language(&text, session.lang);
    file.write_all(text.as_bytes()).map_err(|error| Failure::Write(path.clone(), error))?;
    let folder = session.paths.playbooks();
    let values: [(&str, &dyn std::fmt::Display); 2] =
        [("path", &path.display()), ("folder", &folder.display())];
    print::text(&fill(texts.wrote, &values))
}

/// Comments say a thing in both languages, `# 事实 / facts`: the one of the reader is kept.
fn in_one_language(text: &str, lang: Lang) -> String {
    let side = |line: &str| -> Option<String> {
        let at = if line.starts_with('#') { 0 } else { line.find(" # ")? + 1 };
        let (code, comment) = line.split_at_checked(at)?;
        let words = comment.trim_start_matches(['#', '-', ' ']);
        let (zh, en) = words.split_once(" / ")?;
        let mark = comment.strip_suffix(words)?;
        Some(format!(
            "{code}{mark}{}",
            match lang {
                Lang::Zh => zh,
                Lang::En => en,
            }
        ))
    };
    text.lines().map(|line| side(line).unwrap_or_else(|| line.to_owned()) + "\n").collect()
}

fn with_ending(path: &Path) -> PathBuf {
    match path.extension() {
        Some(ending) if ending == "toml" => path.to_owned(),
        Some(_) | None => {
            let mut name = path.as_os_str().to_owned();
            name.push(".toml");
            PathBuf::from(name)
        }
    }
}

fn is_name(id: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    id.starts_with(|c: char| c.is_ascii_lowercase()) && id.chars().all(fits) && !id.ends_with('-')
}

/// A file that starts from another playbook, with its step behind the first one where it holds: a
/// way may lead around any of them.
fn child(id: &str, parent: &str, session: &Session) -> Result<String, Failure> {
    let texts = &session.strings.author_tools.say;
    let library = session.library();
    let parent_id = PlaybookId::from(parent);
    let book = library.get(&parent_id).map_err(|_broken_or_none| {
        Failure::Said(fill(texts.no_such_playbook, &[("name", &parent)]))
    })?;
    let named = CHILD.replace("NAME", id).replace("PARENT", parent);
    for step in &book.steps {
        let mut records = String::new();
        for fact in step.requires.iter().filter_map(|fact| book.fact(fact)) {
            let _ =
                writeln!(records, "  {{ record = \"{}\", value = {} }},", fact.id, sample(fact));
        }
        let text = named.replace("ANCHOR", step.id.as_str()).replace("  # RECORDS\n", &records);
        if holds(id, &text, session) {
            return Ok(text);
        }
    }
    // Where no step can simply be walked through, the new one stands before them all.
    let first = book.first_step().as_str();
    let text = named
        .replace("after = \"ANCHOR\" ", "before = \"ANCHOR\"")
        .replace("  { to = \"ANCHOR\" },\n  # RECORDS\n  { pass = true },\n", "")
        .replace("放在哪一步后面 / behind which step", "放在哪一步前面 / before which step")
        .replace("ANCHOR", first);
    if holds(id, &text, session) {
        return Ok(text);
    }
    Err(Failure::Said(fill(texts.no_way_in, &[("name", &parent)])))
}

/// A value of a fact, as a file writes it.
fn sample(fact: &FactDecl) -> String {
    match fact.kind {
        FactKind::Bool => "true".to_owned(),
        FactKind::Number => "1".to_owned(),
        FactKind::Money => "\"10.00\"".to_owned(),
        FactKind::Date => "\"2026-11-20\"".to_owned(),
        FactKind::List => "[\"one\"]".to_owned(),
        FactKind::Text => "\"one\"".to_owned(),
        FactKind::Enum => {
            let first = fact.values.first().map(|choice| choice.id.as_str()).unwrap_or_default();
            format!("\"{first}\"")
        }
    }
}

/// Whether a file can be used and its tests pass.
fn holds(id: &str, text: &str, session: &Session) -> bool {
    let mut sources = session.sources();
    let name = format!("{id}.toml");
    sources.push(Source { name, origin: Origin::Shop, text: text.to_owned().into() });
    // A file of the shop is looked at closely before it is given out.
    let library = Library::new(sources).with_shelves(session.shelves());
    let id = PlaybookId::from(id);
    let Some((book, tests)) = library.get(&id).ok().zip(library.tests(&id).ok()) else {
        return false;
    };
    let ground = Ground::new(session);
    tests.iter().all(|test| rehearse(&book, test, &ground.on(&library)).failures.is_empty())
}
