//! `redress buyer CASE`: the buyer of a case at a glance.

use super::args::BuyerArgs;
use super::failure::Failure;
use super::session::Session;
use super::{print, table};
use crate::app::words;
use crate::domain::{CaseId, CleanText};
use crate::exchange::json::{
    BuyerCaseRecord, BuyerDeedRecord, BuyerDocument, BuyerOrderRecord, BuyerPaymentRecord, Shown,
    SimilarRecord,
};
use crate::i18n::fill;
use crate::store::{Access, Glance, StoreError};

pub(super) fn run(session: &Session, args: BuyerArgs) -> Result<(), Failure> {
    let file = session.open(Access::Read)?;
    let case = CaseId(args.case);
    let state = file.load(case)?.ok_or(StoreError::NoCase { case })?;
    let glance = file.glance(&state)?;
    if args.json {
        return print::json(&document(&glance, state.buyer.as_str()));
    }
    let (strings, clock) = (&session.strings, session.clock());
    let texts = &strings.board;
    let mut text = fill(&texts.buyer_title, &[("buyer", &state.buyer.masked())]);
    text.push_str(" · ");
    text.push_str(&fill(&texts.buyer_counts, &[("n", &glance.cases), ("open", &glance.open)]));
    if glance.breaches > 0 {
        text.push_str(" · ");
        text.push_str(&fill(&texts.buyer_breaches, &[("n", &glance.breaches)]));
    }
    text.push('\n');
    if !glance.flags.is_empty() {
        let flags: Vec<String> =
            glance.flags.iter().map(|flag| words::glance_flag(strings, *flag)).collect();
        let list = flags.join(&strings.refusal.list_mark);
        text.push_str(&fill(&texts.buyer_flags, &[("list", &list)]));
        text.push('\n');
    }
    let orders = glance.orders.iter().map(|order| {
        let amount = order.amount.map(|fen| format!("¥{fen}")).unwrap_or_default();
        let title = order.title.as_ref().map(CleanText::one_line).unwrap_or_default();
        [format!("  …{}", order.tail), amount, title]
    });
    section(&mut text, &texts.buyer_orders, &orders.collect::<Vec<_>>(), &texts.buyer_none);
    let cases = glance.history.iter().map(|other| {
        let ended =
            other.result.map_or(texts.buyer_open.as_str(), |end| words::result(strings, end));
        let about = words::issue(strings, &other.issue);
        [
            format!("  #{}", other.id),
            ended.to_owned(),
            format!("{about} · {}", clock.in_full(other.opened_at)),
        ]
    });
    section(&mut text, &texts.buyer_cases, &cases.collect::<Vec<_>>(), &texts.buyer_none);
    let paid = glance.payments.iter().map(|one| {
        let what = words::paid_what(strings, one.what);
        let about = format!("{} ¥{}", what, one.amount);
        [format!("  #{}", one.case), clock.in_full(one.at), about]
    });
    let title = fill(&texts.buyer_paid, &[("amount", &glance.paid)]);
    section(&mut text, &title, &paid.collect::<Vec<_>>(), &texts.buyer_none);
    let deeds = glance
        .deeds
        .iter()
        .map(|deed| [format!("  #{}", deed.case), clock.in_full(deed.at), deed.what.one_line()]);
    section(&mut text, &texts.buyer_deeds, &deeds.collect::<Vec<_>>(), &texts.buyer_none);
    let alike = glance.similar.iter().map(|other| {
        let ended = other.result.map_or("", |end| words::result(strings, end));
        [format!("  #{}", other.id), ended.to_owned(), other.words.one_line()]
    });
    let wish = state.knows_wish();
    let wish_first = fill(&texts.buyer_wish_first, &[("key", &"redress do CASE wish")]);
    let none = if wish { texts.buyer_none.clone() } else { wish_first };
    section(&mut text, &texts.buyer_similar, &alike.collect::<Vec<_>>(), &none);
    print::text(&text)
}

fn section(text: &mut String, title: &str, rows: &[[String; 3]], none: &str) {
    text.push_str(title);
    text.push('\n');
    if rows.is_empty() {
        text.push_str(none);
        text.push('\n');
    }
    text.push_str(&table::lines(rows, [12, 18, 60]));
}

fn document(glance: &Glance, buyer: &str) -> BuyerDocument {
    BuyerDocument {
        format: BuyerDocument::FORMAT,
        case: glance.case,
        buyer: Shown::new(buyer),
        count: glance.cases,
        open: glance.open,
        breaches: glance.breaches,
        flags: glance.flags.iter().map(|flag| flag.name()).collect(),
        paid_fen: glance.paid,
        payments: glance
            .payments
            .iter()
            .map(|one| BuyerPaymentRecord {
                case: one.case,
                what: one.what.name(),
                amount_fen: one.amount,
                at: one.at,
            })
            .collect(),
        orders: glance
            .orders
            .iter()
            .map(|order| BuyerOrderRecord {
                case: order.case,
                order_tail: Shown::new(&order.tail),
                title: order.title.as_ref().map(Shown::from),
                amount_fen: order.amount,
            })
            .collect(),
        earlier: glance
            .history
            .iter()
            .map(|other| BuyerCaseRecord {
                case: other.id,
                issue: other.issue.clone(),
                opened_at: other.opened_at,
                result: other.result,
            })
            .collect(),
        deeds: glance
            .deeds
            .iter()
            .map(|deed| BuyerDeedRecord {
                case: deed.case,
                what: Shown::from(&deed.what),
                at: deed.at,
            })
            .collect(),
        similar: glance
            .similar
            .iter()
            .map(|other| SimilarRecord {
                case: other.id,
                result: other.result,
                words: Shown::from(&other.words),
            })
            .collect(),
    }
}
