//! What an offer rests on: who answers for it, who pays for sending it back, and from when its date counts.

use super::counter::{Counter, send};
use super::settling::{ask, option, ours, put, why, wish, with_order};
use crate::desk::{Command, Settle, SettlingRefusal, carried_text};
use crate::domain::{
    FactValue, Fen, FreightPayer, Proposal, ProposalNo, Remedy, ReplyId, ReturnCheck, Verdict, Wish,
};

fn looks(counter: &mut Counter, pieces: &[(&str, &str)]) {
    for (piece, value) in pieces {
        counter.does(ask(Settle::Return(ReturnCheck::of(piece, value).unwrap())));
    }
}

#[test]
fn before_anybody_judged_goodwill_is_the_limit_and_the_verdict_the_way_beyond() {
    let mut counter = with_order();
    counter.does(wish(Wish::Compensate, None));
    let first = why(counter.refused(send("补您 30 元", &["desk.offer.3000"])));
    assert_eq!(first, SettlingRefusal::VerdictFirst(Fen(2_000)));
    // Beyond one's own limit no verdict helps.
    let above = why(counter.refused(send("补您 60 元", &["desk.offer.6000"])));
    assert!(matches!(above, SettlingRefusal::AboveLimit { limit: Fen(2_000), .. }));
    counter.does(send("补您 20 元", &["desk.offer.2000"]));
}

#[test]
fn what_is_owed_by_fault_is_offered_after_the_verdict_and_goodwill_without_one() {
    let mut counter = with_order();
    counter.does(wish(Wish::Refund, None));
    counter.does(ask(Settle::Only("试".into())));
    counter.does(put(option(Remedy::Refund, 1_500, 0)));
    counter.clone().sends("退您 15 元", &["desk.options"]);
    counter.does(put(Proposal { no: ProposalNo(1), ..option(Remedy::Refund, 10_000, 0) }));
    let first = why(counter.refused(send("全退", &["desk.options"])));
    assert_eq!(first, SettlingRefusal::VerdictFirst(Fen(2_000)));
    let unclear = Settle::Verdict {
        verdict: Some(Verdict::Unclear),
        reason: "查不出".into(),
        own_faults: String::new(),
    };
    counter.does(ask(unclear));
    counter.sends("全退", &["desk.options"]);
}

#[test]
fn a_return_without_a_reason_wants_no_verdict() {
    let mut counter = with_order();
    counter.does(wish(Wish::Return, None));
    counter.does(ask(Settle::Only("七天无理由".into())));
    let pieces = [
        ("reason", "no-reason"),
        ("tags", "on"),
        ("worn", "inspected"),
        ("packing", "opened"),
        ("gift", "none"),
        ("accessories", "none"),
        ("resale", "as-new"),
        ("freight", "buyer"),
    ];
    looks(&mut counter, &pieces);
    counter.does(put(option(Remedy::Return, 10_000, 0)));
    assert_eq!(counter.case.settling.options[0].payer, FreightPayer::Buyer, "as was looked at");
    counter.sends("可以退", &["desk.options"]);
}

#[test]
fn who_pays_for_sending_it_back_is_said_once() {
    let mut counter = ours();
    counter.does(wish(Wish::Return, None));
    counter.does(ask(Settle::Only("试".into())));
    counter.does(put(option(Remedy::Return, 10_000, 0)));
    assert_eq!(counter.case.settling.options[0].payer, FreightPayer::None);
    let freight = |who| ask(Settle::Return(ReturnCheck::of("freight", who).unwrap()));
    counter.does(freight("buyer"));
    assert_eq!(counter.case.settling.options[0].payer, FreightPayer::Buyer, "said now");
    let ours = Proposal { payer: FreightPayer::Shop, ..option(Remedy::Return, 10_000, 800) };
    let differs = |no| SettlingRefusal::FreightDiffers {
        no: ProposalNo(no),
        option: FreightPayer::Shop,
        looked: FreightPayer::Buyer,
    };
    let put_so = Command::Settle(Settle::Put(Proposal { no: ProposalNo(1), ..ours }));
    assert_eq!(why(counter.refused(put_so.clone())), differs(1));
    counter.does(freight("shop"));
    counter.does(put_so);
    // Looked at otherwise afterwards, it is not offered before both say the same.
    counter.does(freight("buyer"));
    for piece in ReturnCheck::PIECES.iter().filter(|piece| **piece != "freight") {
        let first = ReturnCheck::names(piece)[0];
        counter.does(ask(Settle::Return(ReturnCheck::of(piece, first).unwrap())));
    }
    assert_eq!(why(counter.refused(send("可以退", &["desk.options"]))), differs(1));
}

#[test]
fn money_for_goods_that_come_back_is_counted_from_the_day_they_are_back() {
    let mut counter = ours();
    counter.does(wish(Wish::Return, None));
    counter.does(ask(Settle::Only("试".into())));
    for piece in ReturnCheck::PIECES {
        let first = ReturnCheck::names(piece)[0];
        counter.does(ask(Settle::Return(ReturnCheck::of(piece, first).unwrap())));
    }
    let back = Proposal {
        due: "3wd".into(),
        payer: FreightPayer::Shop,
        ..option(Remedy::Return, 10_000, 0)
    };
    counter.does(put(back));
    assert_eq!(counter.case.settling.options[0].due, "3wd after goods_back_on");
    counter.sends("可以退", &["desk.options"]);
    let quote = Settle::Choose { no: ProposalNo(1), quote: "行".into(), source: None };
    counter.does(ask(quote));
    let id = ReplyId::from("desk.settlement");
    let text = carried_text(&id, &counter.case, &counter.desk()).unwrap();
    assert!(text.contains("收到退货后 3 个工作日内办好"), "{text}");
    counter.sends(&text, &["desk.settlement"]);
    let promise = counter.case.promises.last().unwrap();
    assert!(promise.pending, "nobody knows yet when it will be back");
    assert!(!counter.case.facts.contains_key("deed_day"));
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 9).unwrap();
    counter.knows("goods_back_on", FactValue::Date(day));
    let calendar = &counter.policy.calendar;
    let promise = counter.case.promises.last().unwrap();
    let due = calendar.close_of_day(calendar.start_of(day), 3);
    assert_eq!((promise.pending, promise.due), (false, due));
}
