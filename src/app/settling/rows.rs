//! The rows of the desk: every tool, and where it stands.

use super::super::{Action, Model, words};
use crate::desk::{Desk, ladder, own_limit};
use crate::domain::{CaseState, Mark, Settling, Wish};
use crate::i18n::{Strings, fill};

/// A tool of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskRow {
    /// Who answers for it.
    Verdict,
    /// What the buyer wants.
    Wish,
    /// The points said back.
    Restate,
    /// The options.
    Options,
    /// The figures: band, exposure, fight or pay.
    Money,
    /// The next offer.
    Offer,
    /// A request for more than the own limit.
    Approval,
    /// The look at a return.
    Return,
    /// What was agreed, in one text.
    Settlement,
    /// What was paid.
    Pay,
    /// Where it happened.
    Marks,
}

/// Every row, in the order in which one works them down.
pub const DESK_ROWS: [DeskRow; 11] = [
    DeskRow::Verdict,
    DeskRow::Wish,
    DeskRow::Restate,
    DeskRow::Return,
    DeskRow::Money,
    DeskRow::Options,
    DeskRow::Offer,
    DeskRow::Approval,
    DeskRow::Settlement,
    DeskRow::Pay,
    DeskRow::Marks,
];

impl DeskRow {
    /// Its name in the text tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verdict => "verdict",
            Self::Wish => "wish",
            Self::Restate => "restate",
            Self::Options => "options",
            Self::Money => "money",
            Self::Offer => "offer",
            Self::Approval => "approval",
            Self::Return => "return",
            Self::Settlement => "settlement",
            Self::Pay => "pay",
            Self::Marks => "marks",
        }
    }

    /// The action that leads there without the list.
    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            Self::Verdict => Action::Verdict,
            Self::Wish => Action::Wish,
            Self::Restate => Action::Restate,
            Self::Options => Action::Options,
            Self::Money => Action::Money,
            Self::Offer => Action::Offer,
            Self::Approval => Action::Approval,
            Self::Return => Action::ReturnCheck,
            Self::Settlement => Action::Settlement,
            Self::Pay => Action::Pay,
            Self::Marks => Action::Mark,
        }
    }
}

/// The desk: every tool in one list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DeskList {
    /// The cursor.
    pub selected: usize,
}

/// The options of the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OptionsList {
    /// The cursor.
    pub selected: usize,
}

/// The points said back last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PointsList {
    /// The cursor.
    pub selected: usize,
}

impl Model {
    /// Where a tool stands, in a few words, and whether nothing of it is wanting.
    #[must_use]
    pub fn desk_row(&self, row: DeskRow) -> (String, bool) {
        let Some(open) = &self.open else { return (String::new(), false) };
        let Some(playbook) = &open.playbook else { return (String::new(), false) };
        let desk = self.desk(open, playbook);
        if row == DeskRow::Approval {
            return approval(&open.state, &desk, self.strings);
        }
        let known = stands(row, &open.state, &desk, self.strings);
        let done = is_done(row, &open.state.settling);
        known
            .map_or_else(|| (self.strings.settling.say.none.to_owned(), false), |text| (text, done))
    }
}

/// Whether what was begun with a tool is whole: a tick says that nothing of it is wanting.
fn is_done(row: DeskRow, settling: &Settling) -> bool {
    match row {
        DeskRow::Restate => {
            let last = settling.restated.last();
            last.is_some_and(|said| said.points.iter().all(|point| point.answer.is_some()))
        }
        DeskRow::Return => settling.returning.is_complete(),
        DeskRow::Options => settling.feasible().count() > 1 || !settling.only.is_empty(),
        DeskRow::Verdict
        | DeskRow::Wish
        | DeskRow::Money
        | DeskRow::Offer
        | DeskRow::Approval
        | DeskRow::Settlement
        | DeskRow::Pay
        | DeskRow::Marks => true,
    }
}

/// Where approval stands, and whether that is settled: it was granted, or nobody needs to be asked.
fn approval(case: &CaseState, desk: &Desk<'_>, strings: &Strings) -> (String, bool) {
    let (settling, say) = (&case.settling, &strings.settling.say);
    let ruled = settling.approvals.last().map(|asked| (asked, asked.ruling.as_ref()));
    let limit = own_limit(case, desk);
    // What is on the table: offered, put on the list, or asked for as amends.
    let put = settling.feasible().filter(|option| option.remedy.is_offer());
    let wished = settling.wish.as_ref().filter(|noted| noted.wish == Wish::Compensate);
    let sums = put.map(|option| option.give).chain(settling.last_offer());
    let most = sums.chain(wished.and_then(|noted| noted.amount)).filter(|sum| sum.0 > 0).max();
    match (ruled, limit, most) {
        (Some((asked, None)), ..) => {
            (fill(say.approval_waits, &[("amount", &asked.amount)]), false)
        }
        (_, None, _) => (say.no_limit.to_owned(), true),
        (_, Some(limit), Some(sum)) if sum > limit => {
            let refused = matches!(ruled, Some((_, Some(ruling))) if ruling.granted.is_none());
            let text = if refused { &say.refused_over } else { &say.limit_over };
            (fill(text, &[("sum", &sum), ("amount", &limit)]), false)
        }
        (Some((_, Some(ruling))), ..) if ruling.granted.is_some() => {
            (fill(say.approval_granted, &[("amount", &ruling.granted.unwrap_or_default())]), true)
        }
        (Some(_), ..) => (say.approval_refused.to_owned(), false),
        (None, Some(limit), Some(sum)) => {
            (fill(say.limit_fits, &[("sum", &sum), ("amount", &limit)]), true)
        }
        (None, Some(limit), None) => (fill(say.limit, &[("amount", &limit)]), false),
    }
}

/// Where a tool stands, in a few words; nothing while there is nothing in it.
pub(in crate::app) fn stands(
    row: DeskRow,
    case: &CaseState,
    desk: &Desk<'_>,
    strings: &Strings,
) -> Option<String> {
    let (settling, say) = (&case.settling, &strings.settling.say);
    match row {
        DeskRow::Verdict => {
            let judged = settling.verdict.as_ref()?;
            Some(words::verdict(strings, judged.verdict).to_owned())
        }
        DeskRow::Wish => {
            let noted = settling.wish.as_ref()?;
            let wish = words::wish(strings, noted.wish);
            Some(format!("{wish} · {}", noted.quote))
        }
        DeskRow::Restate => {
            let last = settling.restated.last()?;
            let answered = last.points.iter().filter(|point| point.answer.is_some()).count();
            let all = last.points.len();
            Some(fill(say.points_answered, &[("n", &answered), ("all", &all)]))
        }
        DeskRow::Options => {
            let all = settling.feasible().count();
            (all > 0).then(|| fill(say.options_count, &[("n", &all)]))
        }
        DeskRow::Money => {
            let band = crate::desk::figures(case, desk, None).band?;
            Some(fill(say.band_short, &[("low", &band.opening), ("high", &band.cap)]))
        }
        DeskRow::Offer => {
            let ladder = ladder(case, desk)?;
            // Before the first offer there is nothing yet; what it may be stands behind this row.
            let last = ladder.last?;
            Some(match ladder.next {
                Some(next) => fill(say.ladder, &[("last", &last), ("next", &next)]),
                None => fill(say.ladder_top, &[("last", &last)]),
            })
        }
        DeskRow::Approval => Some(approval(case, desk, strings).0),
        DeskRow::Return => {
            let open = settling.returning.open().len();
            match open {
                8 => None,
                0 => Some(say.all_pieces.to_owned()),
                open => Some(fill(say.missing_pieces, &[("n", &open)])),
            }
        }
        DeskRow::Settlement => {
            let chosen = settling.chosen.as_ref()?;
            Some(fill(say.agreed_now, &[("n", &chosen.no), ("quote", &chosen.quote)]))
        }
        DeskRow::Pay => {
            let paid = settling.paid_sum();
            (paid.0 > 0).then(|| fill(say.paid_sum, &[("amount", &paid)]))
        }
        DeskRow::Marks => {
            let at = settling.marked(Mark::Occurrence).last()?;
            Some(fill(say.marked_at, &[("n", &at), ("all", &settling.marks.len())]))
        }
    }
}
