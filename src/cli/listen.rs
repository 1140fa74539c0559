//! `redress listen FILE…`: what conversations tell, one after the other.

use super::args::ListenArgs;
use super::failure::Failure;
use super::lines::{self, Outlet};
use super::session::Session;
use crate::app::words::{mood, threat};
use crate::domain::{Author, CleanText, Conversation, Platform};
use crate::exchange::json::{ListenDocument, ListenInput, Shown};
use crate::exchange::{self, Piece, ReadOptions};
use crate::guide::{Reading, Side, Signals, Topic, Utterance};
use crate::i18n::fill;
use crate::runtime::import::ImportError;
use std::io::{BufRead as _, Read as _};
use std::ops::ControlFlow;
use std::path::Path;

/// As many messages of one imported conversation as are held together.
const LONGEST: usize = 5_000;
/// Enough of a file to know whether it is ours.
const HEAD: usize = 1 << 16;

pub(super) fn run(session: &Session, args: &ListenArgs) -> Result<(), Failure> {
    let signals = session.signals();
    let mut ear = Ear { session, signals: &signals, json: args.json, out: Outlet::new(session) };
    for path in &args.chats {
        if is_chat_file(path)? {
            ear.chats(path)?;
        } else {
            ear.lines(path)?;
        }
    }
    ear.out.end()
}

/// Whether a file is of the import formats rather than lines of our own.
fn is_chat_file(path: &Path) -> Result<bool, Failure> {
    let mut head = Vec::new();
    let failed = |error| Failure::Read(path.to_owned(), error);
    let mut input = lines::open(path)?;
    input.by_ref().take(HEAD as u64).read_to_end(&mut head).map_err(failed)?;
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
    let begun = head.iter().copied().find(|byte| !byte.is_ascii_whitespace());
    if begun != Some(b'{') {
        return Ok(!head.trim_ascii().is_empty());
    }
    let mut first = String::new();
    let full = head.lines().find(|line| line.as_ref().is_ok_and(|line| !line.trim().is_empty()));
    if let Some(Ok(line)) = full {
        first = line;
    }
    Ok(serde_json::from_str::<ListenInput<'_>>(&first)
        .is_ok_and(|line| line.case.is_some() && line.messages.is_none()))
}

struct Ear<'a> {
    session: &'a Session,
    signals: &'a Signals,
    json: bool,
    out: Outlet<'a>,
}

impl Ear<'_> {
    fn lines(&mut self, path: &Path) -> Result<(), Failure> {
        lines::each(lines::open(path)?, path, &mut |number, line| {
            let read = line.map_err(str::to_owned).and_then(|line| {
                serde_json::from_str::<ListenInput<'_>>(line).map_err(|error| error.to_string())
            });
            match &read {
                Ok(input) => match input.said() {
                    Some(said) => return self.tell(input.id.clone(), &said),
                    None => self.out.bad(path, number, "neither 'messages' nor 'text'"),
                },
                Err(why) => self.out.bad(path, number, why),
            }
            Ok(())
        })
    }

    fn chats(&mut self, path: &Path) -> Result<(), Failure> {
        let mut options = ReadOptions::new(self.session.now(), self.session.offset);
        options.platform = Platform::Taobao;
        options.shop_names.extend(self.session.rules.name.clone());
        let mut held: Option<Conversation> = None;
        let mut failed = None;
        let (file, _length) = exchange::open(path).map_err(ImportError::File)?;
        let read = exchange::read_from(file, path, &options, &mut |piece| {
            let done = match piece {
                Piece::Bad(row) => {
                    self.out.bad(path, row.line, &row.reason.to_string());
                    Ok(())
                }
                Piece::Conversation(more) => match &mut held {
                    Some(one) if one.key == more.key && one.messages.len() < LONGEST => {
                        one.messages.extend(more.messages);
                        Ok(())
                    }
                    Some(_) | None => held.replace(more).map_or(Ok(()), |one| self.heard(&one)),
                },
            };
            match done {
                Ok(()) => ControlFlow::Continue(()),
                Err(failure) => {
                    failed = Some(failure);
                    ControlFlow::Break(())
                }
            }
        });
        read.map_err(ImportError::File)?;
        if let Some(failure) = failed {
            return Err(failure);
        }
        held.map_or(Ok(()), |one| self.heard(&one))
    }

    fn heard(&mut self, one: &Conversation) -> Result<(), Failure> {
        let texts: Vec<CleanText> =
            one.messages.iter().map(|message| message.text.clean()).collect();
        let said: Vec<Utterance<'_>> = one
            .messages
            .iter()
            .zip(&texts)
            .map(|(message, text)| Utterance {
                from: match message.author {
                    Author::Buyer => Some(Side::Buyer),
                    Author::Agent => Some(Side::Agent),
                    Author::Platform | Author::System | Author::Note => None,
                },
                text: text.as_str(),
                at: message.timed.then_some(message.at),
            })
            .collect();
        let id = one.key.clone().unwrap_or_else(|| one.buyer.as_str().to_owned());
        self.tell(id.into(), &said)
    }

    fn tell(&mut self, id: serde_json::Value, said: &[Utterance<'_>]) -> Result<(), Failure> {
        let reading = self.signals.listen(said);
        if self.json {
            let topic = |number: usize| {
                self.signals.topics().get(number).map_or_else(String::new, |topic| topic.id.clone())
            };
            return self.out.json(&ListenDocument::new(id, &reading, said, topic));
        }
        let line = self.line(&id, &reading, said);
        self.out.text(&line)
    }

    fn line(
        &self,
        id: &serde_json::Value,
        reading: &Reading<'_>,
        said: &[Utterance<'_>],
    ) -> String {
        let texts = &self.session.strings.cli.say;
        let title = |topic: &Topic| match topic.id.as_str() {
            Topic::OTHER => texts.heard_other.to_owned(),
            _issue => topic.title.get(self.session.lang).to_owned(),
        };
        let issues: Vec<String> = reading.issues.iter().map(|one| title(one.topic)).collect();
        let id =
            id.as_str().map_or_else(|| id.to_string(), |id| Shown::new(id).as_str().to_owned());
        let percent = (reading.unhappiness * 100.0).round();
        let mut line = fill(
            texts.heard,
            &[
                ("id", &id),
                ("issues", &issues.join(" · ")),
                ("mood", &mood(self.session.strings, reading.mood)),
                ("n", &percent),
            ],
        );
        let mut more: Vec<&str> =
            reading.threats.iter().map(|one| threat(self.session.strings, *one)).collect();
        if reading.hypothetical {
            more.push(texts.heard_before);
        }
        if !reading.repeated.is_empty() {
            more.push(texts.heard_again);
        }
        for one in more {
            line.push_str("  ");
            line.push_str(one);
        }
        let words: Vec<String> = reading
            .reasons
            .iter()
            .filter_map(|reason| said.get(reason.message)?.text.get(reason.span.clone()))
            .map(|piece| CleanText::new(piece).one_line())
            .take(6)
            .collect();
        if !words.is_empty() {
            line.push_str("  ← ");
            line.push_str(&words.join(" | "));
        }
        line
    }
}
