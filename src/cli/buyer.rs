//! `redress buyer CASE`: the buyer of a case at a glance.

use super::args::BuyerArgs;
use super::failure::Failure;
use super::session::Session;
use super::{print, table};
use crate::app::words;
use crate::domain::{CaseId, CaseState, CleanText};
use crate::exchange::json::{
    BuyerCaseRecord, BuyerDeedRecord, BuyerDocument, BuyerOrderRecord, BuyerPaymentRecord,
    LikeScriptRecord, Shown, SimilarRecord,
};
use crate::guide::like_scripts;
use crate::i18n::fill;
use crate::playbook::{ReplyView, Situation};
use crate::store::{Access, CaseFile, Glance, StoreError};

pub(super) fn run(session: &Session, args: BuyerArgs) -> Result<(), Failure> {
    let file = session.open(Access::Read)?;
    let case = CaseId(args.case);
    let state = file.load(case)?.ok_or(StoreError::NoCase { case })?;
    let glance = file.glance(&state)?;
    let scripts = like(session, &file, &state, &glance.asked)?;
    if args.json {
        return print::json(&document(&glance, state.buyer.as_str(), &scripts));
    }
    let (strings, clock) = (&session.strings, session.clock());
    let texts = &strings.board;
    let mut text = fill(texts.buyer_title, &[("buyer", &state.buyer.masked())]);
    text.push_str(" · ");
    text.push_str(&fill(texts.buyer_counts, &[("n", &glance.cases), ("open", &glance.open)]));
    if glance.breaches > 0 {
        text.push_str(" · ");
        text.push_str(&fill(texts.buyer_breaches, &[("n", &glance.breaches)]));
    }
    text.push('\n');
    if !glance.flags.is_empty() {
        let flags: Vec<String> =
            glance.flags.iter().map(|flag| words::glance_flag(strings, *flag)).collect();
        let list = flags.join(strings.refusal.list_mark);
        text.push_str(&fill(texts.buyer_flags, &[("list", &list)]));
        text.push('\n');
    }
    let orders = glance.orders.iter().map(|order| {
        let amount = order.amount.map(|fen| format!("¥{fen}")).unwrap_or_default();
        let title = order.title.as_ref().map(CleanText::one_line).unwrap_or_default();
        [format!("  …{}", order.tail), amount, title]
    });
    section(&mut text, texts.buyer_orders, &orders.collect::<Vec<_>>(), texts.buyer_none);
    let cases = glance.history.iter().map(|other| {
        let ended = other.result.map_or(texts.buyer_open, |end| words::result(strings, end));
        let about = words::issue(strings, &other.issue);
        [
            format!("  #{}", other.id),
            ended.to_owned(),
            format!("{about} · {}", clock.in_full(other.opened_at)),
        ]
    });
    section(&mut text, texts.buyer_cases, &cases.collect::<Vec<_>>(), texts.buyer_none);
    let paid = glance.payments.iter().map(|one| {
        let what = words::paid_what(strings, one.what);
        let about = format!("{} ¥{}", what, one.amount);
        [format!("  #{}", one.case), clock.in_full(one.at), about]
    });
    let title = fill(texts.buyer_paid, &[("amount", &glance.paid)]);
    section(&mut text, &title, &paid.collect::<Vec<_>>(), texts.buyer_none);
    let deeds = glance
        .deeds
        .iter()
        .map(|deed| [format!("  #{}", deed.case), clock.in_full(deed.at), deed.what.one_line()]);
    section(&mut text, texts.buyer_deeds, &deeds.collect::<Vec<_>>(), texts.buyer_none);
    let alike = glance.similar.iter().map(|other| {
        let ended = other.result.map_or("", |end| words::result(strings, end));
        let like = fill(texts.buyer_like, &[("n", &other.like)]);
        [format!("  #{}", other.id), format!("{like} {ended}"), other.words.one_line()]
    });
    let wish = state.knows_wish();
    let wish_first = fill(texts.buyer_wish_first, &[("key", &"redress do CASE wish")]);
    let none = if wish { texts.buyer_none.to_owned() } else { wish_first };
    section(&mut text, texts.buyer_similar, &alike.collect::<Vec<_>>(), &none);
    if wish {
        let rows = scripts.iter().map(|(like, reply)| {
            let like = fill(texts.buyer_like, &[("n", like)]);
            [format!("  {}", reply.id), like, reply.title.clone()]
        });
        section(&mut text, texts.buyer_scripts, &rows.collect::<Vec<_>>(), texts.buyer_none);
    }
    print::text(&text)
}

/// Replies of the case's playbook like the buyer's words.
fn like(
    session: &Session,
    file: &CaseFile,
    state: &CaseState,
    asked: &str,
) -> Result<Vec<(u8, ReplyView)>, Failure> {
    const FEW: usize = 3;
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let library = session.library();
    let pinned = file.pinned(&state.playbook)?;
    let playbook = session.playbook(&library, &state.playbook, pinned.as_deref())?;
    let policy = session.policy();
    let situation = Situation {
        case: state,
        now: session.now(),
        lang: session.lang,
        calendar: &policy.calendar,
        shop: &policy.shop,
        agent: &session.agent,
        earlier_cases: file.earlier_cases(state)?,
    };
    Ok(like_scripts(asked, playbook.every_reply(&situation), FEW))
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

fn document(glance: &Glance, buyer: &str, scripts: &[(u8, ReplyView)]) -> BuyerDocument {
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
                like: other.like,
                wish: other.wish,
                result: other.result,
                words: Shown::from(&other.words),
                paid_fen: other.paid,
                replies: other.replies.clone(),
            })
            .collect(),
        scripts: scripts
            .iter()
            .map(|(like, reply)| LikeScriptRecord {
                id: reply.id.clone(),
                title: Shown::new(&reply.title),
                like: *like,
            })
            .collect(),
    }
}
