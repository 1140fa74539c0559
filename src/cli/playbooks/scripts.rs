//! The shop's own scripts read by the guard: what would be stopped when it is sent.

use crate::app::words::level;
use crate::cli::session::Session;
use crate::domain::{CleanText, Lang};
use crate::guide::{Context, Guard};
use crate::i18n::fill;
use crate::playbook::{Entry, Library, Origin, Playbook, Template};
use crate::standard::WordingLevel;

/// A line for each text of the shop's own playbooks that the guard would stop.
pub(super) fn stopped(session: &Session, library: &Library, entries: &[Entry]) -> Vec<String> {
    let own = |entry: &&Entry| entry.origin == Origin::Shop;
    let mut lines = Vec::new();
    let mut wits = None;
    for entry in entries.iter().filter(own) {
        let Ok(book) = library.get(&entry.id) else { continue };
        let wits = wits.get_or_insert_with(|| session.wits());
        lines.extend(of_book(session, wits.guard(), &entry.name, &book));
    }
    lines
}

fn of_book(session: &Session, guard: &Guard, file: &str, book: &Playbook) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for reply in book.steps.iter().flat_map(|step| &step.replies) {
        let texts = std::iter::once(&reply.text).chain(&reply.wordings);
        for words in texts.map(Template::words) {
            for lang in [Lang::Zh, Lang::En] {
                let text = filled(words.get(lang));
                let known = Context { lang, ..Context::default() };
                let found = guard.read(&text, &known);
                let Some(worst) = found.first() else { continue };
                if worst.level != WordingLevel::Block {
                    continue;
                }
                let piece = text.get(worst.span.clone()).unwrap_or_default();
                let line = fill(
                    &session.strings.cli.say.found,
                    &[
                        ("id", &format!("{file}: {}", reply.id)),
                        ("level", &level(&session.strings, worst.level)),
                        ("text", &CleanText::new(piece).one_line()),
                        ("why", &worst.why.get(session.lang)),
                    ],
                );
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
        }
    }
    lines
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
