//! The shop's own scripts read by the guard: what would be stopped or asked about when it is sent.

use crate::app::words::level;
use crate::cli::session::Session;
use crate::domain::{CleanText, Lang};
use crate::exchange::json::{ScriptFindingRecord, Shown};
use crate::guide::{Context, Guard};
use crate::i18n::fill;
use crate::playbook::{Entry, Library, Origin, Playbook, Template};
use crate::standard::{Place, WordingLevel};

/// What the guard would stop or ask about in the texts of the shop's own playbooks.
pub(super) fn found(
    session: &Session,
    library: &Library,
    entries: &[Entry],
) -> Vec<ScriptFindingRecord> {
    let own = |entry: &&Entry| entry.origin == Origin::Shop;
    let mut found = Vec::new();
    let mut wits = None;
    for entry in entries.iter().filter(own) {
        let Ok(book) = library.get(&entry.id) else { continue };
        let wits = wits.get_or_insert_with(|| session.wits());
        let text = library.text_of(&entry.name).unwrap_or_default();
        of_book(session, wits.guard(), (&entry.name, text), &book, &mut found);
    }
    found
}

/// A finding as a line for people.
pub(super) fn told(session: &Session, one: &ScriptFindingRecord) -> String {
    let place = format!("{}:{}:{}", one.file.as_str(), one.line, one.column);
    fill(
        session.strings.cli.say.found,
        &[
            ("id", &format!("{place}: {}", one.reply)),
            ("level", &level(session.strings, one.level)),
            ("text", &one.words.as_str()),
            ("why", &one.why.as_str()),
        ],
    )
}

fn of_book(
    session: &Session,
    guard: &Guard,
    (file, source): (&str, &str),
    book: &Playbook,
    into: &mut Vec<ScriptFindingRecord>,
) {
    for reply in book.steps.iter().flat_map(|step| &step.replies) {
        let texts = std::iter::once(&reply.text).chain(&reply.wordings);
        for words in texts.map(Template::words) {
            for lang in [Lang::Zh, Lang::En] {
                let text = filled(words.get(lang));
                let known = Context { lang, ..Context::default() };
                let found = guard.read(&text, &known);
                let Some(worst) = found.first() else { continue };
                if worst.level == WordingLevel::Tone {
                    continue;
                }
                let piece = text.get(worst.span.clone()).unwrap_or_default();
                // What stands in another file, because this one extends it, is that file's matter.
                let Some(Place { line, column, .. }) =
                    place(file, source, reply.id.as_str(), piece)
                else {
                    continue;
                };
                let record = ScriptFindingRecord {
                    file: Shown::new(file),
                    line,
                    column,
                    playbook: book.reference.id.clone(),
                    reply: reply.id.clone(),
                    level: worst.level,
                    rule: worst.rule.clone(),
                    words: Shown::new(&CleanText::new(piece).one_line()),
                    why: Shown::new(worst.why.get(session.lang)),
                    better: worst.rewrite.as_ref().map(|rewrite| Shown::new(&rewrite.text)),
                };
                if !into.contains(&record) {
                    into.push(record);
                }
            }
        }
    }
}

/// Where the words of a reply stand in its file: those words behind its id, else its id.
fn place(file: &str, source: &str, reply: &str, words: &str) -> Option<Place> {
    let id = source.find(&format!("id = \"{reply}\""))?;
    let words = source.get(id..).and_then(|rest| rest.find(words)).map(|at| id + at);
    Some(Place::of(file, source, words.unwrap_or(id)))
}

/// A template with something plain in place of what is filled in.
fn filled(template: &str) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((head, tail)) = rest.split_once('{') {
        out.push_str(head);
        let (close, stands_for) = match tail.chars().next() {
            Some('{') => ("}}", "今天"),
            Some('%') => ("%}", ""),
            Some(_) | None => {
                out.push('{');
                rest = tail;
                continue;
            }
        };
        out.push_str(stands_for);
        rest = tail.split_once(close).map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}
