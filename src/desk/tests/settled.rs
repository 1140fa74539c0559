//! What was told and agreed stands: options in the version the buyer was told of, sums that are said,
//! payments that are the settlement, and a verdict before it is closed.

use super::counter::{Counter, send};
use super::settling::{ask, chosen, option, ours, put, verdict, why, wish, with_order};
use crate::desk::{Command, Refusal, Settle, SettlingRefusal, carried_text, is_paid};
use crate::domain::{
    CloseResult, Fen, PaidWhat, PaymentNo, Proposal, ProposalNo, Remedy, Verdict, Wish,
};

/// Two options told: 10 yuan, or another one.
fn told() -> Counter {
    let mut counter = ours();
    counter.does(wish(Wish::Compensate, Some(2_000)));
    counter.does(put(option(Remedy::Compensate, 1_000, 0)));
    counter.does(put(option(Remedy::Resend, 0, 800)));
    counter.sends("两种办法", &["desk.options"]);
    counter
}

fn pick(no: u32) -> Command {
    ask(Settle::Choose { no: ProposalNo(no), quote: "行".into(), source: None })
}

fn pay(what: PaidWhat, fen: i64, proof: &str) -> Command {
    let (amount, proof, again) = (Fen(fen), proof.to_owned(), String::new());
    ask(Settle::Pay { what, amount, proof, order: None, again })
}

#[test]
fn an_option_told_can_be_put_anew_and_is_told_again_before_it_is_chosen() {
    let mut counter = told();
    let first = counter.case.settling.options[0].clone();
    assert!(counter.case.settling.is_told(ProposalNo(1)));
    let anew = Proposal { give: Fen(1_500), ..first.clone() };
    counter.does(put(anew.clone()));
    assert!(!counter.case.settling.is_told(ProposalNo(1)), "not as it is now");
    assert!(counter.case.settling.is_told(ProposalNo(2)), "the other is as it was");
    assert_eq!(why(counter.refused(pick(1))), SettlingRefusal::NotOffered(ProposalNo(1)));
    // The ledger has both versions.
    let versions = counter.ledger.iter().filter(|one| {
        let written = serde_json::to_string(&one.event).unwrap();
        written.contains("option-put") && written.contains("compensate")
    });
    assert_eq!(versions.count(), 2);
    let words = carried_text(&"desk.options".into(), &counter.case, &counter.desk()).unwrap();
    assert!(words.contains("15.00"), "{words}");
    counter.sends(&words, &["desk.options"]);
    counter.does(pick(1));
    assert_eq!(counter.case.settling.agreed(), Some(&anew));
    // Put back as it was told first, it is not as it was told last.
    let why = why(counter.refused(put(first)));
    assert_eq!(why, SettlingRefusal::ChosenAlready(ProposalNo(1)));
}

#[test]
fn telling_taken_back_leaves_what_was_told_before() {
    let mut counter = told();
    let first = counter.case.settling.options[0].clone();
    counter.does(put(Proposal { due: "2wd".into(), ..first.clone() }));
    counter.sends("两种办法", &["desk.options"]);
    assert!(counter.case.settling.is_told(ProposalNo(1)));
    counter.does(Command::Retract(None));
    assert!(!counter.case.settling.is_told(ProposalNo(1)));
    counter.does(put(first));
    assert!(counter.case.settling.is_told(ProposalNo(1)), "as in the first telling");
}

#[test]
fn money_is_never_offered_without_a_sum() {
    let mut counter = with_order();
    counter.does(wish(Wish::Refund, None));
    // All of it goes back unless somebody says otherwise.
    counter.does(put(option(Remedy::Refund, 0, 0)));
    assert_eq!(counter.case.settling.options[0].give, Fen(10_000));
    let mut bare = Counter::open("core");
    bare.does(wish(Wish::Refund, None));
    for remedy in [Remedy::Refund, Remedy::Return, Remedy::Compensate, Remedy::Coupon] {
        let refused = why(bare.refused(put(option(remedy, 0, 0))));
        assert_eq!(refused, SettlingRefusal::SumWanted, "{remedy:?}");
        let words = Proposal { text: "退您一半".into(), ..option(remedy, 0, 0) };
        bare.does(put(words));
        let hindered = Proposal { obstacle: "停售".into(), ..option(remedy, 0, 0) };
        bare.does(put(hindered));
    }
    bare.does(put(option(Remedy::Resend, 0, 0)));
}

#[test]
fn a_payment_with_its_number_is_the_settlement_done() {
    let mut counter = told();
    counter.does(pick(1));
    assert!(!is_paid(&counter.case));
    counter.does(pay(PaidWhat::Compensation, 400, "T1"));
    assert!(!is_paid(&counter.case), "not all of it");
    counter.does(pay(PaidWhat::Compensation, 600, ""));
    assert!(is_paid(&counter.case));
    let reason = "记错了".to_owned();
    counter.does(ask(Settle::Void { no: PaymentNo(2), reason }));
    assert!(!is_paid(&counter.case), "struck out");
    // Another one was agreed: money is not that.
    let mut other = told();
    other.does(pick(2));
    other.does(pay(PaidWhat::Freight, 800, "T2"));
    assert!(!is_paid(&other.case));
}

/// What is wanting before it is closed as unanswered, which needs no end of the way.
fn wanting(counter: &mut Counter) -> Vec<&'static str> {
    let (result, words) = (CloseResult::Unanswered, "三天没回".to_owned());
    match counter.refused(Command::Close { result, words, despite: None }) {
        Refusal::NotClosable(wants) => wants.iter().map(crate::desk::ClosingWant::name).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn closing_takes_the_payment_and_wants_a_verdict_for_it() {
    let mut counter = Counter { policy: crate::desk::Policy::default(), ..with_order() };
    assert_eq!(wanting(&mut counter)[..1], ["deed"], "nothing agreed: nobody is asked who answers");
    counter.does(pay(PaidWhat::Refund, 1_000, ""));
    assert_eq!(wanting(&mut counter)[..2], ["verdict", "proof"]);
    counter.does(verdict(Verdict::Unclear, ""));
    assert_eq!(wanting(&mut counter)[..1], ["proof"]);
    counter.does(pay(PaidWhat::Freight, 800, "T3"));
    assert_eq!(wanting(&mut counter)[..1], ["reminders"]);
}

#[test]
fn words_alone_need_nobody_to_answer_for_them() {
    let mut counter = Counter { policy: crate::desk::Policy::default(), ..with_order() };
    counter.does(wish(Wish::Apology, None));
    counter.does(put(option(Remedy::Apology, 0, 0)));
    counter.does(put(option(Remedy::Explanation, 0, 0)));
    counter.does(send("两种办法", &["desk.options"]));
    chosen(&mut counter, 1);
    assert!(!wanting(&mut counter).contains(&"verdict"));
}

#[test]
fn nobody_claims_more_of_an_approval_than_the_record_has() {
    let says = |counter: &Counter, text: &str| counter.clone().ask(send(text, &[])).is_ok();
    let (applied, no, yes) = ("我帮您申请了", "主管没同意", "I got approval for 60");
    let told = |counter: &Counter| [applied, no, yes].map(|text| says(counter, text));
    let mut counter = ours();
    counter.does(wish(Wish::Compensate, Some(9_000)));
    assert_eq!(told(&counter), [false, false, false], "nobody was asked");
    counter.does(ask(Settle::Ask { amount: Fen(6_000), reason: "老客".into() }));
    assert_eq!(told(&counter), [true, false, false], "asked, and not decided");
    let ruled = |granted: Option<i64>| {
        let (by, words) = ("王店长".to_owned(), "这次不行".to_owned());
        ask(Settle::Rule { granted: granted.map(Fen), by, role: None, words })
    };
    let mut refused = counter.clone();
    refused.does(ruled(None));
    assert_eq!(told(&refused), [true, true, false]);
    counter.does(ruled(Some(6_000)));
    assert_eq!(told(&counter), [true, true, true]);
}
