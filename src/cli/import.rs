//! `redress import FILE`: a copied chat or JSON Lines into the case file, all or nothing.

use super::args::ImportArgs;
use super::failure::Failure;
use super::print;
use super::session::Session;
use crate::domain::{BuyerName, Platform};
use crate::exchange::json::ImportDocument;
use crate::exchange::{BadReason, BadRow, ReadOptions, Sides};
use crate::i18n::{Strings, fill};
use crate::runtime::import::{self, FileReport, ImportError, Intake, Manner};
use crate::store::Access;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fmt::Write as _;

/// Bad rows that are printed.
const PRINTED: usize = 100;

pub(super) fn run(session: &Session, args: &ImportArgs) -> Result<(), Failure> {
    let mut file = session.open(Access::Write)?;
    let (library, policy) = (session.library(), session.policy());
    let signals = session.signals();
    let at = (session.lang, session.now());
    let shelf = session.standards();
    let intake = Intake::new(&library, (&policy, &shelf), &session.agent, &signals, at);
    let options = options(session, args);
    let manner = Manner { skip_bad: args.skip_bad, dry_run: args.dry_run };
    let length = std::fs::metadata(&args.log).map_or(0, |about| about.len());
    let bar = bar(length);
    let done = import::file(&mut file, &args.log, &options, manner, intake, &mut |read| {
        bar.set_position(read);
    });
    bar.finish_and_clear();
    // Commits of a large import leave a large WAL; the next program to open the file is spared it.
    drop(file.checkpoint());
    match done {
        Ok(report) => told(session, args, &report),
        Err(error) => {
            let report = match &error {
                ImportError::BadRows { report } | ImportError::Sides { report } => Some(report),
                _no_report => None,
            };
            if let Some(report) = report {
                name_bad(session, args, report)?;
            }
            Err(error.into())
        }
    }
}

fn options(session: &Session, args: &ImportArgs) -> ReadOptions {
    let mut options = ReadOptions::new(session.now(), session.offset);
    // A copied chat says nowhere which market it is from; its format is one market's.
    options.platform = args.platform.unwrap_or(Platform::Taobao);
    options.shop_names.extend(session.rules.name.clone());
    options.shop_names.extend(args.shop.iter().cloned());
    options.known_buyer = args.buyer.as_deref().map(BuyerName::new);
    options
}

/// Only on a terminal, and only on standard error.
fn bar(length: u64) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr());
    let template = "{wide_bar} {percent:>3}% {bytes}/{total_bytes} {eta}";
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_the_template_is_wrong) => bar,
    }
}

fn document(args: &ImportArgs, report: &FileReport) -> ImportDocument {
    let shown = report.bad.get(..PRINTED).unwrap_or(&report.bad);
    let name = args.log.to_string_lossy();
    ImportDocument {
        written: report.written,
        cases_opened: report.taken.opened,
        cases_grown: report.taken.grown,
        messages_new: report.taken.fresh,
        messages_known: report.taken.known,
        ..ImportDocument::new(&name, &report.totals, shown)
    }
}

fn told(session: &Session, args: &ImportArgs, report: &FileReport) -> Result<(), Failure> {
    if args.json {
        return print::json(&document(args, report));
    }
    for line in bad_lines(report, session.strings) {
        print::complain(&line);
    }
    let texts = &session.strings.cli.say;
    let taken = &report.taken;
    let template = if args.dry_run { &texts.would_import } else { &texts.imported };
    let mut text = fill(
        template,
        &[
            ("new", &taken.fresh),
            ("known", &taken.known),
            ("opened", &taken.opened),
            ("grown", &taken.grown),
        ],
    );
    if report.totals.bad > 0 {
        write!(text, "\n{}", fill(texts.left_out, &[("n", &report.totals.bad)]))
            .map_err(|_| Failure::Quiet)?;
    }
    print::text(&text)
}

/// Names the rows because of which nothing was written: on standard error, and as a document.
fn name_bad(session: &Session, args: &ImportArgs, report: &FileReport) -> Result<(), Failure> {
    if args.json {
        // Nothing was written, so nothing may look as if it had been.
        let nothing = ImportDocument {
            cases_opened: 0,
            cases_grown: 0,
            messages_new: 0,
            messages_known: 0,
            written: false,
            ..document(args, report)
        };
        print::json(&nothing)?;
    }
    if report.totals.sides == Sides::Known || report.totals.bad > 0 {
        for line in bad_lines(report, session.strings) {
            print::complain(&line);
        }
    }
    Ok(())
}

fn bad_lines(report: &FileReport, strings: &Strings) -> Vec<String> {
    let mut lines: Vec<String> =
        report.bad.iter().take(PRINTED).map(|row| bad_line(row, strings)).collect();
    let more = report.totals.bad.saturating_sub(lines.len() as u64);
    if more > 0 {
        lines.push(fill(strings.cli.say.more_bad, &[("n", &more)]));
    }
    lines
}

fn bad_line(row: &BadRow, strings: &Strings) -> String {
    let texts = &strings.cli;
    let reason = texts
        .bad_row
        .get(row.reason.code())
        .map_or_else(|| row.reason.to_string(), |template| reason(&row.reason, template));
    let excerpt = row.excerpt.as_str();
    fill(
        if excerpt.is_empty() { texts.say.bad_row_bare } else { texts.say.bad_row },
        &[("line", &row.line), ("why", &reason), ("text", &excerpt)],
    )
}

fn reason(reason: &BadReason, template: &str) -> String {
    match reason {
        BadReason::NotText { offset } => fill(template, &[("n", offset)]),
        BadReason::TooLong { limit } => fill(template, &[("n", &(limit / 1_048_576))]),
        BadReason::NotJson { column } => fill(template, &[("n", column)]),
        BadReason::UnknownKey { key } | BadReason::DoubleKey { key } => {
            fill(template, &[("key", &key.as_str())])
        }
        BadReason::MissingKey { key }
        | BadReason::WrongType { key }
        | BadReason::Empty { key }
        | BadReason::Differs { key } => fill(template, &[("key", key)]),
        BadReason::UnknownValue { key, value } => {
            fill(template, &[("key", key), ("value", &value.as_str())])
        }
        BadReason::BadTime { text } => fill(template, &[("value", &text.as_str())]),
        BadReason::NotObject | BadReason::NoSpeaker | BadReason::NoBuyer | BadReason::NotAChat => {
            template.to_owned()
        }
    }
}
