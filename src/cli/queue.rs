//! `redress queue`: the open cases by what is due next.

use super::args::QueueArgs;
use super::failure::Failure;
use super::session::Session;
use super::{print, table};
use crate::app::words;
use crate::domain::{CleanText, Fen, Filter, PlaybookId, StepId};
use crate::exchange::json::{DueRecord, QueueDocument, QueueRecord, Shown};
use crate::i18n::fill;
use crate::playbook::Library;
use crate::store::{Access, QueuePage, QueueRow};

pub(super) fn run(session: &Session, args: &QueueArgs) -> Result<(), Failure> {
    let file = session.open(Access::Read)?;
    let limit = args.limit.saturating_add(1);
    let filter = Filter::parse(&args.filter)
        .map_err(|wrong| Failure::Usage(words::filter_error(&wrong, session.strings)))?;
    let mut rows = if filter.is_empty() {
        file.queue(QueuePage { limit, after: None })?
    } else {
        file.queue_of(&filter, session.now(), QueuePage { limit, after: None }, u32::MAX)?.rows
    };
    let wanted = usize::try_from(args.limit).unwrap_or(usize::MAX);
    let more = rows.len() > wanted;
    rows.truncate(wanted);
    if args.json {
        let now = session.now();
        let cases = rows.iter().map(|row| record(row, session)).collect();
        return print::json(&QueueDocument::new(now, cases, more));
    }
    let texts = &session.strings.cli.say;
    if rows.is_empty() {
        return print::text(texts.queue_empty);
    }
    if args.why {
        return print::text(&reasons(&rows, session));
    }
    let library = session.library();
    let lines: Vec<[String; 8]> = rows.iter().map(|row| line(row, session, &library)).collect();
    let mut text = table::lines(&lines, [8, 10, 14, 14, 16, 6, 24, 44]);
    if more {
        text.push_str(&fill(texts.queue_more, &[("n", &args.limit)]));
        text.push('\n');
    }
    print::text(&text)
}

/// Why each stands where it stands: what is due, mood, money at stake, age.
fn reasons(rows: &[QueueRow], session: &Session) -> String {
    let (strings, clock) = (&session.strings, session.clock());
    let lines: Vec<[String; 6]> = rows
        .iter()
        .map(|row| {
            let due = row.due.map(|due| {
                let kind = words::due_say(strings, due.kind);
                (clock.in_full(due.at), kind.to_owned())
            });
            let (at, kind) = due.unwrap_or_default();
            let mut besides = Vec::new();
            if row.snoozed {
                besides.push(strings.board.why_snoozed.to_owned());
            }
            if row.breaches > 0 {
                besides.push(fill(strings.board.why_breaches, &[("n", &row.breaches)]));
            }
            if let Some(who) = row.waits_for {
                let who = words::department(strings, who);
                besides.push(fill(strings.board.why_waits, &[("who", &who)]));
            }
            [
                row.id.to_string(),
                at,
                kind,
                words::mood(strings, row.mood).to_owned(),
                stake(row, session),
                format!("{} {}", clock.in_full(row.opened_at), besides.join(" · ")),
            ]
        })
        .collect();
    format!("{}\n{}", strings.board.why_order, table::lines(&lines, [8, 18, 34, 14, 22, 60]))
}

/// The money at stake; what was never reckoned is named as what it is.
fn stake(row: &QueueRow, session: &Session) -> String {
    let texts = &session.strings.board;
    let text = match (row.reckoned, row.exposure) {
        (true, _) => texts.stake_short,
        (false, Fen(0)) => return "-".to_owned(),
        (false, _) => texts.cost_short,
    };
    fill(text, &[("amount", &row.exposure)])
}

fn record(row: &QueueRow, session: &Session) -> QueueRecord {
    QueueRecord {
        case: row.id,
        buyer: Shown::new(row.buyer.as_str()),
        platform: row.platform,
        issue: row.issue.clone(),
        mood: row.mood,
        playbook: row.playbook.clone(),
        step: row.step.clone(),
        order_tail: row.order_tail.as_deref().map(Shown::new),
        due: row.due.map(|due| DueRecord::new(due, session.now())),
        exposure_fen: row.exposure,
        exposure_reckoned: row.reckoned,
        opened_at: row.opened_at,
        snoozed: row.snoozed,
        waits_for: row.waits_for,
        breaches: row.breaches,
        open: row.open,
        waiting_since: row.waiting_since,
        last_at: row.last_at,
        snippet: row.snippet.as_ref().map_or_else(|| Shown::new(""), Shown::from),
    }
}

fn line(row: &QueueRow, session: &Session, library: &Library) -> [String; 8] {
    let strings = &session.strings;
    let clock = session.clock();
    [
        row.id.to_string(),
        row.due.map_or_else(|| "-".to_owned(), |due| clock.left(due.at)),
        crate::app::words::mood(strings, row.mood).to_owned(),
        crate::app::words::issue(strings, &row.issue).to_owned(),
        CleanText::new(row.buyer.as_str()).one_line(),
        row.order_tail.as_deref().map(|tail| CleanText::new(tail).one_line()).unwrap_or_default(),
        title(&row.playbook, &row.step, session, library),
        row.snippet.as_ref().map(CleanText::one_line).unwrap_or_default(),
    ]
}

/// The title of a step, or its name where the playbook does not have it any more.
fn title(playbook: &PlaybookId, step: &StepId, session: &Session, library: &Library) -> String {
    let book = library.get(playbook).ok();
    let title = book.as_ref().and_then(|book| book.step(step)).map(|step| &step.title);
    title.map_or_else(|| step.to_string(), |title| title.get(session.lang).to_owned())
}
