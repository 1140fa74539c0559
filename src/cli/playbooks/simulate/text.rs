//! A walk as a person reads it.

use crate::app::words::{self, Clock, refusal, result};
use crate::cli::playbooks::place::place;
use crate::cli::session::Session;
use crate::desk::simulate::{Did, Finish, Stay, Walk};
use crate::domain::cells::wrap;
use crate::domain::{Event, StepId, StepReason};
use crate::i18n::{Strings, fill};
use crate::playbook::{Missing, Next, Playbook};
use chrono::FixedOffset;
use std::fmt::{Display, Write as _};

/// Cells of the narrowest terminal people use.
const COLUMNS: usize = 80;

/// `texts`: with the replies that fit, as the buyer would read them. `offset` is the time zone of the shop that is played.
pub(super) fn text(
    book: &Playbook,
    walked: &Walk,
    texts: bool,
    offset: FixedOffset,
    session: &Session,
) -> String {
    let strings = &session.strings;
    let title = book.title.get(session.lang);
    let mut out = format!("{}@{}  {title}\n\n", book.reference.id, book.reference.version);
    for (n, stay) in (1..).zip(&walked.stays) {
        let title = head(n, stay, walked, strings);
        let _ = writeln!(out, "{title}");
        if !stay.asks.is_empty() {
            let asked: Vec<&str> = stay.asks.iter().map(|ask| ask.ask.as_str()).collect();
            let list = asked.join(" ");
            indented(&mut out, &fill(strings.author_tools.play.asks, &[("list", &list)]));
        }
        for did in &stay.did {
            for line in lines(did, offset, session) {
                indented(&mut out, &line);
            }
        }
        for said in stay.replies.iter().filter(|_| texts) {
            indented(&mut out, &format!("[{}] {}", said.reply, said.text));
        }
    }
    out.push('\n');
    out.push_str(&finish(walked, strings));
    out
}

fn head(n: usize, stay: &Stay, walked: &Walk, strings: &Strings) -> String {
    let texts = &strings.author_tools.play;
    let template = match stay.reason {
        None | Some(StepReason::Forward | StepReason::Entered) => &texts.forward,
        Some(StepReason::Skipped) => &texts.skipped,
        Some(StepReason::Back | StepReason::Undone) => &texts.back,
        Some(StepReason::Calming) => &texts.calming,
        Some(StepReason::Moved) => &texts.moved,
        Some(StepReason::Again) => &texts.again,
        Some(StepReason::Reopened) => &texts.reopened,
    };
    let values: [(&str, &dyn Display); 4] = [
        ("n", &n),
        ("id", &stay.step),
        ("title", &stay.title),
        ("playbook", &walked.book.reference.id),
    ];
    fill(template, &values)
}

/// What was done, and what came of it beside.
fn lines(did: &Did, offset: FixedOffset, session: &Session) -> Vec<String> {
    let strings = &session.strings;
    let texts = &strings.author_tools.play;
    let what = words::deed(&did.deed, strings);
    match &did.outcome {
        Err(why) => {
            let (code, why) = (why.name(), refusal(why, strings));
            vec![fill(texts.refused, &[("what", &what), ("code", &code), ("why", &why)])]
        }
        Ok(events) => {
            // What the walk does by itself shows in the steps it enters.
            let mut lines = if did.entry.is_some() { vec![what] } else { Vec::new() };
            for event in events {
                match event {
                    Event::PromiseMade { what, due, .. } => {
                        let due = Clock::new(session.now(), offset, strings).point(*due);
                        lines.push(fill(texts.promises, &[("what", what), ("due", &due)]));
                    }
                    Event::StepsReopened { fact, steps, .. } => {
                        let steps: Vec<&str> = steps.iter().map(StepId::as_str).collect();
                        let steps = steps.join(", ");
                        lines.push(fill(texts.reopens, &[("fact", fact), ("steps", &steps)]));
                    }
                    Event::CheckSet { check, done: true, .. } if did.entry.is_none() => {
                        lines.push(fill(texts.ticks, &[("check", check)]));
                    }
                    _shown_elsewhere => {}
                }
            }
            lines
        }
    }
}

fn finish(walked: &Walk, strings: &Strings) -> String {
    let texts = &strings.author_tools.play;
    let step = walked.stays.last().map(|stay| stay.step.to_string()).unwrap_or_default();
    match &walked.finish {
        Finish::Closed { result: how, .. } => {
            fill(texts.closed, &[("result", &result(strings, *how))])
        }
        Finish::AtEnd(next, open) if !open.is_empty() => {
            let (ending, list) = (place(next), open.join("; "));
            let values: [(&str, &dyn Display); 3] =
                [("ending", &ending), ("step", &step), ("list", &list)];
            fill(texts.at_promises, &values)
        }
        Finish::AtEnd(Next::Ending(id), _) => {
            let ending = walked.book.ending(id);
            let how = ending.map(|ending| result(strings, ending.result)).unwrap_or_default();
            fill(texts.at_ending, &[("ending", id), ("step", &step), ("result", &how)])
        }
        Finish::AtEnd(..) => fill(texts.at_end, &[("step", &step)]),
        Finish::Missing(missing) => {
            let list: Vec<&str> = missing.iter().map(Missing::text).collect();
            let list = list.join(" ");
            fill(texts.missing, &[("step", &step), ("list", &list)])
        }
        Finish::Ready(next) => {
            let to = place(next);
            fill(texts.ready, &[("step", &step), ("to", &to)])
        }
    }
}

fn indented(out: &mut String, text: &str) {
    const INDENT: &str = "     ";
    for line in wrap(text, COLUMNS - INDENT.len()) {
        let _ = writeln!(out, "{INDENT}{}", line.shown(text).trim_end());
    }
}
