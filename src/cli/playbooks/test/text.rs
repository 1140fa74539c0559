//! What came of tests, as a person reads it.

use super::{Ran, Tested};
use crate::app::words::refusal;
use crate::cli::playbooks::place::place;
use crate::cli::session::Session;
use crate::desk::Refusal;
use crate::desk::simulate::{Failure, Mismatch, Reach};
use crate::i18n::{Strings, TestTexts, fill};
use std::fmt::{Display, Write as _};

pub(super) fn text(all: &[Tested], session: &Session) -> String {
    let texts = &session.strings.author_tools.test;
    let mut out = String::new();
    let (mut passed, mut failed, mut unreached) = (0, 0, 0);
    for one in all {
        let file = &one.entry.name;
        let ran = match &one.ran {
            Ok(ran) => ran,
            Err(wrong) => {
                failed += 1;
                let why = session.first_line(wrong);
                let _ = writeln!(out, "{}", fill(texts.broken, &[("file", file), ("why", &why)]));
                continue;
            }
        };
        let bad = ran.tests.iter().filter(|(_, failures)| !failures.is_empty()).count();
        let good = ran.tests.len() - bad;
        (passed, failed, unreached) =
            (passed + good, failed + bad + ran.faulty.len(), unreached + ran.unreached.len());
        let whole = bad == 0 && ran.faulty.is_empty();
        if ran.tests.is_empty() && ran.faulty.is_empty() {
            let _ = writeln!(out, "{}", fill(texts.untested, &[("file", file)]));
        } else if whole {
            let _ = writeln!(out, "{}", fill(texts.passed, &[("file", file), ("n", &good)]));
        }
        faulty(&mut out, ran, session);
        failures(&mut out, ran, session);
        if !ran.unreached.is_empty() && !ran.tests.is_empty() {
            let list: Vec<String> =
                ran.unreached.iter().map(|reach| self::reach(reach, session.strings)).collect();
            let _ = writeln!(out, "{}", fill(texts.unreached, &[("list", &list.join("; "))]));
        }
    }
    let values: [(&str, &dyn Display); 3] =
        [("passed", &passed), ("failed", &failed), ("unreached", &unreached)];
    out.push_str(&fill(texts.summary, &values));
    out
}

/// Tests that could not be run, each fault with its place.
fn faulty(out: &mut String, ran: &Ran, session: &Session) {
    let texts = &session.strings.author_tools.test;
    for fault in &ran.faulty {
        let place = format!("{}:{}:{}", fault.place.file, fault.place.line, fault.place.column);
        let (what, advice) = (fault.message.get(session.lang), fault.advice.get(session.lang));
        let values: [(&str, &dyn Display); 2] =
            [("file", &place), ("why", &format!("{what}\n        {advice}"))];
        let _ = writeln!(out, "{}", fill(texts.broken, &values));
    }
}

fn failures(out: &mut String, ran: &Ran, session: &Session) {
    let texts = &session.strings.author_tools.test;
    for (test, failures) in ran.tests.iter().filter(|(_, failures)| !failures.is_empty()) {
        let place = format!("{}:{}:{}", test.place.file, test.place.line, test.place.column);
        let _ = writeln!(out, "{}", fill(texts.failed, &[("place", &place), ("name", &test.name)]));
        for failure in failures {
            let _ = writeln!(out, "        {}", self::failure(failure, session));
        }
    }
}

fn failure(failure: &Failure, session: &Session) -> String {
    let texts = &session.strings.author_tools.test;
    let told = told(&failure.mismatch, session);
    let place = format!("{}:{}", failure.place.line, failure.place.column);
    let values: [(&str, &dyn Display); 3] =
        [("what", &told.subject), ("wanted", &told.wanted), ("found", &told.found)];
    fill(texts.act, &[("place", &place), ("what", &fill(texts.wanted, &values))])
}

/// A mismatch told apart.
#[derive(Debug)]
pub(super) struct Told {
    /// Its name in `--json`.
    pub(super) what: &'static str,
    /// What was looked at, in words.
    pub(super) subject: String,
    /// What was expected.
    pub(super) wanted: String,
    /// What was.
    pub(super) found: String,
}

pub(super) fn told(mismatch: &Mismatch, session: &Session) -> Told {
    let strings = &session.strings;
    let texts = &strings.author_tools.test;
    let tell = |what: &'static str, subject: &str, wanted: String, found: String| Told {
        what,
        subject: subject.to_owned(),
        wanted,
        found,
    };
    match mismatch {
        Mismatch::NotOpened(why) => {
            tell("opened", "case", texts.done.to_owned(), refused(why, strings))
        }
        Mismatch::Refused { act, why } => {
            tell("refused", act, texts.done.to_owned(), refused(why, strings))
        }
        Mismatch::NotRefused { act, wanted, found } => {
            let found =
                found.as_ref().map_or_else(|| texts.done.to_owned(), |why| refused(why, strings));
            tell("refused", act, wanted.clone(), found.clone())
        }
        Mismatch::Path { wanted, found } => {
            tell("path", texts.path, list(wanted, texts), list(found, texts))
        }
        Mismatch::At { wanted, found } => {
            tell("at", texts.at, wanted.to_string(), found.to_string())
        }
        Mismatch::Ending { wanted, found } => {
            let found = found.as_ref().map_or_else(|| texts.nothing.to_owned(), place);
            tell("ending", texts.ending, place(wanted), found)
        }
        Mismatch::NotOffered { reply, offered } => {
            tell("suggests", texts.suggests, reply.to_string(), list(offered, texts))
        }
        Mismatch::Offered(reply) => {
            tell("hides", texts.hides, texts.nothing.to_owned(), reply.to_string())
        }
        Mismatch::Missing { wanted, found } => {
            tell("missing", texts.missing, list(wanted, texts), list(found, texts))
        }
        Mismatch::Fact { fact, wanted, found } => {
            let found =
                found.as_ref().map_or_else(|| texts.nothing.to_owned(), ToString::to_string);
            let subject = fill(texts.fact, &[("fact", fact)]);
            tell("facts", &subject, wanted.to_string(), found)
        }
        Mismatch::Timers { wanted, found } => {
            tell("timers", texts.timers, list(wanted, texts), list(found, texts))
        }
        Mismatch::Promises { wanted, found } => {
            tell("promises", texts.promises, wanted.to_string(), found.to_string())
        }
        Mismatch::Playbook { wanted, found } => {
            tell("playbook", texts.playbook, wanted.to_string(), found.to_string())
        }
    }
}

/// The code of a refusal, and the sentence.
fn refused(why: &Refusal, strings: &Strings) -> String {
    let names: Vec<String> = match why {
        Refusal::Missing(missing) => missing.iter().map(crate::playbook::Missing::name).collect(),
        _other => Vec::new(),
    };
    let sentence = refusal(why, strings);
    if names.is_empty() {
        format!("{} ({sentence})", why.name())
    } else {
        format!("{} [{}] ({sentence})", why.name(), names.join(", "))
    }
}

fn list<T: Display>(all: &[T], texts: &TestTexts) -> String {
    let all: Vec<String> = all.iter().map(ToString::to_string).collect();
    if all.is_empty() { texts.nothing.to_owned() } else { all.join(", ") }
}

fn reach(reach: &Reach, strings: &Strings) -> String {
    let texts = &strings.author_tools.test;
    match reach {
        Reach::Ending { ending } => fill(texts.reach_ending, &[("id", ending)]),
        Reach::Need { step, no } => fill(texts.reach_need, &[("step", step), ("n", no)]),
        Reach::Exhibit { step, exhibit } => {
            fill(texts.reach_exhibit, &[("step", step), ("exhibit", exhibit)])
        }
        Reach::Rung { reply } => fill(texts.reach_rung, &[("reply", reply)]),
        Reach::Held { reply } => fill(texts.reach_held, &[("reply", reply)]),
    }
}
